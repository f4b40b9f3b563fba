"""Headings, columns and rows of a sheet: what is no record is never loaded, what was not understood is told."""

import pytest

from data.indlaes.ikke_poster import is_total
from data.indlaes.registre import REGISTRE
from data.indlaes.skabelon import dataset_tables, filled_template
from data.regneark.ark import Ark
from data.regneark.laes import read_bytes
from tests.data.indlaes_ark import column, errors, proposal, sheet, some, warnings
from tests.data.indlaes_filer import HU, KLINIK, NOEGLETAL, PROJEKT, PULJE, UDBUD

TO = UDBUD | {"Udbuds-id": "nak-2", "Sted": "Maribo"}


def with_rows(*flere: list, raekker=(UDBUD, TO), **om) -> Ark:
    """Two tenders and more rows under them."""
    ark = sheet(*raekker, **om)
    ark.raekker += [[*raekke, *[None] * (len(ark.raekker[0]) - len(raekke))] for raekke in flere]
    return ark


def total(*pladser: int, ord_: str = "I alt") -> list[str]:
    """A row that is filled in, with the word for a total at these places."""
    raekke = [*(UDBUD | {"Udbuds-id": "nak-9", "Antal": "4"}).values()]
    for plads in pladser:
        raekke[plads] = ord_
    return raekke


# --- totals

SUMORD = ["I alt", "i alt:", "IALT", "Total", "Totalt", "SUM", "Sum:", "Samlet", "Subtotal", "Delsum", "Mellemsum"]
SUMORD += [
    "Hovedtotal",
    "Grand Total",
    "Lolland i alt",
    "Lolland Total",
    "Heraf Lolland",
    "Sum af Lolland",
    "I alt 2026",
]


@pytest.mark.parametrize("plads", [0, 1, 2])
@pytest.mark.parametrize("ord_", SUMORD)
def test_a_total_row_is_refused_with_its_row_and_never_loaded(egne_kilder, ord_, plads):
    forslag = proposal(egne_kilder, with_rows(total(plads, ord_=ord_)))
    assert errors(forslag) == [
        f"fil.xlsx, ark Ark1, række 4: Rækken (»{ord_}«) er en sum og ikke en post; den ville blive talt to gange. "
        "Slet rækken."
    ]
    assert column(forslag, "udbud", "udbud_id") == ["nak-1", "nak-2"]


@pytest.mark.parametrize("raekke", [["I alt", None, None, None, "4"], [None, None, None, None, "4"]])
def test_a_total_with_nothing_but_its_number_is_refused_too(egne_kilder, raekke):
    assert some(errors(proposal(egne_kilder, with_rows(raekke), efterse=True)), "række 4")


@pytest.mark.parametrize("ord_", ["Hele landet", "Alle kommuner", "Alle 98 kommuner", "Hele regionen"])
@pytest.mark.parametrize("plads", [0, 1, 2])
def test_the_whole_country_is_no_record(egne_kilder, plads, ord_):
    assert some(errors(proposal(egne_kilder, with_rows(total(plads, ord_=ord_)))), "række 4", "er en sum")


def test_a_total_in_a_column_before_the_known_ones_is_seen(egne_kilder):
    ark = sheet(*({"Løbenr.": nr} | raekke for nr, raekke in (("1", UDBUD), ("I alt", TO))))
    assert some(errors(proposal(egne_kilder, ark)), "række 3: Rækken (»I alt«)")


@pytest.mark.parametrize(
    "raekke",
    [
        NOEGLETAL | {"Områdetype": "land", "Område": "Hele landet"},
        HU | {"Områdetype": "land", "Område": "Hele landet"},
        KLINIK | {"Navn": "Totalklinikken", "Sted": "Sumatra"},
        PROJEKT | {"Titel": "Samlet plan for Nakskov, i alt fem læger"},
        UDBUD | {"Bemærkning": "I alt", "Sted": "Regionen"},
    ],
)
def test_a_record_that_only_sounds_like_a_total_is_read(egne_kilder, raekke):
    assert not some(errors(proposal(egne_kilder, sheet(raekke))), "er en sum")


@pytest.mark.parametrize("sted", ["Nakskov", "Summerred", "Samletoften", "Alleshave", "Totten", "Heraker"])
def test_a_town_is_no_total(sted):
    assert not is_total(sted, sted=True, omraade=True)


# --- notes, and headings that are repeated

NOTER = [
    ["Note: tallene er foreløbige"],
    ["Kilde: Region Sjælland, udtrukket 1.10.2026"],
    ["Kilde:", "Region Sjælland"],
    ["* Foreløbige tal"],
    ["Udtræk 22.11.2026"],
    ["Opgjort af sekretariatet den 1. november"],
    [None, "Anm.: Uden Bornholm"],
]


@pytest.mark.parametrize("note", NOTER)
def test_a_note_under_the_table_is_told_as_not_read(egne_kilder, note):
    forslag = proposal(egne_kilder, with_rows([None], note, ["Note: og en til"]), efterse=True)
    assert not forslag.fejl
    assert some(forslag.bemaerkninger, "Række 5 er en note") and some(forslag.bemaerkninger, "Række 6 er en note")
    assert "noter under tabellen" in str(forslag.kvittering[0])


def test_a_record_with_its_id_alone_is_no_note(egne_kilder):
    assert some(errors(proposal(egne_kilder, with_rows(["nak-3"]), efterse=True)), "række 4", "skal være udfyldt")


def test_a_group_between_the_records_is_no_note(egne_kilder):
    ark = sheet(UDBUD)
    ark.raekker += [["Region Sjælland i øst", *[None] * 10], [*TO.values()]]
    assert some(errors(proposal(egne_kilder, ark, efterse=True)), "række 3")


def test_headings_that_are_repeated_are_left_out(egne_kilder):
    forslag = proposal(egne_kilder, with_rows([*UDBUD], [*(UDBUD | {"Udbuds-id": "nak-3"}).values()]))
    assert not forslag.fejl and some(forslag.bemaerkninger, "Overskrifterne står igen i række 4")
    assert column(forslag, "udbud", "udbud_id") == ["nak-1", "nak-2", "nak-3"]


# --- where the headings are


@pytest.mark.parametrize("foer", [1, 5, 30, 50])
def test_headings_are_found_under_titles_and_blank_rows(egne_kilder, foer):
    ark = sheet(UDBUD)
    ark.raekker[:0] = [["Udbud af ydernumre 2026"], *[[None]] * (foer - 1)]
    forslag = proposal(egne_kilder, ark)
    assert not forslag.fejl and "over overskrifterne 1" in str(forslag.kvittering[0])


def test_a_group_above_headings_that_are_whole_is_only_a_title(egne_kilder):
    ark = sheet(UDBUD)
    ark.raekker.insert(0, ["Udbud", "Beliggenhed", None, "Hvad", None, "Forløb"])
    assert not proposal(egne_kilder, ark).fejl


OEVRE = ["Udbuds-", None, None, None, None, "Opslået", "Antal", "Antal", None, "Status-", None]
NEDRE = ["id", "Kommune", "Sted", "Enhed", "Antal", "dato", "ansøgere", "tildelt", "Status", "dato", "Kilde"]
GRUPPE = ["Udbuds-id", "Kommune", "Sted", "Enhed", "Antal", "Dato", None, "Antal ansøgere", "Antal tildelt", "Kilde"]
UNDER = [None, None, None, None, None, "Opslået", "Status", None, None, None]


@pytest.mark.parametrize(("oevre", "nedre"), [(OEVRE, NEDRE), (GRUPPE, UNDER)])
@pytest.mark.parametrize("flettet", [False, True])
def test_headings_on_two_rows_are_refused_with_what_to_write(egne_kilder, oevre, nedre, flettet):
    flettede = ((1, 1, 2, 1), (1, 6, 1, 7)) if flettet else ()
    ark = Ark("Ark1", [oevre, nedre, [*UDBUD.values()][: len(oevre)]], flettede=flettede)
    assert some(errors(proposal(egne_kilder, ark)), "delt over række 1 og 2", "»Opslået dato«", "»Statusdato«")


def test_headings_that_are_all_cut_in_two_are_refused_in_words(egne_kilder):
    oevre, nedre = ["Udbuds-", "Kom-", "Ste", "En", "An"], ["id", "mune", "d", "hed", "tal"]
    ark = Ark("Ark1", [oevre, nedre, ["nak-1", "Lolland", "Nakskov", "ydernummer", "2"]])
    assert some(errors(proposal(egne_kilder, ark)), "delt over række 1 og 2")


@pytest.mark.parametrize(
    "overskrift",
    ["Kommune nr", "Kommune nr.", "Komm.nr.", "Kommunekode", "Kommune (navn)", "KOMMUNE*", "Kommunens navn"],
)
def test_the_kommune_column_is_known_by_many_names(egne_kilder, overskrift):
    ark = sheet({overskrift if navn == "Kommune" else navn: celle for navn, celle in UDBUD.items()})
    assert column(proposal(egne_kilder, ark), "udbud", "kommunekode") == ["360"]


# --- columns that were not understood


@pytest.mark.parametrize("overskrift", ["Komm.", "Placering", "Hvor"])
@pytest.mark.parametrize(("raekke", "tabel"), [(UDBUD, "Udbud"), (KLINIK, "Klinikker")])
def test_a_place_column_that_was_not_understood_is_a_warning_with_the_count(egne_kilder, overskrift, raekke, tabel):
    uden = {overskrift if navn == "Kommune" else navn: celle for navn, celle in raekke.items()}
    advarsler = warnings(proposal(egne_kilder, sheet(uden, uden, uden, navn=tabel)))
    assert some(advarsler, "Ingen af arkets 3 rækker har kommune eller region")
    assert some(advarsler, f"Kolonnen »{overskrift}« er ikke læst (3 celler), men ligner kommuner", "»Kommune«")


@pytest.mark.parametrize("mere", [{"Region": "Sjælland"}, {}])
def test_a_sheet_with_places_has_no_such_warning(egne_kilder, mere):
    raekke = UDBUD | mere if not mere else UDBUD | mere | {"Kommune": ""}
    assert not some(warnings(proposal(egne_kilder, sheet(raekke))), "kommune eller region")


@pytest.mark.parametrize("dage", [["5.5.2026"] * 3, ["maj 2026", "1. juni 2026"], ["2026-05-05"] * 5 + ["?"]])
def test_a_column_of_dates_that_was_not_understood_is_a_warning(egne_kilder, dage):
    uden = {navn: celle for navn, celle in UDBUD.items() if navn != "Opslået dato"}
    ark = sheet(*(uden | {"Annonceret": dag} for dag in dage))
    assert some(
        warnings(proposal(egne_kilder, ark)), f"Kolonnen »Annonceret« er ikke læst ({len(dage)} celle", "datoer"
    )


def test_a_column_of_ones_own_is_no_warning(egne_kilder):
    egne = {"Sagsbehandler": "AB", "Journalnr.": "2026-1234", "Noter til os selv": "ring", "Prioritet": "1"}
    assert not proposal(egne_kilder, sheet(UDBUD | egne, TO | egne)).advarsler


def test_cells_under_an_empty_heading_are_a_warning_with_the_first_row(egne_kilder):
    ark = with_rows()
    ark.raekker[2] += [None, "husk at ringe"]
    ark.raekker.append([*(TO | {"Udbuds-id": "nak-3"}).values(), None, "og her"])
    assert some(warnings(proposal(egne_kilder, ark)), "Kolonne M har ingen overskrift", "2 celler, første i række 3")


def test_a_csv_cut_by_its_separators_is_a_warning(egne_kilder):
    ark = sheet({"a": ""}, navn="")
    ark.raekker = [[*UDBUD, "Bemærkning", None], [*UDBUD.values(), "Aftalt med regionen", " se brev"]]
    assert some(warnings(proposal(egne_kilder, ark)), "række 2", "har ingen overskrift", "skilletegn")


# --- what Excel hides


def test_hidden_rows_are_read_and_told(egne_kilder):
    forslag = proposal(egne_kilder, with_rows(skjulte_raekker=(3, 9)))
    assert some(forslag.bemaerkninger, "Arket har 1 række, der er skjult eller filtreret fra; de er læst med (række 3)")
    assert len(column(forslag, "udbud", "udbud_id")) == 2


def test_the_address_behind_a_source_becomes_the_address_of_the_source(egne_kilder):
    kilde = (2, [*UDBUD].index("Kilde") + 1)
    forslag = proposal(egne_kilder, sheet(UDBUD, links={kilde: "https://rs.dk/brev"}))
    assert column(forslag, "kilde", "url") == ["https://rs.dk/brev"]
    assert column(forslag, "kilde", "titel") == ["Brev fra regionen"]


@pytest.mark.parametrize("adresse", ["mailto:a@b.dk", "file:///c:/x", "#Ark2!A1", "https://a b"])
def test_an_address_that_is_no_web_page_is_not_used(egne_kilder, adresse):
    forslag = proposal(egne_kilder, sheet(UDBUD, links={(2, [*UDBUD].index("Kilde") + 1): adresse}))
    assert column(forslag, "kilde", "url") == [None]


def test_an_address_behind_another_cell_is_told(egne_kilder):
    forslag = proposal(egne_kilder, sheet(UDBUD, links={(2, 3): "https://rs.dk"}))
    assert some(forslag.bemaerkninger, "adresser bag cellerne i kolonnen »Sted« (række 2)")


@pytest.mark.parametrize(
    ("celle", "afvises"), [((2, 5), True), ((2, 12), False), ((1, 5), False), ((3, 5), False), ((2, 20), False)]
)
def test_a_formula_without_a_value_matters_in_the_cells_that_are_read(egne_kilder, celle, afvises):
    ark = sheet(UDBUD | {"Egen beregning": "x"}, uden_vaerdi=(celle,))
    assert some(errors(proposal(egne_kilder, ark)), "formel uden gemt værdi") == afvises


@pytest.mark.parametrize(
    ("flettet", "afvises"), [((2, 3, 3, 3), True), ((2, 2, 2, 3), True), ((5, 1, 6, 4), False), ((2, 14, 3, 14), False)]
)
def test_merged_cells_matter_among_the_records(egne_kilder, flettet, afvises):
    assert some(errors(proposal(egne_kilder, with_rows(flettede=(flettet,)))), "er flettede") == afvises


# --- an ordinary file


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("register", REGISTRE)
def test_our_own_template_gives_no_warning_and_every_cell_is_accounted_for(egne_kilder, register, datasaet):
    ark = read_bytes(filled_template(register, datasaet, egne_kilder)).ark
    forslag = proposal(egne_kilder, *ark)
    fyldt = any(any(dataset_tables(datasaet)[tabel].values()) for tabel in REGISTRE[register].tabeller[:1])
    assert all(some([en], "ingen rækker") for en in errors(forslag)) and bool(forslag.fejl) != fyldt
    ord_ = ("stedfæstes", "ikke læst", "overskrift", "spørgsmålstegn", "uden for")
    assert not [en for en in warnings(forslag) if any(del_ in en for del_ in ord_)]
    udeladt = {grund for en in forslag.kvittering for grund, _ in en.ikke_laest}
    assert udeladt <= {"skabelonens forklaring og eksempel", "skabelonens hjælpeark"}


def test_a_pool_needs_no_place(egne_kilder):
    assert not some(warnings(proposal(egne_kilder, sheet(PULJE, navn="Puljer"))), "stedfæstes")
