"""Opening what people upload: what kind of file it is, and its sheets as text. Nothing is trusted, nothing is unpacked
to disk, and a file's name is only ever shown.

Every cell becomes text as a Dane would type it (1234,5; 2026-05-05), so that csv and xlsx are understood alike.
"""

import csv
import hashlib
import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import python_calamine

from data.indlaes.navne import counted
from data.indlaes.pakke import Pakke, column_number, inspect
from data.regneark.ark import Ark, FilFejl, Indhold

STOERSTE_FIL = 20 * 1024 * 1024
FLEST_RAEKKER = 200_000
FLEST_KOLONNER = 104
LAENGSTE_CELLE = 32_767  # what a cell of a spreadsheet can hold
SKILLETEGN = (";", ",", "\t")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ANDRE_SLAGS = (
    (b"%PDF", "en PDF-fil"),
    (b"{\\rtf", "et RTF-dokument"),
    (b"\x89PNG", "et billede"),
    (b"\xff\xd8\xff", "et billede"),
    (b"GIF8", "et billede"),
    (b"\x1f\x8b", "en pakket fil (gzip)"),
    (b"7z\xbc\xaf", "en pakket fil (7-Zip)"),
    (b"Rar!", "en pakket fil (RAR)"),
    (b"SQLite format 3", "en database"),
    (b"PAR1", "en Parquet-fil"),
)
HJAELP = "Gem den som Excel-projektmappe (.xlsx) eller CSV, og indlæs den igen."


@dataclass(frozen=True)
class Fil:
    """An uploaded file."""

    navn: str
    indhold: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """What the file is, whatever it is called."""
        return hashlib.sha256(self.indhold).hexdigest()

    @property
    def vist(self) -> str:
        """The name to show: the last part, without what does not belong in a name."""
        return re.sub(r"[^\w .()+,&-]", "_", re.split(r"[\\/]", self.navn)[-1])[:100].strip() or "fil"


def read(fil: Fil) -> Indhold:
    """The sheets of a file. Raises FilFejl in words the user can act on."""
    indhold = fil.indhold
    if not indhold.strip(b"\x00\r\n\t ,;"):
        raise FilFejl("Filen er tom.")
    if len(indhold) > STOERSTE_FIL:
        fylder = -(-len(indhold) // (1024 * 1024))
        raise FilFejl(f"Filen fylder {fylder} MB, og grænsen er 20 MB. Del den i flere filer.")
    if indhold.startswith(b"PK"):
        return _read_xlsx(indhold)
    if indhold.startswith(OLE):
        raise FilFejl(_ole_text(indhold))
    for begyndelse, slags in ANDRE_SLAGS:
        if indhold.lstrip().startswith(begyndelse):
            raise FilFejl(f"Filen er {slags} og ikke et regneark. {HJAELP}")
    if re.match(rb"(\xef\xbb\xbf)?\s*(<!doctype|<html|<table|<meta|<\?xml|<head|<!--)", indhold[:500], re.I):
        raise FilFejl(f"Filen er en webside og ikke et regneark, selv om navnet kan sige noget andet. {HJAELP}")
    return _read_csv(indhold)


def _ole_text(indhold: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in indhold or "EncryptionInfo".encode("utf-16-le") in indhold:
        return "Filen er beskyttet med adgangskode. Fjern adgangskoden i Excel (Filer > Oplysninger), og gem den igen."
    if "WordDocument".encode("utf-16-le") in indhold:
        return f"Filen er et Word-dokument og ikke et regneark. {HJAELP}"
    return f"Filen er gemt i et gammelt Excel-format (.xls). {HJAELP}"


def _read_xlsx(indhold: bytes) -> Indhold:
    """The values of a workbook: formulas as their last result, hidden sheets marked."""
    try:
        with zipfile.ZipFile(io.BytesIO(indhold)) as zip_:
            pakke = inspect(zip_, FLEST_RAEKKER, FLEST_KOLONNER)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError) as fejl:
        raise FilFejl(f"Filen er beskadiget og kan ikke åbnes. Åbn den i Excel, og gem den igen. ({fejl})") from fejl
    except zipfile.zlib.error as fejl:
        raise FilFejl(f"Filen er beskadiget og kan ikke åbnes. Åbn den i Excel, og gem den igen. ({fejl})") from fejl
    if pakke.afvist:
        raise FilFejl(pakke.afvist)
    try:
        bog = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(indhold))
        ark = [_sheet(bog, om) for om in bog.sheets_metadata if om.typ == python_calamine.SheetTypeEnum.WorkSheet]
    except FilFejl:
        raise
    except BaseException as fejl:  # a panic of the Rust library is no Exception
        if isinstance(fejl, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise FilFejl(f"Filen kan ikke læses som regneark. Åbn den i Excel, og gem den igen. ({fejl})") from fejl
    for en in ark:
        en.uden_vaerdi = tuple(
            (raekke, column_number(bogstaver)) for navn, raekke, bogstaver in pakke.uden_vaerdi if navn == en.navn
        )
    return Indhold(ark, _remarks(pakke))


def _remarks(pakke: Pakke) -> list[str]:
    tekster = []
    if pakke.formler:
        formler = counted(pakke.formler, "formel; kun den gemte værdi", "formler; kun de gemte værdier")
        tekster.append(f"Filen rummer {formler} er læst.")
    if pakke.eksterne:
        tekster.append("Filen henter tal fra andre filer; kun de gemte værdier er læst, og intet er hentet.")
    return tekster


def _sheet(bog: python_calamine.CalamineWorkbook, om: python_calamine.SheetMetadata) -> Ark:
    ark = bog.get_sheet_by_name(om.name)
    if ark.total_height > FLEST_RAEKKER + 20:
        raise FilFejl(_too_many(om.name, ark.total_height))
    tekst = lru_cache(None, typed=True)(_cell_text)
    raekker = [[*map(tekst, raekke)] for raekke in ark.to_python(skip_empty_area=False)]
    flettede = tuple((r1 + 1, k1 + 1, r2 + 1, k2 + 1) for (r1, k1), (r2, k2) in ark.merged_cell_ranges or ())
    skjult = om.visible != python_calamine.SheetVisibleEnum.Visible
    return Ark(om.name, raekker, skjult, flettede)


def _too_many(ark: str, antal: int) -> str:
    raekker = f"{antal:,}".replace(",", ".")
    return f"Arket »{ark}« har {raekker} rækker, og grænsen er 200.000. Del det i flere filer."


def _cell_text(celle) -> str | None:
    """A cell as a Dane would type it."""
    if isinstance(celle, str):
        return clean(celle)
    if isinstance(celle, bool):
        return "ja" if celle else "nej"
    if isinstance(celle, float):
        return str(int(celle)) if celle.is_integer() else repr(celle).replace(".", ",")
    if isinstance(celle, datetime):
        return celle.date().isoformat() if celle.time() == time() else celle.isoformat(" ", "minutes")
    if isinstance(celle, (date, time)):
        return celle.isoformat()
    if isinstance(celle, timedelta):
        return str(celle)
    return None if celle is None else str(celle)


USYNLIGE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]"
)
BLANKE = re.compile(r"[ \t\r\n\u00a0\u2002-\u200a\u202f\u3000]+")


def clean(tekst: str) -> str | None:
    """Text without invisible characters and surplus blanks; None when nothing is left."""
    if tekst.isalnum():
        return tekst[:LAENGSTE_CELLE]
    return BLANKE.sub(" ", USYNLIGE.sub("", tekst)).strip()[:LAENGSTE_CELLE] or None


def _read_csv(indhold: bytes) -> Indhold:
    tekst, bemaerkninger = _decoded(indhold)
    if tekst.lower().startswith("sep="):
        tekst = tekst.partition("\n")[2]
    skilletegn = max(SKILLETEGN, key=lambda tegn: _columns(tekst, tegn))
    try:
        raekker = [
            [clean(celle) for celle in raekke]
            for raekke in _limited(csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn, strict=True))
        ]
    except csv.Error as fejl:
        raise FilFejl(
            f"Filen kan ikke læses som CSV ({fejl}). Se efter et anførselstegn, der mangler, eller gem filen som .xlsx."
        ) from fejl
    return Indhold([Ark("", raekker, komma=skilletegn == ",")], bemaerkninger)


def _limited(laeser):
    for nummer, raekke in enumerate(laeser, 1):
        if nummer > FLEST_RAEKKER + 20:
            raise FilFejl("Filen har flere end 200.000 rækker. Del den i flere filer.")
        if len(raekke) > FLEST_KOLONNER:
            raise FilFejl(f"Række {nummer} har {len(raekke)} felter; det er ikke en af skabelonernes tabeller.")
        yield raekke


def _columns(tekst: str, skilletegn: str) -> int:
    """How well a separator fits: so many lines are cut into equally many fields. Texts have commas here and there."""
    linjer = io.StringIO("\n".join(tekst[:20_000].splitlines()[:10]))
    try:
        bredder = Counter(len(raekke) for raekke in csv.reader(linjer, delimiter=skilletegn))
    except csv.Error:
        return 0
    return max((bredde * antal for bredde, antal in bredder.items() if bredde > 1), default=0)


def _decoded(indhold: bytes) -> tuple[str, list[str]]:
    """The text of a csv file, and what to tell about how it was read."""
    if indhold.startswith((b"\xff\xfe", b"\xfe\xff")):
        kodninger = ("utf-16",)
    elif b"\x00" in indhold:
        raise FilFejl(f"Filen er ikke et regneark og ikke tekst. {HJAELP}")
    else:
        kodninger = ("utf-8-sig", "cp1252")
    for kodning in kodninger:
        try:
            tekst = indhold.decode(kodning)
        except UnicodeDecodeError:
            continue
        if sum(tegn < " " and tegn not in "\t\r\n" for tegn in tekst[:5000]) > 5:
            break
        return tekst, ["Filen er læst som Windows-1252; se efter, at æ, ø og å er rigtige."] * (kodning == "cp1252")
    raise FilFejl("Filens tegn kan ikke læses. Gem den igen som CSV UTF-8 eller som .xlsx.")
