"""Addresses of the app as this reader's browser knows them: the one place that builds them.

A proxy may serve the app in a folder of its own, so no address starts at the root of the host.
"""

from urllib.parse import SplitResult, unquote, urlencode, urlsplit

import streamlit as st

from data.slug import slug
from export.om import STANDARDADRESSE
from ui.sider import SIDER, UDEN_FOR_MENUEN
from views.faelles.filtre import Filters
from views.fremvisning.parametre import address

SIDERNE = frozenset(navn for sider in (SIDER | UDEN_FOR_MENUEN).values() for navn, *_ in sider)


def code_of(navn: str) -> str:
    """A name as a code of an address, its words parted by hyphens alone: "År for år" -> "aar-for-aar"."""
    return slug(navn).replace("_", "-")


def page() -> str:
    """The page in the address; "" for the first one."""
    return _opened()[2]


def unknown_page() -> str:
    """What the address names that is no page; "" when there is nothing of the kind. A folder that the site lives in
    ends in a slash, as Streamlit's own folder does not."""
    sti = urlsplit(st.context.url or STANDARDADRESSE).path
    sidste = unquote(sti.rpartition("/")[2])
    mappe = str(st.get_option("server.baseUrlPath")).strip("/").rpartition("/")[2]
    return "" if sidste in SIDERNE or sidste in ("", mappe) else sidste


def may_be(side: str) -> bool:
    """Whether the address is that of a page; a script that no browser runs has none that says otherwise."""
    return not st.context.url or page() == side


def site() -> str:
    """The root of the site as this reader opened it, without a slash at the end."""
    dele, mappe, _ = _opened()
    return f"{dele.scheme}://{dele.netloc}{mappe}"


def local(link: str) -> str:
    """A link from the root of the site (`View.link`) as a link from the root of the host."""
    return _opened()[1] + link


def shown_link(koder: dict[str, str]) -> str:
    """The absolute address of the page that is shown, with these codes."""
    return f"{site()}/{page()}" + (f"?{urlencode(koder)}" if koder else "")


def view_link(visning: str, filters: Filters) -> str:
    """The absolute address of one View as a plain page (export/adresser)."""
    return site() + address(visning, filters)


def _opened() -> tuple[SplitResult, str, str]:
    """What the browser has opened, the folder the site lives in ("" for none) and the page."""
    dele = urlsplit(st.context.url or STANDARDADRESSE)
    mappe, _, side = dele.path.rstrip("/").rpartition("/")
    return (dele, mappe, side) if side in SIDERNE else (dele, dele.path.rstrip("/"), "")
