"""What of a View there is to see, and how its cells are written, wherever it is shown."""

from dataclasses import replace

import pandas as pd
import pytest

from views.faelles.filtre import Filters
from views.faelles.view import Form, View
from views.figur.model import Gitter

GITTER = Gitter((), (), ())
TAL = pd.DataFrame({"Sted": ["Fyn"]})
TOM = View(
    id="x",
    title="X",
    subtitle="",
    figure=None,
    table=pd.DataFrame(),
    alt="",
    definition="",
    sources=(),
    as_of="",
    link="",
    filters=Filters(),
)


@pytest.mark.parametrize(
    ("har", "form"),
    [
        ({}, Form.TOM),
        ({"note": "Vælg flere år."}, Form.TOM),
        ({"text": "Ord."}, Form.TEKST),
        ({"text": "- Et\n- To"}, Form.LISTE),
        ({"text": "- Et\n- To", "table": TAL}, Form.LISTE),
        ({"text": "Ord.", "table": TAL}, Form.TABEL),
        ({"table": TAL}, Form.TABEL),
        ({"figure": GITTER, "table": TAL, "note": "Husk."}, Form.FIGUR),
        ({"withheld": "Fordi.", "figure": GITTER}, Form.TILBAGEHOLDT),
    ],
)
def test_what_there_is_to_see(har, form):
    assert replace(TOM, **har).form == form


@pytest.mark.parametrize(
    ("kolonne", "vaerdi", "ord_"),
    [
        ("Bemærkning", "", ""),
        ("Bemærkning", None, "–"),
        ("Bemærkning", "Se note", "Se note"),
        ("Antal", pd.NA, "–"),
        ("Antal", float("nan"), "–"),
        ("Antal", 1234.5, "1.234,5"),
        ("Antal", 0, "0,0"),
        ("Antal", "ca. 3", "ca. 3"),
        ("År", 2019, "2019"),
        ("Andel", 0.5, "0,5"),
        ("Dato", "2026-05", "maj 2026"),
        ("Dato", "", "udateret"),
        ("Dato", None, "–"),
    ],
)
def test_a_cells_words(kolonne, vaerdi, ord_):
    view = replace(TOM, missing="–", decimals={"Antal": 1}, date_columns=("Dato",))
    assert view.cell_text(kolonne, vaerdi) == ord_
