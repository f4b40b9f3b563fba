"""A figure for those who do not see it: what it found, what kind it is, and three of its numbers."""

import html
import re
from collections.abc import Iterable
from itertools import islice

from views.figur.model import Aksefigur, Figur, Gitter, Kort, Serie, Soejler, Stroemme
from views.sprog import dansk

ANTAL = 3
LINJE, TEGN = re.compile(r"<br ?/?>"), re.compile(r"<[^>]+>")
PUNKT = "·"
SLUTTER = (".", "?", "!", ":")


def in_words(titel: str, alt: str, figur: Figur) -> str:
    """The title, what the view says of its figure, and three of the numbers that are drawn, as plain sentences."""
    tal = "; ".join(three_numbers(figur))
    return " ".join(_sentence(en) for en in (titel, alt, tal and f"Blandt tallene: {tal}") if en)


def three_numbers(figur: Figur) -> list[str]:
    """Up to three of the numbers, each with what it is of, as a hover says them: the chosen area's first, then from
    the end that the figure puts forward. Nothing is compared, for that is the title's to do."""
    fundne = {Kort: _of_map, Aksefigur: _of_axes, Gitter: _of_grid, Stroemme: _of_flows}[type(figur)](figur)
    tekster = dict.fromkeys(map(_plain, fundne))
    return list(islice(filter(_is_a_number, tekster), ANTAL))


def _is_a_number(tekst: str) -> bool:
    return any(tegn.isdigit() for tegn in tekst) and dansk.INGEN_DATA not in tekst


def _of_map(kort: Kort) -> Iterable[str]:
    klassede = [omraade for klasse in reversed(kort.klasser) for omraade in klasse.omraade_ids]
    samlet = [f"{en.vaerdi} {en.ord}" for en in kort.samlet]
    return [
        *(kort.hover[omraade] for omraade in kort.valgte if omraade in kort.hover),
        *samlet,
        *(kort.hover[omraade] for omraade in klassede if omraade in kort.hover),
    ]


def _of_axes(figur: Aksefigur) -> Iterable[str]:
    hver = [sagt for rude in figur.ruder for serie in rude.serier if (sagt := _said(serie))]
    if figur.raekker:
        return [en for sagt in hver for en in sagt]
    # of what goes by years: where each series ends, where it began, and then backwards from the end
    slut, start = [sagt[-1] for sagt in hver], [sagt[0] for sagt in hver]
    laengst = max(map(len, hver), default=0)
    bagfra = [sagt[-nr] for nr in range(2, laengst + 1) for sagt in hver if nr <= len(sagt)]
    valgt = list(islice(filter(_is_a_number, dict.fromkeys([*slut, *start, *bagfra])), ANTAL))
    return [en for sagt in hver for en in sagt if en in valgt]


def _said(serie: Serie) -> list[str]:
    """What hovers say of a series, or the words at it, where something is known."""
    if any(serie.hover):
        return [en for en in serie.hover if en]
    ord_ = getattr(serie, "ord", None)
    if not isinstance(serie, Soejler) or ord_ is None:
        return []
    return [f"{sted}: {tekst}" for sted, tekst in zip(serie.steder, ord_.tekster, strict=True) if tekst.strip()]


def _of_grid(gitter: Gitter) -> Iterable[str]:
    """The last that is known of each row; a forecast only where there is nothing else."""
    kolonner = gitter.fulde or gitter.kolonner
    for navn, felter in zip(gitter.raekker, gitter.felter, strict=True):
        kendte = [nr for nr, felt in enumerate(felter) if felt.hover]
        faste = [nr for nr in kendte if gitter.prognose is None or nr < gitter.prognose]
        if kendte:
            nr = (faste or kendte)[-1]
            yield f"{navn}, {kolonner[nr]}: {felter[nr].hover}"


def _of_flows(stroemme: Stroemme) -> Iterable[str]:
    stoerst_foerst = sorted(stroemme.knuder, key=lambda en: -en.antal)
    return (f"{knude.navn}: {dansk.number(knude.antal)}" for knude in stoerst_foerst)


def _plain(ord_: str) -> str:
    """A hover's lines as one, without the list that may end it."""
    linjer = [html.unescape(TEGN.sub("", en)).strip() for en in LINJE.split(ord_)]
    return ", ".join(en for en in linjer if en and not en.startswith(PUNKT))


def _sentence(tekst: str) -> str:
    tekst = _plain(tekst).replace("..", ".")
    return tekst if tekst.endswith(SLUTTER) else f"{tekst}."
