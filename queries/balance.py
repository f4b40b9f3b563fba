"""What a scenario begins with: its assumptions, and what the data hold of doctors, HU-forløb, offers, plans and where
doctors settle. Counts are whole doctors, posts or units; what nobody has counted has no row, and is never 0."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from queries.database import Snapshot
from queries.hu_serier import hu_by_year

# The level that HU-forløb are filled at.
UDDANNELSE = "videreuddannelsesregion"


@dataclass(frozen=True)
class Laegetal:
    """Doctors with a place of their own (owners in a PLO-klinik) in an area on a day.

    uddannelsesregion: the videreuddannelsesregion that holds the area, "" when none does. aldre: doctors under 40, by
    five years from 40 to 69, and of 70 or more (eight numbers); () when one is not known or shown. kilder: kilde_id.
    """

    omraade_id: str
    navn: str
    kort_navn: str
    uddannelsesregion: str
    dato: date
    laeger: int
    aldre: tuple[int, ...]
    kilder: tuple[str, ...]


def assumptions(data: Snapshot) -> pd.DataFrame:
    """The assumptions in their order, the same in every dataset; values are the whole numbers of a link.

    Columns: antagelse (the id), gruppe, navn, forklaring, enhed, skala, standard, gunstig, ugunstig, lav, hoej, mindst,
    hoejst, trin (divided by `skala` they are in `enhed`), status ("kilde", "beregnet", "skoen"), regnestykke,
    erstattes_af (the table that measures it), and of the source of the default, <NA> where there is none: kilde_id,
    titel, udgiver, url, kilde_dato.
    """
    return data.frame("antagelser")


def doctors(niveau: str, struktur: str | int, datasaet: str, senest: date, data: Snapshot) -> tuple[Laegetal, ...]:
    """The areas of a level that are counted, on the newest day up to `senest` that most of them are counted on."""
    parametre = {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet, "senest": senest}
    ramme = data.frame("balance_laeger", parametre)
    return tuple(
        Laegetal(
            en.omraade_id,
            en.navn,
            en.kort_navn,
            en.uddannelsesregion if isinstance(en.uddannelsesregion, str) else "",
            pd.Timestamp(en.dato).date(),
            int(en.laeger),
            () if np.ndim(en.aldre) == 0 else tuple(int(tal) for tal in en.aldre),
            tuple(en.kilder),
        )
        for en in ramme.itertuples()
    )


def filled_hu(struktur: str, datasaet: str, til_aar: int, data: Snapshot) -> pd.DataFrame:
    """HU-forløb filled in a whole year, by videreuddannelsesregion of a structure, up to a year.

    Columns: omraade_id, aar, besat (posts), kilder (kilde_id's parted by ";"). Only years in which nothing is expected
    any more, all regions are known and they add up to the country; else those who began (the register of those who
    began and finished), where all regions are known.
    """
    serie = hu_by_year(UDDANNELSE, struktur, datasaet, data)
    serie = serie[serie["aar"] <= til_aar]
    ventet = {*serie.loc[serie["er_prognose"] & serie["besat"].notna(), "aar"]}
    rest = serie[(serie["omraade_id"] == "ikke_stedfaestet") & (serie["besat"].fillna(0) > 0)]
    hele = serie[~serie["aar"].isin(ventet | {*rest["aar"]}) & serie["besat"].notna() & ~serie["er_prognose"]]
    hele = _all_regions(hele[hele["omraade_id"] != "ikke_stedfaestet"], data)
    begyndt = data.frame("balance_hu", {"datasaet": datasaet})
    begyndt = begyndt[(begyndt["aar"] <= til_aar) & ~begyndt["aar"].isin({*hele["aar"]})]
    kolonner = ["omraade_id", "aar", "besat", "kilder"]
    samlet = pd.concat([_all_regions(begyndt, data)[kolonner], hele[kolonner]])
    return samlet.sort_values(["aar", "omraade_id"]).reset_index(drop=True)


def _all_regions(ramme: pd.DataFrame, data: Snapshot) -> pd.DataFrame:
    """The years that have a row for each videreuddannelsesregion: a sum over fewer is no sum of the country."""
    alle = len(data.frame("uddannelsesregioner"))
    antal = ramme.groupby("aar")["omraade_id"].transform("nunique")
    return ramme[antal == alle]


def open_places(niveau: str, struktur: str | int, datasaet: str, dag: date, data: Snapshot) -> pd.DataFrame:
    """What stood open on a day, by area, year and unit; a clinic that is tendered is left out.

    Columns: omraade_id, navn, kort_navn, aar (when it was first offered), enhed ("ydernummer", "kapacitet"), antal
    (units), med_laege_klar and uden_laege_klar (units of which it is known that a specialist is in sight, or is not),
    kilder. Under "ikke_stedfaestet" stands what no area of the level holds, with `kendt_region` (region_id) and
    `kendt_regionsnavn` where the region is known (else None).
    """
    parametre = {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet, "dag": dag}
    return data.frame("balance_udbud", parametre)


def plan(niveau: str, struktur: str | int, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What regions plan to offer, by area and year.

    Columns: omraade_id, navn, kort_navn, kendt_region, kendt_regionsnavn (see `open_places`), aar, art ("nyt",
    "overtagelse", "konvertering"), enhed, stadium ("besluttet", "indstillet", "omtalt"), antal (units), kilder.
    """
    return data.frame("balance_plan", {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet})


def settlement(
    niveau: str, struktur: str | int, datasaet: str, data: Snapshot, ansaettelse: str = "alle"
) -> pd.DataFrame:
    """Where those who finished in a videreuddannelsesregion work, by the newest count that is by areas of the level.

    Columns: uddannelsesregion (id), omraade_id ("ikke_almen_praksis" and "udland" for those in no area), navn,
    er_omraade, faerdig_fra, faerdig_til, opgjort_efter_aar (years), antal (doctors), `andel` (of those in an area, a
    share of one; sums to 1 for each region), kilder.
    """
    parametre = {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet, "ansaettelse": ansaettelse}
    return data.frame("balance_bosaetning", parametre)


def measured(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Assumptions that the dataset measures: antagelse (id), vaerdi (as the equations take it: a share of one, or
    months), tabel, fra_aar, til_aar, kilder."""
    return data.frame("balance_maalt", {"datasaet": datasaet})
