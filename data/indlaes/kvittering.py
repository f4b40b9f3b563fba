"""The receipt of a reading: every filled cell of a file was read, warned about, refused, or left out for a reason.

Counted by column and by kind of row; only the cells that something was found in are looked up one by one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

import pandas as pd
from xlsxwriter.utility import xl_col_to_name

from data.indlaes.fund import Fund
from data.indlaes.genkend import GENTAGET, NOTE, SKABELON, SUM, UDENFOR, Genkendt
from data.indlaes.maalinger import Taltabel
from data.regneark.ark import Ark

GRUNDE = {
    SKABELON: "skabelonens forklaring og eksempel",
    NOTE: "noter under tabellen",
    GENTAGET: "gentagne overskrifter",
    UDENFOR: "rækker uden for kolonnerne",
}
OVER, UDEN_OVERSKRIFT = "over overskrifterne", "uden overskrift"
OMKRING, ANDRE_KOLONNER = "titler og noter", "andre kolonner og rækker"
Plads = tuple[int, int]  # row and column, counted from 1
FLEST_GRUNDE = 6


@dataclass(frozen=True)
class Kvittering:
    """The filled cells of a sheet: `celler` = `laest` + `advarsel` + `afvist` + those of `ikke_laest`, by why."""

    fil: str
    ark: str
    celler: int
    laest: int
    advarsel: int
    afvist: int
    ikke_laest: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        hvor = f"{self.fil}, ark {self.ark}" if self.ark else self.fil
        celler = f"{_number(self.celler)} {'celle' if self.celler == 1 else 'celler'}"
        udeladte = sum(antal for _, antal in self.ikke_laest)
        if udeladte == self.celler and len(self.ikke_laest) == 1:
            return f"{hvor}: {celler}, ikke læst ({self.ikke_laest[0][0]})."
        dele = [f"{_number(self.laest)} læst"] if self.laest else []
        dele += [f"{_number(self.advarsel)} med advarsel"] if self.advarsel else []
        dele += [f"{_number(self.afvist)} afvist"] if self.afvist else []
        dele += [f"{_number(udeladte)} ikke læst ({self.hvorfor})"] if udeladte else []
        return f"{hvor}: {celler}: {', '.join(dele)}."

    @property
    def hvorfor(self) -> str:
        """Why cells were not read, the commonest reason first."""
        grunde = sorted(self.ikke_laest, key=lambda en: -en[1])
        viste = [f"{grund} {_number(antal)}" for grund, antal in grunde[:FLEST_GRUNDE]]
        rest = sum(antal for _, antal in grunde[FLEST_GRUNDE:])
        return ", ".join(viste + [f"andet {_number(rest)}"] * bool(rest))


@dataclass
class Regnskab:
    """A sheet while it is being read; `settle` makes the receipt."""

    fil: str
    ark: Ark
    laest: int = 0
    afvist: int = 0
    ikke_laest: Counter = field(default_factory=Counter)
    # columns as findings name them (by heading, or by letter), and their places from 0
    pladser: dict[str, int] = field(default_factory=dict)


def unread(fil: str, ark: Ark, grund: str) -> Regnskab:
    """A sheet of which nothing was read."""
    return Regnskab(fil, ark, ikke_laest=Counter({grund: _filled(ark.raekker)}))


def count_values(fil: str, tabel: Taltabel, afviste: Set[Plads], ikke_laest: Mapping[Plads, str]) -> Regnskab:
    """A table of statistics: of the cells that are figures or say what those are, which were refused or not read."""
    bredde = max(map(len, tabel.ark.raekker), default=0)
    regnskab = Regnskab(fil, tabel.ark, pladser={xl_col_to_name(nr): nr for nr in range(bredde)})
    laeste = tabel.brugte | {en.plads for en in tabel.maalinger}
    for nr, raekke in enumerate(tabel.ark.raekker, 1):
        for plads in ((nr, kolonne) for kolonne, celle in enumerate(raekke, 1) if celle):
            if plads in afviste:
                regnskab.afvist += 1
            elif plads in ikke_laest:
                regnskab.ikke_laest[ikke_laest[plads]] += 1
            elif plads in laeste:
                regnskab.laest += 1
            else:
                regnskab.ikke_laest[OMKRING if plads in tabel.omkring else ANDRE_KOLONNER] += 1
    return regnskab


def count(fil: str, fundet: Genkendt) -> Regnskab:
    """A sheet that was recognised, before anything was found in it."""
    raekker = fundet.ark.raekker
    laeste = {**fundet.felter, **fundet.dubletter}
    regnskab = Regnskab(fil, fundet.ark, pladser={felt.overskrift: plads for plads, felt in fundet.felter.items()})
    efter_plads: Counter[int] = Counter()
    for nr in (fundet.raekke, *fundet.data):
        efter_plads.update(plads for plads, celle in enumerate(raekker[nr - 1]) if celle)
    for plads, antal in efter_plads.items():
        felt = laeste.get(plads)
        if felt and not felt.udledes:
            regnskab.laest += antal
        elif felt:
            regnskab.ikke_laest[f"kolonnen »{felt.overskrift}«, som følger af datoen,"] += antal
        elif plads in fundet.ukendte:
            regnskab.ikke_laest[f"kolonnen »{fundet.ukendte[plads]}«"] += antal
        else:
            regnskab.ikke_laest[UDEN_OVERSKRIFT] += antal
    regnskab.ikke_laest[OVER] += _filled(raekker[: fundet.raekke - 1])
    for slags, numre in fundet.andre.items():
        antal = _filled(raekker[nr - 1] for nr in numre)
        if slags == SUM:
            regnskab.afvist += antal
        else:
            regnskab.ikke_laest[GRUNDE[slags]] += antal
    return regnskab


def settle(regnskaber: Iterable[Regnskab], fejl: Sequence[Fund], advarsler: Sequence[Fund]) -> tuple[Kvittering, ...]:
    """The receipts of all sheets, those that nothing was read of last. Of the cells that were read, those with an error
    count as refused, and those with a warning as such."""
    afviste, advarede = _cells(fejl), _cells(advarsler)
    kvitteringer = []
    for en in regnskaber:
        antal_afvist = _known(en, afviste)
        antal_advaret = _known(en, advarede - afviste)
        kvitteringer.append(
            Kvittering(
                en.fil,
                en.ark.navn,
                _filled(en.ark.raekker),
                en.laest - antal_afvist - antal_advaret,
                antal_advaret,
                en.afvist + antal_afvist,
                tuple((grund, antal) for grund, antal in en.ikke_laest.items() if antal),
            )
        )
    return tuple(sorted((en for en in kvitteringer if en.celler), key=lambda en: en.laest == 0))


def as_frame(kvitteringer: Sequence[Kvittering]) -> pd.DataFrame:
    """Fil, Ark, Celler, Læst, Med advarsel, Afvist, Ikke læst, Hvad er ikke læst; a row for each sheet."""
    raekker = [
        (en.fil, en.ark, en.celler, en.laest, en.advarsel, en.afvist, sum(a for _, a in en.ikke_laest), en.hvorfor)
        for en in kvitteringer
    ]
    navne = ["Fil", "Ark", "Celler", "Læst", "Med advarsel", "Afvist", "Ikke læst", "Hvad er ikke læst"]
    return pd.DataFrame(raekker, columns=navne)


def _cells(fund: Sequence[Fund]) -> set[tuple[str, str, int, str]]:
    return {(en.fil, en.ark, en.raekke, en.kolonne) for en in fund if en.raekke and en.kolonne}


def _known(regnskab: Regnskab, fundne: set[tuple[str, str, int, str]]) -> int:
    """How many of the cells found stand in a sheet and are filled: a cell that is missing is no cell of the file."""
    raekker, antal = regnskab.ark.raekker, 0
    for fil, ark, nr, kolonne in fundne:
        plads = regnskab.pladser.get(kolonne)
        if (fil, ark) == (regnskab.fil, regnskab.ark.navn) and plads is not None and nr <= len(raekker):
            antal += plads < len(raekker[nr - 1]) and bool(raekker[nr - 1][plads])
    return antal


def _filled(raekker: Iterable[Sequence[str | None]]) -> int:
    return sum(sum(map(bool, raekke)) for raekke in raekker)


def _number(tal: int) -> str:
    return f"{tal:,}".replace(",", ".")
