"""The life of tenders as a flow: offered, applied for or not, and what became of it."""

import pandas as pd

from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.udfald import UDFALD, by_outcome, offered_lots
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Baand, Knude, Stroemme
from views.sprog import dansk
from views.ydernumre.registeret import (
    DEFINITION,
    complete,
    nothing_known,
    outcome_name,
    udbud_view,
    unit_of,
    unit_rounds,
)

SOEGNING = {
    "ansoegere": ("Ansøgere", farver.LINJE),
    "ingen": ("Ingen søgte", farver.UDFALD["ingen_ansoegere"]),
    "ikke_oplyst": ("Ikke oplyst", farver.REFERENCE),
}
GENOPSLAG = "genopslag"
# The part of a column's height that is gaps between nodes.
LUFT = 0.35
# The words of the last column stand beside the figure, where nothing crosses them.
KOLONNER = (0.0, 0.4, 1.0)
RUNDE_DEFINITION = (
    "Hver runde tæller én gang: samme nummer står flere gange, når det er slået op flere gange. »Genopslået« er "
    "runder, der fik en ny runde efter sig i perioden. Beslutninger uden kendt opslag tæller ikke med."
)


def units_flow(filters: Filters, data: Snapshot) -> View:
    """Units of the chosen kind from offer to outcome; each lot once, by its last round."""
    lod = offered_lots(unit_rounds(filters, data))
    enhed = unit_of(filters)
    dele = by_outcome(lod)
    strom = dele.groupby(["soegning", "udfald"])["antal"].sum().reset_index()
    besat = int(strom.loc[strom["udfald"] == "besat", "antal"].sum())
    i_alt = int(strom["antal"].sum())
    uvist = int(strom.loc[strom["udfald"] == "afventer", "antal"].sum())
    title = f"{dansk.number(besat)} af {dansk.quantity(i_alt, f'udbudte {enhed.flertal}')} fandt en læge"
    if not complete(filters, data):
        # "1 of 88 found a doctor" would say something of the 87 that nobody knows of
        kendte = dansk.counted(i_alt, f"kendt udbudt {enhed.ental}", f"kendte udbudte {enhed.flertal}")
        title = f"{kendte}: {_tail(besat, i_alt - besat - uvist, uvist)}"
    return _flow_view(
        "forloeb_enheder",
        filters,
        data,
        lod,
        strom,
        start=(i_alt, "udbudt"),
        title=f"{dansk.capital(filters.place())}: {title}",
        antal=dansk.capital(enhed.flertal),
        definition=DEFINITION.format(enheder=dansk.capital(enhed.flertal))
        + " Ansøgere er seneste rundes; »ikke oplyst« er ikke det samme som ingen.",
    )


def rounds_flow(filters: Filters, data: Snapshot) -> View:
    """Rounds of the chosen kind from offer to outcome, of which a new round is one; every round once."""
    runder = unit_rounds(filters, data)
    runder = runder[runder["er_udbudt"] & (runder["plads"] == "inde")]
    enhed = unit_of(filters)
    udfald = runder["udfald"].mask(runder["har_senere_runde"], GENOPSLAG)
    strom = runder.assign(udfald=udfald).groupby(["soegning", "udfald"]).size().reset_index(name="antal")
    uden = int(strom.loc[strom["soegning"] == "ingen", "antal"].sum())
    title = f"{dansk.number(uden)} af {dansk.quantity(len(runder), 'runder')} for {enhed.flertal} var uden ansøgere"
    if not complete(filters, data):
        kendte = dansk.counted(len(runder), "kendt runde", "kendte runder")
        title = f"{kendte} for {enhed.flertal}, {dansk.number(uden)} uden ansøgere"
    return _flow_view(
        "forloeb_runder",
        filters,
        data,
        runder,
        strom,
        start=(len(runder), "runder"),
        title=f"{dansk.capital(filters.place())}: {title}",
        antal="Runder",
        definition=f"Udbudsrunder for {enhed.flertal}. {RUNDE_DEFINITION}",
    )


def _tail(besat: int, uden: int, uvist: int) -> str:
    tal = (dansk.number(en) for en in (besat, uden, uvist))
    return "{} fandt en læge, {} gjorde ikke, og {} er uden kendt udfald".format(*tal)


def _flow_view(
    id_, filters, data, runder, strom: pd.DataFrame, *, start: tuple[int, str], title: str, antal: str, definition: str
) -> View:
    """The view of a flow given as soegning, udfald, antal."""
    komplet = complete(filters, data)
    tom = strom.empty
    navne = {GENOPSLAG: "Genopslået"} | {en: outcome_name(en, komplet) for en in UDFALD}
    ordnet = _in_order(strom)
    tabel = pd.DataFrame(
        {
            "Søgning": [SOEGNING[en][0] for en in ordnet["soegning"]],
            "Udfald": [navne[en] for en in ordnet["udfald"]],
            antal: ordnet["antal"].astype("Int64"),
        }
    )
    udfald = ordnet.groupby("udfald", sort=False)["antal"].sum()
    opremset = dansk.sentence_list([f"{navne[en].lower()} {dansk.number(n)}" for en, n in udfald.items()] or ["intet"])
    return udbud_view(
        id_,
        filters,
        data,
        runder,
        title=f"Ingen kendte udbud: {filters.place()}" if tom else title,
        figure=None if tom else _flows(ordnet, start, navne),
        table=tabel,
        alt=f"Strømme fra opslag over ansøgere til udfald ({antal.lower()}): {opremset}.",
        definition=definition,
        note=nothing_known(filters, data)
        if tom
        else ("" if komplet else "Tallene er de udbud, kilderne viser. De kan ikke læses som andele af alle udbud."),
    )


def _in_order(strom: pd.DataFrame) -> pd.DataFrame:
    plads = {en: nr for nr, en in enumerate([*SOEGNING, *UDFALD, GENOPSLAG])}
    return strom.sort_values(["soegning", "udfald"], key=lambda kolonne: kolonne.map(plads)).reset_index(drop=True)


def _flows(strom: pd.DataFrame, start: tuple[int, str], navne: dict[str, str]) -> Stroemme:
    """Three columns of nodes in fixed places and colours."""
    udfald = [en for en in [*UDFALD, GENOPSLAG] if en in set(strom["udfald"])]
    soegninger = _uncrossed(strom, udfald)
    i_midten = strom.groupby("soegning")["antal"].sum()[soegninger].astype(int)
    til_sidst = strom.groupby("udfald")["antal"].sum()[udfald].astype(int)
    knuder = [Knude(start[1], start[0], farver.REFERENCE, 0, 0.5)]
    for kolonne, antal, ord_ in ((1, i_midten, SOEGNING), (2, til_sidst, _outcomes(navne))):
        poster = zip(antal.items(), _middles(antal), strict=True)
        knuder += [Knude(ord_[en][0], n, ord_[en][1], kolonne, midte) for (en, n), midte in poster]
    midt = {en: nr for nr, en in enumerate(soegninger, start=1)}
    sidst = {en: nr for nr, en in enumerate(udfald, start=1 + len(soegninger))}
    baand = [Baand(0, nr, int(i_midten[en]), SOEGNING[en][1]) for en, nr in midt.items()]
    baand += [
        Baand(midt[en.soegning], sidst[en.udfald], int(en.antal), _colour(en.udfald)) for en in strom.itertuples()
    ]
    return Stroemme(tuple(knuder), tuple(baand), KOLONNER, LUFT, 44 * max(len(udfald), 6) + 40)


def _outcomes(navne: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {en: (navn, _colour(en)) for en, navn in navne.items()}


def _uncrossed(strom: pd.DataFrame, udfald: list[str]) -> list[str]:
    """The middle column from the top, by where its flows end: plotly would draw any other order with crossings."""
    vejet = strom.assign(sted=strom["udfald"].map(udfald.index) * strom["antal"].astype(float))
    sum_ = vejet.groupby("soegning")[["sted", "antal"]].sum()
    return (sum_["sted"] / sum_["antal"]).sort_values(kind="stable").index.tolist()


def _middles(antal: pd.Series) -> list[float]:
    """Where the nodes of a column stand: 0 the top, 1 the bottom."""
    luft = LUFT / max(len(antal) - 1, 1)
    hoejder = (1 - LUFT) * antal.astype(float) / antal.sum()
    toppe = hoejder.cumsum() - hoejder + luft * pd.Series(range(len(antal)), index=antal.index)
    midter = [0.5] if len(antal) == 1 else toppe + hoejder / 2
    return [round(float(en), 3) for en in midter]


def _colour(udfald: str) -> str:
    return farver.ENDNU_ET_SLAGS if udfald == GENOPSLAG else UDFALD[udfald][1]
