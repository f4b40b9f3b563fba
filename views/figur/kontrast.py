"""Which words can be read on which colour, as the WCAG counts it."""

from views.figur import farver


def contrast(ene: str, anden: str) -> float:
    """The contrast of two colours "#rrggbb", 1 to 21."""
    lyse, moerke = sorted((_luminance(ene), _luminance(anden)), reverse=True)
    return (lyse + 0.05) / (moerke + 0.05)


def text_on(farve: str) -> str:
    """Black or white, whichever can be read better on a colour: one of them always has 4.5:1."""
    return max((farver.ORD_PAA_LYST, farver.ORD_PAA_MOERKT), key=lambda skrift: contrast(skrift, farve))


def _luminance(farve: str) -> float:
    dele = [int(farve[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [en / 12.92 if en <= 0.03928 else ((en + 0.055) / 1.055) ** 2.4 for en in dele]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
