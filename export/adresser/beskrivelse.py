"""The plain addresses as OpenAPI describes them, for programs that are written against them."""

from typing import Any

import queries
from export.former import ENDELSER
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import ALLE, KUN, Filters
from views.faelles.koder import FELTER
from views.fremvisning.praesentation import area_choices
from views.fremvisning.visninger import VISNINGER

FEJL = {"type": "object", "required": ["fejl"], "properties": {"fejl": {"type": "string"}}}
BESKRIVELSE = "Hver visning som side og som fil. Et tal, der ikke kendes, er null (i csv en tom celle), aldrig 0."


TAL = {
    "name": "tal",
    "in": "query",
    "description": "international: komma mellem celler og punktum i tal. Ellers som dansk Excel læser det.",
    "schema": {"type": "string", "enum": ["dansk", "international"]},
}
DOKUMENT = {
    "type": "object",
    "required": ["visning", "titel", "udsnit", "kolonner", "raekker", "kilder", "opgjort", "advarsler", "dataversion"],
    "properties": {
        "visning": {"type": "string"},
        "titel": {"type": "string"},
        "udsnit": {"type": "string"},
        "opgjort": {"type": "string"},
        "advarsler": {"type": "array", "items": {"type": "string"}},
        "kolonner": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["navn", "type"],
                "properties": {
                    "navn": {"type": "string"},
                    "type": {"enum": ["heltal", "tal", "ja_nej", "tekst"]},
                    "decimaler": {"type": "integer"},
                },
            },
        },
        "raekker": {"type": "array", "items": {"type": "array"}},
        "kilder": {"type": "array", "items": {"type": "object"}},
        "dataversion": {"type": "string"},
    },
}


def openapi(data: Snapshot) -> dict[str, Any]:
    """The description, with the codes that these data know."""
    koder = _codes(data)
    valg = [_parameter(navn, ord_, koder.get(navn)) for navn, ord_ in FELTER.items()]
    visning = {
        "name": "visning",
        "in": "path",
        "required": True,
        "description": "Id for en visning; de står på /v.",
        "schema": {"type": "string", "enum": list(VISNINGER)},
    }
    stier = {
        "/v": _reads("Listen over visninger", valg, {"text/html": {}}, "text/html"),
        "/v.json": _reads(
            "Alle tabeller som datapakke (Frictionless)", valg, {"application/json": {}}, "application/json"
        ),
        "/v/openapi.json": _reads("Denne beskrivelse", [], {"application/json": {}}, "application/json"),
        "/v/{visning}": _reads("Visningen som side", [visning, *valg], {"text/html": {}}, "text/html"),
    }
    for endelse, form in ENDELSER.items():
        ekstra = [TAL] if endelse == "csv" else []
        fejl = "application/json" if endelse == "json" else "text/plain"
        indhold = {form.medietype.partition(";")[0]: {"schema": DOKUMENT} if endelse == "json" else {}}
        stier[f"/v/{{visning}}.{endelse}"] = _reads(
            f"Visningen som {endelse}", [visning, *valg, *ekstra], indhold, fejl
        )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Lægedækning", "version": data.version[:12], "description": BESKRIVELSE},
        "paths": stier,
    }


def _reads(titel: str, parametre: list[dict], indhold: dict, fejl: str) -> dict[str, Any]:
    """A path that can be read."""
    svar_fejl = {fejl: {"schema": FEJL} if fejl == "application/json" else {}}
    return {
        "get": {
            "summary": titel,
            "parameters": parametre,
            "responses": {
                "200": {"description": "Svaret", "content": indhold},
                "304": {"description": "Uændret siden det, der spørges med ETag efter"},
                "400": {"description": "Et valg kendes ikke; svaret siger hvilket", "content": svar_fejl},
                "404": {"description": "Ingen sådan visning, eller data har intet til den", "content": svar_fejl},
            },
        }
    }


def _parameter(navn: str, ord_: str, koder: list[str] | None) -> dict[str, Any]:
    skema = {"type": "string"} | ({"enum": koder} if koder else {})
    return {"name": navn, "in": "query", "description": ord_, "schema": skema}


def _codes(data: Snapshot) -> dict[str, list[str]]:
    """The codes of the choices that have a list, on public data: a dataset of one's own may know more."""
    indikatorer = list(queries.catalogue_of(Filters.datasaet, data))
    aarene = [str(en) for en in queries.dataset_range(Filters.datasaet, data)]
    return {
        "niveau": [en.niveau for en in niveauer.levels().values() if en.er_kortniveau],
        "struktur": list(niveauer.structures()),
        "datasaet": list(queries.datasets(data)),
        "kapacitet": [ALLE, KUN],
        "indikator": indikatorer,
        "behov": indikatorer,
        "omraade": [kode for kode, _ in area_choices() if kode],
        "fra": aarene,
        "til": aarene,
    }
