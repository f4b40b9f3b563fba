"""The words and numbers at the bars and points of a native chart."""

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.util import Pt

from export.dias.dataark import Diagramserie
from export.dias.former import rgb, write_runs
from export.dias.xml import hide_point_label
from export.tegning import farve, tekst
from export.tegning.signaturer import each
from views.figur import model
from views.figur.farver import SORT

TALFORMAT = "[$-406]#,##0"
# Keeps words off the mark that another series has at their place.
HAARDT_MELLEMRUM = "\u00a0\u00a0"
PLADSER = {
    model.INDENI: XL_LABEL_POSITION.CENTER,
    model.INDENI_FRA_START: XL_LABEL_POSITION.CENTER,
    model.VED_ENDEN: XL_LABEL_POSITION.OUTSIDE_END,
    model.HVOR_DER_ER_PLADS: XL_LABEL_POSITION.OUTSIDE_END,
    model.OVER: XL_LABEL_POSITION.ABOVE,
    model.UNDER: XL_LABEL_POSITION.BELOW,
    model.TIL_HOEJRE: XL_LABEL_POSITION.RIGHT,
    model.TIL_VENSTRE: XL_LABEL_POSITION.LEFT,
    model.OVER_TIL_HOEJRE: XL_LABEL_POSITION.RIGHT,
    model.OVER_TIL_VENSTRE: XL_LABEL_POSITION.LEFT,
    model.UNDER_TIL_HOEJRE: XL_LABEL_POSITION.RIGHT,
}


def add_labels(serie, vores: Diagramserie, skrift: float, stakket: bool) -> None:
    """The numbers at bars and points: as values where the figure writes the value, else in the figure's words."""
    if vores.ord is None or not any(vores.tekster):
        return
    plads = PLADSER[each(vores.ord.plads, 0)]
    if stakket and plads == XL_LABEL_POSITION.OUTSIDE_END:
        plads = XL_LABEL_POSITION.CENTER
    farven = SORT
    if not getattr(vores.serie, "skraveret", "") and not (is_bars(vores) and vores.serie.aaben):
        egen = farve.on_paper(each(vores.ord.farve, 0) or None)
        farven = egen or (farve.text_on(vores.farve) if plads == XL_LABEL_POSITION.CENTER else SORT)
    if vores.ord.decimaler is None:
        _label_with_words(serie, vores, plads, skrift, farven)
    else:
        _label_with_values(serie, vores, plads, skrift, farven)


def _label_with_values(serie, vores: Diagramserie, plads, skrift: float, farven: str) -> None:
    etiketter = serie.data_labels
    etiketter.show_value = True
    etiketter.number_format, etiketter.number_format_is_linked = number_format(vores.ord.decimaler), False
    etiketter.position = plads
    etiketter.font.size, etiketter.font.color.rgb = Pt(skrift), rgb(farven)
    for nr, (ord_, vaerdi) in enumerate(zip(vores.tekster, vores.vaerdier, strict=True)):
        if not ord_ and vaerdi is not None:
            hide_point_label(serie, nr)


def _label_with_words(serie, vores: Diagramserie, plads, skrift: float, farven: str) -> None:
    for nr, ord_ in enumerate(vores.tekster):
        if ord_:
            etiket = serie.points[nr].data_label
            luft = HAARDT_MELLEMRUM if getattr(vores.serie, "afstand", 0) else ""
            ordene = tekst.lines(f"{luft}{ord_.replace('<br>', ' ')}{luft}")[0]
            write_runs(etiket.text_frame.paragraphs[0], ordene, skrift, farven)
            etiket.text_frame.word_wrap = False
            etiket.position = plads


def is_bars(vores: Diagramserie) -> bool:
    """Is the series one of bars?"""
    return isinstance(vores.serie, model.Soejler)


def number_format(decimaler: int) -> str:
    """How PowerPoint writes numbers as Danes do."""
    return TALFORMAT + ("." + "0" * decimaler if decimaler else "")
