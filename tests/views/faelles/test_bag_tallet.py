"""The list behind a number holds exactly its rows: they count up or add up to what the pandas oracle says."""

import math
from functools import cache
from urllib.parse import parse_qsl, urlsplit

import pytest

import queries
from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import orakel
from tests.sweep import some
from tests.views.faelles.test_koder import opened
from views.faelles.bag_tallet import cutting, list_link, rest_of
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER, indicator_values
from views.ydernumre.bag_tallet import counted_lots

STEDER = {"offentlig": [("kommune", "2007"), ("sundhedsraad", "2007"), ("region", "2007")]}
STEDER["eksempel"] = [
    ("kommune", "2007"),
    ("sundhedsraad", "2007"),
    ("region", "2027"),
    ("videreuddannelsesregion", "2007"),
]
# A level with many areas: the first and the last known, the two largest figures, and where there is none.
FLEST = 17
PR_INDBYGGER = ("ydernumre_pr_100000", "kapaciteter_pr_100000", "kr_pr_indbygger", "ubesat_pr_100000")
UDEN_LISTE = ("fremskrivning", "laegekontakt")
KATALOG = [
    (ds, en) for nr, en in enumerate(queries.catalogue_of("eksempel", newest())) for ds in some([*STEDER], 1, nr // 4)
]


@cache
def truth(valg: Filters) -> dict[str, float]:
    """The figures of all areas and of the two rests by the oracle; of the country under ""."""
    indikator = queries.catalogue_of(valg.datasaet, newest())[valg.indikator]
    periode, kolonne = (valg.fra, valg.til), indikator.kolonne

    def on(niveau: str):
        sted = (niveau, valg.struktur)
        match indikator.register:
            case "udbud":
                return orakel.udbud_pr_omraade(*sted, valg.datasaet, *periode)[kolonne]
            case "klinik":
                return orakel.klinik_pr_omraade(*sted, valg.datasaet, *periode, dag=I_DAG)[kolonne]
            case "pulje":
                return orakel.pulje_pr_omraade(*sted, valg.datasaet, valg.pulje, *periode)[kolonne]
            case "hu_forloeb":
                return orakel.hu_pr_omraade(*sted, valg.datasaet, *periode, False)[kolonne]
            case "befolkning":
                return orakel.befolkning_pr_omraade(*sted, *periode)[kolonne]
            case _:
                return orakel.noegletal_pr_omraade(kolonne, *sted, valg.datasaet, *periode)["vaerdi"]

    return dict(on(valg.niveau)) | {"": on("land").iloc[0]}


def looked_at(facit: dict[str, float]) -> list[str]:
    if len(facit) <= FLEST + 3:
        return list(facit)
    kendte = [en for en, v in facit.items() if v == v and v]
    stoerst = sorted(kendte, key=facit.get)[-2:]
    uden = [en for en in facit if en not in kendte][:1]
    return list(dict.fromkeys([*kendte[:1], *kendte[-1:], *stoerst, *uden, *(en for en in RESTER if en in facit), ""]))


def worked_out(indikator: queries.Indikator, rest: str) -> bool:
    """No row tells of a difference, nor of what is expected, nor of an index."""
    return (
        indikator.kolonne.startswith("aendring_")
        or indikator.kolonne == "aldersindeks"
        or (rest and indikator.register == "hu_forloeb")
    )


def adds_up(udsnit, indikator: queries.Indikator, facit: float) -> bool:
    raekker = udsnit.raekker
    tal, af = float(raekker["tal"].sum()), float(raekker["af"].sum())
    if indikator.kolonne in PR_INDBYGGER:
        return tal > 0
    if indikator.register == "noegletal" and len(raekker) > 1 and indikator.sammenlaegning != "sum":
        return raekker["vaerdi"].min() <= facit <= raekker["vaerdi"].max()
    if af:
        tal = tal / af * (1 if indikator.kolonne == "indbyggere_pr_km2" else 100)
    return math.isclose(tal, facit, rel_tol=1e-9)


@pytest.mark.parametrize(("datasaet", "noegletal"), some(KATALOG, 38))
def test_the_rows_of_the_list_are_the_number(datasaet, noegletal):
    indikator = queries.catalogue_of(datasaet, newest())[noegletal]
    for niveau, struktur in some(STEDER[datasaet], 1, KATALOG.index((datasaet, noegletal))):
        alle = Filters(niveau=niveau, struktur=struktur, datasaet=datasaet, indikator=noegletal, dag=I_DAG)
        if indicator_values(alle, newest()).withheld or indikator.register in UDEN_LISTE:
            assert not list_link(alle, newest())
            continue
        for omraade in looked_at(truth(indicator_values(alle, newest()).filters)):
            rest = omraade if omraade in RESTER else ""
            filters = alle.on(omraade="" if rest else omraade)
            link = list_link(filters, newest(), rest)
            # the year that HU-forløb are told of is the area's own
            facit = truth(indicator_values(filters, newest()).filters)[omraade]
            kendt = facit == facit and facit != 0
            assert bool(link) == (kendt and not worked_out(indikator, rest)), (filters, link)
            if link:
                assert_holds(filters, indikator, link, facit)


def assert_holds(filters: Filters, indikator: queries.Indikator, link: str, facit: float) -> None:
    """The address opens a list of just those rows, which says how many and of where."""
    koder, (aabnet, afvist) = dict(parse_qsl(urlsplit(link).query)), opened(link)
    valg = indicator_values(filters, newest()).filters
    assert not afvist and aabnet.omraade == filters.omraade and (aabnet.fra, aabnet.til) == (valg.fra, valg.til)
    rest = rest_of(koder.get("sted", ""))
    if "bag" not in koder:
        lod = counted_lots(aabnet, koder["status"], rest, newest())
        assert indikator.er_forhold or lod.runder["tal"].sum() == facit
        assert lod.sentence.startswith("Viser ") and f"({len(lod.runder)} udbud)" in lod.sentence
        return
    assert koder["bag"] == indikator.noegletal
    udsnit = cutting(aabnet.on(indikator=koder["bag"]), newest(), rest)
    assert adds_up(udsnit, indikator, facit), (filters, udsnit)
    sted = niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].navn if filters.omraade else ""
    assert udsnit.sentence.startswith("Viser ") and sted in udsnit.sentence


def test_a_number_that_nobody_knows_has_no_list():
    assert not list_link(Filters(indikator="hu_ubesat", niveau="kommune", omraade="101", dag=I_DAG), newest())
