"""What differs between two states of the own data, row by row and cell by cell."""

from dataclasses import dataclass, field

import pandas as pd

from data.indlaes.laesning import Sted, Tabel
from data.indlaes.registre import PRAECISION, Skema
from data.registre import ARK
from data.versioner import Optalt

FLEST_VISTE = 20_000


@dataclass(frozen=True)
class Raekke:
    """A row that is new or gone: its table, its key, where it was read (None for a gone row)."""

    tabel: str
    noegle: tuple
    sted: Sted | None


@dataclass(frozen=True)
class Aendring:
    """A cell that differs."""

    tabel: str
    noegle: tuple
    kolonne: str
    foer: str | None
    efter: str | None
    sted: Sted | None


@dataclass
class Forskelle:
    """Counts by table, the rows that are new and gone, and the cells that differ."""

    optalt: dict[str, Optalt] = field(default_factory=dict)
    nye: list[Raekke] = field(default_factory=list)
    udgaaede: list[Raekke] = field(default_factory=list)
    aendringer: list[Aendring] = field(default_factory=list)

    @property
    def nogen(self) -> bool:
        """Is anything different?"""
        return bool(self.nye or self.udgaaede or self.aendringer)


def differences(skema: Skema, gamle: dict[str, Tabel], nye: dict[str, Tabel]) -> Forskelle:
    """Compare two states, table by table."""
    forskelle = Forskelle()
    for navn in ARK:
        if navn in gamle or navn in nye:
            _compare(skema, navn, gamle.get(navn), nye.get(navn), forskelle)
    return forskelle


def _compare(skema: Skema, navn: str, gammel: Tabel | None, ny: Tabel | None, forskelle: Forskelle) -> None:
    foer, efter = _by_key(skema, navn, gammel), _by_key(skema, navn, ny)
    kolonner = [felt.navn for felt in skema.felter[navn]]
    vist = [not PRAECISION.search(kolonne) or kolonne == "beloeb_praecision" for kolonne in kolonner]
    aendrede = 0
    for noegle, (raekke, sted) in efter.items():
        if noegle not in foer:
            forskelle.nye.append(Raekke(navn, noegle, sted))
        elif foer[noegle][0] != raekke:
            aendrede += 1
            forskelle.aendringer += [
                Aendring(navn, noegle, kolonne, a, b, sted)
                for kolonne, a, b, vises in zip(kolonner, foer[noegle][0], raekke, vist)
                if a != b and vises
            ]
    udgaaede = [Raekke(navn, noegle, None) for noegle in foer if noegle not in efter]
    forskelle.udgaaede += udgaaede
    nye = sum(noegle not in foer for noegle in efter)
    uaendrede = len(efter) - nye - aendrede
    if foer or efter:
        forskelle.optalt[navn] = Optalt(nye, aendrede, len(udgaaede), uaendrede)


def _by_key(skema: Skema, navn: str, tabel: Tabel | None) -> dict[tuple, tuple[tuple, Sted | None]]:
    if tabel is None or not len(tabel):
        return {}
    raekker = zip(*(tabel.celler[felt.navn] for felt in skema.felter[navn]))
    noegler = zip(*(tabel.celler[kolonne] for kolonne in skema.key(navn)))
    return dict(zip(noegler, zip(raekker, tabel.steder)))


def key_words(noegle: tuple) -> str:
    """The key of a row in words: its parts, those that are empty left out."""
    return " · ".join(str(en) for en in noegle if en)


def changes_frame(skema: Skema, forskelle: Forskelle) -> pd.DataFrame:
    """The cells that differ: Ark, Række (key), Kolonne, Før, Efter."""
    raekker = [
        (
            ARK[en.tabel],
            key_words(en.noegle),
            skema.field(en.tabel, en.kolonne).overskrift,
            en.foer or "",
            en.efter or "",
        )
        for en in forskelle.aendringer[:FLEST_VISTE]
    ]
    return pd.DataFrame(raekker, columns=["Ark", "Række", "Kolonne", "Før", "Efter"])


def rows_frame(forskelle: Forskelle) -> pd.DataFrame:
    """The rows that are new and gone: Hvad (Ny, Udgår), Ark, Række (key)."""
    raekker = [("Udgår", ARK[en.tabel], key_words(en.noegle)) for en in forskelle.udgaaede[:FLEST_VISTE]]
    raekker += [("Ny", ARK[en.tabel], key_words(en.noegle)) for en in forskelle.nye[:FLEST_VISTE]]
    return pd.DataFrame(raekker, columns=["Hvad", "Ark", "Række"])


def counts_frame(optalt: dict[str, Optalt]) -> pd.DataFrame:
    """Rows by sheet: Ark, Nye, Ændrede, Udgår, Uændrede."""
    raekker = [(ARK[navn], en.nye, en.aendrede, en.udgaaede, en.uaendrede) for navn, en in optalt.items()]
    return pd.DataFrame(raekker, columns=["Ark", "Nye", "Ændrede", "Udgår", "Uændrede"])
