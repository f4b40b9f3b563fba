"""Scenarios by a name: read back as they were written, told of when the data have changed, refused in Danish."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.fremvisning import gemt_scenarie
from views.fremvisning.gemt_scenarie import FLEST, GemtScenarie, kept, named
from views.fremvisning.praesentation import Dias, Praesentation, PraesentationsFejl, parse, to_toml

DIAS = (Dias("bal_uden_plo"),)
GEMT = GemtScenarie("Flere færdige", "1;c=98", "offentlig", "d799e4e12ac9", "2026-11-27")
BEGYNDER = 'titel = "T"\n\n[[dias]]\nvisning = "kort"\n\n'


def written(**andet: str) -> str:
    felter = {
        "navn": "A",
        "tekst": "1;c=98",
        "datasaet": "offentlig",
        "version": "d799e4e12ac9",
        "dag": "2026-11-27",
    } | andet
    return BEGYNDER + "[[scenarie]]\n" + "".join(f'{navn} = "{tekst}"\n' for navn, tekst in felter.items())


@given(
    st.lists(
        st.builds(
            GemtScenarie,
            st.text(min_size=1, max_size=60).map(gemt_scenarie.without_invisible).map(str.strip).filter(bool),
            st.sampled_from(["", "1;c=98", "1;pol=takt;e=46"]),
            st.sampled_from(["offentlig", "eksempel"]),
            st.just("d799e4e12ac9"),
            st.dates().map(str),
        ),
        max_size=4,
    ).map(tuple)
)
def test_what_is_named_is_read_back(gemte):
    deck = Praesentation("T", DIAS, gemte)
    assert parse(to_toml(deck).encode(), newest(), I_DAG) == deck


def test_a_name_says_what_it_was_made_on():
    gemt = named("  To\nlinjer ", Filters(datasaet="eksempel", scenarie="1;c=98", dag=I_DAG), newest())
    assert (gemt.navn, gemt.tekst, gemt.datasaet) == ("To linjer", "1;c=98", "eksempel")
    assert newest().version.startswith(gemt.version) and gemt.dag == I_DAG.isoformat()
    assert "ændret" not in gemt.since(newest())
    assert replace(gemt, version="0" * 12).since(newest()).endswith("; data er ændret siden")


def test_a_name_is_kept_once_on_a_dataset_and_no_more_than_can_be_seen():
    ny = replace(GEMT, tekst="1;c=90")
    assert kept((GEMT,), ny) == (ny,)
    assert kept((GEMT,), replace(ny, datasaet="eksempel")) == (GEMT, replace(ny, datasaet="eksempel"))
    fulde = tuple(replace(GEMT, navn=str(nr)) for nr in range(FLEST))
    assert kept(fulde, ny) == fulde and kept(fulde, replace(ny, navn="3"))[-1].tekst == "1;c=90"


@pytest.mark.parametrize(
    ("tekst", "linje", "grund"),
    [
        (written(tekst="1;findes_ikke=3"), 8, "findes_ikke"),
        (written(tekst="9;c=98"), 8, "udgave"),
        (written(dag="i går"), 11, "ingen dag"),
        # Python reads these as dates too, and then nothing else does
        (written(dag="20261127"), 11, "ingen dag"),
        (written(dag="2026-W48-5"), 11, "ingen dag"),
        (written(version=""), 10, "ingen version"),
        (written(version="x"), 10, "ingen version"),
        (written(navn="\\u200b"), 7, "1 til 60 tegn"),
        (written(datasaet="andet"), 9, "Der findes: offentlig, eksempel, egne"),
        (written(navn=" "), 7, "1 til 60 tegn"),
        (written(farve="blå"), 12, "»farve« er ukendt"),
        (written().replace('dag = "2026-11-27"\n', ""), 6, "mangler dag"),
        (written().replace('"2026-11-27"', "2026-11-27"), 11, "mangler dag, som skal være tekst"),
        ('scenarie = "1;c=98"\n' + BEGYNDER, 1, "hvert scenarie begynder med [[scenarie]]"),
        ("scenarie = [1]\n" + BEGYNDER, 1, "begynder med [[scenarie]]"),
        (BEGYNDER + written().removeprefix(BEGYNDER) * (FLEST + 1), 6 + 6 * FLEST, f"højst være {FLEST}"),
        # the slide's own choice of the same name is not it
        (BEGYNDER + '[dias.filtre]\nscenarie = "1;c=98"\n\n' + written(navn=" ").removeprefix(BEGYNDER), 10, "1 til"),
    ],
)
def test_what_is_no_scenario_is_refused_with_its_line(tekst, linje, grund):
    with pytest.raises(PraesentationsFejl) as fejl:
        parse(tekst.encode(), newest(), I_DAG)
    assert str(fejl.value).startswith(f"Linje {linje}") and grund in str(fejl.value)
