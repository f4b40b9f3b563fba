"""The rows behind a number: which records are counted in an indicator's figure, the address of the list that holds
exactly those, and what the list then says of itself.

The number and its list are chosen by the same rules: area, unit, status, years, pool, preferred, no forecasts.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from geo import niveauer
from queries import bag_tallet
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER, Indikatortal, chosen_indicator, indicator_values, shown
from views.faelles.puljevalg import chosen_pool
from views.sprog import dansk

# Of the units that were offered: the list of lots has these by a status of its own, with the life of each.
STATUS = {
    "udbudte_ydernumre": "udbudt",
    "udbudte_kapaciteter": "udbudt",
    "udbudte_klinikker": "udbudt",
    "ydernumre_pr_100000": "udbudt",
    "kapaciteter_pr_100000": "udbudt",
    "ydernumre_besat": "fandt-laege",
    "ydernumre_ikke_besat": "uden-laege",
    "kapaciteter_ikke_besat": "uden-laege",
}
# register -> page and tab of its list, and what a row of it is called.
LISTER = {
    "udbud": ("ydernumre", "liste", "runde", "runder"),
    "klinik": ("ydernumre", "klinikker", "klinik", "klinikker"),
    "pulje": ("puljen", "projekter", "projekt", "projekter"),
    "hu_forloeb": ("hu_forloeb", "liste", "opgørelse", "opgørelser"),
    "noegletal": ("data_og_kilder", "opgivne-tal", "måling", "målinger"),
    "befolkning": ("data_og_kilder", "opgivne-tal", "kommune", "kommuner"),
}
REST_NAVN = {"ikke_stedfaestet": "ikke stedfæstet", "flere_omraader": "dækker flere områder"}


@dataclass(frozen=True)
class Udsnit:
    """Exactly the rows behind one number. tal: the indicator's figures; vaerdi: the number, NaN when there is none;
    raekker: the rows with `tal` and `af` (queries.bag_tallet); sted: the area, in the middle of a sentence."""

    tal: Indikatortal
    vaerdi: float
    raekker: pd.DataFrame
    sted: str

    @property
    def sentence(self) -> str:
        """ "Viser 9 klinikker bag »Kendte udbudsklinikker siden 2015« i Sønderjylland."."""
        *_, ental, flertal = LISTER[self.tal.indikator.register]
        antal = dansk.counted(self.raekker[_key(self.raekker)].nunique(), ental, flertal)
        tallet = "" if self._counts_rows else f": {self.tal.value_text(self.vaerdi)}"
        return f"Viser {antal} bag »{self.tal.navn}« {self.sted}{tallet.rstrip('.')}."

    @property
    def _counts_rows(self) -> bool:
        return bool((self.raekker["tal"] == 1).all()) and not self.tal.indikator.er_forhold


def list_link(filters: Filters, data: Snapshot, rest: str = "") -> str:
    """The address, from the root of the site, of the list of the rows behind the chosen indicator's number in the
    chosen area, the country, or one of the two rests; "" when there is no number, or nothing in it."""
    tal = indicator_values(filters, data)
    if not _number(tal, filters, rest) or _has_no_rows(tal, rest):
        return ""
    indikator = tal.indikator
    side, fane, *_ = LISTER[indikator.register]
    status = STATUS.get(indikator.noegletal, "")
    koder = {
        "fane": fane,
        "status": status,
        "bag": "" if status else indikator.noegletal,
        "sted": rest.replace("_", "-"),
    }
    return shown(filters, data).link(side) + "&" + urlencode({navn: kode for navn, kode in koder.items() if kode})


def cutting(filters: Filters, data: Snapshot, rest: str = "") -> Udsnit:
    """The rows behind the number of the chosen indicator. Raises UkendtNoegletal when the dataset has none."""
    tal = indicator_values(filters, data)
    return Udsnit(tal, _number(tal, filters, rest), _rows(tal, filters, rest, data), _place(filters, rest))


def rest_of(kode: str) -> str:
    """The rest behind a code of an address ("ikke-stedfaestet"); "" for any other."""
    rest = kode.replace("-", "_")
    return rest if rest in RESTER else ""


def _number(tal: Indikatortal, filters: Filters, rest: str) -> float:
    """The number; 0 where it is withheld or not known."""
    if tal.withheld:
        return 0
    if rest:
        vaerdi = tal.rester.loc[tal.rester["omraade_id"] == rest, "vaerdi"].sum()
    elif filters.omraade:
        post = tal.pr_omraade.get(filters.omraade)
        vaerdi = 0 if post is None else post.vaerdi
    else:
        vaerdi = tal.i_alt
    return float(vaerdi) if vaerdi == vaerdi else 0


def _has_no_rows(tal: Indikatortal, rest: str) -> bool:
    """What the areas lack of the country's HU-forløb is a difference, as a change of the inhabitants is: no row tells
    of it. And what is worked out of others' figures has no list."""
    register, kolonne = tal.indikator.register, tal.indikator.kolonne
    if register == "befolkning":
        return kolonne not in bag_tallet.FOLKETAL
    return register not in LISTER or (bool(rest) and register == "hu_forloeb")


def _rows(tal: Indikatortal, filters: Filters, rest: str, data: Snapshot) -> pd.DataFrame:
    valg, indikator = tal.filters, chosen_indicator(filters, data)
    omraade = rest or filters.omraade or niveauer.LAND
    periode = (valg.fra, valg.til)
    sted = (indikator.kolonne, valg.niveau, valg.struktur, omraade)
    match indikator.register:
        case "udbud":
            return bag_tallet.rounds_behind(*sted, valg.datasaet, periode, data)
        case "klinik":
            return bag_tallet.clinics_behind(*sted, valg.datasaet, periode, filters.i_dag, data)
        case "pulje":
            pulje = chosen_pool(filters, data)
            return bag_tallet.projects_behind(*sted, valg.datasaet, pulje, periode, data)
        case "hu_forloeb":
            return bag_tallet.posts_behind(*sted, valg.datasaet, periode, data)
        case "befolkning":
            return bag_tallet.counts_behind(*sted, periode, data)
        case _:
            return bag_tallet.measurements_behind(*sted, valg.datasaet, periode, data)


def _place(filters: Filters, rest: str) -> str:
    if rest:
        return f"({REST_NAVN[rest]})"
    return f"i {filters.place()}"


def _key(raekker: pd.DataFrame) -> str:
    navne = ("udbud_id", "klinik_id", "projekt_id", "raekke", "kommunekode")
    return next(en for en in navne if en in raekker)
