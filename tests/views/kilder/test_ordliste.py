"""The glossary against its files: everything is there once, and a search finds what holds every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import catalogue_of
from queries.standard import newest
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.kilder import ordliste
from views.kilder.ordliste import INTET_FUNDET, Afsnit, Opslag, search
from views.sprog import dansk

ORD = laes("katalog/ordliste")
# what a command fetches is there when it is fetched
KATALOG = [en for en in laes("katalog/noegletal_katalog") if en["noegletal"] in catalogue_of("offentlig", newest())]
# Words in use whose definition nobody has seen in a law, an agreement or another source.
IKKE_SET = ["Førsteret", "Opgaveglidning", "Deep End", "National opgavebeskrivelse", "Basisfunktion"]
IKKE_SET += ["Praksisklagenævn", "»Søges aftalt«", "Klassificering"]
# The words of the two lists that the glossary was written from; splitting and spelling differ, so a part stands here.
ORDENE = (
    *("ydernummer", "lægekapacitet", "0-ydernummer", "disponeret", "puljekapacitet", "normtal", "lukkegrænse"),
    *("minimumspatienttal", "national fordelingsmodel", "sygdomsvægtet borger", "lukket eller åben for tilgang"),
    *("15 km-reglen", "plo-klinik", "udbud", "udbudsklinik", "regionsklinik", "praksisklinik", "nærklinik"),
    *("licenspraksis", "partnerskabsklinik", "hybridklinik", "solopraksis", "kompagniskabspraksis"),
    *("samarbejdspraksis", "delepraksis", "generationsskifteaftale", "lægedækningstruet område"),
    *("lægedækningsområde", "lægedækningshøring", "tilbageleveret kapacitet", "genopslag", "omfordeling", "førsteret"),
    *("gruppe 1- og gruppe 2-sikret", "»gruppe«-patient", "uden fast læge", "vandkantsmodel", "kbu"),
    *("introduktionsstilling", "hoveduddannelsesforløb", "dimensionering", "klassificering", "opslagsrunde"),
    *("ubesat", "videreuddannelsesregion", "delregion", "sammenhængende forløb", "speciallægeanerkendelse"),
    "tutorlæge",
)


@pytest.fixture(scope="module")
def ordene(data) -> tuple[Afsnit, ...]:
    return ordliste.terms(Filters(), data)


@pytest.fixture(scope="module")
def noegletal(data) -> tuple[Afsnit, ...]:
    return ordliste.indicators(Filters(), data)


def entries(afsnit: tuple[Afsnit, ...]) -> dict[str, Opslag]:
    alle = [en for et in afsnit for en in et.opslag]
    assert len({en.overskrift for en in alle}) == len(alle)
    return {en.overskrift: en for en in alle}


def test_every_word_is_there_once_under_its_subject_with_explanation_source_and_reservation(ordene):
    assert [en for et in ordene for en in et.opslag] == [*entries(ordene).values()]
    assert {et.navn: [en.overskrift for en in et.opslag] for et in ordene} == {
        emne: [post["ord"] for post in ORD if post["emne"] == emne] for emne in {post["emne"]: None for post in ORD}
    }
    for post in ORD:
        tekst = " ".join(entries(ordene)[post["ord"]].linjer)
        assert post["forklaring"] in tekst and (post["kilde"] or "") in tekst, post["ord"]
        assert ("*Ikke verificeret.*" in tekst) == (post["verificeret"] == "0"), post["ord"]
    assert [post["ord"] for post in ORD if post["verificeret"] == "0"] == IKKE_SET


@pytest.mark.parametrize("ordet", ORDENE)
def test_the_words_of_the_curated_lists_are_explained(ordet):
    assert any(post["ord"].casefold().startswith(ordet) for post in ORD)


def test_every_catalogue_entry_is_there_once_with_all_that_may_be_asked(noegletal):
    side = "\n\n".join(et.markdown() for et in noegletal)
    opslag = entries(noegletal)
    assert len(opslag) == len(KATALOG)
    retning = {
        "lav_er_godt": "Lavt er godt.",
        "hoej_er_godt": "Højt er godt.",
        "neutral": "Hverken højt eller lavt er godt i sig selv.",
    }
    for post in KATALOG:
        assert side.count(f"**{post['navn']}**") == 1
        linjer = opslag[post["navn"]].linjer
        tekst = "\n".join(linjer)
        assert linjer[0] == post["definition"]
        assert f"Enhed: {post['enhed']} · tæller: {post['taeller']} · nævner: {post['naevner']}" in linjer
        assert retning[post["retning"]] in tekst and f"Ejer: {post['ejer']} · gennemgået " in tekst
        assert f" · gennemgås igen senest {dansk.day(post['naeste_gennemgang'])}" in tekst
        assert ("Vises kun på data, der er komplette." in tekst) == (post["kraever_komplet"] == "1")
        assert (post["note"] or "") in tekst and ("Bemærk:" in tekst) == bool(post["note"])
    grupper = [*{post["gruppe"]: None for post in KATALOG}]
    assert [et.navn for et in noegletal] == [f"Nøgletal: {en}" for en in grupper]
    assert all(f"## Nøgletal: {navn}" in side for navn in grupper)
    assert "21. november 2026" in side and "None" not in side and "nan" not in side.split()


def test_a_search_finds_words_and_indicators(ordene, noegletal):
    fundne = entries(search(ordene, "genopslag"))
    assert {"Genopslag (kapacitet)", "Genopslag (HU-forløb)"} <= {*fundne} and "Tutorlæge" not in fundne
    assert {*entries(search(noegletal, "PCT. besatte"))} == {
        "Besatte af opslåede HU-forløb",
        "Besatte af dimensionerede HU-forløb",
    }
    assert search(ordene, "") == search(ordene, "  ") == ordene
    assert search(ordene, "xyzzy") == () and INTET_FUNDET.endswith(".")


@given(st.sampled_from(ORD), st.randoms())
def test_a_search_wants_every_word_whatever_their_order_and_capitals(ordene, post, tilfaeldig):
    soegeord = (post["ord"] + " " + post["forklaring"]).split()
    tilfaeldig.shuffle(soegeord)
    soegning = " ".join(soegeord[:4])
    for skrevet in (soegning, soegning.upper() if soegning.upper().casefold() == soegning.casefold() else soegning):
        fundne = entries(search(ordene, skrevet))
        assert post["ord"] in fundne
        assert all(en.holds(skrevet) for en in fundne.values())
    assert search(ordene, f"{soegning} xyzzy") == ()


@pytest.mark.parametrize(
    "ordet",
    ["National opgavebeskrivelse", "Basisfunktion", "Praksisklagenævn", "»Søges aftalt«", "Førsteret"]
    + ["Minimumspatienttal", "Differentieret normtal"],
)
def test_the_words_of_the_two_documents_are_explained(ordet):
    assert ordet in {post["ord"] for post in ORD}
