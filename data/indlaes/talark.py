"""Tables of statistics as figures of one or more indicators: what they would load, and everything to say about it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data.indlaes.egne_noegletal import Katalog
from data.indlaes.enheder import check_unit, measure, unit_of_indicator
from data.indlaes.genkend import Genkendt
from data.indlaes.krydstabel import crosstab
from data.indlaes.laesning import Celle, Laest, Sted, Tabel, error_text, two_ways
from data.indlaes.langform import is_common, long_form
from data.indlaes.maalinger import Maaling, Taltabel, cut
from data.indlaes.navne import counted, listed
from data.indlaes.omraadenavne import FLERTAL, NIVEAUER, Omraadenavne
from data.indlaes.registre import Noegletal, Skema
from data.indlaes.tabelsyn import hidden_rows, table_errors
from data.indlaes.totaler import Totaler
from data.indlaes.vaerdier import FEJLKODE, Ulaeselig
from data.regneark.ark import Ark

TABEL = "noegletal"
REGISTER = "noegletal"
# What statistics write for a figure that is not told, is not known, or is nothing. None of them is 0.
UDEN_VAERDI = {
    *("..", "…", "...", ".", "-", "–", "—", ":", "*", "x", "n/a", "na", "i/o", "-*"),
    *("fortroligt", "fortrolig", "diskretioneret", "ikke oplyst", "uoplyst", "ukendt", "mangler"),
}
FAA = ("<", "&lt;", "under ", "mindre end ", "færre end ")
FLEST_NAVNE = 10
FORMER = {"krydstabel": "krydstabel", "lang": "lang form", "bred": "én kolonne for hvert nøgletal"}
UDEN_TAL = "celler uden værdi"
# What becomes of a figure that is of no area of the table's level, by the kind of its label.
IKKE_INDLAEST = {
    **dict.fromkeys(("omraade", "total"), "totaler"),
    "christiansoe": "tal for Christiansø",
    "uden": "tal uden kendt område",
    "landsdel": "tal for landsdele",
}


@dataclass(frozen=True)
class Spoergsmaal:
    """What the files leave to be asked: which indicator a table is about (names by id, empty when no table needs it),
    and where its figures come from."""

    noegletal: dict[str, str] = field(default_factory=dict)
    kilde: bool = False


@dataclass
class Svar:
    """What was read of a table, None when nothing can be; (row, sentence) of what blocks; what to tell; the cells
    (row, column) that were refused, and those of figures that were not read, with why."""

    laest: Laest | None
    fejl: list[tuple[int | None, str]]
    bemaerkninger: list[str]
    afviste: set[tuple[int, int]] = field(default_factory=set)
    ikke_laest: dict[tuple[int, int], str] = field(default_factory=dict)

    def refuse(self, maaling: Maaling, besked: str) -> None:
        """Something is wrong with a figure."""
        self.afviste.add(maaling.plads)
        self.fejl.append((maaling.raekke, besked))


class Talark:
    """Recognises and reads tables of statistics. `noegletal` (an id) and `kilde` answer what the tables leave open."""

    def __init__(self, skema: Skema, katalog: Katalog, noegletal: str, kilde: str):
        self._skema, self._katalog = skema, katalog
        self._noegletal, self._kilde = noegletal, kilde.strip()
        self._navne = Omraadenavne(skema)
        self._koder = {en.navn: en.id for en in skema.omraader if en.niveau == "kommune"}
        self._mangler_noegletal = self._mangler_kilde = False
        self._set: dict[tuple, str] = {}

    @property
    def spoergsmaal(self) -> Spoergsmaal:
        """What the tables read so far leave open, answered or not."""
        return Spoergsmaal(self._katalog.choices() if self._mangler_noegletal else {}, self._mangler_kilde)

    def recognise(self, ark: Ark, fundet: Genkendt | str, register: str | None) -> Taltabel | None:
        """The sheet as a table of statistics, when it is no sheet of a register (`fundet` says what else it is)."""
        som_register = not isinstance(fundet, str)
        if register not in (None, REGISTER) or (som_register and not self._may_be_statistics(fundet)):
            return None
        kendt = long_form(ark, self._navne, lambda navn: self._katalog.find(navn) is not None)
        tabel = kendt or (None if som_register else crosstab(ark, self._navne))
        return tabel if tabel and (tabel.maalinger or tabel.fejl) else None

    def _may_be_statistics(self, fundet: Genkendt) -> bool:
        """Figures without the level of their area are those of a statistic, not of the template; and so is a sheet with
        nothing of a register but what any statistic has (a plan of offers has place, year and number too)."""
        if fundet.tabel == TABEL:
            return "omraade_type" in {felt.navn for felt in fundet.mangler}
        alle_har = all(is_common(fundet.overskrifter[plads]) for plads in (*fundet.felter, *fundet.dubletter))
        return bool(fundet.mangler) and alle_har and not fundet.is_named

    def read(self, tabel: Taltabel, fil: str) -> Svar:
        """The figures of a table, with totals held against their parts and left out."""
        svar = Svar(None, [*tabel.fejl, *table_errors(tabel)], [*tabel.uden, *hidden_rows(tabel)])
        if not tabel.maalinger:
            return svar
        kilde = tabel.kilde or self._kilde
        self._mangler_kilde |= not tabel.kilde
        if not kilde:
            svar.fejl.append(
                (
                    None,
                    "Tabellen siger ikke, hvor tallene er fra. Skriv en linje »Kilde: ...«, eller udfyld feltet Kilde.",
                )
            )
        niveau = self._level(tabel)
        hvilke = self._indicators(tabel, svar)
        poster: list[dict] = []
        for opgoerelse, maalinger in _grouped(tabel.maalinger).items():
            if noegletal := hvilke.get(opgoerelse):
                poster += self._figures(tabel, maalinger, noegletal, niveau, fil, kilde, svar)
            else:
                svar.ikke_laest |= dict.fromkeys((en.plads for en in maalinger), "tal uden nøgletal")
        self._tell_areas(tabel, niveau, svar)
        if poster:
            svar.laest = self._as_rows(poster, tabel, fil)
            navne = listed(list(dict.fromkeys(self._katalog.kendte[en["noegletal"]].navn for en in poster)), "og")
            perioder = len({en["dato"] for en in poster})
            hvad = counted(len(poster), "værdi", "værdier")
            svar.bemaerkninger.insert(
                0,
                f"Læst som {FORMER[tabel.form]}: {hvad} af {navne} for "
                f"{FLERTAL[niveau]}, {counted(perioder, 'periode', 'perioder')}. Kun disse perioders værdier for "
                "nøgletallet på dette niveau udskiftes; alt andet i registeret bliver.",
            )
        return svar

    def _level(self, tabel: Taltabel) -> str:
        """The finest level that labels leave no doubt of; a label that may name two areas ("Aarhus") follows."""
        etiketter = {en.omraade for en in tabel.maalinger if en.omraade.slags == "omraade"}
        sikre = {en.omraader[0][0] for en in etiketter if len(en.omraader) == 1}
        tvivl = {niveau for en in etiketter if len(en.omraader) > 1 for niveau, _ in en.omraader}
        if tvivl and not sikre - {"land"}:
            return tabel.vink if tabel.vink in tvivl else next(en for en in NIVEAUER if en in tvivl)
        return next((en for en in NIVEAUER if en in sikre), "land")

    def _indicators(self, tabel: Taltabel, svar: Svar) -> dict[str, Noegletal]:
        """The indicator of each measure of the table; those without are errors."""
        opgoerelser = tabel.opgoerelser
        if len(opgoerelser) <= 1:
            navngivne = filter(self._katalog.find, (tabel.ark.navn, *opgoerelser, *tabel.titler))
            navn = tabel.noegletal or next(navngivne, "")
            self._mangler_noegletal |= not navn
            valgt = self._katalog.find(navn or self._noegletal)
            if valgt:
                return dict.fromkeys(opgoerelser, valgt)
            if navn or self._noegletal:
                svar.fejl.append(
                    (None, f"Nøgletallet »{cut(navn or self._noegletal)}« findes ikke.{self._meant(navn)}")
                )
                self._mangler_noegletal = True
            else:
                besked = f"Arket {tabel.ligner}. Vælg, hvilket nøgletal tallene er, eller definér et nyt i skabelonen."
                svar.fejl.append((None, besked))
            return {}
        fundne = {en: self._katalog.find(en) for en in opgoerelser if en}
        for en, noegletal in fundne.items():
            if not noegletal:
                raekke = next(maaling.raekke for maaling in tabel.maalinger if maaling.opgoerelse == en)
                svar.fejl.append((raekke, f"Opgørelsen »{cut(en)}« er ikke et nøgletal.{self._meant(en)}"))
        if "" in opgoerelser:
            raekke = next(maaling.raekke for maaling in tabel.maalinger if not maaling.opgoerelse)
            svar.fejl.append((raekke, "Rækken siger ikke, hvilken opgørelse den gælder. Udfyld cellen."))
        return {en: noegletal for en, noegletal in fundne.items() if noegletal}

    def _meant(self, navn: str) -> str:
        naermeste = self._katalog.likely(navn) if navn else []
        if naermeste:
            return f" Mente du {listed([f'»{en}«' for en in naermeste])}?"
        return " Brug et navn fra kataloget, eller definér et nyt nøgletal i skabelonens ark »Nye nøgletal«."

    def _figures(
        self,
        tabel: Taltabel,
        maalinger: list[Maaling],
        noegletal: Noegletal,
        niveau: str,
        fil: str,
        kilde: str,
        svar: Svar,
    ) -> list[dict]:
        """The rows of one indicator."""
        if besked := self._wrong_unit(tabel, noegletal):
            svar.fejl.append((tabel.enhed[1], besked))
            svar.afviste |= {en.plads for en in maalinger}
            return []
        totaler = Totaler(self._skema.dele, noegletal, niveau)
        uden: Counter[str] = Counter()
        poster = []
        for maaling in self._until_today(maalinger, svar):
            vaerdi = self._value(maaling, noegletal, tabel, uden, svar)
            omraade = maaling.omraade.at(niveau) if maaling.omraade.slags == "omraade" else None
            totaler.add(maaling, omraade, vaerdi)
            if vaerdi is None or not omraade:
                self._left_out(maaling, vaerdi, svar)
                continue
            noegle = (noegletal.id, niveau, omraade, maaling.periode.dato)
            if foer := self._set.get(noegle):
                periode = maaling.periode.navn or maaling.periode.dato
                raad = tabel.dobbelt or "Lad kun det ene stå."
                svar.refuse(maaling, f"Cellen {maaling.celle}: {omraade}, {periode}, står også i {foer}. {raad}")
                continue
            hvor = ", ".join(filter(None, (fil, tabel.ark.navn and f"ark {tabel.ark.navn}", f"celle {maaling.celle}")))
            self._set[noegle] = hvor
            poster.append(
                self._row(maaling, noegletal, niveau, omraade, vaerdi) | {"kilde_id": kilde, "grundlag": hvor}
            )
        if uden:
            svar.bemaerkninger.append(_without_value(uden))
        svar.fejl += totaler.fejl()
        svar.afviste |= {en.plads for en in totaler.forkerte}
        svar.bemaerkninger += totaler.bemaerkninger()
        return poster

    def _row(self, maaling: Maaling, noegletal: Noegletal, niveau: str, omraade: str, vaerdi: float) -> dict:
        """A figure as a row of the table, but for its source."""
        return {
            "omraade_type": niveau,
            "omraade": omraade,
            "kommunekode": self._koder.get(omraade) if niveau == "kommune" else None,
            "noegletal": noegletal.id,
            "vaerdi": vaerdi,
            "dato": maaling.periode.dato,
            "dato_udledt": "0",
            "er_prognose": "0",
            "foretrukken": "1",
            "note": maaling.periode.navn or None,
            "raekke": maaling.raekke,
            "kolonne": maaling.bogstav,
            "tekst": maaling.tekst,
        }

    def _wrong_unit(self, tabel: Taltabel, noegletal: Noegletal) -> str:
        """What is wrong with the unit that the table names; "" when it fits."""
        try:
            check_unit(tabel.enhed[0], unit_of_indicator(noegletal.enhed))
        except Ulaeselig:
            return (
                f"Tabellens enhed passer ikke til {noegletal.navn}, som er {noegletal.enhed}. Omregn tallene, og ret "
                "teksten, eller vælg et andet nøgletal."
            )
        return ""

    def _until_today(self, maalinger: list[Maaling], svar: Svar) -> list[Maaling]:
        """Without those of periods that have not begun; each such period is told once."""
        kommende: dict[str, Maaling] = {}
        nutid = []
        for en in maalinger:
            if en.periode.dato <= self._katalog.i_dag[: len(en.periode.dato)]:
                nutid.append(en)
            else:
                kommende.setdefault(en.periode.dato, en)
                svar.afviste.add(en.plads)
        for en in kommende.values():
            periode = en.periode.navn or en.periode.dato
            besked = f"Perioden {periode} er ikke begyndt, og en fremskrivning er ikke et tal af i dag. Slet perioden, "
            besked += "eller skriv dens tal i skabelonens ark »Nøgletal« med ja i kolonnen Prognose."
            svar.fejl.append((en.raekke, f"Cellen {en.celle}: {besked}"))
        return nutid

    def _left_out(self, maaling: Maaling, vaerdi: str | None, svar: Svar) -> None:
        """Why a figure is none of the table's, for the receipt."""
        slags = maaling.omraade.slags
        if not slags:
            svar.afviste.add(maaling.plads)
        elif vaerdi is None:
            svar.ikke_laest[maaling.plads] = UDEN_TAL
        else:
            svar.ikke_laest[maaling.plads] = IKKE_INDLAEST[slags]

    def _value(self, maaling: Maaling, noegletal: Noegletal, tabel: Taltabel, uden: Counter, svar: Svar) -> str | None:
        tekst = maaling.tekst
        if not tekst or tekst.lower() in UDEN_VAERDI or tekst.lower().startswith(FAA):
            uden[cut(tekst or "")] += 1
            return None
        if FEJLKODE.fullmatch(tekst):
            svar.refuse(maaling, f"Cellen {maaling.celle}: »{tekst}« {error_text(tekst)}")
            return None
        if ("%" in tekst or "pct" in tekst) and noegletal.enhed != "pct.":
            besked = f"»{cut(tekst)}« er procent, men {noegletal.navn} er {noegletal.enhed}. Vælg et andet nøgletal."
            svar.refuse(maaling, f"Cellen {maaling.celle}: {besked}")
            return None
        enhed = maaling.enhed if maaling.enhed.nogen else tabel.enhed[0]
        try:
            return measure(tekst, tabel.ark.komma, unit_of_indicator(noegletal.enhed), enhed)
        except Ulaeselig as fejl:
            svar.refuse(maaling, f"Cellen {maaling.celle}: »{cut(tekst)}« {fejl}")
            return None

    def _tell_areas(self, tabel: Taltabel, niveau: str, svar: Svar) -> None:
        """Labels that mean nothing known are errors; those that are no area of ours are told; so is who is missing."""
        landet = self._skema.landets_navn
        uden_hjaelp = f"er ikke et område. Skriv en kommune, et sundhedsråd, en region eller »{landet}«."
        set_: set[str] = set()
        for maaling in tabel.maalinger:
            etiket = maaling.omraade
            if etiket.slags == "" and maaling.etiket not in set_:
                svar.fejl.append((maaling.raekke, f"Området »{cut(maaling.etiket)}« {etiket.hjaelp or uden_hjaelp}"))
            set_.add(maaling.etiket)
        slags = Counter(en.omraade.slags for en in {(m.etiket): m for m in tabel.maalinger}.values())
        if slags["christiansoe"]:
            svar.bemaerkninger.append("Christiansø (411) er ikke en af de 98 kommuner og er ikke indlæst.")
        if slags["uden"]:
            svar.bemaerkninger.append("Tal uden kendt område (uoplyst, udland og lignende) er ikke indlæst.")
        if slags["landsdel"]:
            svar.bemaerkninger.append(f"{counted(slags['landsdel'], 'landsdel', 'landsdele')} er ikke indlæst.")
        alle = {navn for en, navn in self._skema.dele if en == niveau}
        kendte = {en.omraade.at(niveau) for en in tabel.maalinger if en.omraade.slags == "omraade"} - {None}
        if niveau in ("kommune", "sundhedsraad") and kendte:
            mangler = sorted(alle - kendte)
            navne = f"; {listed(mangler, 'og')} mangler" if 0 < len(mangler) <= FLEST_NAVNE else ""
            svar.bemaerkninger.append(f"{len(kendte)} af {len(alle)} {FLERTAL[niveau]}{navne}.")

    def _as_rows(self, poster: Sequence[dict], tabel: Taltabel, fil: str) -> Laest:
        kolonner = [felt.navn for felt in self._skema.felter[TABEL] if not felt.udledes]
        celler = {navn: [post.get(navn) for post in poster] for navn in kolonner}
        laest = Laest(Tabel(celler, [Sted(fil, tabel.ark.navn, post["raekke"], post["kolonne"]) for post in poster]))
        laest.udfoldede = len(poster)
        laest.gaettede = [
            Celle(TABEL, nr, "vaerdi", post["tekst"], post["vaerdi"])
            for nr, post in enumerate(poster)
            if two_ways(post["tekst"])
        ]
        return laest


def _grouped(maalinger: Iterable[Maaling]) -> dict[str, list[Maaling]]:
    grupper: dict[str, list[Maaling]] = defaultdict(list)
    for en in maalinger:
        grupper[en.opgoerelse].append(en)
    return grupper


def _without_value(uden: Counter[str]) -> str:
    """How many cells say in which way that there is no value."""
    tegn = ", ".join(f"»{en}« {antal}" if en else f"tomme {antal}" for en, antal in uden.most_common(8))
    streg = " En streg kan betyde nul: skal den det, så skriv 0 i cellen." if {*uden} & {"-", "–", "—"} else ""
    return f"{counted(uden.total(), 'celle er', 'celler er')} uden værdi og er ikke læst som 0 ({tegn}).{streg}"
