"""A View for programs: its table and all that is known of it in one JSON document, and the table alone."""

import json
from typing import Any

import pandas as pd

from export.om import Oplysninger, link, selection
from export.tegning import tekst
from views.faelles.view import View
from views.sprog import dansk


def json_file(view: View, om: Oplysninger) -> bytes:
    """The document: what the View says, its columns, and a list of values for each row; null is what is not known."""
    return json.dumps(document(view, om), ensure_ascii=False, allow_nan=False).encode()


def document(view: View, om: Oplysninger) -> dict[str, Any]:
    """The same before it is written."""
    return {
        "visning": view.id,
        "titel": view.title,
        "udsnit": selection(view),
        "advarsler": list(view.advarsler),
        "datasaet": view.filters.datasaet,
        "opgjort": view.as_of,
        "definition": view.definition,
        "daekning": view.coverage,
        "bemaerkning": view.note,
        "vises_ikke": view.withheld,
        "tekst": words(view),
        "geografi": view.geography,
        "kilder": [
            {"titel": en.titel, "udgiver": en.udgiver, "dato": en.dato, "adresse": en.url} for en in view.sources
        ],
        "valg": view.filters.named(),
        "kolonner": columns(view),
        "raekker": rows(view),
        "dataversion": om.version,
        "lavet": om.lavet.isoformat(timespec="seconds"),
        "link": link(view, om),
    }


def words(view: View) -> str:
    """What the View says in words, plain, a line for each paragraph."""
    afsnit = tekst.markdown_paragraphs(view.text)
    return "\n".join(("• " if punkt else "") + "".join(en.tekst for en in loeb) for punkt, loeb in afsnit)


def columns(view: View) -> list[dict[str, Any]]:
    """Name and kind of each column, and how many decimals its numbers are shown with."""
    ud = []
    for navn in view.table.columns:
        decimaler = {"decimaler": view.decimals[navn]} if navn in view.decimals else {}
        ud.append({"navn": str(navn), "type": kind(view, navn)} | decimaler)
    return ud


def kind(view: View, navn: str) -> str:
    """ "heltal", "tal", "ja_nej" or "tekst"; a date is text, as precise as its source: a day, a month or a year."""
    serie = view.table[navn]
    if pd.api.types.is_bool_dtype(serie):
        return "ja_nej"
    if pd.api.types.is_integer_dtype(serie):
        return "heltal"
    return "tal" if pd.api.types.is_numeric_dtype(serie) else "tekst"


def rows(view: View) -> list[list[Any]]:
    """The values, None for what is missing."""
    return [[_value(en) for en in raekke] for raekke in view.table.itertuples(index=False, name=None)]


def _value(vaerdi: Any) -> Any:
    if dansk.is_missing(vaerdi):
        return None
    if isinstance(vaerdi, str):
        return tekst.clean(vaerdi)
    return vaerdi.item() if hasattr(vaerdi, "item") else vaerdi
