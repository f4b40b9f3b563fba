"""The default deck on data that a secretariat has loaded through the import: all of what the deck asks for, and the
part of it that is at hand on the first day."""

import shutil
from contextlib import ExitStack

import pytest

from data.build import DATA, build
from data.indlaes import Fil, load, propose, skift
from data.regneark import svar
from data.regneark.laes import read_bytes
from export.dias import slides
from export.om import about
from queries.database import Database
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import asks_nothing
from tests.data.indlaes_filer import HU, NOEGLETAL, PROJEKT, PULJE, UDBUD, as_csv, as_xlsx, table
from tests.export.dokument import opened, texts
from tests.standarddeck import IALT
from views.figur.model import Kort
from views.fremvisning import praesentation

REGIONER = ("Nordjylland", "Midtjylland", "Syddanmark", "Hovedstaden", "Sjælland")
KILDE = {en: f"Sekretariatets liste over {en}" for en in ("udbud", "HU-forløb", "puljen", "læger")}
# What is the same whatever is loaded, with public sources of its own.
OFFENTLIGE = ("reform_omraader", "vaekst_80plus_pct", "beh_tidslinje")


def tenders(*regioner: str) -> Fil:
    raekker = [
        {"Udbuds-id": f"u-{nr}", "Region": f"Region {region}", "Kommune": "", "Antal": "3", "Kilde": KILDE["udbud"]}
        for nr, region in enumerate(regioner)
    ]
    return Fil("udbud.csv", as_csv(*(UDBUD | en for en in raekker)))


def training(*regioner: str) -> Fil:
    raekker = [
        HU | {"Områdetype": "region", "Område": f"Region {en}", "År": aar, "Runde": "", "Kilde": KILDE["HU-forløb"]}
        for en in regioner
        for aar in ("2024", "2025")
    ]
    return Fil("hu.csv", as_csv(*raekker))


def doctors() -> Fil:
    land = {"Områdetype": "land", "Område": "Danmark", "Nøgletal": "praktiserende_laeger", "Kilde": KILDE["læger"]}
    aar = {"2024": "3.401", "2025": "3.480"}
    raekker = [NOEGLETAL | land | {"Værdi": antal, "Dato": f"1.1.{et}"} for et, antal in aar.items()]
    return Fil("laeger.csv", as_csv(*raekker))


def pool() -> Fil:
    ark = {"Puljer": table(PULJE | {"Kilde": KILDE["puljen"]})}
    return Fil("pulje.xlsx", as_xlsx(ark | {"Puljeprojekter": table(PROJEKT | {"Kilde": KILDE["puljen"]})}))


SAET = {
    "alt": ((tenders(*REGIONER), training(*REGIONER), doctors(), pool()), ("udbud", "hu_forloeb", "puljeprojekter")),
    "to regioner": ((tenders("Sjælland", "Syddanmark"), training("Sjælland", "Syddanmark")), ()),
}


@pytest.fixture(scope="module", params=SAET)
def deck(request, tmp_path_factory):
    """Which set, the slides as built (view, title, note), and the file read again."""
    filer, komplet = SAET[request.param]
    mappe = tmp_path_factory.mktemp("eget")
    kilder, ud = mappe / "kilder", mappe / "x.duckdb"
    for navn in ("katalog", "geografi"):
        shutil.copytree(DATA / navn, kilder / navn)
    (kilder / "offentlig").mkdir()
    shutil.copy(DATA / "offentlig" / "kilde.csv", kilder / "offentlig")
    with ExitStack() as stak:
        m = stak.enter_context(pytest.MonkeyPatch.context())
        m.setattr(skift, "checker", asks_nothing)
        m.setattr("data.indlaes.fil.read_apart", lambda indhold, _: svar.content(svar.lines(read_bytes(indhold))))
        build(ud, kilder)
        forslag = propose(filer, kilder=kilder, i_dag=I_DAG)
        assert not forslag.fejl
        load(forslag, "Anne", nu=NU, komplet=dict.fromkeys(komplet, (2024, 2026)), ud=ud)
    data = Database(ud).snapshot()
    laest = praesentation.read_deck(praesentation.STANDARD, data, I_DAG)
    dias = praesentation.built(laest, "egne", I_DAG, data)
    fil = opened(slides.slides(laest.titel, dias, about(data, NU, "https://example.dk")))
    return request.param, dias, fil


def is_public(view) -> bool:
    return view.id in OFFENTLIGE or view.filters.indikator in OFFENTLIGE


def in_words(view) -> str:
    return " ".join((view.title, view.subtitle, view.note, view.coverage, view.withheld, view.alt, str(view.text)))


def test_all_slides_are_there_and_one_without_a_figure_says_why(deck):
    saet, dias, fil = deck
    assert len(dias) == IALT
    tegnet = [view is not None and (view.figure is not None or len(view.text) > 0) for view, _, _ in dias]
    hele = [der for der, (view, _, _) in zip(tegnet, dias, strict=True) if view is None or not view.scenarie]
    assert all(hele) or saet != "alt", "the scenario's slide alone is of public data"
    titler = [en.shapes.title.text_frame.text for en in fil.slides]
    for (_, titel, _), der in zip(dias, tegnet, strict=True):
        siden = texts(fil.slides[titler.index(titel)])
        assert der or any(len(linje) > 40 and linje.endswith(".") for linje in siden.split("\n")), titel


def test_each_slide_names_the_sources_of_its_own_rows(deck):
    """Those of the deck that rest on what was loaded name that and nothing else but the population."""
    saet, dias, _ = deck
    egne = 0
    for view, _, _ in dias:
        if view is None or view.id in ("patienter_og_laeger", "ved_ikke") or not view.sources:
            continue
        titler = {en.titel for en in view.sources}
        assert titler.isdisjoint(KILDE.values()) if is_public(view) else titler <= {*KILDE.values()}, view.id
        egne += not is_public(view)
    assert egne == (5 if saet == "alt" else 4)


def test_own_data_are_never_called_public_nor_public_data_own(deck):
    for view, _, _ in deck[1]:
        if view is None:
            continue
        tekst = in_words(view).lower()
        if view.filters.indikator == "vaekst_80plus_pct" and isinstance(view.figure, Kort):
            assert "offentlige kilder" in tekst and "egne data" not in tekst
        elif not is_public(view) and not view.scenarie:  # that one is computed on public data alone, and says so
            assert "offentlige" not in tekst, view.id


def test_what_is_known_for_two_regions_is_not_told_of_the_country(deck):
    saet, dias, _ = deck
    titler = {view.id: view.title for view, _, _ in dias if view is not None}
    hu = next(view for view, _, _ in dias if view is not None and view.id == "hu_serie")
    if saet == "alt":
        assert titler["hu_serie"] == "Hele landet: 15 ubesatte HU-forløb i 2025, 15 i 2024"
        assert titler["forloeb_enheder"] == "Hele landet: 0 af 15 udbudte ydernumre fandt en læge"
        assert "dele af landet" not in hu.note
    else:
        assert titler["hu_serie"] == "Hele landet: 6 kendte ubesatte HU-forløb i 2025"
        assert "2024-2025: tallene er lagt sammen af de dele af landet, der er kendt" in hu.note
        assert "6 kendte udbudte ydernumre" in titler["forloeb_enheder"]
        assert "kendte opslag" in titler["udbud_aabenhed"]
