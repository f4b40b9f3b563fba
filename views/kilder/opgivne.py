"""The stated figures: the measurements and the counts of inhabitants that an indicator's numbers are, each with its
date and source."""

import pandas as pd

from queries.database import Snapshot
from views.faelles.bag_tallet import Udsnit, cutting
from views.faelles.filtre import Filters
from views.faelles.indikatorview import area_name
from views.faelles.kilder import of_rows
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import plain

SIDE = "data_og_kilder"
OPGIVNE = ("noegletal", "befolkning")
VAELG = "Vælg et nøgletal og et område i felterne øverst: her står de målinger, tallet hviler på, med dato og kilde."
IKKE_OPGIVET = "Nøgletallet tælles i et register. Dets poster står på registerets egen side."


def stated_view(filters: Filters, data: Snapshot) -> View:
    """The measurements behind the chosen indicator's number in the chosen area."""
    udsnit = cutting(filters, data)
    tal, opgivet = udsnit.tal, udsnit.tal.indikator.register in OPGIVNE
    raekker = udsnit.raekker if opgivet else udsnit.raekker.head(0)
    tabel = _table(udsnit) if len(raekker) else pd.DataFrame()
    navn = area_name(filters, filters.omraade) if filters.omraade else "hele landet"
    return register_view(
        "opgivne_tal",
        tal.indikator.register,
        SIDE,
        tal.filters.on(omraade=filters.omraade),
        data,
        title=f"{tal.navn}: {navn}",
        figure=None,
        table=tabel,
        alt=f"Tabel med {dansk.counted(len(tabel), 'måling', 'målinger')}.",
        definition=tal.indikator.definition,
        text=plain(udsnit.sentence if len(raekker) else ""),
        note="" if len(raekker) else f"Ingen kilde har et tal for {navn}. {VAELG}" if opgivet else IKKE_OPGIVET,
        belaeg=of_rows(raekker, data),
        date_columns=("Dato",),
        decimals={tal.indikator.navn: tal.indikator.decimaler},
        link_column="Kilde" if len(raekker) else "",
        missing="–",
    )


def _table(udsnit: Udsnit) -> pd.DataFrame:
    raekker, indikator = udsnit.raekker, udsnit.tal.indikator
    egne = (
        {indikator.navn: raekker["vaerdi"], "Forbehold": raekker["kvalifikator"], "Bemærkning": raekker["note"]}
        if indikator.register == "noegletal"
        else {
            "Indbyggere": raekker["indbyggere"],
            "65 år og derover": raekker["indbyggere_65plus"],
            "Areal, km²": raekker["areal_km2"],
        }
    )
    tabel = pd.DataFrame(
        {"Område": raekker["omraade"]}
        | egne
        | {"Dato": raekker["dato"], "Udgiver": raekker["udgiver"], "Kilde": raekker["url"]}
    ).reset_index(drop=True)
    return tabel.drop(columns=[en for en in ("Forbehold", "Bemærkning") if en in tabel and tabel[en].isna().all()])
