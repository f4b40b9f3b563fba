"""Tagged PDF: read aloud it says what the page says, in order, with a title, a language, and every figure in words."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from export.papir import rapport
from export.papir.enkelt import view_on_paper
from export.tegning import celler
from queries.standard import newest
from tests.dag import I_DAG
from tests.export.conftest import OMRAADE, built
from tests.export.papir.opmaerket import Opmaerkning, tags, walk
from views.faelles.filtre import Filters
from views.fremvisning import praesentation
from views.sprog.ord import EKSEMPEL_ADVARSEL

LANG = ("udbudsliste", "klinikliste")
# Bars, a map, a heat map, flows, tables of some pages, points in words, words alone, and what is withheld.
SLAGS = ("hu_serie", "kort", "daekning_udbud", "forloeb_enheder", *LANG, "bal_graenser", "udsagn_plo", "rangliste")


def report(om) -> Opmaerkning:
    return tags(rapport.area_report(Filters(datasaet="eksempel", dag=I_DAG, **OMRAADE), om, newest()))


def handout(om) -> Opmaerkning:
    deck = praesentation.read_deck(praesentation.STANDARD, newest(), I_DAG)
    return tags(rapport.handout(deck, "eksempel", om, newest()))


def check_whole(dets: Opmaerkning, titel: str) -> None:
    """What holds for any file of ours."""
    rod = dets.laeser.trailer["/Root"]
    assert rod["/MarkInfo"]["/Marked"].value is True and rod["/Lang"] == "da-DK"
    assert rod["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert dets.laeser.metadata.title == titel
    assert dets.fejl == []
    roller = {en.rolle for en in walk(dets.rod)}
    assert roller <= {"Document", "H1", "H2", "P", "L", "LI", "LBody", "Link", "Figure", "Table", "TR", "TH", "TD"}
    assert dets.rod.rolle == "Document" and [en.tekst for en in dets.rod.all("H1")] == [titel]
    for figur in dets.rod.all("Figure"):
        venstre, bund, hoejre, top = figur.attributter["/BBox"]
        assert figur.alt and 0 <= venstre < hoejre <= 596 and 0 <= bund < top <= 842
    for tabel in dets.rod.all("Table"):
        bredder = {len(raekke.boern) for raekke in tabel.boern}
        assert {en.rolle for en in tabel.boern} == {"TR"} and len(bredder) == 1
        assert [len(raekke.all("TH")) > 0 for raekke in tabel.boern] == [True] + [False] * (len(tabel.boern) - 1)
        assert all(en.attributter["/Scope"] == "/Column" for en in tabel.all("TH"))


@pytest.mark.parametrize("visning", SLAGS)
@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_a_view_is_read_in_order(visning, datasaet, om):
    view = built(visning, datasaet)
    if view is None:
        pytest.skip("the data have nothing of its kind")
    dets = tags(view_on_paper(view, om))
    check_whole(dets, view.title)
    alt = dets.rod.tekst
    assert alt.startswith(EKSEMPEL_ADVARSEL) == (datasaet == "eksempel")
    assert [en.alt for en in dets.rod.all("Figure")] == [view.in_words] * (view.figure is not None)
    foelge = [view.title, view.source_line, view.definition, "Kilder", view.sources[0].titel, om.stamp, om.adresse]
    steder = [alt.index(" ".join(en.split())) for en in foelge if en]
    assert steder == sorted(steder)
    adresser = [en for en in dets.rod.all("Link") if en.led]
    assert {en.tekst for en in adresser} >= {kilde.url for kilde in view.sources[:30] if kilde.url}
    assert all(set(en.led) == {en.tekst} for en in adresser)


@pytest.mark.parametrize("visning", LANG)
def test_a_table_over_pages_is_one_table_with_one_head(visning, om):
    view = built(visning, "eksempel")
    dets = tags(view_on_paper(view, om))
    assert len(dets.laeser.pages) > 1
    (tabel,) = dets.rod.all("Table")
    hoveder, *raekker = [[celle.tekst for celle in raekke.boern] for raekke in tabel.boern]
    vist = celler.shown(view)
    assert hoveder == vist.hoveder and len(raekker) == len(view.table)
    # whole, also where a cell is broken into lines
    assert raekker == [[" ".join(celle.split()) for celle in en] for en in vist.raekker]


def test_what_every_page_repeats_is_read_once(om):
    dets = tags(view_on_paper(built(LANG[0], "eksempel"), om))
    sider, gange = len(dets.laeser.pages), [en.tekst for en in dets.rod.boern].count
    assert gange(EKSEMPEL_ADVARSEL) == gange(om.stamp) == 1
    assert [dets.usynligt.count(en) for en in (EKSEMPEL_ADVARSEL, om.stamp)] == [sider - 1] * 2
    assert [en for en in dets.usynligt if en.startswith("Side ")] == [f"Side {nr + 1}" for nr in range(sider)]
    sidste = dets.rod.boern[-1].all("Link")[0]
    assert len(sidste.led) == sider and dets.rod.boern[-2].tekst == om.stamp


def test_a_report_has_headings_points_figures_and_a_table(om):
    dets = report(om)
    check_whole(dets, "Region Syddanmark")
    overskrifter = [en.tekst for en in dets.rod.all("H2")]
    assert overskrifter[1] == "Det skiller sig ud" and overskrifter[-1] == "Kilder" and len(overskrifter) == 5
    (punkter,) = dets.rod.all("L")
    assert len(punkter.boern) == len(punkter.all("LBody")) > 2
    # large numbers, and figure beside findings, stand in frames that are no tables
    assert len(dets.rod.all("Figure")) == 2 and len(dets.rod.all("Table")) == 1


def test_a_handout_reads_each_slide_with_its_note(om):
    dets = handout(om)
    deck = praesentation.read_deck(praesentation.STANDARD, newest(), I_DAG)
    check_whole(dets, deck.titel)
    overskrifter = [en.tekst for en in dets.rod.all("H2")]
    assert [int(en.split(".")[0]) for en in overskrifter] == list(range(1, len(deck.dias) + 1))
    alt = dets.rod.tekst
    steder = [alt.index(" ".join(en.note.split())) for en in deck.dias if en.note]
    assert steder == sorted(steder)


def test_a_paragraph_over_two_pages_is_one_and_words_do_not_grow_together(om):
    view = built("hu_tiltag", "eksempel")
    lang = " ".join(f"Sætning nummer {nr} fylder en hel linje på papiret og lidt til." for nr in range(300))
    dets = tags(view_on_paper(replace(view, definition=lang, table=pd.DataFrame()), om))
    check_whole(dets, view.title)
    (afsnit,) = [en for en in dets.rod.all("P") if en.tekst.startswith("Definition.")]
    assert afsnit.tekst == f"Definition. {lang}"
    assert not re.search(r"til\.Sætning|nummer\d", afsnit.tekst)


@pytest.mark.parametrize(
    ("oedelagt", "fejlen"),
    [
        (lambda fil: fil.replace(b"/MCID 2 ", b"/MCID 1 "), "sider og træ er uenige"),
        (lambda fil: fil.replace(b"/StructParent ", b"/StructXarent "), "et link hører ingen steder til"),
        (lambda fil: fil.replace(b"/Contents (http", b"/Xontents (http"), "et link siger ikke hvorhen"),
    ],
)
def test_a_broken_file_is_seen(oedelagt, fejlen, om):
    fil = view_on_paper(built("hu_serie", "offentlig"), om)
    assert oedelagt(fil) != fil
    assert fejlen in tags(oedelagt(fil)).fejl
