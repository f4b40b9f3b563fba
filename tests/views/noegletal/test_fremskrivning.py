"""The oldest year by year and expected: the figures of the files, the expected ones drawn apart and never judged."""

import re

import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.figur.model import PROGNOSE, Kort
from views.noegletal.fremskrivning import projection_view
from views.noegletal.kort import map_view
from views.noegletal.rangliste import ranking_view
from views.noegletal.udvikling import trend_view

SJAELLANDS_DEL = f"gruppe.Region Sjællands del.{'.'.join(sorted(orakel.region_ved_navn()['Region Sjælland']))}"
STEDER = [
    ("region", "2007", ""),
    ("region", "2007", "1085"),
    ("region", "2027", "oestdanmark"),
    ("sundhedsraad", "2027", "fyn"),
    ("kommune", "2007", "360"),
    (SJAELLANDS_DEL, "2027", SJAELLANDS_DEL),
]
DOM = re.compile(r"den gode vej|den forkerte vej|steget|faldet|højest|lavest")


def chosen(niveau: str, struktur: str, omraade: str = "", **valg) -> Filters:
    return Filters(niveau, struktur, omraade, indikator="vaekst_80plus_pct", dag=I_DAG, **valg)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(("niveau", "struktur", "omraade"), STEDER)
def test_the_bars_are_the_counts_and_then_what_is_expected(data, niveau, struktur, omraade, datasaet):
    filters = chosen(niveau, struktur, omraade, datasaet=datasaet)
    kommuner = orakel.omraader(niveau if omraade else "land", struktur)[omraade or "land"]
    view = projection_view(filters, data)
    soejler = {en.skraveret: en for en in series(view)}
    for art, kilde in (("", "folketal"), (PROGNOSE, "fremskrivning")):
        facit: dict[str, int] = {}
        for post in laes(f"geografi/{kilde}"):
            if post["kommunekode"] in kommuner:
                facit[post["dato"][:4]] = facit.get(post["dato"][:4], 0) + int(post["indbyggere_80plus"])
        assert dict(zip(soejler[art].steder, soejler[art].vaerdier, strict=True)) == facit
    assert view.figure.forklaring and soejler[PROGNOSE].navn == "Fremskrevet" and soejler[PROGNOSE].forklares
    assert view.source_line.startswith("Kilde: Danmarks Statistik ·"), "three tables of one publisher"
    assert not DOM.search(view.title + view.note + view.alt)
    assert [en for en in view.table["År"] if "fremskrivning" in en] == [
        f"{aar} (fremskrivning)" for aar in (2030, 2035, 2040)
    ]
    assert {en.udgiver for en in view.sources} == {"Danmarks Statistik"} and "(FRKM126)" in str(view.sources)
    trend = trend_view(filters, data)
    assert trend.id == "udvikling" and trend.table.equals(view.table)


@pytest.mark.parametrize(("niveau", "struktur"), [(n, s) for n in orakel.NIVEAUER[1:] for s in ("2007", "2027")])
def test_growth_is_a_full_map_and_a_ranking_hatched_as_what_is_expected(data, niveau, struktur):
    filters = chosen(niveau, struktur, fra=2018, til=2020)
    facit = orakel.fremskrivning_pr_omraade(niveau, struktur)["vaekst_80plus_pct"]
    tal = indicator_values(filters, data)
    assert tal.omraader.set_index("omraade_id")["vaerdi"].to_dict() == pytest.approx(facit.to_dict())
    assert tal.komplet and len(tal.kendte) == len(facit) and tal.navn.endswith(", 2026-2040")
    kortet, rangliste = map_view(filters, data), ranking_view(filters, data)
    assert isinstance(kortet.figure, Kort) and not kortet.figure.symboler and "(fremskrivning)" in kortet.figure.enhed
    assert "2026-2040" in kortet.subtitle and "2018" not in kortet.subtitle, "no year of those chosen"
    assert kortet.as_of == "12. juni 2026", "as of when it was published, not the years that it is of"
    assert all(en.skraveret == PROGNOSE for en in series(rangliste)) and rangliste.figure.prognose


def test_a_change_below_zero_has_classes_of_its_own(data):
    """The share of 65-79 fell in København and rose elsewhere: both stand in their class, in words without "–-"."""
    filters = Filters("kommune", "2007", indikator="aendring_65_79_point", dag=I_DAG)
    tal, figur = indicator_values(filters, data), map_view(filters, data).figure
    assert (tal.kendte["vaerdi"] < 0).any() and (tal.kendte["vaerdi"] > 0).any()
    etiketter = [en.etiket for en in figur.klasser]
    assert not any("–-" in en for en in etiketter)
    vaerdier = dict(zip(tal.omraader["omraade_id"], tal.omraader["vaerdi"], strict=True))
    yderst = [max(vaerdier[en] for en in klasse.omraade_ids) for klasse in figur.klasser]
    assert yderst == sorted(yderst)
