"""The receipt: every filled cell of a file ends as read, warned about, refused, or left out for a reason."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.indlaes.__main__ import print_proposal
from data.regneark.ark import Ark
from tests.data.indlaes_ark import proposal, sheet
from tests.data.indlaes_filer import UDBUD, table

OVERSKRIFTER = [
    *UDBUD,
    "Ansøgningsfrist",
    "Bemærkning",
    "Noter",
    "Egen",
    "Antal enheder",
    "Opslagsdatoens præcision",
    None,
]
CELLER = [None, None, "nak-1", "Lolland", "360-376", "Nakskov", "R?dby", "RÃ¸dby", "ydernummer", "2", "2 kr.", "I alt"]
CELLER += [
    "5.5.2026",
    "1905-07-18",
    "#N/A",
    "ingen_ansoegere",
    "Brev",
    "Note: et eller andet",
    "EKSEMPEL: x",
    "to",
    "0",
]
RAEKKE = st.one_of(
    st.just([*UDBUD.values()]),
    st.just([*UDBUD]),
    st.lists(st.sampled_from(CELLER), max_size=16),
)


@st.composite
def sheets(draw) -> Ark:
    """A sheet with some of the headings, known and unknown, in any order, and rows of anything."""
    kendte = draw(st.permutations(OVERSKRIFTER))[: draw(st.integers(3, len(OVERSKRIFTER)))]
    over = draw(st.lists(st.lists(st.sampled_from([None, "Titel", "2026"]), max_size=3), max_size=3))
    raekker = draw(st.lists(RAEKKE, max_size=8))
    navn = draw(st.sampled_from(["Udbud", "Ark1", "Gyldige værdier", ""]))
    return Ark(navn, [*over, [*kendte], *raekker], skjult=draw(st.sampled_from([False, False, False, True])))


@given(ark=sheets())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_counts_add_up_to_the_filled_cells_of_the_sheet(egne_kilder, ark):
    kvitteringer = proposal(egne_kilder, ark).kvittering
    fyldte = sum(celle is not None for raekke in ark.raekker for celle in raekke)
    assert [en.celler for en in kvitteringer] == [fyldte] * bool(fyldte)
    for en in kvitteringer:
        dele = (en.laest, en.advarsel, en.afvist, *(antal for _, antal in en.ikke_laest))
        assert sum(dele) == en.celler and min(dele) >= 0


def test_the_receipt_says_where_every_cell_went(egne_kilder):
    raekker = table(
        UDBUD | {"Sagsbehandler": "ring", "Bemærkning": ""},
        UDBUD | {"Udbuds-id": "nak-2", "Sted": "R?dby", "Sagsbehandler": "", "Bemærkning": "ja"},
        UDBUD | {"Udbuds-id": "nak-3", "Kommune": "360-376", "Antal": "2 kr.", "Sagsbehandler": "", "Bemærkning": ""},
    )
    raekker = [["Udbud 2026"], [], *([celle or None for celle in raekke] for raekke in raekker), ["Note: foreløbig"]]
    (kvittering,) = proposal(egne_kilder, Ark("Ark1", raekker)).kvittering
    assert str(kvittering) == (
        "fil.xlsx, ark Ark1: 50 celler: 43 læst, 1 med advarsel, 2 afvist, 4 ikke læst "
        "(kolonnen »Sagsbehandler« 2, over overskrifterne 1, noter under tabellen 1)."
    )


def test_an_error_in_a_cell_that_is_missing_is_no_cell(egne_kilder):
    (kvittering,) = proposal(egne_kilder, sheet(UDBUD | {"Sted": ""}), efterse=True).kvittering
    assert (kvittering.celler, kvittering.laest, kvittering.afvist) == (21, 21, 0)


def test_sheets_that_are_not_read_are_counted_whole_and_stand_last(egne_kilder):
    ark = (
        Ark("Skjult", [["a", "b"]], skjult=True),
        Ark("Andet", [["x", None], ["y", "z"]]),
        Ark("Tomt", [[None]]),
        sheet(UDBUD, navn="Udbud"),
    )
    assert [str(en) for en in proposal(egne_kilder, *ark).kvittering] == [
        "fil.xlsx, ark Udbud: 22 celler: 22 læst.",
        "fil.xlsx, ark Skjult: 2 celler, ikke læst (skjult ark).",
        "fil.xlsx, ark Andet: 3 celler, ikke læst (arket er ikke genkendt).",
    ]


def test_the_receipt_is_a_table_and_is_printed(egne_kilder, capsys):
    forslag = proposal(egne_kilder, sheet(UDBUD | {"Sagsbehandler": "ring"}))
    (raekke,) = forslag.kvitteringstabel.to_dict("records")
    assert (raekke["Celler"], raekke["Læst"], raekke["Ikke læst"]) == (24, 22, 2)
    print_proposal(forslag)
    assert (
        "fil.xlsx, ark Ark1: 24 celler: 22 læst, 2 ikke læst (kolonnen »Sagsbehandler« 2)." in capsys.readouterr().out
    )


def test_a_figure_of_a_crosstab_that_is_warned_about_counts_so_and_says_its_cell(egne_kilder):
    tal = [["Lolland", "1.234", "5"], ["Morsø", "1.684", "1.684"]]
    ark = Ark("Ark1", [["Nøgletal: praksis_antal"], [], ["Kommune", "2024", "2025"], *tal, ["Kilde: Brev"]])
    forslag = proposal(egne_kilder, ark)
    tvivl = [str(en) for en in forslag.advarsler if "er læst som" in en.besked]
    assert [en.split(":")[0] for en in tvivl] == [
        "fil.xlsx, ark Ark1, række 4, kolonne B",
        "fil.xlsx, ark Ark1, række 5, kolonne B",
        "fil.xlsx, ark Ark1, række 5, kolonne C",
    ]
    (kvittering,) = forslag.kvittering
    ikke_laest = sum(antal for _, antal in kvittering.ikke_laest)
    assert (kvittering.celler, kvittering.laest, kvittering.advarsel, kvittering.afvist) == (11, 8 - ikke_laest, 3, 0)
