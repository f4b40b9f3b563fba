"""How far colours are from each other, as people see them: with all cones, with two of them, and on paper in grey.

CIEDE2000 after Sharma, Wu and Dalal (2005); deuteranopia and protanopia after Machado, Oliveira and Fernandes (2009) at
full severity. A distance of about 2 is just seen side by side; colours of a legend need many times that.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import numpy as np

SYN = {
    "fuldt": np.eye(3),
    "deuteranopi": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopi": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
TIL_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)
HVIDT = np.array([0.95047, 1.0, 1.08883])


def lab(farve: str, syn: str = "fuldt") -> tuple[float, float, float]:
    """CIELAB (D65) of "#rrggbb" as it is seen."""
    rgb = np.array([int(farve[nr : nr + 2], 16) / 255 for nr in (1, 3, 5)])
    lineaer = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = TIL_XYZ @ np.clip(SYN[syn] @ lineaer, 0, 1) / HVIDT
    fx, fy, fz = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return (float(116 * fy - 16), float(500 * (fx - fy)), float(200 * (fy - fz)))


def lightness(farve: str) -> float:
    """L* from 0 to 100: what is left on a black-and-white printer."""
    return lab(farve)[0]


def distance(ene: str, anden: str, syn: str = "fuldt") -> float:
    """CIEDE2000 between two colours."""
    return ciede2000(lab(ene, syn), lab(anden, syn))


def ciede2000(ene, anden) -> float:
    (l1, a1, b1), (l2, a2, b2) = ene, anden
    c7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(c7 / (c7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    dh = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    d_l, d_c, d_h = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(dh / 2))
    lys, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = h1 + h2 if c1 * c2 == 0 else (h1 + dh / 2) % 360
    t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h))
    t += 0.32 * cos(radians(3 * h + 6)) - 0.20 * cos(radians(4 * h - 63))
    s_l = 1 + 0.015 * (lys - 50) ** 2 / sqrt(20 + (lys - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c, 1 + 0.015 * c * t
    r_t = -2 * sqrt(c**7 / (c**7 + 25**7)) * sin(radians(60 * exp(-(((h - 275) / 25) ** 2))))
    return sqrt((d_l / s_l) ** 2 + (d_c / s_c) ** 2 + (d_h / s_h) ** 2 + r_t * (d_c / s_c) * (d_h / s_h))
