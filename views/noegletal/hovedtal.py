"""The three numbers above the map: the chosen area, its place among its peers, and the country."""

from data.grupper import UDENFOR, group
from geo import niveauer
from queries.database import Snapshot
from views.faelles import paastand
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values
from views.faelles.kilder import of_area, of_map
from views.faelles.nyere import newer_than
from views.faelles.view import Tal
from views.noegletal.titel import place_text
from views.sprog import dansk


def headline_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Three numbers above the map: the chosen area's figure, its place and the country's; () when withheld.

    Without a chosen area: the country's figure, how much is known, and what is not placed.
    """
    tal = indicator_values(filters, data)
    if tal.withheld:
        return ()
    alle, landets = of_map(tal, data), of_area(tal, niveauer.LAND, data)
    opgjort = alle.opgjort
    link = filters.link()
    land = Tal(
        niveauer.HELE_LANDET,
        _number(tal, tal.i_alt, tal.i_alt_kvalifikator, "land"),
        tal.indikator.enhed,
        " ".join(filter(None, [f"{tal.navn}.", newer_than(tal, data)])),
        landets.opgjort,
        landets.kilder,
        link,
        list_link(filters.on(omraade=""), data),
    )
    post = tal.pr_omraade.get(filters.omraade)
    if post is None:
        return (land, _known(tal, opgjort, link), *_not_placed(tal, filters, opgjort, data))
    eget = of_area(tal, filters.omraade, data)
    egne = Tal(
        post.navn,
        _number(tal, post.vaerdi, post.kvalifikator, filters.niveau),
        tal.indikator.enhed,
        (post.note or tal.navn).rstrip(".") + ".",
        eget.opgjort,
        eget.kilder,
        link,
        list_link(filters, data),
    )
    anden = _rest(tal, opgjort, link) if group(filters.niveau) else _place(tal, post, opgjort, link)
    return (egne, anden, land)


def _rest(tal: Indikatortal, opgjort: str, link: str) -> Tal:
    """Beside a group, which has no peers: the rest of the country."""
    rest = tal.pr_omraade[UDENFOR]
    forklaring = "Uden gruppen og det, der ikke er stedfæstet."
    tekst = _number(tal, rest.vaerdi, None, tal.filters.niveau)
    return Tal(rest.navn, tekst, tal.indikator.enhed, forklaring, opgjort, (), link)


def _known(tal: Indikatortal, opgjort: str, link: str) -> Tal:
    niveau = niveauer.level(tal.filters.niveau).navn_flertal
    vaerdi = f"{len(tal.kendte)} af {len(tal.omraader)}"
    forklaring = (
        "Et område uden tal er ikke nul." if len(tal.kendte) < len(tal.omraader) else "Alle områder har et tal."
    )
    return Tal("Kendt for", vaerdi, niveau, forklaring, opgjort, (), link)


def _not_placed(tal: Indikatortal, filters: Filters, opgjort: str, data: Snapshot) -> tuple[Tal, ...]:
    """How much of a count no area holds; () for measurements, which belong to their area."""
    if tal.rester["vaerdi"].isna().all():
        return ()
    antal = tal.rester.loc[tal.rester["omraade_id"] == "ikke_stedfaestet", "vaerdi"].sum()
    forklaring = "Kendt kun for et større område; ikke på kortet, men med i totalen." if antal else "Alt kan placeres."
    tekst = _number(tal, antal, None, "land")
    liste = list_link(filters, data, "ikke_stedfaestet")
    return (Tal("Ikke stedfæstet", tekst, tal.indikator.enhed, forklaring, opgjort, (), filters.link(), liste),)


def _number(tal: Indikatortal, vaerdi: float, kvalifikator: str | None, niveau: str) -> str:
    """A value as a large number; only short units stand with it."""
    if vaerdi != vaerdi:
        return dansk.INGEN_DATA
    tekst = tal.indikator.value_name(vaerdi) if niveau == "kommune" else None
    if tekst is None:
        kort_enhed = tal.indikator.enhed in ("kr.", "pct.")
        tekst = tal.value_text(vaerdi) if kort_enhed else dansk.number(vaerdi, tal.indikator.decimaler)
    return f"{kvalifikator} {tekst}" if kvalifikator else tekst


def _place(tal: Indikatortal, post, opgjort: str, link: str) -> Tal:
    """How the area stands to its peers: the place of a rate from the top, a count's share of the country."""
    overskrift = "Placering" if tal.indikator.er_forhold else "Andel af landet"
    tekst = place_text(tal, post.vaerdi)
    if tekst:
        vaerdi, _, delt = tekst.removesuffix(" af landets").partition(", ")
        nr_et = f"Nr. 1 er det højeste tal{', pladsen er ' + delt if delt else ''}."
        forklaring = nr_et if tal.indikator.er_forhold else "Et antal siger mest om, hvor stort området er."
    elif not tal.komplet:
        vaerdi, forklaring = "vises ikke", f"Det kræver fuldstændige data. {tal.begrundelse}"
    elif post.vaerdi != post.vaerdi:
        vaerdi, forklaring = dansk.INGEN_DATA, "Området har intet tal i perioden."
    elif tal.andel_ikke_placeret > paastand.MEST_IKKE_PLACERET and tal.indikator.er_forhold:
        andel = dansk.number(100 * tal.andel_ikke_placeret)
        vaerdi, forklaring = "vises ikke", f"{andel} pct. af det, der tælles, er ikke stedfæstet og kunne vende den."
    else:
        vaerdi, forklaring = "vises ikke", "Tallene for områderne kan ikke stilles op mod hinanden."
    return Tal(overskrift, vaerdi, "", forklaring, opgjort, (), link)
