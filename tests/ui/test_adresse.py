"""Addresses, on a host of the app's own and in a folder behind a proxy: what is copied, scanned or stands in a file
must open the same page where the reader is."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from export.filer.tabel import danish_csv
from export.om import about
from queries.standard import newest
from tests.dag import I_DAG, NU
from tests.ui.test_sider import PAGES
from ui import adresse
from ui.praesentation import adresse as fremvisningens
from ui.praesentation import fremvisninger
from views.faelles.filtre import Filters
from views.fremvisning import visninger
from views.fremvisning.praesentation import Dias, Praesentation

RODEN = [
    "http://localhost:8501",
    "https://plo.example.dk",
    "https://plo.example.dk/laege",
    "https://plo.example.dk/a/b",
]
VALG = Filters(niveau="kommune", omraade="360", dag=I_DAG)


@pytest.fixture
def aabnet(monkeypatch):
    """aabnet(url): that is what the browser has opened."""
    return lambda url: monkeypatch.setattr(adresse.st, "context", SimpleNamespace(url=url))


@pytest.mark.parametrize("rod", RODEN)
@pytest.mark.parametrize("side", PAGES)
@pytest.mark.parametrize("hale", ["", "/", "?niveau=region"])
def test_the_root_of_the_site_is_found_from_every_page(aabnet, rod, side, hale):
    aabnet(f"{rod}/{side}{hale}")
    assert (adresse.site(), adresse.page()) == (rod, side)
    assert adresse.shown_link({"niveau": "kommune"}) == f"{rod}/{side}?niveau=kommune"


@pytest.mark.parametrize("rod", RODEN)
def test_the_first_page_has_no_name(aabnet, rod):
    aabnet(f"{rod}/")
    assert (adresse.site(), adresse.page()) == (rod, "")
    assert adresse.shown_link({"niveau": "kommune"}) == f"{rod}/?niveau=kommune"
    assert rod.endswith(urlsplit(adresse.local("/kort?x=1")).path.removesuffix("/kort"))


@pytest.mark.parametrize("rod", RODEN)
def test_files_and_codes_lead_back_to_where_the_reader_is(aabnet, rod):
    aabnet(f"{rod}/praesentation?vis=skaerm")
    data = newest()
    view = visninger.build("kort", VALG, data)
    assert f"{rod}/v/kort?omraade=360" in danish_csv(view, about(data, NU, adresse.site())).decode("utf-8-sig")
    deck = Praesentation("T", (Dias("rangliste", (("niveau", "region"),)),))
    show = fremvisninger.begin("t", deck, "offentlig", data)
    assert fremvisningens.hall_link(show) == f"{rod}/foelg/{show.salkode}"
    assert fremvisningens.remote_link(show) == f"{rod}/fjern/{show.salkode}?noegle={show.noegle}"
    link = adresse.view_link("rangliste", VALG)
    assert link.startswith(f"{rod}/v/rangliste?") and parse_qs(urlsplit(link).query)["omraade"] == ["360"]
    taler = urlsplit(fremvisningens.speaker_link(show))
    assert f"{rod}/praesentation".endswith(taler.path) and parse_qs(taler.query)["vis"] == ["taler"]
