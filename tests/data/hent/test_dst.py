"""The StatBank's tables in the product's files: right figures in their place, and anything odd refused with nothing
changed. The figures are recomputed here from what the imitation answers, not from what was written."""

import csv
from decimal import Decimal

import pytest

from data.build import build
from data.hent.dst import KAPACITETER, PR_KAPACITET
from tests.data.hent.statbank import AELDRE, people
from tests.data.hent.tjeneste import Svar

FILER = ("geografi/folketal", "geografi/fremskrivning", "geografi/laegekontakt", "offentlig/noegletal")
ALT = [f"{mappe}/{navn}" for mappe, navn in (en.split("/") for en in FILER)]


def rows(kilder, navn: str) -> list[dict[str, str]]:
    with open(kilder / f"{navn}.csv", encoding="utf-8", newline="") as fil:
        return [*csv.DictReader(fil)]


def contents(kilder) -> dict[str, bytes]:
    return {fil.relative_to(kilder).as_posix(): fil.read_bytes() for fil in kilder.rglob("*.csv")}


def source(kilder, kilde_id: str) -> dict[str, str]:
    return next(
        en for mappe in ("geografi", "offentlig") for en in rows(kilder, f"{mappe}/kilde") if en["kilde_id"] == kilde_id
    )


@pytest.mark.proevebygger
def test_all_tables_are_fetched_and_can_be_built(kommandoen, kilder, tmp_path):
    kode, sagt = kommandoen("--ja", "--fra", "2024")
    assert kode == 0, sagt
    folk = {(en["kommunekode"], en["dato"]): en for en in rows(kilder, "geografi/folketal")}
    assert len({dato for _, dato in folk}) == 11 and len(folk) == 11 * 98
    for kode_ in ("101", "851"):
        post = folk[kode_, "2026-01-01"]
        assert int(post["indbyggere"]) == people(kode_, "IALT") and post["kilde_id"] == "dst-folk1a"
        assert int(post["indbyggere_65_79"]) == sum(people(kode_, en) for en in AELDRE[:15])
        assert int(post["indbyggere_80plus"]) == sum(people(kode_, en) for en in AELDRE[15:])
    assert folk["101", "2023-01-01"]["kilde_id"] != "dst-folk1a", "a year that was not asked for stays"
    assert source(kilder, "dst-folk1a")["dato"] == "2026-08-10"
    frem = rows(kilder, "geografi/fremskrivning")
    assert {en["dato"][:4] for en in frem} == {"2030", "2035", "2040"} and len(frem) == 294
    assert {en["fremskrevet_fra"] for en in frem} == {"2026"}
    koebenhavn = next(en for en in frem if en["kommunekode"] == "101")
    over_80 = sum(people("101", en) for en in [*AELDRE[15:], "100-"])
    assert int(koebenhavn["indbyggere"]) == 2 * people("101", "TOT")
    assert int(koebenhavn["indbyggere_80plus"]) == 2 * over_80
    assert build(tmp_path / "x.duckdb", kilder).blev_bygget


def test_ratios_are_those_of_the_table_and_what_is_computed_says_so(kommandoen, kilder):
    assert kommandoen("--ja", "--fra", "2024")[0] == 0
    maalt = [en for en in rows(kilder, "offentlig/noegletal") if en["noegletal"] in (PR_KAPACITET, KAPACITETER)]
    assert len(maalt) == 2 * 2 * 98 and {en["dato"] for en in maalt} == {"2024", "2025"}
    af = {(en["noegletal"], en["kommunekode"], en["dato"]): en for en in maalt}
    pr_kapacitet = af[PR_KAPACITET, "101", "2025"]
    assert (pr_kapacitet["vaerdi"], pr_kapacitet["omraade"], pr_kapacitet["region"]) == (
        "1601.5",
        "København",
        "Region Hovedstaden",
    )
    beregnet = Decimal(people("101", "IALT")) / Decimal("1601.5")
    assert af[KAPACITETER, "101", "2025"]["vaerdi"] == f"{beregnet:.2f}"
    assert "beregnet" in source(kilder, af[KAPACITETER, "101", "2025"]["kilde_id"])["titel"]
    kontakt = next(
        en for en in rows(kilder, "geografi/laegekontakt") if (en["kommunekode"], en["aar"]) == ("101", "2025")
    )
    assert kontakt["andel_pct"] == f"{100 * Decimal(80 * 101) / people('101', 'IALT'):.2f}"
    assert kontakt["kontakter"] == str(7 * 80 * 101) and "eregnet" in source(kilder, kontakt["kilde_id"])["titel"]


def test_other_rows_keep_their_bytes_and_a_second_fetch_changes_nothing_but_the_day(kommandoen, kilder):
    foer = (kilder / "offentlig" / "noegletal.csv").read_text(encoding="utf-8").splitlines()
    assert kommandoen("--ja", "--fra", "2024")[0] == 0
    efter = (kilder / "offentlig" / "noegletal.csv").read_text(encoding="utf-8").splitlines()
    assert efter[: len(foer)] == foer and b"\r" not in (kilder / "offentlig" / "noegletal.csv").read_bytes()
    stand = contents(kilder)
    kode, sagt = kommandoen("--ja", "--fra", "2024")
    assert kode == 0 and "intet at skrive" in sagt and contents(kilder) == stand


def test_the_difference_is_shown_and_nothing_is_written_without_a_yes(kommandoen, kilder, monkeypatch):
    stand = contents(kilder)
    for svar in ("nej", "", "jaja"):
        monkeypatch.setattr("builtins.input", lambda _, svar=svar: svar)
        kode, sagt = kommandoen("--kun", "folk1a", "--fra", "2024")
        assert kode == 1 and contents(kilder) == stand
    assert "geografi/folketal.csv: 1078 rækker bliver til 1078; 0 nye, 294 ændrede, 0 udgår, 784 uændrede." in sagt
    assert "101 2024-01-01: indbyggere " in sagt and " -> " in sagt and "... og " in sagt
    monkeypatch.setattr("builtins.input", lambda _: "Ja ")
    assert kommandoen("--kun", "folk1a", "--fra", "2024")[0] == 0 and contents(kilder) != stand


def test_labels_instead_of_codes_are_turned_back(kommandoen, bank, kilder):
    bank.tekster = True
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "folk1a", "laby27")
    assert kode == 0, sagt
    folk = {(en["kommunekode"], en["dato"]): en["indbyggere"] for en in rows(kilder, "geografi/folketal")}
    assert folk["101", "2026-01-01"] == str(people("101", "IALT"))


def test_only_groups_of_kommuner_are_stored_as_what_they_are(kommandoen, bank, kilder):
    """The table may know groups alone; its codes decide."""
    grupper = {str(nr): f"Gruppe {nr}" for nr in range(1, 6)}
    bank.tabeller["LABY27"].variable[0] = ("KOMGRP", "kommunegruppe", grupper, False)
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "laby27")
    assert kode == 0 and "kun kommunegrupper" in sagt
    maalt = [en for en in rows(kilder, "offentlig/noegletal") if en["noegletal"] in (PR_KAPACITET, KAPACITETER)]
    assert len(maalt) == 10 and {en["omraade_type"] for en in maalt} == {"kommunegruppe"}


@pytest.mark.parametrize("skrevet", ["..", ".", "x", "-", "", "0"])
def test_what_is_missing_in_a_ratio_is_left_out_and_told(kommandoen, bank, kilder, skrevet):
    bank.raekke = lambda tabel, valg, tal: skrevet if valg.get("KOMGRP") == "741" and valg["Tid"] == "2025" else tal
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "laby27")
    assert kode == 0 and "LABY27 siger intet om Samsø 2025" in sagt
    samsoe = [en for en in rows(kilder, "offentlig/noegletal") if en["kommunekode"] == "741"]
    assert {en["dato"] for en in samsoe if en["noegletal"] in (PR_KAPACITET, KAPACITETER)} == {"2024"}


def test_a_year_with_a_gap_in_the_complete_register_is_left_out(kommandoen, bank, kilder):
    foer = [en for en in rows(kilder, "geografi/laegekontakt") if en["aar"] == "2025"]
    bank.raekke = lambda tabel, valg, tal: (
        "x" if tabel == "SYGP1" and valg["OMRÅDE"] == "741" and valg["Tid"] == "2025" else tal
    )
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "folk1a", "sygesikring")
    assert kode == 0 and "2025 er ikke hentet: kun 97 af 98" in sagt and "SYGP1 siger intet om Samsø 2025" in sagt
    nu = rows(kilder, "geografi/laegekontakt")
    assert [en for en in nu if en["aar"] == "2025"] == foer and sum(en["aar"] == "2024" for en in nu) == 98


# Each spoils the imitation; the sentence must hold the words, and every file must be as it was.
def without(tabel: str, omraade: str, kode: str):
    def spoil(bank):
        bank.raekke = lambda navn, valg, tal: None if navn == tabel and valg[omraade] == kode else tal

    return spoil


def cell(tabel: str, tekst: str, **hvor: str):
    def spoil(bank):
        def raekke(navn, valg, tal):
            return tekst if navn == tabel and all(valg.get(en) == kode for en, kode in hvor.items()) else tal

        bank.raekke = raekke

    return spoil


def answer(tabel: str, svar: Svar, hvad: str = "data"):
    def spoil(bank):
        bank.foerst = lambda sti, navn: svar if (sti, navn) == (hvad, tabel) else None

    return spoil


def body(tabel: str, goer):
    def spoil(bank):
        bank.krop = lambda krop, navn: goer(krop) if navn == tabel else krop

    return spoil


def table(navn: str, **felter):
    def spoil(bank):
        for felt, vaerdi in felter.items():
            setattr(bank.tabeller[navn], felt, vaerdi)

    return spoil


def values(navn: str, nr: int, aendring):
    """Change the codes and texts of a variable."""

    def spoil(bank):
        id_, tekst, vaerdier, tid = bank.tabeller[navn].variable[nr]
        bank.tabeller[navn].variable[nr] = (id_, tekst, aendring(vaerdier), tid)

    return spoil


def less(kode: str):
    return lambda vaerdier: {en: tekst for en, tekst in vaerdier.items() if en != kode}


def more(**nye: str):
    return lambda vaerdier: vaerdier | {kode.strip("_"): tekst for kode, tekst in nye.items()}


FORKERTE = {
    "97 kommuner in the table": ("folk1a", values("FOLK1A", 0, less("741")), "der mangler Samsø"),
    "97 kommuner in the answer": ("folk1a", without("FOLK1A", "OMRÅDE", "741"), "97 af 98 kommuner er med"),
    "97 kommuner of LABY27": ("laby27", values("LABY27", 0, less("741")), "97 af 98 kommuner er med"),
    "a gap in LABY27's answer": ("laby27", without("LABY27", "KOMGRP", "741"), "97 af 98 områder er med"),
    "97 kommuner of the projection": ("frkm", values("FRKM126", 0, less("741")), "97 af 98 kommuner er med"),
    "a kommune nobody knows": ("folk1a", values("FOLK1A", 0, more(_123_="Nykommune")), "ukendte kommuner er med (123)"),
    "no country": ("folk1a", values("FOLK1A", 0, less("000")), "ikke landets tal"),
    "one too many": ("folk1a", cell("FOLK1A", "10101", OMRÅDE="101", ALDER="IALT"), "kommunerne giver"),
    "one old person too many": ("folk1a", cell("FOLK1A", "99", OMRÅDE="101", ALDER="70"), "indbyggere_65_79"),
    "Christiansø's people gone": ("folk1a", without("FOLK1A", "OMRÅDE", "411"), "men der blev spurgt om"),
    "a projection too far off": ("frkm", cell("FRKM126", "20000", KOMMUNEDK="101", ALDER="TOT"), "kommunerne giver"),
    "missing is not zero": ("folk1a", cell("FOLK1A", "..", OMRÅDE="101", ALDER="70"), "mangler et tal"),
    "empty is not zero": ("frkm", cell("FRKM126", "", KOMMUNEDK="101", ALDER="80"), "det er ikke 0"),
    "half a person": ("folk1a", cell("FOLK1A", "7,5", OMRÅDE="101", ALDER="70"), "det er ikke et antal"),
    "thousands by a point": ("laby27", cell("LABY27", "1.601", KOMGRP="101"), "er ikke et tal"),
    "a negative": ("laby27", cell("LABY27", "-3", KOMGRP="101"), "er ikke et tal"),
    "English labels": (
        "folk1a",
        body("FOLK1A", lambda krop: krop.replace(b"\r\n101;", b"\r\nCopenhagen;")),
        "»Copenhagen« om område; det er hverken en kode eller et navn",
    ),
    "English headings": ("laby27", body("LABY27", lambda en: en.replace(b"KOMGRP", b"MUNGRP")), "kolonnen KOMGRP"),
    "twice the same": ("laby27", body("LABY27", lambda en: en + en.split(b"\r\n")[1]), "to tal for det samme"),
    "a line cut": ("laby27", body("LABY27", lambda krop: krop[:-9]), "er ikke helt"),
    "no rows": ("folk1a", body("FOLK1A", lambda krop: krop.split(b"\r\n")[0]), "er tomt"),
    "not UTF-8": ("laby27", body("LABY27", lambda krop: b"\xff\xfe" + krop), "kan ikke læses som en tabel"),
    "the service's own sentence": (
        "folk1a",
        answer("FOLK1A", Svar(b'{"errorTypeCode":"REQUEST-LIMIT","message":"Over 1.000.000 celler"}', 400)),
        "afviser forespørgslen: »Over 1.000.000 celler«",
    ),
    "a table that is gone": ("laby27", lambda bank: bank.tabeller.pop("LABY27"), "»Tabel findes ikke: LABY27«"),
    "a table that is stopped": ("laby27", table("LABY27", aktiv=False), "ikke længere i brug"),
    "a table without a day": ("laby27", table("LABY27", opdateret="i går"), "siger ikke, hvornår"),
    "a page instead": ("folk1a", answer("FOLK1A", Svar(b"<html>", type="text/html")), "webside"),
    "a page instead of the list": ("frkm", answer("", Svar(b"<html>", type="text/html"), "tables"), "webside"),
    "a list of another form": ("frkm", answer("", Svar(b'{"a": 1}'), "tables"), "dens form er ny"),
    "no active projection": ("frkm", table("FRKM126", aktiv=False), "Ingen aktiv tabel"),
    "no projection of the country": ("frkm", lambda bank: bank.tabeller.pop("FRDK126"), "FRDK126"),
    "another kind of service": ("sygesikring", values("SYGP1", 1, lambda _: {"130": "TANDLÆGE"}), "ikke længere"),
    "contacts far from the country's": ("sygesikring", cell("SYGK1", "9999999", OMRÅDE="101"), "kommunerne giver"),
    "ages in groups": ("folk1a", values("FOLK1A", 2, less("77")), "alder i hele år"),
    "no years": ("laby27", values("LABY27", 1, lambda _: {"2001": "2001"}), "ingen år fra 2024"),
}  # fmt: skip


@pytest.mark.parametrize("kun, spoil, ord_", FORKERTE.values(), ids=FORKERTE)
def test_what_is_odd_is_refused_and_changes_nothing(kommandoen, bank, kilder, kun, spoil, ord_):
    stand = contents(kilder)
    spoil(bank)
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", kun)
    assert kode == 2 and ord_ in sagt, sagt
    assert sagt.endswith("Intet er ændret.\n") and contents(kilder) == stand


def test_one_bad_table_keeps_the_good_ones_out_too(kommandoen, bank, kilder):
    stand = contents(kilder)
    without("SYGK1", "OMRÅDE", "741")(bank)
    kode, sagt = kommandoen("--ja", "--fra", "2024")
    assert kode == 2 and "FOLK1A, opdateret" in sagt and contents(kilder) == stand


@pytest.mark.proevebygger
def test_what_the_build_refuses_is_not_written(kommandoen, bank, kilder):
    """The rules of the schema are asked before a file is touched, not at the next start."""
    with open(kilder / "katalog" / "noegletal_katalog.csv", encoding="utf-8") as fil:
        linjer = [en for en in fil if not en.startswith(f"{KAPACITETER},")]
    (kilder / "katalog" / "noegletal_katalog.csv").write_text("".join(linjer), encoding="utf-8")
    stand = contents(kilder)
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "laby27")
    assert kode == 2 and "kan ikke indlæses" in sagt and "offentlig/noegletal.csv, række" in sagt
    assert contents(kilder) == stand


def test_every_variable_is_named_and_ratios_are_asked_for_as_they_are(kommandoen, bank):
    """What is left out is summed away by the service, and only the newest period comes. (The imitation refuses it.)"""
    assert kommandoen("--ja", "--fra", "2024")[0] == 0
    spurgt = {en["table"]: en for en in bank.spurgt}
    assert spurgt["FOLK1A"]["format"] == "BULK" and spurgt["LABY27"]["format"] == "CSV"
    valgt = {en["code"]: en["values"] for en in spurgt["FOLK1A"]["variables"]}
    assert valgt["Tid"] == ["2024K1", "2025K1", "2026K1"] and valgt["KØN"] == ["TOT"] and len(valgt["OMRÅDE"]) == 100
    assert "FRKM125" not in spurgt, "a table that is not active is not asked"


def test_a_variable_that_came_since_is_refused(kommandoen, bank, kilder):
    stand = contents(kilder)
    bank.tabeller["LABY27"].variable.insert(1, ("KØN", "køn", {"TOT": "I alt"}, False))
    kode, sagt = kommandoen("--ja", "--fra", "2024", "--kun", "laby27")
    assert kode == 2 and "ny inddeling" in sagt and contents(kilder) == stand
