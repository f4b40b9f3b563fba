"""The page Data og kilder: which sources the figures of a dataset rest on, against the CSV files."""

from datetime import date

import pandas as pd
import pytest

import queries
from data.tabeller import REGISTER_TABELLER
from tests.dag import I_DAG
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.kilder import data_og_kilder


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_sources_are_those_of_the_dataset(data, datasaet):
    """No real source stands under the words that say the figures are invented, and none is left out."""
    brugt = {post["kilde_id"] for register in REGISTER_TABELLER for post in laes(f"{datasaet}/{register}")}
    titler = sorted(
        post["titel"]
        for mappe in ("offentlig", "eksempel")
        for post in laes(f"{mappe}/kilde")
        if post["kilde_id"] in brugt
    )
    view = data_og_kilder.sources_view(Filters(datasaet=datasaet, dag=I_DAG), data)
    assert sorted(view.table["Titel"]) == titler and view.title.startswith(f"{len(titler)} kilde")
    if datasaet == "eksempel":
        assert all("opdigtet" in titel or "opdigtede" in titel for titel in titler)


def test_every_official_source_says_when_and_how(data):
    """Against the CSV files: what its figures are about, and when the next are to be expected after them."""
    view = data_og_kilder.fetches_view(Filters(dag=I_DAG), data)
    poster = laes("katalog/hentning")
    tabel = view.table.set_index("Hentes med")
    assert list(tabel["Kilde"]) == [en["navn"] for en in poster] and all(tabel["Licens"])
    assert [en.split()[2] for en in tabel.index] == ["data.hent"] * 5 + ["geo.hent_dagi"]
    folketal = tabel.loc["python -m data.hent dst --kun folk1a"]
    nyeste = max(en["dato"] for en in laes("geografi/folketal"))
    assert folketal["Tallene er fra"] == nyeste
    assert folketal["Nye tal ventes"] == f"februar {int(nyeste[:4]) + 1}"
    basis = max(en["fremskrevet_fra"] for en in laes("geografi/fremskrivning"))
    assert tabel.loc["python -m data.hent dst --kun frkm", "Nye tal ventes"] == f"juni {int(basis) + 1}"
    maalt = {en["noegletal"] for en in laes("offentlig/noegletal")}
    for post in poster:
        raekke = tabel.loc[post["kommando"]]
        assert pd.isna(raekke["Sidst hentet"]) if post["hentet"] is None else raekke["Sidst hentet"] == post["hentet"]
        if post["tabel"] == "noegletal" and not maalt & set(post["noegletal"].split(";")):
            assert pd.isna(raekke["Tallene er fra"]) and raekke["Nye tal ventes"] == "kan hentes nu"


def test_figures_that_are_due_are_said_to_be_due(data):
    view = data_og_kilder.fetches_view(Filters(dag=date(2028, 3, 1)), data)
    assert view.table["Nye tal ventes"][0].endswith("; kan være ude")


def test_what_is_only_fetched_is_offered_when_it_has_figures(data):
    """No figure is invented meanwhile, and no page offers what has none."""
    begge = ("offentlig", "eksempel")
    maalt = {(datasaet, en["noegletal"]) for datasaet in begge for en in laes(f"{datasaet}/noegletal")}
    hentes = {navn for en in laes("katalog/hentning") if en["noegletal"] for navn in en["noegletal"].split(";")}
    assert hentes <= queries.catalogue(data).keys()
    kontakter = any(en["kontakter"] for en in laes("geografi/laegekontakt"))
    for datasaet in begge:
        ventet = {en for en in hentes if (datasaet, en) in maalt or (en == "laegekontakter_pr_indbygger" and kontakter)}
        assert hentes & queries.catalogue_of(datasaet, data).keys() == ventet


def test_real_sources_are_not_called_invented(data):
    eksempel = data_og_kilder.fetches_view(Filters(datasaet="eksempel", dag=I_DAG), data)
    assert "EKSEMPEL" not in eksempel.subtitle and "alle datasæt" in eksempel.subtitle
