"""A slide as it is shown: what stands on it, and its figure, table or words in the size that fits the window."""

from dataclasses import dataclass, replace
from datetime import date

import queries
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import EGNE
from views.faelles.view import Form, View
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import TELEFON
from views.fremvisning.lysbillede import SMALLEST, Skaerm, enlarged
from views.fremvisning.lysbillede_omraade import about_the_area
from views.fremvisning.lysbillede_tekst import Tabelbillede, lines_needed, readable_table
from views.fremvisning.praesentation import Dias
from views.sprog.markdown import shown_code

# Pixels at full size; ui/praesentation/scene.css has the same.
TITLE, SUBTITLE, WORDS, EDGE = 44, 28, 34, 36
FRAME = 24  # above the title
WARNING = 64
FOOTER = 92
# Pixels in any window: the air around the content, and a footer whose buttons a finger can hit.
AIR, LEAST_FOOTER = 12, 72
LINE = 1.3
FED = 1.06  # so much wider is bold type
PHONE = 700
INTET = "Datasættet har intet af denne slags. Vælg et andet datasæt, eller gå til næste dias."


@dataclass(frozen=True)
class Lysbillede:
    """What stands on a slide. One of figur, tabel and tekst shows the content, or besked says why there is none.

    `view` is None when the data have nothing of its kind. `tekst_px` is the type size of `tekst`, `hoejde` the pixels
    that are left for the content. `om_omraadet` is what is said when the slide is asked about another area.
    """

    titel: str
    view: View | None
    hoejde: int
    figur: dict | None = None
    tabel: Tabelbillede | None = None
    tekst: str = ""
    tekst_px: int = WORDS
    besked: str = ""
    om_omraadet: str = ""


def shown(dias: Dias, datasaet: str, dag: date, omraade: str | None, skaerm: Skaerm, data: Snapshot) -> Lysbillede:
    """The slide in a window of that size, about another area when one is given."""
    view = dias.build(datasaet, dag, data, omraade)
    # the deck's own title tells what it found about its own area
    titel = (dias.titel if omraade is None else "") or (view.title if view else "Ingen data til dette dias")
    om = about_the_area(dias, view, datasaet, dag, omraade, data) if view and omraade else ""
    hoejde = _room(titel, view, om, skaerm)
    return replace(_content(titel, view, hoejde, skaerm, dias.filters(datasaet, dag), data), om_omraadet=om)


def _content(titel: str, view: View | None, hoejde: int, skaerm: Skaerm, valgte: Filters, data: Snapshot) -> Lysbillede:
    if view is None:
        return Lysbillede(titel, None, hoejde, besked=_why_nothing(valgte, data))
    if view.form == Form.TILBAGEHOLDT:
        return Lysbillede(titel, view, hoejde, besked=view.withheld)
    bredde = skaerm.bredde - 2 * EDGE * skaerm.skala
    if view.form == Form.FIGUR:
        paa_telefon = skaerm.bredde < PHONE
        stor = (round(bredde), hoejde, skaerm.skala, skaerm.farve)
        figur = plotly_of(view.figure, TELEFON) if paa_telefon else enlarged(view.figure, *stor)
        return Lysbillede(titel, view, hoejde, figur=figur)
    if view.form in (Form.LISTE, Form.TEKST):
        return Lysbillede(titel, view, hoejde, tekst=view.text, tekst_px=_words_size(view.text, bredde, hoejde, skaerm))
    if view.form == Form.TOM:
        return Lysbillede(titel, view, hoejde, besked=view.note or INTET)
    px = SMALLEST * skaerm.skala
    return Lysbillede(titel, view, hoejde, tabel=readable_table(view, bredde, hoejde, px))


def _why_nothing(filters: Filters, data: Snapshot) -> str:
    """Why the data have no View of the slide."""
    katalog = queries.catalogue(data)
    for kode in (filters.indikator, filters.behov):
        if kode not in katalog:
            return f"Nøgletallet »{shown_code(kode)}« findes ikke i de data, der vises."
        if kode in queries.catalogue_of(filters.datasaet, data):
            continue
        if not katalog[kode].egen:
            return f"»{katalog[kode].navn}« findes kun på offentlige data, når det er hentet fra sin officielle kilde."
        if filters.datasaet != EGNE:
            return f"»{katalog[kode].navn}« er jeres eget nøgletal og findes kun på egne data."
    return INTET


def _room(titel: str, view: View | None, om: str, skaerm: Skaerm) -> int:
    """Pixels between what stands above and what stands below."""
    skala, bredde = skaerm.skala, skaerm.bredde - 2 * EDGE * skaerm.skala
    brugt = lines_needed(titel, TITLE * skala * FED, bredde) * TITLE * 1.18 + FRAME
    brugt += lines_needed(om, SUBTITLE * skala * FED, bredde) * SUBTITLE * LINE
    if view is not None:
        brugt += lines_needed(view.subtitle, SUBTITLE * skala, bredde) * SUBTITLE * LINE
        if not view.withheld:
            brugt += lines_needed(view.coverage, SMALLEST * skala, bredde) * SMALLEST * LINE
        brugt += WARNING if view.advarsel else 0
    return max(240, int(skaerm.hoejde - brugt * skala - AIR - max(FOOTER * skala, LEAST_FOOTER)))


def _words_size(tekst: str, bredde: float, hoejde: float, skaerm: Skaerm) -> int:
    """The largest type that lets all words be seen, but never less than the smallest."""
    for px in range(WORDS, SMALLEST, -2):
        if lines_needed(tekst, px * skaerm.skala, bredde - 2 * px) * px * skaerm.skala * 1.75 <= hoejde:
            return px
    return SMALLEST
