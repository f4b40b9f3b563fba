"""What the server answers besides the pages."""

import gzip
import json

import httpx
import pytest

from geo.kortlag import all_layers

# What plotly's geo reads from its world map; a missing one stops the drawing.
WORLD_LAYERS = {"coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"}


@pytest.fixture(scope="module")
def client(server):
    with httpx.Client(base_url=server.url, timeout=30, trust_env=False) as en:
        yield en


def test_health(client):
    svar = client.get("/sundhed")
    assert svar.status_code == 200
    assert svar.json()["status"] == "ok" and svar.json()["dataversion"]
    # a server of the tests does not warm up more than the first views
    assert svar.json()["kilder_afvist"] is False and svar.json()["varm"] is False


def test_each_map_layer_is_kept_for_ever_and_compressed(client):
    for navn, lag in all_layers().items():
        assert any(tegn.isdigit() for tegn in navn)
        svar = client.get(f"/lag/{navn}", headers={"Accept-Encoding": "gzip"})
        assert svar.status_code == 200, navn
        assert "immutable" in svar.headers["cache-control"] and "max-age=31536000" in svar.headers["cache-control"]
        assert svar.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in svar.headers["vary"].lower()
        assert svar.headers["content-type"].startswith("application/geo+json")
        ids = [en["id"] for en in svar.json()["features"]]
        assert sorted(ids) == sorted([*lag.omraade_ids, *lag.forstoerrede])


def test_a_map_layer_is_also_served_as_it_is(client):
    navn = next(iter(all_layers()))
    pakket = client.get(f"/lag/{navn}", headers={"Accept-Encoding": "gzip"})
    svar = client.get(f"/lag/{navn}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in svar.headers
    assert svar.content == pakket.content == all_layers()[navn].indhold
    assert len(gzip.compress(svar.content)) < len(svar.content) / 2


@pytest.mark.parametrize("sti", ["/lag/kommune-0000000000.json", "/lag/kommune.json", "/lag/dashboard.py"])
def test_an_unknown_map_layer_is_refused_in_danish(client, sti):
    svar = client.get(sti)
    assert svar.status_code == 404
    assert svar.headers["content-type"] == "text/plain; charset=utf-8"
    assert "findes ikke" in svar.text and "Genindlæs" in svar.text
    assert "immutable" not in svar.headers.get("cache-control", "")


@pytest.mark.parametrize("sti", ["/lag/..%2Fdashboard.py", "/lag/%2e%2e%2fdata%2fbuild.py"])
def test_a_path_out_of_the_layers_is_refused(client, sti):
    svar = client.get(sti)
    assert svar.status_code in (400, 404)
    assert "import" not in svar.text


@pytest.mark.parametrize("navn", ["world_110m.json", "world_50m.json"])
def test_the_world_map_is_empty_and_whole(client, navn):
    svar = client.get(f"/lag/{navn}")
    assert svar.status_code == 200
    verden = svar.json()
    assert verden["type"] == "Topology" and verden["arcs"] == []
    assert set(verden["objects"]) == WORLD_LAYERS
    for lag in verden["objects"].values():
        assert lag == {"type": "GeometryCollection", "geometries": []}
    assert len(json.dumps(verden)) < 1000


def test_the_bundles_are_compressed(client):
    side = client.get("/", headers={"Accept-Encoding": "gzip"}).text
    bundt = side.split('src="')[1].split('"')[0].lstrip(".")
    svar = client.get(bundt, headers={"Accept-Encoding": "gzip"})
    assert svar.status_code == 200 and bundt.endswith(".js")
    assert svar.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("sti", ["/", "/kort?datasaet=eksempel"])
def test_a_page_says_that_it_is_danish_before_any_script_has_run(client, sti):
    svar = client.get(sti)
    assert svar.status_code == 200 and svar.text.count("<html") == 1
    assert '<html lang="da">' in svar.text and "<title>Lægedækning</title>" in svar.text
    assert "JavaScript" in svar.text and "You need to enable" not in svar.text
    hoved = client.head(sti)
    assert hoved.status_code == 200 and hoved.content == b""
