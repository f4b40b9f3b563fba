"""The lots behind a number of the tender register, by a code of the address, and the rounds behind those that count
rounds."""

from dataclasses import dataclass

import pandas as pd

from queries.bag_tallet import ENHEDER as KOLONNER
from queries.bag_tallet import rounds_behind
from queries.database import Snapshot
from queries.placering import LAND
from views.faelles.bag_tallet import REST_NAVN
from views.faelles.filtre import Filters
from views.faelles.poster import of_rounds
from views.faelles.registerview import register_view
from views.faelles.udfald import UDEN_LAEGE
from views.faelles.view import View
from views.sprog import dansk
from views.ydernumre.registeret import DEFINITION, SIDE, unit_of, years_added

# code of `status` -> what the list is then called, and what is said of the units in it
UDSNIT = {
    "": ("Alle poster", ""),
    "udbudt": ("Udbudt", "slået op"),
    "fandt-laege": ("Fandt en læge", "der fandt en læge,"),
    "fandt-ikke": ("Fandt ikke en læge", "der ikke fandt en læge,"),
    "afventer": ("Uden kendt udfald", "uden kendt udfald"),
    "uden-laege": ("Uden kendt læge", "uden kendt læge"),
}


@dataclass(frozen=True)
class Lod:
    """Lots that are counted. runder: each in its last offered round, with `tal`, the units that are counted in it;
    sentence: what they are."""

    runder: pd.DataFrame
    sentence: str


def counted_lots(filters: Filters, status: str, rest: str, data: Snapshot) -> Lod:
    """The lots of the chosen unit behind the number with a status of UDSNIT. Of one that only partly found doctors the
    rest has none, so it stands under both. rest: one of the rests instead of the chosen area."""
    enhed = unit_of(filters)
    kolonne = next(navn for navn, en in KOLONNER.items() if en == enhed.enhed)
    sted = (filters.niveau, filters.struktur, rest or filters.omraade or LAND)
    alle = rounds_behind(kolonne, *sted, filters.datasaet, (filters.fra, filters.til), data)
    laege = alle["antal_laege"].fillna(0).astype(int)
    uden, ikke = alle["tal"] - laege, alle["udfald"].isin(UDEN_LAEGE)
    tal = {
        "udbudt": alle["tal"],
        "fandt-laege": laege,
        "fandt-ikke": uden.where(ikke, 0),
        "afventer": uden.where(~ikke, 0),
        "uden-laege": uden,
    }[status]
    lod = alle.assign(tal=tal)[tal > 0]
    hvor = f"({REST_NAVN[rest]})" if rest else f"i {filters.place()}"
    antal = enhed.count(int(lod["tal"].sum()))
    # the number is of all years that the register tells of, also those in which the area has nothing
    land = rounds_behind(kolonne, *sted[:2], LAND, filters.datasaet, (filters.fra, filters.til), data)
    aarene = years_added(land, filters).removesuffix(" lagt sammen")
    return Lod(lod, f"Viser {antal} {UDSNIT[status][1]} {hvor}, {aarene} ({len(lod)} udbud).")


def rounds_view(filters: Filters, runder: pd.DataFrame, data: Snapshot) -> View:
    """Rounds and decisions one by one, as a table."""
    tabel = pd.DataFrame(
        {
            "Sted": runder["sted"],
            "Kommune": runder["kommune"],
            "Runde": runder["runde"],
            "Antal": runder["antal"],
            "Enhed": runder["enhed"],
            "Opslået": runder["opslag_dato"],
            "Ansøgere": runder["antal_ansoegere"],
            "Status": runder["status_navn"],
            "Status pr.": runder["status_dato"],
            "Kilde": runder["url"],
        }
    ).reset_index(drop=True)
    antal = dansk.counted(len(tabel), "runde eller beslutning", "runder og beslutninger")
    return register_view(
        "rundeliste",
        "udbud",
        SIDE,
        filters,
        data,
        title=f"Runder og beslutninger: {filters.place()}",
        figure=None,
        table=tabel,
        alt=f"Tabel med {antal}.",
        definition=DEFINITION.format(enheder="Runder"),
        note="" if len(tabel) else "Ingen runder i perioden.",
        date_columns=("Opslået", "Status pr."),
        link_column="Kilde",
        belaeg=of_rounds(runder, data),
        missing="–",
    )
