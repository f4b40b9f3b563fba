"""What differs between two versions of the own data."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.build import DATA
from data.indlaes.forskelle import changes_frame, counts_frame, differences, rows_frame
from data.indlaes.grundlag import base
from data.indlaes.laesning import Tabel
from data.indlaes.skift import version_by_number
from data.registre import ARK
from data.versioner import read_tables, verified_folder


@dataclass(frozen=True)
class Sammenligning:
    """`optalt`: Ark, Nye, Ændrede, Udgår, Uændrede; `raekker`: Hvad, Ark, Række; `celler`: Ark, Række, Kolonne, Før,
    Efter."""

    optalt: pd.DataFrame
    raekker: pd.DataFrame
    celler: pd.DataFrame


def compare(fra: int, til: int, kilder: Path = DATA) -> Sammenligning:
    """What version `til` has that `fra` had not; 0 is the state without own data. Raises IndlaesFejl, VersionFejl."""
    skema = base(kilder).skema
    forskelle = differences(skema, tables_of(fra, kilder), tables_of(til, kilder))
    return Sammenligning(counts_frame(forskelle.optalt), rows_frame(forskelle), changes_frame(skema, forskelle))


def tables_of(nr: int, kilder: Path) -> dict[str, Tabel]:
    """The tables of a version, none for version 0. Raises IndlaesFejl without such a version, and VersionFejl."""
    if nr == 0:
        return {}
    celler = read_tables(verified_folder(kilder, version_by_number(nr, kilder).navn))
    return {navn: Tabel(en, [None] * len(next(iter(en.values()), ()))) for navn, en in celler.items() if navn in ARK}
