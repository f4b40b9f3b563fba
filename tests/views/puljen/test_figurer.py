"""The pool by theme and per inhabitant."""

import re

import pandas as pd
import pytest

from tests.queries import orakel
from tests.queries.orakel import FLERE, IKKE
from tests.views.figurer import series
from tests.views.puljen.test_pulje import EKS, PULJER, STEDER, chosen, kroner, shown
from views.figur import farver
from views.puljen import figurer as puljen_figurer


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_themes_add_up_and_unknown_amounts_are_not_zero(data, datasaet, pulje):
    tabel = puljen_figurer.theme_view(chosen(datasaet, pulje), data).table.set_index("Tema")
    for tema, navn in puljen_figurer.TEMAER.items():
        poster = [en for en in shown(datasaet, pulje) if en["tema"] == tema]
        medregnede = [en for en in poster if en["medregnes"] == "1"]
        assert (navn in tabel.index) == bool(poster)
        if poster:
            assert tabel.loc[navn, "Projekter"] == len(poster)
            assert tabel.loc[navn, "Projekter i summen"] == len(medregnede)
            kr = tabel.loc[navn, "Kr."]
            assert kr == kroner(medregnede) if medregnede else pd.isna(kr)


def test_every_theme_of_the_schema_has_a_name(data):
    with data.forbindelse.cursor() as cursor:
        regler = cursor.execute("SELECT constraint_text FROM duckdb_constraints() WHERE table_name = 'puljeprojekt'")
        tekst = next(en for (en,) in regler.fetchall() if "tema" in en and "sundhedshus" in en)
    assert set(re.findall(r"'(\w+)'", tekst)) == set(puljen_figurer.TEMAER)


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
