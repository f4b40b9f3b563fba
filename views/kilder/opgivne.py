"""The stated figures: the measurements and the counts of inhabitants that an indicator's numbers are, each with its
date and source."""

import pandas as pd

from queries.database import Snapshot
from views.faelles.bag_tallet import Udsnit, cutting, list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.kilder import Belaeg, of_rows
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import plain

SIDE = "data_og_kilder"
OPGIVNE = ("noegletal", "befolkning")
VAELG = "Vælg et nøgletal og et område i felterne øverst: her står de målinger, tallet hviler på, med dato og kilde."
IKKE_OPGIVET = "Nøgletallet tælles eller regnes ud. Poster i et register står på registerets egen side."


def stated_view(filters: Filters, data: Snapshot) -> View:
    """The measurements behind the chosen indicator's number in the chosen area."""
    tal = indicator_values(filters, data)
    opgivet = tal.indikator.register in OPGIVNE
    udsnit = cutting(filters, data) if opgivet and list_link(filters, data) else None
    tabel = pd.DataFrame() if udsnit is None else _table(udsnit)
    navn = filters.place()
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
        text=plain(udsnit.sentence if udsnit else ""),
        note="" if udsnit else f"Ingen kilde har et tal for {navn}. {VAELG}" if opgivet else IKKE_OPGIVET,
        belaeg=of_rows(udsnit.raekker, data) if udsnit else Belaeg(),
        date_columns=("Dato",),
        decimals={tal.indikator.navn: tal.indikator.decimaler},
        link_column="Kilde" if udsnit else "",
        missing="–",
    )


def _table(udsnit: Udsnit) -> pd.DataFrame:
    raekker, indikator = udsnit.raekker, udsnit.tal.indikator
    egne = (
        {indikator.navn: raekker["vaerdi"], "Forbehold": raekker["kvalifikator"], "Bemærkning": raekker["note"]}
        if indikator.register == "noegletal"
        else {
            "Indbyggere": raekker["indbyggere"],
            "65-79 år": raekker["indbyggere_65_79"],
            "80 år og derover": raekker["indbyggere_80plus"],
            "Areal, km²": raekker["areal_km2"],
        }
    )
    tabel = pd.DataFrame(
        {"Område": raekker["omraade"]}
        | egne
        | {"Dato": raekker["dato"], "Udgiver": raekker["udgiver"], "Kilde": raekker["url"]}
    ).reset_index(drop=True)
    return tabel.drop(columns=[en for en in ("Forbehold", "Bemærkning") if en in tabel and tabel[en].isna().all()])
