"""Native tables of a slide: a view's table, and a heat map as coloured cells."""

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from export.dias.diagrammer import is_native
from export.dias.former import SPROG, describe, draw, rgb, write_runs
from export.dias.xml import set_size_of_nothing
from export.tegning import celler, farve, tekst
from export.tegning.maerker import Loeb, Streg
from export.tegning.varmekort import heads, legend_marks, row_names
from views.faelles.view import Form, View
from views.figur import farver
from views.figur.farver import DAEMPET, HVID
from views.figur.model import Aksefigur, Gitter
from views.sprog import dansk

STOERST, MINDST, ALLERMINDST = 16.0, 11.0, 8.0
SMALLERE = 0.9  # the slides' type is so much narrower than the one that widths are measured in
HOVED, STRIBE = farver.SEKVENTIEL[4], farver.TOM_CELLE
LUFT = 10.0
BREDEST = 0.4
FLEST_I_NOTER = 40
LAENGSTE_CELLE = 90


def add_table(former, view: View, boks: tuple[float, float, float, float], fra: int = 0) -> int:
    """The rows from number `fra` that fit in the box (x, y, width, height in points); returns how many are left."""
    udsnit = celler.shown(view)
    hoveder, talkolonner = udsnit.hoveder, udsnit.til_hoejre
    raekker = [[tekst.shortened(en, LAENGSTE_CELLE) for en in raekke] for raekke in udsnit.raekker[fra:]]
    x, y, bredde, hoejde = boks
    stoerrelse, bredder = _fitting(hoveder, raekker, bredde, hoejde)
    hoejder = [_height(en, bredder, stoerrelse) for en in (hoveder, *raekker)]
    plads, antal = hoejde - hoejder[0], 0
    while antal < len(raekker) and plads >= hoejder[antal + 1]:
        plads -= hoejder[antal + 1]
        antal += 1
    antal = max(antal, 1) if raekker else 0
    rammen = former.add_table(antal + 1, len(hoveder), Pt(x), Pt(y), Pt(sum(bredder)), Pt(sum(hoejder[: antal + 1])))
    describe(rammen, "Tabel", f"{view.in_words} Tabel med {antal} af {dansk.quantity(len(raekker), 'rækker')}.")
    tabel = rammen.table
    tabel.horz_banding = False
    for nr, bred in enumerate(bredder):
        tabel.columns[nr].width = Pt(bred)
    for nr, raekke in enumerate((hoveder, *raekker[:antal])):
        tabel.rows[nr].height = Pt(hoejder[nr])
        bund = HOVED if nr == 0 else STRIBE if nr % 2 == 0 else HVID
        for kolonne, ord_ in enumerate(raekke):
            _fill(tabel.cell(nr, kolonne), ord_, stoerrelse, bund, nr == 0, talkolonner[kolonne])
    return len(raekker) - antal


def _fitting(hoveder: list[str], raekker: list[list[str]], bredde: float, hoejde: float) -> tuple[float, list[float]]:
    """The largest type at which all rows fit, or the smallest, and the widths of the columns."""
    stoerrelse = STOERST
    while True:
        bredder = _widths(hoveder, raekker, bredde, stoerrelse)
        samlet = sum(_height(en, bredder, stoerrelse) for en in (hoveder, *raekker))
        hele_ord = all(
            tekst.width((Loeb(en, True),), stoerrelse) * SMALLERE <= bred
            for hoved, bred in zip(hoveder, bredder, strict=True)
            for en in hoved.split()
        )
        if (hele_ord and (samlet <= hoejde or stoerrelse <= MINDST)) or stoerrelse <= ALLERMINDST:
            return stoerrelse, bredder
        stoerrelse -= 1


def _widths(hoveder: list[str], raekker: list[list[str]], bredde: float, stoerrelse: float) -> list[float]:
    """Columns as wide as their longest cell, and together no wider than the box."""
    ud = []
    for nr, hoved in enumerate(hoveder):
        celler_ = [tekst.width((Loeb(en[nr]),), stoerrelse) for en in raekker]
        alle_ord = [(en, True) for en in hoved.split()] + [
            (en, False) for raekke in raekker for en in raekke[nr].split()
        ]
        laengste_ord = max((tekst.width((Loeb(*en),), stoerrelse) for en in alle_ord), default=0.0)
        hele = tekst.width((Loeb(hoved, True),), stoerrelse)
        ud.append((laengste_ord + LUFT, max([hele if hele < bredde / 6 else laengste_ord, *celler_]) + LUFT))
    oensket = [min(bred, bredde * BREDEST) for _, bred in ud]
    if sum(oensket) <= bredde:
        return oensket
    mindst = [min(smal, bred) for (smal, _), bred in zip(ud, oensket, strict=True)]
    frit = bredde - sum(mindst)
    if frit <= 0:
        return [bredde * en / sum(mindst) for en in mindst]
    ekstra = sum(oensket) - sum(mindst)
    return [smal + (bred - smal) * frit / ekstra for smal, bred in zip(mindst, oensket, strict=True)]


def _height(raekke: list[str], bredder: list[float], stoerrelse: float) -> float:
    linjer = [len(tekst.wrapped(en, bred - LUFT + 1, stoerrelse)) for en, bred in zip(raekke, bredder, strict=True)]
    return max([1, *linjer]) * stoerrelse * 1.2 + 6


def _fill(celle, ord_: str, stoerrelse: float, bund: str, fed: bool, til_hoejre: bool) -> None:
    celle.fill.solid()
    celle.fill.fore_color.rgb = rgb(bund)
    celle.margin_left = celle.margin_right = Pt(LUFT / 2)
    celle.margin_top = celle.margin_bottom = Pt(2)
    celle.vertical_anchor = MSO_ANCHOR.MIDDLE
    afsnit = celle.text_frame.paragraphs[0]
    afsnit.alignment = PP_ALIGN.RIGHT if til_hoejre else PP_ALIGN.LEFT
    _write(afsnit, Loeb(ord_, fed), stoerrelse, farve.text_on(bund))


def _write(afsnit, loeb: Loeb, stoerrelse: float, farven: str) -> None:
    """A cell's words; an empty cell gets the size too, or its row would be as tall as the theme's type."""
    if loeb.tekst:
        write_runs(afsnit, (loeb,), stoerrelse, farven)
        return
    set_size_of_nothing(afsnit, stoerrelse, SPROG)


def add_grid(former, gitter: Gitter, boks: tuple[float, float, float, float], alt: str) -> None:
    """A heat map as a native table, with its legend under it as shapes."""
    x, y, bredde, hoejde = boks
    skrift = 14.0 if len(gitter.kolonner) <= 16 else 12.0
    plads = hoejde - (30 if gitter.klasser else 0)
    hoej = min(plads / (len(gitter.raekker) + 1.4), 34.0)
    skrift = min(skrift, (hoej - 3) / 1.2)
    navne = row_names(gitter)
    venstre = max(tekst.width((Loeb(en, True),), skrift) for en in navne) + LUFT
    bred = (bredde - venstre) / len(gitter.kolonner)
    antal = (len(gitter.raekker) + 1, len(gitter.kolonner) + 1)
    rammen = former.add_table(*antal, Pt(x), Pt(y), Pt(bredde), Pt(hoej * antal[0]))
    describe(rammen, "Varmekort", alt)
    tabel = rammen.table
    tabel.horz_banding = False
    tabel.columns[0].width = Pt(venstre)
    for nr in range(len(gitter.kolonner)):
        tabel.columns[nr + 1].width = Pt(bred)
    _grid_row(tabel, 0, hoej * 1.4, [("", HVID), *[(en, HVID) for en in heads(gitter)]], skrift, bred)
    for nr, (navn, raekke) in enumerate(zip(navne, gitter.felter, strict=True), start=1):
        felter = [(navn, HVID), *[(en.tekst, en.farve or farver.TOM_CELLE) for en in raekke]]
        _grid_row(tabel, nr, hoej, felter, skrift, bred)
    bund = y + hoej * (1.4 + len(gitter.raekker))
    maerker = legend_marks(gitter, 16.0, 14.0)
    if gitter.prognose is not None:
        sted = venstre + gitter.prognose * bred
        maerker.append(Streg(((sted, y - bund), (sted, 0.0)), DAEMPET, 1.5, True, "Herefter prognose"))
    if maerker:
        draw(former, maerker, x, bund, "Signaturforklaring", "Hvad farverne betyder")


def _grid_row(tabel, nr: int, hoej: float, felter: list[tuple[str, str]], skrift: float, bred: float) -> None:
    tabel.rows[nr].height = Pt(hoej)
    for kolonne, (ord_, bund) in enumerate(felter):
        celle = tabel.cell(nr, kolonne)
        celle.fill.solid()
        celle.fill.fore_color.rgb = rgb(bund)
        celle.margin_left = celle.margin_right = Pt(1)
        celle.margin_top = celle.margin_bottom = Pt(0)
        celle.vertical_anchor = MSO_ANCHOR.MIDDLE
        afsnit = celle.text_frame.paragraphs[0]
        afsnit.alignment = PP_ALIGN.CENTER if kolonne else PP_ALIGN.LEFT
        stoerrelse = skrift
        if kolonne:
            laengste = max((tekst.width((Loeb(en),), skrift) for en in ord_.split()), default=0)
            stoerrelse = max(min(skrift, skrift * (bred - 3) / laengste), 8.0) if laengste else skrift
        _write(afsnit, Loeb(ord_, not kolonne), stoerrelse, farve.text_on(bund))


def in_notes(view: View) -> str:
    """The numbers of a figure that is drawn as shapes, for the notes: a line for each row, parted by tabs, so that they
    can be copied into a sheet; the first ones of a long table. "" where the slide holds them, as a table or behind a
    chart."""
    udsnit = celler.shown(view)
    if not udsnit.raekker or _holds_its_numbers(view):
        return ""
    linjer = ["\t".join(en) for en in (udsnit.hoveder, *udsnit.raekker[:FLEST_I_NOTER])]
    mere = len(udsnit.raekker) - FLEST_I_NOTER
    rest = [f"{dansk.quantity(mere, 'rækker')} mere står i regnearket."] if mere > 0 else []
    return "\n".join(["Figurens tal:", *linjer, *rest])


def _holds_its_numbers(view: View) -> bool:
    if view.form != Form.FIGUR or isinstance(view.figure, Gitter):
        return True
    return isinstance(view.figure, Aksefigur) and is_native(view.figure)
