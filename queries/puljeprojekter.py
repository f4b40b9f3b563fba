"""The projects of a pool one by one: what the sums by area (`queries.pulje_pr_omraade`) are made of."""

import pandas as pd

from queries.database import Snapshot


def pool_projects(pulje: str, niveau: str, struktur: str | int, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Every project of a pool in the order of its file, also those that do not count.

    Columns: projekt_id, titel, ansoeger, region (as written), `kommuner` (tuple of names), `omraade_ids` (tuple of the
    areas of the level that it stands in: several when it covers several, () when it is known for a larger area only),
    beloeb_kr (kroner, NaN when not told), beloeb_praecision, aar_fra, aar_til, tema, status, er_stoettet (supported?),
    mangler_beloeb (supported, but no source tells with how much), medregnes (all bool), note; and its source: kilde_id,
    kilde_titel, udgiver, url, dato.
    """
    parametre = {"pulje": pulje, "niveau": niveau, "struktur": str(struktur), "datasaet": datasaet}
    ramme = data.frame("puljen_projekter", parametre)
    for kolonne in ("kommuner", "omraade_ids"):
        ramme[kolonne] = [tuple(en.split(";")) if isinstance(en, str) else () for en in ramme[kolonne]]
    return ramme


def pools_with_projects(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """All pools in the order of their file: what was published of them and what is known of their projects.

    Columns: pulje_id, navn, periode, ramme_kr, ansoegninger, stoettede_projekter, note; `beskrevne` (rows of every
    status), `bevilgede` (granted, also when declined), `medregnede`, `uden_beloeb` (supported, amount not told) and
    `beloeb_kr` (the sum of those that count, NaN without any). Amounts in kroner.
    """
    return data.frame("puljen_oversigt", {"datasaet": datasaet})
