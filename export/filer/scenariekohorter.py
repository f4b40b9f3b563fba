"""What becomes of the places of each year: filled, converted, still a clinic, withdrawn, open. And what must be 0."""

from collections import defaultdict

from xlsxwriter.utility import xl_rowcol_to_cell

from export.filer.scenarieark import FOERSTE, Ark, Celle, Loeb
from export.filer.scenarieformler import Felter, Kolonne
from views.balance.forloeb import AARENE
from views.balance.motor import Kohorte
from views.balance.scenarie import BASISAAR

HVAD = (
    Kolonne("slags", "Pladser", bred=14),
    Kolonne("aar", "Fra år"),
    Kolonne("udbudt", "Udbudt eller opgivet"),
    Kolonne("besat", "Besat"),
    Kolonne("konverteret", "Konverteret"),
    Kolonne("klinik", "Stadig klinik"),
    Kolonne("trukket", "Trukket eller lukket"),
    Kolonne("aabne", "Åben"),
    Kolonne("rest", "Rest (skal være 0)"),
)
UDBUD, OVERTAGELSER = "Nye udbud", "Overtagelser"
DELE = ("Åben før", "Besat i", "Til klinik i", "Heraf konverteret")
AABEN, BESAT, KLINIK, KONVERTERET = range(4)


def cohorts(loeb: Loeb) -> Ark:
    """The cohorts at the end of the last year: with formulas for one area, as numbers for the sum of several."""
    kendte = _known(loeb)
    if loeb.omraader is not None:
        felter = Felter(f"{loeb.navn}Kohorter", HVAD, FOERSTE)
        note = "Summen af områderne ultimo 2035. Faste tal fra modellen: de regner ikke om, når en celle ændres."
        return Ark(felter, note, [_fixed(*navn, en) for navn, en in kendte.items()])
    kolonner = (*HVAD, *(Kolonne(f"{del_} {aar}", f"{del_} {aar}") for del_ in DELE for aar in AARENE))
    ark = Ark(Felter(f"{loeb.navn}Kohorter", kolonner, FOERSTE), "Ultimo 2035. Til højre: hver kohorte år for år.")
    aarene = sorted({aar for aar, _ in loeb.forloeb.grundlag.omraader[0].aabne} | set(AARENE))
    for nr, (slags, aar) in enumerate([(UDBUD, en) for en in aarene] + [(OVERTAGELSER, en) for en in AARENE]):
        giver = kendte.get((slags, aar), Kohorte(aar, 0.0, 0.0))
        ark.raekker.append(_Kohorteraekke(loeb, slags, aar, FOERSTE + nr, FOERSTE + len(aarene) - 1).cells(giver))
    return ark


def _known(loeb: Loeb) -> dict[tuple[str, int], Kohorte]:
    """What the engine says at the end, the areas added up, by kind and year."""
    ud: dict[tuple[str, int], Kohorte] = defaultdict(lambda: Kohorte(0, 0.0, 0.0))
    for stand in loeb.forloeb.stande.values():
        for slags, kohorter in ((UDBUD, stand.nye), (OVERTAGELSER, stand.overtagelser)):
            for en in kohorter:
                samlet = ud[slags, en.aar]
                for felt in ("udbudt", "besat", "konverteret", "klinik", "trukket", "aabne"):
                    setattr(samlet, felt, getattr(samlet, felt) + getattr(en, felt))
    return dict(sorted(ud.items(), key=lambda post: (post[0][0] != UDBUD, post[0][1])))


def _fixed(slags: str, aar: int, en: Kohorte) -> list[Celle]:
    tal = (en.udbudt, en.besat, en.konverteret, en.klinik, en.trukket, en.aabne, en.rest)
    return [Celle(slags), Celle(aar), *(Celle(vaerdi) for vaerdi in tal)]


class _Kohorteraekke:
    """A cohort of one area: its row, and its cells year by year. Open places are taken oldest first, and so are
    clinics: a part of a queue is what the queue has given by then, less what stood before it."""

    def __init__(self, loeb: Loeb, slags: str, aar: int, raekke: int, sidste_udbud: int):
        self.loeb, self.slags, self.aar, self.raekke, self.sidste_udbud = loeb, slags, aar, raekke, sidste_udbud
        self.felter = loeb.aarene.felter

    def cells(self, giver: Kohorte) -> list[Celle]:
        besat, konverteret = self._sum(BESAT), self._sum(KONVERTERET)
        if self.slags == OVERTAGELSER:
            udbudt, besat, aaben = self._of_year("opgivet"), self._of_year("overtaget"), "0"
            trukket = f"(1-a_rho_r)*({udbudt}-{besat})"
        else:
            udbudt, trukket = self._offered(), self._withdrawn()
            aaben = self._left(len(AARENE) - 1)
        tal = [self._at(nr) for nr in range(2, 8)]
        foerste = [udbudt, besat, konverteret, f"{self._sum(KLINIK)}-{tal[2]}", trukket, aaben]
        rest = f"{tal[0]}-SUM({tal[1]}:{tal[5]})"
        gav = (giver.udbudt, giver.besat, giver.konverteret, giver.klinik, giver.trukket, giver.aabne, giver.rest)
        celler = [Celle(f"={en}", vaerdi) for en, vaerdi in zip([*foerste, rest], gav, strict=True)]
        return [Celle(self.slags), Celle(self.aar), *celler, *self._by_year()]

    def _by_year(self) -> list[Celle]:
        byg = (self._before, self._filled, self._to_clinic, self._converted)
        formler = [(byg[del_](nr) if self._is_there(nr) else "") for del_ in range(4) for nr in range(len(AARENE))]
        return [Celle(f"={en}" if en else 0.0) for en in formler]

    def _is_there(self, nr: int) -> bool:
        return self.aar == AARENE[nr] if self.slags == OVERTAGELSER else self.aar <= AARENE[nr]

    def _before(self, nr: int) -> str:
        if self.slags == OVERTAGELSER or nr == 0 or self.aar == AARENE[nr]:
            return self._at(2)
        return self._left(nr - 1)

    def _left(self, nr: int) -> str:
        """Open at the end of a year."""
        rest = f"{self._grid(AABEN, nr)}-{self._grid(BESAT, nr)}"
        return f"({rest}-{self._grid(KLINIK, nr)})*(1-a_zeta)" if self.aar < AARENE[nr] else rest

    def _filled(self, nr: int) -> str:
        if self.slags == OVERTAGELSER:
            return self._of_year("overtaget")
        return self._share(self._of_year("nye_besat", nr), AABEN, nr)

    def _to_clinic(self, nr: int) -> str:
        if self.slags == OVERTAGELSER:
            return self._of_year("overtagelse_til_klinik")
        if self.aar == AARENE[nr]:
            return ""
        return f"a_rho_n*({self._grid(AABEN, nr)}-{self._grid(BESAT, nr)})"

    def _converted(self, nr: int) -> str:
        """Of what became a clinic in the year."""
        alle = self.felter.span("konverteret", FOERSTE + 1, FOERSTE + len(AARENE), herfra=False)
        foer = self.felter.span("til_klinik", FOERSTE, FOERSTE + nr, herfra=False)
        return self._share(f"SUM({alle})-SUM({foer})", KLINIK, nr)

    def _share(self, i_alt: str, del_: int, nr: int) -> str:
        """Its part of so many, when the rows of offers above have had theirs."""
        ovenfor = min(self.raekke - 1, self.sidste_udbud)
        foer = f"-SUM({self._grid(del_, nr, FOERSTE)}:{self._grid(del_, nr, ovenfor)})" if ovenfor >= FOERSTE else ""
        return f"MAX(0,MIN({self._grid(del_, nr)},{i_alt}{foer}))"

    def _offered(self) -> str:
        if self.aar > BASISAAR:
            return self._of_year("udbudt")
        aabne = dict(self.loeb.forloeb.grundlag.omraader[0].aabne)
        return f"{aabne[self.aar]!r}*a_ky"

    def _withdrawn(self) -> str:
        """Of what was open since the year before or longer."""
        fra = next((nr for nr, aar in enumerate(AARENE) if aar > self.aar), None)
        if fra is None:
            return "0"
        dele = [self._sum(del_, fra) for del_ in (AABEN, BESAT, KLINIK)]
        return f"a_zeta*({dele[0]}-{dele[1]}-{dele[2]})"

    def _of_year(self, navn: str, nr: int | None = None) -> str:
        """A cell of the sheet of years, in the cohort's own year or in another."""
        plads = AARENE.index(self.aar) if nr is None else nr
        return self.felter.cell(navn, FOERSTE + 1 + plads, herfra=False)

    def _sum(self, del_: int, fra: int = 0) -> str:
        return f"SUM({self._grid(del_, fra)}:{self._grid(del_, len(AARENE) - 1)})"

    def _grid(self, del_: int, nr: int, raekke: int | None = None) -> str:
        return self._at(len(HVAD) + del_ * len(AARENE) + nr, raekke)

    def _at(self, kolonne: int, raekke: int | None = None) -> str:
        return xl_rowcol_to_cell(self.raekke if raekke is None else raekke, kolonne)


IDENTITETER = (
    Kolonne("navn", "Skal være 0", bred=62),
    Kolonne("ark", "Ark", bred=24),
    *(Kolonne(str(aar), str(aar)) for aar in AARENE),
)
REGNSKAB = "I1 Ændring i læger, åbne, klinik og trukket minus udbudt"
PLADS = "I2 Læger til rådighed minus overtaget, konverteret, besat og uden plads"
KOHORTER = "I3 Kohorternes rest, lagt sammen uden fortegn"
BOSAT = "I4 Nye læger i områderne minus dem, der er blevet færdige og andre"
NEGATIVE = "I5 Antal beholdninger under 0"
DASHBOARD = "Regnearkets pladser uden PLO-læge minus dashboardets (kun 0, så længe ingen celle er ændret)"


def identities(loebene: tuple[tuple[Loeb, Ark], ...]) -> Ark:
    """What must be 0 in every run, year by year."""
    ark = Ark(Felter("Identiteter", IDENTITETER, FOERSTE), "Alle tal skal være 0 (afrundet til ni decimaler).")
    for loeb, kohorter in loebene:
        felter, navn = loeb.aarene.felter, loeb.aarene.felter.ark
        ark.raekker.append(_line(REGNSKAB, navn, [_accounts(felter, nr) for nr in range(1, len(AARENE) + 1)]))
        ark.raekker.append(_line(PLADS, navn, [_doctors(felter, nr) for nr in range(1, len(AARENE) + 1)]))
        if loeb.tilgang:
            ark.raekker.append(_line(BOSAT, navn, [_settled(loeb, nr) for nr in range(1, len(AARENE) + 1)]))
        rest = kohorter.felter.span("rest", FOERSTE, FOERSTE + len(kohorter.raekker) - 1, herfra=False)
        ark.raekker.append(_line(KOHORTER, kohorter.felter.ark, [f"SUMPRODUCT(ABS({rest}))"]))
        stande = [loeb.regnes.all(en, len(AARENE)) for en in ("laeger", "ledige", "aabne", "klinik", "vaek")]
        ark.raekker.append(_line(NEGATIVE, navn, ["+".join(f'COUNTIF({en},"<-0.000000001")' for en in stande)]))
        mod = [f"{felter.cell('uden_plo', FOERSTE + nr, herfra=False)}-{en.uden_plo!r}" for nr, en in _years(loeb)]
        ark.raekker.append(_line(DASHBOARD, navn, mod))
    return ark


def _years(loeb: Loeb):
    return enumerate(loeb.forloeb.samlet, start=1)


def _line(navn: str, ark: str, formler: list[str]) -> list[Celle]:
    return [Celle(navn), Celle(ark), *(Celle(f"=ROUND({en},9)", 0.0) for en in formler)]


def _accounts(felter: Felter, nr: int) -> str:
    dele = [
        f"{felter.cell(en, FOERSTE + nr, herfra=False)}-{felter.cell(en, FOERSTE + nr - 1, herfra=False)}"
        for en in ("laeger", "aabne", "klinik", "vaek")
    ]
    return "+".join(dele) + f"-{felter.cell('udbudt', FOERSTE + nr, herfra=False)}"


def _doctors(felter: Felter, nr: int) -> str:
    navne = ("til_raadighed", "overtaget", "konverteret", "nye_besat", "ledige")
    return "-".join(felter.cell(en, FOERSTE + nr, herfra=False) for en in navne)


def _settled(loeb: Loeb, nr: int) -> str:
    assert loeb.tilgang is not None
    andel = f"{loeb.forloeb.grundlag.andel_af_landet!r}"
    nye = loeb.aarene.felter.cell("nye_laeger", FOERSTE + nr, herfra=False)
    return f"{nye}-{andel}*(a_s*SUM({loeb.tilgang.felter.year('faerdige', nr)})+a_o)"
