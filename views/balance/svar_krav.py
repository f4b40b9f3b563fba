"""What would it take? The doctors a year with which there is one for every place by a chosen year.

Asked of doctors and not of places: one who is there while a clinic cannot be converted yet counts, for what lacks is no
doctor. So a year here may be one before the year in which the places have their doctors (svar.filled_in).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from views.balance.antagelser import Forudsaetninger
from views.balance.forloeb import Grundlag, run
from views.balance.scenarie import FOERSTE_AAR, Scenarie
from views.balance.svar import at

# How many times as many doctors are tried at most, how near the answer is, and what part of a place is none.
HOEJST, TAET, INTET = 64.0, 1e-7, 1e-9


@dataclass(frozen=True)
class Krav:
    """aar: the year at whose end there are doctors for all places. faktor: how many times as many new doctors as
    assumed. andel: the share of the country's new doctors that is (for the 87; else None). laeger: doctors a year at
    the number that the first year brings the country; nu: the same as assumed."""

    aar: int
    faktor: float
    andel: float | None
    laeger: float
    nu: float


def needed(
    grundlag: Grundlag, scenarie: Scenarie, f: Forudsaetninger, aar: int, koder: Sequence[str] = ()
) -> Krav | None:
    """The fewest doctors a year, by bisection (with more doctors there are never fewer for the places). koder: the
    areas that are to have them, all of them when none is named: each for itself, for a doctor in one takes no place in
    another; what all gain is scaled alike. Places that are known for a region only have no doctors and are left out.
    None when no number does it."""
    steder = [en.kode for en in grundlag.omraader if en.laeger > 0 and (not koder or en.kode in koder)]

    def is_enough(faktor: float) -> bool:
        forloeb = run(replace(grundlag, andel_af_landet=grundlag.andel_af_landet * faktor), scenarie, f)
        slut = (at(forloeb.aar[kode], aar) for kode in steder)
        return all(et.uden_plo - et.ledige < INTET for et in slut)

    lav, hoej = 0.0, HOEJST
    if not is_enough(hoej):
        return None
    while hoej - lav > TAET:
        midt = (lav + hoej) / 2
        lav, hoej = (lav, midt) if is_enough(midt) else (midt, hoej)
    nu = run(grundlag, scenarie, f).of(tuple(steder))[0].nye_laeger
    andel = grundlag.andel_af_landet * hoej if grundlag.andel_af_landet != 1 else None
    return Krav(aar, hoej, andel, nu * hoej, nu)


def requirements(
    grundlag: Grundlag, scenarie: Scenarie, f: Forudsaetninger, aarene: Sequence[int], koder: Sequence[str] = ()
) -> tuple[Krav, ...]:
    """`needed` for each of some years; those that nothing reaches are left out."""
    alle = (needed(grundlag, scenarie, f, aar, koder) for aar in aarene if aar >= FOERSTE_AAR)
    return tuple(en for en in alle if en)
