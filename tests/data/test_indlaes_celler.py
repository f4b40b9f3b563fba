"""Cells that must not be read as something else: errors of Excel, units, years, broken letters."""

import pytest

from data.indlaes.enheder import KR, heading_unit, measure
from data.indlaes.tegn import broken, perhaps_broken
from data.indlaes.vaerdier import FEJLKODE, Ulaeselig
from tests.data.indlaes_ark import column, errors, proposal, sheet, some, warnings
from tests.data.indlaes_filer import HU, KILDE, KLINIK, NOEGLETAL, PROJEKT, PULJE, UDBUD

# --- errors of Excel

KODER = ["#N/A", "#I/T", "#REF!", "#REFERENCE!", "#VALUE!", "#VÆRDI!", "#DIV/0!", "#DIVISION/0!", "#NAME?", "#NAVN?"]
KODER += ["#NUM!", "#NUL!", "#NULL!", "#SPILL!", "#OVERLØB!", "#CALC!", "#BEREGN!", "#FIELD!", "#FELT!", "#BLOCKED!"]
KODER += ["#CONNECT!", "#BUSY!", "#UNKNOWN!", "#GETTING_DATA", "########", "Err:502", "#n/a"]


@pytest.mark.parametrize("kode", KODER)
def test_every_error_code_is_known(kode):
    assert FEJLKODE.fullmatch(kode)


@pytest.mark.parametrize("tekst", ["#1", "#Lolland", "# 4", "A#N/A", "Fejl i sagen", "#"])
def test_a_text_with_a_hash_is_no_error(tekst):
    assert not FEJLKODE.fullmatch(tekst)


@pytest.mark.parametrize("kolonne", ["Sted", "Antal", "Kommune", "Opslået dato", "Antal ansøgere", "Kilde", "Status"])
def test_an_error_is_refused_in_its_cell_and_told_once(egne_kilder, kolonne):
    forslag = proposal(egne_kilder, sheet(UDBUD, UDBUD | {"Udbuds-id": "nak-2", kolonne: "#N/A"}), efterse=True)
    assert some(errors(forslag), f"række 3, kolonne {kolonne}: »#N/A« er en fejl fra Excel")
    assert not some(errors(forslag), "skal være udfyldt")
    assert len(forslag.fejl) == 1


@pytest.mark.parametrize("kolonne", ["Ansøgningsfrist", "Runde", "Bemærkning", "Region", "Kliniktype efter"])
def test_an_error_in_an_optional_cell_is_not_unknown(egne_kilder, kolonne):
    ark = sheet(UDBUD | {kolonne: "#REF!"})
    assert some(errors(proposal(egne_kilder, ark)), f"række 2, kolonne {kolonne}: »#REF!« er en fejl fra Excel")


def test_an_error_in_a_column_that_is_not_read_is_only_counted(egne_kilder):
    forslag = proposal(egne_kilder, sheet(UDBUD | {"Egen beregning": "#N/A"}))
    assert not forslag.fejl and "kolonnen »Egen beregning« 2" in str(forslag.kvittering[0])


# --- units


@pytest.mark.parametrize(
    ("tekst", "kroner"),
    [
        ("kr. 20.000.000", "20000000"),
        ("kr. 20.000.000,00", "20000000"),
        ("kr 20.000.000", "20000000"),
        ("DKK 20.000.000", "20000000"),
        ("20.000.000,-", "20000000"),
        ("20.000.000,- kr.", "20000000"),
        ("20.000.000 kr", "20000000"),
        ("20.000.000 kroner", "20000000"),
        ("20 mio. kr.", "20000000"),
        ("20 mio.", "20000000"),
        ("1,5 mio kr", "1500000"),
        ("kr. 1,5 mio.", "1500000"),
        ("1.250 t.kr.", "1250000"),
        ("1.250 tkr.", "1250000"),
        ("2,25 mia. kr.", "2250000000"),
        ("1.000 kr.", "1000"),
        ("1.234,50 kr.", "1234.5"),
    ],
)
def test_money_is_read_in_kroner(tekst, kroner):
    assert measure(tekst, False, KR) == kroner


@pytest.mark.parametrize("tekst", ["20 EUR", "€ 20", "20 %", "20 stk.", "20 mio. patienter", "mio. kr.", "kr."])
def test_what_is_no_money_is_refused(tekst):
    with pytest.raises(Ulaeselig):
        measure(tekst, False, KR)


@pytest.mark.parametrize(
    ("overskrift", "navn", "faktor"),
    [
        ("Beløb (mio. kr.)", "Beløb", 10**6),
        ("Beløb i mio. kr.", "Beløb", 10**6),
        ("Beløb, mio. kr.", "Beløb", 10**6),
        ("Beløb (1.000 kr.)", "Beløb", 1000),
        ("Beløb i 1000 kr.", "Beløb", 1000),
        ("Beløb (t.kr.)", "Beløb", 1000),
        ("Beløb (tkr.)", "Beløb", 1000),
        ("Beløb i tusinde kr.", "Beløb", 1000),
        ("Beløb [kr.]", "Beløb", 1),
    ],
)
def test_a_heading_may_give_the_unit(egne_kilder, overskrift, navn, faktor):
    assert heading_unit(overskrift)[0] == navn
    projekt = {k: v for k, v in PROJEKT.items() if k != "Beløb (kr.)"} | {overskrift: "1,5"}
    forslag = proposal(egne_kilder, sheet(PULJE, navn="Puljer"), sheet(projekt, navn="Puljeprojekter"))
    assert not forslag.fejl
    assert float(column(forslag, "puljeprojekt", "beloeb_kr")[0]) == 1.5 * faktor


@pytest.mark.parametrize(
    ("raekke", "kolonne", "tekst"),
    [
        (UDBUD, "Antal", "2 kr."),
        (UDBUD, "Antal", "12 %"),
        (UDBUD, "Antal", "2 mio."),
        (UDBUD, "Antal ansøgere", "0 pct."),
        (KLINIK, "Patienter", "3 t.kr."),
        (KLINIK, "Patienter", "12 %"),
        (HU, "Opslået", "15 %"),
        (HU, "Runde", "1 stk."),
        (HU, "År", "2026 kr."),
        (HU, "Besættelsesgrad (pct.)", "80 kr."),
        (HU, "Besættelsesgrad (pct.)", "80 stk."),
        (NOEGLETAL, "Værdi", "12 %"),
        (NOEGLETAL, "Værdi", "1.684 kr."),
        (NOEGLETAL | {"Nøgletal": "lukket_praksis_pct"}, "Værdi", "62 kr."),
        (NOEGLETAL | {"Nøgletal": "lukket_praksis_pct"}, "Værdi", "62 stk."),
        (PULJE, "Ramme (kr.)", "20 %"),
        (PULJE, "Ansøgninger", "35 kr."),
    ],
)
def test_a_unit_that_does_not_fit_its_column_is_refused(egne_kilder, raekke, kolonne, tekst):
    assert some(
        errors(proposal(egne_kilder, sheet(raekke | {kolonne: tekst}))), f"række 2, kolonne {kolonne}: »{tekst}«"
    )


@pytest.mark.parametrize(
    ("raekke", "kolonne", "tekst", "tabel", "navn", "vaerdi"),
    [
        (UDBUD, "Antal", "2 stk.", "udbud", "antal", "2"),
        (KLINIK, "Patienter", "3.200 stk", "klinik", "patienter", "3200"),
        (HU, "Besættelsesgrad (pct.)", "80 %", "hu_forloeb", "besaettelsesgrad_pct", "80"),
        (NOEGLETAL | {"Nøgletal": "lukket_praksis_pct"}, "Værdi", "62,5 pct.", "noegletal", "vaerdi", "62.5"),
        (NOEGLETAL | {"Nøgletal": "pulje_beloeb"}, "Værdi", "1,5 mio. kr.", "noegletal", "vaerdi", "1500000"),
        (PULJE, "Mindste andel til Nordjylland og Sjælland", "70 %", "pulje", "andel_nord_sjaelland_mindst", "0.7"),
    ],
)
def test_a_unit_that_fits_is_read(egne_kilder, raekke, kolonne, tekst, tabel, navn, vaerdi):
    forslag = proposal(egne_kilder, sheet(raekke | {kolonne: tekst}))
    assert not forslag.fejl and column(forslag, tabel, navn) == [vaerdi]


@pytest.mark.parametrize(
    ("raekke", "gammel", "ny"),
    [
        (UDBUD, "Antal", "Antal (pct.)"),
        (KLINIK, "Patienter", "Patienter (mio. kr.)"),
        (HU, "Opslået", "Opslået (%)"),
        (PULJE, "Ramme (kr.)", "Ramme (pct.)"),
    ],
)
def test_a_unit_in_a_heading_that_does_not_fit_is_refused(egne_kilder, raekke, gammel, ny):
    ark = sheet({ny if navn == gammel else navn: celle for navn, celle in raekke.items()})
    assert some(errors(proposal(egne_kilder, ark)), f"»{ny}« har en enhed, der ikke passer")


# --- years


@pytest.mark.parametrize(
    ("raekke", "kolonne", "tekst"),
    [
        (UDBUD, "Opslået dato", "1905-07-18"),
        (UDBUD, "Opslået dato", "5.5.1926"),
        (UDBUD, "Statusdato", "2062"),
        (UDBUD, "Ansøgningsfrist", "15.6.2062"),
        (KLINIK, "Fra dato", "1905-07-16"),
        (KLINIK, "Fra dato", "1.1.1926"),
        (KLINIK, "Til dato", "2062"),
        (KLINIK, "Patienttal opgjort", "1.10.1926"),
        (NOEGLETAL, "Dato", "1905-07-18"),
        (NOEGLETAL, "Dato", "1.10.1926"),
        (KILDE, "Dato", "1.6.1906"),
    ],
)
def test_a_date_outside_the_plausible_years_is_refused(egne_kilder, raekke, kolonne, tekst):
    fejl = errors(proposal(egne_kilder, sheet(raekke | {kolonne: tekst})))
    assert some(fejl, f"række 2, kolonne {kolonne}: »{tekst}«") and len(fejl) == 1


@pytest.mark.parametrize("aar", [1990, 2024, 2026])
def test_a_year_typed_in_a_date_cell_is_explained(egne_kilder, aar):
    dag = f"1905-{ {1990: '06-12', 2024: '07-16', 2026: '07-18'}[aar] }"
    assert some(errors(proposal(egne_kilder, sheet(UDBUD | {"Opslået dato": dag}))), f"Står årstallet {aar} i en celle")


@pytest.mark.parametrize(
    ("raekke", "kolonne", "aar"),
    [(HU, "År", "2062"), (PROJEKT, "Fra år", "2062"), (PROJEKT | {"Til år": "2062"}, "Til år", "2062")],
)
def test_a_year_far_from_now_is_a_warning(egne_kilder, raekke, kolonne, aar):
    advarsler = warnings(proposal(egne_kilder, sheet(raekke | {kolonne: aar})))
    assert some(advarsler, f"række 2, kolonne {kolonne}: »{aar}« ligger uden for")


@pytest.mark.parametrize(
    ("tekst", "saetning"),
    [
        ("20226", "er ikke en dato"),
        ("99999", "er ikke en dato"),
        ("46189", "Skriv 16.6.2026"),
    ],
)
def test_a_serial_number_is_explained_only_when_its_day_is_plausible(egne_kilder, tekst, saetning):
    fejl = errors(proposal(egne_kilder, sheet(UDBUD | {"Statusdato": tekst})))
    assert some(fejl, saetning) and not some(fejl, "1955")


# --- letters that were destroyed


@pytest.mark.parametrize("ord_", ["Rødby", "Sjælland", "Nørre Åby", "Ærø", "Ølstykke", "Århus", "Højre på gård"])
@pytest.mark.parametrize(
    ("skrevet", "laest"),
    [("utf-8", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp865"), ("utf-8", "mac_roman"), ("cp1252", "utf-8")],
)
def test_a_text_read_in_the_wrong_encoding_is_seen(ord_, skrevet, laest):
    assert broken(ord_.encode(skrevet).decode(laest, errors="replace"))


@pytest.mark.parametrize("ord_", ["R›dby", "Sj‘lland", "R¿dby", "Sj¾lland", "g†rd", "Bl†v›r", "R\ufffddby"])
def test_dos_and_mac_letters_inside_a_word_are_seen(ord_):
    assert broken(f"Lægerne i {ord_}")


@pytest.mark.parametrize(
    "tekst",
    [
        "Lægernes hus i Ærøskøbing",
        "»›Hus‹« og ‘hus’",
        "Læge’s",
        "São Paulo",
        "Café Ünal",
        "5 † døde",
        "Note† om 2 €",
        "A/B & C™ 1°",
        "½ stilling",
        "Hvad? Nu",
        "https://rs.dk/?id=1&a=b",
        "¿Que?",
    ],
)
def test_an_ordinary_text_is_not_taken_for_a_broken_one(tekst):
    assert not broken(tekst) and not perhaps_broken(tekst)


@pytest.mark.parametrize("kolonne", ["Sted", "Kilde", "Bemærkning"])
def test_broken_letters_are_refused_with_the_row(egne_kilder, kolonne):
    ark = sheet(UDBUD, UDBUD | {"Udbuds-id": "nak-2"} | {kolonne: "RÃ¸dby"}) if kolonne in UDBUD else None
    ark = ark or sheet(UDBUD | {kolonne: ""}, UDBUD | {"Udbuds-id": "nak-2", kolonne: "RÃ¸dby"})
    assert some(errors(proposal(egne_kilder, ark)), f"række 3, kolonne {kolonne}: »RÃ¸dby« har ødelagte tegn")


def test_a_question_mark_in_a_word_is_a_warning(egne_kilder):
    advarsler = warnings(proposal(egne_kilder, sheet(UDBUD | {"Sted": "R?dby"})))
    assert some(advarsler, "række 2, kolonne Sted: »R?dby« har et spørgsmålstegn")


def test_a_broken_heading_is_refused(egne_kilder):
    ark = sheet({navn.replace("ø", "Ã¸"): celle for navn, celle in UDBUD.items()})
    assert some(errors(proposal(egne_kilder, ark)), "Overskriften »Antal ansÃ¸gere« har ødelagte tegn")
