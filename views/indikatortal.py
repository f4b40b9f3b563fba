"""The figures of one indicator for the areas of a level: the numbers behind every map, ranking and trend."""

from dataclasses import dataclass

import pandas as pd

import queries
from geo import niveauer
from queries import Indikator
from queries.database import Snapshot
from views import dansk
from views.filtre import Filters
from views.view import Kilde

RESTER = ("ikke_stedfaestet", "flere_omraader")


@dataclass(frozen=True)
class Indikatortal:
    """What is known of one indicator.

    omraader: omraade_id, navn, vaerdi (float, NaN when missing), dato (text or None), kvalifikator, note; one row per
    area of the level. rester: the same columns for what the level cannot place. i_alt: the figure for the whole country
    on the same filters, NaN when there is none (with its date, qualifier and source where it was measured). komplet:
    are all areas known, so that rates and rankings hold?
    """

    indikator: Indikator
    filters: Filters
    omraader: pd.DataFrame
    rester: pd.DataFrame
    i_alt: float
    i_alt_dato: str | None
    i_alt_kvalifikator: str | None
    i_alt_kilde_id: str | None
    komplet: bool
    begrundelse: str

    @property
    def withheld(self) -> str:
        """Why this indicator cannot be shown on these data; "" when it can."""
        if self.indikator.kraever_komplet and not self.komplet:
            return f"{self.indikator.navn} vises ikke på disse data, for tallet ville ikke holde. {self.begrundelse}"
        return ""

    @property
    def kendte(self) -> pd.DataFrame:
        """The areas that have a figure."""
        return self.omraader[self.omraader["vaerdi"].notna()]

    def value_text(self, vaerdi: float) -> str:
        """A value with its unit in Danish."""
        return dansk.quantity(vaerdi, self.indikator.enhed, self.indikator.decimaler)


def indicator_values(filters: Filters, data: Snapshot | None = None) -> Indikatortal:
    """All figures of the chosen indicator. Raises KeyError when the indicator or the level is unknown."""
    indikator = queries.catalogue(data)[filters.indikator]
    komplet, begrundelse = queries.is_complete(
        filters.datasaet, indikator.register, filters.niveau, filters.fra, filters.til, data
    )
    ramme = _values(indikator, filters, filters.niveau, data)
    rest = ramme["omraade_id"].isin(RESTER)
    land = _values(indikator, filters, niveauer.LAND, data).iloc[0]
    return Indikatortal(
        indikator,
        filters,
        ramme[~rest].reset_index(drop=True),
        ramme[rest].reset_index(drop=True),
        land["vaerdi"],
        land["dato"],
        land["kvalifikator"],
        land["kilde_id"],
        komplet,
        begrundelse,
    )


def indicator_trend(filters: Filters, data: Snapshot | None = None) -> pd.DataFrame:
    """The indicator year by year: aar, omraade (the chosen one), sammenlign (the one to compare with), land; NaN when
    missing or not chosen."""
    indikator = queries.catalogue(data)[filters.indikator]
    foerste, sidste = queries.register_years(filters.datasaet, data).get(indikator.register, (0, -1))
    raekker = []
    for aar in range(max(foerste, filters.fra or foerste), min(sidste, filters.til or sidste) + 1):
        i_aaret = filters.on(fra=aar, til=aar)
        land = _values(indikator, i_aaret, niveauer.LAND, data)["vaerdi"].iloc[0]
        valgte = {"omraade": filters.omraade, "sammenlign": filters.sammenlign}
        if any(valgte.values()):
            ramme = _values(indikator, i_aaret, filters.niveau, data).set_index("omraade_id")["vaerdi"]
            valgte = {navn: ramme.get(kode, float("nan")) for navn, kode in valgte.items()}
        else:
            valgte = dict.fromkeys(valgte, float("nan"))
        raekker.append({"aar": aar, "land": land} | valgte)
    return pd.DataFrame(raekker, columns=["aar", "omraade", "sammenlign", "land"])


def indicator_years(filters: Filters, data: Snapshot | None = None) -> dict[int, Indikatortal]:
    """The indicator's figures for each year of the period that has any."""
    indikator = queries.catalogue(data)[filters.indikator]
    foerste, sidste = queries.register_years(filters.datasaet, data).get(indikator.register, (0, -1))
    perioden = range(max(foerste, filters.fra or foerste), min(sidste, filters.til or sidste) + 1)
    alle = {aar: indicator_values(filters.on(fra=aar, til=aar), data) for aar in perioden}
    return {aar: tal for aar, tal in alle.items() if not tal.kendte.empty}


def indicator_sources(
    indikator: Indikator, filters: Filters, data: Snapshot | None = None
) -> tuple[tuple[Kilde, ...], str]:
    """The sources of an indicator, most used first, and the newest date they speak of in Danish."""
    ramme = queries.sources(indikator, filters.datasaet, filters.fra, filters.til, data)
    nyeste = ramme["nyeste"].dropna()
    return as_sources(ramme), dansk.day(max(nyeste)) if len(nyeste) else "udateret"


def as_sources(ramme: pd.DataFrame) -> tuple[Kilde, ...]:
    """Rows of titel, udgiver, dato and url as sources for people."""
    return tuple(
        Kilde(post.titel, post.udgiver, dansk.day(post.dato), post.url if isinstance(post.url, str) else "")
        for post in ramme.itertuples()
    )


def _values(indikator: Indikator, filters: Filters, niveau: str, data: Snapshot | None) -> pd.DataFrame:
    """omraade_id, navn, vaerdi, dato, kvalifikator, note, kilde_id for every area and for what is not placed."""
    sted = (niveau, filters.struktur, filters.datasaet)
    periode = (filters.fra, filters.til)
    match indikator.register:
        case "udbud":
            ramme = queries.udbud_pr_omraade(*sted, *periode, data=data)
        case "klinik":
            ramme = queries.klinik_pr_omraade(*sted, *periode, data=data)
        case "pulje":
            ramme = queries.pulje_pr_omraade(*sted, None, *periode, data=data)
        case "hu_forloeb":
            ramme = queries.hu_pr_omraade(*sted, *periode, prognoser=False, data=data)
        case "befolkning":
            ramme = queries.befolkning_pr_omraade(niveau, filters.struktur, filters.til, data=data)
            datokolonne = "dato_65plus" if indikator.kolonne == "andel_65plus_pct" else "dato"
            ramme["dato"] = ramme[datokolonne].dt.strftime("%Y-%m-%d")
        case _:
            ramme = queries.noegletal_pr_omraade(indikator.kolonne, *sted, *periode, data=data)
            ramme = ramme.rename(columns={"vaerdi": indikator.kolonne})
    vaerdi = ramme[indikator.kolonne].astype("Float64").astype(float)
    ud = ramme[["omraade_id", "navn"]].assign(vaerdi=vaerdi)
    for kolonne in ("dato", "kvalifikator", "note", "kilde_id"):
        ud[kolonne] = ramme[kolonne].astype(object).where(ramme[kolonne].notna(), None) if kolonne in ramme else None
    return ud
