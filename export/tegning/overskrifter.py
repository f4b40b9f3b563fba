"""The headings of a figure's panels: how they are broken into lines, and the room that they need above."""

from export.tegning import tekst
from export.tegning.maerker import Linje, Loeb
from views.figur import model

HELE = (0.0, 1.0, 0.0, 1.0)
"""The place of a panel that is alone."""
LUFT = 6.0
Linjer = tuple[Linje, ...]


def headings(
    figur: model.Aksefigur, sider: tuple[float, float], bredde: float, skrift: float
) -> tuple[float, list[Linjer]]:
    """One type for all headings, and the lines of each. `sider`: left and right of the box of all panels."""
    rum = [_room(figur, rude, sider, bredde) for rude in figur.ruder]
    egen = skrift
    for rude, plads in zip(figur.ruder, rum, strict=True):
        laengst = max(
            (tekst.width((Loeb(en, True),), skrift) for en in tekst.plain(rude.overskrift).split()), default=0
        )
        egen = min(egen, skrift * plads / laengst) if laengst else egen
    return egen, [_lines(rude, plads, egen) for rude, plads in zip(figur.ruder, rum, strict=True)]


def _lines(rude: model.Rude, rum: float, skrift: float) -> Linjer:
    ud = tekst.wrapped(tekst.plain(rude.overskrift), rum, skrift, True)
    return ud + (tekst.wrapped(tekst.plain(rude.underoverskrift), rum, skrift) if rude.underoverskrift else ())


def _room(figur: model.Aksefigur, rude: model.Rude, sider: tuple[float, float], bredde: float) -> float:
    """A heading ends before the heading beside it, or at the edge of the drawing."""
    x0 = (rude.plads or HELE)[0]
    inde = sider[1] - sider[0]
    naeste = next_to(figur, rude)
    return bredde - sider[0] - x0 * inde if naeste is None else (naeste - x0) * inde - LUFT


def next_to(figur: model.Aksefigur, rude: model.Rude) -> float | None:
    """Where the panel to the right of one begins, as a share of the figure."""
    x0, _, y0, _ = rude.plads or HELE
    return min((en.plads[0] for en in figur.ruder if en.plads and en.plads[0] > x0 and en.plads[2] == y0), default=None)


def end_of(rude: model.Rude) -> float:
    """The upper end of a panel that has a place, as a share of the figure."""
    return rude.plads[3] if rude.plads else 0.0


def room_above(figur: model.Aksefigur, overskrifter: list[Linjer], hoejde: float, skrift: float) -> float:
    """What the headings of the topmost panels need besides what is free above them; all panels have so much height."""
    oeverst = max(map(end_of, figur.ruder))
    linjer = max((len(en) for rude, en in zip(figur.ruder, overskrifter) if end_of(rude) == oeverst), default=0)
    if not linjer:
        return 0.0
    return max(skrift * (linjer * tekst.LINJEHOEJDE + 0.1) - (1 - oeverst) * hoejde, 0.0)
