"""Where the kommuner are known to lie and how large they are: kontrolpunkter.csv (see KILDER.md)."""

import csv
from dataclasses import dataclass
from pathlib import Path

FIL = Path(__file__).resolve().parent / "kontrolpunkter.csv"


@dataclass(frozen=True)
class Kontrolpunkt:
    """A kommune's centroid in EPSG:25832 (metres) and its land area in m2."""

    x: float
    y: float
    areal: float


def control_points() -> dict[str, Kontrolpunkt]:
    """All 98 by kommunekode."""
    with open(FIL, encoding="utf-8", newline="") as file:
        return {
            row["kommunekode"]: Kontrolpunkt(float(row["x"]), float(row["y"]), float(row["areal_km2"]) * 1e6)
            for row in csv.DictReader(file)
        }
