"""Extra HU-forløb beside the ordinary ones."""

from dataclasses import replace

import pandas as pd

import queries
from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg, as_sources, joined
from views.faelles.view import View
from views.figur import farver
from views.figur.model import OVER, STABLET, Aksefigur, Kategorier, Ord, Punkter, Rude, Serie
from views.hu_forloeb import figur
from views.hu_forloeb.tal import hu_view, in_period, told_by, year_list

UDDANNELSESREGION = "videreuddannelsesregion"
# The published row is left out of the register on purpose: its number is not a number of posts in general practice.
EKSTRAORDINAERE = (
    "De 30 ekstraordinære forløb i lægefattige områder fra forårsaftalen 2025 er ikke med: de dækker almen medicin, "
    "psykiatri og geriatri tilsammen, og ingen kilde viser fordelingen. De må ikke læses som 30 forløb i almen medicin "
    "(kilder: dailyevents.news 2025 og referatet fra Almen Praksisudvalget)."
)
EKSTRAORDINAERE_KILDER = ("dailyevents-2025-spring-agreement", "almen-praksisudvalget-referat")


def extra_view(filters: Filters, data: Snapshot) -> View:
    """Extra posts by year and, where known, by videreuddannelsesregion; never added to the dimensioned posts."""
    alle = in_period(hu_serier.hu_extra_posts(filters.datasaet, data), filters)
    land, delt = (alle[alle["kendt_niveau"] == niveau] for niveau in (niveauer.LAND, UDDANNELSESREGION))
    offentlig = filters.datasaet == "offentlig"
    alle_kilder = queries.sources(data).set_index("kilde_id")
    omtalt = as_sources(alle_kilder.loc[list(EKSTRAORDINAERE_KILDER if offentlig else ())])
    return hu_view(
        "hu_ekstra",
        filters,
        data,
        sted=niveauer.HELE_LANDET,
        belaeg=joined([told_by([land, delt], data), Belaeg(omtalt)]),
        title=_title(land),
        figure=_figure(land[~land["afviger"]], delt) if len(land) else None,
        table=_table(pd.concat([land, delt])),
        alt="Søjler for ekstra HU-forløb: "
        + "; ".join(f"{p.aar}: {p.antal}" for p in land[~land["afviger"]].itertuples())
        + ".",
        definition="Forløb, der er aftalt eller slået op ud over de ordinære. De kan være talt med i et års "
        "dimensionering eller opslag og lægges aldrig oven i dem.",
        coverage="Viser det, kilderne fortæller; et år uden søjle er ukendt, ikke nul.",
        note=_note(land, delt, offentlig),
    )


def _title(land: pd.DataFrame) -> str:
    aar = sorted(set(land.loc[~land["afviger"], "aar"].astype(int)))
    return f"Ekstra HU-forløb i {year_list(aar)}, talt for sig" if aar else "Ekstra HU-forløb: ingen i perioden"


def _note(land: pd.DataFrame, delt: pd.DataFrame, offentlig: bool) -> str:
    dele = ["" if len(land) else "Ingen kilde fortæller om ekstra forløb i perioden."]
    for post in land[land["afviger"]].itertuples():
        dele.append(f"En kilde lægger {post.antal} i {post.aar}. {post.note}")
    if len(delt):
        aar = int(delt["aar"].max())
        i_alt = delt[delt["aar"] == aar].groupby("kort_navn", sort=False)["antal"].sum()
        dele.append(f"Fordeling {aar}: " + ", ".join(f"{navn} {antal}" for navn, antal in i_alt.items()) + ".")
    return " ".join(filter(None, [*dele, EKSTRAORDINAERE if offentlig else ""]))


def _figure(land: pd.DataFrame, delt: pd.DataFrame) -> Aksefigur:
    """Left: the country by year. Right: the newest year that is known by videreuddannelsesregion."""
    aar = [str(et) for et in range(int(land["aar"].min()), int(land["aar"].max()) + 1)]
    nyeste = delt[delt["aar"] == delt["aar"].max()]
    flere = len(nyeste) > 0
    ruder = [
        Rude(
            _bars(land, land["aar"].astype(str)),
            figur.years(aar, titel=niveauer.HELE_LANDET if flere else ""),
            figur.values("Ekstra forløb"),
            plads=(0, 0.68, 0, 1) if flere else None,
        )
    ]
    if flere:
        titel = f"Fordeling {nyeste['aar'].max()}"
        # both stand on the same axis of numbers
        faelles = replace(figur.values(""), skrives=False, faelles="y")
        ruder[0] = replace(ruder[0], y=replace(ruder[0].y, faelles="y"))
        fordeling = _bars(nyeste, nyeste["kort_navn"])
        ruder.append(Rude(fordeling, Kategorier(titel=titel), faelles, plads=(0.74, 1, 0, 1)))
    prognose = bool(land["er_prognose"].any() or nyeste["er_prognose"].any())
    return figur.framed(tuple(ruder), 320, maade=STABLET, prognose=prognose)


def _bars(ramme: pd.DataFrame, kategori: pd.Series) -> tuple[Serie, ...]:
    """Bars of one panel, what happened under what is expected, and above them the numbers they are made of."""
    ordnet = ramme.assign(kategori=kategori).sort_values("er_prognose", kind="stable")
    serier: list[Serie] = []
    for post in ordnet.itertuples():
        hale = " (prognose)" if post.er_prognose else ""
        hover = [f"<b>{post.navn}, {post.aar}</b><br>{post.antal} ekstra forløb{hale}"]
        soejle = figur.bars(
            "Ekstra forløb", farver.LINJE, [post.kategori], [int(post.antal)], hover, prognose=post.er_prognose
        )
        serier.append(replace(soejle, ord=None, forklares=False))
    pr_kategori = ordnet.groupby("kategori", sort=False)["antal"]
    er_tallene = (pr_kategori.size() == 1).all()
    ord_ = Ord(
        tuple("+".join(str(v) for v in antal) for _, antal in pr_kategori), OVER, decimaler=0 if er_tallene else None
    )
    hoejder = tuple(int(v) for v in pr_kategori.sum())
    if serier:
        serier.append(Punkter("", tuple(pr_kategori.groups), hoejder, form="", ord=ord_, forklares=False))
    return tuple(serier)


def _table(alle: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Område": alle["navn"],
            "År": alle["aar"].astype(str),
            "Ekstra forløb": alle["antal"],
            "Art": alle["er_prognose"].map({True: "Prognose", False: "Faktisk"}),
            "Brugt": alle["afviger"].map({True: "Nej, afviger", False: "Ja"}),
            "Bemærkning": alle["note"].fillna(""),
        }
    )
