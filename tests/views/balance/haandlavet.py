"""Scenarios on data made by hand: the country and the 87 as public sources have them, and seventeen areas."""

from dataclasses import replace

from geo import niveauer
from queries import balance as sporg
from queries.database import Snapshot
from views.balance.antagelser import Antagelse
from views.balance.balance import Balance, computed
from views.balance.forloeb import Omraade
from views.balance.grundlag import Kendt
from views.balance.scenarie import parse
from views.faelles.filtre import Filters
from views.sprog import dansk

HU = dict(zip([("land", aar) for aar in range(2011, 2021)], (217, 220, 233, 239, 199, 205, 217, 209, 256, 287)))
OFFENTLIG = Kendt(HU, {"land": 1.0}, aabne_87=((2025, 87.0),))
HU_ANDEL = {"oest": 0.466, "syd": 0.206, "nord": 0.328}
ALDRE = (20.0, 20.0, 22.0, 25.0, 22.0, 20.0, 12.0, 9.0)
UDEN_TAL = "Et scenarie for området kræver læger, HU-forløb og udbudsplan pr. sundhedsråd."


def assumptions(data: Snapshot) -> tuple[Antagelse, ...]:
    """The catalogue as the engine takes it."""
    felter = list(Antagelse.__dataclass_fields__)[1:]
    return tuple(
        Antagelse(en.antagelse, *("" if dansk.is_missing(getattr(en, felt)) else getattr(en, felt) for felt in felter))
        for en in sporg.assumptions(data).itertuples()
    )


def areas() -> Kendt:
    """Seventeen areas: from some with nothing open to some with much."""
    omraader = tuple(
        Omraade(
            kode,
            en.navn,
            niveauer.containing("sundhedsraad", kode, "videreuddannelsesregion", "2007"),
            150.0 + 8 * nr,
            ALDRE,
            aabne=((2024, float(nr % 5)), (2025, float(nr % 3 * 4))),
            andel=(1 + nr % 4) / 42,
        )
        for nr, (kode, en) in enumerate(niveauer.areas("sundhedsraad").items())
    )
    return Kendt({}, HU_ANDEL, omraader)


def balance(filters: Filters, data: Snapshot) -> Balance:
    """What `views.balance.balance.balance` answers, on these data."""
    antagelser = data.once(assumptions)
    scenarie = parse(filters.scenarie, antagelser)
    if filters.datasaet == "offentlig":
        return replace(computed(scenarie, antagelser, OFFENTLIG), mangler=UDEN_TAL if filters.omraade else "")
    svar = computed(scenarie, antagelser, areas())
    return replace(svar, regnet_for="17 sundhedsråd, lagt sammen", erstattet={"p0": "laegestand"})
