"""The pool by theme and per inhabitant."""

import math
import re

import pandas as pd
import pytest

from geo import niveauer
from tests.queries import orakel
from tests.queries.orakel import FLERE, IKKE
from tests.sweep import some
from tests.views.figurer import series
from tests.views.puljen.test_pulje import EKS, PULJER, STEDER, chosen, kroner, places, shown
from views.figur import farver
from views.puljen import behov as puljen_behov
from views.puljen import figurer as puljen_figurer
from views.puljen import kort as puljen_kort
from views.puljen import tal
from views.puljen import tema as puljen_tema


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_themes_add_up_and_unknown_amounts_are_not_zero(data, datasaet, pulje):
    tabel = puljen_tema.theme_view(chosen(datasaet, pulje), data).table.set_index("Tema")
    for tema, navn in puljen_tema.TEMAER.items():
        poster = [en for en in shown(datasaet, pulje) if en["tema"] == tema]
        medregnede = [en for en in poster if en["medregnes"] == "1"]
        assert (navn in tabel.index) == bool(poster)
        if poster:
            assert tabel.loc[navn, "Projekter"] == len(poster)
            assert tabel.loc[navn, "Projekter i summen"] == len(medregnede)
            kr = tabel.loc[navn, "Kr."]
            assert kr == kroner(medregnede) if medregnede else pd.isna(kr)


@pytest.mark.parametrize("niveau", ["sundhedsraad", "region"])
@pytest.mark.parametrize(("datasaet", "pulje"), some(PULJER, 5))
def test_the_themes_of_a_chosen_area_are_its_own_projects(data, datasaet, pulje, niveau):
    """The area's, with the money that is its alone; where none is described there the country's, which says so."""
    for omraade, navn in some([*niveauer.areas(niveau, "2007").items()], 3):
        egne = [en for en in shown(datasaet, pulje) if omraade in places(en, niveau, "2007")]
        alene = [en for en in egne if en["medregnes"] == "1" and len(places(en, niveau, "2007")) == 1]
        view = puljen_tema.theme_view(chosen(datasaet, pulje, niveau, omraade=omraade), data)
        ventet = egne or shown(datasaet, pulje)
        assert view.table["Projekter"].sum() == len(ventet)
        assert view.title.startswith(navn.kort_navn if egne else "Hele landet")
        assert (navn.kort_navn if egne else "Hele landet") in view.subtitle.split(" · ")
        if egne:
            assert view.table["Kr."].sum() == kroner(alene)
        elif shown(datasaet, pulje):
            assert navn.kort_navn in view.note


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_most_is_said_only_where_every_amount_is_told(data, datasaet, pulje):
    title = puljen_tema.theme_view(chosen(datasaet, pulje), data).title
    poster = shown(datasaet, pulje)
    alt_kendt = datasaet == "eksempel" and all(en["medregnes"] == "1" for en in poster)
    temaer = {en["tema"] for en in poster} if alt_kendt else ()
    pr_tema = {tema: kroner([post for post in poster if post["tema"] == tema]) for tema in temaer}
    flest = [en for en in pr_tema if pr_tema[en] == max(pr_tema.values())]
    assert ("flest" in title) == (len(flest) == 1 and len(pr_tema) > 1)
    if len(flest) == 1:
        assert puljen_tema.TEMAER[flest[0]].lower() in title


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_who_got_most_is_said_only_where_the_rest_could_not_turn_it(data, niveau, struktur):
    """Money of shared and unplaced projects could go to any of the areas."""
    facit = orakel.pulje_pr_omraade(niveau, struktur, "eksempel", EKS)
    rest, omraader = facit.loc[[IKKE, FLERE], "beloeb_kr"].sum(), facit.drop([IKKE, FLERE])
    for byg, kolonne, ekstra in (
        (puljen_figurer.per_inhabitant_view, "kr_pr_indbygger", rest / omraader["indbyggere"].min()),
        (puljen_kort.map_view, "beloeb_kr", rest),
    ):
        foerste, anden = omraader[kolonne].nlargest(2)
        title = byg(chosen("eksempel", EKS, niveau, struktur), data).title
        assert ("flest" in title.lower()) == (round(foerste, 1) > round(anden, 1) + ekstra), title


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_the_countrys_kroner_per_inhabitant_are_the_same_on_every_level(data, niveau, struktur):
    """20 mio. kr. over the whole population, whatever part of it stands in no one area."""
    folk = orakel.pulje_pr_omraade("region", "2007", "eksempel", EKS)["indbyggere"].drop([IKKE, FLERE])
    land = 20_000_000 / folk.sum()
    filters = chosen("eksempel", EKS, niveau, struktur)
    for byg in (puljen_figurer.per_inhabitant_view, puljen_behov.need_view):
        assert pytest.approx(land) in [en.ved for en in byg(filters, data).figure.linjer]
    tabel = puljen_kort.map_view(filters, data).table.set_index("Område")
    assert tabel.loc["Hele puljen", "Kr. pr. indbygger"] == pytest.approx(land)


def test_every_theme_of_the_schema_has_a_name(data):
    with data.forbindelse.cursor() as cursor:
        regler = cursor.execute("SELECT constraint_text FROM duckdb_constraints() WHERE table_name = 'puljeprojekt'")
        tekst = next(en for (en,) in regler.fetchall() if "tema" in en and "sundhedshus" in en)
    assert set(re.findall(r"'(\w+)'", tekst)) == set(puljen_tema.TEMAER)


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_the_bars_are_the_kroner_per_inhabitant_from_high_to_low(data, niveau, struktur):
    facit = orakel.pulje_pr_omraade(niveau, struktur, "eksempel", EKS)["kr_pr_indbygger"].drop([IKKE, FLERE])
    lavest, hoejest = facit.idxmin(), facit.idxmax()
    filters = chosen("eksempel", EKS, niveau, struktur, omraade=lavest, sammenlign=hoejest)
    [soejler] = series(puljen_figurer.per_inhabitant_view(filters, data))
    assert list(soejler.vaerdier) == sorted(soejler.vaerdier, reverse=True)
    assert soejler.vaerdier[0] == pytest.approx(facit.max(), abs=0.006)
    assert len(soejler.vaerdier) <= puljen_figurer.FLEST_SOEJLER + 2
    if len(facit) <= puljen_figurer.FLEST_SOEJLER:
        assert list(soejler.vaerdier) == pytest.approx(sorted(facit, reverse=True), abs=0.006)
    farvet = dict(zip(soejler.farve, soejler.vaerdier))
    assert farvet[farver.MARKERET] == pytest.approx(facit.min(), abs=0.006)
    assert farvet[farver.SAMMENLIGN] == pytest.approx(facit.max(), abs=0.006)


def test_an_area_whose_amount_is_not_told_has_no_bar(data):
    view = puljen_figurer.per_inhabitant_view(chosen("eksempel", "eks-laege-sundhedshus-2022", "kommune"), data)
    kendte = view.table.set_index("Område")["Kr. pr. indbygger"]
    assert pd.isna(kendte["Ringkøbing-Skjern"]) and kendte["Odense"] == 0
    assert "Ringkøbing-Skjern" not in series(view)[0].steder and "Ringkøbing-Skjern" in view.note


def test_money_of_years_without_a_count_is_divided_by_nothing(data):
    """A pool of 2009-2011 has no population of its own years, and is given none of a later year."""
    gammel = tal.read_pool(chosen("offentlig", "akutpuljen-2009-2011", "region", "2007"), data)
    assert gammel.omraader["indbyggere"].isna().all() and tal.uncounted(gammel)
    assert math.isnan(tal.country_per_inhabitant(gammel)) and tal.population_text(gammel) == ""
    ny = tal.read_pool(chosen("eksempel", EKS, "region", "2007"), data)
    assert tal.uncounted(ny) == "" and tal.population_text(ny) == "Delt med folketallet 1. januar 2025."
    assert tal.population_text(ny) in puljen_figurer.per_inhabitant_view(ny.filters, data).definition
