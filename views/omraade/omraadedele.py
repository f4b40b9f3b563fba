"""What an area consists of, part by part: a region by its sundhedsråd, a sundhedsråd or a group by its kommuner."""

from dataclasses import dataclass

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from views.faelles import paastand, saetninger
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.indikatortal import Indikatortal, indicator_values
from views.faelles.kilder import joined, of_area, of_areas
from views.faelles.omraadenoegletal import indicators
from views.faelles.registerniveau import fitted
from views.faelles.view import View
from views.noegletal.kort import parts_of
from views.omraade.mit_omraade import MINDST_FAELLER, SIDE
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain


@dataclass(frozen=True)
class Spaend:
    """The best and the worst part on one indicator, each alone at its end."""

    tal: Indikatortal
    bedst: str
    bedste: float
    daarligst: str
    daarligste: float


def parts_view(filters: Filters, data: Snapshot) -> View:
    """One row for each part and one column for each indicator that is known of them; the area itself stands last."""
    niveau = niveauer.finer_level(filters.niveau)
    dele = parts_of(filters)
    navne = {kode: en.navn for kode, en in niveauer.areas(niveau, filters.struktur).items()}
    stedet = filters.area_name()
    kolonner, decimaler, belaeg, spaend = {"Område": [navne[en] for en in dele] + [stedet]}, {}, [], []
    lister: dict[tuple[int, str], str] = {}
    for noegletal in indicators(filters, data):
        valg = filters.on(niveau=niveau, omraade="", sammenlign="", indikator=noegletal)
        if fitted(queries.catalogue(data)[noegletal].register, valg) != valg:
            continue
        tal = indicator_values(valg, data)
        vaerdier = tal.omraader.set_index("omraade_id")["vaerdi"].reindex(dele)
        if tal.withheld or vaerdier.isna().all():
            continue
        hele = indicator_values(valg.on(niveau=filters.niveau), data)
        eget = hele.omraader.set_index("omraade_id")["vaerdi"]
        kolonner[tal.navn] = [*vaerdier, eget.get(filters.omraade, float("nan"))]
        decimaler[tal.navn] = tal.indikator.decimaler
        steder = [*(tal.filters.on(omraade=en) for en in dele), hele.filters.on(omraade=filters.omraade)]
        lister |= {(nr, tal.navn): link for nr, en in enumerate(steder) if (link := list_link(en, data))}
        belaeg += [of_areas(tal, vaerdier.dropna().index, data), of_area(hele, filters.omraade, data)]
        spaend += [en] if (en := _span(tal, vaerdier, navne)) else []
    om_dele = [_sentence(en) for en in spaend]
    delnavn = niveauer.level(niveau).navn_flertal
    ukomplet = not completeness("udbud", filters.on(niveau=niveau), data)[0]
    forbehold = "Tallene er dem, kilderne viser; en tom celle er ukendt og ikke nul." if ukomplet else ""
    tom, samlet = len(kolonner) == 1, joined(belaeg)
    return View(
        id="omraadedele",
        title=f"{stedet}: {delnavn} for sig",
        subtitle=saetninger.subtitle(filters.on(niveau=niveau)),
        figure=None,
        table=pd.DataFrame() if tom else pd.DataFrame(kolonner),
        alt=f"Tabel med {len(kolonner) - 1} nøgletal for {len(dele)} {delnavn}.",
        definition="Hvert nøgletal som på kortet, for hver del af området. Nederst står området selv.",
        sources=samlet.kilder,
        as_of=samlet.opgjort,
        coverage=forbehold,
        link=filters.link(SIDE),
        filters=filters,
        decimals=decimaler,
        text=Markdown("\n".join(f"- {en}" for en in om_dele) or plain(forbehold or "Ingen af delene skiller sig ud.")),
        note=f"Ingen kilde fortæller om {delnavn} i {stedet} i perioden." if tom else "",
        missing="–",
        lister=lister,
    )


def _span(tal: Indikatortal, vaerdier: pd.Series, navne: dict[str, str]) -> Spaend | None:
    """Only for rates where a side is good, and where highest and lowest may be said."""
    indikator = tal.indikator
    if not indikator.er_forhold or indikator.lav_er_godt is None or len(vaerdier) < MINDST_FAELLER:
        return None
    yderst = [
        find(vaerdier, tal.ikke_placeret, tal.komplet, indikator.decimaler)
        for find in (paastand.lowest, paastand.highest)
    ]
    if None in yderst:
        return None
    bedst, daarligst = yderst if indikator.lav_er_godt else yderst[::-1]
    return Spaend(tal, navne[bedst], vaerdier[bedst], navne[daarligst], vaerdier[daarligst])


def _sentence(en: Spaend) -> Markdown:
    bedst, daarligst = en.tal.value_text(en.bedste), dansk.number(en.daarligste, en.tal.indikator.decimaler)
    yderst = plain(f"bedst i {en.bedst} ({bedst}), dårligst i {en.daarligst} ({daarligst}).")
    return Markdown(f"{bold(en.tal.navn)}: {yderst}")
