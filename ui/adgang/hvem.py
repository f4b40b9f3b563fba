"""Who asks: of a request, and of a session. The one place that makes a Bruger of what a browser sends."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from starlette.requests import cookie_parser
from starlette.types import Scope
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.adgang.bruger import GAEST, VED_MASKINEN, Bruger, Rolle
from queries.database import Snapshot
from queries.standard import opened
from ui import noegler, ur
from ui.adgang import kode, links
from ui.adgang.links import GIVET
from ui.adgang.opsaetning import is_here, setup

# What a proxy adds: then it is not the one at the machine who asks.
GENNEM_PROXY = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True)
class Anmodning:
    """What a browser says of itself. hoveder: by their names in small letters; klient: the address it asks from, ""
    when nobody knows; link: what its address held of one."""

    hoveder: Mapping[str, str]
    cookies: Mapping[str, str]
    klient: str
    link: str = ""


def who_asks(scope: Scope) -> Bruger:
    """The one behind a request."""
    return who(request_of(scope))


def who(spurgt: Anmodning) -> Bruger:
    """The one behind what a browser says of itself, with the links that it has been given."""
    bruger = _without_links(spurgt)
    bruger = replace(bruger, fra=bruger.fra or spurgt.klient or "127.0.0.1")
    if bruger.may_read_own() or not (fundne := links.given(spurgt.cookies, spurgt.link)):
        return bruger
    aabnet = links.valid(fundne)
    return replace(bruger, aabnet=aabnet, udloebet=any(en.hvad not in aabnet for en in fundne))


def _without_links(spurgt: Anmodning) -> Bruger:
    opsaetning = setup()
    if opsaetning.alene:
        return VED_MASKINEN if at_the_machine(spurgt) else GAEST
    if opsaetning.login:
        return of_claims(claims(spurgt.cookies))
    if opsaetning.kode and kode.is_editor(spurgt.cookies.get(kode.COOKIE, ""), opsaetning.kode):
        return Bruger(Rolle.REDAKTOER)
    return Bruger(opsaetning.regler.uden_login)


def at_the_machine(spurgt: Anmodning) -> bool:
    """Is it asked from this machine, by its name here, and through nobody? A page of somebody else's that has found a
    name for this machine is not."""
    vaert = spurgt.hoveder.get("host", "localhost")
    navn = vaert if vaert.endswith("]") else vaert.rpartition(":")[0] or vaert
    fremmede = [en for en in GENNEM_PROXY if en in spurgt.hoveder]
    return not fremmede and is_here(navn) and (not spurgt.klient or is_here(spurgt.klient))


def of_claims(krav: Mapping[str, Any]) -> Bruger:
    """The one whom the provider answers for; none, or a login that has run out, is nobody."""
    regler = setup().regler
    if not krav.get("is_logged_in") or is_over(krav):
        return Bruger(regler.uden_login)
    return Bruger(regler.role_of(krav), regler.name_of(krav))


def is_over(krav: Mapping[str, Any]) -> bool:
    """Has the login lasted as long as a login may? One that does not say when it was made has."""
    givet = krav.get("iat")
    if isinstance(givet, bool) or not isinstance(givet, (int, float)):
        return True
    return not -300 <= ur.now().timestamp() - givet <= setup().regler.timer * 3600


def claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said when they logged in, which Streamlit has signed; {} of one who did not."""

    def signed(navn: str) -> bytes | None:
        vaerdi = cookies.get(navn)
        return vaerdi and decode_signed_value(get_cookie_secret(), navn, vaerdi.encode("latin-1", "ignore"))

    try:
        krav = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    return krav if isinstance(krav, dict) else {}


def asking() -> Bruger:
    """The one behind this session, found at the beginning of each run; at the machine nobody else can be."""
    if (bruger := st.session_state.get(noegler.BRUGER)) is None:
        bruger = st.session_state[noegler.BRUGER] = find_out()
    return bruger


def find_out() -> Bruger:
    """Ask anew who is behind this session: a login may have run out since."""
    hoveder = {navn.lower(): vaerdi for navn, vaerdi in st.context.headers.items()}
    klient = st.context.ip_address  # a text, unless it is this machine
    spurgt = Anmodning(hoveder, st.context.cookies, klient if isinstance(klient, str) else "")
    st.session_state[noegler.BRUGER] = bruger = who(spurgt)
    return bruger


def shown_data() -> Snapshot:
    """The newest data, as far as the one behind this session may see them."""
    return opened(asking())


def request_of(scope: Scope) -> Anmodning:
    """What a request says of the one behind it."""
    hoveder = {navn.decode("latin-1"): vaerdi.decode("latin-1") for navn, vaerdi in scope["headers"]}
    klient = scope["client"][0] if scope.get("client") else ""
    return Anmodning(hoveder, cookie_parser(hoveder.get("cookie", "")), klient, scope.get(GIVET, ""))
