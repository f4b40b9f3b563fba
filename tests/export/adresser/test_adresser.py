"""One address for each View, in every form: what is answered, what is refused, and what is remembered."""

import csv
import gc
import io
import json
import re
import weakref
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote, urljoin

import httpx
import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader

from data.adgang.bruger import GAEST
from export.adresser.ruter import Adresser, ready
from export.adresser.side import POLITIK
from export.former import ENDELSER
from export.om import about
from export.tegning import celler
from queries.standard import newest
from tests.dag import I_DAG, NU
from tests.export.adresser.conftest import VAERT, elsewhere
from tests.loeb import run
from tests.sweep import some
from tests.views import bygget
from views.faelles.filtre import Filters
from views.faelles.view import Form
from views.fremvisning.visninger import VISNINGER
from views.sprog import dansk
from views.sprog.ord import EKSEMPEL_ADVARSEL

DATASAET = ("offentlig", "eksempel")
ALLE = [(en, visning) for visning in VISNINGER for en in DATASAET]
# An odd step, so that both datasets are among them; each form by itself is tried on every View by test_alle_visninger.
SAGER = some(ALLE, 17)
VALG = "niveau=region&omraade=1083&struktur=2007&indikator=udbudte_ydernumre"
# The largest answer of a first visit, with the icon, which is the only other thing that a page asks for.
FOERSTE_BESOEG = 60_000


class Side(HTMLParser):
    """What a page is made of: its elements with their attributes, and the texts of cells."""

    def __init__(self, tekst: str):
        super().__init__()
        self.elementer: list[tuple[str, dict]] = []
        self.raekker: list[list[str]] = []
        self._i_celle = False
        self.feed(tekst)

    def handle_starttag(self, tag, attrs):
        self.elementer.append((tag, dict(attrs)))
        if tag == "tr":
            self.raekker.append([])
        if tag in ("td", "th"):
            self.raekker[-1].append("")
            self._i_celle = True

    def handle_endtag(self, tag):
        self._i_celle = self._i_celle and tag not in ("td", "th")

    def handle_data(self, data):
        if self._i_celle:
            self.raekker[-1][-1] += data

    def all(self, tag: str) -> list[dict]:
        return [attributter for navn, attributter in self.elementer if navn == tag]


@pytest.mark.parametrize(("datasaet", "visning"), SAGER, ids=["-".join(en) for en in SAGER])
def test_a_view_answers_in_every_form_with_the_numbers_of_its_table(get, datasaet, visning):
    filters = Filters(niveau="region", omraade="1083", datasaet=datasaet, indikator="udbudte_ydernumre", dag=I_DAG)
    view = bygget.built(visning, filters)
    former = ("", *(f".{en}" for en in ENDELSER))
    svar = {form: get(f"/v/{visning}{form}?{VALG}&datasaet={datasaet}") for form in former}
    if view is None:
        assert {en.status_code for en in svar.values()} == {404}
        return
    assert {en.status_code for en in svar.values()} == {200}, {form: en.status_code for form, en in svar.items()}
    check_page(view, svar[""])
    check_json(view, svar[".json"])
    check_csv(view, svar[".csv"], get(f"/v/{visning}.csv?{VALG}&datasaet={datasaet}&tal=international"))
    ark = openpyxl.load_workbook(io.BytesIO(svar[".xlsx"].content), read_only=True).worksheets[0]
    assert [en.value for en in next(ark.iter_rows())][: len(view.table.columns)] or view.table.empty
    assert ET.fromstring(svar[".svg"].content).tag.endswith("svg")
    assert svar[".png"].content[:8] == b"\x89PNG\r\n\x1a\n"
    assert zipfile.ZipFile(io.BytesIO(svar[".pptx"].content)).testzip() is None
    check_paper(view, svar[".pdf"])


def check_page(view, svar) -> None:
    side = Side(svar.text)
    assert svar.headers["content-security-policy"] == POLITIK
    assert not side.all("script") and not side.all("link") and not side.all("img") and not side.all("iframe")
    navne = {navn for _, attributter in side.elementer for navn in attributter}
    assert "style" not in navne and not any(en.startswith("on") for en in navne)
    assert len(side.all("h1")) == 1 and len(side.all("svg")) == (2 if view.form == Form.FIGUR else 0)
    assert (EKSEMPEL_ADVARSEL in svar.text) == view.example
    assert int(svar.headers["content-length"]) < FOERSTE_BESOEG, svar.headers["content-length"]
    if not view.table.empty and not view.withheld:
        udsnit = celler.shown(view)
        ventet = [udsnit.hoveder, *udsnit.raekker[:60]]
        assert [[en.strip() for en in raekke] for raekke in side.raekker] == [
            [en.strip() for en in raekke] for raekke in ventet
        ]


def check_json(view, svar) -> None:
    laest = json.loads(svar.content)
    assert [en["navn"] for en in laest["kolonner"]] == list(map(str, view.table.columns))
    ventet = [[_as_json(en) for en in raekke] for raekke in view.table.itertuples(index=False)]
    assert laest["raekker"] == ventet
    assert laest["titel"] == view.title and len(laest["kilder"]) == len(view.sources)
    assert laest["advarsler"] == list(view.advarsler)


def _as_json(celle):
    if dansk.is_missing(celle):
        return None
    return celle if isinstance(celle, str) else pytest.approx(float(celle))


def check_csv(view, svar, ren) -> None:
    hoveder = next(csv.reader(io.StringIO(svar.content.decode("utf-8-sig")), delimiter=";"))
    assert hoveder == list(map(str, view.table.columns))
    ramme = pd.read_csv(io.BytesIO(ren.content)) if len(view.table.columns) else pd.DataFrame()
    assert len(ramme) == len(view.table)
    assert ("Advarsel" in ramme) == bool(view.advarsel and len(view.table.columns))
    for kolonne in view.table.select_dtypes("number"):
        ventet = pd.to_numeric(view.table[kolonne]).astype(float).reset_index(drop=True)
        pd.testing.assert_series_equal(ramme[str(kolonne)].astype(float), ventet, check_names=False, rtol=1e-8)


def check_paper(view, svar) -> None:
    laest = PdfReader(io.BytesIO(svar.content))
    ord_ = " ".join(" ".join(side.extract_text() for side in laest.pages).split())
    assert " ".join(view.title.split()[:3]) in ord_
    assert (EKSEMPEL_ADVARSEL in ord_) == view.example
    assert laest.metadata.title == view.title


AFVIST = {
    "/v/findes_ikke": (404, "»findes_ikke«"),
    "/v/kort.docx": (404, "»docx«"),
    "/v.xml": (404, "/v.json"),
    "/v/kort?omraade=xyz": (400, "»xyz«"),
    "/v/kort?omrade=fyn": (400, "»omrade«"),
    "/v/kort?soeg=besat": (400, "»soeg«"),
    "/v/kort?niveau=region&niveau=kommune": (400, "flere gange"),
    "/v/kort?fra=1066": (400, "»1066«"),
    "/v/kort?datasaet=hemmelig": (400, "»hemmelig«"),
    "/v/kort.csv?tal=romerske": (400, "international eller dansk"),
    "/v/kort.json?tal=international": (400, "»tal«"),
    "/v/kort?siden=i-morgen": (400, "2025-11-01"),
    "/v/kort?scenarie=9;c=1": (400, "udgave"),
    "/v/omraadetal": (400, "omraade=fyn"),
    "/v/forloeb-findes-ikke": (404, "intet"),
    f"/v/kort?omraade={'x' * 5000}": (400, "for lang"),
    "/v/kort?omraade=%3Cscript%3Ealert(1)%3C/script%3E": (400, "&lt;script&gt;"),
    "/v/%2e%2e/%2e%2e/etc/passwd": (404, "findes ikke"),
    "/v/0.5.json": (404, "»0.5«"),
    "/v/kort/csv": (404, "»kort/csv«"),
    "/v/kort?omraade=%FF%FE": (400, "kendes ikke"),
}


@pytest.mark.parametrize("adresse", AFVIST)
def test_what_is_not_understood_is_refused_in_a_sentence(get, adresse):
    status, ord_ = AFVIST[adresse]
    svar = get(adresse)
    assert svar.status_code == status and ord_ in svar.text
    assert "<script>" not in svar.text and "Traceback" not in svar.text


def test_a_slash_at_the_end_leads_to_the_list_whose_links_are_right(get):
    svar = get("/mappe/v/?omraade=fyn")
    assert (
        svar.status_code == 308
        and urljoin(f"{VAERT}/mappe/v/", svar.headers["location"]) == f"{VAERT}/mappe/v?omraade=fyn"
    )
    liste = Side(get("/v?omraade=fyn").text)
    assert {urljoin(f"{VAERT}/v", en["href"]).split("?")[0] for en in liste.all("a")} > {
        f"{VAERT}/v/kort",
        f"{VAERT}/v.json",
    }


def test_a_refusal_has_the_form_that_was_asked_for(get):
    assert get("/v/kort.json?x=1").json() == {"fejl": get("/v/kort.csv?x=1").text.strip()}
    assert get("/v/kort?x=1").headers["content-type"].startswith("text/html")
    assert get("/v/kort", "POST").status_code == 405 and get("/v/kort", "POST").headers["allow"] == "GET, HEAD"


def test_everything_else_goes_on_to_what_stands_behind(get):
    for adresse in ("/kort", "/v1", "/vejen", "/", "/sundhed"):
        assert get(adresse).content == b"bagved", adresse


def test_who_has_an_answer_is_not_sent_it_again(get):
    svar = get("/v/kort")
    assert svar.headers["vary"] == "Accept-Encoding" and svar.headers["content-encoding"] == "gzip"
    for hoved in ({"if-none-match": svar.headers["etag"]}, {"if-modified-since": svar.headers["last-modified"]}):
        igen = get("/v/kort", **hoved)
        assert (igen.status_code, igen.content) == (304, b"") and igen.headers["etag"] == svar.headers["etag"]
    assert get("/v/kort", **{"if-none-match": 'W/"andet"'}).status_code == 200
    hoved = get("/v/kort", "HEAD")
    assert (hoved.content, hoved.headers["content-length"]) == (b"", svar.headers["content-length"])
    raa = get("/v/kort", **{"accept-encoding": "identity"})
    assert raa.content == svar.content and "content-encoding" not in raa.headers
    assert get("/v/kort?niveau=kommune").headers["etag"] != svar.headers["etag"]


def test_own_data_are_read_by_no_page_of_others(get, app):
    assert get("/v/kort").headers["access-control-allow-origin"] == "*"
    assert get("/v/kort").headers["cache-control"].startswith("public")
    hoveder = dict(ready(b"x", "text/plain", about(app.data(), app.nu()), frit=False).hoveder)
    assert b"access-control-allow-origin" not in hoveder and hoveder[b"cache-control"] == b"private, no-cache"


def test_links_of_a_page_lead_to_its_forms_and_to_the_dashboard(get):
    side = Side(get(f"/mappe/v/kort?{VALG}").text)
    adresser = [urljoin(f"{VAERT}/mappe/v/kort", en["href"]) for en in side.all("a")]
    filer = [en for en in adresser if en.startswith(f"{VAERT}/mappe/v/kort.")]
    assert len(filer) == len(ENDELSER)
    for adresse in filer:
        svar = get(adresse.removeprefix(f"{VAERT}/mappe"))
        assert svar.status_code == 200 and "1083" in adresse
        navn = re.search(r'filename="([^"]+)"', svar.headers["content-disposition"])[1]
        assert "region-syddanmark" in navn and I_DAG.isoformat() in navn
    assert any(en.startswith(f"{VAERT}/mappe/kort?") for en in adresser)


def test_the_form_offers_what_the_view_follows_and_keeps_the_rest(get):
    side = Side(get("/v/kort?omraade=fyn&siden=2020-01-01&datasaet=eksempel").text)
    assert {en["name"] for en in side.all("select")} >= {"omraade", "niveau", "indikator", "datasaet", "fra", "til"}
    skjulte = {en["name"]: en["value"] for en in side.all("input")}
    assert skjulte["siden"] == "2020-01-01" and "omraade" not in skjulte
    valgte = [en["value"] for en in side.all("option") if "selected" in en]
    assert {"fyn", "sundhedsraad", "eksempel"} <= set(valgte)
    gruppe = "gruppe.Vestsjælland + Lolland.326.360"
    side = Side(get(f"/v/kort?omraade={quote(gruppe)}").text)
    assert gruppe in [en["value"] for en in side.all("option") if "selected" in en]
    assert get("/v/kort?omraade=&fra=&til=&niveau=region").status_code == 200, "a form sends what is not chosen too"


def test_a_new_version_is_answered_and_the_old_one_let_go():
    """What was kept of one version is answered to nobody who asks of another."""
    versioner = [replace(newest(), version="a" * 64), replace(newest(), version="b" * 64)]
    app = Adresser(elsewhere, lambda *_: versioner[-1], lambda: NU, lambda _: GAEST)

    async def ask() -> list[str]:
        ud = []
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=VAERT) as klient:
            ud.append((await klient.get("/v/moeder.json")).json()["dataversion"])
            gammel = weakref.ref(versioner.pop())
            gc.collect()
            assert gammel() is None
            ud.append((await klient.get("/v/moeder.json")).json()["dataversion"])
        return ud

    assert run(ask) == ["b" * 12, "a" * 12]
