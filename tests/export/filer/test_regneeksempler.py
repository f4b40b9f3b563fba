"""The worked examples of the specification, as they stand in a csv and in a spreadsheet that somebody takes home."""

import csv
import io

import openpyxl
import pytest

from data.grupper import group_code
from export.filer import regneark, tabel
from tests.export.conftest import built
from tests.queries.test_behov import FYN

TI_PAA_FYN = group_code("Fyn", list(FYN))


def in_csv(view, om) -> list[dict[str, str]]:
    """The rows of the international file, without what stands below the table."""
    linjer = tabel.international_csv(view, om).decode().splitlines()
    return list(csv.DictReader(linjer[: len(view.table) + 1]))


def in_workbook(view, om) -> list[dict]:
    """The rows of the sheet under its heads."""
    ark = openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], om))).worksheets[0]
    linjer = list(ark.iter_rows(values_only=True))
    hoved = next(nr for nr, en in enumerate(linjer) if en[: len(view.table.columns)] == tuple(view.table.columns))
    return [dict(zip(linjer[hoved], en, strict=True)) for en in linjer[hoved + 1 : hoved + 1 + len(view.table)]]


@pytest.mark.parametrize("laest", [in_csv, in_workbook])
def test_the_worked_examples_stand_to_the_digit_in_the_files(laest, om):
    def column(visning: str, navn: str, **valg) -> list[float]:
        return [float(en[navn]) for en in laest(built(visning, "offentlig", niveau="region", **valg), om)]

    land = column("bal_uden_plo", "Uden PLO-læge")
    assert [round(en) for en in land[:6]] == [61, 125, 192, 261, 334, 378] and round(land[-1]) == 590
    besat = column("bal_hvornaar", "Besat")
    assert [round(en, 1) for en in besat[:9]] == [9.7, 19.0, 27.9, 36.4, 44.6, 56.4, 67.7, 78.5, 86.8]
    gunstig = column("bal_hvornaar", "Besat, gunstige antagelser")
    assert [round(en, 1) for en in gunstig[5:7]] == [84.4, 87.0]


@pytest.mark.parametrize("laest", [in_csv, in_workbook])
@pytest.mark.parametrize(
    ("valg", "brutto", "netto"),
    [
        ({"niveau": "region"}, 323.7, 313.2),
        ({"niveau": TI_PAA_FYN, "omraade": TI_PAA_FYN, "fra": 2018, "til": 2018}, 11.3, -8.8),
    ],
)
def test_gross_and_net_need_stand_to_the_digit_in_the_files(laest, valg, brutto, netto, om):
    view = built("beh_maal_og_kapacitet", "offentlig", **valg)
    raekker = laest(view, om)
    assert round(sum(float(en["Mangler"]) for en in raekker), 1) == brutto
    behov, laeger = (next(navn for navn in view.table if navn.startswith(en)) for en in ("Behov (", "Praktiserende"))
    assert round(sum(float(en[behov]) - float(en[laeger]) for en in raekker), 1) == netto
