"""Places as people write them: several in one cell, a code beside its name, the names of the dashboard itself."""

import pytest

from data.indlaes.grundlag import base
from data.indlaes.steder import Steder
from data.indlaes.vaerdier import Ulaeselig
from tests.data.indlaes_ark import column, errors, proposal, sheet, some
from tests.data.indlaes_filer import HU, PROJEKT, PULJE, UDBUD


@pytest.fixture(scope="module")
def steder(egne_kilder) -> Steder:
    return Steder(base(egne_kilder).skema)


FLERE = [
    "360, 376",
    "360 376",
    "360-376",
    "360 (376)",
    "360/376",
    "360;376",
    "360+376",
    "360 og 376",
    "0360 0376",
    "Lolland og Guldborgsund",
    "Lolland/Guldborgsund",
    "Lolland Guldborgsund",
    "Lolland\nGuldborgsund",
    "Lolland-Guldborgsund",
    "Lolland & Guldborgsund Kommuner",
    "Lolland (360), Guldborgsund (376)",
    "360 Lolland 376 Guldborgsund",
]


@pytest.mark.parametrize("tekst", FLERE)
def test_a_cell_for_one_kommune_refuses_several(steder, tekst):
    with pytest.raises(Ulaeselig, match=r"er flere kommuner: Lolland \(360\) og Guldborgsund \(376\)"):
        steder.kommune(tekst)


@pytest.mark.parametrize("tekst", FLERE)
def test_a_cell_for_several_kommuner_takes_all_of_them(steder, tekst):
    assert steder.kommuner(tekst) == "360;376"


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("360", "360"),
        ("360 Lolland", "360"),
        ("360, Lolland", "360"),
        ("360 - Lolland", "360"),
        ("Lolland (360)", "360"),
        ("360 Lolland Kommune", "360"),
        ("Ringkøbing-Skjern", "760"),
        ("Ringkøbing - Skjern Kommune", "760"),
        ("Faaborg-Midtfyn", "430"),
        ("Lyngby Taarbæk", "173"),
        ("Høje-Taastrup", "169"),
        ("Bornholms Regionskommune", "400"),
        ("Vesthimmerland", "820"),
        ("Aarhus", "751"),
        ("Århus", "751"),
    ],
)
def test_one_kommune_is_one_however_it_is_written(steder, tekst, kode):
    assert steder.kommune(tekst) == kode


def test_every_kommune_is_found_by_its_own_name_code_and_both(steder, egne_kilder):
    for kode, navn in base(egne_kilder).skema.kommunenavne.items():
        for tekst in (navn, kode, f"{kode} {navn}", f"{navn} Kommune", f"{navn} ({kode})"):
            assert steder.kommune(tekst) == steder.kommuner(tekst) == kode, tekst


def test_every_pair_of_kommuner_is_two_whatever_stands_between(steder, egne_kilder):
    koder = [*base(egne_kilder).skema.kommunenavne.items()]
    for nr, ((kode, navn), (anden, andet)) in enumerate(zip(koder, koder[1:])):
        mellem = (" ", ", ", "-", "/", " og ", " & ", "\n", "+")[nr % 8]
        assert steder.kommuner(f"{navn}{mellem}{andet}") == f"{kode};{anden}"
        with pytest.raises(Ulaeselig):
            steder.kommune(f"{navn}{mellem}{andet}")


@pytest.mark.parametrize("tekst", ["360 Guldborgsund", "Lolland Nakskov", "Lolland og Ukendtrup", "360 999", "()", "-"])
def test_a_list_with_one_that_is_not_known_or_does_not_agree_is_refused(steder, tekst):
    with pytest.raises(Ulaeselig):
        steder.kommuner(tekst)


@pytest.mark.parametrize(
    ("niveau", "tekst", "navn"),
    [
        ("region", "Region Sjælland (PLO-Sjælland)", "Region Sjælland"),
        ("region", "PLO-Sjælland", "Region Sjælland"),
        ("region", "Region Sjælland (til 31. december 2026)", "Region Sjælland"),
        ("region", "Region Østdanmark (fra 1. januar 2027)", "Region Østdanmark"),
        ("region", "1085 Region Sjælland", "Region Sjælland"),
        ("region", "Region Sjælland (1085)", "Region Sjælland"),
        ("region", "Regionen Sjælland", "Region Sjælland"),
        ("sundhedsraad", "Amager og Vestegnen", "Sundhedsråd Amager og Vestegnen"),
        ("sundhedsraad", "Sundhedsrådet Fyn", "Sundhedsråd Fyn"),
        ("videreuddannelsesregion", "Videreuddannelsesregion Nord", "Nord"),
    ],
)
def test_an_area_is_found_as_the_dashboard_itself_writes_it(steder, niveau, tekst, navn):
    assert steder.name(niveau, tekst) == navn


@pytest.mark.parametrize(
    ("niveau", "tekst"),
    [
        ("region", "Region Sjælland og Region Hovedstaden"),
        ("region", "Sjælland/Hovedstaden"),
        ("sundhedsraad", "Sundhedsråd Fyn og Sundhedsråd Midt"),
        ("sundhedsraad", "Fyn, Amager og Vestegnen"),
    ],
)
def test_two_areas_in_a_cell_are_refused(steder, niveau, tekst):
    with pytest.raises(Ulaeselig, match="er flere områder"):
        steder.name(niveau, tekst)


def test_all_names_of_the_areas_are_still_found_whole(steder, egne_kilder):
    for omraade in base(egne_kilder).skema.omraader:
        assert steder.name(omraade.niveau, omraade.navn) == omraade.navn


def test_several_places_are_told_with_their_row_and_column(egne_kilder):
    forslag = proposal(egne_kilder, sheet(UDBUD, UDBUD | {"Udbuds-id": "nak-2", "Kommune": "360-376"}))
    assert some(errors(forslag), "række 3, kolonne Kommune: »360-376« er flere kommuner")
    assert len(forslag.fejl) == 1


def test_two_regions_are_told_with_their_row_and_column(egne_kilder):
    ark = sheet(HU | {"Områdetype": "region", "Område": "Sjælland og Hovedstaden"})
    assert some(errors(proposal(egne_kilder, ark)), "række 2, kolonne Område", "er flere områder")


@pytest.mark.parametrize("tekst", ["326 330", "326-330", "Kalundborg Slagelse", "326,330", "Kalundborg + Slagelse"])
def test_projects_keep_all_their_kommuner(egne_kilder, tekst):
    ark = (sheet(PULJE, navn="Puljer"), sheet(PROJEKT | {"Kommuner": tekst}, navn="Puljeprojekter"))
    forslag = proposal(egne_kilder, *ark)
    assert not forslag.fejl and column(forslag, "puljeprojekt", "kommunekoder") == ["326;330"]


# --- what stands twice


def twice(**mere) -> dict:
    """The tender with a code and a name of its kommune."""
    return {"Kommunekode": "360", "Kommunenavn": "Lolland"} | {k: v for k, v in UDBUD.items() if k != "Kommune"} | mere


@pytest.mark.parametrize("par", [("360", "Lolland"), ("360", ""), ("", "Lolland"), ("0360", "Lolland Kommune")])
def test_a_code_and_a_name_that_agree_are_one(egne_kilder, par):
    forslag = proposal(egne_kilder, sheet(twice(**dict(zip(("Kommunekode", "Kommunenavn"), par)))))
    assert not forslag.fejl and column(forslag, "udbud", "kommunekode") == ["360"]


def test_a_code_and_a_name_that_do_not_agree_are_told_in_their_row(egne_kilder):
    ark = sheet(twice(), twice(Kommunekode="376") | {"Udbuds-id": "nak-2"})
    assert errors(proposal(egne_kilder, ark)) == [
        "fil.xlsx, ark Ark1, række 3, kolonne Kommune: »Guldborgsund« passer ikke med kolonnen »Kommunenavn«, "
        "hvor der står »Lolland«. Ret den ene af dem."
    ]


@pytest.mark.parametrize(
    ("overskrift", "ens", "uens"),
    [
        ("Opslag", "5. maj 2026", "6. maj 2026"),
        ("Antal enheder", "2", "3"),
        ("Udbud", "NAK-1", "nak-2"),
        ("Seneste status", "Ingen ansøgere", "besat"),
        ("Kilder", "Brev fra regionen", "Et andet brev"),
    ],
)
def test_any_column_may_stand_twice_when_both_say_the_same(egne_kilder, overskrift, ens, uens):
    assert not proposal(egne_kilder, sheet(UDBUD | {overskrift: ens})).fejl
    assert some(errors(proposal(egne_kilder, sheet(UDBUD | {overskrift: uens}))), "passer ikke med kolonnen")


def test_a_source_may_be_named_by_its_id_in_one_column_and_its_title_in_another(egne_kilder):
    kilde_id, titel = next((k, en[1]) for k, en in base(egne_kilder).skema.faelles_kilder.items())
    assert not proposal(egne_kilder, sheet(UDBUD | {"Kilde": kilde_id, "Kilder": titel})).fejl
