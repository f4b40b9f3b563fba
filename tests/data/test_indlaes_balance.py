"""Doctors, plans, settlement, targets and designations: read as people write them, about areas and never about one
clinic or one doctor, and refused in Danish with what would be right."""

from datetime import date

import pytest

from data.indlaes import Fil, propose
from data.indlaes.grundlag import base
from data.indlaes.kun_omraader import KUN_OMRAADER
from data.indlaes.registre import register_of
from data.indlaes.skabelon import dataset_tables
from data.registre import REGISTRE
from export.filer.hele_tabeller import table_csv, table_xlsx
from queries.kvalitet import table_frame
from queries.standard import newest
from tests.data.indlaes_ark import column, errors, proposal, sheet, some
from tests.data.test_indlaes_skabelon import same

STAND = {
    "Områdetype": "sundhedsraad",
    "Område": "Fyn",
    "Opgjort dato": "31.12.2025",
    "Ansættelse": "ejer",
    "Aldersgruppe": "60-64",
    "Læger": "41",
    "Kilde": "Udtræk af medlemsregisteret",
}
BEVAEGELSE = {
    "Områdetype": "region",
    "Område": "Sjælland",
    "År": "2025",
    "Hvad skete der": "pension",
    "Antal": "12",
    "Kilde": "Udtræk af medlemsregisteret",
}
PLAN = {
    "Plan-id": "sj-2027",
    "Sundhedsråd": "Midt- og Vestsjælland",
    "Udbydes i": "2027",
    "Enhed": "kapacitet",
    "Antal": "3",
    "Stadium": "besluttet",
    "Besluttet dato": "maj 2026",
    "Kilde": "Referat",
}
BOSAT = {
    "Uddannet i": "Videreuddannelsesregion Øst",
    "Arbejder nu i (type)": "sundhedsraad",
    "Arbejder nu i": "Fyn",
    "Færdig fra år": "2015",
    "Færdig til år": "2020",
    "Opgjort efter år": "5",
    "Antal": "12",
    "Kilde": "Opgørelse",
}
FAERDIGE = {
    "Videreuddannelsesregion": "Øst",
    "År": "2020",
    "Påbegyndt": "150",
    "Færdige": "10",
    "Afbrudt": "6",
    "Måneder ud over 54 (gns.)": "5,5",
    "Kilde": "Opgørelse",
}
SAET = {
    "Målsæt-id": "model",
    "Navn": "National model",
    "Art": "national_fordelingsmodel",
    "Udkast": "nej",
    "Bindende": "ja",
    "Gælder fra": "1.2.2026",
    "Kilde": "Bekendtgørelse",
}
UDKAST = SAET | {"Målsæt-id": "udkast", "Navn": "Udkastet", "Udkast": "ja", "Gælder fra": "1.8.2025"}
MAAL = {
    "Målsæt-id": "model",
    "Områdetype": "kommune",
    "Område": "Lolland",
    "Gælder fra": "1.2.2026",
    "Gælder til": "",
    "Mål": "patienter_pr_kapacitet",
    "Værdi": "1.450",
    "Antal klinikker": "",
    "Skal vises": "ja",
    "Kilde": "Bekendtgørelse",
}
TRUET = {
    "Liste": "regional",
    "Områdetype": "kommune",
    "Område": "Lolland",
    "Hele eller dele": "dele",
    "Gælder fra": "1.1.2026",
    "Udpeget af": "Region Sjælland",
    "Kilde": "Listen",
}
ARK = {
    "Læger": STAND,
    "Til- og afgang": BEVAEGELSE,
    "Udbudsplaner": PLAN,
    "Bosætning": BOSAT,
    "Færdiguddannede": FAERDIGE,
    "Måltal": MAAL,
    "Truede områder": TRUET,
}


def test_each_is_read_as_people_write_it(egne_kilder):
    alle = [sheet(raekke, navn=navn) for navn, raekke in ARK.items()]
    forslag = proposal(egne_kilder, *alle, sheet(SAET, navn="Målsæt"), efterse=True)
    assert not forslag.fejl, errors(forslag)
    for tabel, kolonne, ventet in (
        ("laegestand", "omraade", "Sundhedsråd Fyn"),
        ("laegestand", "dato", "2025-12-31"),
        ("laegebevaegelse", "omraade", "Region Sjælland"),
        ("laegebevaegelse", "aldersgruppe", "alle"),
        ("udbudsplan", "sundhedsraad", "Sundhedsråd Midt- og Vestsjælland"),
        ("udbudsplan", "beslutning_praecision", "maaned"),
        ("udbudsplan", "art", "nyt"),
        ("bosaetning", "videreuddannelsesregion", "Øst"),
        ("bosaetning", "ansaettelse", "alle"),
        ("hu_faerdige", "orlov_maaneder_gns", "5.5"),
        ("maaltal", "vaerdi", "1450"),
        ("maaltal", "kommunekode", "360"),
        ("truet_udpegning", "kommunekode", "360"),
    ):
        assert column(forslag, tabel, kolonne) == [ventet], (tabel, kolonne)


@pytest.mark.parametrize(("endelse", "skriv"), [("csv", table_csv), ("xlsx", table_xlsx)])
def test_whole_tables_that_were_taken_home_come_back(egne_kilder, endelse, skriv):
    tabeller = [tabel for kode in sorted(KUN_OMRAADER) for tabel in REGISTRE[kode].tabeller]
    filer = [Fil(f"{en}.{endelse}", skriv(table_frame(en, "eksempel", newest()))) for en in tabeller]
    forslag = propose(filer, kilder=egne_kilder, i_dag=date(2026, 11, 22))
    assert not forslag.fejl, errors(forslag)
    for tabel in tabeller:
        for kolonne, celler in dataset_tables("eksempel")[tabel].items():
            assert [*map(same, column(forslag, tabel, kolonne))] == [*map(same, celler)], (tabel, kolonne)


def test_who_is_in_no_area_needs_no_name(egne_kilder):
    ude = BOSAT | {"Arbejder nu i (type)": "udland", "Arbejder nu i": ""}
    andet = BOSAT | {"Arbejder nu i (type)": "ikke_almen_praksis", "Arbejder nu i": ""}
    forslag = proposal(egne_kilder, sheet(ude, andet), efterse=True)
    assert not forslag.fejl, errors(forslag)
    assert column(forslag, "bosaetning", "omraade") == ["Udlandet", "Ikke almen praksis"]


@pytest.mark.parametrize("navn", ARK)
@pytest.mark.parametrize(
    ("overskrift", "vaerdi", "hvem"),
    [
        ("Ydernummer", "012345", "klinik"),
        ("Klinikkens navn", "Lægerne i Nakskov", "klinik"),
        ("Praksis", "Solo", "klinik"),
        ("Lægehus", "Lægerne på torvet", "klinik"),
        ("Ydernr. (SOR)", "12345", "klinik"),
        ("Navn på klinik", "Solo", "klinik"),
        ("Lægens navn", "Ane And", "læge"),
        ("CPR-nr.", "0101600000", "læge"),
    ],
)
def test_a_column_that_names_a_clinic_or_a_doctor_is_refused(egne_kilder, navn, overskrift, vaerdi, hvem):
    forslag = proposal(egne_kilder, sheet(ARK[navn] | {overskrift: vaerdi}, navn=navn))
    assert some(errors(forslag), f"»{overskrift}«", f"Tal for en enkelt {hvem} kan ikke læses ind."), errors(forslag)


def test_what_counts_clinics_or_is_told_of_an_area_is_no_clinic(egne_kilder):
    ord_ = ("Kommunenavn", "Kliniktype", "Praksisform", "Regionsklinik", "Antal ydernumre", "Lægedækning", "Egne noter")
    forslag = proposal(egne_kilder, sheet(MAAL | dict.fromkeys(ord_, "Lolland"), navn="Måltal"))
    assert not some(errors(forslag), "Tal for en enkelt"), errors(forslag)
    assert {register_of(en).kode for en in ("laegestand", "maaltal", "truet_udpegning")} <= KUN_OMRAADER


@pytest.mark.parametrize(
    ("navn", "celler", "ord_"),
    [
        ("Læger", {"Områdetype": "klinik"}, "findes ikke"),
        ("Læger", {"Område": "Vestfyn"}, "findes ikke som et sundhedsråd"),
        ("Læger", {"Aldersgruppe": "60+"}, "findes ikke"),
        ("Læger", {"Områdetype": "kommune", "Område": "Ærø", "Læger": "3"}, "vises 1 til 4 læger"),
        ("Læger", {"Læger": ""}, "tom, netop når det er skjult"),
        ("Læger", {"Opgjort dato": "31.12.2026"}, "Datoen ligger i fremtiden."),
        ("Til- og afgang", {"År": "2027"}, "Året er ikke begyndt"),
        ("Til- og afgang", {"Hvad skete der": "døde"}, "findes ikke"),
        ("Udbudsplaner", {"Sundhedsråd": ""}, "Skriv den region, det sundhedsråd eller den kommune"),
        ("Udbudsplaner", {"Kommune": "Odense"}, "Odense ligger ikke i Sundhedsråd Midt- og Vestsjælland"),
        ("Udbudsplaner", {"Region": "Nordjylland"}, "ligger ikke i Region Nordjylland"),
        ("Udbudsplaner", {"Stadium": "ønsket"}, "findes ikke"),
        ("Bosætning", {"Uddannet i": "Vest"}, "findes ikke som en videreuddannelsesregion"),
        ("Bosætning", {"Færdig til år": "2014"}, "ikke før det første"),
        ("Færdiguddannede", {"År": "2027"}, "Året er ikke begyndt"),
        ("Færdiguddannede", {"Måneder ud over 54 (gns.)": "500"}, "0 til 120"),
        ("Truede områder", {"Område": "Nakskov"}, "Lolland"),
        ("Truede områder", {"Områdetype": "planomraade", "Område": "Lægehuset i Maribo"}, "enkelt klinik"),
        ("Truede områder", {"Områdetype": "postnummer", "Område": "49"}, "fire cifre"),
    ],
)
def test_what_is_wrong_is_said_in_danish(egne_kilder, navn, celler, ord_):
    forslag = proposal(egne_kilder, sheet(ARK[navn] | celler, navn=navn), efterse=True)
    assert some(errors(forslag), ord_), errors(forslag)


def stand(**celler) -> dict:
    return STAND | {"Skjult": "nej"} | celler


def test_ages_sum_to_the_whole_and_one_hidden_age_cannot_be_subtracted(egne_kilder):
    aldre = ("u40", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70+")
    raekker = [stand(Aldersgruppe=alder, Læger="5") for alder in aldre]
    for i_alt, skjulte, ord_ in (
        ("40", (), ""),
        ("41", (), "er tilsammen 40, men tallet for alle er 41"),
        ("30", (), "er tilsammen 40, men tallet for alle er 30"),
        ("38", ("70+",), "Kun én aldersgruppe er skjult"),
        ("33", ("65-69", "70+"), ""),
    ):
        skrevet = [en | ({"Læger": "", "Skjult": "ja"} if en["Aldersgruppe"] in skjulte else {}) for en in raekker] + [
            stand(Aldersgruppe="alle", Læger=i_alt)
        ]
        forslag = proposal(egne_kilder, sheet(*skrevet, navn="Læger"), efterse=True)
        assert some(errors(forslag), ord_) if ord_ else not forslag.fejl, (i_alt, errors(forslag))


def test_parts_are_no_more_than_the_whole_and_no_more_settle_than_finish(egne_kilder):
    region = stand(Områdetype="region", Område="Syddanmark", Læger="40")
    forslag = proposal(egne_kilder, sheet(stand(), region, navn="Læger"), efterse=True)
    assert some(errors(forslag), "Delene (sundhedsraad) er tilsammen 41, mere end tallet for Region Syddanmark.")
    bosat = BOSAT | {"Færdig fra år": "2020"}
    ude = bosat | {"Arbejder nu i (type)": "udland", "Arbejder nu i": "Udlandet", "Antal": "1"}
    ark = [sheet(FAERDIGE, navn="Færdiguddannede"), sheet(bosat, ude, navn="Bosætning")]
    forslag = proposal(egne_kilder, *ark, efterse=True)
    assert some(errors(forslag), "Fra Øst er der talt 13 læger, men kun 10 blev færdige i 2020-2020."), errors(forslag)


def targets(egne_kilder, *raekker: dict):
    saet = sheet(SAET, UDKAST, navn="Målsæt")
    return proposal(egne_kilder, saet, sheet(*raekker, navn="Måltal"), efterse=True)


@pytest.mark.parametrize(
    ("celler", "ord_"),
    [
        ({"Mål": "minimumspatienttal_gns"}, "mindst 3; ellers kan den enkelte klinik regnes ud"),
        ({"Mål": "minimumspatienttal_gns", "Antal klinikker": "2"}, "mindst 3"),
        ({"Antal klinikker": "1"}, "mindst 3"),
        ({"Målsæt-id": "ukendt"}, "skal stå blandt målsættene"),
        ({"Områdetype": "bydel", "Område": "Lægehuset Nørrebro", "Kommune": "København"}, "enkelt klinik"),
        ({"Gælder til": "1.1.2026"}, "ikke før den dag"),
    ],
)
def test_a_target_of_too_few_clinics_or_of_one_is_refused(egne_kilder, celler, ord_):
    forslag = targets(egne_kilder, MAAL | {"Kommune": "Lolland"} | celler)
    assert some(errors(forslag), ord_), errors(forslag)


def test_a_draft_is_not_shown_beside_the_final_target_and_one_is_shown_on_a_day(egne_kilder):
    udkast = MAAL | {"Målsæt-id": "udkast", "Gælder fra": "1.8.2025"}
    slut = {"Gælder til": "31.1.2026"}
    assert some(errors(targets(egne_kilder, MAAL, udkast)), "Udkastet »Udkastet« skal ikke vises for Lolland")
    assert some(errors(targets(egne_kilder, MAAL | {"Skal vises": "nej"}, udkast)), "skal ikke vises for Lolland")
    assert not targets(egne_kilder, MAAL, udkast | {"Skal vises": "nej"}).fejl
    assert not targets(egne_kilder, MAAL, udkast | slut).fejl, "the draft held until the day before"
    to = MAAL | {"Gælder fra": "1.3.2026"}
    assert some(errors(targets(egne_kilder, MAAL, to)), "Højst én række pr. område, mål og dag må vises")


def test_an_index_of_need_is_one_for_the_country(egne_kilder):
    raad = [en.navn for en in base(egne_kilder).skema.omraader if en.niveau == "sundhedsraad"]
    for vaerdi, galt in (("1", False), ("1,01", False), ("1,05", True), ("0,9", True)):
        raekker = [
            MAAL | {"Områdetype": "sundhedsraad", "Område": navn, "Mål": "behovsindeks", "Værdi": vaerdi}
            for navn in raad
        ]
        fundet = errors(targets(egne_kilder, *raekker))
        assert some(fundet, "Behovsindekset skal være 1 for landet") == galt, (vaerdi, fundet)
        assert not errors(targets(egne_kilder, *raekker[:3])), "of a few areas nothing is known of the country"


def test_an_area_is_once_on_a_list(egne_kilder):
    igen = TRUET | {"Gælder fra": "1.6.2026"}
    forslag = proposal(egne_kilder, sheet(TRUET, igen, navn="Truede områder"), efterse=True)
    assert some(errors(forslag), "Lolland står allerede på listen i samme tid."), errors(forslag)
    assert not proposal(egne_kilder, sheet(TRUET, igen | {"Liste": "landsdaekkende"}, navn="Truede"), efterse=True).fejl
