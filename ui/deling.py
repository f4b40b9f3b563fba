"""What goes out of the page: the box "Del" with the links to what is shown and buttons that copy them, and the title of
the browser's tab."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import segno
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.adgang.bruger import EGNE
from data.adgang.link import PARAMETER
from ui import ur, vej
from ui.adgang.links import end_of, with_link
from ui.adresse import shown_link, view_link
from ui.listevej import UDSNIT
from ui.praesentation.adresse import unreachable
from views.faelles.aendring import named
from views.faelles.filtre import Filters
from views.faelles.view import Form, View
from views.fremvisning import visninger
from views.sprog import dansk
from views.sprog.markdown import Markdown, link, plain

QR_BREDDE, FLEST_LETTE = 160, 12
HER = Path(__file__).resolve().parent
TEGN = {del_: (HER / f"kopier.{del_}").read_text(encoding="utf-8") for del_ in ("html", "css", "js")}
_kopier = st.components.v2.component("kopier_link", **TEGN)


def tab_title(side: str, filters: Filters) -> str:
    """What the browser's tab, its bookmarks and its history call the page: "Kort · Sønderjylland · Lægedækning"."""
    return " · ".join(filter(None, [side, filters.area_name(kort=True), "Lægedækning"]))


def share_box(plads: DeltaGenerator, filters: Filters, views: Sequence[View]) -> DeltaGenerator:
    """The box, with the links when it is open: to the plain page of the first figure, which phones, mails and paper
    have most of, and to this page. views: what the page shows. The router adds what else is to be taken along."""
    deling = plads.popover("Del", key="deling", on_change="rerun", icon=":material/share:", type="tertiary")
    if deling.open:
        with deling:
            lette = _plain_links(views)
            links = [{"navn": f"Let side til telefon, mail og filer: {en[0]}", "link": en[1]} for en in lette[:1]]
            links.append({"navn": "Denne side i dashboardet", "link": shown_link(named(vej.codes(), filters))})
            _kopier(key="kopier_link", data={"links": links}, height="content")
            if lette:
                _show_plain(lette)
    return deling


def _plain_links(views: Sequence[View]) -> list[tuple[str, str]]:
    """Title and plain address of each View that has one, those with a figure first."""
    kendte = {en.id: en for en in views if visninger.is_known(en.id)}.values()
    return [(en.title, _opening(en)) for en in sorted(kendte, key=lambda en: en.form != Form.FIGUR)]


def _opening(view: View) -> str:
    """The plain address of a View; of own data with what opens them for a while."""
    adresse = view_link(view.id, view.filters)
    return with_link(adresse, view.id, end_of(ur.now())) if view.filters.datasaet == EGNE else adresse


def _show_plain(lette: list[tuple[str, str]]) -> None:
    """The code of the first for a phone, and the others as links."""
    if any(vej.code(navn) for navn in (*UDSNIT, "soeg", "kun")):
        st.caption("Den lette side viser hele listen, også det, der er søgt fra her.")
    if PARAMETER in parse_qs(urlsplit(lette[0][1]).query):
        slut = dansk.day(end_of(ur.now()).date().isoformat())
        st.caption(plain(f"Linkene åbner egne data for enhver, der har dem, til og med {slut}."))
    kode, andre = st.columns((0.3, 0.7))
    if hindring := unreachable(lette[0][1]):
        kode.caption(plain(hindring))
    else:
        kode.image(qr_code(lette[0][1]), width=QR_BREDDE)
    if len(lette) > 1:
        linjer = "\n".join(f"- {link(titel, adresse)}" for titel, adresse in lette[1:FLEST_LETTE])
        andre.markdown(Markdown(f"De andre på siden:\n\n{linjer}"))


@lru_cache(maxsize=64)
def qr_code(adresse: str) -> str:
    """The code of an address as a drawing on white, made here."""
    return segno.make(adresse, micro=False).svg_inline(scale=4, border=3, light="#ffffff", dark="#000000")
