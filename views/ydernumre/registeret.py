"""What all views of the tender register share: which unit is counted, which rounds, what outcomes are called, and the
numbers that answer first.

Ydernumre, kapaciteter and klinikker are three different counts. The chosen indicator says which one a view is about, so
a view never holds two of them.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode

import pandas as pd

from geo import niveauer
from queries import udbud, usual_days_to_outcome
from queries.database import Snapshot
from views.faelles.daekning import coverage_matrix
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.kilder import Belaeg
from views.faelles.paastand import sum_words
from views.faelles.poster import of_rounds
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.udfald import UDEN_LAEGE, UDFALD, by_outcome, offered_lots
from views.faelles.view import Tal, View
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain
from views.sprog.ord import KAN_INDLAESES

SIDE = "ydernumre"


@dataclass(frozen=True)
class Enhed:
    """A unit of counting, with the indicators a map can show of it (the first one stands for the unit itself)."""

    enhed: str
    ental: str
    flertal: str
    valgnavn: str
    indikatorer: tuple[str, ...]

    def count(self, antal: int) -> str:
        """ "1 ydernummer", "1.200 ydernumre"."""
        return dansk.counted(antal, self.ental, self.flertal)


ENHEDER = {
    en.enhed: en
    for en in (
        Enhed(
            "ydernummer",
            "ydernummer",
            "ydernumre",
            "Ydernumre",
            ("udbudte_ydernumre", "ydernumre_besat", "ydernumre_ikke_besat", "ydernumre_pr_100000"),
        ),
        Enhed(
            "kapacitet",
            "lægekapacitet",
            "lægekapaciteter",
            "Lægekapaciteter",
            ("udbudte_kapaciteter", "kapaciteter_ikke_besat", "kapaciteter_pr_100000"),
        ),
        Enhed("klinik", "klinik", "klinikker", "Klinikker (salg og drift)", ("udbudte_klinikker",)),
    )
}

# What a choice of unit makes of the indicator.
VALG = {navn: en.indikatorer[0] for navn, en in ENHEDER.items()}

DEFINITION = (
    "{enheder}, der er slået op i perioden. Hvert nummer tæller én gang, i sin seneste runde; beslutninger uden kendt "
    "opslag tæller ikke med. »Fandt en læge« er de numre, der er tildelt, besat eller overtaget som PLO-klinik. Gik "
    "kun en del af numrene i et udbud til læger, står resten som afventende. Besat betyder ikke, at klinikken er fyldt."
)


def unit_of(filters: Filters) -> Enhed:
    """The unit the chosen indicator counts; ydernumre when it counts something else altogether."""
    return next((en for en in ENHEDER.values() if filters.indikator in en.indikatorer), ENHEDER["ydernummer"])


def complete(filters: Filters, data: Snapshot) -> bool:
    """Is the tender register complete for these choices?"""
    return completeness("udbud", filters, data)[0]


def unit_rounds(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """Rounds of the chosen unit and area, also what may be about the area (`plads`). See queries.udbud.rounds."""
    runder = udbud.rounds(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, filters.fra, filters.til, data=data
    )
    return runder[runder["enhed"] == unit_of(filters).enhed]


def outcome_name(udfald: str, komplet: bool) -> str:
    """What an outcome is called; where not all is known, nobody can say that something still waits."""
    return "Udfald ikke kendt" if udfald == "afventer" and not komplet else UDFALD[udfald][0]


def udbud_view(id_: str, filters: Filters, data: Snapshot, runder: pd.DataFrame, **dele) -> View:
    """A View of the tender register whose sources and date are those of the rounds it shows."""
    dele.setdefault("definition", DEFINITION.format(enheder=dansk.capital(unit_of(filters).flertal)))
    dele.setdefault("coverage", _coverage(filters, data))
    dele["belaeg"] = told_by(filters, runder, data)
    return about(register_view(id_, "udbud", SIDE, filters, data, **dele), filters.place())


def told_by(filters: Filters, runder: pd.DataFrame, data: Snapshot) -> Belaeg:
    """What some rounds rest on; that there are none, the whole register says where it is complete."""
    if runder.empty and filters.omraade and complete(filters, data):
        runder = offered_lots(unit_rounds(filters.on(omraade=""), data))
    return of_rounds(runder, data)


def nothing_known(filters: Filters, data: Snapshot) -> str:
    """What a view without records says."""
    enhed, periode = unit_of(filters).flertal, dansk.period(filters.fra, filters.til)
    if complete(filters, data):
        return f"Der er ikke slået {enhed} op i {filters.place()} ({periode}). Vælg et andet område eller en periode."
    return (
        f"Ingen kilde fortæller om udbud af {enhed} i {filters.place()} ({periode}). Det betyder ikke, at der ingen "
        f"var. {KAN_INDLAESES}"
    )


def headline_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Offered, found a doctor, found none, open: four numbers of one unit, of which the last three make the first."""
    enhed, komplet = unit_of(filters), complete(filters, data)
    lod = offered_lots(unit_rounds(filters, data))
    tekster = _four_numbers(lod, komplet, filters, data)
    if lod.empty and not komplet:
        # nothing known is not zero
        intet = "Ingen kilde fortæller om udbud her; det betyder ikke nul."
        tekster = tuple((status, navn, None, intet) for status, navn, *_ in tekster)
    belaeg = told_by(filters, lod, data)
    ental, flertal = (enhed.ental, enhed.flertal) if komplet else (f"kendt {enhed.ental}", f"kendte {enhed.flertal}")
    return tuple(
        Tal(
            navn,
            dansk.number(n),
            dansk.noun(n, ental, flertal),
            tekst,
            belaeg.opgjort,
            belaeg.kilder,
            filters.link(SIDE),
            lots_link(filters, status) if n else "",
        )
        for status, navn, n, tekst in tekster
    )


def _four_numbers(
    lod: pd.DataFrame, komplet: bool, filters: Filters, data: Snapshot
) -> tuple[tuple[str, str, int | None, str], ...]:
    """Of each the code of its list, what it is called, the number, and what it is made of."""
    antal = by_outcome(lod).groupby("udfald")["antal"].sum()
    i_alt = int(lod["antal"].sum())
    uden = {navn: int(antal.get(navn, 0)) for navn in UDEN_LAEGE}
    dele = ", ".join(f"{dansk.number(n)} {_short(navn)}" for navn, n in uden.items() if n) or "ingen kendte"
    besat, afventer = int(antal.get("besat", 0)), int(antal.get("afventer", 0))
    om_alle = f"{dansk.capital(filters.place())}, {years_added(lod, filters)}. Hver tæller én gang."
    om_besatte = f"{_share(besat, i_alt - afventer, komplet)}Tildelt, besat eller overtaget som PLO-klinik."
    om_uden = f"{dansk.capital(dele)}.{_young(lod, filters, data) if komplet else ''}"
    return (
        ("udbudt", "Udbudt", i_alt, om_alle),
        ("fandt-laege", "Fandt en læge", besat, om_besatte),
        ("fandt-ikke", "Fandt ikke en læge", sum(uden.values()), om_uden),
        ("afventer", "Afventer" if komplet else "Udfald ikke kendt", afventer, _undecided(_open(lod), afventer)),
    )


def what_is_counted(filters: Filters) -> str:
    """Under the title: of where and when, and how."""
    return f"{dansk.capital(filters.place())} · {dansk.period(filters.fra, filters.til)} · hver tæller én gang"


def lots_link(filters: Filters, status: str) -> str:
    """The address, from the root of the site, of the list of the lots with a status (`bag_tallet.UDSNIT`)."""
    return filters.link(SIDE) + "&" + urlencode({"fane": "liste", "status": status})


def years_added(lod: pd.DataFrame, filters: Filters) -> str:
    """The years whose lots are added up: those that were chosen, else those the lots are of."""
    aar = lod["dato"].dropna().str[:4].astype(int)
    if aar.empty:
        return dansk.period(filters.fra, filters.til)
    return sum_words(filters.fra or int(aar.min()), filters.til or int(aar.max()))


def _young(lod: pd.DataFrame, filters: Filters, data: Snapshot) -> str:
    """How many of those without a doctor are younger than the usual time to an outcome: not yet failures."""
    dage = usual_days_to_outcome(filters.datasaet, data)
    if dage is None:
        return ""
    graense = (filters.i_dag - timedelta(dage)).isoformat()
    uden = by_outcome(lod).query("udfald in @UDEN_LAEGE")
    nye = int(uden.loc[uden["opslag_dato"].fillna("") > graense, "antal"].sum())
    if not nye:
        return ""
    return (
        f" {dansk.number(nye)} er senest slået op for under {dansk.quantity(dage, 'dage')} siden "
        f"(så længe går der for ni af ti runder) "
        "og kan endnu få en læge."
    )


def largest_open(filters: Filters, data: Snapshot) -> Markdown:
    """The largest open lot and where it stands, when no source tells which kommuner it lies in; else "".

    Also when the chosen area is only a part of what the lot is known for: it may lie there.
    """
    runder = unit_rounds(filters, data)
    aabne = runder[runder["er_sidste"] & (runder["fase"] == "udbud")]
    if aabne.empty:
        return Markdown("")
    post = aabne.sort_values("antal", ascending=False, kind="stable").iloc[0]
    if post["kendt_niveau"] == "kommune":
        return Markdown("")
    sted = post["region"] if post["kendt_niveau"] == "region" else post["sted"]
    kilde = link(post["titel"], post["url"] if isinstance(post["url"], str) else "")
    hvad = unit_of(filters).count(int(post["antal"]))
    ventes = "åbne opslag" if complete(filters, data) else "opslag uden kendt udfald"
    overskrift, dag = bold(f"Største {ventes}: {hvad} i {sted}"), dansk.day(post["dato"])
    return Markdown(f"{overskrift} ({plain(dag)}). {plain(_where(post, filters))} Kilde: {kilde}.")


def coverage(filters: Filters, data: Snapshot) -> View:
    """Where the tender register speaks, by area and year."""
    return replace(coverage_matrix("udbud", SIDE, filters, data), title="Hvad ved vi ikke om udbuddene?")


def clinic_coverage(filters: Filters, data: Snapshot) -> View:
    """Where the clinic register speaks, by area and year."""
    return replace(coverage_matrix("klinik", SIDE, filters, data), title="Hvad ved vi ikke om klinikkerne?")


def _where(post: pd.Series, filters: Filters) -> str:
    """How a lot stands on the chosen level, in the chosen structure and against the chosen area."""
    if post["plads"] == "maaske":
        sted = f"En del af dem kan ligge i {filters.place()}, men ingen kilde siger det; de er ikke talt med ovenfor."
    elif filters.niveau == "region" and post["kendt_niveau"] == "region":
        sted = f"De tæller med i {_region_in(filters.struktur, post)}; fordelingen på kommuner er ikke kendt."
    else:
        niveau = niveauer.level(filters.niveau).navn_flertal
        sted = f"Fordelingen på {niveau} er ikke kendt: de er med i tallene, men står som »ikke stedfæstet« på kortet."
    if post["kendt_niveau"] != "region":
        return sted
    nyeste = niveauer.structures()[niveauer.STRUKTURER[-1]]
    if (ny := _region_in(nyeste.struktur, post)) == _region_in(filters.struktur, post):
        return sted
    return f"{sted} Fra {dansk.day(nyeste.gyldig_fra.isoformat())} er det {ny}."


def _region_in(struktur: str, post: pd.Series) -> str:
    """The name of the region that holds the lot's region in a structure."""
    kommuner = next(
        set(alle[post["kendt_id"]].kommunekoder)
        for alle in (niveauer.areas("region", en) for en in niveauer.structures())
        if post["kendt_id"] in alle
    )
    regioner = niveauer.areas("region", struktur).values()
    return next((en.navn for en in regioner if kommuner <= set(en.kommunekoder)), post["region"])


def _coverage(filters: Filters, data: Snapshot) -> str:
    """Is the register complete, and what is known only for a larger area than the chosen one?"""
    komplet, begrundelse = completeness("udbud", filters, data)
    runder = unit_rounds(filters, data)
    maaske = runder[runder["er_sidste"] & (runder["plads"] == "maaske")]
    saetning = "Registeret er fuldstændigt." if komplet else begrundelse
    if maaske.empty:
        return saetning
    maengde = unit_of(filters).count(int(maaske["antal"].sum()))
    return f"{saetning} Desuden kendes {maengde} kun for et større område, som {filters.place()} er en del af."


def _open(lod: pd.DataFrame) -> int:
    return int(lod.loc[lod["fase"] == "udbud", "antal"].sum())


def _undecided(aabne: int, afventer: int) -> str:
    if not afventer:
        return "Alle er afgjort."
    andre = "givet tilbage, delvist besat eller uden oplyst udfald."
    if not aabne:
        return dansk.capital(andre)
    return f"Heraf {dansk.number(aabne)} slået op uden kendt afgørelse; resten er {andre}"


def _share(del_: int, hele: int, komplet: bool) -> str:
    return f"{dansk.number(100 * del_ / hele)} pct. af de afgjorte. " if komplet and hele else ""


def _short(udfald: str) -> str:
    return {
        "udbudsklinik": "blev udbudsklinik",
        "regionsklinik": "blev regionsklinik",
        "ingen_ansoegere": "uden ansøgere",
        "fordelt": "fordelt eller flyttet",
        "trukket_tilbage": "trukket tilbage",
    }[udfald]
