"""A scenario that somebody named: what a deck keeps of it, so that it can be found again, and told what it was made on.

In the deck's file, beside its slides:

    [[scenarie]]
    navn = "Flere færdige speciallæger"
    tekst = "1;c=98"                      # as in the address
    datasaet = "offentlig"
    version = "d799e4e12ac9"              # of the data, when it was named
    dag = "2026-11-27"                    # of that day
"""

import re
from dataclasses import asdict, dataclass, fields
from datetime import date

from queries.database import Snapshot
from views.balance.balance import assumptions_of
from views.balance.scenarie import UkendtScenarie, parse
from views.faelles.filtre import Filters
from views.sprog import dansk
from views.sprog.markdown import shown_code, without_invisible
from views.sprog.ord import DATASAET

FLEST = 20
LAENGSTE_NAVN = 60
# So much of a version tells it apart.
VERSIONSTEGN = 12
VERSION = r"[0-9a-f]{12}"


@dataclass(frozen=True)
class GemtScenarie:
    """navn: what it is called. tekst: the scenario as in the address ("" is the default). datasaet, version and dag:
    what it was made on, and when (an ISO date)."""

    navn: str
    tekst: str
    datasaet: str
    version: str
    dag: str

    def since(self, data: Snapshot) -> str:
        """ "gemt 27. november 2026", and whether the data have changed since."""
        gemt = f"gemt {dansk.day(self.dag)}"
        return gemt if data.version.startswith(self.version) else f"{gemt}; data er ændret siden"


FELTER = tuple(en.name for en in fields(GemtScenarie))


def named(navn: str, filters: Filters, data: Snapshot) -> GemtScenarie:
    """The scenario of the choices by a name, on the data and the day they are seen."""
    return GemtScenarie(
        _name(navn)[:LAENGSTE_NAVN].strip(),
        filters.scenarie,
        filters.datasaet,
        data.version[:VERSIONSTEGN],
        filters.i_dag.isoformat(),
    )


def _name(skrevet: str) -> str:
    return without_invisible(skrevet).strip()


def read(raa: dict[str, str]) -> GemtScenarie:
    """One of a file, when there is no reason against it (`why_not`)."""
    return GemtScenarie(**raa | {"navn": _name(raa["navn"])})


def kept(gemte: tuple[GemtScenarie, ...], nyt: GemtScenarie) -> tuple[GemtScenarie, ...]:
    """With one more at the end; one of the same name on the same dataset is replaced. As it was when it is full."""
    andre = tuple(en for en in gemte if (en.navn, en.datasaet) != (nyt.navn, nyt.datasaet))
    return gemte if len(andre) >= FLEST else (*andre, nyt)


def to_toml(gemte: tuple[GemtScenarie, ...]) -> list[dict[str, str]]:
    """As they stand in the file."""
    return [asdict(en) for en in gemte]


def why_not(raa: object, data: Snapshot) -> tuple[str, str]:
    """The key at fault and why what a file says is no scenario by a name; ("", "") when it is."""
    if not isinstance(raa, dict):
        return "scenarie", "et scenarie begynder med [[scenarie]]."
    if galt := next((en for en in raa if en not in FELTER), ""):
        return galt, f"»{shown_code(galt)}« er ukendt; et scenarie har {dansk.sentence_list(FELTER)}."
    if mangler := next((en for en in FELTER if not isinstance(raa.get(en), str)), ""):
        return mangler, f"scenariet mangler {mangler}, som skal være tekst."
    if not 0 < len(_name(raa["navn"])) <= LAENGSTE_NAVN:
        return "navn", f"scenariets navn skal være på 1 til {LAENGSTE_NAVN} tegn."
    if raa["datasaet"] not in DATASAET:
        return "datasaet", f"datasættet »{shown_code(raa['datasaet'])}« findes ikke. Der findes: {', '.join(DATASAET)}."
    try:
        parse(raa["tekst"], assumptions_of(raa["datasaet"], data)[0])
    except UkendtScenarie as fejl:
        return "tekst", str(fejl)
    if not re.fullmatch(VERSION, raa["version"]):
        return "version", f"»{shown_code(raa['version'])}« er ingen version af data; lad den stå, som den blev gemt."
    if not _is_day(raa["dag"]):
        return "dag", f"»{shown_code(raa['dag'])}« er ingen dag; skriv fx 2026-11-27."
    return "", ""


def _is_day(tekst: str) -> bool:
    """Written as the product writes it: Python takes other forms of a date too, such as 20261127."""
    try:
        return date.fromisoformat(tekst).isoformat() == tekst
    except ValueError:
        return False
