"""Offered ydernumre and filled HU-forløb, under each other but never on one axis: they are different counts."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from geo.niveauer import LAND
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.indikatortal import indicator_trend, indicator_values
from views.faelles.kilder import joined, of_years
from views.faelles.paastand import IKKE_HELE_AARET, register_years
from views.faelles.view import View
from views.figur import farver
from views.figur.model import PROGNOSE, STABLET, Aksefigur, Rude
from views.hu_forloeb import figur
from views.hu_forloeb.tal import hu_view, in_sentence, told_by, years
from views.sprog import dansk

UDBUD = "udbudte_ydernumre"
DELVIST = f"Udbudte ydernumre, {IKKE_HELE_AARET}"
FORSINKELSE = (
    "Et HU-forløb varer 54 måneder, så de læger, der begynder et år, er speciallæger fire til fem år senere. De to "
    "rækker skal derfor læses hver for sig og ikke trækkes fra hinanden; og en speciallæge slår sig ikke nødvendigvis "
    "ned, hvor forløbet lå."
)


def supply_view(filters: Filters, data: Snapshot) -> View:
    """Two panels with an axis each: ydernumre offered by year, HU-forløb filled by year; only on complete data."""
    udbudsfiltre = filters.on(indikator=UDBUD)
    tal = indicator_values(udbudsfiltre, data)
    spoergsmaal = "Bliver der slået hurtigere op, end der bliver uddannet speciallæger?"
    grunde = [
        withheld_reason(register, "Udbudte ydernumre ved siden af besatte HU-forløb", filters, data)
        for register in ("udbud", "hu_forloeb")
    ]
    withheld = next(filter(None, grunde), "")
    sted = dansk.capital(filters.place())
    udbud = indicator_trend(udbudsfiltre, data)[["aar", "omraade" if filters.omraade else "land"]]
    udbud = udbud.set_axis(["aar", "antal"], axis=1).dropna()
    forloeb = years(filters, filters.omraade, data)
    forloeb = forloeb[forloeb["besat"].notna()]
    belaeg = of_years(udbudsfiltre, [filters.omraade or LAND], data)
    delvise = register_years("udbud", filters, data).dele
    vises = not withheld and len(udbud) > 0 and len(forloeb) > 0
    return hu_view(
        "hu_og_udbud",
        filters,
        data,
        sted=sted,
        belaeg=joined([belaeg, told_by([forloeb], data)]),
        title=spoergsmaal,
        figure=_figure(udbud, forloeb, delvise) if vises else None,
        table=_table(udbud, forloeb, delvise) if vises else pd.DataFrame(),
        alt=f"To grafer for {in_sentence(sted)}: udbudte ydernumre år for år, og besatte HU-forløb år for år.",
        definition=f"Øverst: {tal.indikator.definition} Nederst: HU-forløb, der er besat i året. {FORSINKELSE}",
        withheld=withheld,
        note=_note(udbud, delvise) if vises else "Der er ingen tal for begge i perioden.",
    )


def _note(udbud: pd.DataFrame, delvise: Mapping[int, str]) -> str:
    vist = [int(aar) for aar in udbud["aar"] if aar in delvise]
    skraveret = [f"{aar} er skraveret, for det er {IKKE_HELE_AARET}." for aar in vist]
    return " ".join([*skraveret, FORSINKELSE])


def _table(udbud: pd.DataFrame, forloeb: pd.DataFrame, delvise: Mapping[int, str]) -> pd.DataFrame:
    fakta = forloeb[~forloeb["er_prognose"]].set_index("aar")["besat"]
    prognose = forloeb[forloeb["er_prognose"]].set_index("aar")["besat"]
    antal, er_hele = udbud.set_index("aar")["antal"].astype("Int64"), ~udbud["aar"].isin(delvise).to_numpy()
    bred = pd.DataFrame(
        {
            "Udbudte ydernumre": antal[er_hele],
            **({DELVIST: antal[~er_hele]} if not er_hele.all() else {}),
            "Besatte HU-forløb": fakta,
            "Besatte HU-forløb, prognose": prognose,
        }
    )
    return bred.astype("Int64").rename_axis("År").reset_index().astype({"År": str})


def _figure(udbud: pd.DataFrame, forloeb: pd.DataFrame, delvise: Mapping[int, str]) -> Aksefigur:
    foerste = int(min(udbud["aar"].min(), forloeb["aar"].min()))
    sidste = int(max(udbud["aar"].max(), forloeb["aar"].max()))
    aar = tuple(str(et) for et in range(foerste, sidste + 1))
    udbudte = []
    for delvist, del_ in udbud.groupby(udbud["aar"].isin(delvise)):
        steder, antal = del_["aar"].astype(str).tolist(), del_["antal"].astype(int).tolist()
        hale = f" ({IKKE_HELE_AARET})" if delvist else ""
        hover = [f"<b>{et}{hale}</b><br>{dansk.quantity(n, 'udbudte ydernumre')}" for et, n in zip(steder, antal)]
        soejler = figur.bars("Udbudte ydernumre", farver.LINJE, steder, antal, hover, forklares=False)
        udbudte.append(replace(soejler, navn=DELVIST, skraveret=PROGNOSE) if delvist else soejler)
    besatte = []
    for prognose, del_ in forloeb.groupby("er_prognose"):
        steder, antal = del_["aar"].astype(str).tolist(), del_["besat"].astype(int).tolist()
        hale = " (prognose)" if prognose else ""
        hover = [f"<b>{et}{hale}</b><br>{dansk.quantity(n, 'besatte HU-forløb')}" for et, n in zip(steder, antal)]
        besatte.append(
            figur.bars("Besatte HU-forløb", figur.BESAT, steder, antal, hover, prognose=bool(prognose), forklares=False)
        )
    # the years are written once, below both
    oeverst = Rude(
        tuple(udbudte),
        figur.years(aar, vises=False),
        figur.values(""),
        "Udbudte ydernumre, antal",
        plads=(0, 1, 0.57, 0.93),
    )
    nederst = Rude(
        tuple(besatte), figur.years(aar), figur.values(""), "Besatte HU-forløb, antal", plads=(0, 1, 0, 0.38)
    )
    prognose = bool(forloeb["er_prognose"].any())
    return figur.framed((nederst, oeverst), 440, maade=STABLET, prognose=prognose, forklaring=prognose)
