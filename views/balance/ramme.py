"""A View of a scenario: what every one of them says of itself, so that no number stands without its assumptions."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from queries.database import Snapshot
from views.balance import antaget
from views.balance.balance import Balance, balance
from views.balance.scenarie import UkendtScenarie
from views.balance.udsnit import chosen
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg, joined, of_rows
from views.faelles.saetninger import dataset
from views.faelles.view import View
from views.figur.model import Figur

# What decides which area a doctor settles in, and nothing else.
BOSAETNING = ("sigma", "g")
SIDE, OPDIGTET = "balance", "eksempel"
# What a title begins with: the condition comes before the number.
BETINGELSE = "Med disse antagelser"
STAAENDE = (
    "Scenariet lader alle ledige læger tage et ledigt nummer. Det siger derfor, hvornår pladserne tidligst kan "
    "besættes. Det regner ikke med, at et udbud i sig selv skaffer læger, eller at læger siger nej til et sted."
)
TRE_SAET = "tre sæt antagelser, ikke et sikkerhedsinterval"
BAAND = (
    f"Spændet er {TRE_SAET}: det gunstige har flere nye læger og færre, der holder op, det ugunstige omvendt. "
    "Antagelserne står med kilder på fanen Antagelser."
)
SUM = (
    "Læger i ét område tager ikke en plads i et andet. Lagt sammen står der derfor mindst lige så mange pladser uden "
    "PLO-læge, som hvis de var ét område."
)


@dataclass(frozen=True, kw_only=True)
class Fortalt:
    """What a picture tells of a scenario. brugte: the ids of the assumptions that it rests on; ud_over: what stands in
    the note after what all say; sted: the place, when it is not the chosen one."""

    title: str
    figure: Figur | None
    table: pd.DataFrame
    alt: str
    definition: str
    brugte: tuple[str, ...]
    decimals: dict[str, int] = field(default_factory=dict)
    ud_over: str = ""
    taler: str = ""
    sted: str = ""
    condition: str = ""
    withheld: str = ""
    tom: str = ""
    belaeg: Belaeg = Belaeg()


def withheld(emne: str, grund: str, brugte: tuple[str, ...]) -> Fortalt:
    """A picture that these data do not carry, and why."""
    return _undrawn(emne, grund, brugte, withheld=grund)


def empty(grund: str, brugte: tuple[str, ...]) -> Fortalt:
    """A picture of what public sources alone tell, on data that are not theirs: invented ones would not help."""
    return _undrawn("regnes kun på offentlige kilder", grund, brugte, tom=grund)


def _undrawn(emne: str, grund: str, brugte: tuple[str, ...], **hvorfor: str) -> Fortalt:
    return Fortalt(
        title=f"{BETINGELSE}: {emne}",
        figure=None,
        table=pd.DataFrame(),
        alt=f"Ingen figur: {grund}",
        definition="",
        brugte=brugte,
        **hvorfor,
    )


Fortael = Callable[[Balance, Filters, Snapshot], Fortalt]


def scenario_view(id_: str, emne: str, filters: Filters, data: Snapshot, fortael: Fortael) -> View:
    """The View of a picture of the scenario; where the scenario is not understood or the data cannot carry it, one that
    says so. emne: what it would have been about."""
    try:
        svar = balance(filters, data)
    except UkendtScenarie as fejl:
        return _not_understood(id_, emne, filters, f"{fejl} Figuren er derfor ikke tegnet.")
    fortalt = fortael(svar, filters, data)
    belaeg = joined([of_rows(antaget.records(svar, fortalt.brugte), data), fortalt.belaeg])
    sted = fortalt.sted or filters.area_name(uden="Hele landet")
    betingelse = fortalt.condition or antaget.condition(svar)
    vises = not (fortalt.withheld or fortalt.tom)
    return View(
        id=id_,
        title=fortalt.title,
        subtitle=" · ".join((sted, betingelse, dataset(filters))),
        figure=fortalt.figure if vises else None,
        table=fortalt.table if vises else pd.DataFrame(),
        alt=fortalt.alt,
        definition=f"{fortalt.definition} {BAAND}".strip(),
        sources=belaeg.kilder if vises else (),
        as_of=belaeg.opgjort if vises else "",
        coverage=antaget.counted(svar, fortalt.brugte) if vises else "",
        link=filters.link(SIDE),
        filters=filters,
        decimals=dict.fromkeys(fortalt.table.select_dtypes("number").columns, 1) | fortalt.decimals,
        withheld=fortalt.withheld,
        note=" ".join(filter(None, (STAAENDE, fortalt.ud_over))) if vises else fortalt.tom,
        scenarie=True,
        taler=fortalt.taler,
    )


def why_not(svar: Balance, filters: Filters) -> str:
    """Why nothing can be told of the chosen area; "" when something can."""
    valgt = chosen(svar, filters)
    return " ".join(filter(None, (svar.mangler or valgt.mangler, valgt.heraf)))


def summed(svar: Balance, koder: tuple[str, ...] = ()) -> str:
    """What is said of a sum of areas; "" where there is one. koder: the areas that are summed, when it is not all."""
    return f"Regnet for {svar.regnet_for}. {SUM}" if svar.kendt.steder and len(koder) != 1 else ""


def used(svar: Balance, *uden: str) -> tuple[str, ...]:
    """The assumptions that a run rests on: all but those named, and but those of where doctors settle when the country
    is one area."""
    uden += () if svar.kendt.steder else BOSAETNING
    return tuple(en.id for en in svar.antagelser if en.id not in uden)


def _not_understood(id_: str, emne: str, filters: Filters, grund: str) -> View:
    return View(
        id=id_,
        title=f"{BETINGELSE}: {emne}",
        subtitle=f"{filters.area_name(uden='Hele landet')} · {dataset(filters)}",
        figure=None,
        table=pd.DataFrame(),
        alt=f"Ingen figur: {grund}",
        definition=BAAND,
        sources=(),
        as_of="",
        link=filters.link(SIDE),
        filters=filters,
        withheld=grund,
        scenarie=True,
    )
