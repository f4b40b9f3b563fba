"""What a choice costs the line: 150 phones in a hall share one. Counted as a browser gets it, without the browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.e2e.siden import choose, params, rows, settled, visit, wait_for_map
from tests.last.klient import Reply, Session
from tests.sweep import ALT, some
from tests.ui.test_sider import TABS

MOST_BYTES, MOST_MESSAGES = 30_000, 30
DATASAET = ("eksempel", "offentlig")
KATALOG = {row["noegletal"]: row for row in rows("katalog/noegletal_katalog")}
INDIKATORER = {navn: row["navn"] for navn, row in KATALOG.items()}
KORT = [(niveau, datasaet) for niveau in ("kommune", "sundhedsraad", "region") for datasaet in DATASAET]
SJAELDNE = (
    "datasaet=offentlig",
    "datasaet=offentlig&niveau=kommune&omraade=461&fra=2018&til=2019",
    "datasaet=eksempel&niveau=region&struktur=2027&omraade=oestdanmark",
    "datasaet=eksempel&omraade=gruppe.Syd.fyn.soenderjylland",
)
# What a tab shows at least one of; these are words alone, and sliders.
SET = {"plotly_chart", "metric", "arrow_data_frame", "dataframe", "alert"}
I_ORD = {("balance", "Antagelser"), ("balance", "Ukendt")}
ALLE_FANER = [(side, fane) for side, (_, faner) in TABS.items() for fane in faner]
# Every second tab with another area, on one dataset and then the other, and those between them with odd choices.
FANER = [(*en, datasaet) for nr, en in enumerate(ALLE_FANER) for datasaet in some(DATASAET, 1, nr // 2)]
FLYTTES, SES = (FANER, ALLE_FANER) if ALT else (FANER[::2], ALLE_FANER[1::2])


def test_a_browser_receives_what_the_client_counts(server, tab):
    """The one look at the real thing, so that the others can do without."""
    modtaget = []
    tab.on("websocket", lambda en: en.on("framereceived", lambda besked: modtaget.append(len(besked))))
    visit(tab, f"{server.url}/kort?niveau=kommune&struktur=2007&datasaet=eksempel")
    wait_for_map(tab)
    # the second choice is the one that counts: the first also finds the widgets' places
    choose(tab, "indikator", INDIKATORER["udbudte_kapaciteter"], "udbudte_kapaciteter")
    settled(tab, lambda: len(modtaget))
    modtaget.clear()
    choose(tab, "indikator", INDIKATORER["udbudsrunder"], "udbudsrunder")
    settled(tab, lambda: len(modtaget))
    assert params(tab)["indikator"] == "udbudsrunder"
    talt = in_a_thread(indicators(server.port, "kommune", "eksempel"))
    assert sum(modtaget) <= MOST_BYTES, f"{sum(modtaget)} bytes in {len(modtaget)} messages"
    assert sum(modtaget) == pytest.approx(talt.bytes, rel=0.1)


@pytest.mark.parametrize(("niveau", "datasaet"), KORT)
def test_a_choice_on_a_warm_map_sends_little(server, niveau, datasaet):
    svar = in_a_thread(indicators(server.port, niveau, datasaet))
    assert 1_000 < svar.bytes <= MOST_BYTES
    assert svar.messages <= MOST_MESSAGES


@pytest.mark.parametrize(("side", "fane", "datasaet"), FLYTTES)
def test_another_area_on_a_warm_tab_sends_little(server, side, fane, datasaet):
    svar = in_a_thread(areas(server.port, side, fane, datasaet))
    assert 1_000 < svar.bytes <= MOST_BYTES


def in_a_thread(koersel) -> Reply:
    """Playwright has an event loop of its own in this thread."""
    with ThreadPoolExecutor(1) as traad:
        return traad.submit(asyncio.run, koersel).result()


@pytest.mark.parametrize(("side", "fane"), SES)
def test_a_tab_is_shown_for_odd_choices(server, side, fane):
    """A tab runs only when it is open. A page that fails makes the client raise."""
    for adresse in some(SJAELDNE, 1, ALLE_FANER.index((side, fane))):
        vist = in_a_thread(opened(server.port, side, fane, adresse))
        ventet = {"markdown"} if (side, fane) in I_ORD else SET
        assert vist & ventet, (adresse, vist)


async def opened(port: int, side: str, fane: str, adresse: str) -> set[str]:
    """The kinds of elements that a tab sends."""
    async with Session(port, side, adresse) as session:
        await session.open()
        vist = set(session.sizes)
        if session.tabs:  # what the client has it is not sent again
            await session.open_tab(TABS[side][0], fane)
        return vist | set(session.sizes) if fane == next(iter(TABS[side][1]), None) else set(session.sizes)


async def indicators(port: int, niveau: str, datasaet: str) -> Reply:
    """The second change of indicator on Kort."""
    async with Session(port, "kort", f"niveau={niveau}&struktur=2007&datasaet={datasaet}") as session:
        await session.open()
        await session.choose("indikator", label(session, "udbudte_kapaciteter"))
        return await session.choose("indikator", label(session, "udbudsrunder"))


def label(session: Session, noegletal: str) -> str:
    """As it stands in the menu, with words of its group; a label that is not there would be measured as a fault."""
    navn = KATALOG[noegletal]["navn"]
    (fundet,) = [en for en in session.choices["indikator"].options if en.split(" · ")[0] == navn]
    return fundet


async def areas(port: int, side: str, fane: str, datasaet: str) -> Reply:
    """The second change of area with a tab open, and no page says that it failed."""
    adresse = f"niveau=sundhedsraad&struktur=2007&datasaet={datasaet}&omraade=fyn"
    async with Session(port, side, adresse) as session:
        await session.open()
        await session.open_tab(TABS[side][0], fane)
        await session.choose("omraade", "Sundhedsråd Vendsyssel")
        return await session.choose("omraade", "Sundhedsråd Sønderjylland")
