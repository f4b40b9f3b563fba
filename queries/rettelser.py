"""What was corrected in the own data since a day, by area: two versions compared, their rows placed by the database.

The versions are those that the pointer names (data/versioner.py), which is switched together with the database.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from data.build import DATA
from data.indlaes import IndlaesFejl
from data.indlaes.rettelser import Rettelser, corrections
from data.pegepind import VersionFejl, in_use_before
from data.versioner import Version, current, versions
from queries.database import Snapshot

KOLONNER = ["hvad", "ark", "noegle", "kolonne", "slags", "foer", "efter", "omraade_id", "sted", "sted_foer", "er_her"]
INGEN = pd.DataFrame(columns=KOLONNER).astype({"er_her": bool})


@dataclass(frozen=True, eq=False)
class Rettet:
    """`fra` and `til`: the version in use when the day began and the one in use now, None without own data; `fejl`: why
    they cannot be compared, in Danish, "" when they can.

    raekker: a row for each correction (hvad, ark, noegle, kolonne, slags, foer, efter: data/indlaes/rettelser.py), with
    `omraade_id` (of the level; "ikke_stedfaestet" when known for a larger area or for none, "flere_omraader" for a
    project in several), `sted` and `sted_foer` (names; None for no place) and `er_her`. A row that a correction has
    moved counts where it stands now. Where it stood its loss must be told too, so it is there as well, with `er_her`
    False: it is no part of any count.
    """

    fra: Version | None
    til: Version | None
    fejl: str
    raekker: pd.DataFrame

    @property
    def er_kendt(self) -> bool:
        """Were there two versions to compare? Without them nothing is known, which is not the same as none."""
        return bool(self.fra and self.til) and not self.fejl

    @property
    def her(self) -> pd.DataFrame:
        """The corrections that count in the chosen area."""
        return self.raekker[self.raekker["er_her"]]

    @property
    def forladt(self) -> pd.DataFrame:
        """The corrections of rows that stood in the chosen area and were moved out of it."""
        return self.raekker[~self.raekker["er_her"]]


def corrections_since(
    dag: date, niveau: str, struktur: str | int, omraade: str, data: Snapshot, kilder: Path = DATA
) -> Rettet:
    """What was corrected in the own data since a day began, for an area of a level ("" is the whole country). With data
    that are for everybody nothing is known of it."""
    fra = til = None
    if data.aaben:
        return Rettet(None, None, "", INGEN)
    try:
        til = current(kilder)
        navn = in_use_before(kilder, dag.isoformat())
        if til is None or not navn:
            return Rettet(None, til, "", INGEN)
        fra = next((en for en in versions(kilder) if en.navn == navn), None)
        if fra is None:
            raise VersionFejl(f"Version {navn} mangler eller er ødelagt; hent den fra en sikkerhedskopi.")
        fundet = data.once(_compared, kilder, fra.navn, til.navn, fra.nr, til.nr)
    except (VersionFejl, IndlaesFejl) as fejl:
        return Rettet(fra, til, str(fejl), INGEN)
    return Rettet(fra, til, "", _placed(fundet, niveau, str(struktur), omraade, data))


def _compared(kilder: Path, _fra: str, _til: str, fra: int, til: int, _data: Snapshot) -> Rettelser:
    """The same versions, by name, always differ by the same; so a snapshot remembers it."""
    return corrections(fra, til, kilder)


def _placed(rettelser: Rettelser, niveau: str, struktur: str, omraade: str, data: Snapshot) -> pd.DataFrame:
    if not rettelser.steder:
        return INGEN
    nr, kendt_niveau, navn = zip(*((nr, *en) for nr, steder in enumerate(rettelser.steder) for en in steder))
    sted = {"niveau": niveau, "struktur": struktur, "omraade": omraade}
    steder = data.frame("rettelser_sted", sted | {"nr": nr, "kendt_niveau": kendt_niveau, "navn": navn}).set_index("nr")
    navne = {nr: navn if isinstance(navn, str) else None for nr, navn in steder["navn"].items()}
    nu, foer = rettelser.raekker["sted"], rettelser.raekker["sted_foer"]
    ramme = rettelser.raekker.assign(
        omraade_id=nu.map(steder["omraade_id"]),
        sted=pd.Series([navne[en] for en in nu], nu.index, dtype=object),
        sted_foer=pd.Series([navne[en] for en in foer], foer.index, dtype=object),
        er_her=nu.map(steder["er_her"]).astype(bool),
    )
    return ramme.loc[ramme["er_her"] | foer.map(steder["er_her"]).astype(bool), KOLONNER].reset_index(drop=True)
