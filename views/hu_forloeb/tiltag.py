"""Recruitment measures as a timeline, over the HU-forløb that were filled in the same years of the same area. They
stand under each other and are never joined: what happened after a measure did not happen because of it."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from geo import niveauer
from queries import tiltag
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.faelles.daekning import coverage_matrix
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.kilder import Belaeg, joined, of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    PROGNOSE,
    STABLET,
    Aksefigur,
    Datoakse,
    Kategorier,
    Rude,
    Soejler,
    Talakse,
)
from views.hu_forloeb import figur
from views.hu_forloeb.tal import SIDE, hu_view, in_sentence, part_years, parts_only, told_by, year_list, years
from views.sprog import dansk
from views.sprog.markdown import figure_text
from views.sprog.ord import INGEN_KILDE

REGISTER = "tiltag"
# The two that the field holds up against each other; from 2027 they are one region, and still two in this structure.
STANDARDPAR = {"niveau": "region", "struktur": niveauer.STRUKTURER[0], "omraade": "1085", "sammenlign": "1084"}
# So many measures are drawn; those of a part of the area are left to the table first.
FLEST_TEGNET = 12
RAEKKE, RAMME, HU_HOEJDE = 38, 130, 170
# Characters of a measure's name in a line, and where the panels of one and of two areas stand: the names of the second
# need the room between the two.
NAVNEBREDDE = {1: 26, 2: 20}
PLADSER = {1: ((0, 1),), 2: ((0, 0.39), (0.65, 1))}
IKKE_AARSAG = (
    "Figuren viser, hvad der var i gang, og hvor mange HU-forløb der blev besat samme år. Den viser ikke, at det ene "
    "skyldes det andet."
)
DEFINITION = (
    "Et tiltag er noget, der er sat i gang for at få læger til et område: et tillæg, en stilling, en ordning. Tiltag "
    "for et større område, der rummer det valgte, er med. En bjælke går fra den første dag til den sidste; er "
    "slutningen ikke kendt, er den skraveret til figurens kant. Besatte HU-forløb er dem, der "
    "blev besat af årets opslåede."
)


def chosen_pair(filters: Filters) -> tuple[Filters, ...]:
    """The areas side by side, each as choices of its own: the chosen one and the one it is compared with; without a
    choice, the two of STANDARDPAR."""
    par = filters if filters.omraade else filters.on(**STANDARDPAR)
    foerste = par.on(sammenlign="")
    return (foerste, par.on(omraade=par.sammenlign, sammenlign="")) if par.sammenlign else (foerste,)


def measures_view(filters: Filters, data: Snapshot) -> View:
    """The measures of one area above its filled HU-forløb."""
    return _view("hu_tiltag", filters, (filters,), data)


def pair_view(filters: Filters, data: Snapshot) -> View:
    """The same of two areas beside each other, on the same axes."""
    return _view("hu_tiltag_to", filters, chosen_pair(filters), data)


def coverage(filters: Filters, data: Snapshot) -> View:
    """Where the register of measures speaks, by area and the year they began."""
    matrix = coverage_matrix(REGISTER, SIDE, filters.on(fra=None, til=None), data)
    return replace(matrix, title="Hvad ved vi ikke om rekrutteringstiltag?")


def _view(id_: str, filters: Filters, valgte: tuple[Filters, ...], data: Snapshot) -> View:
    alle = [_measures(en, data) for en in valgte]
    forloeb = [_filled(en, data) for en in valgte]
    navne = [dansk.capital(en.place()) for en in valgte]
    sted = dansk.sentence_list(navne)
    antal = [len(en) for en in alle]
    komplet, begrundelse = completeness(REGISTER, valgte[0], data)
    return hu_view(
        id_,
        filters if id_ == "hu_tiltag_to" else valgte[0],
        data,
        sted=sted,
        belaeg=_told_by(alle, forloeb, data),
        title=_title(navne, antal, komplet),
        figure=_figure(navne, alle, forloeb, valgte, data) if any(antal) else None,
        table=_table(navne, alle),
        alt=f"Tidslinje over tiltag i {sted}, og under den søjler: besatte HU-forløb år for år.",
        definition=DEFINITION,
        coverage="Registeret over tiltag er fuldstændigt." if komplet else begrundelse,
        note=_note(alle, forloeb, navne) if any(antal) else _nothing(sted, komplet, filters.datasaet),
        date_columns=("Fra", "Til"),
        link_column="Kilde" if any(en["url"].notna().any() for en in alle) else "",
        missing="–",
    )


def _measures(filters: Filters, data: Snapshot) -> pd.DataFrame:
    return tiltag.measures(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, filters.fra, filters.til, data=data
    )


def _filled(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """What happened, not what was expected: aar, besat, delvist."""
    alle = years(filters, filters.omraade, data)
    kendte = alle[alle["besat"].notna() & ~alle["er_prognose"]]
    return kendte.assign(delvist=kendte["aar"].isin(part_years(filters, data)))


def _told_by(alle: list[pd.DataFrame], forloeb: list[pd.DataFrame], data: Snapshot) -> Belaeg:
    samlet = pd.concat(alle)
    # that there is no measure, nobody says; then the figure is not drawn, and its HU-forløb are not either
    return joined([of_rows(samlet, data), told_by(forloeb, data)]) if len(samlet) else Belaeg()


def _title(navne: list[str], antal: list[int], komplet: bool) -> str:
    ord_ = ("tiltag", "tiltag") if komplet else ("kendt tiltag", "kendte tiltag")
    hvor = zip(navne, antal, strict=True)
    dele = [f"{dansk.counted(n, *ord_) if n else f'ingen {ord_[1]}'} i {in_sentence(navn)}" for navn, n in hvor]
    return f"{dansk.capital(' og '.join(dele))}, og de besatte HU-forløb"


def _nothing(sted: str, komplet: bool, datasaet: str) -> str:
    if komplet:
        return f"Der er ingen tiltag i {in_sentence(sted)} i perioden."
    return (
        f"{INGEN_KILDE[datasaet]} beskriver et rekrutteringstiltag i {in_sentence(sted)}. Det betyder ikke, at der "
        "ingen er: regionen kender sine egne tillæg, stillinger og ordninger. De kan indlæses på siden Data og kilder "
        "(register »Rekrutteringstiltag«)."
    )


def _note(alle: list[pd.DataFrame], forloeb: list[pd.DataFrame], navne: list[str]) -> str:
    """What the figure says and does not say, and what its colours mean where they are used."""
    tegnet = pd.concat([_drawn(en) for en in alle])
    dele = [IKKE_AARSAG]
    dele += [f"Besatte HU-forløb kendes ikke for {navn}." for navn, en in zip(navne, forloeb, strict=True) if en.empty]
    for navn, en in zip(navne, forloeb, strict=True):
        if aar := sorted({int(et) for et in en.loc[en["kun_dele"], "aar"]}):
            dele.append(parts_only(navn, year_list(aar)))
    if not tegnet["gaelder_hele"].all():
        dele.append("Lilla bjælker gælder kun en del af området.")
    if tegnet["til_dato"].isna().any():
        dele.append("Skraverede bjælker har ingen kendt slutning.")
    if any(en["delvist"].any() for en in forloeb):
        dele.append("Et skraveret år er ikke slut.")
    for navn, en in zip(navne, alle, strict=True):
        if ikke := len(en) - len(_drawn(en)):
            dele.append(
                f"{ikke} tiltag i dele af {'landet' if navn == niveauer.HELE_LANDET else navn} står kun i tabellen."
            )
    return " ".join(dele)


def _drawn(alle: pd.DataFrame) -> pd.DataFrame:
    """Those of the whole area, and those of its parts when there is room for all of them."""
    return alle if len(alle) <= FLEST_TEGNET else alle[alle["gaelder_hele"]].head(FLEST_TEGNET)


def _table(navne: list[str], alle: list[pd.DataFrame]) -> pd.DataFrame:
    dele = []
    for navn, en in zip(navne, alle, strict=True):
        del_ = {
            "Tiltag": en["titel"],
            "Art": en["art"].map(dansk.capital),
            "Gælder": en["omraade"],
            "Fra": en["fra_dato"],
            "Til": en["til_dato"],
            "Beløb (kr.)": en["beloeb_kr"],
            "Beløbet er": en["beloeb_gaelder"],
            "Bemærkning": en["note"].fillna(""),
            "Kilde": en["url"],
        }
        dele.append(pd.DataFrame(({"For": [navn] * len(en)} if len(navne) > 1 else {}) | del_))
    samlet = pd.concat(dele, ignore_index=True)
    return samlet.drop(columns=[en for en in ("Kilde",) if samlet[en].isna().all()])


def _figure(
    navne: list[str], alle: list[pd.DataFrame], forloeb: list[pd.DataFrame], valgte: tuple[Filters, ...], data: Snapshot
) -> Aksefigur:
    """Two panels for each area, the years above each other: what was in progress, and what was filled. Where nothing is
    known to be filled, the years stand at the measures."""
    tegnet = [_drawn(en) for en in alle]
    aarene = _span(tegnet, forloeb, valgte)
    raekker = max(max((len(en) for en in tegnet), default=0), 1)
    med_hu = any(en["aar"].isin(aarene).any() for en in forloeb)
    hoejde = RAMME + (HU_HOEJDE if med_hu else 0) + RAEKKE * raekker
    skel = (HU_HOEJDE + 20) / (hoejde - 60) if med_hu else 0
    ruder = []
    pladser = PLADSER[len(navne)]
    for navn, (x0, x1), en, hu in zip(navne, pladser, tegnet, forloeb, strict=True):
        hvor = f", {navn}" if len(navne) > 1 else ""
        if med_hu:
            ruder.append(_filled_panel(hu, aarene, "Besatte HU-forløb", (x0, x1, 0, skel - 0.1)))
        bredde = NAVNEBREDDE[len(navne)]
        ruder.append(_timeline(en, aarene, f"Tiltag{hvor}", (x0, x1, skel, 0.97), not med_hu, bredde))
    return figur.framed(tuple(ruder), hoejde, maade=STABLET, forklaring=False)


def _span(tegnet: list[pd.DataFrame], forloeb: list[pd.DataFrame], valgte: tuple[Filters, ...]) -> range:
    """The years that the figure shows: from the first thing that it tells of to this year or the last known."""
    foerste = [int(en[:4]) for alle in tegnet for en in alle["fra_dato"]] + [
        int(aar) for en in forloeb for aar in en["aar"]
    ]
    sidste = [int(en[:4]) for alle in tegnet for en in alle["til_dato"].dropna()]
    sidste += [*foerste, valgte[0].i_dag.year]
    return range(max(min(foerste), valgte[0].fra or 0), min(max(sidste), valgte[0].til or 9999) + 1)


def _filled_panel(hu: pd.DataFrame, aarene: range, overskrift: str, plads: tuple) -> Rude:
    serier = []
    for delvist, del_ in hu[hu["aar"].isin(aarene)].groupby("delvist"):
        steder, antal = del_["aar"].astype(str).tolist(), del_["besat"].astype(int).tolist()
        hale = " (ikke hele året)" if delvist else ""
        hover = [
            f"<b>{et}{hale}</b><br>{dansk.quantity(n, 'besatte HU-forløb')}"
            for et, n in zip(steder, antal, strict=True)
        ]
        serier.append(
            figur.bars("Besatte HU-forløb", figur.BESAT, steder, antal, hover, prognose=bool(delvist), forklares=False)
        )
    if hu.empty:
        overskrift += ": ikke kendt"
    y = Talakse("", nullinje=False, faelles="besat")
    return Rude(tuple(serier), figur.years(tuple(str(en) for en in aarene)), y, overskrift, plads=plads)


def _timeline(alle: pd.DataFrame, aarene: range, overskrift: str, plads: tuple, med_aar: bool, bredde: int) -> Rude:
    """A row for each measure; one of a part of the area has its own colour, and one without an end is hatched."""
    kant = date(aarene[-1], 12, 31)
    navne = _names(alle, bredde)
    serier = []
    for aaben, del_ in alle.assign(navn=navne).groupby(alle["til_dato"].isna()):
        fra = [max(first_day(en), date(aarene[0], 1, 1)) for en in del_["fra_dato"]]
        til = [min(last_day(en), kant) if isinstance(en, str) else kant for en in del_["til_dato"]]
        serier.append(
            Soejler(
                "",
                tuple(del_["navn"]),
                tuple((slut - begyndt + timedelta(days=1)).days for begyndt, slut in zip(fra, til, strict=True)),
                tuple(farver.LINJE if hele else farver.SAMMENLIGN for hele in del_["gaelder_hele"]),
                tuple(_hover(post) for post in del_.itertuples()),
                liggende=True,
                begynder=tuple(str(en) for en in fra),
                skraveret=PROGNOSE if aaben else "",
                tykkelse=0.5,
                forklares=False,
            )
        )
    x = Datoakse(f"{aarene[0]}-01-01", f"{aarene[-1] + 1}-01-01", vises=med_aar)
    return Rude(tuple(serier), x, Kategorier(tuple(navne), fra_oven=True), overskrift, plads=plads)


def _names(alle: pd.DataFrame, bredde: int) -> list[str]:
    """The measures at their rows, in two lines at most; of two that are called the same, the second gets a space."""
    navne: list[str] = []
    for titel in alle["titel"]:
        navn = _in_two_lines(titel, bredde)
        navne.append(navn + " " * sum(en.strip() == navn for en in navne))
    return navne


def _in_two_lines(titel: str, bredde: int) -> str:
    linjer = [""]
    for ord_ in titel.split():
        if linjer[-1] and len(linjer[-1]) + len(ord_) >= bredde:
            linjer.append("")
        linjer[-1] = f"{linjer[-1]} {ord_}".strip()
    skrevet = [en if len(en) <= bredde + 2 else f"{en[:bredde]}…" for en in linjer[:2]]
    return "<br>".join(figure_text(en) for en in skrevet) + ("…" if len(linjer) > 2 else "")


def _hover(post) -> str:
    slut = dansk.day(post.til_dato) if isinstance(post.til_dato, str) else "slutningen er ikke kendt"
    beloeb = "Beløb ikke oplyst"
    if post.beloeb_kr == post.beloeb_kr:
        beloeb = f"{dansk.number(post.beloeb_kr)} kr. {post.beloeb_gaelder}"
    linjer = (f"<b>{figure_text(post.titel)}</b>", f"{dansk.capital(post.art)}, {figure_text(post.omraade)}")
    return "<br>".join([*linjer, f"{dansk.day(post.fra_dato)} - {slut}", beloeb])
