"""A scenario as it stands in a link: what differs from the default, in the order of the catalogue, in whole numbers.

"1;pol=maal;s=73;e=46;aar=2031": the version, the policy, the assumptions, and the year that the headline tells of. ""
is the default. Who cannot be understood is told and never drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

from views.balance.antagelser import SAET, Antagelse
from views.balance.motor import ORDEN
from views.sprog.markdown import shown_code

VERSION = "1"
BASISAAR, FOERSTE_AAR, SIDSTE_AAR = 2025, 2026, 2035
POLITIK, AAR, RAEKKEFOELGE = "pol", "aar", "orden"
KENDT, PLAN, MAAL, TAKT = "kendt", "plan", "maal", "takt"
# What a policy is called, and what it does.
POLITIKKER = {
    KENDT: "Kun det, der er slået op nu",
    PLAN: "Regionernes plan",
    MAAL: "Lige vej til reformens 5.000 læger i 2035",
    TAKT: "I takt med lægerne (PLO's forslag)",
}
STANDARD_POLITIK, STANDARD_AAR = MAAL, 2031
RAEKKEFOELGER = tuple("".join(orden) for orden in permutations(ORDEN))


class UkendtScenarie(ValueError):
    """What a link asks for is not understood; the message is the Danish sentence."""


@dataclass(frozen=True)
class Scenarie:
    """What is assumed: policy, the values that differ from the default (id -> whole number), headline year, order."""

    politik: str = STANDARD_POLITIK
    valgt: Mapping[str, int] = field(default_factory=dict, hash=False)
    aar: int = STANDARD_AAR
    orden: str = ORDEN

    def on(self, **aendringer) -> "Scenarie":
        """A copy with some of it changed."""
        return replace(self, **aendringer)


def text(scenarie: Scenarie, antagelser: tuple[Antagelse, ...]) -> str:
    """The canonical text; "" for the default."""
    dele = []
    if scenarie.politik != STANDARD_POLITIK:
        dele.append(f"{POLITIK}={scenarie.politik}")
    for en in antagelser:
        vaerdi = scenarie.valgt.get(en.id, en.standard)
        if vaerdi != en.standard:
            dele.append(f"{en.id}={vaerdi}")
    if scenarie.orden != ORDEN:
        dele.append(f"{RAEKKEFOELGE}={scenarie.orden}")
    if scenarie.aar != STANDARD_AAR:
        dele.append(f"{AAR}={scenarie.aar}")
    return ";".join([VERSION, *dele]) if dele else ""


def parse(tekst: str, antagelser: tuple[Antagelse, ...]) -> Scenarie:
    """The scenario behind a text. Raises UkendtScenarie with the sentence that says which part is not understood."""
    if not tekst:
        return Scenarie()
    version, *dele = tekst.split(";")
    if version != VERSION:
        raise UkendtScenarie(f"Scenariet er skrevet i udgave »{shown_code(version)}«; her kendes udgave {VERSION}.")
    kendt = {en.id: en for en in antagelser}
    valgt, andet = {}, {}
    for del_ in dele:
        navn, _, vaerdi = del_.partition("=")
        if navn in valgt or navn in andet:
            raise UkendtScenarie(f"Scenariet nævner »{shown_code(navn)}« to gange.")
        if navn in kendt:
            valgt[navn] = _whole(kendt[navn], vaerdi)
        elif vaerdi in {POLITIK: POLITIKKER, RAEKKEFOELGE: RAEKKEFOELGER}.get(navn, ()):
            andet[navn] = vaerdi
        elif navn == AAR and vaerdi in {str(aar) for aar in range(FOERSTE_AAR, SIDSTE_AAR + 1)}:
            andet[navn] = int(vaerdi)
        else:
            raise UkendtScenarie(f"»{shown_code(del_)}« i scenariet kendes ikke.")
    return Scenarie(
        andet.get(POLITIK, STANDARD_POLITIK),
        {navn: vaerdi for navn, vaerdi in valgt.items() if vaerdi != kendt[navn].standard},
        andet.get(AAR, STANDARD_AAR),
        andet.get(RAEKKEFOELGE, ORDEN),
    )


def _whole(antagelse: Antagelse, tekst: str) -> int:
    """The whole number of an assumption, within its range."""
    if not (tekst.isascii() and tekst.removeprefix("-").isdigit()):
        raise UkendtScenarie(f"»{shown_code(f'{antagelse.id}={tekst}')}« i scenariet er ikke et helt tal.")
    vaerdi = int(tekst)
    if not antagelse.mindst <= vaerdi <= antagelse.hoejst:
        skrevet, graenser = shown_code(f"{antagelse.id}={tekst}"), f"{antagelse.mindst}-{antagelse.hoejst}"
        raise UkendtScenarie(f"»{skrevet}« i scenariet ligger uden for {graenser}.")
    return vaerdi


def preset(saet: str, antagelser: tuple[Antagelse, ...], scenarie: Scenarie = Scenarie()) -> Scenarie:
    """One of SAET by a click: everything else as it stands in `scenarie`'s policy, year and order."""
    assert saet in SAET
    return scenarie.on(valgt={en.id: en.of_set(saet) for en in antagelser if en.of_set(saet) != en.standard})
