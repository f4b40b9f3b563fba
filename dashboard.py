"""The server: starts with `streamlit run dashboard.py` or `uvicorn dashboard:app`. No page content here.

Before the first visitor it brings the database up to date, makes the map layers and warms the first views; then it goes
on warming the others quietly. Besides the pages it serves every View at a plain address (/v), the map layers under
content-hashed names, the empty world map that plotly insists on, and a health check.
"""

import logging
import os
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data import log
from data.build import DATA
from export.adresser.ruter import Adresser
from geo.kortlag import all_layers
from geo.verdenskort import EMPTY_WORLD
from queries.standard import DATABASE, bring_up_to_date, newest
from ui.doeren import Doer
from ui.helbred import why_pages_fail
from ui.omraadefelt import place_list
from ui.oplaeg import Oplaegsgraense, free_ended_sessions
from ui.opvarmning import Opvarmning, settle_heap, warm_views
from ui.pakket import Bundter, Pakket, pack_beside
from ui.praesentation.fremvisninger import keep_on
from ui.praesentation.paa_disk import Hylde
from ui.praesentation.salen import AABNE, Salen
from ui.processen import allow_many_lines, before_stopping
from ui.script import script
from ui.sidens_sprog import DanskSide
from ui.sundhed import SUNDHED, alive, ready
from ui.udskrift import printed
from ui.ur import now

ROOT = Path(__file__).resolve().parent
LOG = logging.getLogger("dashboard")
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
# "nej": views are made when somebody asks for them, for servers that live for seconds, as in tests.
OPVARMNING = os.environ.get("OPVARMNING", "ja")
opvarmning = Opvarmning()
bundter = Bundter()
hylde = Hylde(DATA / "fremvisninger")


async def map_layer(request: Request) -> Response:
    """A map layer or a list of places by its content-hashed name, or the empty world map. An unknown name is refused in
    one sentence."""
    navn = request.path_params["navn"]
    if navn.startswith("world_"):
        return JSONResponse(EMPTY_WORLD, headers=FOREVER)
    if (js := script(navn)) is not None:
        return Response(js, media_type="text/javascript", headers=FOREVER)
    if navn.startswith("steder-"):
        liste = await anyio.to_thread.run_sync(place_list, navn, DATABASE.snapshot())
        if liste is not None:
            return Response(liste, media_type="application/json", headers=FOREVER)
    lag = (await anyio.to_thread.run_sync(all_layers)).get(navn)
    if lag is None:
        return PlainTextResponse("Kortlaget findes ikke. Genindlæs siden for at hente det nyeste.", status_code=404)
    return Response(lag.indhold, media_type="application/geo+json", headers=FOREVER)


async def page_on_paper(request: Request) -> Response:
    """What a session shows, as it is printed; the name is the session's own secret."""
    side = await anyio.to_thread.run_sync(printed, request.path_params["navn"])
    if side is None:
        return PlainTextResponse("Siden er ikke længere åben. Genindlæs den, og udskriv igen.", status_code=404)
    return HTMLResponse(side, headers={"Cache-Control": "no-store"})


async def health(request: Request) -> JSONResponse:
    """Ready when the pages can be shown, else 503. Tells the version of the data, whether the newest sources were
    refused, what is wrong with the database file, and whether all of Kort is made."""
    fejl = await anyio.to_thread.run_sync(why_pages_fail)
    svar = {
        "status": "fejl" if fejl else "ok",
        "dataversion": DATABASE.snapshot().version[:12],
        "kilder_afvist": bring_up_to_date() is not None,
        "databasefil": DATABASE.tabt or "ok",
        "varm": opvarmning.is_finished(),
    }
    return JSONResponse(svar | ({"fejl": fejl} if fejl else {}), status_code=503 if fejl else 200)


def show_error(fejl: Exception) -> bool:
    """One Danish sentence instead of a traceback; the log has the rest."""
    LOG.error("A page failed", exc_info=fejl)
    st.error(
        "Siden kunne ikke vises. Dine valg er ikke gået tabt: genindlæs siden, eller gå til Overblik. "
        "Bliver fejlen ved, så send adressen på siden til sekretariatet.",
        icon=":material/error:",
    )
    return True


async def server_error(request: Request, fejl: Exception) -> PlainTextResponse:
    """What a broken route answers."""
    LOG.error("A request failed: %s", request.url.path, exc_info=fejl)
    return PlainTextResponse("Serveren kunne ikke svare på forespørgslen. Prøv igen om lidt.", status_code=500)


def warm_up() -> None:
    """Everything the first visitor would otherwise wait for."""
    bring_up_to_date()
    bundter.read()
    try:
        all_layers()
        if OPVARMNING != "nej":
            warm_views()
    except Exception:  # whoever opens the page is told, and the way back is there
        LOG.exception("The first views cannot be made")
    settle_heap()


def stop() -> None:
    """What is done at once when the process is told to end: nobody is sent here any more, and the lines that followers
    hold are closed. The requests that are being answered go on to their end, and shows are on the disk already."""
    SUNDHED.stop()
    AABNE.close()


@asynccontextmanager
async def lifespan(app: st.App):
    """Warm up before the first request, and go on while requests come."""
    log.begin()
    await anyio.to_thread.run_sync(warm_up)
    pakker = None
    if OPVARMNING != "nej":
        opvarmning.start()
        pakker = pack_beside(bundter)
    allow_many_lines()
    keep_on(hylde)
    hylde.start()
    before_stopping(stop)
    log.begin()  # Streamlit has made some more loggers
    log.event(LOG, "The server is ready", port=st.get_option("server.port"), dataversion=newest().version[:12])
    async with anyio.create_task_group() as opgaver:
        opgaver.start_soon(free_ended_sessions)
        yield
        opgaver.cancel_scope.cancel()
    hylde.stop()
    if pakker is not None:
        pakker.terminate()
    if OPVARMNING != "nej":
        await anyio.to_thread.run_sync(opvarmning.stop)
    log.event(LOG, "The server has ended")


app = st.App(
    ROOT / "ui" / "router.py",
    lifespan=lifespan,
    routes=[
        Route("/lag/{navn}", map_layer),
        Route("/udskrift/{navn}", page_on_paper),
        Route("/sundhed", health),
        Route("/sundhed/lever", alive),
        Route("/sundhed/klar", ready),
    ],
    middleware=[
        Middleware(Pakket, bundter),
        Middleware(Adresser, newest, now),
        Middleware(Salen),
        Middleware(Doer),
        Middleware(Oplaegsgraense),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        # inside the packing, for it reads the page
        Middleware(DanskSide),
    ],
    on_script_error=show_error,
    exception_handlers={500: server_error},
)
