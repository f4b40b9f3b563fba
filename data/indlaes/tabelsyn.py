"""What is wrong with a table of statistics as a sheet, besides its single figures; errors are (row, sentence)."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_col_to_name

from data.indlaes.krydstabel import GEM_IGEN
from data.indlaes.maalinger import Taltabel, cut
from data.indlaes.navne import counted
from data.indlaes.tegn import broken


def table_errors(tabel: Taltabel) -> Iterator[tuple[int, str]]:
    """Figures that the sheet does not have: formulas without a result, merged cells, a source that cannot be read."""
    raekker = {en.raekke for en in tabel.maalinger}
    kolonner = {en.kolonne for en in tabel.maalinger}
    tabellens = {nr for nr, _ in tabel.brugte} | raekker, {nr for _, nr in tabel.brugte} | kolonner
    for raekke, kolonne in tabel.ark.uden_vaerdi:
        if raekke in tabellens[0] and kolonne in tabellens[1]:
            celle = f"{xl_col_to_name(kolonne - 1)}{raekke}"
            yield raekke, f"Cellen {celle} har en formel uden gemt værdi. {GEM_IGEN}"
    for r1, k1, r2, k2 in tabel.ark.flettede:
        if raekker & {*range(r1, r2 + 1)} and kolonner & {*range(k1, k2 + 1)}:
            celler = f"{xl_col_to_name(k1 - 1)}{r1}:{xl_col_to_name(k2 - 1)}{r2}"
            yield r1, f"Cellerne {celler} er flettede. Ophæv fletningen, og skriv værdien i hver celle."
    if fundet := broken(tabel.kilde):
        raekke = next((nr for nr, linje in enumerate(tabel.ark.raekker, 1) if any(map(broken, filter(None, linje)))), 1)
        yield (
            raekke,
            f"Kilden »{cut(tabel.kilde)}« har ødelagte tegn (»{fundet}«). Gem filen igen som .xlsx eller CSV UTF-8.",
        )


def hidden_rows(tabel: Taltabel) -> list[str]:
    """That rows which may not be seen in the sheet are read."""
    skjulte = sorted({*tabel.ark.skjulte_raekker} & {en.raekke for en in tabel.maalinger})
    if not skjulte:
        return []
    antal = counted(len(skjulte), "række", "rækker")
    return [f"Arket har {antal}, der er skjult eller filtreret fra; de er læst med (den første er række {skjulte[0]})."]
