"""What is told about a sheet as a whole: its headings, its columns and its rows, besides the single cells.

Errors and warnings are (row or None, sentence), remarks are sentences.
"""

from collections.abc import Callable, Iterator

from xlsxwriter.utility import xl_col_to_name

from data.indlaes.enheder import check_unit
from data.indlaes.genkend import EGNE_OVERSKRIFTER, GENTAGET, NOTE, SKABELON, SUM, UDENFOR, Genkender, Genkendt
from data.indlaes.ikke_poster import is_total
from data.indlaes.laesning import Laest
from data.indlaes.navne import counted, listed, plain
from data.indlaes.registre import Felt, Skema
from data.indlaes.tegn import broken
from data.indlaes.vaerdier import Ulaeselig, any_date
from data.registre import ARK

Fundet = tuple[int | None, str]
FLEST_NUMRE = 8
PROEVE = 40  # cells of a column that say what it holds
NAESTEN_ALLE = 0.8
STEDER = {"kommune", "kommuner", "region"}
DATOER = {"dato", "dag"}


def heading_errors(fundet: Genkendt) -> Iterator[Fundet]:
    """What is wrong with the headings."""
    anden, samlet = fundet.to_raekker
    if anden:
        fra, til = sorted((anden, fundet.raekke))
        skriv = listed([f"»{en}«" for en in samlet], "og")
        yield fundet.raekke, f"Overskrifterne er delt over række {fra} og {til}. Skriv dem i én række: {skriv}."
    for felt in fundet.mangler:
        if felt.overskrift not in samlet:
            yield fundet.raekke, f"Kolonnen »{felt.overskrift}« mangler i overskrifterne."
    for overskrift in fundet.gentagne:
        yield fundet.raekke, f"Kolonnen »{overskrift}« står to gange (måske under et andet navn). Slet den ene."
    for overskrift in fundet.ukendte.values():
        if broken(overskrift):
            yield (
                fundet.raekke,
                f"Overskriften »{overskrift}« har ødelagte tegn. Gem filen igen som .xlsx eller CSV UTF-8.",
            )
    for plads, enhed in fundet.enheder.items():
        felt = fundet.felter.get(plads) or fundet.dubletter[plads]
        try:
            check_unit(enhed, felt.enhed) if felt.enhed is not None else None
        except Ulaeselig:
            yield (
                fundet.raekke,
                f"Overskriften »{fundet.overskrifter[plads]}« har en enhed, der ikke passer til kolonnen "
                f"»{felt.overskrift}«. Omregn tallene, og skriv overskriften fra skabelonen.",
            )


def row_errors(fundet: Genkendt) -> Iterator[Fundet]:
    """Rows that are no records, and cells that cannot be counted on."""
    ark, data = fundet.ark, {*fundet.data}
    for nr in fundet.andre[SUM]:
        tekst = next(celle for celle in ark.raekker[nr - 1] if celle and is_total(celle, True, True))
        yield nr, f"Rækken (»{tekst[:40]}«) er en sum og ikke en post; den ville blive talt to gange. Slet rækken."
    for r1, k1, r2, k2 in ark.flettede:
        if any(plads in fundet.felter for plads in range(k1 - 1, k2)) and any(nr in data for nr in range(r1, r2 + 1)):
            yield r1, f"Celler i række {r1}-{r2} er flettede. Ophæv fletningen, og skriv værdien i hver celle."
    for raekke, kolonne in ark.uden_vaerdi:
        if raekke in data and kolonne - 1 in {*fundet.felter, *fundet.dubletter}:
            celle = f"{xl_col_to_name(kolonne - 1)}{raekke}"
            yield raekke, f"Cellen {celle} har en formel uden gemt værdi. Åbn filen i Excel, og gem den igen."
    # A csv row with more fields than headings: a separator inside a text that is not in quotes.
    bredde = len(fundet.overskrifter)
    for nr in fundet.data if not ark.navn else ():
        antal = len(ark.raekker[nr - 1])
        if antal > bredde and any(ark.raekker[nr - 1][bredde:]):
            yield nr, f"Rækken har {antal} felter, men der er {bredde} overskrifter. Sæt teksten i anførselstegn."


def warnings(fundet: Genkendt, laest: Laest, skema: Skema, er_kommune: Callable[[str], bool]) -> Iterator[Fundet]:
    """What was perhaps lost of a sheet: cells without a heading, places and dates under an unknown one."""
    yield from _without_heading(fundet)
    felter = {felt.navn for felt in fundet.felter.values()}
    mangler = [felt for felt in skema.felter[fundet.tabel] if felt.navn not in felter]
    dage = [felt for felt in mangler if felt.slags in DATOER]
    steder = [felt for felt in mangler if felt.slags in STEDER - {"region"}]
    for plads, overskrift in () if fundet.to_raekker[0] else fundet.ukendte.items():
        celler = [celle for celle in fundet.cells(plads) if celle]
        for muligheder, passer, hvad in ((dage, _is_date, "datoer"), (steder, er_kommune, "kommuner")):
            if muligheder and _mostly(celler[:PROEVE], passer):
                hedder = listed([f"»{felt.overskrift}«" for felt in muligheder])
                antal = counted(len(celler), "celle", "celler")
                yield (
                    fundet.raekke,
                    f"Kolonnen »{overskrift}« er ikke læst ({antal}), men ligner {hvad}. Skal den hedde {hedder}?",
                )
    yield from _without_place(fundet, laest, skema)


def _without_heading(fundet: Genkendt) -> Iterator[Fundet]:
    """Cells in the rows of data under an empty heading; the fields beyond the headings of a csv are an error."""
    bredde = len(fundet.overskrifter)
    slut = bredde if not fundet.ark.navn else max((len(raekke) for raekke in fundet.ark.raekker), default=0)
    for plads in range(slut):
        if plads < bredde and fundet.overskrifter[plads]:
            continue
        fyldte = [nr for nr, celle in zip(fundet.data, fundet.cells(plads)) if celle]
        if fyldte:
            antal = counted(len(fyldte), "celle", "celler")
            yield (
                fyldte[0],
                f"Kolonne {xl_col_to_name(plads)} har ingen overskrift og er ikke læst ({antal}, første i række "
                f"{fyldte[0]}). Er teksten skåret over af et skilletegn, så sæt den i anførselstegn.",
            )


def _without_place(fundet: Genkendt, laest: Laest, skema: Skema) -> Iterator[Fundet]:
    steder = [felt for felt in skema.felter[fundet.tabel] if felt.slags in STEDER]
    if not steder or any(felt.slags == "omraade" for felt in skema.felter[fundet.tabel]):
        return
    if any(en for felt in steder for en in laest.tabel.celler[felt.navn]):
        return
    if any(en.kolonne in {felt.navn for felt in steder} for en in laest.fejl):
        return
    hedder = listed([f"»{felt.overskrift}«" for felt in steder])
    antal = len(fundet.data)
    hvem = (
        "Arkets ene række har hverken kommune eller region, så den"
        if antal == 1
        else f"Ingen af arkets {antal} rækker har kommune eller region, så de"
    )
    yield fundet.raekke, f"{hvem} kan ikke stedfæstes. Hedder kolonnen {hedder}?"


def remarks(fundet: Genkendt, genkender: Genkender) -> Iterator[str]:
    """What is left out of a sheet, or read though it may not be seen."""
    for overskrift in fundet.ukendte.values():
        if plain(overskrift) not in EGNE_OVERSKRIFTER and overskrift not in fundet.gentagne:
            mente = genkender.suggestion(fundet.tabel, overskrift)
            tekst = f" Mente du »{mente}«?" if mente else ""
            yield f"Kolonnen »{overskrift}« er ukendt og er ikke læst.{tekst}"
    if fundet.andre[SKABELON]:
        yield "Skabelonens forklaring og eksempel er sprunget over."
    for nr in fundet.andre[NOTE]:
        tekst = next(celle for celle in fundet.ark.raekker[nr - 1] if celle)
        yield f"Række {nr} er en note under tabellen og er ikke læst: »{tekst[:60]}«."
    if fundet.andre[GENTAGET]:
        yield f"Overskrifterne står igen i {_rows(fundet.andre[GENTAGET])} og er sprunget over."
    if fundet.andre[UDENFOR]:
        yield f"Der står noget uden for skabelonens kolonner i {_rows(fundet.andre[UDENFOR])}; det er ikke læst."
    skjulte = sorted({*fundet.ark.skjulte_raekker} & {*fundet.data})
    if skjulte:
        antal = counted(len(skjulte), "række", "rækker")
        yield f"Arket har {antal}, der er skjult eller filtreret fra; de er læst med ({_rows(skjulte)})."
    yield from _links(fundet)


def _links(fundet: Genkendt) -> Iterator[str]:
    """The addresses behind cells: they are used where they belong, and told where they are lost."""
    data = {*fundet.data}
    felter: dict[int, Felt] = fundet.felter
    for plads in sorted({kolonne - 1 for _, kolonne in fundet.ark.links}):
        raekker = sorted(nr for nr, kolonne in fundet.ark.links if kolonne - 1 == plads and nr in data)
        if raekker and plads in felter and felter[plads].slags == "kilde":
            yield f"Adresserne bag cellerne i kolonnen »{felter[plads].overskrift}« bruges om de kilder, der er nye."
        elif raekker:
            navn = fundet.overskrifter[plads] if plads < len(fundet.overskrifter) else None
            hvor = f"kolonnen »{navn}«" if navn else f"kolonne {xl_col_to_name(plads)}"
            yield f"Der er adresser bag cellerne i {hvor} ({_rows(raekker)}); adresserne er ikke læst."


def sheet_title(fundet: Genkendt) -> str:
    """The table and the number of its rows."""
    return f"{ARK[fundet.tabel]}: {counted(len(fundet.data), 'række', 'rækker')}"


def _rows(numre: list[int]) -> str:
    viste = [str(nr) for nr in numre[:FLEST_NUMRE]]
    if len(numre) > FLEST_NUMRE:
        return f"række {', '.join(viste)} og {len(numre) - FLEST_NUMRE} til"
    return f"række {listed(viste, 'og')}"


def _mostly(celler: list[str], passer: Callable[[str], bool]) -> bool:
    return len(celler) > 0 and sum(map(passer, celler)) >= NAESTEN_ALLE * len(celler)


def _is_date(tekst: str) -> bool:
    """A year alone is a number as well."""
    try:
        return len(any_date(tekst)) > 4
    except Ulaeselig:
        return False
