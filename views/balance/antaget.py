"""What is assumed, in words: how many of which status, what was changed, and who says so."""

from collections import Counter

import pandas as pd

from views.balance.antagelser import GUNSTIG, UGUNSTIG, Antagelse
from views.balance.balance import Balance
from views.balance.scenarie import POLITIKKER, preset
from views.sprog import dansk

# By status of the catalogue: what one and several are called.
STATUS = {
    "kilde": ("fra en kilde", "fra kilder"),
    "beregnet": ("beregnet af kilder", "beregnet af kilder"),
    "skoen": ("skøn", "skøn"),
}
SAETTETS_NAVN = {GUNSTIG: "det gunstige sæt antagelser", UGUNSTIG: "det ugunstige sæt antagelser"}
FLEST_NAEVNT = 2
# They are of the run of Region Sjælland by itself, and of no other.
KUN_DE_87 = ("p0_sj", "m", "r")


def status(en: Antagelse) -> str:
    """ "fra en kilde", "skøn"."""
    return STATUS[en.status][0]


def counted(svar: Balance, brugte: tuple[str, ...]) -> str:
    """ "21 antagelser: 3 fra kilder, 6 beregnet af kilder, 12 skøn." of those that a figure rests on."""
    tilbage = [en for en in svar.antagelser if en.id in brugte and en.id not in svar.erstattet]
    efter = Counter(en.status for en in tilbage)
    dele = [f"{antal} {STATUS[status][antal > 1]}" for status in STATUS if (antal := efter[status])]
    hele = f"{dansk.quantity(len(tilbage), 'antagelser')}: {', '.join(dele)}." if dele else ""
    maalt = [en for en in brugte if en in svar.erstattet]
    erstattet = f"{dansk.quantity(len(maalt), 'antagelser')} er erstattet af tal i data." if maalt else ""
    return " ".join(filter(None, (hele, erstattet)))


def condition(svar: Balance) -> str:
    """What the scenario is computed under: the offers, and which assumptions are not the default."""
    dele = [POLITIKKER[svar.scenarie.politik], changed(svar)]
    return " · ".join(filter(None, dele))


def changed(svar: Balance) -> str:
    """Which assumptions differ from the default, with what they are then."""
    valgt = svar.scenarie.valgt
    if not valgt:
        return "alle antagelser som standard"
    for saet, navn in SAETTETS_NAVN.items():
        if dict(valgt) == dict(preset(saet, svar.antagelser).valgt):
            return navn
    aendrede = [en for en in svar.antagelser if en.id in valgt]
    naevnt = [_other_than(en, valgt[en.id]) for en in aendrede[:FLEST_NAEVNT]]
    flere = len(aendrede) - len(naevnt)
    mere = f" og {dansk.quantity(flere, 'antagelser')} mere" if flere else ""
    return f"ændret: {'; '.join(naevnt)}{mere}"


def _other_than(en: Antagelse, vaerdi: int) -> str:
    return f"{en.navn} {value(en, vaerdi)} (standard {value(en, en.standard, uden_enhed=True)})"


def value(en: Antagelse, vaerdi: int, uden_enhed: bool = False) -> str:
    """A value of an assumption as people write it: "4,6 pct. af PLO-lægerne"."""
    tal = dansk.number(vaerdi / en.skala, len(str(en.skala)) - 1)
    return tal if uden_enhed else f"{tal} {en.enhed}"


def records(svar: Balance, brugte: tuple[str, ...]) -> pd.DataFrame:
    """The sources of the assumptions that a figure rests on: rows of kilde_id and dato, which is the source's own."""
    kilder = [en.kilde_id for en in svar.antagelser if en.id in brugte and en.kilde_id and en.id not in svar.erstattet]
    return pd.DataFrame({"kilde_id": kilder, "dato": [None] * len(kilder)}, dtype=object)
