"""What the pictures of the wing are made of: the runs that a scenario gives on the data there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo import niveauer
from queries.balance import measured
from queries.database import Snapshot
from views.balance.antagelser import SAET, Antagelse, assumed, catalogue
from views.balance.forloeb import Forloeb, run
from views.balance.grundlag import Kendt, of_the_87, whole
from views.balance.kendt import known
from views.balance.scenarie import BASISAAR, KENDT, PLAN, Scenarie, UkendtScenarie, parse, text
from views.faelles.filtre import Filters
from views.sprog import dansk

KUN_KENDTE = "Kun enkelte opslag i landet er kendt. De udbudte numre i Region Sjælland er regnet for sig selv."
INGEN_PLAN = "Datasættet har ingen udbudsplan, så der kan ikke regnes efter regionernes plan."


@dataclass(frozen=True)
class Balance:
    """The runs of a scenario, by set (antagelser.SAET).

    kendt: what the data hold. regnet_for: what they are computed for ("hele landet", "17 sundhedsråd, lagt sammen").
    landet: the country and all below it; {} when `mangler` says why nothing can be computed. de_87: Region Sjælland by
    itself on public data, under the policy "kendt" whatever is chosen, a run of its own that is no part of `landet`; {}
    elsewhere. erstattet: the assumptions that the dataset measures, by id, with the sentence that says from what; in
    `antagelser` the measured value stands as the default. hu_antaget: the years up to the base year whose
    HU-forløb are assumed. mangler: what the policy asks for and the data do not hold, a Danish sentence, else "".
    """

    scenarie: Scenarie
    antagelser: tuple[Antagelse, ...]
    kendt: Kendt
    regnet_for: str
    landet: Mapping[str, Forloeb] = field(hash=False)
    de_87: Mapping[str, Forloeb] = field(hash=False)
    erstattet: Mapping[str, str] = field(hash=False)
    hu_antaget: tuple[int, ...] = ()
    mangler: str = ""


def balance(filters: Filters, data: Snapshot) -> Balance:
    """The runs behind a page of choices. Raises UkendtScenarie when `filters.scenarie` is not understood."""
    return data.once(_balance, filters.datasaet, filters.scenarie)


def canonical(filters: Filters, data: Snapshot) -> Filters:
    """The choices with the scenario as it is written: in order, and without what is the default. One that is not
    understood stays as it is, to be told of."""
    if not filters.scenarie:
        return filters
    antagelser = assumptions_of(filters.datasaet, data)[0]
    try:
        return filters.on(scenarie=text(parse(filters.scenarie, antagelser), antagelser))
    except UkendtScenarie:
        return filters


def assumptions_of(datasaet: str, data: Snapshot) -> tuple[tuple[Antagelse, ...], Mapping[str, str]]:
    """The assumptions on a dataset, and those that it measures, by id, with from what. A measured one is the default,
    as the whole number nearest to it; the other sets keep their distance from it, for what was counted says nothing
    sure of the years to come."""
    return data.once(_assumptions_of, datasaet)


def _assumptions_of(datasaet: str, data: Snapshot) -> tuple[tuple[Antagelse, ...], Mapping[str, str]]:
    maalt = {en.antagelse: en for en in measured(datasaet, data).itertuples()}
    alle, erstattet = [], {}
    for en in catalogue(data):
        if en.id in maalt:
            vaerdi = _whole(en, float(maalt[en.id].vaerdi))
            aarene = f"{maalt[en.id].fra_aar}-{maalt[en.id].til_aar}"
            erstattet[en.id] = (
                f"Målt i datasættet {aarene}: {dansk.number(vaerdi / en.skala, 1)} {en.enhed.rstrip('.')}."
            )
            en = _moved(en, vaerdi)
        alle.append(en)
    return tuple(alle), erstattet


def _whole(en: Antagelse, vaerdi: float) -> int:
    """What was measured as a number of a link, within its slider."""
    return _within(en, round(vaerdi / en.natural(1)))


def _moved(en: Antagelse, standard: int) -> Antagelse:
    """With another default, and the two other sets as far from it as they were."""
    gunstig, ugunstig = (_within(en, standard + saet - en.standard) for saet in (en.gunstig, en.ugunstig))
    return replace(en, standard=standard, gunstig=gunstig, ugunstig=ugunstig)


def _within(en: Antagelse, tal: int) -> int:
    return min(max(tal, en.mindst), en.hoejst)


def _balance(datasaet: str, tekst: str, data: Snapshot) -> Balance:
    antagelser, erstattet = assumptions_of(datasaet, data)
    return computed(parse(tekst, antagelser), antagelser, data.once(known, datasaet), erstattet)


def computed(
    scenarie: Scenarie, antagelser: tuple[Antagelse, ...], kendt: Kendt, erstattet: Mapping[str, str] | None = None
) -> Balance:
    """The runs of a scenario on what is known."""
    efter_saet = {saet: assumed(antagelser, scenarie.valgt, saet) for saet in SAET}
    mangler = _lacking(scenarie, kendt)
    landet = {} if mangler else {saet: run(whole(kendt, f), scenarie, f) for saet, f in efter_saet.items()}
    alene = scenarie.on(politik=KENDT)
    de_87 = {saet: run(of_the_87(kendt, f), alene, f) for saet, f in efter_saet.items()} if kendt.aabne_87 else {}
    return Balance(
        scenarie,
        antagelser,
        kendt,
        _computed_for(kendt),
        landet,
        de_87,
        {**(erstattet or {}), **_known_instead(kendt)},
        _assumed_years(kendt),
        mangler,
    )


def _lacking(scenarie: Scenarie, kendt: Kendt) -> str:
    """What the policy asks for and nobody knows: a run without it would say that nothing is planned, or open."""
    if scenarie.politik == KENDT and not kendt.steder:
        return KUN_KENDTE
    return INGEN_PLAN if scenarie.politik == PLAN and not any(en.plan for en in kendt.steder) else ""


def _computed_for(kendt: Kendt) -> str:
    omraader = [en for en in kendt.steder if not en.er_rest]
    if not omraader:
        return niveauer.LANDET
    return f"{len(omraader)} {niveauer.level(kendt.niveau).navn_flertal}, lagt sammen"


def _known_instead(kendt: Kendt) -> dict[str, str]:
    """The assumptions that counts by area stand in the place of."""
    if not kendt.steder:
        return {}
    ud = dict.fromkeys(("p0", "p0_sj", "m"), "Lægerne er talt op i hvert område.")
    if any(en.aldre for en in kendt.steder):
        ud["r"] = "Lægernes alder er kendt i hvert område."
    if kendt.bosaetning:
        ud |= dict.fromkeys(("sigma", "g"), "Hvor de færdige læger slog sig ned, er talt op.")
    return ud


def _assumed_years(kendt: Kendt) -> tuple[int, ...]:
    """From the first year whose HU-forløb the default delay asks for."""
    kendte = {aar for _, aar in kendt.hu}
    return tuple(aar for aar in range(BASISAAR - 4, BASISAAR + 1) if aar not in kendte)
