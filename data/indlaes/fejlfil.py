"""The uploaded file once more, with what is wrong written in a column beside each row."""

import io
from collections import defaultdict

import xlsxwriter

from data.csvform import csv_bytes
from data.indlaes.fil import Fil
from data.indlaes.forslag import Forslag
from data.indlaes.fund import Fund
from data.regneark.ark import Ark

OVERSKRIFTER = ("Fejl", "Advarsler")
RAEKKER_MED_OVERSKRIFT = 20


def with_errors(forslag: Forslag, fil: Fil) -> bytes:
    """The same sheets and rows with two columns more, Fejl and Advarsler: xlsx, or csv (semicolons, UTF-8) for a csv.

    What is about the whole file stands in the heading row. Corrected, it can be loaded as it is: the columns are not
    read. A file that could not be opened gives a workbook that says so.
    """
    fejl, advarsler = (_by_row(fund, fil) for fund in (forslag.fejl, forslag.advarsler))
    indhold = forslag.indhold.get(fil.sha256)
    ark = [en for en in indhold.ark if not en.skjult] if indhold else [Ark("Fejl", [[]])]
    if [en.navn for en in ark] == [""]:
        return _as_csv(ark[0], fejl[""], advarsler[""])
    return _as_workbook(ark, fejl, advarsler)


def _by_row(fund: tuple[Fund, ...], fil: Fil) -> dict[str, dict[int, list[str]]]:
    """What was found, by sheet and row; row 0 for what has none."""
    efter_raekke: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for en in fund:
        if en.fil in ("", fil.vist):
            hvad = f"{en.kolonne}: " if en.kolonne else ""
            vaerdi = f"»{en.vaerdi}«{' ' if en.besked[:1].islower() else '. '}" if en.vaerdi else ""
            efter_raekke[en.ark][en.raekke or 0].append(f"{hvad}{vaerdi}{en.besked}")
    return efter_raekke


def _columns(ark: Ark, *fund: dict[int, list[str]]) -> tuple[int, list[list[str]]]:
    """Where the new columns begin, and their cells row by row."""
    hoved = max(range(min(RAEKKER_MED_OVERSKRIFT, len(ark.raekker))), key=lambda nr: sum(map(bool, ark.raekker[nr])))
    bredde = max(len(raekke) for raekke in ark.raekker)
    # A file that comes back corrected has the columns already: they are written over.
    gamle = [nr for nr, celle in enumerate(ark.raekker[hoved]) if celle in OVERSKRIFTER]
    plads = gamle[0] if gamle else bredde
    celler = []
    for nr in range(len(ark.raekker)):
        tekster = ["\n".join(en.get(nr + 1, []) + (en.get(0, []) if nr == hoved else [])) for en in fund]
        celler.append(
            [f"{navn}\n{tekst}".strip() if nr == hoved else tekst for navn, tekst in zip(OVERSKRIFTER, tekster)]
        )
    return plads, celler


def _as_csv(ark: Ark, fejl: dict, advarsler: dict) -> bytes:
    plads, celler = _columns(ark, fejl, advarsler)
    return csv_bytes(
        [*raekke[:plads], *[None] * (plads - len(raekke)), *(celle.replace("\n", " ") for celle in nye)]
        for raekke, nye in zip(ark.raekker, celler)
    )


def _as_workbook(alle: list[Ark], fejl: dict, advarsler: dict) -> bytes:
    ud = io.BytesIO()
    bog = xlsxwriter.Workbook(ud, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    roed = bog.add_format({"bg_color": "#FDE2E0", "text_wrap": True, "valign": "top"})
    gul = bog.add_format({"bg_color": "#FFF4CE", "text_wrap": True, "valign": "top"})
    tekst = bog.add_format({"num_format": "@"})
    for nr, ark in enumerate(alle):
        side = bog.add_worksheet(ark.navn or "Ark1")
        for raekke_nr, raekke in enumerate(ark.raekker):
            for plads, celle in enumerate(raekke):
                if celle:
                    side.write_string(raekke_nr, plads, celle, tekst)
        # what is about the whole file stands on its first sheet
        egne = [
            {**en[ark.navn], 0: en[ark.navn].get(0, []) + (en[""].get(0, []) if nr == 0 else [])}
            for en in (fejl, advarsler)
        ]
        plads, celler = _columns(ark, *egne) if ark.raekker else (0, [])
        side.set_column(plads, plads + 1, 60)
        for raekke_nr, par in enumerate(celler):
            for kolonne, (vaerdi, stil) in enumerate(zip(par, (roed, gul))):
                if vaerdi:
                    side.write_string(raekke_nr, plads + kolonne, vaerdi, stil)
    bog.close()
    return ud.getvalue()
