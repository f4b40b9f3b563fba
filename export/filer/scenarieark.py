"""The sheets of a run: a row a year with formulas, those of its areas, and what they give when no cell is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from export.filer.scenarieformler import AARETS, ENE, FLERE, TILGANG, TRUKKET_UDBUD, Felter, Kolonne, ages
from views.balance.antagelser import Forudsaetninger
from views.balance.forloeb import AARENE, REFORMENS_MAAL, Forloeb, Omraade, finished, places_a_year
from views.balance.scenarie import BASISAAR

# The first row of the base year's; what stands above is title, badge, a note and the heads.
FOERSTE = 6
HU_AAR = tuple(range(2011, AARENE[-1] + 1))
LAGT_SAMMEN = tuple(en.navn for en in AARETS)
# What formulas of both kinds have in their braces.
FAELLES = {
    "politik": "a_politik",
    "modne": 'SUMIF([aar^],"<="&([aar]-a_tau),[til_klinik^])',
    "konverterede": "SUM([konverteret^])",
    "trukket_udbud": TRUKKET_UDBUD,
}


@dataclass(frozen=True)
class Celle:
    """What stands in a cell: a number or a text, or a formula that begins with "=", and what it gives as the engine
    says; None where the engine keeps no such number."""

    indhold: str | float
    giver: float | None = None


@dataclass
class Ark:
    """A sheet: rows of cells under the heads of `felter`, and the plain words of a note above them."""

    felter: Felter
    note: str
    raekker: list[list[Celle]] = field(default_factory=list)


@dataclass(frozen=True)
class Loeb:
    """The sheets of a run. aarene: the one with a row a year. omraader, tilgang, alder: of a run of several areas.
    navn: what their names begin with, "" for the country's."""

    navn: str
    forloeb: Forloeb
    hu: Ark
    aarene: Ark
    omraader: Ark | None = None
    tilgang: Ark | None = None
    alder: Ark | None = None

    @property
    def regnes(self) -> Felter:
        """Where the equations stand."""
        return (self.omraader or self.aarene).felter

    def sheets(self) -> Iterator[Ark]:
        """In the order of the book."""
        yield from (en for en in (self.aarene, self.omraader, self.alder, self.tilgang, self.hu) if en)


def sheets_of(forloeb: Forloeb, navn: str = "", **ord_: str) -> Loeb:
    """The sheets of a run. ord_: what stands in a formula in the place of what the data say, where they do not: laeger,
    faktor and andel of one area are assumptions, and politik is one policy for a run that no other is asked of."""
    hu = _training(forloeb, f"{navn}HU-forløb".strip())
    if len(forloeb.grundlag.omraader) == 1:
        return Loeb(navn, forloeb, hu, _one_area(forloeb, navn, hu, ord_))
    return _many_areas(forloeb, navn, hu)


def _training(forloeb: Forloeb, ark: str) -> Ark:
    """HU filled by year and region: what is known as numbers, the rest by what is assumed."""
    regioner = tuple(forloeb.grundlag.hu_andel)
    felter = Felter(ark, (Kolonne("aar", "År"), *(Kolonne(en, en.capitalize(), bred=16) for en in regioner)), FOERSTE)
    ud = Ark(felter, "Besatte HU-forløb. Tal uden formel er kendte; resten følger antagelserne.")
    for aar in HU_AAR:
        celler = [Celle(aar)]
        for region in regioner:
            kendt = forloeb.grundlag.hu.get((region, aar))
            formel = f"={'a_h_frem' if aar > BASISAAR else 'a_h'}*a_fi/a_fi_standard*"
            formel += f"{forloeb.grundlag.hu_andel[region]!r}"
            celler.append(Celle(formel if kendt is None else float(kendt)))
        ud.raekker.append(celler)
    return ud


def _words_of_training(hu: Ark, region: str) -> dict[str, str]:
    aar = len(HU_AAR) - 1
    return {"aarene": hu.felter.all("aar", aar), "hu": hu.felter.all(region, aar)}


def _path(forloeb: Forloeb, i_alt: str) -> str:
    """What the country offers a year under the reform's path; `i_alt` is the formula of its doctors."""
    af_laegerne = forloeb.grundlag.pladser_pr_aar == places_a_year(forloeb.grundlag.laeger)
    return f"MAX(0,{REFORMENS_MAAL}-{i_alt})/{len(AARENE)}" if af_laegerne else repr(forloeb.grundlag.pladser_pr_aar)


def _open(omraade: Omraade) -> str:
    return f"{sum(antal for _, antal in omraade.aabne)!r}*a_ky" if omraade.aabne else "0"


def _one_area(forloeb: Forloeb, navn: str, hu: Ark, antaget: Mapping[str, str]) -> Ark:
    omraade = forloeb.grundlag.omraader[0]
    felter = Felter(f"{navn}År for år", ENE, FOERSTE)
    ved_base = felter.cell("laeger", FOERSTE, fast=True)
    ord_ = {
        **_words_of_training(hu, next(iter(forloeb.grundlag.hu_andel))),
        "andel": repr(forloeb.grundlag.andel_af_landet),
        "faktor": repr(omraade.faktor),
        "laeger": repr(omraade.laeger),
        "aabne": _open(omraade),
        "maal": f"{omraade.andel!r}*{_path(forloeb, ved_base)}",
        **FAELLES,
        **antaget,
    }
    ud = Ark(felter, "Hver celle med en formel regner om, når en antagelse ændres.")
    giver = _given(forloeb, omraade.kode)
    for nr, aar in enumerate((BASISAAR, *AARENE)):
        ud.raekker.append(_row(felter, FOERSTE + nr, aar, omraade, ord_, giver.get(aar, {})))
    return ud


def _row(felter: Felter, raekke: int, aar: int, omraade: Omraade, ord_: Mapping[str, str], giver: Mapping) -> list:
    """A row of the years: the base year has its stocks alone."""
    faste = {"aar": aar, "omraade": omraade.navn, "region": omraade.region, "plan": omraade.plan.get(aar, 0.0)}
    celler = []
    for en in felter.kolonner:
        if en.navn in faste and (aar > BASISAAR or en.navn != "plan"):
            celler.append(Celle(faste[en.navn]))
        elif formel := en.formel if aar > BASISAAR else en.begynd:
            celler.append(Celle(felter.formula(formel, raekke, ord_), giver.get(en.navn)))
        else:
            celler.append(Celle(""))
    return celler


def _given(forloeb: Forloeb, kode: str) -> dict[int, dict[str, float]]:
    """What the engine says of an area, by year and column."""
    f, grundlag = forloeb.forudsaetninger, forloeb.grundlag
    omraade = next(en for en in grundlag.omraader if en.kode == kode)
    aabne = sum(antal for _, antal in omraade.aabne) * f.ky
    ud = {BASISAAR: {"laeger": omraade.laeger, "ledige": 0.0, "aabne": aabne, "klinik": 0.0, "uden_plo": aabne}}
    ud[BASISAAR] |= {"til_klinik": 0.0, "vaek": 0.0}
    vaek = konverteret = 0.0
    ind: dict[int, float] = {}
    for en in forloeb.aar[kode]:
        modne = sum(antal for aar, antal in ind.items() if aar <= en.aar - f.tau)
        tal = {navn: getattr(en, navn) for navn in LAGT_SAMMEN + ("nye_laeger", "opgivet") if hasattr(en, navn)}
        tal |= {"moden": max(0.0, modne - konverteret), "vaek": (vaek := vaek + en.trukket)}
        ind[en.aar] = tal["til_klinik"] = en.overtagelse_til_klinik + en.udbud_til_klinik
        konverteret += en.konverteret
        ud[en.aar] = tal | _finished(forloeb, f, omraade.region, en.aar)
    return ud


def _finished(forloeb: Forloeb, f: Forudsaetninger, region: str, aar: int) -> dict[str, float]:
    if region not in forloeb.grundlag.hu_andel:
        return {}
    faerdige = finished(forloeb.grundlag, region, aar, f)
    return {"faerdige": faerdige, "hu": faerdige / f.c if f.c else 0.0}


def _many_areas(forloeb: Forloeb, navn: str, hu: Ark) -> Loeb:
    """A row for each area and year, those who finish by region and year, ages, and the sum year by year."""
    grundlag = forloeb.grundlag
    antal, regioner = len(grundlag.omraader), tuple(grundlag.hu_andel)
    omraader = Ark(Felter(f"{navn}Område for område", FLERE, FOERSTE, antal), "En række for hvert område hvert år.")
    tilgang = Ark(
        Felter(f"{navn}Tilgang", TILGANG, FOERSTE, len(regioner)),
        "Hvem der bliver færdige, og hvor de bosætter sig: hjemme med andelen sigma, fordelt efter vægt.",
    )
    alder = _ages(forloeb, navn, omraader.felter)
    felter = omraader.felter
    ved_base = felter.span("laeger", FOERSTE, FOERSTE + antal - 1)
    faelles = FAELLES | {
        "andel": repr(grundlag.andel_af_landet),
        "modne": 'SUMIFS([til_klinik^],[omraade^],[omraade],[aar^],"<="&([aar]-a_tau))',
        "konverterede": "SUMIFS([konverteret^],[omraade^],[omraade])",
    }
    giver = {en.kode: _given(forloeb, en.kode) for en in grundlag.omraader}
    for nr, aar in enumerate((BASISAAR, *AARENE)):
        for plads, en in enumerate(grundlag.omraader):
            raekke = FOERSTE + nr * antal + plads
            ord_ = faelles | {
                "bor": "1" if en.laeger > 0 else "0",
                "laeger": repr(float(en.laeger)),
                "aabne": _open(en),
                "opgivet": _leaving(en, alder, raekke - antal),
                "maal": f"{en.andel!r}*{_path(forloeb, f'SUM({ved_base})')}",
                "bosat": _settling(forloeb, en, tilgang.felter, nr),
            }
            omraader.raekker.append(_row(felter, raekke, aar, en, ord_, giver[en.kode].get(aar, {})))
        tilgang.raekker += [_inflow(tilgang.felter, felter, hu, nr, plads, forloeb) for plads in range(len(regioner))]
    samlet = _summed(forloeb, f"{navn}År for år", felter)
    return Loeb(navn, forloeb, hu, samlet, omraader, tilgang, alder)


def _leaving(omraade: Omraade, alder: Ark | None, foer: int) -> str:
    """X: by the ages of the year before, which stand in the same row of their own sheet, else by the level alone."""
    if alder is None or not omraade.aldre:
        return f"a_e*{omraade.faktor!r}*[laeger<]"
    return f"{_kappa_cell(alder.felter)}*{alder.felter.cell('vejet', foer, herfra=False)}"


def _settling(forloeb: Forloeb, omraade: Omraade, tilgang: Felter, nr: int) -> str:
    """Those who settle in the area, before the share who want a place of their own."""
    regioner = tuple(forloeb.grundlag.hu_andel)
    raekker = {region: FOERSTE + nr * len(regioner) + plads for plads, region in enumerate(regioner)}
    if omraade.laeger <= 0:
        return "0"
    if faste := forloeb.grundlag.bosaetning:
        dele = [
            f"{tilgang.cell('faerdige', raekke, herfra=False)}*{faste.get((region, omraade.kode), 0.0)!r}"
            for region, raekke in raekker.items()
        ]
        return f"({'+'.join(dele)})"
    dele = [
        tilgang.cell("til_hjemme" if region == omraade.region else "til_ude", raekke, herfra=False)
        for region, raekke in raekker.items()
    ]
    return f"[vaegt]*({'+'.join(dele)})"


def _inflow(felter: Felter, omraader: Felter, hu: Ark, nr: int, plads: int, forloeb: Forloeb) -> list[Celle]:
    """A row of those who finish in a region in a year; none in the base year."""
    region, aar = tuple(forloeb.grundlag.hu_andel)[plads], BASISAAR + nr
    ord_ = _words_of_training(hu, region) | {
        # of the year alone: later weights depend on who settles now
        "vaegte": omraader.year("vaegt", nr),
        "regioner": omraader.year("region", nr),
    }
    raekke = FOERSTE + nr * felter.omraader + plads
    giver = _finished(forloeb, forloeb.forudsaetninger, region, aar) if nr else {}
    faste = {"aar": aar, "region": region}
    return [
        Celle(faste[en.navn])
        if en.navn in faste
        else Celle(felter.formula(en.formel, raekke, ord_), giver.get(en.navn))
        if nr
        else Celle("")
        for en in felter.kolonner
    ]


def _kappa_cell(alder: Felter) -> str:
    """κ stands above the heads of the sheet of ages."""
    return f"'{alder.ark}'!$H$4"


def _ages(forloeb: Forloeb, navn: str, omraader: Felter) -> Ark | None:
    """Doctors by age: each row is that of the same area and year on the sheet of areas. None where no ages are
    known."""
    alle = forloeb.grundlag.omraader
    if not any(en.aldre for en in alle):
        return None
    ark, antal = f"{navn}Alder", len(alle)
    ud = Ark(Felter(ark, ages("κ", "", ""), FOERSTE, antal), "Afgang efter alder; κ gør det første år til andelen e.")
    for nr, aar in enumerate((BASISAAR, *AARENE)):
        for plads, en in enumerate(alle):
            raekke = FOERSTE + nr * antal + plads
            nye = "+".join(omraader.cell(x, raekke, herfra=False) for x in ("overtaget", "konverteret", "nye_besat"))
            kolonner = ages("κ", f"({nye})", omraader.cell("opgivet", raekke, herfra=False))
            felter = Felter(ark, kolonner, FOERSTE, antal)
            celler = [Celle(aar), Celle(en.navn)]
            for kol in kolonner[2:]:
                celler.append(_age_cell(felter, kol, raekke, en, nr))
            ud.raekker.append(celler)
    return ud


def _age_cell(felter: Felter, kolonne: Kolonne, raekke: int, omraade: Omraade, nr: int) -> Celle:
    if not omraade.aldre:
        return Celle("")
    if nr == 0 and kolonne.navn.startswith("alder"):
        return Celle(float(omraade.aldre[int(kolonne.navn.removeprefix("alder"))]))
    formel = kolonne.formel if nr else kolonne.begynd
    return Celle(felter.formula(formel, raekke, {})) if formel else Celle("")


def kappa_formula(loeb: Loeb) -> str:
    """κ: makes what areas with ages give up in the base year the share `e` of their doctors."""
    assert loeb.alder is not None
    antal, alder = len(loeb.forloeb.grundlag.omraader), loeb.alder.felter
    sidste = FOERSTE + antal - 1
    med = [nr for nr, en in enumerate(loeb.forloeb.grundlag.omraader) if en.aldre]
    laeger = "+".join(loeb.regnes.cell("laeger", FOERSTE + nr, True, herfra=False) for nr in med)
    return f"=a_e*({laeger})/SUM({alder.span('vejet', FOERSTE, sidste)})"


def _summed(forloeb: Forloeb, ark: str, omraader: Felter) -> Ark:
    """The areas added up: a row a year."""
    lagt = [en for en in FLERE if en.navn in (*LAGT_SAMMEN, "nye_laeger", "opgivet")]
    felter = Felter(ark, (Kolonne("aar", "År"), *lagt), FOERSTE)
    ud = Ark(felter, "Summen af områderne; læger i ét område tager ikke pladser i et andet.")
    giver = {en.aar: en for en in forloeb.samlet}
    for nr, aar in enumerate((BASISAAR, *AARENE)):
        fra = FOERSTE + nr * omraader.omraader
        celler = [Celle(aar)]
        for en in lagt:
            har = nr > 0 or en.begynd
            formel = f"=SUM({omraader.span(en.navn, fra, fra + omraader.omraader - 1, herfra=False)})"
            celler.append(Celle(formel, getattr(giver.get(aar), en.navn, None)) if har else Celle(""))
        ud.raekker.append(celler)
    return ud
