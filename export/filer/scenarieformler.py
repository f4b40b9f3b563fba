"""A year of a scenario as formulas of a spreadsheet: each column is an equation of docs/balance.md.

In a formula `[x]` is the cell of column x in the same row, `[x<]` that of the year before, `[x^]` all areas in the
years before, and `[x=]` all areas in the same year. Names such as `a_e` are the cells of the sheet Antagelser.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from views.balance.motor import AAR_I_GRUPPE, AFGANG, ALDRE, TIL_FOERSTE

MAERKE = re.compile(r"\[(\w+)([<^=]?)\]")


@dataclass(frozen=True)
class Kolonne:
    """navn: as formulas name it, and that of a field of `Aaret` where it has one. formel: "" for a constant. begynd: of
    the base year's row, where the column is a stock."""

    navn: str
    overskrift: str
    formel: str = ""
    begynd: str = ""
    bred: int = 11


def _taken(hvad: str, pladser: str) -> str:
    """Of the doctors there are, what is left when those kinds of places that come first have had theirs."""
    andre = {"o": "[opgivet]", "k": "[moden]", "n": "([aabne<]+[udbudt])"}
    foer = "".join(f"-(a_nr_{en}<a_nr_{hvad})*{antal}" for en, antal in andre.items() if en != hvad)
    return f"MAX(0,MIN({pladser},[til_raadighed]{foer}))"


# What is the same for one area and for many.
AARETS = (
    Kolonne("til_raadighed", "Læger til rådighed (nye og ventende)", "a_omega*[ledige<]+[nye_laeger]"),
    Kolonne("moden", "Klinikpladser, der kan konverteres", "MAX(0,{modne}-{konverterede})"),
    Kolonne("plan", "Regionernes plan"),
    Kolonne(
        "udbudt",
        "Nye pladser udbudt",
        'IF({politik}="maal",{maal},IF({politik}="plan",[plan],IF({politik}="takt",'
        "MAX(0,[til_raadighed]-[opgivet]-[aabne<]-[moden]),0)))",
    ),
    Kolonne("overtaget", "Overtaget", _taken("o", "[opgivet]")),
    Kolonne("konverteret", "Klinikpladser konverteret", _taken("k", "[moden]")),
    Kolonne("nye_besat", "Nye pladser besat", _taken("n", "[aabne<]+[udbudt]")),
    Kolonne("overtagelse_til_klinik", "Ikke overtaget: til klinik", "a_rho_r*([opgivet]-[overtaget])"),
    Kolonne("udbud_til_klinik", "Ikke besat: til klinik", "a_rho_n*MAX(0,[aabne<]-[nye_besat])"),
    Kolonne("til_klinik", "Til klinik i alt", "[overtagelse_til_klinik]+[udbud_til_klinik]", "0"),
    Kolonne(
        "trukket",
        "Trukket tilbage eller lukket",
        "(1-a_rho_r)*([opgivet]-[overtaget])+a_zeta*(MAX(0,[aabne<]-[nye_besat])-[udbud_til_klinik])",
    ),
    Kolonne(
        "laeger", "PLO-læger ultimo", "[laeger<]-[opgivet]+[overtaget]+[konverteret]+[nye_besat]", "{laeger}", bred=12
    ),
    Kolonne("ledige", "Læger uden ledig plads", "[til_raadighed]-[overtaget]-[konverteret]-[nye_besat]", "0"),
    Kolonne("aabne", "Åbne udbud", "[aabne<]+[udbudt]-[nye_besat]-[udbud_til_klinik]-{trukket_udbud}", "{aabne}"),
    Kolonne("klinik", "Pladser i klinik", "[klinik<]+[til_klinik]-[konverteret]", "0"),
    Kolonne("vaek", "Trukket tilbage eller lukket i alt", "[vaek<]+[trukket]", "0"),
    Kolonne("uden_plo", "Pladser uden PLO-læge", "[aabne]+[klinik]", "[aabne]+[klinik]"),
)
TRUKKET_UDBUD = "a_zeta*(MAX(0,[aabne<]-[nye_besat])-[udbud_til_klinik])"
FAERDIGE = "(1-a_rest)*SUMIF({aarene},[aar]-a_hele,{hu})+a_rest*SUMIF({aarene},[aar]-a_hele-1,{hu})"
# Of one area by itself.
ENE = (
    Kolonne("aar", "År"),
    Kolonne("hu", "HU-forløb, hvis læger bliver færdige", FAERDIGE),
    Kolonne("faerdige", "Færdige speciallæger", "a_c*[hu]"),
    Kolonne("nye_laeger", "Nye læger til PLO-pladser", "{andel}*(a_s*[faerdige]+a_o)"),
    Kolonne("opgivet", "Pladser, der opgives", "a_e*{faktor}*[laeger<]"),
    *AARETS,
)
# Of several: doctors settle by the weight of each, which is read with the table of those who finish (TILGANG).
FLERE = (
    Kolonne("aar", "År"),
    Kolonne("omraade", "Område", bred=30),
    Kolonne("region", "Videreuddannelsesregion", bred=14),
    Kolonne("opgivet", "Pladser, der opgives", "{opgivet}"),
    Kolonne("fast", "Udbud, der ikke afhænger af lægerne", 'IF({politik}="maal",{maal},IF({politik}="plan",[plan],0))'),
    Kolonne("ledigt", "Åbne, udbudte og opgivne", "{bor}*([aabne<]+[fast]+[opgivet])"),
    Kolonne("med", "Heraf læger, hvor nogen bosætter sig", "{bor}*[laeger<]"),
    Kolonne(
        "vaegt",
        "Vægt",
        "(1-a_g)*[med]+a_g*[ledigt]*IF(SUM([ledigt=])>0,SUM([med=])/SUM([ledigt=]),0)",
    ),
    Kolonne(
        "nye_laeger",
        "Nye læger til PLO-pladser",
        "{andel}*(a_s*{bosat}+IF(SUM([vaegt=])>0,a_o*[vaegt]/SUM([vaegt=]),0))",
    ),
    *AARETS,
)
# Those who finish in a region in a year, and what each unit of weight gets of them at home and elsewhere.
TILGANG = (
    Kolonne("aar", "År"),
    Kolonne("region", "Videreuddannelsesregion", bred=14),
    Kolonne("hu", "HU-forløb, hvis læger bliver færdige", FAERDIGE),
    Kolonne("faerdige", "Færdige speciallæger", "a_c*[hu]"),
    Kolonne("hjemme", "Vægt i regionen", "SUMIF({regioner},[region],{vaegte})"),
    Kolonne("ude", "Vægt uden for regionen", "SUM({vaegte})-[hjemme]"),
    Kolonne("bliver", "Andel, der bliver", "IF(AND([hjemme]>0,[ude]>0),a_sigma,IF([hjemme]>0,1,0))"),
    Kolonne("til_hjemme", "Pr. vægt i regionen", "IF([hjemme]>0,[faerdige]*[bliver]/[hjemme],0)"),
    Kolonne("til_ude", "Pr. vægt uden for", "IF([ude]>0,[faerdige]*(1-[bliver])/[ude],0)"),
)


def ages(kappa: str, nye: str, opgivet: str) -> tuple[Kolonne, ...]:
    """The columns of the sheet of ages: those who leave go by AFGANG, a fifth moves up, those who join are under 45.
    nye, opgivet: the same row's cells of the sheet of areas; kappa: the cell of κ."""
    vejet = "+".join(f"{andel}*[alder{nr}]" for nr, andel in enumerate(AFGANG))
    foer = "+".join(f"{andel}*[alder{nr}<]" for nr, andel in enumerate(AFGANG))
    bliver = [f"[alder{nr}<]*(1-[kappa]*{andel})" for nr, andel in enumerate(AFGANG)]
    grupper = []
    for nr, navn in enumerate(ALDRE):
        formel = bliver[nr] if nr == len(ALDRE) - 1 else f"{bliver[nr]}*(1-1/{AAR_I_GRUPPE})"
        formel += f"+{bliver[nr - 1]}/{AAR_I_GRUPPE}" if nr else ""
        formel += f"+{(TIL_FOERSTE, 1 - TIL_FOERSTE)[nr]}*{nye}" if nr < 2 else ""
        grupper.append(Kolonne(f"alder{nr}", f"Læger {navn}", formel))
    return (
        Kolonne("aar", "År"),
        Kolonne("omraade", "Område", bred=30),
        Kolonne("kappa", "Afgang mod satserne", f"IF(({foer})>0,{opgivet}/({foer}),0)"),
        *grupper,
        Kolonne("vejet", f"Afgang efter satserne (ganges med {kappa})", vejet, vejet),
    )


@dataclass(frozen=True)
class Felter:
    """Where the columns of a sheet stand: the base year's rows come first, and each year has a row an area. foerste:
    the first of them, from 0."""

    ark: str
    kolonner: Sequence[Kolonne]
    foerste: int
    omraader: int = 1

    def cell(self, navn: str, raekke: int, fast: bool = False, herfra: bool = True) -> str:
        """The cell of a column; fast: it does not move when copied; herfra: as the sheet itself names it."""
        bogstav = xl_col_to_name(self._nr(navn))
        sted = f"${bogstav}${raekke + 1}" if fast else f"{bogstav}{raekke + 1}"
        return sted if herfra else f"'{self.ark}'!{sted}"

    def span(self, navn: str, fra: int, til: int, herfra: bool = True) -> str:
        """The cells of a column from one row to another."""
        sted = f"{self.cell(navn, fra, True)}:{self.cell(navn, til, True)}"
        return sted if herfra else f"'{self.ark}'!{sted}"

    def all(self, navn: str, aar: int, herfra: bool = False) -> str:
        """All cells of a column, with so many years after the base year."""
        return self.span(navn, self.foerste, self.foerste + (aar + 1) * self.omraader - 1, herfra)

    def year(self, navn: str, aar: int) -> str:
        """The cells of all areas in a year, so many years after the base year, as other sheets name them."""
        fra = self.foerste + aar * self.omraader
        return self.span(navn, fra, fra + self.omraader - 1, herfra=False)

    def formula(self, skabelon: str, raekke: int, ord_: Mapping[str, str]) -> str:
        """A formula of a row. ord_: what stands in its braces."""
        aarets = self.foerste + (raekke - self.foerste) // self.omraader * self.omraader

        def cells(fund: re.Match) -> str:
            navn, hvor = fund[1], fund[2]
            if hvor == "^":
                return self.span(navn, self.foerste, aarets - 1)
            if hvor == "=":
                return self.span(navn, aarets, aarets + self.omraader - 1)
            return self.cell(navn, raekke - self.omraader * (hvor == "<"))

        for navn, formel in ord_.items():
            skabelon = skabelon.replace(f"{{{navn}}}", formel)
        return "=" + MAERKE.sub(cells, skabelon)

    def _nr(self, navn: str) -> int:
        return [en.navn for en in self.kolonner].index(navn)
