"""Indicators: the shared ones, and those that the secretariat defines on the sheet "Nye nøgletal"."""

from data.indlaes.kilder import UDGIVER
from data.indlaes.laesning import STREGER, Celle, Laest, Tabel
from data.indlaes.navne import index, nearest, plain
from data.indlaes.registre import Noegletal, Skema
from data.slug import slug

TABEL = "noegletal_katalog"
REGISTER = "noegletal"
FORSTAVELSE = "egne_"
LAENGSTE_ID = 60
PROCENT = {"%", "pct", "procent"}
# What follows from being an own indicator. Its figures are measurements: each stands for itself, complete or not.
FASTE = {
    "register": REGISTER,
    "fravaer_er_nul": "0",
    "kraever_komplet": "0",
    "paa_kort": "1",
    "vaerdinavne": None,
    "ejer": UDGIVER,
    "andre_navne": None,
}


class Katalog:
    """All indicators that an import knows: the shared ones, those of the version in use, and those of the files."""

    def __init__(self, skema: Skema, gamle: dict[str, list[str | None]], i_dag: str):
        self.i_dag = i_dag
        self._faelles = skema.katalog
        self._felter = [felt.navn for felt in skema.felter[TABEL]]
        self.kendte: dict[str, Noegletal] = dict(skema.katalog)
        self._know(gamle)

    def define(self, laest: Laest) -> None:
        """Complete what was read of a sheet: ids made of names, and what follows. From now on they are known.

        Cells that cannot be are added to `laest.fejl`: an id or a name that is taken, a weight that is none."""
        celler = laest.tabel.celler
        antal = len(laest.tabel)
        celler |= {navn: [celle] * antal for navn, celle in FASTE.items()} | {"gennemgaaet": [self.i_dag] * antal}
        for navn, uden in (("vaegt", None), ("naevner", "ingen")):
            celler[navn] = [uden if en in STREGER else en for en in celler[navn]]
        celler["enhed"] = ["pct." if en and {en, plain(en)} & PROCENT else en for en in celler["enhed"]]
        celler["definition"] = [en and f"{en.rstrip('. ')}." for en in celler["definition"]]
        celler["noegletal"] = [
            _id(noegletal or navn, not noegletal, enhed)
            for noegletal, navn, enhed in zip(celler["noegletal"], celler["navn"], celler["enhed"])
        ]
        celler["kolonne"] = list(celler["noegletal"])
        self._refuse_taken(laest)
        self._know(celler)
        for nr, vaegt in enumerate(celler["vaegt"]):
            if vaegt:
                celler["vaegt"][nr] = self._weight(laest, nr, vaegt)

    def find(self, tekst: str) -> Noegletal | None:
        """The indicator of the register with this name or id, else with this other name."""
        return self.kendte.get(self._opslag().get(plain(tekst), ""))

    def likely(self, tekst: str) -> list[str]:
        """The names that look most like it."""
        return [self.kendte[en].navn for en in nearest(tekst, self._opslag(), 3)]

    def choices(self) -> dict[str, str]:
        """Names by the ids of those that values can be loaded for, own ones last."""
        return {en.id: en.navn for en in self.kendte.values() if en.register == REGISTER}

    def _opslag(self) -> dict[str, str]:
        mulige = [en for en in self.kendte.values() if en.register == REGISTER]
        navne = [(en.navn, en.id) for en in mulige] + [(en.id, en.id) for en in mulige]
        return index(navne + [(andet, en.id) for en in mulige for andet in en.andre_navne])

    def _know(self, celler: dict[str, list[str | None]]) -> None:
        if celler:
            raekker = zip(*(celler[navn] for navn in ("noegletal", "navn", "enhed", "sammenlaegning")))
            nye = (Noegletal(*(en or "" for en in raekke), REGISTER) for raekke in raekker)
            self.kendte |= {en.id: en for en in nye if en.id and en.id not in self._faelles}

    def _refuse_taken(self, laest: Laest) -> None:
        celler = laest.tabel.celler
        navne = {plain(en.navn): en.id for en in self._faelles.values()}
        ider: set[str] = set()
        for nr, (noegletal, navn) in enumerate(zip(celler["noegletal"], celler["navn"])):
            if noegletal in self._faelles:
                besked = "hører til et nøgletal, der følger med produktet. Giv dit eget et andet id, fx egne_ventetid."
                laest.fejl.append(Celle(TABEL, nr, "noegletal", noegletal, besked))
            elif noegletal in ider:
                besked = "står to gange. Giv hvert nøgletal sit eget id."
                laest.fejl.append(Celle(TABEL, nr, "noegletal", noegletal, besked))
            if navn and plain(navn) in navne:
                besked = "bruges allerede. Brug det nøgletal, der findes, eller giv dit eget et andet navn."
                laest.fejl.append(Celle(TABEL, nr, "navn", navn, besked))
            ider.add(noegletal or "")
            navne.setdefault(plain(navn or ""), noegletal or "")

    def _weight(self, laest: Laest, nr: int, tekst: str) -> str | None:
        fundet = self.find(tekst)
        if fundet and fundet.id != laest.tabel.celler["noegletal"][nr]:
            return fundet.id
        besked = "kan ikke bruges som vægt. Skriv et andet nøgletal med egne værdier, fx praktiserende_laeger."
        laest.fejl.append(Celle(TABEL, nr, "vaegt", tekst, besked))
        return None


def kept_and_new(gammel: Tabel, ny: Tabel, brugte: set[str], tilfoej: bool) -> tuple[Tabel, list[str]]:
    """The catalogue to be, and the names of those that stay although the sheet leaves them out: figures rest on them.

    What is defined as before was not looked over today: it keeps its day.
    """
    foer = {raekke["noegletal"]: raekke for raekke in _rows(gammel)}
    nye = {raekke["noegletal"]: raekke for raekke in _rows(ny)}
    for noegletal in {*foer} & {*nye}:
        dag = {"gennemgaaet": foer[noegletal]["gennemgaaet"]}
        if nye[noegletal] | dag == foer[noegletal]:
            nye[noegletal] |= dag
    if len(nye) == len(ny):  # an id that stands twice is refused, row by row
        ny = Tabel({navn: [raekke[navn] for raekke in nye.values()] for navn in ny.celler}, ny.steder)
    bliver = [nr for nr, en in enumerate(gammel.celler["noegletal"]) if en not in nye and (tilfoej or en in brugte)]
    celler = {navn: [gammel.celler[navn][nr] for nr in bliver] + ny.celler[navn] for navn in ny.celler}
    navne = [] if tilfoej else [gammel.celler["navn"][nr] for nr in bliver]
    return Tabel(celler, [gammel.steder[nr] for nr in bliver] + ny.steder), navne


def _rows(tabel: Tabel) -> list[dict[str, str | None]]:
    return [dict(zip(tabel.celler, raekke)) for raekke in zip(*tabel.celler.values())]


def _id(tekst: str | None, af_navn: bool, enhed: str | None) -> str | None:
    """An id as the schema wants it. One made of a name says that it is an own one, and whether it is a percentage
    (which is at most 100)."""
    ord_ = slug(tekst or "").replace("-", "_").strip("_")[:LAENGSTE_ID]
    if not ord_ or not af_navn:
        return ord_ or None
    procent = "_pct" if enhed == "pct." and not ord_.endswith("_pct") else ""
    return f"{FORSTAVELSE}{ord_.removeprefix(FORSTAVELSE)}{procent}"
