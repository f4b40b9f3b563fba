"""An xlsx file is a zip of parts that point to each other. Nothing is unpacked to disk, and nothing said is believed:
the bytes are counted as they come."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from data.regneark.ark import FilFejl
from data.regneark.graenser import FLEST_FILER, STOERST_UDPAKKET, STOERSTE_DEL, TAETTEST
from data.regneark.xmlstroem import BESKADIGET, elements

HJAELP = "Gem den som Excel-projektmappe (.xlsx) eller CSV, og indlæs den igen."
FOR_STOR = "Filen bliver for stor, når den pakkes ud, og er ikke åbnet. Kopiér tallene over i en ny projektmappe."
TVETYDIG = "Filen rummer to dele med samme navn og er ikke åbnet. Åbn den i Excel, og gem den igen."
STYKKE = 1 << 16
ZIPFEJL = (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, zipfile.zlib.error)


@dataclass(frozen=True)
class Relation:
    """What a part points to. `sti`: a part of the package, or the address outside when `ekstern`."""

    art: str
    sti: str
    ekstern: bool


class Pakke:
    """The parts of a package. Raises FilFejl when it is no workbook of ours, corrupt, or too large."""

    def __init__(self, indhold: bytes):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(indhold))
        except ZIPFEJL as fejl:
            raise FilFejl(BESKADIGET) from fejl
        self._dele: dict[str, zipfile.ZipInfo] = {}
        self._udpakket = 0
        filer = self._zip.infolist()
        self._refuse_wrong_kind(filer)
        if len(filer) > FLEST_FILER or sum(info.file_size for info in filer) > STOERST_UDPAKKET:
            raise FilFejl(FOR_STOR)
        if any(info.file_size > max(STOERSTE_DEL, TAETTEST * info.compress_size) for info in filer):
            raise FilFejl(FOR_STOR)
        for info in filer:
            if self._dele.setdefault(_key(info.filename), info) is not info:
                raise FilFejl(TVETYDIG)

    def _refuse_wrong_kind(self, filer: list[zipfile.ZipInfo]) -> None:
        navne = {_key(info.filename) for info in filer}
        if any(info.flag_bits & 1 for info in filer):
            raise FilFejl("Filen er en pakket fil med adgangskode. Fjern adgangskoden, og indlæs den igen.")
        if any(navn.endswith("vbaproject.bin") for navn in navne):
            raise FilFejl(f"Filen rummer makroer (.xlsm), og dem åbner vi ikke. {HJAELP}")
        for del_, slags in (
            ("xl/workbook.bin", "gemt som binær projektmappe (.xlsb)"),
            ("word/document.xml", "et Word-dokument og ikke et regneark"),
            ("ppt/presentation.xml", "en PowerPoint-præsentation og ikke et regneark"),
            ("content.xml", "gemt i OpenDocument-format (.ods)"),
            ("index/document.iwa", "gemt i Apples Numbers-format"),
        ):
            if del_ in navne:
                raise FilFejl(f"Filen er {slags}. {HJAELP}")

    @property
    def navne(self) -> list[str]:
        """The names of the parts, in small letters."""
        return [*self._dele]

    def has(self, sti: str) -> bool:
        return _key(sti) in self._dele

    def pieces(self, sti: str) -> Iterator[bytes]:
        """The bytes of a part, bit by bit, to its end (which checks its sum too)."""
        try:
            with self._zip.open(self._dele[_key(sti)]) as fil:
                while stykke := fil.read(STYKKE):
                    self._udpakket += len(stykke)
                    if self._udpakket > 2 * STOERST_UDPAKKET:  # a part may be read for several sheets
                        raise FilFejl(FOR_STOR)
                    yield stykke
        except (KeyError, *ZIPFEJL) as fejl:
            raise FilFejl(BESKADIGET) from fejl

    def relations(self, sti: str) -> dict[str, Relation]:
        """What a part ("" is the package itself) points to, by id; empty when it points to nothing."""
        mappe, navn = posixpath.split(sti)
        fil = posixpath.join(mappe, "_rels", f"{navn}.rels")
        if not self.has(fil):
            return {}
        fundne = {}
        for en in elements(self.pieces(fil), frozenset({"Relationship"})):
            maal = en.attributter.get("Target", "")
            ekstern = en.attributter.get("TargetMode", "").lower() == "external"
            art = en.attributter.get("Type", "").rpartition("/")[2]
            nr = en.attributter.get("Id", "")
            if nr in fundne:
                raise FilFejl(TVETYDIG)
            fundne[nr] = Relation(art, maal if ekstern else resolved(mappe, maal), ekstern)
        return fundne


def resolved(mappe: str, maal: str) -> str:
    """The part that a part in a folder means; never above the package."""
    return posixpath.normpath(posixpath.join("/", mappe, unquote(maal).replace("\\", "/"))).lstrip("/")


def _key(sti: str) -> str:
    return sti.replace("\\", "/").lstrip("/").lower()
