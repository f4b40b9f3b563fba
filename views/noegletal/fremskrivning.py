"""The oldest inhabitants year by year: those that were counted, and after them those that are expected, drawn apart."""

import pandas as pd

import queries
from geo import niveauer
from geo.kortlag import layer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.kilder import joined, of_area, of_years
from views.faelles.view import View
from views.figur import farver
from views.figur.model import PROGNOSE, STABLET, Aksefigur, Kategorier, Soejler
from views.figur.ramme import by_year
from views.sprog import dansk

VAEKST, TALT = "vaekst_80plus_pct", "indbyggere_80plus"
EMNE = "Indbyggere på 80 år og derover"
VENTET = "fremskrivning"


def projection_view(filters: Filters, data: Snapshot) -> View:
    """The chosen area's (or the country's) inhabitants of 80 and over. Nothing is judged: what is expected is
    hatched, and no figure of today is worked out from it."""
    omraade = filters.omraade or niveauer.LAND
    niveau = filters.niveau if filters.omraade else niveauer.LAND
    serie = queries.projection_by_year(niveau, omraade, data)
    navn = filters.area_name() if filters.omraade else niveauer.HELE_LANDET
    vaekst = indicator_values(filters.on(indikator=VAEKST), data)
    hele = filters.on(indikator=TALT, fra=None, til=None)
    belaeg = joined([of_area(vaekst, omraade, data), of_years(hele, (omraade,), data)])
    return View(
        id="fremskrivning",
        title=_title(navn, serie),
        subtitle=f"{navn} · {saetninger.dataset(filters, VENTET)}",
        figure=_figure(serie) if len(serie) else None,
        table=_table(serie),
        alt=f"Søjler med indbyggere på 80 år og derover for hvert år: {_title(navn, serie)}. De ventede er skraveret."
        if len(serie)
        else f"Ingen figur: folketallet for {navn} kendes ikke.",
        definition=f"{EMNE} pr. 1. januar. {vaekst.indikator.note}",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=_coverage(serie),
        geography=layer(niveauer.map_level(filters.niveau), filters.struktur).grundlag.navn,
        link=filters.on(indikator=VAEKST).link(),
        filters=filters,
        decimals={"Indbyggere": 0, "65 år og derover": 0, "80 år og derover": 0, "Andel på 80 år og derover": 1},
        note="De skraverede år er en fremskrivning, ikke et opgjort tal; ingen andre tal deles med den.",
    )


def _title(navn: str, serie: pd.DataFrame) -> str:
    """What was counted last, what is expected last, and the difference, which says nothing of good or bad."""
    talt, ventet = serie[~serie["er_ventet"]], serie[serie["er_ventet"]]
    if talt.empty or ventet.empty:
        return f"{EMNE}: {navn}"
    nu, saa = talt.iloc[-1], ventet.iloc[-1]
    pct = round(100 * (saa["indbyggere_80plus"] / nu["indbyggere_80plus"] - 1))
    flere = f"{dansk.number(abs(pct))} pct. {'flere' if pct >= 0 else 'færre'}"
    return (
        f"{EMNE} i {navn[:1].lower() + navn[1:] if navn == niveauer.HELE_LANDET else navn}: "
        f"{dansk.number(nu['indbyggere_80plus'])} i {nu['aar']}, {dansk.number(saa['indbyggere_80plus'])} ventet i "
        f"{saa['aar']} ({flere})"
    )


def _coverage(serie: pd.DataFrame) -> str:
    """The years that were counted, and those that are expected."""
    talt, ventet = (serie.loc[serie["er_ventet"] == en, "aar"].tolist() for en in (False, True))
    dele = [f"Talt {dansk.period(talt[0], talt[-1])}"] if talt else []
    dele += [f"fremskrevet til {dansk.sentence_list([str(en) for en in ventet])}"] if ventet else []
    return f"{dansk.capital(', '.join(dele))}." if dele else "Ingen år kendes."


def _figure(serie: pd.DataFrame) -> Aksefigur:
    """Bars on an axis of all years, so that five years are five times as wide as one."""
    alle = [str(aar) for aar in range(int(serie["aar"].min()), int(serie["aar"].max()) + 1)]
    talte = serie.loc[~serie["er_ventet"], "aar"]
    skrevne = {str(aar) for aar in (talte.min(), talte.max(), *serie.loc[serie["er_ventet"], "aar"])}
    soejler = []
    for ventet, dele in serie.groupby("er_ventet"):
        hale = f" ({VENTET})" if ventet else ""
        soejler.append(
            Soejler(
                "Fremskrevet" if ventet else "Talt",
                tuple(str(aar) for aar in dele["aar"]),
                tuple(float(en) for en in dele["indbyggere_80plus"]),
                farver.LINJE,
                tuple(
                    f"{post.aar}{hale}: {dansk.quantity(post.indbyggere_80plus, 'indbyggere')}"
                    for post in dele.itertuples()
                ),
                skraveret=PROGNOSE if ventet else "",
            )
        )
    x = Kategorier(tuple(alle), skrevne=tuple((en, en) for en in alle if en in skrevne))
    return by_year(tuple(soejler), "Indbyggere", 300, x, maade=STABLET, forklaring=True)


def _table(serie: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "År": [f"{post.aar} ({VENTET})" if post.er_ventet else str(post.aar) for post in serie.itertuples()],
            "80 år og derover": serie["indbyggere_80plus"],
            "Andel på 80 år og derover": 100 * serie["indbyggere_80plus"] / serie["indbyggere"],
            "65 år og derover": serie["indbyggere_65plus"],
            "Indbyggere": serie["indbyggere"],
        }
    )
