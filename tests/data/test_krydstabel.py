"""Any table in: areas by periods, either way round, and the long form; what it says is loaded, the rest is told."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.build import DATA
from data.indlaes import Fil, propose
from data.indlaes.egne_noegletal import Katalog
from data.indlaes.genkend import Genkender
from data.indlaes.grundlag import base
from data.indlaes.perioder import period
from data.indlaes.talark import Talark
from data.indlaes.vaerdier import Ulaeselig
from data.regneark.ark import Ark
from tests.data.indlaes_filer import NOEGLETAL, as_csv, as_xlsx, table
from tests.data.test_egne_noegletal import NYT

I_DAG = date(2026, 11, 22)
SKEMA = base(DATA).skema
KOMMUNER = list(SKEMA.kommunenavne.items())
NAVNE = [navn for _, navn in KOMMUNER]
KILDE = ["Kilde: Danmarks Statistik, tabel X"]
HOVED = ["Kommune", 2024, 2025]
LOLLAND, MORSOE = ["Lolland", 3, 4], ["Morsø", 5, 6]
SUM, VAEGTET = "praksis_antal", "patienter_pr_laege"


def read(egne_kilder, *ark, **valg):
    valg = {"noegletal": SUM} | valg
    filer = [Fil(f"t{nr}.xlsx", en if isinstance(en, bytes) else as_xlsx({"Ark1": en})) for nr, en in enumerate(ark)]
    return propose(filer, kilder=egne_kilder, i_dag=I_DAG, **valg)


def sheet(raekker: list[list], noegletal: str = SUM, kilde: str = ""):
    """What is read of a sheet, without a file and without the rules of the database: quick."""
    tekster = [[None if en is None else str(en) for en in raekke] for raekke in raekker]
    talark = Talark(SKEMA, Katalog(SKEMA, {}, "2026-11-22"), noegletal, kilde)
    ark = Ark("Ark1", tekster)
    tabel = talark.recognise(ark, Genkender(SKEMA).recognise(ark), None)
    return tabel and talark.read(tabel, "t.xlsx")


def figures(svar) -> dict[tuple[str, str], str]:
    celler = svar.laest.tabel.celler if svar.laest else {"omraade": [], "dato": [], "vaerdi": []}
    return dict(zip(zip(celler["omraade"], celler["dato"]), celler["vaerdi"]))


def errors(svar) -> str:
    return "\n".join(f"{raekke}: {besked}" for raekke, besked in svar.fejl)


VAERDIER = {("Lolland", "2024"): "3", ("Lolland", "2025"): "4", ("Morsø", "2024"): "5", ("Morsø", "2025"): "6"}
LANG = [["Lolland", 2024, 3], ["Lolland", 2025, 4], ["Morsø", 2024, 5], ["Morsø", 2025, 6]]
GODE = {
    "enkel": [HOVED, LOLLAND, MORSOE, KILDE],
    "titel og noter": [["Praksis"], [], HOVED, LOLLAND, MORSOE, [], ["Note: foreløbige tal"], KILDE],
    "koder": [HOVED, ["360", 3, 4], ["773", 5, 6], KILDE],
    "kode og navn i en celle": [HOVED, ["360 Lolland", 3, 4], ["Morsø (773)", 5, 6], KILDE],
    "kode ved siden af": [["Kode", *HOVED], ["360", *LOLLAND], ["773", *MORSOE], KILDE],
    "region ved siden af": [["Region", *HOVED], ["Region Sjælland", *LOLLAND], ["Nordjylland", *MORSOE], KILDE],
    "statistikbanken": [["Praksis"], [None, None, 2024, 2025], ["I alt", *LOLLAND], [None, *MORSOE], KILDE],
    "vendt": [["År", "Lolland", "Morsø"], [2024, 3, 5], [2025, 4, 6], KILDE],
    "vendt med titel": [["Praksis"], [], ["År", "Lolland", "Morsø"], [2024, 3, 5], [2025, 4, 6], [], KILDE],
    "ekstra kolonner": [[*HOVED, "Ændring", "I alt"], [*LOLLAND, "33 %", 7], [*MORSOE, "20 %", 11], KILDE],
    "kommune bagefter": [HOVED, ["Lolland Kommune", 3, 4], ["Morsø kommune", 5, 6], KILDE],
    "kilde i to celler": [HOVED, LOLLAND, MORSOE, ["Kilde", "Statistik"]],
    "christiansø og uoplyst": [HOVED, LOLLAND, MORSOE, ["411 Christiansø", 0, 1], ["Uoplyst kommune", 2, 2], KILDE],
    "landsdel": [HOVED, ["Landsdel Nordjylland", 5, 6], MORSOE, LOLLAND, KILDE],
    "total over delene": [HOVED, ["Hele landet", 900, 901], ["Region Sjælland", 1, 2], LOLLAND, MORSOE, KILDE],
    "lang": [["Område", "Periode", "Værdi"], *LANG, KILDE],
    "lang, andre navne": [["Tid", "Kommune", "Antal"], *([b, a, c] for a, b, c in LANG), KILDE],
    "lang, navn og kode": [
        ["Kommunekode", "Kommune", "År", "Indhold"],
        *(["360" if en[0] == "Lolland" else "773", *en] for en in LANG),
        KILDE,
    ],
    "lang med opgørelse": [
        ["Område", "Periode", "Opgørelse", "Værdi"],
        *([a, b, "Praksis i området", c] for a, b, c in LANG),
        KILDE,
    ],
    "lang fra statistikbanken": [["OMRÅDE", "KØN", "TID", "INDHOLD"], *([a, "TOT", b, c] for a, b, c in LANG), KILDE],
}


@pytest.mark.parametrize("navn", GODE)
def test_a_table_is_read_as_it_says(navn):
    svar = sheet(GODE[navn])
    assert svar.fejl == [] and figures(svar) == VAERDIER
    assert {*svar.laest.tabel.celler["omraade_type"]} == {"kommune"}
    assert {*svar.laest.tabel.celler["kommunekode"]} == {"360", "773"}


FORKERTE = {
    "ukendt område": ([HOVED, LOLLAND, ["Nykøbing", 5, 6], KILDE], "3: Området »Nykøbing« findes ikke. Mente du"),
    "kode og navn er uenige": ([HOVED, LOLLAND, ["360 Morsø", 5, 6], KILDE], "er to kommuner"),
    "koden ved siden af er en anden": (
        [["Kode", *HOVED], ["360", *LOLLAND], ["360", *MORSOE], KILDE],
        "3: »360« er Lolland",
    ),
    "samme område to gange": ([HOVED, LOLLAND, ["360 Lolland", 9, 9], KILDE], "står også i t.xlsx, ark Ark1, celle B2"),
    "samme periode to gange": ([["Kommune", "2025K1", "januar 2025"], LOLLAND, MORSOE, KILDE], "står også i"),
    "to år i en": (
        [["Kommune", 2024, "2024/25"], LOLLAND, MORSOE, KILDE],
        "1: Kolonne C: »2024/25« dækker dele af to år",
    ),
    "flere opgørelser under et år": (
        [["", 2024, None], ["Kommune", "Antal", "Pct."], LOLLAND, MORSOE, KILDE],
        "flere opgørelser",
    ),
    "tal uden område": ([HOVED, LOLLAND, [None, 5, 6], KILDE], "3: Rækken har tal, men intet område"),
    "ingen kilde": ([HOVED, LOLLAND, MORSOE], "siger ikke, hvor tallene er fra"),
    "tekst i et tal": ([HOVED, LOLLAND, ["Morsø", 5, "ca. 6"], KILDE], "3: Cellen C3: »ca. 6« er ikke et tal"),
    "fejl fra Excel": ([HOVED, LOLLAND, ["Morsø", "#N/A", 6], KILDE], "3: Cellen B3: »#N/A« er en fejl fra Excel"),
    "procent af et antal": (
        [HOVED, LOLLAND, ["Morsø", "12 %", 6], KILDE],
        "er procent, men Praksis i området er praksis",
    ),
    "lang, ukendt opgørelse": (
        [
            ["Område", "Periode", "Opgørelse", "Værdi"],
            ["Lolland", 2024, "Praksis", 3],
            ["Lolland", 2024, "Patienter pr. læge", 3],
            KILDE,
        ],
        "2: Opgørelsen »Praksis« er ikke et nøgletal",
    ),
    "lang, flere køn": (
        [["Område", "Køn", "Periode", "Værdi"], ["Lolland", "Mænd", 2024, 3], ["Lolland", "Kvinder", 2024, 4], KILDE],
        "»Køn« har flere værdier",
    ),
    "lang, forkert periode": (
        [["Område", "Periode", "Værdi"], *LANG, ["Morsø", "i fjor", 4], KILDE],
        "6: Perioden »i fjor«",
    ),
    "lang, uden periode": (
        [["Område", "Periode", "Værdi"], *LANG, ["Morsø", None, 4], KILDE],
        "6: Rækken har en værdi, men intet",
    ),
}


@pytest.mark.parametrize("navn", FORKERTE)
def test_what_is_wrong_is_told_with_its_row(navn):
    raekker, besked = FORKERTE[navn]
    assert besked in errors(sheet(raekker))


@pytest.mark.parametrize("tegn", ["..", ".", "-", "–", "…", "x", "fortroligt", "<5", "< 5", "mindre end 5", None])
def test_no_value_is_never_zero_and_is_counted(tegn):
    svar = sheet([HOVED, ["Lolland", 0, 4], ["Morsø", tegn, 6], KILDE])
    fundne = figures(svar)
    assert fundne[("Lolland", "2024")] == "0" and ("Morsø", "2024") not in fundne and len(fundne) == 3
    assert any("1 celle er uden værdi" in en and (tegn or "tomme") in en for en in svar.bemaerkninger)


@pytest.mark.parametrize(
    ("tekst", "dato", "navn"),
    [
        *(
            (en, "2026-01", "1. kvartal 2026")
            for en in ("2026K1", "2026 K1", "1. kvt. 2026", "1. kvartal 2026", "K1 2026")
        ),
        *(
            (en, "2026-01", "1. kvartal 2026")
            for en in ("2026Q1", "Q1-2026", "1K2026", "I. kvartal 2026", "2026, 1. kv.")
        ),
        *((en, "2025-07", "2. halvår 2025") for en in ("2025H2", "2. halvår 2025", "2025 2. halvår", "Halvår 2, 2025")),
        *((en, "2026-05", "") for en in ("2026M05", "maj 2026", "05-2026", "2026-05", "2026 maj", "Maj. 2026")),
        *((en, "2026-01-01", "") for en in ("1. januar 2026", "1/1 2026", "01-01-2026", "2026-01-01", "pr. 1.1.2026")),
        ("2026", "2026", ""),
        ("2026*", "2026", "mærket »*« i kilden"),
        ("ultimo 2025", "2025", "ultimo 2025"),
    ],
)
def test_headings_of_time_are_never_read_finer_than_they_are(tekst, dato, navn):
    svar = period(tekst)
    assert (svar.dato, svar.navn) == (dato, navn)


@pytest.mark.parametrize(
    "tekst", ["2025/26", "2025-2026", "I alt", "12", "1. juli", "2026K5", "2026H3", "2026M13", "1q26"]
)
def test_what_is_no_period_is_refused(tekst):
    with pytest.raises(Ulaeselig):
        period(tekst)


@pytest.mark.parametrize("over", [[None, "2025", None, "2026", None], [None, "1. halvår", None, "2. halvår", None]])
def test_years_and_their_parts_on_two_rows(over):
    under = ["Kommune", "K1", "K2", "K1", "K2"] if over[1] == "2025" else ["Kommune", 2025, 2026, 2025, 2026]
    svar = sheet([over, under, ["Lolland", 1, 2, 3, 4], ["Morsø", 5, 6, 7, 8], KILDE])
    datoer = (
        {"2025-01", "2025-04", "2026-01", "2026-04"}
        if over[1] == "2025"
        else {"2025-01", "2026-01", "2025-07", "2026-07"}
    )
    assert svar.fejl == [] and {dato for _, dato in figures(svar)} == datoer


@pytest.mark.parametrize(
    ("raekker", "niveau", "antal"),
    [
        ([HOVED, ["Region Sjælland", 1, 2], ["Nordjylland", 3, 4], ["Hele landet", 9, 9], KILDE], "region", 4),
        ([HOVED, ["Fyn", 1, 2], ["Aarhus", 3, 4], ["Horsens", 3, 4], KILDE], "sundhedsraad", 6),
        ([["Sundhedsråd", 2024, 2025], ["Horsens", 1, 2], ["Aarhus", 3, 4], KILDE], "sundhedsraad", 4),
        ([["Kommune", 2024, 2025], ["Horsens", 1, 2], ["Aarhus", 3, 4], KILDE], "kommune", 4),
        ([["", 2024, 2025], ["Hele landet", 1, 2], KILDE], "land", 2),
        ([HOVED, ["081 Region Nordjylland", 1, 2], ["085 Region Sjælland", 1, 2], KILDE], "region", 4),
    ],
)
def test_the_level_of_a_table_is_its_finest(raekker, niveau, antal):
    svar = sheet(raekker)
    assert svar.fejl == [] and {*svar.laest.tabel.celler["omraade_type"]} == {niveau} and len(figures(svar)) == antal


def with_totals(total: int, region: int, decimaler: bool = False) -> list[list]:
    sjaelland = SKEMA.dele["region", "Region Sjælland"]
    tal = "1,25" if decimaler else 2
    dele = [[navn, tal] for kode, navn in KOMMUNER if kode in sjaelland]
    andre = [[navn, tal] for kode, navn in KOMMUNER if kode not in sjaelland]
    return [["Kommune", 2025], ["Region Sjælland", None], *dele, ["I alt", region], *andre, ["I alt", total], KILDE]


def test_totals_are_held_against_their_parts_and_not_loaded():
    antal = len(SKEMA.dele["region", "Region Sjælland"])
    rigtig = sheet(with_totals(196, 2 * antal))
    assert rigtig.fejl == [] and len(figures(rigtig)) == 98
    assert any("2 totaler er ikke indlæst" in en and "(2 er holdt" in en for en in rigtig.bemaerkninger)
    forkert = sheet(with_totals(197, 2 * antal + 5))
    assert [raekke for raekke, _ in forkert.fejl] == [antal + 3, 102]
    assert f"er {2 * antal + 5}, men delene giver {2 * antal}" in errors(
        forkert
    ) and "er 197, men delene giver 196" in errors(forkert)


def test_rounded_parts_may_differ_from_their_total_by_their_rounding():
    antal = len(SKEMA.dele["region", "Region Sjælland"])
    assert sheet(with_totals("122,6", f"{antal * 1.25 + 0.05:.2f}".replace(".", ","), True)).fejl == []
    assert "men delene giver 122,50" in errors(sheet(with_totals("124", "1000", True))).replace("122,5.", "122,50.")


def test_totals_of_what_does_not_add_up_are_told_and_not_loaded():
    svar = sheet([HOVED, ["Hele landet", 1600, 1700], LOLLAND, MORSOE, KILDE], VAEGTET)
    assert svar.fejl == [] and figures(svar) == VAERDIER
    assert any("kan ikke lægges sammen som sum" in en for en in svar.bemaerkninger)


def test_a_missing_kommune_is_named_and_is_no_error():
    svar = sheet([["Kommune", 2025], *([navn, 1] for navn in NAVNE if navn != "Læsø"), KILDE])
    assert svar.fejl == [] and "97 af 98 kommuner; Læsø mangler." in svar.bemaerkninger


def test_without_an_indicator_the_proposal_says_what_it_looks_like_and_asks(egne_kilder):
    forslag = read(egne_kilder, GODE["enkel"], noegletal="")
    assert "ligner en krydstabel: 2 områder x 2 perioder. Vælg" in forslag.fejl[0].besked
    assert forslag.spoergsmaal.noegletal[SUM] == "Praksis i området" and not forslag.spoergsmaal.kilde
    svar = read(egne_kilder, GODE["enkel"][:-1], kilde="Brev")
    assert svar.kan_indlaeses and svar.spoergsmaal.kilde and svar.spoergsmaal.noegletal
    selv = read(egne_kilder, [["Nøgletal: Praksis i området"], *GODE["enkel"]], noegletal="")
    assert selv.kan_indlaeses and not selv.spoergsmaal.noegletal


def test_it_replaces_only_its_own_figures(egne_kilder):
    andre = [
        NOEGLETAL | {"Nøgletal": SUM, "Værdi": "9", "Dato": "2025"},
        NOEGLETAL | {"Nøgletal": SUM, "Værdi": "9", "Dato": "2023"},
        NOEGLETAL | {"Nøgletal": VAEGTET, "Værdi": "9", "Dato": "2025"},
        NOEGLETAL | {"Områdetype": "land", "Område": "Danmark", "Nøgletal": SUM, "Værdi": "9", "Dato": "2025"},
    ]
    forslag = read(egne_kilder, as_xlsx({"Nøgletal": table(*andre), "Tabel": GODE["enkel"]}))
    assert [str(en) for en in forslag.fejl] == []
    celler = forslag.tabeller["noegletal"].celler
    assert sorted(zip(celler["omraade"], celler["noegletal"], celler["dato"], celler["vaerdi"])) == sorted(
        [*((navn, SUM, dato, tal) for (navn, dato), tal in VAERDIER.items())]
        + [("Lolland", SUM, "2023", "9"), ("Lolland", VAEGTET, "2025", "9"), ("Danmark", SUM, "2025", "9")]
    )
    assert celler["grundlag"][-1] == "t0.xlsx, ark Tabel, celle C3"


def test_a_new_indicator_and_its_table_in_one_file(egne_kilder):
    fil = as_xlsx({"Nye nøgletal": table(NYT), "Tabel": [["Nøgletal: Åbne tider"], *GODE["enkel"]]})
    forslag = read(egne_kilder, fil, noegletal="")
    assert [str(en) for en in forslag.fejl] == []
    assert {*forslag.tabeller["noegletal"].celler["noegletal"]} == {"egne_aabne_tider"}


def test_a_long_form_of_several_measures(egne_kilder):
    raekker = [["Område", "Periode", "Opgørelse", "Værdi"]]
    raekker += [["Lolland", 2025, "Praksis i området", 3], ["Lolland", 2025, VAEGTET, "1.684,5"], KILDE]
    forslag = read(
        egne_kilder,
        as_csv(*(dict(zip(raekker[0], en)) for en in [[str(e) for e in r] for r in raekker[1:3]])),
        noegletal="",
        kilde="Brev",
    )
    assert [str(en) for en in forslag.fejl] == []
    assert dict(zip(*(forslag.tabeller["noegletal"].celler[en] for en in ("noegletal", "vaerdi")))) == {
        SUM: "3",
        VAEGTET: "1684.5",
    }


MAADER = {
    "navn": lambda kode, navn: navn,
    "kode": lambda kode, navn: kode,
    "begge": lambda kode, navn: f"{kode} {navn}",
    "kommune": lambda kode, navn: f"{navn} Kommune",
}
TALFORMER = {
    "hele": lambda tal: f"{tal / 4:.2f}".replace(".", ","),
    "tusinder": lambda tal: f"{tal / 4:,.2f}".translate(str.maketrans(",.", ".,")),
    "mellemrum": lambda tal: f"{tal / 4:,.2f}".replace(",", " ").replace(".", ","),
}
TIDER = [
    ("2024", "2024"),
    ("2025K3", "2025-07"),
    ("1. halvår 2023", "2023-01"),
    ("maj 2022", "2022-05"),
    ("1/7 2021", "2021-07-01"),
]


@settings(max_examples=60)
@given(st.data())
def test_unfolding_undoes_the_crosstab(data):
    """Whatever the layout: every figure comes back, and nothing else does."""
    kommuner = data.draw(st.lists(st.sampled_from(KOMMUNER), min_size=2, max_size=8, unique=True))
    tider = data.draw(st.lists(st.sampled_from(TIDER), min_size=1, max_size=5, unique=True))
    tal = data.draw(
        st.lists(
            st.lists(st.none() | st.integers(0, 10**7), min_size=len(tider), max_size=len(tider)),
            min_size=len(kommuner),
            max_size=len(kommuner),
        )
    )
    skriv, form = MAADER[data.draw(st.sampled_from([*MAADER]))], TALFORMER[data.draw(st.sampled_from([*TALFORMER]))]
    krop = [
        [skriv(*kommune), *(".." if en is None else form(en) for en in raekke)]
        for kommune, raekke in zip(kommuner, tal)
    ]
    net = [[data.draw(st.sampled_from([None, "Kommune", "Område"])), *(tid for tid, _ in tider)], *krop]
    if data.draw(st.booleans()):
        net.insert(data.draw(st.sampled_from([1, len(net)])), ["Hele landet", *["7"] * len(tider)])
    if data.draw(st.booleans()):
        net = [[*kolonne] for kolonne in zip(*net)]
    titel = data.draw(st.lists(st.sampled_from([["En titel"], [], [None, "Enhed: praksis"]]), max_size=3))
    noter = data.draw(st.lists(st.sampled_from([["Note: foreløbige tal"], []]), max_size=2))
    svar = sheet([*titel, *net, *noter, KILDE])
    facit = {
        (navn, dato): f"{vaerdi / 4:.2f}".rstrip("0").rstrip(".")
        for (_, navn), raekke in zip(kommuner, tal)
        for (_, dato), vaerdi in zip(tider, raekke)
        if vaerdi is not None
    }
    assert svar.fejl == [] and figures(svar) == facit


@pytest.mark.parametrize("hvad", ["Antal", "Tal", "Værdi", "Indhold"])
@pytest.mark.parametrize("tid", ["År", "Årstal", "Periode", "Tid", "Dato"])
@pytest.mark.parametrize("sted", ["Kommune", "Region", "Sundhedsråd", "Område", "Kommunenavn", "Sted"])
def test_place_time_and_number_are_a_statistic_and_no_register(sted, tid, hvad):
    """Registers have columns of these names too; a sheet is one of them by its name, or by a heading of its own."""
    navn = {"Region": "Region Sjælland", "Sundhedsråd": "Fyn"}.get(sted, "Lolland")
    raekker = [[sted, tid, hvad], [navn, "2024", "3"], [navn, "2025", "4"]]
    fundet = Genkender(SKEMA).recognise(Ark("Ark1", raekker))
    assert recognised(fundet, Ark("Ark1", raekker)) is not None


def test_a_sheet_with_the_name_or_a_heading_of_a_register_is_the_registers():
    raekker = [["Kommune", "År", "Antal"], ["Lolland", "2027", "3"]]
    ark = Ark("Udbudsplaner", raekker)
    assert recognised(Genkender(SKEMA).recognise(ark), ark) is None
    egen = Ark("Ark1", [["Kommune", "Udbydes i", "Antal", "Stadium"], ["Lolland", "2027", "3", "besluttet"]])
    assert recognised(Genkender(SKEMA).recognise(egen), egen) is None


def recognised(fundet, ark):
    return Talark(SKEMA, Katalog(SKEMA, {}, "2026-11-22"), SUM, "").recognise(ark, fundet, None)
