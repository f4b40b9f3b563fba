"""The list of projects: each once, found where it should be, and safe to read as Markdown."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.puljen import projekter as puljen_projekter
from views.puljen.projekter import card_markdown, found, matching, project_cards, project_table
from views.sprog.markdown import bold

PULJER = [(datasaet, post["pulje_id"]) for datasaet in ("offentlig", "eksempel") for post in laes(f"{datasaet}/pulje")]
EKS = "eks-laegedaekning-2025-2026"


def chosen(datasaet: str, pulje: str, niveau: str = "kommune", **valg) -> Filters:
    return Filters(niveau, "2007", datasaet=datasaet, pulje=pulje, **valg)


def rows(datasaet: str, pulje: str) -> dict[str, dict]:
    return {en["projekt_id"]: en for en in laes(f"{datasaet}/puljeprojekt") if en["pulje_id"] == pulje}


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_every_project_has_one_card_and_one_row_in_the_same_order(data, datasaet, pulje):
    facit = rows(datasaet, pulje)
    kort = project_cards(chosen(datasaet, pulje), data)
    tabel = project_table(chosen(datasaet, pulje), data).table
    assert sorted(en.projekt_id for en in kort) == sorted(facit)
    assert [en.titel for en in kort] == tabel["Projekt"].tolist()
    assert (tabel["Tæller med"] == "ja").sum() == sum(en["medregnes"] == "1" for en in facit.values())
    assert not tabel.isin([None]).to_numpy().any()
    url = {en["kilde_id"]: en["url"] for en in laes(f"{datasaet}/kilde")}
    for en in kort:
        assert en.url == (url[facit[en.projekt_id]["kilde_id"]] or "")
    ansoegere = [facit[en.projekt_id]["ansoeger"] or "ikke oplyst" for en in kort]
    # what all would say alike is not said on each
    alle_ens = len(kort) > 1 and len(set(ansoegere)) == 1
    assert [en.ansoeger for en in kort] == ([""] * len(kort) if alle_ens else ansoegere)
    assert tabel["Ansøger"].tolist() == ansoegere


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_an_amount_is_said_as_precisely_as_it_is_known(data, datasaet, pulje):
    facit = rows(datasaet, pulje)
    for en in project_cards(chosen(datasaet, pulje), data):
        post = facit[en.projekt_id]
        match post["beloeb_praecision"]:
            case "ikke oplyst":
                assert en.beloeb == "Beløb ikke oplyst"
            case "eksakt":
                assert float(en.beloeb.removesuffix(" kr.").replace(".", "").replace(",", ".")) == float(
                    post["beloeb_kr"]
                )
            case praecision:
                assert en.beloeb.startswith("ca. " if praecision == "afrundet i kilden" else "højst ")


def test_what_is_in_no_sum_says_so(data):
    kort = {en.projekt_id: en for en in project_cards(chosen("offentlig", "laege-sundhedshus-2018"), data)}
    assert kort["lsh18-vordingborg"].status == "Takkede nej; tælles ikke med i summen"
    assert kort["lsh18-aabybro"].status == "Støttet i anden omgang"
    assert kort["lsh18-greve"].status == ""
    ordninger = project_cards(chosen("offentlig", "rsj-tilskud-2025-2026"), data)
    assert all("tælles ikke med" in en.status for en in ordninger) and len(ordninger) == 3


def test_a_project_of_several_kommuner_is_found_in_each_and_stands_once(data):
    alle = project_cards(chosen("eksempel", EKS), data)
    for post in rows("eksempel", EKS).values():
        for kode in (post["kommunekoder"] or "").split(";"):
            if kode:
                assert post["projekt_id"] in [en.projekt_id for en in matching(alle, "", kode)]
    assert len(matching(alle, "")) == 20 == len({en.projekt_id for en in alle})
    assert matching(alle, "", "461") == ()


def test_a_search_looks_at_every_word_in_any_case(data):
    alle = project_cards(chosen("eksempel", EKS), data)
    assert [en.titel for en in matching(alle, "KLINIK nakskov")] == ["Ny klinik i Nakskov"]
    assert len(matching(alle, "region sjælland")) == 7 and matching(alle, "findes ikke") == ()
    assert matching(alle, "  ") == alle
    assert found(alle, alle) == "" and found(alle[:4], alle) == "Her vises 4 af 20 projekter."
    assert "Ret søgningen" in found((), alle)


def test_the_source_of_a_card_is_a_link(data):
    kort = project_cards(chosen("offentlig", "laegedaekning-2025-2026"), data)
    assert all(
        re.search(r"\[Danske Regioner, juni 2025\]\(https://www\.regioner\.dk/\S+\)", card_markdown(en)) for en in kort
    )
    # one source for the whole pool: it stands below the list, and not on every card
    assert "Kilde" not in card_markdown(project_cards(chosen("eksempel", EKS), data)[0])


def test_the_heading_of_the_list_says_how_many_are_the_areas(data):
    def heading(datasaet, pulje, omraade):
        return project_table(chosen(datasaet, pulje, "sundhedsraad", omraade=omraade), data).title

    offentlig = "laegedaekning-2025-2026"
    assert heading("offentlig", offentlig, "limfjorden").endswith("3 projekter i hele landet, heraf 1 i Limfjorden")
    assert heading("offentlig", offentlig, "fyn").endswith("heraf ingen kendte i Fyn")
    assert heading("eksempel", EKS, "").endswith("20 projekter i hele landet")


@given(st.text("ab*_[]<>$:`~#|\\\n ", min_size=1, max_size=30))
def test_no_text_from_a_file_is_read_as_formatting(titel):
    ren = puljen_projekter.Projektkort("x", "Titel", "a", "s", "b", "t", "2025", "", "", "k", "", ())
    assert card_markdown(replace(ren, titel=titel)).startswith(bold(titel))


def test_the_list_says_what_would_fill_it(data):
    view = project_table(chosen("offentlig", "laege-sundhedshus-2018-2021"), data)
    assert view.table.empty and "Data og kilder" in view.note and ".csv" not in view.note
    assert project_table(chosen("offentlig", "laege-sundhedshus-2019"), data).decimals["Beløb, kr."] == 2
    assert project_table(chosen("eksempel", EKS), data).decimals["Beløb, kr."] == 0
