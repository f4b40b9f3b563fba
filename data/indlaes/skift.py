"""Taking a version into use: build the whole database from it first, then switch the pointer, then replace the file.

Whatever happens on the way, the pointer and the database each are the old or the new one, and both were complete and
accepted. See docs/indlaesning.md for what each moment of a power cut leaves behind.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from data.build import DATA, DEFAULT_OUT, BygFejl, built_beside, lock_file, move_into_place
from data.disk import nothing_changed, reason
from data.indlaes.efterproev import FRIST, FRIST_FOR_MANGE, MANGE_RAEKKER, Efterproever, checker, in_words
from data.indlaes.forslag import Forslag, Fremdrift
from data.indlaes.registre import REGISTRE
from data.indlaesning import DataFejl
from data.laas import locked
from data.pegepind import Skift, ensure_pointer, pointer_or_none, read_pointer, switched
from data.versioner import (
    Version,
    all_versions,
    candidate,
    current,
    discard,
    keep,
    sweep,
    verified_folder,
)

VENT = 15  # seconds for another import to finish
FLEST_KVITTERINGER, LAENGSTE_KVITTERING = 20, 500  # sheets, and letters of each: headings are as long as they like
KOLONNER = ("datasaet", "register", "niveau", "fra_aar", "til_aar", "komplet", "begrundelse")
KOMPLET = "Sekretariatet har oplyst, at registeret rummer alt i {}-{}."
IKKE_KOMPLET = "Sekretariatet har ikke oplyst, at registeret rummer alt; derfor vises ingen andele og ranglister."


class IndlaesFejl(Exception):
    """Nothing was loaded, and nothing was changed. The text is for the user."""


def load(
    forslag: Forslag,
    hvem: str = "",
    *,
    nu: datetime,
    komplet: Mapping[str, tuple[int, int]] | None = None,
    note: str = "",
    ud: Path = DEFAULT_OUT,
    fremdrift: Fremdrift = lambda andel, tekst: None,
) -> Version:
    """Load what was proposed, as a new version that is in use from `nu` (with its time zone) on.

    `komplet`: the registers of the files that hold everything, with first and last year; of the others no rates are
    shown. Raises IndlaesFejl, VersionFejl, or Optaget when someone else is loading; nothing is changed then.
    """
    komplet = dict(komplet or {})
    _may_be_loaded(forslag, komplet)
    kilder = forslag.kilder
    alle_komplet = {navn: aar for navn, aar in forslag.komplet_nu.items() if navn not in forslag.registre} | komplet
    tabeller = {navn: tabel.celler for navn, tabel in forslag.tabeller.items() if len(tabel)}
    tabeller["fuldstaendighed"] = completeness(tabeller, alle_komplet)
    filer = tuple((fil.vist, fil.sha256) for fil in forslag.filer)
    kvittering = tuple(str(en)[:LAENGSTE_KVITTERING] for en in forslag.kvittering[:FLEST_KVITTERINGER])
    optalt = dict(forslag.forskelle.optalt)
    om = Version(0, "", _as_text(nu), hvem.strip(), filer, optalt, alle_komplet, note.strip(), kvittering)
    fremdrift(0.0, "Venter på, at andre bliver færdige")
    with _in_words(), locked(lock_file(ud), VENT):
        if read_pointer(kilder).gaeldende != forslag.grundversion:
            raise IndlaesFejl(
                "Der er indlæst en anden version, siden forslaget blev lavet. Læs filerne igen, og se forslaget."
            )
        sweep(kilder)
        fremdrift(0.1, "Skriver den nye version")
        with checker() as efterproever, candidate(kilder, tabeller) as mappe:
            fremdrift(0.2, "Bygger og efterser hele databasen")
            with built_beside(ud, kilder, mappe) as (ny, _):
                fremdrift(0.7, "Prøver alle visninger med de nye data")
                _must_be_shown(efterproever, ny, forslag, nu.date())
                fremdrift(0.9, "Tager versionen i brug")
                ensure_pointer(kilder)
                version = keep(kilder, mappe, om)
                try:
                    _switch(kilder, ud, ny, Skift(version.navn, om.tid, om.hvem, "indlæst"))
                except BaseException:
                    # a pointer that could not be put back keeps its version
                    if (pegepind := pointer_or_none(kilder)) and pegepind.gaeldende != version.navn:
                        discard(kilder, version)
                    raise
    fremdrift(1.0, f"Version {version.nr} er i brug")
    return version


def go_back(
    nr: int,
    hvem: str = "",
    *,
    nu: datetime,
    kilder: Path = DATA,
    ud: Path = DEFAULT_OUT,
    fremdrift: Fremdrift = lambda andel, tekst: None,
) -> Version | None:
    """Take an earlier (or later) version into use again; 0 is the state before the first import. Nothing is deleted.

    It also mends a pointer that is missing or broken: what a person chooses is written as a new one. Returns the
    version now in use. Raises IndlaesFejl, VersionFejl or Optaget; nothing is changed then.
    """
    version = version_by_number(nr, kilder) if nr else None
    navn = version.navn if version else ""
    with _in_words(), locked(lock_file(ud), VENT):
        sweep(kilder)
        if (pegepind := pointer_or_none(kilder)) and pegepind.gaeldende == navn:
            return current(kilder)
        fremdrift(0.2, "Bygger og efterser hele databasen")
        sti = verified_folder(kilder, navn) if navn else None
        with built_beside(ud, kilder, sti) as (ny, _):
            _switch(kilder, ud, ny, Skift(navn, _as_text(nu), hvem.strip(), "gået tilbage"))
    fremdrift(1.0, f"Version {nr} er i brug" if nr else "Der er ingen egne data i brug")
    return version


def version_by_number(nr: int, kilder: Path = DATA) -> Version:
    """The version of that number; of several the one that was in use. Raises IndlaesFejl when it cannot be used."""
    alle = [en for en in all_versions(kilder) if en.nr == nr]
    mulige = [en.version for en in alle if en.version and en.brugt] or [en.version for en in alle if en.version]
    if len(mulige) == 1:
        return mulige[0]
    if mulige:
        navne = " og ".join(en.navn for en in mulige)
        raise IndlaesFejl(f"Flere versioner har nummer {nr}: {navne}. Flyt dem, der ikke skal bruges, ud af mappen.")
    if alle:
        raise IndlaesFejl(f"Version {nr} kan ikke bruges. {alle[0].fejl}")
    raise IndlaesFejl(f"Der er ingen version {nr}. Se listen over versioner.")


def _switch(kilder: Path, ud: Path, ny: Path, skift: Skift) -> None:
    """The point of no return. The pointer first: a database that is older than its pointer is built anew at the next
    start, the other way round the loading would be lost."""
    try:
        with switched(kilder, skift):
            move_into_place(ny, ud)
    except OSError as fejl:
        if (pegepind := pointer_or_none(kilder)) and pegepind.gaeldende == skift.til:  # nor could it be put back
            raise IndlaesFejl(
                f"Versionen er valgt, men databasen kan ikke skiftes: {reason(fejl)}. Det sker, næste gang serveren "
                "starter eller nogen kører python -m data.build."
            ) from fejl
        raise


class _in_words:
    """Turns what the disk, the versions and the rules refuse into IndlaesFejl."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, slags, fejl, spor) -> None:
        if isinstance(fejl, BygFejl):
            raise IndlaesFejl(str(fejl)) from fejl
        if isinstance(fejl, DataFejl):
            linjer = "\n".join(str(en) for en in fejl.fejl[:20])
            raise IndlaesFejl(f"Databasen kan ikke bygges med denne version, så intet er ændret:\n{linjer}") from fejl
        if isinstance(fejl, OSError):
            raise IndlaesFejl(nothing_changed("Versionen kan ikke gemmes", fejl)) from fejl


def _must_be_shown(efterproever: Efterproever, ny: Path, forslag: Forslag, i_dag: date) -> None:
    """Refuse a version that pages could not show on that day."""
    tabeller = tuple(tabel for register in forslag.registre for tabel in REGISTRE[register].tabeller)
    mange = sum(len(tabel) for tabel in forslag.tabeller.values()) > MANGE_RAEKKER
    brister = efterproever.shortcomings(ny, tabeller, i_dag, FRIST_FOR_MANGE if mange else FRIST)
    if brister is None:
        raise IndlaesFejl(
            "Det kunne ikke efterprøves, om dashboardet kan vises med de nye data, så intet er ændret. Prøv igen; "
            "bliver fejlen ved, så send filen til den, der passer dashboardet."
        )
    if brister:
        raise IndlaesFejl(in_words(brister, forslag.tabeller))


def _may_be_loaded(forslag: Forslag, komplet: Mapping[str, tuple[int, int]]) -> None:
    if forslag.fejl:
        raise IndlaesFejl(f"Der er {len(forslag.fejl)} fejl. Ret dem, og læs filerne igen. Intet er ændret.")
    for register, (fra, til) in komplet.items():
        if register not in forslag.registre or not REGISTRE[register].kan_vaere_komplet:
            raise IndlaesFejl(f"Filerne rummer ikke {register}, så det kan ikke oplyses komplet.")
        if not 1990 <= fra <= til <= 2100:
            raise IndlaesFejl("Perioden for et komplet register skrives fra-til, fx 2022-2026.")
    uaendret = {navn: forslag.komplet_nu.get(navn) for navn in forslag.registre} == {
        navn: komplet.get(navn) for navn in forslag.registre
    }
    if not forslag.har_aendringer and uaendret:
        raise IndlaesFejl("Filerne svarer til det, der allerede er indlæst. Der er intet at gøre.")


def completeness(tabeller: Mapping[str, dict], komplet: Mapping[str, tuple[int, int]]) -> dict[str, list[str | None]]:
    """The table of completeness for the registers that hold something."""
    raekker = []
    for navn, register in REGISTRE.items():
        if register.kan_vaere_komplet and register.tabeller[0] in tabeller:
            fra, til = komplet.get(navn, (None, None))
            tekst = KOMPLET.format(fra, til) if fra else IKKE_KOMPLET
            raekker.append(
                (
                    "egne",
                    register.kode,
                    "alle",
                    fra and str(fra),
                    til and str(til),
                    "1" if fra else "0",
                    tekst,
                )
            )
    return {kolonne: [raekke[nr] for raekke in raekker] for nr, kolonne in enumerate(KOLONNER)}


def _as_text(nu: datetime) -> str:
    return nu.isoformat(timespec="seconds")
