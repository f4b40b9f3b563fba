"""All tables as one Frictionless data package: each is the international csv of a View, with columns and sources."""

from typing import Any
from urllib.parse import urlencode

from export.adresser.forespoergsel import Afvist, built
from export.filer.data import columns
from export.filer.tabel import ADVARSEL
from export.om import Oplysninger, selection
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning.visninger import VISNINGER

TYPER = {"heltal": "integer", "tal": "number", "ja_nej": "boolean", "tekst": "string"}


def package(filters: Filters, om: Oplysninger, data: Snapshot) -> dict[str, Any]:
    """The package of what the choices show; a View that has no table with them is left out."""
    ressourcer = []
    for visning in VISNINGER:
        try:
            view = built(visning, filters, data)
        except Afvist:
            continue
        if not view.table.empty and not view.withheld:
            ressourcer.append(_resource(visning, view))
    return {
        "profile": "tabular-data-package",
        "name": "laegedaekning",
        "title": "Lægedækning og ydernumre i Danmark",
        "version": om.version,
        "created": om.lavet.isoformat(timespec="seconds"),
        "homepage": om.adresse,
        "resources": ressourcer,
    }


def _resource(visning: str, view: View) -> dict[str, Any]:
    advarsel = [{"name": ADVARSEL, "type": "string"}] * bool(view.advarsel)
    kilder = [
        {"title": f"{en.titel}, {en.udgiver}, {en.dato}"} | ({"path": en.url} if en.url else {}) for en in view.sources
    ]
    return {
        "profile": "tabular-data-resource",
        "name": visning.replace("_", "-").lower(),
        "path": f"v/{visning}.csv?{urlencode({'tal': 'international'} | view.filters.named())}",
        "title": view.title,
        "description": " ".join(filter(None, [*view.advarsler, f"{selection(view)}.", view.definition, view.coverage])),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [{"name": en["navn"], "type": TYPER[en["type"]]} for en in columns(view)] + advarsel,
            "missingValues": [""],
        },
        "sources": kilder,
    }
