"""Measures the basemap in use against the official borders: python -m geo.kvalitet --dagi FIL."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geo import niveauer
from geo.former import Kortgrundlag, active_basemap, shapes
from geo.import_dagi import Afvist, read_kommuner
from geo.kortlag import all_layers

BORDER = 1.0  # metres of shared border that make two kommuner neighbours


@dataclass(frozen=True)
class Kvalitet:
    """IoU (shared area over joint area, 0 to 1) by omraade_id, and neighbour pairs: true, kept and invented."""

    kommuner: dict[str, float]
    sundhedsraad: dict[str, float]
    naboer: int
    bevarede: int
    nye: int


def overlap_share(ours: gpd.GeoSeries, true: gpd.GeoSeries) -> dict[str, float]:
    """IoU per area; the two series have the same index."""
    left, right = ours.to_numpy(), true.loc[ours.index].to_numpy()
    share = shapely.area(shapely.intersection(left, right)) / shapely.area(shapely.union(left, right))
    return dict(zip(ours.index, share))


def neighbours(kommuner: gpd.GeoSeries) -> set[frozenset[str]]:
    """Pairs of kommuner that share a border of at least a metre."""
    values = kommuner.to_numpy()
    left, right = shapely.STRtree(values).query(values, predicate="intersects")
    left, right = left[left < right], right[left < right]
    shared = shapely.length(shapely.intersection(shapely.boundary(values[left]), shapely.boundary(values[right])))
    koder = kommuner.index
    return {frozenset((koder[i], koder[j])) for i, j, length in zip(left, right, shared) if length >= BORDER}


def compare(grundlag: Kortgrundlag, dagi: gpd.GeoSeries) -> Kvalitet:
    """The quality of a basemap, measured with official kommune shapes (EPSG:25832) that took no part in making it."""
    true = gpd.GeoSeries(
        {
            omraade: shapely.union_all(dagi.loc[list(area.kommunekoder)].to_numpy())
            for omraade, area in niveauer.areas("sundhedsraad").items()
        },
        crs=dagi.crs,
    )
    ours = grundlag.kommuner.geometry
    our_pairs, true_pairs = neighbours(ours), neighbours(dagi)
    return Kvalitet(
        overlap_share(ours, dagi),
        overlap_share(shapes("sundhedsraad", grundlag=grundlag).geometry, true),
        len(true_pairs),
        len(true_pairs & our_pairs),
        len(our_pairs - true_pairs),
    )


def report(grundlag: Kortgrundlag, dagi: gpd.GeoSeries) -> str:
    """The quality as a few Danish lines, and the bytes of every map layer."""
    kvalitet = compare(grundlag, dagi)
    navne = niveauer.areas("kommune")
    worst = sorted(kvalitet.kommuner.items(), key=lambda item: item[1])[:5]
    lines = [
        f"{grundlag.navn} ({grundlag.aargang}), målt mod de officielle grænser",
        f"middel-IoU pr. kommune:    {np.mean(list(kvalitet.kommuner.values())):.3f}",
        f"middel-IoU pr. sundhedsråd: {np.mean(list(kvalitet.sundhedsraad.values())):.3f}",
        f"nabopar bevaret:            {kvalitet.bevarede} af {kvalitet.naboer} ({kvalitet.nye} nye)",
        "ringest: " + ", ".join(f"{navne[kode].navn} {share:.2f}" for kode, share in worst),
    ]
    lines += [f"{navn}: {len(lag.indhold):,} byte".replace(",", ".") for navn, lag in all_layers(grundlag).items()]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints the report; 2 when the official file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m geo.kvalitet", description="Måler kortet mod officielle grænser.")
    parser.add_argument("--dagi", required=True, type=Path, help="DAGI kommuneinddeling")
    options = parser.parse_args(arguments)
    try:
        dagi = read_kommuner(options.dagi).kommuner
    except Afvist as fejl:
        print(fejl, file=sys.stderr)
        return 2
    print(report(active_basemap(), dagi))
    return 0


if __name__ == "__main__":
    sys.exit(main())
