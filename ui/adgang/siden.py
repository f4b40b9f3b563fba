"""The page /adgang: who one is here, the field for the editor code, and the ways in and out with a login. It is plain,
so that it works where nothing else does."""

import math

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from streamlit.auth_util import encode_provider_token

from data.adgang.bruger import Bruger, Rolle
from data.adgang.log import note, note_refusal
from data.build import DATA
from export.adresser import side
from export.tegning import html
from ui import ur
from ui.adgang import kode
from ui.adgang.hvem import who_asks
from ui.adgang.opsaetning import Opsaetning, setup

MAA = {
    Rolle.GAEST: "Du er gæst: du kan se offentlige data og eksempeldata.",
    Rolle.MEDLEM: "Du er medlem: du kan også se sekretariatets egne data.",
    Rolle.REDAKTOER: "Du er redaktør: du kan også indlæse data og tage en anden version i brug.",
}
ALENE = "Serveren lytter kun på denne maskine, så den, der sidder ved den, er redaktør."
KUN_HER = "Serveren er sat op til den, der sidder ved maskinen. docs/adgang.md siger, hvordan andre får adgang."
BRUG_KODEN = "Skal du se eller indlæse egne data, så skriv redaktørkoden; den, der passer serveren, har den."
FORKERT = "Koden er ikke rigtig. Den står, hvor serveren blev startet; bed den, der passer serveren, om den."
LOG_IND = "Er du medlem eller redaktør, så log ind. Har du fået et link med en slutdato, så åbn det."
HAR_INTET = "Dit login giver ikke adgang til mere. Bed den, der passer serveren, om at tilføje dig."
STOERSTE_KROP = 2000
_forsoeg = kode.Forsoeg()


async def access_page(request: Request) -> Response:
    """GET shows the page, and sends on to the provider with ?log=ind; POST tries a code, or lets go of it."""
    if request.method == "POST":
        return _posted(request, QueryParams((await _body(request)).decode("utf-8", "replace")))
    if setup().login and request.url.query == "log=ind":
        til = f"auth/login?provider={encode_provider_token(setup().login)}"
        return RedirectResponse(til, 303, {"Cache-Control": "no-store"})
    return _page(who_asks(request.scope))


def _posted(request: Request, felter: QueryParams) -> Response:
    svar = RedirectResponse("data_og_kilder?fane=indlaes", 303, {"Cache-Control": "no-store"})
    om = {"httponly": True, "samesite": "lax", "secure": request.url.scheme == "https"}
    if "slut" in felter:
        svar.delete_cookie(kode.COOKIE, **om)
        return svar
    koden, klient = setup().kode, request.client.host if request.client else ""
    if not koden:
        return _page(who_asks(request.scope))
    if venten := _forsoeg.wait(klient):
        sekunder = math.ceil(venten)
        besked = f"Der er prøvet for mange forkerte koder. Prøv igen om {sekunder} sekunder."
        return _page(who_asks(request.scope), besked, 429, {"Retry-After": str(sekunder)})
    if not kode.is_right(felter.get("kode", "").strip(), koden):
        _forsoeg.failed(klient)
        note_refusal(who_asks(request.scope), "forkert redaktørkode", ur.now(), DATA)
        return _page(who_asks(request.scope), FORKERT, 403)
    _forsoeg.succeeded(klient)
    note(Bruger(Rolle.REDAKTOER, fra=klient), "blev redaktør med koden", ur.now(), DATA)
    svar.set_cookie(kode.COOKIE, kode.proof(koden), max_age=kode.GYLDIG, **om)
    return svar


def _page(bruger: Bruger, besked: str = "", status: int = 200, hoveder: dict[str, str] | None = None) -> HTMLResponse:
    opsaetning = setup()
    navn = f" Du er logget ind som {bruger.navn}." if bruger.navn else ""
    krop = (
        f"<h1>Adgang</h1>{html.element('p', besked, 'advarsel')}{html.element('p', MAA[bruger.rolle] + navn)}"
        f"{_way(bruger, opsaetning)}<p class=vej><a href='./'>Til dashboardet</a></p>"
    )
    hoveder = {"Cache-Control": "no-store", "Content-Security-Policy": side.policy()} | (hoveder or {})
    return HTMLResponse(side.document("Adgang", krop), status, hoveder)


def _way(bruger: Bruger, opsaetning: Opsaetning) -> str:
    """How one becomes another than one is."""
    if opsaetning.alene:
        return html.element("p", ALENE if bruger.may_edit() else KUN_HER)
    if opsaetning.login and bruger.navn:
        ud = "<p class=vej><a href='auth/logout'>Log ud</a></p>"
        return (html.element("p", HAR_INTET) if bruger.rolle is Rolle.GAEST else "") + ud
    if opsaetning.login:
        return f"{html.element('p', LOG_IND)}<p class=vej><a href='?log=ind'>Log ind</a></p>"
    if bruger.may_edit():
        return "<form method=post><button name=slut value=1>Hold op med at være redaktør her</button></form>"
    return html.element("p", BRUG_KODEN) + (
        "<form method=post><label>Redaktørkode<input name=kode type=password autocomplete=current-password "
        "required></label><button>Bliv redaktør</button></form>"
    )


async def _body(request: Request) -> bytes:
    """What was sent, as far as this form can be long."""
    krop = b""
    async for del_ in request.stream():
        krop += del_
        if len(krop) > STOERSTE_KROP:
            return b""
    return krop
