"""A scenario as a workbook with live formulas: whoever changes an assumption sees what comes of it."""

import io

import xlsxwriter

import queries
from export.filer.scenarieark import FOERSTE, Ark, Celle, Loeb, kappa_formula, sheets_of
from export.filer.scenariekohorter import cohorts, identities
from export.om import Oplysninger
from export.tegning import tekst
from export.tegning.celler import KUN_TEKST
from queries.database import Snapshot
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG, Antagelse
from views.balance.antaget import status
from views.balance.balance import Balance, balance
from views.balance.scenarie import POLITIKKER
from views.faelles.filtre import Filters
from views.figur import farver
from views.sprog import dansk, ord

ANTAGELSER, KILDER = "Antagelser", "Kilder"
DE_87 = "De 87 "
HOVEDER = ("Antagelse", "Værdi", "Enhed", "Standard", "Gunstig", "Ugunstig", "Regnes med", "Status", "Kilde", "Dato")
HOVEDER += ("Regnestykke eller bemærkning",)
VAERDI, STANDARD, GUNSTIGT, UGUNSTIGT, REGNES = 1, 3, 4, 5, 6
# What is chosen as words stands above the assumptions: the name of its cell, and what it can be.
VALG = {
    "a_saet": ("Sæt antagelser", "gunstig, midt eller ugunstig"),
    "a_politik": ("Udbudspolitik", "; ".join(f"{kode}: {navn}" for kode, navn in POLITIKKER.items())),
    "a_orden": ("Rækkefølge", "o overtagelser, k konverteringer, n nye udbud; den første tager først"),
}
BREDDER = (46, 10, 16, 10, 10, 10, 12, 18, 40, 16, 70)


def scenario_workbook(filters: Filters, om: Oplysninger, data: Snapshot) -> bytes:
    """An xlsx file of the runs behind `filters`. Raises UkendtScenarie when the scenario is not understood."""
    return workbook_of(balance(filters, data), filters, om, data)


def workbook_of(svar: Balance, filters: Filters, om: Oplysninger, data: Snapshot) -> bytes:
    """The same of runs that are made already."""
    ud = io.BytesIO()
    with xlsxwriter.Workbook(ud, {"in_memory": True} | KUN_TEKST) as bog:
        bog.set_properties(
            {
                "title": ord.SCENARIE_MAERKE,
                "comments": f"{om.stamp} · {om.adresse}",
                "created": om.lavet.replace(tzinfo=None),
            }
        )
        skriver = _Skriver(bog, (ord.EKSEMPEL_ADVARSEL,) * (filters.datasaet == "eksempel") + (ord.SCENARIE_MAERKE,))
        loebene = runs(svar)
        _assumptions(skriver, svar, om.adresse + filters.link("balance"), data)
        kohorter = [cohorts(en) for en in loebene]
        for loeb, ark in zip(loebene, kohorter, strict=True):
            for en in loeb.sheets():
                skriver.sheet(en)
            if loeb.alder:
                skriver.write(loeb.alder.felter.ark, 3, 7, Celle(kappa_formula(loeb)))
            skriver.sheet(ark)
        skriver.sheet(identities(tuple(zip(loebene, kohorter, strict=True))), decimaler=9)
        _sources(skriver, svar, om, data)
    return ud.getvalue()


def runs(svar: Balance) -> tuple[Loeb, ...]:
    """The middle set of each run as sheets: the country's first."""
    ud = []
    if svar.landet:
        forloeb = svar.landet[MIDT]
        antaget = {"laeger": "a_p0"} if forloeb.grundlag.laeger == forloeb.forudsaetninger.p0 else {}
        ud.append(sheets_of(forloeb, **antaget))
    if svar.de_87:
        ud.append(sheets_of(svar.de_87[MIDT], DE_87, laeger="a_p0_sj", faktor="a_r", andel="a_m", politik='"kendt"'))
    return tuple(ud)


class _Skriver:
    """Writes sheets; the words that must stand wherever the numbers do stand on top of each."""

    def __init__(self, bog: xlsxwriter.Workbook, advarsler: tuple[str, ...]):
        self.bog, self.advarsler = bog, advarsler
        fed = {"bold": True}
        self.titel = bog.add_format(fed | {"font_size": 14})
        self.advarsel = bog.add_format(fed | {"font_color": farver.HVID, "bg_color": farver.SORT, "font_size": 12})
        self.hoved = bog.add_format(
            fed | {"bg_color": farver.TABELHOVED, "font_color": farver.HVID, "text_wrap": True, "valign": "top"}
        )
        self.tekst = bog.add_format({"text_wrap": True, "valign": "top"})
        self.rettes = bog.add_format({"bg_color": "#fff2cc", "border": 1, "valign": "top"})
        self.aar = bog.add_format({"num_format": "0", "bold": True})
        self.tal = {nr: bog.add_format({"num_format": "#,##0." + "0" * nr, "valign": "top"}) for nr in (1, 4, 9)}

    def begin(self, navn: str, note: str) -> xlsxwriter.worksheet.Worksheet:
        """A new sheet with title, warnings and a note above FOERSTE."""
        ark = self.bog.add_worksheet(navn)
        ark.write_string(0, 0, navn, self.titel)
        for nr, advarsel in enumerate(self.advarsler, start=1):
            ark.write_string(nr, 0, advarsel, self.advarsel)
        ark.write_string(3, 0, note)
        return ark

    def sheet(self, en: Ark, decimaler: int = 1) -> None:
        """A sheet of numbers and formulas under its heads."""
        ark = self.begin(en.felter.ark, en.note)
        for nr, kolonne in enumerate(en.felter.kolonner):
            ark.write_string(FOERSTE - 1, nr, kolonne.overskrift, self.hoved)
            ark.set_column(nr, nr, kolonne.bred)
        for raekke, celler in enumerate(en.raekker, start=FOERSTE):
            for nr, celle in enumerate(celler):
                navn = en.felter.kolonner[nr].navn
                self.write(en.felter.ark, raekke, nr, celle, self.aar if navn == "aar" else self.tal[decimaler])
        ark.freeze_panes(FOERSTE, 1)

    def write(self, navn: str, raekke: int, kolonne: int, celle: Celle, form=None) -> None:
        """One cell. What the engine does not say is left to whoever opens the file, which counts all formulas anew."""
        ark = self.bog.get_worksheet_by_name(navn)
        if isinstance(celle.indhold, str) and celle.indhold.startswith("="):
            ark.write_formula(raekke, kolonne, celle.indhold, form, "" if celle.giver is None else celle.giver)
        elif isinstance(celle.indhold, str):
            ark.write_string(raekke, kolonne, tekst.clean(celle.indhold))
        else:
            ark.write_number(raekke, kolonne, celle.indhold, form)

    def name(self, navn: str, ark: str, raekke: int, kolonne: str) -> None:
        """A name that formulas use for a cell."""
        self.bog.define_name(navn, f"='{ark}'!${kolonne}${raekke + 1}")


def _assumptions(skriver: _Skriver, svar: Balance, link: str, data: Snapshot) -> None:
    """The sheet on top: what may be changed stands in yellow."""
    ark = skriver.begin(ANTAGELSER, "Ret de gule celler; alle ark regner om.")
    for nr, bredde in enumerate(BREDDER):
        ark.set_column(nr, nr, bredde)
    valgt = {"a_saet": MIDT, "a_politik": svar.scenarie.politik, "a_orden": svar.scenarie.orden}
    for raekke, (navn, (overskrift, hjaelp)) in enumerate(VALG.items(), start=FOERSTE - 1):
        ark.write_string(raekke, 0, overskrift)
        ark.write_string(raekke, VAERDI, valgt[navn], skriver.rettes)
        ark.write_string(raekke, VAERDI + 1, hjaelp)
        skriver.name(navn, ANTAGELSER, raekke, "B")
    muligt = {"a_saet": list(SAET), "a_politik": list(POLITIKKER)}
    for nr, navn in enumerate(VALG):
        if navn in muligt:
            ark.data_validation(
                FOERSTE - 1 + nr, VAERDI, FOERSTE - 1 + nr, VAERDI, {"validate": "list", "source": muligt[navn]}
            )
    hoved = FOERSTE + len(VALG)
    for nr, overskrift in enumerate(HOVEDER):
        ark.write_string(hoved, nr, overskrift, skriver.hoved)
    for raekke, en in enumerate(svar.antagelser, start=hoved + 1):
        _assumption(skriver, ark, raekke, en, svar, data)
    fi = next(en for en in svar.antagelser if en.id == "fi")
    _derived(skriver, ark, hoved + len(svar.antagelser) + 2, fi.natural(fi.standard))
    ark.write_string(hoved + len(svar.antagelser) + 10, 0, link)
    ark.freeze_panes(hoved + 1, 1)


def _assumption(skriver: _Skriver, ark, raekke: int, en: Antagelse, svar: Balance, data: Snapshot) -> None:
    """A row: what is counted with is the value, or at an edge of the band what that set says."""
    kilde, dato = _source(en, data)
    note = svar.erstattet.get(en.id, "") or en.regnestykke or en.forklaring
    valgt = svar.scenarie.valgt.get(en.id, en.standard)
    for kolonne, ord_ in (
        (0, f"{en.navn} ({en.id})"),
        (2, en.enhed),
        (7, status(en)),
        (8, kilde),
        (9, dato),
        (10, note),
    ):
        ark.write_string(raekke, kolonne, tekst.clean(ord_), skriver.tekst)
    ark.write_number(raekke, VAERDI, valgt / en.skala, skriver.rettes)
    for kolonne, vaerdi in ((STANDARD, en.standard), (GUNSTIGT, en.gunstig), (UGUNSTIGT, en.ugunstig)):
        ark.write_number(raekke, kolonne, vaerdi / en.skala)
    celle = f"B{raekke + 1}"
    if en.decides_set:
        celle = f'IF(a_saet="{GUNSTIG}",E{raekke + 1},IF(a_saet="{UGUNSTIG}",F{raekke + 1},B{raekke + 1}))'
    brok = round(1 / en.natural(en.skala))  # 100 for percent
    ark.write_formula(raekke, REGNES, f"={celle}" + (f"/{brok}" if brok > 1 else ""), skriver.tal[4], en.natural(valgt))
    skriver.name(f"a_{en.id}", ANTAGELSER, raekke, "G")


def _derived(skriver: _Skriver, ark, raekke: int, fi_standard: float) -> None:
    """What several formulas share."""
    for nr, (navn, ord_, formel) in enumerate(
        (
            ("a_fi_standard", "Besættelsesgraden, som besatte forløb er opgjort ved", f"={fi_standard!r}"),
            ("a_hele", "Hele år fra påbegyndt HU-forløb til færdig", "=INT((54+a_delta)/12)"),
            ("a_rest", "og resten af et år", "=(54+a_delta)/12-a_hele"),
            ("a_nr_o", "Overtagelser tages som nummer", '=FIND("o",a_orden)'),
            ("a_nr_k", "Konverteringer tages som nummer", '=FIND("k",a_orden)'),
            ("a_nr_n", "Nye udbud tages som nummer", '=FIND("n",a_orden)'),
        )
    ):
        ark.write_string(raekke + nr, 0, ord_)
        ark.write_formula(raekke + nr, REGNES, formel, skriver.tal[4])
        skriver.name(navn, ANTAGELSER, raekke + nr, "G")


def _source(en: Antagelse, data: Snapshot) -> tuple[str, str]:
    """Who says it, and when; "" for what nobody says."""
    fundet = queries.source(en.kilde_id, data) if en.kilde_id else None
    if fundet is None or fundet.empty:
        return "", ""
    post = fundet.iloc[0]
    return f"{post['titel']}, {post['udgiver']}", dansk.day(post["dato"])


def _sources(skriver: _Skriver, svar: Balance, om: Oplysninger, data: Snapshot) -> None:
    """Every source once, then what the book is made of."""
    ark = skriver.begin(KILDER, f"{om.stamp} · regnet for {svar.regnet_for}")
    for nr, (overskrift, bredde) in enumerate((("Kilde", 60), ("Udgiver", 30), ("Dato", 18), ("Adresse", 60))):
        ark.write_string(FOERSTE - 1, nr, overskrift, skriver.hoved)
        ark.set_column(nr, nr, bredde)
    raekke = FOERSTE
    for kilde_id in dict.fromkeys(en.kilde_id for en in svar.antagelser if en.kilde_id):
        for post in queries.source(kilde_id, data).itertuples():
            url = post.url if isinstance(post.url, str) else ""
            for nr, ord_ in enumerate((post.titel, post.udgiver, dansk.day(post.dato), url)):
                ark.write_string(raekke, nr, tekst.clean(ord_), skriver.tekst)
            raekke += 1
