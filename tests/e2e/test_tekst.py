"""Text is text: names made to be pictures, links, headings, formulas, colours and icons are seen as they are written,
on every page, tab, slide and answer to a wrong address. On a copy of the project whose data are full of them."""

import subprocess
import sys
from urllib.parse import quote, urlsplit

import pytest

from tests.data.indlaes_filer import HU, KLINIK, PROJEKT, PULJE, as_xlsx, table
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import running
from tests.e2e.siden import PAGES, assert_no_traceback, visit, wait_idle, wait_until
from tests.e2e.test_indlaesning import RAEKKE
from tests.fjendtlig import FJENDTLIG, VAERT, poison
from tests.sweep import ALT, some

# Where rows of the own data are shown.
EGNES = ("overblik", "kort", "mit_omraade", "ydernumre", "puljen", "hu_forloeb", "data_og_kilder", "siden_sidst")
# Pages that show a name each in a way of its own: on a map, in a list and its search, on cards, in versions, in words.
HVER_SIN_MAADE = ("kort", "ydernumre", "puljen", "data_og_kilder", "ordliste")
# Where a name stands in words, and not only in tables and boxes.
SES_PAA = ("overblik", "kort", "puljen", "ordliste", "data_og_kilder")
KONTROL = f"""
if "kontrol" in st.query_params:
    st.markdown({FJENDTLIG!r})
    st.markdown("x " + {FJENDTLIG!r})
    st.markdown("# x !")
"""
# What the text has made of itself, if anything.
LAVET = """vaert => {
    const alle = [...document.querySelectorAll('body *')];
    const egen = one => one.textContent.trim();
    return [
        ...alle.filter(one => one.tagName === 'IMG' && (one.src.includes(vaert) || one.alt === 'Streamlit logo')),
        ...alle.filter(one => one.tagName === 'A' && one.protocol === 'mailto:'),
        ...alle.filter(one => one.tagName === 'A' && one.hostname.endsWith(vaert)),
        ...alle.filter(one => one.tagName === 'a' && (one.getAttribute('xlink:href') || '').includes(vaert)),
        ...alle.filter(one => one.matches('.katex, del, p code, li code') && ['c', 's', 'x2'].includes(egen(one))),
        ...alle.filter(one => one.matches('.katex')),
        ...alle.filter(one => one.matches('strong') && egen(one) === 'k'),
        ...alle.filter(one => one.matches('[class*=stMarkdownColored]') && egen(one) === 'r'),
        ...alle.filter(one => one.matches('[role=img]') && (one.getAttribute('aria-label') || '').includes('bug')),
        ...alle.filter(one => one.matches('[role=img]') && egen(one) === 'bug_report'),
        ...alle.filter(one => one.matches('h1, h2, h3, h4, h5, h6') && egen(one).startsWith('x !')),
        ...alle.filter(one => one.childElementCount === 0 && /[\\u{1F600}-\\u{1F64F}]/u.test(one.textContent)),
    ].map(one => one.outerHTML.slice(0, 300));
}"""


@pytest.fixture(scope="module")
def fjendtlig_server(tmp_path_factory):
    mappe = copy_of_project(tmp_path_factory.mktemp("fjendtlig") / "projekt")
    poison(mappe / "data")
    import_own(mappe)
    with open(mappe / "pages" / "reformen.py", "a", encoding="utf-8") as side:
        side.write(KONTROL)
    with running("streamlit", mappe) as server:
        yield server


def import_own(mappe) -> None:
    """A row of hostile names in every register, loaded by a hostile name from a file of that name."""
    ord_ = dict.fromkeys(("Kilde", "Bemærkning"), FJENDTLIG)
    ark = {
        "Udbud": RAEKKE | {"Kommune": "Lolland", "Sted": FJENDTLIG},
        "Klinikker": KLINIK | {"Navn": FJENDTLIG, "Sted": FJENDTLIG},
        "Puljer": PULJE | {"Puljens navn": FJENDTLIG},
        "Puljeprojekter": PROJEKT | {"Titel": FJENDTLIG, "Ansøger": FJENDTLIG},
        "HU-forløb": HU,
    }
    fil = mappe / "www.ond.example :red[r] **k**.xlsx"
    fil.write_bytes(as_xlsx({navn: table(raekke | ord_) for navn, raekke in ark.items()}))
    hvem = ["--hvem", FJENDTLIG[:80], "--note", FJENDTLIG]
    svar = subprocess.run([sys.executable, "-m", "data.indlaes", fil.name, *hvem], cwd=mappe, capture_output=True)
    assert svar.returncode == 0, svar.stdout.decode() + svar.stderr.decode()


@pytest.fixture
def fane(fjendtlig_server, tab):
    """A tab that lets nothing be asked of another host."""
    ude = []
    tab.on("request", lambda en: ude.append(en.url) if urlsplit(en.url).port != fjendtlig_server.port else None)
    yield tab
    assert [en for en in ude if not en.startswith(("data:", "blob:"))] == []


def test_the_same_text_unescaped_would_be_seen(fjendtlig_server, open_tab):
    tab, ude = open_tab(), []
    tab.on("request", lambda en: ude.append(en.url))
    visit(tab, f"{fjendtlig_server.url}/reformen?kontrol=1")
    assert wait_until(tab, lambda: len(tab.evaluate(LAVET, VAERT)) >= 9), tab.evaluate(LAVET, VAERT)
    assert any(urlsplit(en).hostname == VAERT for en in ude)


def assert_only_text(tab) -> None:
    assert tab.evaluate(LAVET, VAERT) == [], tab.url
    assert_no_traceback(tab)


@pytest.mark.parametrize(
    ("side", "datasaet"),
    [*((en, "eksempel") for en in (PAGES if ALT else HVER_SIN_MAADE)), *((en, "egne") for en in some(EGNES, 2))],
)
def test_a_page_shows_names_as_they_are_written(side, datasaet, fjendtlig_server, fane):
    visit(fane, f"{fjendtlig_server.url}{PAGES[side]}?datasaet={datasaet}&omraade=360")
    for en in [None, *fane.get_by_role("tab").all()]:
        if en is not None:
            en.click()
            wait_idle(fane)
        # what is folded away is the same code on both datasets
        for udfold in fane.locator("[data-testid=stExpander] summary:visible").all()[: datasaet == "eksempel"]:
            udfold.click()
            wait_idle(fane)
        assert_only_text(fane)
    if side in SES_PAA:
        assert wait_until(
            fane, lambda: f"![b](http://{VAERT}/b.png)" in fane.locator("[data-testid=stApp]").inner_text()
        )
        assert_only_text(fane)


LINJER, LANG = "a\n# x ![b](http://ond.example/b.png)", "æ" * 5000
FORKERTE = {
    "kort?omraade=": (FJENDTLIG, LINJER, LANG),
    "kort?siden=": (FJENDTLIG,),
    "visning?visning=": (FJENDTLIG, LANG),
    "praesentation?praesentation=": (FJENDTLIG, LINJER),
}


@pytest.mark.parametrize("sti", FORKERTE)
def test_a_wrong_code_is_told_as_text_and_cut_short(sti, fjendtlig_server, fane):
    for kode in FORKERTE[sti]:
        visit(fane, f"{fjendtlig_server.url}/{sti}{quote(kode)}")
        assert_only_text(fane)
        svar = fane.locator("[data-testid=stAlert]").all_inner_texts()
        assert any(len(en) < 400 and "»" in en for en in svar), svar


def test_a_deck_is_text_on_list_stage_and_paper(fjendtlig_server, fane):
    citat = FJENDTLIG.replace("\\", "\\\\").replace('"', '\\"')
    dias = f'[[dias]]\nvisning = "puljen_projekter"\ntitel = "{citat}"\nnote = "{citat}"\n'
    deck = f'titel = "{citat}"\n\n{dias}\n[[dias]]\nvisning = "ved_ikke"\n'.encode()
    visit(fane, f"{fjendtlig_server.url}/praesentation?datasaet=eksempel")
    felt = fane.locator('input[type="file"]')
    felt.set_input_files({"name": "www.ond.example.toml", "mimeType": "application/toml", "buffer": deck})
    assert wait_until(fane, lambda: "praesentation=x-b" in fane.url), fane.url
    wait_idle(fane)
    assert_only_text(fane)
    fane.get_by_role("button", name="Start præsentationen").click()
    fane.wait_for_selector(".lysbillede h1.titel")
    for nr in ("1 / 2", "2 / 2"):
        assert wait_until(fane, lambda: fane.locator(".lysbillede .nr").inner_text() == nr)  # noqa: B023
        wait_idle(fane)
        assert_only_text(fane)
        fane.keyboard.press("PageDown")
    visit(fane, fane.url.replace("vis=skaerm", "vis=taler"))
    assert_only_text(fane)
