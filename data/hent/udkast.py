"""What a fetch would change in the CSV files: shown first, tried as a build, and then written, all files or none."""

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from data.build import DEFAULT_OUT, build, lock_file
from data.disk import nothing_changed, sync_folder, write_file
from data.hent.transport import HentFejl
from data.indlaesning import DataFejl
from data.laas import Optaget, locked

VENT = 30  # seconds for someone else who builds or imports
VISES = 6  # changed rows of a file that are shown; of new and gone ones half as many
# What a row is about, by which two versions of a file are compared.
NOEGLE = {
    "folketal": ("kommunekode", "dato"),
    "fremskrivning": ("kommunekode", "dato"),
    "laegekontakt": ("kommunekode", "aar"),
    "noegletal": ("noegletal", "omraade_type", "omraade", "dato", "kilde_id"),
    "kilde": ("kilde_id",),
    "hentning": ("hentning",),
}
# Of a new row all is shown but what every row of the file says.
UDEN_ORD = ("kommunekode", "region", "praecision", "dato_udledt", "er_prognose", "foretrukken")
# The build of these alone says whether the new files can be loaded; the invented data have nothing to do with it.
PROEVES = ("katalog", "geografi", "offentlig")

Raekke = dict[str, str]


@dataclass
class Fil:
    """A CSV file by its name below the sources ("geografi/folketal.csv"): its bytes when it was read, its columns, and
    its rows then and as they would be."""

    navn: str
    bytes_: bytes
    kolonner: list[str]
    foer: list[Raekke]
    nu: list[Raekke]

    @property
    def tabel(self) -> str:
        return Path(self.navn).stem

    def key(self, raekke: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(raekke[en] for en in NOEGLE[self.tabel])


@dataclass
class Udkast:
    """The files of a folder of sources that a fetch touches, so far unchanged."""

    kilder: Path
    filer: dict[str, Fil] = field(default_factory=dict)

    def file(self, navn: str) -> Fil:
        """The file as it would be. Raises HentFejl when it cannot be read."""
        if navn not in self.filer:
            try:
                self.filer[navn] = _read(self.kilder, navn)
            except OSError as fejl:
                raise HentFejl(nothing_changed(f"{navn} kan ikke læses", fejl)) from None
        return self.filer[navn]

    def replace(self, navn: str, afloeses: Callable[[Raekke], bool], raekker: Iterable[Mapping[str, object]]) -> None:
        """Put rows in the place of those that `afloeses`; columns that a row does not name are empty."""
        fil = self.file(navn)
        nye = [{kolonne: _cell(en.get(kolonne)) for kolonne in fil.kolonner} for en in raekker]
        sted = next((nr for nr, en in enumerate(fil.nu) if afloeses(en)), len(fil.nu))
        foran = [en for en in fil.nu[:sted] if not afloeses(en)]
        fil.nu = [*foran, *nye, *(en for en in fil.nu[sted:] if not afloeses(en))]

    def put(self, navn: str, raekke: Mapping[str, object]) -> None:
        """Put one row in the place of the one about the same, with what it does not name kept."""
        fil = self.file(navn)
        noegle = tuple(str(raekke[en]) for en in NOEGLE[fil.tabel])
        gammel = next((en for en in fil.nu if fil.key(en) == noegle), {})
        self.replace(navn, lambda en: fil.key(en) == noegle, [{**gammel, **raekke}])

    def changed(self) -> list[Fil]:
        return [en for en in self.filer.values() if en.foer != en.nu]

    def told(self) -> str:
        """What would change, file by file, in Danish."""
        return "\n".join(linje for en in self.changed() for linje in _difference(en))

    def write(self) -> None:
        """Replace the files. Raises HentFejl, and every file is then as it was."""
        try:
            with locked(lock_file(self.kilder / DEFAULT_OUT.name), VENT):
                for fil in self.filer.values():
                    if (self.kilder / fil.navn).read_bytes() != fil.bytes_:
                        raise HentFejl(f"{fil.navn} er ændret, mens der blev hentet. Hent igen.")
                nye = {self.kilder / en.navn: _as_bytes(en) for en in self.changed()}
                self._try_to_build(nye)
                replace_all(nye)
        except OSError as fejl:
            raise HentFejl(nothing_changed("Filerne kan ikke skrives", fejl)) from None
        except Optaget as fejl:
            raise HentFejl(str(fejl)) from None

    def _try_to_build(self, nye: Mapping[Path, bytes]) -> None:
        with tempfile.TemporaryDirectory() as mappe:
            kopi = Path(mappe) / "data"
            for navn in PROEVES:
                shutil.copytree(self.kilder / navn, kopi / navn)
            for sti, indhold in nye.items():
                (kopi / sti.relative_to(self.kilder)).write_bytes(indhold)
            try:
                build(Path(mappe) / "proeve.duckdb", kopi)
            except DataFejl as fejl:
                flere = len(fejl.fejl) - VISES
                linjer = [str(en) for en in fejl.fejl[:VISES]] + ([f"... og {flere} til."] if flere > 0 else [])
                raise HentFejl("Det hentede kan ikke indlæses:\n" + "\n".join(linjer)) from None


def replace_all(nye: Mapping[Path, bytes]) -> None:
    """Replace some files, all or none: each is written beside its target first, and put back when another fails.
    Raises OSError."""
    gamle = {sti: sti.read_bytes() if sti.exists() else None for sti in nye}
    ved_siden = {sti: sti.with_name(f".ny-{sti.name}") for sti in nye}
    skiftet: list[Path] = []
    try:
        for sti, indhold in nye.items():
            write_file(ved_siden[sti], indhold)
        for sti in nye:
            ved_siden[sti].replace(sti)
            skiftet.append(sti)
    except BaseException:
        for sti in skiftet:
            _put_back(sti, gamle[sti])
        for ny in ved_siden.values():
            with suppress(OSError):
                ny.unlink(missing_ok=True)
        raise
    for mappe in {sti.parent for sti in nye}:
        with suppress(OSError):
            sync_folder(mappe)


def _put_back(sti: Path, indhold: bytes | None) -> None:
    if indhold is None:
        sti.unlink(missing_ok=True)
        return
    gammel = sti.with_name(f".gammel-{sti.name}")
    write_file(gammel, indhold)
    gammel.replace(sti)


def _read(kilder: Path, navn: str) -> Fil:
    indhold = (kilder / navn).read_bytes()
    try:
        overskrifter, *raekker = csv.reader(io.StringIO(indhold.decode("utf-8-sig"), newline=""), strict=True)
        raekker = [dict(zip(overskrifter, en, strict=True)) for en in raekker if en]
    except (ValueError, csv.Error):
        raise HentFejl(f"{navn} kan ikke læses; ret den, så python -m data.build går godt, og hent igen.") from None
    return Fil(navn, indhold, overskrifter, raekker, raekker)


def _as_bytes(fil: Fil) -> bytes:
    ud = io.StringIO(newline="")
    skriver = csv.DictWriter(ud, fil.kolonner, lineterminator="\n")
    skriver.writeheader()
    skriver.writerows(fil.nu)
    return ud.getvalue().encode()


def _cell(vaerdi: object) -> str:
    if vaerdi is None:
        return ""
    return f"{vaerdi:.10g}" if isinstance(vaerdi, float) else str(vaerdi)


def _difference(fil: Fil) -> list[str]:
    foer, nu = ({fil.key(en): en for en in raekker} for raekker in (fil.foer, fil.nu))
    nye, vaek = [en for en in nu if en not in foer], [en for en in foer if en not in nu]
    aendret = [en for en in nu if en in foer and foer[en] != nu[en]]
    linjer = [
        f"{fil.navn}: {len(fil.foer)} rækker bliver til {len(fil.nu)}; {len(nye)} nye, {len(aendret)} ændrede, "
        f"{len(vaek)} udgår, {len(nu) - len(nye) - len(aendret)} uændrede."
    ]
    linjer += _listed((_changed(en, foer[en], nu[en]) for en in aendret), len(aendret), VISES)
    linjer += _listed((f"  ny: {_row(fil, nu[en])}" for en in nye), len(nye), VISES // 2)
    linjer += _listed((f"  udgår: {_row(fil, foer[en])}" for en in vaek), len(vaek), VISES // 2)
    return linjer


def _changed(noegle: tuple[str, ...], foer: Raekke, nu: Raekke) -> str:
    felter = (f"{felt} {foer[felt] or '(tom)'} -> {nu[felt] or '(tom)'}" for felt in nu if foer[felt] != nu[felt])
    return f"  {' '.join(noegle)}: {', '.join(felter)}"


def _row(fil: Fil, raekke: Raekke) -> str:
    andre = (*NOEGLE[fil.tabel], *UDEN_ORD)
    resten = (f"{felt} {vaerdi}" for felt, vaerdi in raekke.items() if vaerdi and felt not in andre)
    return f"{' '.join(en for en in fil.key(raekke) if en)}: {', '.join(resten)}"[:160]


def _listed(linjer: Iterable[str], antal: int, flest: int) -> list[str]:
    return [*islice(linjer, flest), *([f"  ... og {antal - flest} til"] if antal > flest else [])]
