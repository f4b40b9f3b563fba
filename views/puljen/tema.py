"""What the money of a pool went to: its projects by theme, in the country or in the chosen area."""

from dataclasses import dataclass

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.paastand import highest
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import MILLION
from views.figur.model import HVOR_DER_ER_PLADS, Aksefigur, Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars
from views.puljen.pulje import (
    FAELLES,
    UDEN_BELOEB,
    Pulje,
    definition,
    described,
    not_counted,
    pool_view,
    read_pool,
)
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.ord import KAN_INDLAESES

TEMAER = {
    "klinik_etablering": "Nye klinikker",
    "laegehus": "Lægehuse",
    "sundhedshus": "Sundhedshuse",
    "rekruttering": "Rekruttering",
    "fastholdelse": "Fastholdelse",
    "netvaerk_uddannelseslaeger": "Uddannelseslæger",
    "digitalisering": "Digitale løsninger",
    "etableringstilskud": "Etableringstilskud",
}


@dataclass(frozen=True, eq=False)
class Udsnit:
    """The projects that are looked at: the pool's shown ones, or the chosen area's. projekter: as `Pulje.viste`, where
    `medregnes` is true only for money that is the place's alone; faelles: how many of them the area shares."""

    pulje: Pulje
    sted: str
    projekter: pd.DataFrame
    faelles: int = 0

    @property
    def har_beloeb(self) -> bool:
        """Is any amount known of the place alone?"""
        return bool(self.projekter["medregnes"].any())


def theme_view(filters: Filters, data: Snapshot) -> View | None:
    """Money by theme, or projects by theme when no amount is known: of the chosen area where a source describes a
    project there, else of the country. None without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    udsnit = _part(pulje)
    temaer = _themes(udsnit)
    view = pool_view(
        "puljen_tema",
        pulje,
        data,
        title=_title(udsnit, temaer),
        figure=_figure(udsnit, temaer) if len(temaer) else None,
        table=temaer,
        alt=f"Søjler for hvert tema, {udsnit.sted}: "
        + "; ".join(_theme_text(udsnit, en) for _, en in temaer.iterrows()),
        definition=f"{definition(data)} Temaet er sat af os ud fra kildens beskrivelse.",
        coverage=" ".join(filter(None, [described(pulje), not_counted(pulje)])),
        note=_note(udsnit, temaer),
    )
    return about(view, udsnit.sted)


def _part(pulje: Pulje) -> Udsnit:
    omraade = pulje.filters.omraade
    her = pulje.viste.loc[[omraade in en for en in pulje.viste["omraade_ids"]]]
    if her.empty:
        return Udsnit(pulje, niveauer.LANDET, pulje.viste)
    alene = her["omraade_ids"].map(len) == 1
    navn = pulje.filters.area_name(kort=True)
    return Udsnit(pulje, navn, her.assign(medregnes=her["medregnes"] & alene), int((~alene).sum()))


def _themes(udsnit: Udsnit) -> pd.DataFrame:
    """One row per theme: the shown projects, those of them in the sum, and their kroner (missing when none is told)."""
    viste = udsnit.projekter
    grupper = viste.assign(
        taeller=viste["medregnes"].astype(int), kr=viste["beloeb_kr"].where(viste["medregnes"])
    ).groupby("tema")
    temaer = pd.DataFrame(
        {
            "Tema": [TEMAER[en] for en in grupper.groups],
            "Projekter": grupper.size().to_numpy(),
            "Projekter i summen": grupper["taeller"].sum().to_numpy(),
            "Kr.": grupper["kr"].sum(min_count=1).to_numpy(dtype=float),
        }
    )
    orden = ["Kr.", "Projekter", "Tema"]
    return temaer.sort_values(orden, ascending=[False, False, True], na_position="last").reset_index(drop=True)


def _title(udsnit: Udsnit, temaer: pd.DataFrame) -> str:
    """What most went to, where every amount is told and none is shared; else what the figure is about."""
    sted = dansk.capital(udsnit.sted)
    if not udsnit.har_beloeb:
        beskrevet = "det beskrevne handler om" if udsnit.pulje.mangel else "projekterne handler om"
        return f"{sted}: hvad {beskrevet}" if len(temaer) else f"{sted}: hvad pengene gik til"
    kr = temaer.set_index("Tema")["Kr."]
    uden = int((temaer["Projekter"] - temaer["Projekter i summen"]).sum())
    flest = highest(kr.fillna(0), float("nan") if uden else 0, not udsnit.pulje.mangel)
    if flest is None:
        kendte = "de kendte " if udsnit.pulje.mangel or uden else ""
        return f"{sted}: hvad {kendte}{dansk.quantity(kr.sum(), 'kr.')} gik til"
    return f"{sted}: flest penge til {flest.lower()} ({dansk.quantity(kr[flest], 'kr.')})"


def _note(udsnit: Udsnit, temaer: pd.DataFrame) -> str:
    if temaer.empty:
        return f"Ingen kilde beskriver, hvad pengene gik til. {KAN_INDLAESES}"
    navn = udsnit.pulje.filters.area_name(kort=True)
    if navn and navn != udsnit.sted:
        return f"Ingen kilde beskriver et projekt i {navn}; figuren er for hele landet."
    faelles = counted(udsnit.faelles, *FAELLES)
    return f"{faelles} er ikke med i beløbet, for pengene er ikke fordelt." if udsnit.faelles else ""


def _theme_text(udsnit: Udsnit, tema: pd.Series) -> str:
    return f"{tema['Tema']}: {_bar_text(udsnit, tema)}"


def _bar_text(udsnit: Udsnit, tema: pd.Series) -> str:
    pulje = udsnit.pulje
    if not udsnit.har_beloeb:
        return pulje.shown(tema["Projekter"])
    if tema["Kr."] != tema["Kr."]:
        return f"{pulje.shown(tema['Projekter'])}, beløb {UDEN_BELOEB}"
    uden = tema["Projekter"] - tema["Projekter i summen"]
    mangler = f" (+ {uden} uden eget beløb)" if uden else ""
    return f"{dansk.quantity(tema['Kr.'], 'kr.')} · {pulje.shown(tema['Projekter i summen'])}{mangler}"


def _figure(udsnit: Udsnit, temaer: pd.DataFrame) -> Aksefigur:
    maal = "Kr." if udsnit.har_beloeb else "Projekter"
    skala = MILLION if udsnit.har_beloeb and temaer["Kr."].max() >= MILLION else 1
    enhed = "Mio. kr." if skala > 1 else "Kr." if udsnit.har_beloeb else dansk.capital(udsnit.pulje.art[1])
    soejler = Soejler(
        "",
        tuple(temaer["Tema"]),
        tuple(0 if en != en else float(en) / skala for en in temaer[maal]),
        farver.LINJE,
        tuple(_theme_text(udsnit, en) for _, en in temaer.iterrows()),
        Ord(tuple(_bar_text(udsnit, en) for _, en in temaer.iterrows()), HVOR_DER_ER_PLADS),
        liggende=True,
    )
    return list_of_bars((soejler,), Talakse(enhed, hele=not udsnit.har_beloeb), 90 + 34 * len(temaer), 70)
