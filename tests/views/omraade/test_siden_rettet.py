"""Siden sidst, corrected: the list and the numbers of an area, rows that moved, and every empty state."""

import re
import shutil
from functools import partial

import pytest

from data.grupper import group_code
from geo import niveauer
from queries import rettelser
from queries.standard import newest
from tests.data.egne_versioner import sources, switch_to, write_version
from views.faelles.filtre import Filters
from views.omraade import siden_rettet, siden_sidst

FOER, EFTER = "2025-10-01T10:00:00+02:00", "2026-05-01T10:00:00+02:00"
EGNE = Filters(datasaet="egne", siden="2025-11-01")
GRUPPE = group_code("Sydhavet", ["336", "360", "376", "390"])
UDBUD = {"region": "Region Sjælland", "sted": "By", "antal": "1", "status": "opslaaet", "status_dato": "2025-01-05"}
GAMLE = {
    "udbud": [
        UDBUD | {"udbud_id": "bliver", "kommunekode": "360"},
        UDBUD | {"udbud_id": "flytter", "kommunekode": "360"},
        UDBUD | {"udbud_id": "udgaar", "kommunekode": "336"},
        UDBUD | {"udbud_id": "regionens"},
    ],
    "puljeprojekt": [{"projekt_id": "faelles", "kommunekoder": "360;461", "medregnes": "0", "beloeb_kr": "1000.5"}],
    "kilde": [{"kilde_id": "brev", "titel": "Brev"}],
}
NYE = {
    "udbud": [
        UDBUD | {"udbud_id": "bliver", "kommunekode": "360", "status_dato": "2025-02", "antal": "2"},
        UDBUD | {"udbud_id": "flytter", "kommunekode": "461", "region": "Region Syddanmark"},
        UDBUD | {"udbud_id": "regionens", "antal": "3"},
    ],
    "puljeprojekt": [{"projekt_id": "faelles", "kommunekoder": "360;461", "medregnes": "1", "beloeb_kr": "1200.5"}],
    "kilde": [{"kilde_id": "brev", "titel": "Et brev"}],
}
# omraade_id -> the rows of the list: (place, row, column, before, after)
BLIVER = [
    ("Lolland", "bliver", "Antal", "1", "2"),
    ("Lolland", "bliver", "Statusdato", "5. januar 2025", "februar 2025"),
]
FLYTTER = [
    ("Odense (før: Lolland)", "flytter", "Region", "Region Sjælland", "Region Syddanmark"),
    ("Odense (før: Lolland)", "flytter", "Kommune", "Lolland", "Odense"),
]
UDGAAR = [("Stevns", "udgaar", "Hele rækken", None, "udgået")]
REGIONENS = [("Region Sjælland", "regionens", "Antal", "1", "3")]
FAELLES = [
    ("Lolland, Odense", "faelles", "Beløb (kr.)", "1000,5", "1200,5"),
    ("Lolland, Odense", "faelles", "Tæller med", "Nej", "Ja"),
]
KILDE = [("Ikke stedfæstet", "brev", "Titel", "Brev", "Et brev")]
LISTER = {
    ("sundhedsraad", "2007", ""): [BLIVER, FLYTTER, UDGAAR, REGIONENS, FAELLES, KILDE],
    ("kommune", "2007", "360"): [BLIVER, FAELLES],
    ("kommune", "2007", "461"): [FLYTTER, FAELLES],
    ("kommune", "2007", "336"): [UDGAAR],
    ("kommune", "2007", "101"): [],
    ("sundhedsraad", "2007", "oestsjaelland-og-oeerne"): [BLIVER, UDGAAR, FAELLES],
    ("region", "2007", "1085"): [BLIVER, UDGAAR, REGIONENS, FAELLES],
    ("region", "2027", "oestdanmark"): [BLIVER, UDGAAR, REGIONENS, FAELLES],
    ("videreuddannelsesregion", "2027", "oest"): [BLIVER, UDGAAR, REGIONENS, FAELLES],
    (GRUPPE, "2007", GRUPPE): [BLIVER, UDGAAR, FAELLES],
}


@pytest.fixture(scope="module")
def versioner(tmp_path_factory):
    kilder = sources(tmp_path_factory.mktemp("kilder"))
    write_version(kilder, GAMLE, FOER)
    write_version(kilder, NYE, EFTER, "Bo")
    return kilder


@pytest.fixture
def med(monkeypatch):
    """med(kilder): the own data are those of other sources."""

    def use(kilder) -> None:
        monkeypatch.setattr(
            siden_sidst, "corrections_since", partial(rettelser.corrections_since, kilder=kilder), raising=True
        )

    return use


@pytest.mark.parametrize(("niveau", "struktur", "omraade"), LISTER)
def test_the_list_is_that_of_the_area(med, versioner, niveau, struktur, omraade):
    med(versioner)
    view = siden_rettet.corrections(EGNE.on(niveau=niveau, struktur=struktur, omraade=omraade), newest())
    ventet = [en for liste in LISTER[niveau, struktur, omraade] for en in liste]
    tabel = view.table.astype(object).where(view.table.notna(), None)
    vist = [*tabel[["Sted", "Række", "Kolonne", "Før", "Efter"]].itertuples(index=False, name=None)]
    assert sorted(vist, key=str) == sorted(ventet, key=str)
    # the rows that moved first, then the sheets in order
    assert vist[: len(FLYTTER)] == FLYTTER or FLYTTER[0] not in ventet
    assert omraade or vist[len(FLYTTER)] == BLIVER[0] and vist[-1] == KILDE[0]
    assert siden_sidst.place(view.filters) in view.title
    # the numbers say as many, and their rows sum to it
    tal = siden_sidst.in_numbers(view.filters, newest())
    assert (tal.table["Rettelser"].sum() if ventet else 0) == len(ventet)
    assert (f"**Rettelser**: {len(ventet)}" in tal.text) == bool(ventet)


@pytest.mark.parametrize("struktur", niveauer.STRUKTURER)
@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad", "region", "videreuddannelsesregion"])
def test_the_numbers_of_the_areas_make_those_of_the_country(med, versioner, niveau, struktur):
    med(versioner)
    tabel = siden_sidst.in_numbers(EGNE.on(niveau=niveau, struktur=struktur), newest()).table.set_index("Område")
    assert tabel["Rettelser"].sum() == 9
    rester = tabel["Rettelser"].reindex(["Ikke stedfæstet", "Dækker flere områder"]).fillna(0).tolist()
    oest_for_sig = niveau in ("region", "videreuddannelsesregion")
    assert rester == [1 if oest_for_sig else 2, 2]


def test_what_was_moved_out_of_an_area_is_told_of_there(med, versioner):
    med(versioner)
    lolland = siden_rettet.corrections(EGNE.on(niveau="kommune", omraade="360"), newest())
    assert "1 række rettet væk herfra: flytter (nu: Odense)." in lolland.text
    assert "rettet væk" not in siden_rettet.corrections(EGNE.on(niveau="kommune", omraade="461"), newest()).text
    assert "rettet væk" not in siden_rettet.corrections(EGNE, newest()).text


def test_the_text_counts_each_kind_and_the_sources_are_the_versions(med, versioner):
    med(versioner)
    view = siden_rettet.corrections(EGNE, newest())
    assert view.text == "9 rettelser: 8 rettede celler og 1 udgået række."
    (kilde,) = view.sources
    assert kilde.titel == "Egne data, version 2, sammenlignet med version 1" and kilde.dato == "1. maj 2026"
    assert "version 2 er sammenlignet med version 1" in view.coverage.lower() and view.as_of == "1. maj 2026"
    tal = siden_sidst.in_numbers(EGNE, newest())
    assert "9 rettelser" in tal.title and tal.sources == view.sources and tal.as_of == view.as_of


def test_every_empty_state_is_a_danish_sentence(med, tmp_path):
    kilder = sources(tmp_path)
    med(kilder)

    def note(filters: Filters = EGNE) -> str:
        view = siden_rettet.corrections(filters, newest())
        tal = siden_sidst.in_numbers(filters, newest())
        assert view.table.empty and view.text == "" and "Rettelser" not in tal.text
        assert re.fullmatch(r"[A-ZÆØÅ].*\.", view.note) and not re.search("None|nan|Fejl\\(", view.note), view.note
        return view.note

    assert "kun for egne data" in note(Filters(siden="2025-11-01"))
    assert "kun for egne data" in note(Filters(datasaet="eksempel", siden="2025-11-01"))
    assert "ingen egne data i brug" in note()
    en = write_version(kilder, GAMLE, FOER)
    assert "først indlæst 1. oktober 2025 eller senere" in note(EGNE.on(siden="2025-10-01"))
    assert "Rettelser" not in siden_sidst.in_numbers(EGNE.on(siden="2025-10-01"), newest()).table, (
        "not known is not none"
    )
    assert note() == "Intet er rettet for hele landet siden den dag."
    assert note(EGNE.on(niveau="kommune", omraade="360")) == "Intet er rettet for Lolland siden den dag."
    write_version(kilder, {"udbud": [GAMLE["udbud"][1] | {"kommunekode": "461"}]}, EFTER)
    switch_to(kilder, "", "2026-05-02T10:00:00+02:00")
    assert "ingen egne data i brug" in note()
    switch_to(kilder, en.navn, "2026-05-03T10:00:00+02:00")
    shutil.rmtree(kilder / "egne" / "versioner")
    assert "kan ikke sammenlignes" in note()


def test_an_area_that_only_lost_rows_says_so(med, tmp_path):
    kilder = sources(tmp_path)
    med(kilder)
    write_version(kilder, {"udbud": [GAMLE["udbud"][1]]}, FOER)
    write_version(kilder, {"udbud": [GAMLE["udbud"][1] | {"kommunekode": "376"}]}, EFTER)
    view = siden_rettet.corrections(EGNE.on(niveau="kommune", omraade="360"), newest())
    assert view.note == (
        "Intet er rettet for Lolland siden den dag. Desuden er 1 række rettet væk herfra: flytter (nu: Guldborgsund)."
    )


def test_a_long_list_says_how_much_it_leaves_out_and_counts_it_all(med, versioner, monkeypatch):
    med(versioner)
    monkeypatch.setattr(siden_rettet, "FLEST_VISTE", 4)
    view = siden_rettet.corrections(EGNE, newest())
    assert len(view.table) == 4 and view.text.startswith("9 rettelser") and "De første 4 er på listen." in view.text
