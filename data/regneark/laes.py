"""What kind of file it is, by its bytes and never by its name, and its sheets."""

import re

from data.regneark.ark import FilFejl, Indhold
from data.regneark.csvfil import read_csv
from data.regneark.kodning import decoded

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
WEBSIDE = re.compile(r"\ufeff?\s*<(?:!doctype|html|table|meta|\?xml|head|!--)", re.I)


def read_bytes(indhold: bytes) -> Indhold:
    """The sheets of a file. Raises FilFejl in words the user can act on."""
    if not indhold.strip(b"\x00\r\n\t ,;"):
        raise FilFejl("Filen er tom.")
    if indhold.startswith(b"PK"):
        from data.regneark.xlsx import read_xlsx  # csv files need not wait for it

        return read_xlsx(indhold)
    if indhold.startswith(OLE):
        raise FilFejl(_ole_text(indhold))
    for begyndelse, slags in ANDRE_SLAGS:
        if indhold.lstrip().startswith(begyndelse):
            raise FilFejl(f"Filen er {slags} og ikke et regneark. {HJAELP}")
    tekst, bemaerkninger = decoded(indhold)
    if WEBSIDE.match(tekst[:500]):
        raise FilFejl(f"Filen er en webside og ikke et regneark, selv om navnet kan sige noget andet. {HJAELP}")
    return read_csv(tekst, bemaerkninger)


def _ole_text(indhold: bytes) -> str:
    """An old Office file, or a new one that is encrypted: with a password, or by the organisation's label."""

    def has(navn: str) -> bool:
        return navn.encode("utf-16-le") in indhold

    if has("DRMEncrypted") or has("DRMContent") or has("DRMViewerContent"):
        return (
            "Filen er låst af et følsomhedsmærkat (rettighedsbeskyttelse) og kan kun åbnes i Excel. Vælg et mærkat "
            "uden kryptering i Excel, eller kopiér tallene over i en ny projektmappe, og gem den som .xlsx."
        )
    if has("EncryptedPackage") or has("EncryptionInfo"):
        return "Filen er beskyttet med adgangskode. Fjern adgangskoden i Excel (Filer > Oplysninger), og gem den igen."
    if has("WordDocument"):
        return f"Filen er et Word-dokument og ikke et regneark. {HJAELP}"
    return f"Filen er gemt i et gammelt Excel-format (.xls). {HJAELP}"
