"""Inhabitants beside doctors, and where sources disagree, against the CSV files."""

import pandas as pd
import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.noegletal.patienter_og_laeger import patients_and_doctors
from views.noegletal.uenige import disagreements_view


def test_the_country_has_every_counted_year_of_both_and_they_are_never_divided():
    view = patients_and_doctors(Filters(dag=I_DAG), newest())
    laeger = pd.DataFrame(laes("offentlig/noegletal")).query(
        "noegletal == 'praktiserende_laeger' and omraade_type == 'land' and foretrukken == '1' and er_prognose == '0'"
    )
    laeger = laeger.assign(aar=laeger["dato"].str[:4]).sort_values("dato").groupby("aar")["vaerdi"].last().astype(float)
    tabel = view.table.set_index("År")
    assert tabel["Praktiserende læger"].dropna().to_dict() == laeger.to_dict()
    folk = pd.DataFrame(laes("geografi/folketal"))
    folk = folk.assign(aar=folk["dato"].str[:4], n=folk["indbyggere"].astype(int)).groupby("aar")["n"].sum()
    assert tabel["Indbyggere"].dropna().astype(int).to_dict() == folk.to_dict()
    assert len(view.figure.ruder) == 2 and "delt" in view.note


def test_every_pair_of_sources_that_disagree_on_the_same_time_is_listed():
    maalt = pd.DataFrame(laes("offentlig/noegletal")).query("er_prognose == '0'").reset_index()
    par = maalt.merge(maalt, on=["noegletal", "omraade_type", "omraade"])
    par = par[par["kilde_id_x"] != par["kilde_id_y"]]
    par = par[par["vaerdi_x"].astype(float) != par["vaerdi_y"].astype(float)]
    par = par[[b.startswith(a) for a, b in zip(par["dato_x"], par["dato_y"])]]
    uenige = maalt[maalt["index"].isin({*par["index_x"], *par["index_y"]})]
    tabel = disagreements_view(Filters(dag=I_DAG), newest()).table
    vist = sorted(zip(tabel["Område"], tabel["Dato"]))
    assert vist == sorted(zip(uenige["omraade"], uenige["dato"])) and len(vist) > 10
    assert set(tabel["Valgt"]) == {"Ja", "Nej"}


@pytest.mark.parametrize("noegletal", ["uden_fast_laege_udbud_region", "lukket_laege_pct"])
def test_of_those_that_disagree_on_one_date_one_is_chosen(noegletal):
    poster = pd.DataFrame(laes("offentlig/noegletal")).query("noegletal == @noegletal and omraade_type == 'land'")
    ens = poster[poster.duplicated("dato", keep=False)]
    assert len(ens) and (ens.groupby("dato")["foretrukken"].apply(lambda en: (en == "1").sum()) == 1).all()
