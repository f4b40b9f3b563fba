"""The way from a number to the list behind it, and back to the very view that it stood in.

Both are plain links with their codes; `ui/menu.js` follows them in the same tab, as it does those of the menu.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit

from ui import vej
from ui.adresse import SIDERNE, page, site
from ui.sider import FOERSTE, title_in_sentence
from views.faelles.koder import TILBAGE
from views.sprog.markdown import Markdown, bold, link, plain

# What narrows a list to the rows behind a number.
UDSNIT = ("status", "bag", "sted")


def to_list(liste: str) -> str:
    """The absolute address of a list (`Tal.liste`), with the way back to what is shown."""
    koder = {navn: kode for navn, kode in vej.codes().items() if navn != TILBAGE}
    her = f"/{page() or FOERSTE}" + (f"?{urlencode(koder)}" if koder else "")
    return f"{site()}{liste}&{urlencode({TILBAGE: her})}"


def number_link(vaerdi: str, liste: str) -> Markdown:
    """A number as a bold link to the list behind it; bold alone without one."""
    return Markdown(f"**{link(vaerdi, to_list(liste))}**") if liste and vaerdi else bold(vaerdi)


def way_back() -> str:
    """The view that the list was opened from, from the root of the site; "" when from none, or from no page of ours."""
    sti = urlsplit(vej.code(TILBAGE)).path.removeprefix("/")
    return vej.code(TILBAGE) if sti in SIDERNE else ""


def list_line(udsnit: str = "") -> Markdown:
    """Above a list: the way back, and what it is narrowed to (plain text) with the way to all of it; "" for neither."""
    dele = []
    if tilbage := way_back():
        vej_ud = urlsplit(tilbage)
        navn = f"Tilbage til {title_in_sentence(vej_ud.path.strip('/'))}"
        dele.append(f":material/arrow_back: {link(navn, _address(vej_ud.path, dict(parse_qsl(vej_ud.query))))}")
    if udsnit:
        koder = {navn: kode for navn, kode in vej.codes().items() if navn not in UDSNIT}
        dele.append(f":material/filter_alt: {plain(udsnit)} {link('Vis alle', _address(page(), koder))}")
    return Markdown("  \n".join(dele))


def _address(side: str, koder: dict[str, str]) -> str:
    """The absolute address of a page; that of the first is the root of the site."""
    sti = side.strip("/").removesuffix(FOERSTE)
    return f"{site()}/{sti}" + (f"?{urlencode(koder)}" if koder else "")
