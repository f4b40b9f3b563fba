"""Need year by year: what the inhabitants that were counted come to, and what those expected would, drawn apart."""

import pandas as pd

from geo import niveauer
from geo.kortlag import layer
from queries import behov
from queries.database import Snapshot
from views.balance.behov_ord import BEHOV, EFTER, SIDE, amount
from views.faelles import saetninger
from views.faelles.behovstal import AF_INDBYGGERE, EFTER_ALDER, EFTER_INDBYGGERE, NORMTAL, told_by
from views.faelles.filtre import Filters
from views.faelles.kilder import joined, of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import PROGNOSE, STABLET, Aksefigur, Kategorier, Punkter, Soejler
from views.figur.ramme import by_year
from views.sprog import dansk

VENTET = "fremskrivning"
DEFINITION = (
    f"{AF_INDBYGGERE} Normtallet gælder tilmeldte patienter (gruppe 1); her er det indbyggere i alle år, for det er "
    "folketallet, der er fremskrevet."
)


def need_by_year(filters: Filters, data: Snapshot) -> View:
    """The chosen area's (or the country's) flat need in each year; expected years are hatched, and no figure of today
    is held against them."""
    niveau, omraade = (filters.niveau, filters.omraade) if filters.omraade else (niveauer.LAND, niveauer.LAND)
    alle = behov.need(niveau, filters.struktur, data)
    serie = alle[alle["omraade_id"] == omraade].reset_index(drop=True)
    navn = filters.area_name(uden=niveauer.HELE_LANDET)
    talt = told_by(serie[~serie["er_ventet"]], niveau, data, alder=True)
    ventet = data.frame("belaeg_fremskrivning", {"niveau": niveau})
    fremskrevet = of_rows(ventet.loc[(ventet["omraade_id"] == omraade) & ventet["dato"].notna()], data)
    return View(
        id="beh_over_tid",
        title=_title(navn, serie),
        subtitle=f"{navn} · {saetninger.dataset(filters)}",
        figure=_figure(serie),
        table=_table(serie),
        alt=f"Søjler med behovet efter {NORMTAL} år for år, de ventede år skraveret, og ruder ved det efter alder.",
        definition=f"{DEFINITION} {EFTER_ALDER}",
        sources=joined([talt, fremskrevet]).kilder,
        as_of=talt.opgjort,
        coverage=_coverage(serie),
        geography=layer(niveauer.map_level(filters.niveau), filters.struktur).grundlag.navn,
        link=filters.link(SIDE),
        filters=filters,
        decimals={BEHOV: 1, EFTER: 1, "Aldersindeks": 3, "Indbyggere": 0},
        note="De skraverede år er en fremskrivning af folketallet, ikke et opgjort behov; dagens læger holdes ikke op "
        "mod dem.",
    )


def _title(navn: str, serie: pd.DataFrame) -> str:
    """What was counted last, and what is expected last."""
    nu, saa = serie[~serie["er_ventet"]].iloc[-1], serie[serie["er_ventet"]]
    talt = f"Behov efter {EFTER_INDBYGGERE} i {navn[:1].lower() + navn[1:] if navn == niveauer.HELE_LANDET else navn}"
    ventet = f", {dansk.number(saa.iloc[-1]['behov_flad'])} ventet i {saa.iloc[-1]['aar']}" if len(saa) else ""
    return f"{talt}: {amount(nu['behov_flad'])} i {nu['aar']}{ventet}"


def _coverage(serie: pd.DataFrame) -> str:
    talt, ventet = (serie.loc[serie["er_ventet"] == en, "aar"].tolist() for en in (False, True))
    frem = f", fremskrevet til {dansk.sentence_list([str(en) for en in ventet])}" if ventet else ""
    return f"Folketallet er talt {dansk.period(talt[0], talt[-1])}{frem}."


def _figure(serie: pd.DataFrame) -> Aksefigur:
    """Bars on an axis of all years, so that five years are five times as wide as one."""
    aarene = [str(aar) for aar in range(int(serie["aar"].min()), int(serie["aar"].max()) + 1)]
    skrevne = {
        str(en) for en in (*serie.loc[~serie["er_ventet"], "aar"].iloc[[0, -1]], *serie.loc[serie["er_ventet"], "aar"])
    }
    soejler = tuple(_bars(bool(ventet), dele) for ventet, dele in serie.groupby("er_ventet"))
    steder = tuple(str(en) for en in serie["aar"])
    alder = Punkter(
        "Efter alder (illustration)",
        steder,
        tuple(float(en) for en in serie["behov_alder"]),
        farver.SAMMENLIGN,
        "rude",
    )
    x = Kategorier(tuple(aarene), skrevne=tuple((en, en) for en in aarene if en in skrevne))
    return by_year((*soejler, alder), "Kapaciteter", 320, x, maade=STABLET, forklaring=True)


def _bars(ventet: bool, dele: pd.DataFrame) -> Soejler:
    hale = f" ({VENTET})" if ventet else ""
    return Soejler(
        f"Efter fremskrevet folketal og {NORMTAL}" if ventet else f"Efter {NORMTAL}",
        tuple(str(en) for en in dele["aar"]),
        tuple(float(en) for en in dele["behov_flad"]),
        farver.LINJE,
        tuple(f"{post.aar}{hale}: {amount(post.behov_flad, 1)} efter {NORMTAL}" for post in dele.itertuples()),
        skraveret=PROGNOSE if ventet else "",
    )


def _table(serie: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "År": [f"{post.aar} ({VENTET})" if post.er_ventet else str(post.aar) for post in serie.itertuples()],
            "Indbyggere": serie["indbyggere"],
            BEHOV: serie["behov_flad"],
            EFTER: serie["behov_alder"],
            "Aldersindeks": serie["aldersindeks"],
        }
    )
