"""HU-forløb area by area: filled and vacant posts in the newest settled year, also for the delregioner."""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

import queries
from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.gruppeview import among_areas
from views.faelles.paastand import highest
from views.faelles.view import View
from views.figur.model import STABLET, Aksefigur, Kategorier, Rude
from views.hu_forloeb import figur
from views.hu_forloeb.tal import (
    DEFINITION,
    IKKE_STEDFAESTET,
    KOLONNER,
    SIDE,
    hu_view,
    in_period,
    known,
    part_years,
    settled,
    told_by,
)
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES

DELREGION = "delregion"


@among_areas("sundhedsraad")
def areas_view(filters: Filters, data: Snapshot) -> View:
    """Filled and vacant posts of every area of the level."""
    return _areas("hu_omraader", filters, data)


def delregion_view(filters: Filters, data: Snapshot) -> View:
    """The same for the delregioner, which sources name but which do not cover the country."""
    view = _areas("hu_delregioner", filters.on(niveau=DELREGION, omraade="", sammenlign=""), data)
    # delregion is no level of the menus, so the link keeps the choices that were made
    return replace(view, filters=filters, link=filters.link(SIDE))


def _areas(id_: str, filters: Filters, data: Snapshot) -> View:
    alle = in_period(hu_serier.hu_by_year(filters.niveau, filters.struktur, filters.datasaet, data), filters)
    komplet, begrundelse = completeness("hu_forloeb", filters, data)
    delvise = part_years(filters, data)
    vist = _newest(alle[alle["omraade_id"] != IKKE_STEDFAESTET], komplet, delvise)
    aar = sorted(set(vist["aar"]))
    niveau = niveauer.level(filters.niveau).navn_flertal
    view = hu_view(
        id_,
        filters,
        data,
        belaeg=told_by([vist], data),
        title=_title(vist, alle, filters.niveau, komplet),
        figure=_figure(vist, filters, len(aar) > 1) if len(vist) else None,
        table=_table(vist, alle, filters, aar, data),
        alt=f"Søjler for besatte og ubesatte HU-forløb i {dansk.quantity(len(vist), niveau)}.",
        definition=DEFINITION,
        coverage=_coverage(filters, vist, niveau, komplet, begrundelse, data),
        note=_note(vist, alle, filters.niveau, aar),
    )
    # the years that are drawn, which are fewer than those that were chosen
    return replace(view, subtitle=saetninger.subtitle(filters.on(fra=min(aar), til=max(aar)) if aar else filters))


def _newest(alle: pd.DataFrame, komplet: bool, delvise: Collection[int]) -> pd.DataFrame:
    """The newest settled year of each area; on complete data the same year for all."""
    kendte = settled(alle, delvise) if komplet else known(alle[~alle["er_prognose"]])
    if komplet and len(kendte):
        kendte = kendte[kendte["aar"] == kendte["aar"].max()]
    return kendte.groupby("omraade_id", sort=False).tail(1)


def _title(vist: pd.DataFrame, alle: pd.DataFrame, niveau: str, komplet: bool) -> str:
    """Where most stood vacant, if what is not placed could not turn it; of the delregioner, which are no parts of a
    whole, among those that are known."""
    flertal = niveauer.level(niveau).navn_flertal
    if vist.empty:
        return f"HU-forløb fordelt på {flertal}: ingen tal"
    aar, ubesat = vist["aar"].iloc[0], vist.set_index("navn")["ubesat"].astype(float)
    uden_for = alle[(alle["omraade_id"] == IKKE_STEDFAESTET) & (alle["aar"] == aar)]["ubesat"].sum()
    flest = highest(ubesat, 0 if niveau == DELREGION else uden_for, komplet)
    if flest is None:
        hvornaar = f" i {aar}" if vist["aar"].nunique() == 1 else ""
        return f"Besatte og ubesatte HU-forløb{hvornaar}, kendt for {dansk.quantity(len(vist), flertal)}"
    antal = dansk.number(ubesat[flest])
    if niveau == DELREGION:
        blandt = dansk.quantity(len(vist), "kendte delregioner")
        return f"Blandt {blandt} havde {flest} flest ubesatte HU-forløb i {aar} ({antal})"
    return f"{aar}: flest ubesatte HU-forløb i {flest} ({antal})"


def _coverage(
    filters: Filters, vist: pd.DataFrame, niveau: str, komplet: bool, begrundelse: str, data: Snapshot
) -> str:
    antal = len(hu_areas(filters, data))
    kendt = f"Kendt for {len(vist)} af {dansk.quantity(antal, niveau)}."
    if filters.niveau == DELREGION:
        return f"{kendt} Delregionerne er dem, kilder nævner ved navn; de dækker ikke hele landet."
    return kendt if komplet else f"{kendt} {begrundelse}"


def hu_areas(filters: Filters, data: Snapshot) -> list[str]:
    """The omraade_id's of the level, also for delregion."""
    ramme = queries.hu_pr_omraade(filters.niveau, filters.struktur, filters.datasaet, data=data)
    return [en for en in ramme["omraade_id"] if en not in (IKKE_STEDFAESTET, "flere_omraader")]


def _note(vist: pd.DataFrame, alle: pd.DataFrame, niveau: str, aar: list[int]) -> str:
    if len(vist):
        dele = vist.loc[vist["kun_dele"], "navn"].tolist()
        forbehold = [
            "Tallene er fra forskellige år og kan ikke sammenlignes." if len(aar) > 1 else "",
            f"Kun en del er kendt for {dansk.sentence_list(dele)}." if dele else "",
        ]
        return " ".join(filter(None, forbehold))
    if (alle["besat"].notna() & (alle["omraade_id"] != IKKE_STEDFAESTET)).any():
        return "Intet år i perioden er afsluttet: der er runder, som ikke er afgjort. Vælg flere år."
    if niveau == DELREGION:
        return f"Ingen kilde giver tal for delregioner, kun udsagn. {KAN_INDLAESES}"
    return (
        "Ingen kilde fordeler opslåede og besatte HU-forløb på dette niveau i perioden. Prøv niveauet Region. "
        f"{KAN_INDLAESES}"
    )


def _figure(vist: pd.DataFrame, filters: Filters, med_aar: bool) -> Aksefigur:
    navne = [f"{p.kort_navn}, {p.aar}" if med_aar else p.kort_navn for p in vist.itertuples()]
    valgte = tuple(navn for navn, en in zip(navne, vist["omraade_id"], strict=True) if en == filters.omraade)
    hover = [
        f"<b>{p.navn}, {p.aar}</b><br>{dansk.quantity(p.opslaaet, 'opslåede')}<br>"
        f"{dansk.quantity(p.besat, 'besatte')}<br>{dansk.quantity(p.ubesat, 'ubesatte')}"
        for p in vist.itertuples()
    ]
    soejler = tuple(
        figur.bars(KOLONNER[maal], farve, navne, vist[maal].astype(int).tolist(), hover, liggende=True)
        for maal, farve in (("besat", figur.BESAT), ("ubesat", figur.UBESAT))
    )
    x = figur.values("Opslåede forløb, genopslag talt med")
    rude = Rude(soejler, x, Kategorier(valgte=valgte, fra_oven=True))
    return figur.framed((rude,), 110 + 28 * len(vist), maade=STABLET)


def _table(vist: pd.DataFrame, alle: pd.DataFrame, filters: Filters, aar: list[int], data: Snapshot) -> pd.DataFrame:
    """The areas; where they share a year also what is not placed and the country, which they add up to."""
    dele = [vist]
    if len(aar) == 1:
        delvise = part_years(filters, data)
        rest = settled(alle[(alle["omraade_id"] == IKKE_STEDFAESTET) & (alle["aar"] == aar[0])], delvise)
        if filters.niveau == DELREGION:
            rest = rest.assign(navn="Resten af landet")
        land = hu_serier.hu_by_year(niveauer.LAND, filters.struktur, filters.datasaet, data)
        land = settled(land[(land["omraade_id"] == niveauer.LAND) & (land["aar"] == aar[0])], delvise)
        dele += [rest, land.assign(navn=niveauer.HELE_LANDET)]
    samlet = pd.concat(dele)
    return pd.DataFrame(
        {
            "Område": samlet["navn"],
            "År": samlet["aar"].astype(str),
            **{navn: samlet[maal] for maal, navn in KOLONNER.items()},
        }
    ).reset_index(drop=True)
