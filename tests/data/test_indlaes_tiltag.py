"""Recruitment measures, and what a clinic can tell of promises and contracts: read as people write them, and
refused in Danish with what would be right."""

import pytest

from tests.data.indlaes_ark import column, errors, proposal, sheet, some
from tests.data.indlaes_filer import KLINIK, UDBUD

TILTAG = {
    "Tiltags-id": "sj-1",
    "Tiltag": "Tillæg til uddannelseslæger på Lolland-Falster",
    "Art": "Rekrutteringstillæg",
    "Områdetype": "region",
    "Område": "Sjælland",
    "Fra dato": "1.2.2025",
    "Til dato": "december 2027",
    "Beløb (kr.)": "8.000 kr.",
    "Beløbet gælder": "pr. læge pr. måned",
    "Kilde": "Referat af møde i regionsrådet",
}
UDBUDSKLINIK = KLINIK | {"Kliniktype": "udbudsklinik", "Fra dato": "maj 2024"}


def test_a_measure_is_read_as_people_write_it(egne_kilder):
    kommune = TILTAG | {"Tiltags-id": "sj-2", "Områdetype": "kommune", "Område": "Lolland"}
    forslag = proposal(egne_kilder, sheet(TILTAG, kommune), efterse=True)
    assert not forslag.fejl, errors(forslag)
    for navn, ventet in (
        ("omraade", ["Region Sjælland", "Lolland"]),
        ("kommunekode", [None, "360"]),
        ("art", ["rekrutteringstillæg"] * 2),
        ("fra_dato", ["2025-02-01"] * 2),
        ("til_dato", ["2027-12"] * 2),
        ("til_praecision", ["maaned"] * 2),
        ("beloeb_kr", ["8000"] * 2),
    ):
        assert column(forslag, "tiltag", navn) == ventet, navn


@pytest.mark.parametrize(
    ("celler", "ord_"),
    [
        ({"Til dato": "2024"}, "Tiltaget slutter, før det begynder."),
        ({"Beløbet gælder": ""}, "Skriv, om beløbet er i alt, pr. år, pr. læge"),
        ({"Beløb (kr.)": ""}, "Der er intet beløb"),
        ({"Art": "Bonus"}, "findes ikke"),
        ({"Område": "Vestfyn"}, "findes ikke som en region"),
        ({"Fra dato": ""}, "skal være udfyldt"),
        ({"Beløb (kr.)": "8 mio. patienter"}, "8 mio. patienter"),
    ],
)
def test_what_is_wrong_with_a_measure_is_said_in_danish(egne_kilder, celler, ord_):
    forslag = proposal(egne_kilder, sheet(TILTAG | celler), efterse=True)
    assert some(errors(forslag), ord_), errors(forslag)


def test_a_promise_is_one_of_an_office_and_has_happened(egne_kilder):
    lovet = {"Konvertering lovet af": "Regionsrådet", "Konvertering lovet dato": "10.3.2026"}
    kontrakt = {"Kontraktudløb": "30.4.2028", "Seneste kontakt": "1.9.2026"}
    forslag = proposal(egne_kilder, sheet(UDBUDSKLINIK | lovet | kontrakt), efterse=True)
    assert not forslag.fejl, errors(forslag)
    assert column(forslag, "klinik", "konvertering_lovet_af") == ["regionsrådet"]
    assert column(forslag, "klinik", "kontraktudloeb_dato") == ["2028-04-30"]
    for celler, ord_ in (
        ({"Konvertering lovet af": "Jens Hansen"}, "Jens Hansen"),
        ({"Konvertering lovet af": "", "Konvertering lovet dato": "10.3.2026"}, "Skriv, hvem der har lovet det"),
        ({"Konvertering lovet dato": "10.3.2027"}, "Datoen ligger i fremtiden."),
        ({"Seneste kontakt": "1.9.2027"}, "Datoen ligger i fremtiden."),
        ({"Kontraktudløb": "2020"}, "Kontrakten udløber, før klinikken begyndte."),
        ({"Kliniktype": "regionsklinik"}, "Kun udbuds- og licensklinikker drives på en kontrakt"),
    ):
        forslag = proposal(egne_kilder, sheet(UDBUDSKLINIK | lovet | kontrakt | celler), efterse=True)
        assert some(errors(forslag), ord_), (celler, errors(forslag))


def test_a_number_that_the_region_bought_is_an_event_of_its_tender(egne_kilder):
    koebt = UDBUD | {"Status": "Opkøbt af regionen", "Antal ansøgere": "", "Antal tildelt": "", "Opslået dato": ""}
    forslag = proposal(egne_kilder, sheet(koebt), efterse=True)
    assert not forslag.fejl, errors(forslag)
    assert column(forslag, "udbud_haendelse", "status") == ["opkoebt"]
