"""The legend of a figure on axes: what it explains, and how its entries are broken into rows."""

from dataclasses import dataclass, replace

from export.tegning import farve, tekst
from views.figur import farver, model

UDEN_TEGN = ""
# The room of a sample before its words, and what is kept free behind them, in sizes of the letters.
FOER, EFTER = 1.4, 1.2


@dataclass(frozen=True)
class Signatur:
    """An entry of the legend. `art`: soejle, linje, prik, rude, streg, or UDEN_TEGN for the
    rest of a long name; what follows as the series says it."""

    navn: str
    farve: str
    art: str
    skraveret: bool = False
    aaben: bool = False
    tynd: bool = False


def each(vaerdi, nr: int):
    """What is one for all or one each, for number `nr`."""
    return vaerdi[nr] if isinstance(vaerdi, tuple) else vaerdi


def signatures(figur: model.Aksefigur) -> list[Signatur]:
    """What the legend explains, in order."""
    if not figur.forklaring:
        return []
    alle = [serie for rude in figur.ruder for serie in rude.serier if serie.forklares and serie.navn]
    ud = {serie.navn: _signature(serie) for serie in alle}
    if figur.prognose:
        ud[model.PROGNOSE_NAVN] = Signatur(model.PROGNOSE_NAVN, farve.on_paper(farver.REFERENCE), "soejle", True)
    return list(ud.values())


def _signature(serie: model.Serie) -> Signatur:
    navn, farven = tekst.plain(serie.navn), series_colour(serie)
    if isinstance(serie, model.Soejler):
        return Signatur(navn, farven, "soejle", bool(serie.skraveret), serie.aaben)
    if isinstance(serie, model.Linje):
        return Signatur(navn, farven, "linje", tynd=serie.tynd)
    return Signatur(navn, farven, serie.form or "prik", False, bool(each(serie.aaben, 0)))


def series_colour(serie: model.Serie) -> str:
    """The colour of a series as a whole, on paper."""
    return farve.on_paper(each(serie.farve, 0) or farver.LINJE) or farver.LINJE


def legend_rows(figur: model.Aksefigur, bredde: float, skrift: float) -> tuple[tuple[Signatur, ...], ...]:
    """The legend broken into rows."""
    raekker: list[list[Signatur]] = [[]]
    fyldt = 0.0
    for signatur in signatures(figur):
        plads = signature_width(signatur, skrift)
        if raekker[-1] and fyldt + plads > bredde:
            raekker.append([])
            fyldt = 0.0
        foerste, *resten = _broken(signatur, bredde, skrift)
        raekker[-1].append(foerste)
        fyldt += plads
        raekker += [[en] for en in resten]
    return tuple(tuple(raekke) for raekke in raekker if raekke)


def _broken(signatur: Signatur, bredde: float, skrift: float) -> list[Signatur]:
    """An entry that is wider than the surface as several, of which the first has the sample."""
    if signature_width(signatur, skrift) - skrift * EFTER <= bredde:
        return [signatur]
    linjer = tekst.wrapped(signatur.navn, bredde - skrift * FOER, skrift)
    navne = ["".join(loeb.tekst for loeb in linje) for linje in linjer]
    return [replace(signatur, navn=navn, art=signatur.art if nr == 0 else UDEN_TEGN) for nr, navn in enumerate(navne)]


def signature_width(signatur: Signatur, skrift: float) -> float:
    """The room of an entry of the legend with its sample and the space behind it."""
    return skrift * (FOER + EFTER) + tekst.width(tekst.lines(signatur.navn)[0], skrift)
