""" "Hvad betyder mest?": one assumption at a time, low and high, and the places without a PLO doctor that it makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from views.balance.antagelser import Antagelse, Forudsaetninger, assumed
from views.balance.balance import Balance
from views.balance.forloeb import Grundlag, run
from views.balance.grundlag import of_the_87, whole
from views.balance.scenarie import KENDT, Scenarie
from views.balance.svar import at


@dataclass(frozen=True)
class Udslag:
    """What one assumption does. lav and hoej: the whole numbers of the catalogue that are tried (`Antagelse.lav`); the
    effects: so many more places without a PLO doctor (fewer below 0) than with what is assumed. None where the value
    tried is the one assumed."""

    antagelse: Antagelse
    lav: int
    hoej: int
    lav_effekt: float | None
    hoej_effekt: float | None

    @property
    def bredde(self) -> float:
        """From the least to the most, with what is assumed between them."""
        effekter = [0.0, *(en for en in (self.lav_effekt, self.hoej_effekt) if en is not None)]
        return max(effekter) - min(effekter)


def tornado(balance: Balance, aar: int, koder: Sequence[str] = (), *, de_87: bool = False) -> tuple[Udslag, ...]:
    """The assumptions that change the places without a PLO doctor at the end of a year, those that change most first.

    Of the middle set as it is chosen; what the country offers a year stays as it is, also when it is another number of
    doctors that the reform's goal is reached from. koder: the areas counted, all when none is named. de_87: of Region
    Sjælland by itself.
    """
    scenarie = balance.scenarie.on(politik=KENDT) if de_87 else balance.scenarie
    lav_grundlag = of_the_87 if de_87 else whole
    offered = whole(balance.kendt, _assumed(balance)).pladser_pr_aar

    def without(valgt: dict[str, int]) -> float:
        f = _assumed(balance, valgt)
        return _places(replace(lav_grundlag(balance.kendt, f), pladser_pr_aar=offered), scenarie, f, aar, koder)

    udgang = without({})
    alle = (_swing(en, balance.scenarie, without, udgang) for en in balance.antagelser)
    return tuple(sorted((en for en in alle if en.bredde > 1e-9), key=lambda en: -en.bredde))


def _swing(en: Antagelse, scenarie: Scenarie, without: Callable[[dict[str, int]], float], udgang: float) -> Udslag:
    nu = scenarie.valgt.get(en.id, en.standard)
    lav, hoej = (None if vaerdi == nu else without({en.id: vaerdi}) - udgang for vaerdi in (en.lav, en.hoej))
    return Udslag(en, en.lav, en.hoej, lav, hoej)


def _assumed(balance: Balance, valgt: dict[str, int] | None = None) -> Forudsaetninger:
    return assumed(balance.antagelser, {**balance.scenarie.valgt, **(valgt or {})})


def _places(grundlag: Grundlag, scenarie: Scenarie, f: Forudsaetninger, aar: int, koder: Sequence[str]) -> float:
    forloeb = run(grundlag, scenarie, f)
    return at(forloeb.of(tuple(koder)) if koder else forloeb.samlet, aar).uden_plo
