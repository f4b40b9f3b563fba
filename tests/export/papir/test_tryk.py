"""A page as it is printed: what the pdf has, as text, in one document that runs nothing and fetches nothing."""

import re
from html.parser import HTMLParser

import pytest

from export.papir.tryk import Side, printed_page
from tests.export.conftest import built
from tests.fjendtlig import FJENDTLIG
from views.faelles.view import Kilde, Tal
from views.sprog.markdown import Markdown, plain
from views.sprog.ord import EKSEMPEL_ADVARSEL

ADRESSE = "https://dashboard.example.dk/kort?omraade=1083&soeg=%22%3C%2Fstyle%3E"
INERT = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "b", "span", "section", "div"}
INERT |= {"dl", "dt", "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
INERT |= {"svg", "path", "rect", "circle", "line", "polyline", "text", "tspan"}


class Laest(HTMLParser):
    """The words of the body, and every element with its attributes."""

    def __init__(self, dokument: str):
        super().__init__()
        self.elementer: list[tuple[str, dict]] = []
        self.stykker: list[str] = []
        self.feed(dokument)
        self.ord = " ".join("".join(self.stykker).split())

    def handle_starttag(self, tag, attrs):
        self.elementer.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.elementer[-1][0] != "style":
            self.stykker.append(data)


def page(*views, tekst: str = "", titel: str = "Kort", linje: str = "", tal: tuple[Tal, ...] = ()) -> Side:
    return Side(titel, plain(linje), tal, Markdown(tekst), views, ADRESSE)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_all_that_is_needed_to_trust_a_figure_is_on_paper(datasaet, om):
    views = [built(navn, datasaet) for navn in ("kort", "udvikling", "hu_serie", "udbudsliste", "puljen_projekter")]
    dokument = printed_page(page(*views, tekst="- **Kort sagt** fandt *ingen* en læge."), om)
    laest = Laest(dokument)
    assert laest.ord.count("<") == 0
    assert "Kort sagt fandt ingen en læge." in laest.ord
    for view in views:
        hele = [view.title, view.definition, view.coverage, view.source_line]
        for ventet in (*hele, *(en.titel for en in view.sources)):
            assert " ".join(ventet.split()) in laest.ord, (view.id, ventet)
        if not view.table.empty and not view.withheld:
            kolonne = view.table.columns[0]
            assert all(" ".join(view.cell_text(kolonne, en).split()) in laest.ord for en in view.table[kolonne])
    assert sum(tag == "svg" for tag, _ in laest.elementer) == sum(view.figure is not None for view in views)
    assert om.stamp in laest.ord and ADRESSE in laest.ord
    assert (EKSEMPEL_ADVARSEL in laest.ord) == (datasaet == "eksempel")


def test_what_is_the_same_is_said_once(om):
    kortet = built("kort", "eksempel")
    dokument = printed_page(page(kortet, kortet, titel="Kort", linje=f"{kortet.title} · alle år"), om)
    assert dokument.count("<table>") == 1 and dokument.count("<svg ") == 2
    assert dokument.count(kortet.definition) == 1
    assert "<h2>" + kortet.title not in dokument, "the line under the heading says it"


def test_a_withheld_view_says_why_and_shows_no_numbers(om):
    view = built("rangliste", "offentlig")
    dokument = printed_page(page(view), om)
    assert view.withheld in Laest(dokument).ord
    assert "<table>" not in dokument and "<svg" not in dokument


def test_the_edges_of_every_sheet_name_address_and_time_and_cannot_be_broken_out_of(om):
    dokument = printed_page(page(built("kort", "eksempel")), om)
    ark = re.search(r"<style>(.*?)</style>", dokument, re.DOTALL)[1]
    assert '"' not in re.sub(r'content:"[^"]*"', "", ark)

    def unescaped(tekst: str) -> str:
        return re.sub(r"\\([0-9a-f]+) ", lambda en: chr(int(en[1], 16)), tekst)

    indhold = [unescaped(en) for en in re.findall(r'content:"([^"]*)"', ark)]
    assert f"{om.stamp}\n{ADRESSE}" in indhold and EKSEMPEL_ADVARSEL in indhold
    assert EKSEMPEL_ADVARSEL not in printed_page(page(built("kort", "offentlig")), om)


def test_hostile_words_are_words(om):
    kilde = Kilde(FJENDTLIG, FJENDTLIG, "i dag", "javascript:alert(1)")
    tal = Tal(FJENDTLIG, FJENDTLIG, FJENDTLIG, FJENDTLIG, FJENDTLIG, (kilde,), "/")
    side = page(built("kort", "eksempel"), titel=FJENDTLIG, linje=FJENDTLIG, tal=(tal,), tekst=plain(FJENDTLIG))
    laest = Laest(printed_page(side, om))
    assert {tag for tag, _ in laest.elementer} <= INERT
    assert not any(
        navn in ("src", "href", "style") or navn.startswith("on") for _, en in laest.elementer for navn in en
    )
    assert laest.ord.count(" ".join(FJENDTLIG.split())) >= 5
