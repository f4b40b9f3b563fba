"""A grid of coloured cells as marks."""

from export.tegning import farve, tekst
from export.tegning.maerker import Boks, Maerke, Skrift, Streg
from views.figur import farver
from views.figur.farver import DAEMPET
from views.figur.model import Felt, Gitter


def heads(gitter: Gitter) -> list[str]:
    """What stands above each column."""
    over = dict(gitter.overkolonner)
    return [tekst.plain(f"{navn} {over.get(nr, '')}") for nr, navn in enumerate(gitter.kolonner)]


def row_names(gitter: Gitter) -> list[str]:
    """What stands before each row."""
    return [tekst.plain(navn) for navn in gitter.raekker]


def grid_marks(gitter: Gitter, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The grid fitted into a surface of that size, in points."""
    navne, kolonner = row_names(gitter), heads(gitter)
    venstre = max(tekst.width(tekst.lines(en)[0], skrift) for en in navne) + 8
    bred = (bredde - venstre) / len(gitter.kolonner)
    hoveder = [tekst.wrapped(en, bred, skrift * 0.85) for en in kolonner]
    top = max(map(len, hoveder)) * skrift * 1.2 + 4
    bund = skrift * 2.2 if gitter.klasser else 0
    hoej = min((hoejde - top - bund) / len(gitter.raekker), skrift * 2.4)
    ud: list[Maerke] = []
    for nr, linjer in enumerate(hoveder):
        ud.append(
            Skrift(
                venstre + (nr + 0.5) * bred,
                top - 3,
                linjer,
                _fitting(linjer, bred, skrift),
                vandret="center",
                lodret="bottom",
            )
        )
    for raekke, (navn, felter) in enumerate(zip(navne, gitter.felter, strict=True)):
        y = top + raekke * hoej
        ud.append(Skrift(venstre - 6, y + hoej / 2, tekst.lines(navn), min(skrift, hoej * 0.85), vandret="right"))
        for kolonne, felt in enumerate(felter):
            ud += _cell(felt, venstre + kolonne * bred, y, bred, hoej, skrift, f"{navn}, {kolonner[kolonne]}")
    if gitter.prognose is not None:
        x = venstre + gitter.prognose * bred
        ud.append(Streg(((x, 2.0), (x, top + len(gitter.raekker) * hoej)), DAEMPET, 1.5, True, "Herefter prognose"))
    return ud + legend_marks(gitter, top + len(gitter.raekker) * hoej + skrift * 1.3, skrift)


def _fitting(linjer: tuple, bred: float, skrift: float) -> float:
    """The type that fits a column."""
    fylder = tekst.block(linjer, skrift)[0]
    return round(min(skrift, skrift * (bred - 2) / fylder), 1) if fylder else skrift


def _cell(felt: Felt, x: float, y: float, bred: float, hoej: float, skrift: float, navn: str) -> list[Maerke]:
    fyld = felt.farve or farver.TOM_CELLE
    ud: list[Maerke] = [Boks(x + 0.75, y + 0.75, bred - 1.5, hoej - 1.5, fyld, navn=f"{navn}: {felt.tekst or 'ingen'}")]
    if felt.tekst:
        linjer = tekst.lines(felt.tekst)
        stoerrelse = min(_fitting(linjer, bred, skrift), hoej * 0.8)
        ud.append(Skrift(x + bred / 2, y + hoej / 2, linjer, stoerrelse, farve.text_on(fyld), "center"))
    return ud


def legend_marks(gitter: Gitter, y: float, skrift: float) -> list[Maerke]:
    """What the colours mean, in a row at the height `y`."""
    ud: list[Maerke] = []
    x = 0.0
    for farven, navn in gitter.klasser:
        ud.append(
            Boks(x, y - skrift * 0.45, skrift, skrift * 0.9, farven, farver.DIAGRAMAKSE, navn=f"Signatur: {navn}")
        )
        ud.append(Skrift(x + skrift * 1.4, y, tekst.lines(navn), skrift))
        x += skrift * 2.8 + tekst.width(tekst.lines(navn)[0], skrift)
    return ud
