"""Which rule of patients and capacities holds where, and from when: a timeline by region, drafts told apart."""

from datetime import date

import pandas as pd

from geo import niveauer
from queries import maal, omtale
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import FORAN, Aksefigur, Datoakse, Hjaelpelinje, Kategorier, Rude, Soejler
from views.sprog import dansk

SIDE = "balance"
LANDET = "Hele landet"
# The years that are drawn; a rule that is open at an end reaches the edge.
FRA, TIL = date(2025, 1, 1), date(2027, 12, 31)
# What a bar is, in the order of the legend, and its colour: an earlier rule is grey, a draft and a change of rule stand
# between, and what holds now is the darkest.
ARTER = {
    "norm": ("Normtal 1.600 pr. kapacitet", farver.REFERENCE),
    "udkast": ("Minimumspatienttal, udkast og høring", farver.REGIONER[2]),
    "overgang": ("Ny regel træder i kraft, dagen ikke set", farver.REGIONER[3]),
    "minimum": ("Minimumspatienttal", farver.LINJE),
    "land": ("Regler for hele landet", farver.SAMMENLIGN),
}
# The same for the rules of a dataset that has targets of its own: they stand alone, for invented days are not mixed
# with real ones.
MAALSAET = {
    "flad_norm": ("Normtal 1.600 pr. kapacitet", farver.REFERENCE),
    "udkast": ("Den nationale model (model 2025), udkast", farver.REGIONER[2]),
    "overenskomst": ("Overenskomst", farver.REGIONER[3]),
    "national_fordelingsmodel": ("Den nationale model (model 2025)", farver.LINJE),
    "plo_gennemsnit": ("PLO’s gennemsnit for området, ikke bindende", farver.REGIONER[1]),
    "egen": ("Egen regel", farver.REGIONER[0]),
}
REGIONALE = ("norm", "udkast", "overgang", "minimum")
TYNDE = ("udkast", "plo_gennemsnit")
# A row without bars, for the words beside the line.
VED_STREGEN = " "
STREGEN, EVALUERES = "Stregen er {}, da Region Østdanmark begynder", "; i 2027 evalueres modellen"
AFTALT = {"aftalt": "Aftalt", "fastsat": "Fastsat"}
DEFINITION = (
    "Normtal: det, styringen regner med pr. kapacitet. Minimumspatienttal: det, en klinik mindst skal have, før den må "
    "lukke for tilgang. Aftalt: parterne er enige; fastsat: en myndighed har bestemt det. Tal for den enkelte klinik "
    "vises ikke."
)
FORBEHOLD = (
    "De nye patienttal er trådt i kraft mellem ultimo november 2025 og 1. februar 2026, afhængigt af region; kilden "
    "siger ikke, hvilken dag i hvilken region."
)


def rules_view(filters: Filters, data: Snapshot) -> View:
    """A row for each rule of the country and for each region, with bars from the day a rule began to the day it ended.
    With a chosen region only that one; Region Østdanmark is the two that it is made of."""
    alle = _of_area(_rules(filters, data), filters)
    belaeg = of_rows(alle.assign(dato=None), data)
    regioner = list(dict.fromkeys(alle["region"].dropna()))
    return View(
        id="beh_tidslinje",
        title="Hvilken regel om patienttal gælder hvor?",
        subtitle=f"{dansk.sentence_list(regioner)}, og regler for hele landet"
        if len(regioner) < len(niveauer.areas("region", niveauer.STRUKTURER[0]))
        else "De fem regioner, og regler for hele landet",
        figure=_figure(alle, regioner),
        table=_table(alle),
        alt=f"Tidslinje fra {FRA.year} til {TIL.year}: søjler fra den dag, en regel begynder, til den dag, den ender, "
        "en række for hver region og for hver regel for hele landet.",
        definition=DEFINITION,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage="" if "evalueres" in alle else FORBEHOLD,
        link=filters.link(SIDE),
        filters=filters,
        note=_note(alle, regioner, filters),
        missing="–",
    )


def _rules(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The dataset's own rules where it has targets, else those that sources tell. A draft is an art of its own."""
    egne = maal.spans(filters.datasaet, data)
    if egne.empty:
        return omtale.rules(data)
    return egne.assign(art=egne["art"].mask(egne["er_udkast"], "udkast"))


def _of_area(alle: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rules of the country, and of the regions that share a kommune with the chosen area."""
    if not filters.omraade:
        return alle
    koder = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
    regioner = (en for struktur in niveauer.STRUKTURER for en in niveauer.areas("region", struktur).values())
    inde = {en.navn for en in regioner if koder & set(en.kommunekoder)}
    return alle[alle["region"].isna() | alle["region"].isin(inde)].reset_index(drop=True)


def _row(post) -> str:
    return post.region if isinstance(post.region, str) else LANDET


def _span(post) -> str:
    fra = f"fra {dansk.day(post.fra)}" if isinstance(post.fra, str) else ""
    til = f"til {dansk.day(post.til)}" if isinstance(post.til, str) else ""
    return f"i {post.fra}" if post.fra == post.til else " ".join(filter(None, (fra, til)))


def _table(alle: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Hvor": [_row(post) for post in alle.itertuples()],
            "Regel": alle["navn"],
            "Fra": [dansk.day(en) if isinstance(en, str) else "ikke set" for en in alle["fra"]],
            "Til": [dansk.day(en) if isinstance(en, str) else "ingen slutdato" for en in alle["til"]],
            "Udkast": ["Ja" if en else "" for en in alle["er_udkast"]],
            "Aftalt eller fastsat": [AFTALT.get(en, "ikke set") for en in alle["aftalt"]],
            "Bemærkning": alle["note"].fillna(""),
            "Kilde": alle["titel"],
        }
    ).reset_index(drop=True)


def _figure(alle: pd.DataFrame, regioner: list[str]) -> Aksefigur:
    """The regions first, then a row for each rule that stands by itself; across them the day of the reform, in whose
    year the model is looked over again."""
    egne = set(alle["art"]) <= set(MAALSAET)
    arter, regionale = (MAALSAET, tuple(MAALSAET)) if egne else (ARTER, REGIONALE)
    landets = alle[alle["region"].isna()]
    raekker = (*regioner, *dict.fromkeys(landets["navn"]))
    i_regioner = alle[alle["region"].notna()]
    serier = [_bars(arter[art], i_regioner[i_regioner["art"] == art], art in TYNDE) for art in regionale]
    serier.append(_bars(ARTER["land"], landets))
    y = Kategorier((*raekker, VED_STREGEN), skrevne=tuple((en, _short(en)) for en in raekker), fra_oven=True)
    rude = Rude(tuple(en for en in serier if en.steder), Datoakse(str(FRA), str(TIL)), y)
    dag = _reform()
    linje = Hjaelpelinje("x", dag.isoformat(), f"{dag.day}.{dag.month}.{dag.year}", ved_enden=False)
    return Aksefigur((rude,), 110 + 34 * len(y.navne), FORAN, True, margen=(0, 20, 8, 40), linjer=(linje,))


def _reform() -> date:
    """The first day of the newest structure."""
    return niveauer.structures()[niveauer.STRUKTURER[-1]].gyldig_fra


def _is_looked_over(alle: pd.DataFrame) -> bool:
    """Is the model evaluated in the year of the reform?"""
    return bool((alle["art"] == "evaluering").any()) or (
        "evalueres" in alle and bool((alle["evalueres"] == 2027).any())
    )


def _short(navn: str) -> str:
    """A long name on two lines."""
    ord_ = navn.split(" ")
    if len(navn) <= 30:
        return navn
    midt = min(range(1, len(ord_)), key=lambda nr: abs(len(" ".join(ord_[:nr])) - len(navn) / 2))
    return f"{' '.join(ord_[:midt])}<br>{' '.join(ord_[midt:])}"


def _bars(art: tuple[str, str], regler: pd.DataFrame, tynd: bool = False) -> Soejler:
    navn, farve = art
    fra = [max(first_day(en), FRA) if isinstance(en, str) else FRA for en in regler["fra"]]
    til = [min(last_day(en), TIL) if isinstance(en, str) else TIL for en in regler["til"]]
    return Soejler(
        navn,
        tuple(regler["region"].fillna(regler["navn"])),
        tuple((slut - start).days + 1 for start, slut in zip(fra, til, strict=True)),
        farve,
        tuple(f"<b>{post.navn}</b><br>{_row(post)}, {_span(post)}" for post in regler.itertuples()),
        liggende=True,
        begynder=tuple(map(str, fra)),
        tykkelse=0.28 if tynd else 0.56,
    )


def _note(alle: pd.DataFrame, regioner: list[str], filters: Filters) -> str:
    """What the line is, and that two of the regions have rules of their own until then."""
    om_stregen = STREGEN.format(dansk.day(_reform().isoformat()))
    stregen = f"{om_stregen}{EVALUERES if _is_looked_over(alle) else ''}."
    to = {"Region Hovedstaden", "Region Sjælland"} & set(regioner)
    return " ".join(filter(None, [stregen, _until_then(filters) if to else ""]))


def _until_then(filters: Filters) -> str:
    """What is said of the two that become one, as long as they are two."""
    dag = niveauer.structures()[niveauer.STRUKTURER[-1]].gyldig_fra
    if filters.i_dag >= dag:
        return ""
    hvornaar = dansk.day(dag.isoformat())
    to = "Region Hovedstaden og Region Sjælland"
    return f"{to} bliver Region Østdanmark den {hvornaar} og har indtil da hver sin regel."
