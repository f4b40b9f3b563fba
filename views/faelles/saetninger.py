"""Sentences that views share: what is chosen, and what is known."""

import queries
from geo import niveauer
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, remembered
from views.sprog import dansk
from views.sprog.ord import DATASAET, EKSEMPEL_ADVARSEL


def subtitle(filters: Filters, register: str = "") -> str:
    """Level, period and dataset in one line."""
    omraader = niveauer.level(filters.niveau).navn_flertal
    if filters.niveau == "region":
        omraader = niveauer.structures()[filters.struktur].navn
    return f"{dansk.capital(omraader)} · {dansk.period(filters.fra, filters.til)} · {dataset(filters, register)}"


def indicator_subtitle(tal: Indikatortal, filters: Filters) -> str:
    """The same of an indicator, whose figures may be of one year or one pool though none was chosen."""
    return subtitle(filters.on(fra=tal.filters.fra, til=tal.filters.til), tal.indikator.register)


def period_and_dataset(filters: Filters, register: str = "") -> str:
    """Period and dataset in one line, for what is about areas of several levels."""
    return f"{dansk.capital(dansk.period(filters.fra, filters.til))} · {dataset(filters, register)}"


def dataset(filters: Filters, register: str = "") -> str:
    """The dataset in a line of small type; invented numbers say so. The figures of a register that nobody loads are
    public, whatever dataset they are shown beside."""
    if filters.datasaet == "egne" and register and not queries.REGISTRE[register].indlaesning:
        return DATASAET["offentlig"].lower()
    return EKSEMPEL_ADVARSEL if filters.datasaet == "eksempel" else DATASAET[filters.datasaet].lower()


@remembered
def coverage(tal: Indikatortal) -> str:
    """How much is known, and what cannot be placed on the level."""
    niveau = niveauer.level(tal.filters.niveau).navn_flertal
    saetninger = [f"Kendt for {len(tal.kendte)} af {dansk.quantity(len(tal.omraader), niveau)}."]
    for post in tal.rester.itertuples():
        if post.vaerdi and post.vaerdi == post.vaerdi:
            maengde = tal.value_text(post.vaerdi)
            if post.omraade_id == "ikke_stedfaestet":
                saetninger.append(
                    f"Ikke stedfæstet: {maengde} kendes kun for et større område og står ikke ved noget område "
                    "på kortet, men er med i totalen."
                )
            else:
                saetninger.append(f"{dansk.capital(maengde)} dækker flere {niveau} og tælles én gang.")
    if tal.folketal:
        saetninger.append(f"Delt med folketallet {dansk.day(tal.folketal)}.")
    # the years of each area, from the first to the last where its figure is a sum over several
    if tal.uafsluttet:
        saetninger.append(tal.uafsluttet)
    aar = {(dato[:4], dato.split("/")[-1][:4]) for dato in tal.kendte["dato"] if dato}
    if len(aar) > 1:
        fra, til = min(foerste for foerste, _ in aar), max(sidste for _, sidste in aar)
        saetninger.append(f"Tallene er fra forskellige år ({fra}-{til}) og kan ikke uden videre sammenlignes.")
    return " ".join(saetninger)


def no_figure(tal: Indikatortal, withheld: str = "") -> str:
    """The alt text of a figure that is not there: why."""
    return f"Ingen figur: {withheld or tal.withheld or missing_data(tal)}"


def missing_data(tal: Indikatortal) -> str:
    """What an empty map says, and what to do about it."""
    periode = dansk.period(tal.filters.fra, tal.filters.til)
    if tal.andre_aar:
        kendte = dansk.sentence_list([str(aar) for aar in tal.andre_aar])
        return (
            f"»{tal.indikator.navn}« kendes på dette niveau for {kendte}, ikke for perioden ({periode}). Vælg andre år."
        )
    alle_aar = tal.filters.fra is None and tal.filters.til is None
    hvad = "Vælg et andet niveau" + ("." if alle_aar else " eller en længere periode.")
    return f"Der er ingen tal for »{tal.indikator.navn}« på dette niveau i perioden ({periode}). {hvad}"
