"""What is claimed in titles, notes, sentences and tables of every View, against the CSV files.

Which years are whole and which areas are highest is worked out here a second time (tests/queries/orakel.py), and shares
no code with views/faelles/paastand.py.
"""

import re
from functools import cache

import pandas as pd
import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import FAELLES, FLERE, IKKE, laes
from tests.sweep import some
from tests.views.bygget import built
from tests.views.noegletal.test_kort import recomputed
from views.faelles.filtre import Filters
from views.fremvisning.visninger import VISNINGER
from views.noegletal.hovedtal import headline_numbers
from views.omraade.mit_omraade import area_numbers, findings

KATALOG = {post["noegletal"]: post for post in laes("katalog/noegletal_katalog")}
STEDER = [
    ("sundhedsraad", "2007", ""),
    ("sundhedsraad", "2007", "soenderjylland"),
    ("kommune", "2007", "360"),
    ("region", "2007", "1085"),
    ("region", "2027", ""),
    ("videreuddannelsesregion", "2007", "syd"),
    ("kommune", "2007", ""),
]
DATASAET = ("offentlig", "eksempel")
VIEWS = [(navn, datasaet, sted) for navn in VISNINGER for datasaet in DATASAET for sted in STEDER]
NOEGLETAL = [
    (navn, datasaet, sted)
    for navn, post in KATALOG.items()
    if post["paa_kort"] == "1"
    for datasaet in DATASAET
    for sted in STEDER
]
HAENDELSER = ("udbud", "pulje", "hu_forloeb", "konverteret_til_plo")
DOM = re.compile(r"den (gode|rigtige|forkerte) vej|\((bedre|dårligere)\)")
GANG = re.compile(r"(steget|faldet) fra ([\d.,]+)(.*?) i (\d{4}) til ([\d.,]+)(.*?) i (\d{4})")
YDERST = re.compile(r"\b(højest|flest|mest) i ([^(;:]+?) \(")
RESTER = ("Ikke stedfæstet", "Dækker flere områder", "Hele landet", "Hele puljen")


@cache
def whole_years(datasaet: str, register: str, kolonne: str = "") -> frozenset[int]:
    """The years that may be compared, on I_DAG (November 2026), on any level."""
    if register in HAENDELSER or kolonne in HAENDELSER:
        hele = {aar for aar in range(2000, 2026)}
    else:
        hele = {*range(2000, 2027)}
    if register == "hu_forloeb":
        poster = [post for post in laes(f"{datasaet}/hu_forloeb") if post["foretrukken"] == "1"]
        hele -= {int(post["aar"]) for post in poster if post["er_prognose"] == "1"}
        runder = {aar: {post["runde"] for post in poster if post["aar"] == str(aar)} - {None} for aar in hele}
        hele -= {aar for aar, en in runder.items() if en and len(en) < 4}
    oplyst = [
        (int(post["fra_aar"] or 0), int(post["til_aar"] or 9999))
        for post in laes("katalog/fuldstaendighed")
        if post["komplet"] == "1" and post["register"] == register and post["datasaet"] in (datasaet, "faelles")
    ]
    return frozenset(aar for aar in hele if any(fra <= aar <= til for fra, til in oplyst))


def register_of(visning: str, filters: Filters) -> tuple[str, str]:
    """The register (and column) that a View is about."""
    if visning.startswith("hu_"):
        return "hu_forloeb", ""
    if visning.startswith(("udbud", "forloeb")):
        return "udbud", ""
    post = KATALOG[filters.indikator]
    return post["register"], post["kolonne"]


def assert_judged_fairly(tekst: str, datasaet: str, register: str, kolonne: str) -> None:
    """Whatever is called good or bad went so far, over whole years."""
    if not DOM.search(tekst):
        return
    gange = GANG.findall(tekst)
    assert gange, tekst
    for _, fra, enhed, fra_aar, til, _, til_aar in gange:
        hele = whole_years(datasaet, register, kolonne)
        assert int(fra_aar) in hele and int(til_aar) in hele, (tekst, sorted(hele)[-1:])
        if "mio" not in enhed and len(gange) == 1:
            foer, efter = (float(en.rstrip(",.").replace(".", "").replace(",", ".")) for en in (fra, til))
            assert abs(efter - foer) >= 0.05 * foer, tekst
    assert "5 pct. af udgangspunktet" in tekst or "Det går" in tekst, "what a verdict takes is said"


def assert_highest_cannot_turn(view) -> None:
    """A View that names one area above the others has a table where that holds, whatever is done with the rest."""
    for _, navn in YDERST.findall(view.title):
        if "Område" not in view.table or "kendte" in view.title:
            continue
        tabel = view.table.drop_duplicates("Område").set_index("Område").select_dtypes("number").astype(float)
        rest = tabel[tabel.index.isin(RESTER[:2])].sum()
        steder = tabel.drop([en for en in tabel.index if en in RESTER])
        egen = next(en for en in steder.index if en.removeprefix("Sundhedsråd ") == navn.removeprefix("Sundhedsråd "))
        holder = [
            steder.at[egen, kolonne] > steder[kolonne].drop(egen).max() + rest[kolonne]
            for kolonne in steder
            if steder[kolonne].notna().any()
        ]
        assert any(holder), view.title


def choices(datasaet: str, sted: tuple[str, str, str], **valg) -> Filters:
    niveau, struktur, omraade = sted
    return Filters(niveau, struktur, omraade, datasaet=datasaet, dag=I_DAG, **valg)


@pytest.mark.parametrize(("visning", "datasaet", "sted"), some(VIEWS, 24))
def test_every_view_claims_what_the_years_and_places_carry(visning, datasaet, sted):
    filters = choices(datasaet, sted)
    if VISNINGER[visning].kraever_omraade and not filters.omraade:
        filters = choices(datasaet, STEDER[1])
    view = built(visning, filters)
    if view is None:
        return
    tekst = " ".join((view.title, view.note, view.text, view.coverage, view.alt))
    assert_judged_fairly(tekst, datasaet, *register_of(visning, filters))
    assert_highest_cannot_turn(view)
    if visning == "omraadetal":
        assert_places_of_rates_only(view, filters)


@pytest.mark.parametrize(("indikator", "datasaet", "sted"), some(NOEGLETAL, 16))
def test_every_indicator_claims_what_the_years_and_places_carry(indikator, datasaet, sted):
    filters = choices(datasaet, sted, indikator=indikator)
    post = KATALOG[indikator]
    for visning in ("kort", "rangliste", "udvikling"):
        view = built(visning, filters)
        tekst = " ".join((view.title, view.note, view.text, view.coverage, view.alt))
        assert_judged_fairly(tekst, datasaet, post["register"], post["kolonne"])
        assert_highest_cannot_turn(view)
    if post["naevner"] == "ingen":
        kort_og_tal = [built("kort", filters).title, *(tal.vaerdi for tal in headline_numbers(filters, newest()))]
        assert not any(re.search(r"\bnr\. \d+ af", en) for en in kort_og_tal), "a count has no place"
        soejler = built("rangliste", filters).figure
        assert soejler is None or not str(soejler.raekker[0])[:1].isdigit()
    assert_years_have_rows(built("udvikling", filters), filters, post)


def assert_years_have_rows(trend, filters: Filters, post: dict) -> None:
    """No value is carried to a year that has none, and a year that goes on says so."""
    if trend.table.empty:
        return
    tabel = trend.table.set_index("År")
    hele = whole_years(filters.datasaet, post["register"], post["kolonne"])
    for tekst, raekke in tabel.iterrows():
        aar = int(tekst[:4])
        if post["register"] in HAENDELSER and filters.datasaet == "eksempel":
            assert (aar in hele) == (len(tekst) == 4), tekst
        if post["register"] in (*FAELLES, "noegletal"):
            assert aar in counted_years(filters.datasaet, post), (tekst, "nobody counted in that year")
        if post["register"] in ("befolkning", "udbud", "hu_forloeb") and aar == max(hele, default=0):
            assert_equals_the_recomputation(raekke, filters, post, aar)


@cache
def _measured(datasaet: str, noegletal: str) -> frozenset[int]:
    egne = [post for post in laes(f"{datasaet}/noegletal") if post["noegletal"] == noegletal]
    return frozenset(int(post["dato"][:4]) for post in egne if post["er_prognose"] == "0" and post["dato"])


def counted_years(datasaet: str, post: dict) -> frozenset[int]:
    if post["register"] == "noegletal":
        return _measured(datasaet, post["kolonne"])
    if post["register"] == "laegekontakt":
        return frozenset(int(en["aar"]) for en in laes("geografi/laegekontakt"))
    aar = {int(en["dato"][:4]) for en in laes("geografi/folketal")}
    if post["register"] == "fremskrivning":
        return frozenset(aar | {int(en["dato"][:4]) for en in laes("geografi/fremskrivning")})
    return frozenset(en for en in aar if not post["kolonne"].startswith("aendring") or en - 10 in aar)


def assert_equals_the_recomputation(raekke: pd.Series, filters: Filters, post: dict, aar: int) -> None:
    valg = filters.on(fra=aar, til=aar, niveau=filters.niveau if filters.omraade else "land")
    if post["kraever_komplet"] == "1" and filters.datasaet == "offentlig":
        return
    facit = recomputed(post["register"], post["kolonne"], valg).drop([IKKE, FLERE], errors="ignore")
    egen = facit.get(filters.omraade or "land")
    assert raekke.iloc[0] == pytest.approx(egen, nan_ok=True), (aar, post["noegletal"])


def assert_places_of_rates_only(view, filters: Filters) -> None:
    navne = {post["navn"]: post for post in KATALOG.values()}
    if not len(view.table):
        return
    for raekke in view.table.itertuples():
        post = next((post for navn, post in navne.items() if raekke.Nøgletal == navn), None) or max(
            (post for navn, post in navne.items() if raekke.Nøgletal.startswith(navn)), key=lambda en: len(en["navn"])
        )
        plads = view.table.at[raekke.Index, "Placering eller andel"]
        if isinstance(plads, str) and plads.startswith("nr."):
            assert post["naevner"] != "ingen" and filters.datasaet == "eksempel" or post["register"] in FAELLES


@pytest.mark.parametrize(("datasaet", "sted"), some([(d, s) for d in DATASAET for s in STEDER if s[2]], 6))
def test_sentences_of_an_area_are_judged_fairly(datasaet, sted):
    filters = choices(datasaet, sted)
    navne = sorted(KATALOG.values(), key=lambda post: -len(post["navn"]))
    for saetning in findings(filters, newest()):
        if DOM.search(saetning):
            post = next(en for en in navne if saetning.startswith(f"**{en['navn']}"))
            assert_judged_fairly(saetning, datasaet, post["register"], post["kolonne"])
    for tal in area_numbers(filters, newest()):
        post = next(en for en in navne if tal.overskrift.startswith(en["navn"]))
        assert "Nr. " not in tal.forklaring or post["naevner"] != "ingen", tal
        if post["register"] in HAENDELSER:
            assert re.search(r"\b20\d\d\b", tal.overskrift), "a count of what happened names its years"


def test_the_oracle_can_tell_right_from_wrong():
    with pytest.raises(AssertionError):
        assert_judged_fairly("faldet fra 78 i 2022 til 60 i 2026. Det er den gode vej.", "eksempel", "hu_forloeb", "")
    with pytest.raises(AssertionError):
        assert_judged_fairly(
            "steget fra 1.700 i 2022 til 1.707 i 2026. Det går den forkerte vej.", "eksempel", "noegletal", ""
        )
    assert whole_years("eksempel", "hu_forloeb") == {2022, 2023, 2024, 2025}
    assert whole_years("offentlig", "udbud") == frozenset() and 2026 in whole_years("eksempel", "noegletal")
    assert orakel.komplet("eksempel", "udbud", "kommune", 2025, 2025)
