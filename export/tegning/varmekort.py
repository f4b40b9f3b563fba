"""A heat map as a grid of coloured cells, for a native table or as marks."""

from dataclasses import dataclass

from export.tegning import farve, tekst
from export.tegning.maerker import DAEMPET, Boks, Maerke, Skrift, Streg
from views.figur.plotly.tegn import plotly_of


@dataclass(frozen=True)
class Celle:
    """What stands in a cell, and its colour; None where nothing is known."""

    tekst: str
    farve: str | None


@dataclass(frozen=True)
class Gitter:
    """A heat map: `forklaring` is colour and label of each class; the columns from number `prognose` are forecasts."""

    kolonner: tuple[str, ...]
    raekker: tuple[str, ...]
    celler: tuple[tuple[Celle, ...], ...]
    forklaring: tuple[tuple[str, str], ...]
    prognose: int | None = None


def grid_of(figure: dict) -> Gitter:
    """The grid of a heat map figure."""
    figure = plotly_of(figure)
    spor, layout = figure["data"][0], figure["layout"]
    vaerdier = [v for raekke in spor["z"] for v in raekke if v is not None and v == v]
    lav = spor.get("zmin", min(vaerdier, default=0))
    hoej = spor.get("zmax", max(vaerdier, default=1))
    celler = tuple(
        tuple(
            Celle(str(ord_ if ord_ is not None else ""), _colour(spor["colorscale"], v, lav, hoej))
            for v, ord_ in zip(vaerdirad, tekstrad, strict=True)
        )
        for vaerdirad, tekstrad in zip(spor["z"], spor["text"], strict=True)
    )
    x = layout.get("xaxis", {})
    hoveder = [tekst.plain(str(en)) for en in x.get("ticktext", spor["x"])]
    if len(hoveder) != len(spor["x"]):
        hoveder = [str(en) for en in spor["x"]]
    raekker = tuple(tekst.plain(str(en)) for en in spor["y"])
    graense = min((en["x0"] for en in layout.get("shapes", ()) if en.get("xref") == "x"), default=None)
    antal = None if graense is None else round(graense + 0.5)
    return Gitter(tuple(hoveder), raekker, celler, _classes(spor, lav, hoej), antal)


def _classes(spor: dict, lav: float, hoej: float) -> tuple[tuple[str, str], ...]:
    """Colour and label of each class, where the figure names them."""
    skala = spor.get("colorbar", {})
    steder, navne = skala.get("tickvals", ()), skala.get("ticktext", ())
    return tuple((_colour(spor["colorscale"], v, lav, hoej), str(navn)) for v, navn in zip(steder, navne, strict=True))


def _colour(skala: list, vaerdi, lav: float, hoej: float) -> str | None:
    """The colour of a value on plotly's scale of (share, colour)."""
    if vaerdi is None or vaerdi != vaerdi:
        return None
    andel = min(max((vaerdi - lav) / (hoej - lav or 1), 0.0), 1.0)
    for (fra, ene), (til, anden) in zip(skala, skala[1:]):
        if fra <= andel <= til and til > fra:
            return _between(ene, anden, (andel - fra) / (til - fra))
    return farve.on_paper(skala[-1][1])


def _between(ene: str, anden: str, andel: float) -> str:
    dele = [(int(ene[i : i + 2], 16), int(anden[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * andel):02x}" for a, b in dele)


def grid_marks(gitter: Gitter, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The grid fitted into a surface of that size, in points."""
    venstre = max(tekst.width(tekst.lines(en)[0], skrift) for en in gitter.raekker) + 8
    bred = (bredde - venstre) / len(gitter.kolonner)
    hoveder = _heads(gitter.kolonner, bred, skrift)
    top = max(map(len, hoveder)) * skrift * 1.2 + 4
    bund = skrift * 2.2 if gitter.forklaring else 0
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
    for raekke, (navn, celler) in enumerate(zip(gitter.raekker, gitter.celler, strict=True)):
        y = top + raekke * hoej
        ud.append(Skrift(venstre - 6, y + hoej / 2, tekst.lines(navn), min(skrift, hoej * 0.85), vandret="right"))
        for kolonne, celle in enumerate(celler):
            ud += _cell(celle, venstre + kolonne * bred, y, bred, hoej, skrift, f"{navn}, {gitter.kolonner[kolonne]}")
    if gitter.prognose is not None:
        x = venstre + gitter.prognose * bred
        ud.append(Streg(((x, 2.0), (x, top + len(gitter.raekker) * hoej)), DAEMPET, 1.5, True, "Herefter prognose"))
    return ud + legend_marks(gitter, top + len(gitter.raekker) * hoej + skrift * 1.3, skrift)


def _heads(kolonner: tuple[str, ...], bred: float, skrift: float) -> list[tuple]:
    return [tekst.wrapped(en, bred, skrift * 0.85) for en in kolonner]


def _fitting(linjer: tuple, bred: float, skrift: float) -> float:
    """The type that fits a column."""
    fylder = tekst.block(linjer, skrift)[0]
    return round(min(skrift, skrift * (bred - 2) / fylder), 1) if fylder else skrift


def _cell(celle: Celle, x: float, y: float, bred: float, hoej: float, skrift: float, navn: str) -> list[Maerke]:
    fyld = celle.farve or "#f4f5f6"
    ud: list[Maerke] = [
        Boks(x + 0.75, y + 0.75, bred - 1.5, hoej - 1.5, fyld, navn=f"{navn}: {celle.tekst or 'ingen'}")
    ]
    if celle.tekst:
        linjer = tekst.lines(celle.tekst)
        stoerrelse = min(_fitting(linjer, bred, skrift), hoej * 0.8)
        ud.append(Skrift(x + bred / 2, y + hoej / 2, linjer, stoerrelse, farve.text_on(fyld), "center"))
    return ud


def legend_marks(gitter: Gitter, y: float, skrift: float) -> list[Maerke]:
    """What the colours mean, in a row at the height `y`."""
    ud: list[Maerke] = []
    x = 0.0
    for farven, navn in gitter.forklaring:
        ud.append(Boks(x, y - skrift * 0.45, skrift, skrift * 0.9, farven, "#8c98a4", navn=f"Signatur: {navn}"))
        ud.append(Skrift(x + skrift * 1.4, y, tekst.lines(navn), skrift))
        x += skrift * 2.8 + tekst.width(tekst.lines(navn)[0], skrift)
    return ud
