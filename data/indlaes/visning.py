"""Values of the CSV files as people write them: names for codes of kommuner, Danish dates and numbers."""

from babel.dates import get_month_names

from data.indlaes.registre import Felt, Skema

MAANED = get_month_names("wide", locale="da")


def shown(skema: Skema, felt: Felt, vaerdi: str | None) -> str:
    """A value as text; reading it gives the same value again."""
    vist = shown_cell(skema, felt, vaerdi)
    return str(vist).replace(".", ",") if isinstance(vist, float) else str(vist)


def shown_cell(skema: Skema, felt: Felt, vaerdi: str | None) -> str | int | float:
    """A value as a spreadsheet should hold it: numbers as numbers, the rest as text."""
    if not vaerdi:
        return ""
    if felt.slags == "heltal":
        return int(vaerdi)
    if felt.slags == "tal":
        return float(vaerdi) if "." in vaerdi else int(vaerdi)
    if felt.slags == "ja_nej":
        return "ja" if vaerdi == "1" else "nej"
    if felt.slags == "kommune":
        return skema.kommunenavne.get(vaerdi, vaerdi)
    if felt.slags == "kommuner":
        return "; ".join(skema.kommunenavne.get(kode, kode) for kode in vaerdi.split(";"))
    if felt.slags in ("dato", "dag"):
        return danish_date(vaerdi)
    return vaerdi


def danish_date(dato: str) -> str:
    """2026-05-05 as 5.5.2026, 2026-05 as maj 2026, 2026 as 2026."""
    aar, *rest = dato.split("-")
    if not rest:
        return aar
    return f"{int(rest[1])}.{int(rest[0])}.{aar}" if len(rest) == 2 else f"{MAANED[int(rest[0])]} {aar}"
