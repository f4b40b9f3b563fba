"""Every cell of a table of statistics ends as read, refused, or left out for a reason; none is lost in silence."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.indlaes.egne_noegletal import Katalog
from data.indlaes.genkend import Genkender
from data.indlaes.kvittering import count_values, settle
from data.indlaes.talark import Talark
from data.regneark.ark import Ark
from tests.data.test_krydstabel import HOVED, KILDE, LOLLAND, MORSOE, NAVNE, SKEMA, SUM, errors, figures

# an indicator of the secretariat, in kroner
BELOEB = "egne_udgifter"
EGET = {"noegletal": [BELOEB], "navn": ["Udgifter"], "enhed": ["kr."], "sammenlaegning": ["sum"]}


def read(raekker: list[list], noegletal: str = SUM, **om):
    """What is read of a sheet, and its receipt. `om`: what else is known of the sheet."""
    ark = Ark("Ark1", [[None if en is None else str(en) for en in raekke] for raekke in raekker], **om)
    talark = Talark(SKEMA, Katalog(SKEMA, EGET, "2026-11-22"), noegletal, "")
    tabel = talark.recognise(ark, Genkender(SKEMA).recognise(ark), None)
    svar = talark.read(tabel, "t.xlsx")
    return svar, settle([count_values("t.xlsx", tabel, svar.afviste, svar.ikke_laest)], (), ())[0]


TABEL = [HOVED, LOLLAND, MORSOE, KILDE]
VENDT = [["År", "Lolland", "Morsø"], [2024, 3, 5], [2025, 4, 6], KILDE]
LANG = [["Område", "Periode", "Værdi"], ["Lolland", 2024, 3], ["Morsø", 2024, 5], KILDE]


@pytest.mark.parametrize(
    ("raekker", "om", "besked"),
    [
        *((en, {"uden_vaerdi": ((2, 2),)}, "2: Cellen B2 har en formel uden gemt værdi") for en in (TABEL, VENDT)),
        (LANG, {"uden_vaerdi": ((2, 3),)}, "2: Cellen C2 har en formel uden gemt værdi"),
        (TABEL, {"uden_vaerdi": ((2, 1),)}, "2: Cellen A2 har en formel"),
        (
            [["Kommune", 2024, None], LOLLAND, MORSOE, KILDE],
            {"uden_vaerdi": ((1, 3),)},
            "1: Kolonne C: Overskriften har en formel",
        ),
        ([["Kommune", 2024, "#REF!"], LOLLAND, MORSOE, KILDE], {}, "1: Kolonne C: Overskriften »#REF!« er en fejl"),
        *((en, {"flettede": ((2, 2, 3, 2),)}, "2: Cellerne B2:B3 er flettede") for en in (TABEL, VENDT)),
        (LANG, {"flettede": ((2, 3, 3, 3),)}, "2: Cellerne C2:C3 er flettede"),
        (
            [HOVED, LOLLAND, ["Morsø", "#####", 6], KILDE],
            {},
            "3: Cellen B3: »#####« er ikke værdien: kolonnen var for smal",
        ),
        ([HOVED, LOLLAND, ["Morsø", "5 kr.", 6], KILDE], {}, "3: Cellen B3: »5 kr.« er et beløb"),
        ([HOVED, LOLLAND, ["Morsø", "5 mio.", 6], KILDE], {}, "3: Cellen B3: »5 mio.« er skrevet i tusinder"),
        *(
            ([[titel], *TABEL], {}, "1: Tabellens enhed passer ikke")
            for titel in ("Enhed: pct.", "Enhed: 1.000 kr.", "Praksis (1.000)", "Andel i pct.")
        ),
        (
            [["Område", "Periode", "Enhed", "Værdi"], ["Lolland", 2024, "pct.", 3], KILDE],
            {},
            "2: Cellen D2: »3« er i procent",
        ),
        ([HOVED, LOLLAND, ["RÃ¸dovre", 5, 6], KILDE], {}, "3: Området »RÃ¸dovre« findes ikke. Mente du Rødovre"),
        ([HOVED, LOLLAND, MORSOE, ["Kilde: SÃ¸jler"]], {}, "4: Kilden »SÃ¸jler« har ødelagte tegn"),
        (
            [["Kommune", 2025, 2030], LOLLAND, MORSOE, KILDE],
            {},
            "2: Cellen C2: Perioden 2030 er ikke begyndt, og en fremskrivning",
        ),
        ([["Kommune", 2025, "2027K1"], LOLLAND, MORSOE, KILDE], {}, "Perioden 1. kvartal 2027 er ikke begyndt"),
    ],
)
def test_what_cannot_be_counted_on_is_refused_with_its_place(raekker, om, besked):
    assert besked in errors(read(raekker, **om)[0])


@pytest.mark.parametrize("om", [{"flettede": ((1, 1, 1, 3),)}, {"uden_vaerdi": ((5, 1), (2, 7))}])
def test_what_is_no_figure_may_be_merged_or_unknown(om):
    svar, _ = read([["Praksis"], HOVED, LOLLAND, MORSOE, KILDE], **om)
    assert svar.fejl == [] and len(figures(svar)) == 4


@pytest.mark.parametrize(
    ("foer", "nu"),
    [("Brønderslev-Dronninglund", "Brønderslev (810)"), ("Skanderborg-Galten", "Skanderborg (746)")]
    + [("Aalestrup", "Vesthimmerlands (820)"), ("Nørre Snede", "Ikast-Brande (756)")],
)
def test_a_kommune_of_before_is_told_with_its_name_of_today(foer, nu):
    assert f"Mente du {nu}?" in errors(read([HOVED, LOLLAND, [foer, 5, 6], KILDE])[0])


@pytest.mark.parametrize("skrevet", ["Fåborg-Midtfyn", "Faaborg-Midtfyn", "Faaborg Midtfyn"])
def test_an_older_spelling_is_the_same_kommune(skrevet):
    assert figures(read([HOVED, LOLLAND, [skrevet, 5, 6], KILDE])[0])["Faaborg-Midtfyn", "2025"] == "6"


def test_a_period_to_come_is_told_once_and_the_rest_is_not_in_doubt():
    svar, kvittering = read([["Kommune", 2025, 2030], LOLLAND, MORSOE, KILDE])
    assert len(svar.fejl) == 1 and {dato for _, dato in figures(svar)} == {"2025"} and kvittering.afvist == 2


def test_thousands_of_kroner_are_kroner_when_the_table_says_so():
    svar, _ = read([["Enhed: 1.000 kr."], HOVED, ["Lolland", "1,5", 4], MORSOE, KILDE], BELOEB)
    assert svar.fejl == [] and figures(svar)["Lolland", "2024"] == "1500"


def test_rows_that_are_hidden_are_read_and_told():
    svar, _ = read(TABEL, skjulte_raekker=(3, 4))
    assert any("1 række, der er skjult" in en and "række 3" in en for en in svar.bemaerkninger)


def test_the_receipt_says_where_every_cell_went():
    raekker = [
        ["Praksis efter område"],
        [*HOVED, "Ændring"],
        ["Region Sjælland", 90, 91, None],
        [*LOLLAND, "33 %"],
        ["Morsø", "..", "#N/A", None],
        ["411 Christiansø", 0, 1, None],
        ["Uoplyst kommune", 2, "-", None],
        KILDE,
    ]
    _, kvittering = read(raekker)
    assert (kvittering.celler, kvittering.laest, kvittering.afvist) == (22, 10, 1)
    assert dict(kvittering.ikke_laest) == {
        "titler og noter": 2,
        "andre kolonner og rækker": 2,
        "totaler": 2,
        "celler uden værdi": 2,
        "tal for Christiansø": 2,
        "tal uden kendt område": 1,
    }


CELLER = {
    "7": "læst",
    "0": "læst",
    "..": "celler uden værdi",
    "-": "celler uden værdi",
    "#N/A": "afvist",
    "ca. 3": "afvist",
}


@settings(max_examples=60)
@given(st.data())
def test_the_receipt_adds_up_to_the_filled_cells(data):
    """Whatever stands in the cells and around them, in all three shapes."""
    navne = data.draw(st.lists(st.sampled_from(NAVNE), min_size=2, max_size=6, unique=True))
    aar = data.draw(st.lists(st.sampled_from(["2022", "2023", "2024"]), min_size=1, max_size=3, unique=True))
    tal = [[data.draw(st.sampled_from([*CELLER])) for _ in aar] for _ in navne]
    net = [["Kommune", *aar], *([navn, *raekke] for navn, raekke in zip(navne, tal))]
    form = data.draw(st.sampled_from(["enkel", "vendt", "lang"]))
    rammer = 1 + len(aar) + len(navne)
    if form == "vendt":
        net = [[*kolonne] for kolonne in zip(*net)]
    if form == "lang":
        net = [["Kommune", "År", "Antal"]]
        net += [[navn, en, celle] for navn, raekke in zip(navne, tal) for en, celle in zip(aar, raekke)]
        rammer = 3 + 2 * len(aar) * len(navne)
    titler = data.draw(st.lists(st.sampled_from([["En titel"], [], [None, "Enhed: praksis"]]), max_size=3))
    _, kvittering = read([*titler, *net, [], KILDE])
    facit = Counter(CELLER[celle] for raekke in tal for celle in raekke)
    omkring = sum(map(bool, titler)) + 1
    assert kvittering.laest == facit["læst"] + rammer and kvittering.afvist == facit["afvist"]
    assert dict(kvittering.ikke_laest) == {
        navn: antal
        for navn, antal in {"celler uden værdi": facit["celler uden værdi"], "titler og noter": omkring}.items()
        if antal
    }
    assert kvittering.celler == kvittering.laest + kvittering.afvist + sum(en for _, en in kvittering.ikke_laest)
