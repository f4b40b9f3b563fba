"""The fonts of a page, cut to what it writes: half a megabyte of a first visit is signs that nobody sees.

The icons keep those that Streamlit and we name (":material/map:"); the text keeps Latin letters, signs and arrows, in
all its weights. A letter that is left out is written in the system's own font.
"""

import io
import re
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

IKON = re.compile(r":material/(\w+):")
IKONER, TEKST = "MaterialSymbols-Rounded.", "SourceSansVF-"
# Latin with all its accents, punctuation, currencies, letterlike signs, arrows, mathematics, boxes, and ligatures.
LATIN = (
    *range(0x20, 0x250),
    *range(0x2B0, 0x370),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x20D0),
    *range(0x2100, 0x2300),
    *range(0x25A0, 0x2600),
    *(0xFB01, 0xFB02),
)
KODE = (".py", ".js", ".html")


def can_be_cut(navn: str) -> bool:
    """Is the font of that name one of those?"""
    return navn.startswith((IKONER, TEKST)) and navn.endswith(".woff2")


def icons_in(mapper: Iterable[Path]) -> frozenset[str]:
    """The names of the icons that some code names."""
    filer = (fil for mappe in mapper for fil in sorted(mappe.rglob("*")) if fil.suffix in KODE)
    return frozenset(navn for fil in filer for navn in IKON.findall(fil.read_text(encoding="utf-8", errors="replace")))


def cut(navn: str, skrift: bytes, ikoner: Iterable[str]) -> bytes:
    """The font with what is kept of it."""
    valg = subset.Options()
    valg.flavor, valg.layout_features, valg.glyph_names = "woff2", ["*"], False
    # the letters that name an icon are letters of all the others too
    valg.layout_closure = not navn.startswith(IKONER)
    font = subset.load_font(io.BytesIO(skrift), valg)
    beskaerer = subset.Subsetter(valg)
    if navn.startswith(IKONER):
        kendte = icons_of(font)
        kendte = {ikon: kendte[ikon] for ikon in ikoner if ikon in kendte}
        beskaerer.populate(unicodes={ord(tegn) for ikon in kendte for tegn in ikon}, glyphs=kendte.values())
    else:
        beskaerer.populate(unicodes=LATIN)
    beskaerer.subset(font)
    ud = io.BytesIO()
    subset.save_font(font, ud, valg)
    return ud.getvalue()


def icons_of(font: TTFont) -> dict[str, str]:
    """The icons of a font: the glyph by the name that is written in its place."""
    bogstav = {glyf: chr(kode).lower() for kode, glyf in sorted(font.getBestCmap().items())}
    tabeller = (en for opslag in font["GSUB"].table.LookupList.Lookup for en in opslag.SubTable)
    fundne = {}
    for tabel in (getattr(en, "ExtSubTable", en) for en in tabeller):
        for foerste, ligaturer in getattr(tabel, "ligatures", {}).items():
            for en in ligaturer:
                fundne["".join(bogstav[glyf] for glyf in (foerste, *en.Component))] = en.LigGlyph
    return fundne
