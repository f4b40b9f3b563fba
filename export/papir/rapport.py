"""Paper: the A4 report of an area, and a deck as a handout with two slides a page."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, KeepInFrame, KeepTogether, Spacer

from export.om import INTET, Oplysninger, instead_of_figure, link, remark, selection
from export.papir.ark import BJAELKE, FLADE, FOD, HOEJDE, KANT, document, source_list
from export.papir.opmaerkning import OVERSKRIFT, UNDEROVERSKRIFT, Opstilling
from export.papir.papir import Figur, address, markdown, paragraph, style, table, table_within
from export.tegning import tekst
from export.tegning.tegning import drawing, height_for
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import Form, Tal, View
from views.figur import farver
from views.figur.farver import DAEMPET
from views.fremvisning import praesentation
from views.fremvisning.praesentation import Praesentation
from views.noegletal import kort, udvikling
from views.omraade import mit_omraade
from views.sprog import dansk, ord

HOEJEST = HOEJDE - KANT - FOD - BJAELKE  # what a page with the warning has room for
SKRIFT = 8.0
DIAS_PR_SIDE = 2
NOTELINJER = 5
MELLEMRUM = 12.0
# Points: the heading of a long table and its first rows.
TABELLENS_BEGYNDELSE = 170.0


def area_report(filters: Filters, om: Oplysninger, data: Snapshot) -> bytes:
    """The report of the chosen area as a PDF. Raises ValueError when no area is chosen."""
    if not filters.omraade:
        raise ValueError("no area is chosen")
    tal = mit_omraade.area_view(filters, data)
    kortet, serien = kort.area_map_view(filters, data), udvikling.trend_view(filters, data)
    navn = filters.area_name()
    side: list[Flowable] = [
        paragraph(navn, style(20, fed=True, efter=3, rolle=OVERSKRIFT)),
        paragraph(mit_omraade.consists_of(filters), style(8.5, DAEMPET, efter=3)),
        paragraph(selection(tal), style(8.5, DAEMPET, efter=8)),
        _numbers(mit_omraade.area_numbers(filters, data)),
        Spacer(0, 8),
        _beside(_figure(kortet, FLADE * 0.58 - MELLEMRUM), _findings(mit_omraade.findings(filters, data))),
        Spacer(0, 8),
        *_figure(serien, FLADE, hoejst=150),
        Spacer(0, 8),
        *_figures(tal),
        *source_list((tal, kortet, serien)),
    ]
    return document(side, navn, om, filters.datasaet == "eksempel", om.adresse + filters.link(mit_omraade.SIDE))


def handout(deck: Praesentation, datasaet: str, om: Oplysninger, data: Snapshot, omraade: str | None = None) -> bytes:
    """The deck on paper: two slides a page, each with its note and lines to write on."""
    dias = praesentation.built(deck, datasaet, om.dag, data, omraade)
    ud: list[Flowable] = [paragraph(deck.titel, style(14, fed=True, efter=6, rolle=OVERSKRIFT))]
    plads = (HOEJDE - KANT - FOD - BJAELKE - 60) / DIAS_PR_SIDE
    for nr, (view, titel, note) in enumerate(dias, start=1):
        ud.append(KeepTogether(_slide(nr, view, titel, note, plads, om)))
    eksempel = any(view.example for view, _, _ in dias if view is not None)
    return document(ud, deck.titel, om, eksempel, om.adresse)


def _slide(nr: int, view: View | None, titel: str, note: str, plads: float, om: Oplysninger) -> list[Flowable]:
    """One slide of the handout, at most so tall."""
    overskrift = style(10.5, fed=True, efter=1, rolle=UNDEROVERSKRIFT)
    ud: list[Flowable] = [paragraph(f"{nr}. {titel or (view.title if view else '')}", overskrift)]
    if view is None:
        return [*ud, paragraph(INTET, style(9)), *_lines(NOTELINJER)]
    if view.scenarie:
        ud.append(paragraph(ord.SCENARIE_MAERKE, style(7.5, fed=True)))
    ud.append(paragraph(selection(view), style(7.5, DAEMPET, efter=4)))
    bred = FLADE * 0.66
    hoej = plads - 74
    if view.form == Form.FIGUR:
        hoej = min(hoej, height_for(view.figure, bred, 7) + 20)
        figur: list[Flowable] = [Figur(drawing(view.figure, bred, hoej, 7), view.in_words)]
    else:
        figur = _words(view, bred, 7.5, hoej)
    noten = [paragraph(note, style(8, efter=6))] if note else []
    bemaerkning = [paragraph(tekst.shortened(remark(view), 260), style(7, DAEMPET))] if remark(view) else []
    ud.append(_beside(figur, [*noten, *_lines(NOTELINJER), *bemaerkning], 0.68))
    ud.append(paragraph(f"{view.coverage} {view.source_line}".strip(), style(6.5, DAEMPET)))
    return [*ud, address(link(view, om), style(6, DAEMPET, efter=12))]


def _lines(antal: int) -> list[Flowable]:
    """Empty lines to write on."""
    streg = [("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(farver.STREG))]
    tomme = [[Spacer(0, 0)]] * antal
    return [Opstilling(tomme, [FLADE * 0.3], [20] * antal, style=streg, hAlign="LEFT"), Spacer(0, 6)]


def _beside(venstre: list[Flowable], hoejre: list[Flowable], andel: float = 0.58) -> Flowable:
    """Side by side in one row, which no page break parts: made smaller when a page cannot hold it."""
    uden_luft = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    stil = [("VALIGN", (0, 0), (-1, -1), "TOP"), *uden_luft, ("RIGHTPADDING", (0, 0), (0, 0), MELLEMRUM)]
    raekke = Opstilling([[venstre, hoejre]], [FLADE * andel, FLADE * (1 - andel)], style=stil)
    hoej = raekke.wrap(FLADE, HOEJEST)[1]
    return raekke if hoej <= HOEJEST else KeepInFrame(FLADE, HOEJEST, [raekke], mode="shrink")


def _numbers(tal: tuple[Tal, ...]) -> Flowable:
    """The large numbers in a row."""
    if not tal:
        return Spacer(0, 0)
    felter = [
        [
            paragraph(en.overskrift, style(8, DAEMPET)),
            paragraph(en.vaerdi, style(19, fed=True, efter=2)),
            paragraph(f"{dansk.capital(en.enhed).rstrip('.')}. {en.forklaring}".lstrip(". "), style(7.5, DAEMPET)),
            paragraph(f"Opgjort pr. {en.opgjort}" if en.opgjort else "", style(7, DAEMPET)),
        ]
        for en in tal
    ]
    stil = [("BOX", (nr, 0), (nr, 0), 0.5, HexColor(farver.TABELKANT)) for nr in range(len(felter))]
    stil.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
    return Opstilling([felter], [FLADE / len(felter)] * len(felter), style=stil)


def _findings(saetninger: tuple[str, ...]) -> list[Flowable]:
    ud: list[Flowable] = [paragraph("Det skiller sig ud", style(11, fed=True, efter=4, rolle=UNDEROVERSKRIFT))]
    punkt = style(8.5, efter=4, leftIndent=10)
    ud += [markdown(tekst.markdown_runs(en), punkt, punkt=True) for en in saetninger]
    return ud


def _figure(view: View, bredde: float, hoejst: float = 300.0) -> list[Flowable]:
    """Title, figure and source line; the reason where there is no figure."""
    ud: list[Flowable] = [paragraph(view.title, style(10.5, fed=True, efter=4, rolle=UNDEROVERSKRIFT))]
    if view.form == Form.FIGUR:
        hoejde = min(height_for(view.figure, bredde, SKRIFT), hoejst)
        ud.append(Figur(drawing(view.figure, bredde, hoejde, SKRIFT), view.in_words))
        ud += [paragraph(view.note, style(8, efter=2))] if view.note else []
    else:
        ud.append(paragraph(instead_of_figure(view), style(8.5, efter=2)))
    return [*ud, paragraph(f"{view.coverage} {view.source_line}", style(7, DAEMPET))]


def _figures(tal: View) -> list[Flowable]:
    """The table of all indicators of the area."""
    overskrift = paragraph(tal.title, style(12, fed=True, efter=4, rolle=UNDEROVERSKRIFT))
    if tal.table.empty:
        return [overskrift, paragraph(tal.note, style(8.5))]
    bemaerkning = "".join(en.tekst for en in tekst.markdown_runs(tal.text))
    return [
        # its head never stands alone at the foot of a page
        CondPageBreak(TABELLENS_BEGYNDELSE),
        overskrift,
        paragraph(bemaerkning, style(8, DAEMPET, efter=4)),
        table(tal, FLADE, 7.2),
        Spacer(0, 8),
    ]


def _words(view: View, bredde: float, stoerrelse: float, hoejde: float) -> list[Flowable]:
    """What a view without a figure says: the reason, its text, or the first rows of its table, as many as fit."""
    grund = instead_of_figure(view)
    if grund:
        return [paragraph(grund, style(stoerrelse + 1))]
    if view.form != Form.TABEL:
        udseende = style(stoerrelse + 0.5, efter=3, leftIndent=10)
        afsnit = tekst.markdown_paragraphs(view.text)
        return [markdown(loeb, udseende, punkt) for punkt, loeb in afsnit] or [paragraph(view.coverage, udseende)]
    tabellen, rest = table_within(view, (bredde, hoejde), stoerrelse - 1, int(hoejde // 24))
    mere = (
        [paragraph(f"{dansk.quantity(rest, 'rækker')} mere står i regnearket.", style(stoerrelse))] if rest > 0 else []
    )
    return [tabellen, *mere]
