"""The country's figures on the front page, each with its year in the heading, and an address where the same figure
stands: same pool, same year, same level."""

from urllib.parse import urlencode

import pandas as pd

import queries
from geo import niveauer
from queries import udbud
from queries.database import Snapshot
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values
from views.faelles.kilder import Belaeg, of_area, of_rows
from views.faelles.nyere import newer_than
from views.faelles.poster import of_rounds
from views.faelles.udfald import UDEN_LAEGE, counted_outcomes, offered_lots
from views.faelles.view import Tal
from views.sprog import dansk
from views.sprog.ord import DATASAET

# Levels in the order they are tried for an indicator: the first on which all areas are known shows it best.
NIVEAUER = ("sundhedsraad", "region", "kommune")
ENHED = "ydernummer"


def whole_country(filters: Filters) -> Filters:
    """The country in the chosen structure and dataset, whatever else was chosen."""
    return Filters(niveau="region", struktur=filters.struktur, datasaet=filters.datasaet, dag=filters.dag)


def country_lots(land: Filters, data: Snapshot) -> pd.DataFrame:
    """The ydernumre of the country that were offered, each lot once."""
    runder = udbud.rounds(land.datasaet, land.niveau, land.struktur, data=data)
    return offered_lots(runder[runder["enhed"] == ENHED])


def years_of(lod: pd.DataFrame) -> str:
    """The years that dated lots were offered in: "2022-2026"; "" when none is dated."""
    aar = lod["dato"].dropna().str[:4]
    return "" if aar.empty else dansk.period(int(aar.min()), int(aar.max()))


def offered(land: Filters, data: Snapshot) -> Tal | None:
    """How many ydernumre were offered, all years together; None when none is known."""
    lod = country_lots(land, data)
    if lod.empty:
        return None
    aar, belaeg = years_of(lod), of_rounds(lod, data)
    return Tal(
        f"Udbudte ydernumre {aar}".strip(),
        dansk.number(int(lod["antal"].sum())),
        "ydernumre",
        f"Årene {aar} lagt sammen; hvert nummer er talt én gang." + _not_all(land, data),
        belaeg.opgjort,
        belaeg.kilder,
        land.link("ydernumre"),
        list_link(land.on(indikator="udbudte_ydernumre"), data),
    )


def found_doctor(land: Filters, data: Snapshot) -> Tal | None:
    """How many of them found a doctor, did not, or are not settled; None when none is known."""
    lod = country_lots(land, data)
    if lod.empty:
        return None
    antal, aar, belaeg = counted_outcomes(lod), years_of(lod), of_rounds(lod, data)
    uden = sum(antal[en] for en in UDEN_LAEGE)
    uvist = "afventer" if _complete(land, data) else "har intet kendt udfald"
    return Tal(
        f"Fandt en læge {aar}".strip(),
        f"{dansk.number(antal['besat'])} af {dansk.number(sum(antal.values()))}",
        "ydernumre",
        f"{dansk.number(uden)} fandt ikke en læge, og {dansk.number(antal['afventer'])} {uvist}."
        + _not_all(land, data),
        belaeg.opgjort,
        belaeg.kilder,
        land.link("ydernumre"),
        list_link(land.on(indikator="ydernumre_besat"), data),
    )


def training_posts(land: Filters, data: Snapshot) -> Tal | None:
    """Vacant HU-forløb in the newest year that is over and known; None when there is none."""
    post = newest_training_year(land, data)
    if post is None:
        return None
    ubesat, aar = post["opslaaet"] - post["besat"], int(post["aar"])
    ubesatte = land.on(indikator="hu_ubesat", fra=aar, til=aar)
    belaeg = of_area(indicator_values(ubesatte, data), niveauer.LAND, data)
    return Tal(
        f"Ubesatte HU-forløb {post['aar']}",
        f"{dansk.number(ubesat)} af {dansk.number(post['opslaaet'])}",
        "forløb",
        f"Slået op i hele landet i {post['aar']}, men ikke besat; {dansk.number(post['besat'])} blev besat. "
        "Genopslag er talt med i de opslåede.",
        belaeg.opgjort,
        belaeg.kilder,
        land.link("hu_forloeb"),
        list_link(ubesatte, data),
    )


def newest_training_year(land: Filters, data: Snapshot) -> pd.Series | None:
    """The newest year of which advertised and filled posts are known and no forecasts; None when there is none."""
    aar = queries.hu_country_by_year(land.datasaet, data)
    kendte = aar[aar["opslaaet"].notna() & aar["besat"].notna() & ~aar["rummer_prognose"]]
    return None if kendte.empty else kendte.iloc[-1]


def pool(land: Filters, data: Snapshot) -> Tal | None:
    """Grants of all applications of the newest pool of which both are known; None when of none."""
    post = newest_pool(land, data)
    if post is None:
        return None
    periode = "" if pd.isna(post["periode"]) else post["periode"]
    ramme = "ukendt" if pd.isna(post["ramme_kr"]) else f"på {dansk.quantity(post['ramme_kr'], 'kr.')}"
    belaeg = source(post["kilde_id"], data)
    return Tal(
        f"Lægedækningspuljen {periode}".strip(),
        f"{dansk.number(post['stoettede_projekter'])} af {dansk.number(post['ansoegninger'])}",
        "ansøgninger",
        f"Støttede af alle ansøgninger. Puljen er {ramme}",
        belaeg.opgjort,
        belaeg.kilder,
        land.on(pulje=post["pulje_id"]).link("puljen"),
        land.on(pulje=post["pulje_id"]).link("puljen") + "&fane=puljer",
    )


def newest_pool(land: Filters, data: Snapshot) -> pd.Series | None:
    """The newest pool of which applications and grants are known; None when of none."""
    puljer = queries.pools(land.datasaet, data)
    puljer = puljer[puljer["ansoegninger"].notna() & puljer["stoettede_projekter"].notna()]
    return None if puljer.empty else puljer.iloc[0]


def first_known(land: Filters, slugs: tuple[str, ...], data: Snapshot) -> Tal | None:
    """The country's figure of the first of some indicators that has one."""
    for slug in slugs:
        tal = indicator_values(land.on(indikator=slug), data)
        if tal.i_alt == tal.i_alt:
            return _indicator(tal, data)
    return None


def source(kilde_id: str, data: Snapshot) -> Belaeg:
    """One source by its id, with the date that it is from."""
    return of_rows(queries.source(kilde_id, data), data)


def _indicator(tal: Indikatortal, data: Snapshot) -> Tal:
    belaeg = of_area(tal, niveauer.LAND, data)
    aar = tal.i_alt_dato[:4] if tal.i_alt_dato else ""
    return Tal(
        f"{tal.indikator.navn} {aar}".strip(),
        " ".join(filter(None, [tal.i_alt_kvalifikator, dansk.number(tal.i_alt, tal.indikator.decimaler)])),
        tal.indikator.enhed,
        " ".join(filter(None, [tal.indikator.definition, newer_than(tal, data)])),
        belaeg.opgjort,
        belaeg.kilder,
        _where_it_stands(tal, data),
        list_link(tal.filters, data),
    )


def _where_it_stands(tal: Indikatortal, data: Snapshot) -> str:
    """The map of a level that knows all its areas on that day; where none does, the years of the country."""
    filters = tal.filters
    # a list of kommuner is seen as one
    for niveau in ("kommune", *NIVEAUER) if tal.indikator.fravaer_er_nul else NIVEAUER:
        paa = indicator_values(filters.on(niveau=niveau), data)
        if len(paa.kendte) == len(paa.omraader) and set(paa.kendte["dato"]) == {tal.i_alt_dato}:
            return paa.filters.link()
    return filters.link("visning") + "&" + urlencode({"visning": "udvikling"})


def _complete(land: Filters, data: Snapshot) -> bool:
    return queries.is_complete(land.datasaet, "udbud", land.niveau, data=data)[0]


def _not_all(land: Filters, data: Snapshot) -> str:
    if _complete(land, data):
        return ""
    return f" Kun det, {DATASAET[land.datasaet].lower()} fortæller; ikke en liste over alle udbud."
