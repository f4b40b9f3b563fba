"""Totals in a table of statistics: held against their parts, and left out when the parts are loaded."""

from collections import defaultdict
from decimal import Decimal

from data.indlaes.maalinger import Maaling
from data.indlaes.navne import counted
from data.indlaes.registre import Noegletal

BORNHOLM = "400"  # Christiansø is counted in the totals of the areas that hold Bornholm
Dele = dict[tuple[str, str], frozenset[str]]


class Totaler:
    """Collects the figures of one indicator; then says which totals differ from their parts (`forkerte`)."""

    def __init__(self, dele: Dele, noegletal: Noegletal, niveau: str):
        self._dele, self._noegletal, self._niveau = dele, noegletal, niveau
        self._vaerdier: dict[str, dict[str, Decimal]] = defaultdict(dict)
        self._rest: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
        self._totaler: list[tuple[Maaling, Decimal]] = []
        self._uproevede = self._proevede = 0
        self.forkerte: list[Maaling] = []

    def add(self, maaling: Maaling, omraade: str | None, vaerdi: str | None) -> None:
        """A figure: of an area of the table's own level, else a total or a rest."""
        if vaerdi is None:
            return
        slags, tal = maaling.omraade.slags, Decimal(vaerdi)
        if omraade:
            self._vaerdier[maaling.periode.dato][omraade] = tal
        elif slags in ("christiansoe", "uden"):
            self._rest[maaling.periode.dato][slags] += tal
        elif slags in ("omraade", "total"):
            self._totaler.append((maaling, tal))

    def fejl(self) -> list[tuple[int | None, str]]:
        """(row, sentence) of the totals that differ from the sum of their parts by more than rounding."""
        if self._noegletal.sammenlaegning != "sum":
            return []
        fundne = []
        for maaling, total in self._totaler:
            summer = [sum_ for omraade in maaling.omraade.omraader if (sum_ := self._sum(maaling, omraade))]
            if not summer:
                self._uproevede += 1
                continue
            self._proevede += 1
            if all(abs(total - sum_) > slip for mulige, slip in summer for sum_ in mulige):
                periode = maaling.periode.navn or maaling.periode.dato
                tal = f"er {_danish(total)}, men delene giver {_danish(summer[0][0][0])}"
                besked = f"Cellen {maaling.celle}: Totalen »{maaling.etiket}«, {periode}, {tal}."
                besked += " Ret tallene, eller slet totalen."
                fundne.append((maaling.raekke, besked))
                self.forkerte.append(maaling)
        return fundne

    def bemaerkninger(self) -> list[str]:
        """What became of the totals; asked after `fejl`."""
        if not self._totaler:
            return []
        antal = counted(len(self._totaler), "total er", "totaler er")
        if self._noegletal.sammenlaegning != "sum":
            return [
                f"{antal} ikke indlæst og ikke efterprøvet, for {self._noegletal.navn} kan ikke lægges sammen som sum. "
                "Skal de vises, så indlæs dem som en tabel for sig."
            ]
        uden = f"; {self._uproevede} kunne ikke, for dele mangler" if self._uproevede else ""
        return [f"{antal} ikke indlæst, for delene er ({self._proevede} er holdt op mod dem{uden})."]

    def _sum(self, maaling: Maaling, omraade: tuple[str, str]) -> tuple[list[Decimal], Decimal] | None:
        """What the parts of an area may sum to (without and with what has no area), and how far rounding may take it;
        None when not all parts are there."""
        dato, hele = maaling.periode.dato, self._dele[omraade]
        dele = {navn: tal for navn, tal in self._vaerdier[dato].items() if self._dele[self._niveau, navn] <= hele}
        kommuner: set[str] = set().union(*(self._dele[self._niveau, navn] for navn in dele))
        if kommuner != hele:
            return None
        dele = self._once(dele)
        sum_, rest = sum(dele.values(), Decimal()), self._rest[dato]
        mulige = [sum_]
        if BORNHOLM in hele:
            mulige.append(sum_ + rest["christiansoe"])
        if omraade[0] == "land":
            mulige += [sum_ + rest["uden"], sum_ + rest["uden"] + rest["christiansoe"]]
        decimaler = max(0, *(-tal.as_tuple().exponent for tal in dele.values()))
        # whole numbers are counts and add up to the last one; decimals were rounded one by one
        slip = Decimal(len(dele) + 1) * Decimal(5).scaleb(-decimaler - 1) if decimaler else Decimal()
        return mulige, slip

    def _once(self, dele: dict[str, Decimal]) -> dict[str, Decimal]:
        """Each kommune once: a table may have the regions of both structures."""
        brugte: set[str] = set()
        en_gang = {}
        for navn, tal in sorted(dele.items(), key=lambda par: len(self._dele[self._niveau, par[0]])):
            koder = self._dele[self._niveau, navn]
            if not koder & brugte:
                en_gang[navn] = tal
                brugte |= koder
        return en_gang


def _danish(tal: Decimal) -> str:
    """1234.5 as 1.234,5."""
    return f"{tal:,f}".translate(str.maketrans(",.", ".,"))
