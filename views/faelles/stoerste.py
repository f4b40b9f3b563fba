"""The areas with the largest numbers of a map in words, for a phone, which has no room for all names on it."""

import re

from geo import niveauer
from views.faelles.view import View
from views.figur.model import Kort
from views.sprog.markdown import Markdown, bold, plain

ANTAL = 5
TAL = re.compile(r"-?\d+(?:\.\d{3})*(?:,\d+)?")


def largest(view: View) -> list[tuple[str, str]]:
    """Name and value, as the map writes it, of up to five areas, the highest first. Equal ones stand in the order of
    the level. A table may have other numbers than those the map is about. [] for a map without numbers."""
    if not isinstance(view.figure, Kort):
        return []
    omraader = niveauer.areas(niveauer.map_level(view.filters.niveau), view.filters.struktur)
    skrevne = [(omraader[kode].kort_navn, tal) for kode, tal in view.figure.vaerdier.items() if kode in omraader]
    maalte = [(fundet[0], *en) for en in skrevne if (fundet := TAL.search(en[1]))]
    maalte.sort(key=lambda en: -float(en[0].replace(".", "").replace(",", ".")))
    return [(navn, tal) for _, navn, tal in maalte[:ANTAL]]


def largest_in_words(view: View) -> Markdown:
    """The same as a line of Markdown with the unit; "" without any. They are called known: what is not known may be
    larger."""
    stoerste = largest(view)
    if not stoerste:
        return Markdown("")
    fund = ", ".join(f"{plain(navn)} {bold(tal)}" for navn, tal in stoerste)
    enhed = view.figure.enhed
    enhed = enhed if enhed[:2].isupper() else enhed[:1].lower() + enhed[1:]
    return Markdown(f"Største kendte tal ({plain(enhed)}): {fund}")
