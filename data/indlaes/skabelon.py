"""Templates for the registers, empty or filled with a dataset, made from schema.sql and the catalogue; and one for what
is published of capacities and listed patients, which has a column for each indicator.

Row 1 holds the headings, row 2 says what each column takes, row 3 is an example; both say so in their first cell and
are skipped at import. Drop-down lists point to the sheet "Gyldige værdier".
"""

import io
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from data.build import DATA
from data.csvform import csv_bytes
from data.indlaes.grundlag import base
from data.indlaes.registre import REGISTRE, Felt, Skema
from data.indlaes.visning import shown, shown_cell
from data.registre import ARK
from data.versioner import current_folder, read_tables

VAERDIER = "Gyldige værdier"
KAPACITET = "Kapacitet og patienter"
# Its indicators in their order, each with what its example shows.
KAPACITETSTAL = {
    "tilmeldte_patienter": "38.400",
    "kapaciteter_aktive": "24",
    "kapaciteter_lukket": "15",
    "kapaciteter_aktive_plo": "20",
    "kapaciteter_aktive_udbud": "1",
    "kapaciteter_aktive_region": "3",
}
FORKLARING, EKSEMPEL = "Forklaring: ", "EKSEMPEL: "
FOERSTE_DATARAEKKE = 3  # from 0: after headings, explanation and example
PLADS = 5000  # rows with drop-down lists below the data
STEDER = ("region", "sundhedsraad", "videreuddannelsesregion", "omraade")
BREDDE = {"tekst": 28, "kilde": 34, "omraade": 26}
TEKST = ("dato", "dag", "id", "kommune", "kommuner", *STEDER, "kilde", "kode", "tekst")
VEJLEDNING = (
    "Sådan bruges skabelonen",
    "Skriv én række for hver post fra række 4 og nedefter. Række 2 forklarer, række 3 er et eksempel; de læses ikke.",
    "Overskrifter med mørk baggrund skal udfyldes. De andre må være tomme: tomt betyder ukendt, 0 betyder nul.",
    "Datoer skrives så præcist, som de er kendt: 5.5.2026, maj 2026 eller 2026. Tal skrives med komma: 1.234,5.",
    "Kilde er kildens titel, adresse eller id fra arket »Gyldige værdier«. En ny titel bliver til en ny kilde.",
    "Kolonner må flyttes, og egne kolonner må tilføjes; de bliver ikke læst. Overskrifterne må ikke ændres.",
)


def template(register: str, kilder: Path = DATA) -> bytes:
    """An empty template as xlsx. `register` is a key of REGISTRE."""
    return _register(base(kilder).skema, register, {})


def filled_template(register: str, datasaet: str, kilder: Path = DATA) -> bytes:
    """The template with the rows of a dataset ("offentlig", "eksempel" or "egne"): a place to start from."""
    skema = base(kilder).skema
    return _register(skema, register, dataset_tables(datasaet, kilder))


def capacity_template(kilder: Path = DATA) -> bytes:
    """An empty sheet with a row for each kommune and date and a column for each indicator of capacity and patients. The
    order is our own: that of the source's file is not known."""
    skema = base(kilder).skema
    return _workbook(skema, {KAPACITET: (_capacity_fields(skema), {})}, {})


def template_csv(register: str, tabel: str | None = None, datasaet: str | None = None, kilder: Path = DATA) -> bytes:
    """One sheet of the template as csv for a Danish Excel (semicolons, UTF-8 with BOM).

    `tabel`: a table of the register, the main one unless named; `datasaet`: fill it.
    """
    tabel = tabel or REGISTRE[register].tabeller[0]
    skema = base(kilder).skema
    felter = asked_fields(skema, tabel)
    celler = dataset_tables(datasaet, kilder).get(tabel, {}) if datasaet else {}
    kolonner = [[shown(skema, felt, en) for en in celler[felt.navn]] for felt in felter] if celler else []
    return csv_bytes([*_head_rows(felter), *zip(*kolonner)])


def dataset_tables(datasaet: str, kilder: Path = DATA) -> dict[str, dict[str, list[str | None]]]:
    """The tables of a dataset as they stand in its CSV files: cells by column."""
    return read_tables(current_folder(kilder) if datasaet == "egne" else kilder / datasaet)


def asked_fields(skema: Skema, tabel: str) -> list[Felt]:
    """The columns that people fill in."""
    return [felt for felt in skema.felter[tabel] if not felt.udledes]


def _head_rows(felter: list[Felt]) -> list[list[str]]:
    forklaringer = [("Skal udfyldes. " if felt.kraevet else "") + felt.forklaring for felt in felter]
    eksempler = [felt.eksempel for felt in felter]
    forklaringer[0] = FORKLARING + forklaringer[0]
    eksempler[0] = EKSEMPEL + eksempler[0]
    return [[felt.overskrift for felt in felter], forklaringer, eksempler]


def _capacity_fields(skema: Skema) -> list[Felt]:
    kommune, dato, vaerdi, kilde = (
        skema.field("noegletal", navn) for navn in ("kommunekode", "dato", "vaerdi", "kilde_id")
    )
    forklaring = "Kommunens navn eller dens tre cifre."
    maalte = [
        replace(
            vaerdi,
            navn=en.id,
            overskrift=en.navn,
            forklaring=f"Antal {en.enhed}; tom, når tallet ikke er kendt.",
            kraevet=False,
            eksempel=eksempel,
        )
        for en, eksempel in ((skema.katalog[navn], eksempel) for navn, eksempel in KAPACITETSTAL.items())
    ]
    return [replace(kommune, kraevet=True, forklaring=forklaring), dato, *maalte, kilde]


def _register(skema: Skema, register: str, datasaet: dict[str, dict]) -> bytes:
    tabeller = REGISTRE[register].tabeller
    ark = {ARK[tabel]: (asked_fields(skema, tabel), datasaet.get(tabel, {})) for tabel in tabeller}
    return _workbook(skema, ark, datasaet.get("kilde", {}))


def _workbook(skema: Skema, ark: dict[str, tuple[list[Felt], dict]], egne_kilder: dict) -> bytes:
    """ark: the columns of each sheet, and the cells they are filled with."""
    ud = io.BytesIO()
    bog = xlsxwriter.Workbook(ud, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    stil = _styles(bog)
    sider = {navn: bog.add_worksheet(navn) for navn in ark}
    lister = _values_sheet(bog, stil, skema, egne_kilder)
    vejledning = bog.add_worksheet("Vejledning")
    vejledning.set_column(0, 0, 110, stil["ombrudt"])
    for nr, linje in enumerate(VEJLEDNING):
        vejledning.write_string(nr, 0, linje, stil["kraevet"] if nr == 0 else stil["ombrudt"])
    for navn, (felter, celler) in ark.items():
        _data_sheet(sider[navn], stil, skema, felter, celler, lister)
    bog.close()
    return ud.getvalue()


def _styles(bog: xlsxwriter.Workbook) -> dict:
    hoved = {"bold": True, "border": 1, "text_wrap": True, "valign": "top"}
    return {
        "kraevet": bog.add_format(hoved | {"bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        "frivillig": bog.add_format(hoved | {"bg_color": "#DCE6F1"}),
        "forklaring": bog.add_format({"italic": True, "text_wrap": True, "valign": "top", "font_color": "#595959"}),
        "eksempel": bog.add_format({"italic": True, "font_color": "#7F7F7F", "bg_color": "#F2F2F2"}),
        "tekst": bog.add_format({"num_format": "@"}),
        "ombrudt": bog.add_format({"text_wrap": True, "valign": "top"}),
    }


def _data_sheet(side, stil: dict, skema: Skema, felter: list[Felt], celler: dict, lister: dict[str, str]) -> None:
    overskrifter, forklaringer, eksempler = _head_rows(felter)
    antal = len(next(iter(celler.values()), ()))
    side.freeze_panes(FOERSTE_DATARAEKKE, 1)
    side.set_row(1, 120)
    for nr, felt in enumerate(felter):
        side.set_column(nr, nr, BREDDE.get(felt.slags, 16), stil["tekst"] if felt.slags in TEKST else None)
        side.write_string(0, nr, overskrifter[nr], stil["kraevet" if felt.kraevet else "frivillig"])
        side.write_string(1, nr, forklaringer[nr], stil["forklaring"])
        side.write_string(2, nr, eksempler[nr], stil["eksempel"])
        liste = lister.get("|".join(felt.koder) or felt.slags)
        if liste:
            valg = {"validate": "list", "source": liste, "error_type": "stop" if felt.koder else "information"}
            valg["error_title"], valg["error_message"] = felt.overskrift[:32], "Vælg en værdi på listen."
            side.data_validation(FOERSTE_DATARAEKKE, nr, FOERSTE_DATARAEKKE + antal + PLADS, nr, valg)
        for raekke, vaerdi in enumerate(celler.get(felt.navn, ()), FOERSTE_DATARAEKKE):
            vist = shown_cell(skema, felt, vaerdi)
            if isinstance(vist, (int, float)):
                side.write_number(raekke, nr, vist)
            elif vist:
                side.write_string(raekke, nr, vist)


def _values_sheet(bog, stil: dict, skema: Skema, egne_kilder: dict) -> dict[str, str]:
    """The sheet of what may be written; where the drop-down lists find their values, by vocabulary or kind."""
    side = bog.add_worksheet(VAERDIER)
    lister: dict[str, str] = {}
    plads = 0

    def column(overskrift: str, vaerdier: list[str], noegle: str = "", bredde: int = 22) -> None:
        nonlocal plads
        side.set_column(plads, plads, bredde)
        side.write_string(0, plads, overskrift, stil["frivillig"])
        side.write_column(1, plads, vaerdier)
        if noegle:
            bogstav = xl_col_to_name(plads)
            lister[noegle] = f"='{VAERDIER}'!${bogstav}$2:${bogstav}${len(vaerdier) + 1}"
        plads += 1

    niveauer = ("kommune", "sundhedsraad", "region", "videreuddannelsesregion")
    af = {niveau: [en for en in skema.omraader if en.niveau == niveau] for niveau in niveauer}
    column("Kommune", [en.navn for en in af["kommune"]], "kommune")
    column("Kommunekode", [en.id for en in af["kommune"]], bredde=14)
    column("Sundhedsråd", [en.navn for en in af["sundhedsraad"]], "sundhedsraad", 38)
    column("Region", [en.navn for en in af["region"]], "region")
    uddannelse = [en.navn for en in af["videreuddannelsesregion"]]
    column("Videreuddannelsesregion", uddannelse, "videreuddannelsesregion", 26)
    column("Andre områder", [en.navn for en in skema.omraader if en.niveau not in af], bredde=30)
    column("Status", [kode for kode, *_ in skema.statusser], "|".join(kode for kode, *_ in skema.statusser))
    column("Status betyder", [f"{navn}: {forklaring}" for _, navn, forklaring, _ in skema.statusser], bredde=60)
    column("Nøgletal", [kode for kode, *_ in skema.noegletal], "|".join(kode for kode, *_ in skema.noegletal), 30)
    column("Nøgletal betyder", [f"{navn} ({enhed})" for _, navn, enhed in skema.noegletal], bredde=44)
    for overskrift, koder in _vocabularies(skema).items():
        if "|".join(koder) not in lister:
            column(overskrift, list(koder), "|".join(koder))
    column("Ja eller nej", ["ja", "nej"], "ja_nej", 12)
    kendte = {kilde_id: en[1] for kilde_id, en in skema.faelles_kilder.items()}
    kendte |= dict(zip(egne_kilder.get("kilde_id", ()), egne_kilder.get("titel", ())))
    column("Kilde-id", list(kendte), bredde=40)
    column("Kildens titel", [titel or "" for titel in kendte.values()], bredde=70)
    side.freeze_panes(1, 0)
    return lister


def _vocabularies(skema: Skema) -> dict[str, tuple[str, ...]]:
    """The other lists of codes, by a heading that tells them apart."""
    fundne: dict[str, tuple[str, ...]] = {}
    for tabel, felter in skema.felter.items():
        for felt in felter:
            if felt.koder and not felt.udledes and felt.koder not in fundne.values():
                titel = felt.overskrift if felt.overskrift not in fundne else f"{felt.overskrift} ({ARK[tabel]})"
                fundne[titel] = felt.koder
    return fundne
