"""The import under hard conditions: python -m tests.last.indlaesning

RAEKKER (50,000) rows of udbud are imported and timed; an import is killed (kill -9) DRAB (200) times at random moments,
and each time a reader must open a good version and the next import must go on; MINUTTER (3) of broken files must
neither crash the reading nor change anything. It happens in a temporary folder. Ends with 1 when anything failed.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from data.build import DATA, build
from data.indlaes import Fil, all_versions, load, propose, read_pointer, versions
from queries.database import Database
from tests.data.indlaes_filer import HU, NOEGLETAL, UDBUD, as_csv, as_xlsx, table

RAEKKER = int(os.environ.get("RAEKKER", "50000"))
DRAB = int(os.environ.get("DRAB", "200"))
MINUTTER = float(os.environ.get("MINUTTER", "3"))
MAAL_SEKUNDER = 20
ROD = Path(__file__).resolve().parents[2]
KOMMANDO = (sys.executable, "-m", "data.indlaes")


def many_rows(antal: int) -> bytes:
    """A workbook of so many tenders."""
    raekker = (UDBUD | {"Udbuds-id": f"nr-{nr}", "Sted": f"By {nr % 500}", "Antal": nr % 4 + 1} for nr in range(antal))
    return as_xlsx({"Udbud": table(*raekker)})


def measure_import(kilder: Path, ud: Path) -> bool:
    """Read, judge and load RAEKKER rows; is it fast enough?"""
    fil = Fil("mange.xlsx", many_rows(RAEKKER))
    meldinger = []
    begyndt = time.perf_counter()
    forslag = propose([fil], kilder=kilder, fremdrift=lambda andel, tekst: meldinger.append(andel))
    laest = time.perf_counter()
    load(forslag, "benchmark", ud=ud, fremdrift=lambda andel, tekst: meldinger.append(andel))
    faerdig = time.perf_counter()
    print(
        f"{RAEKKER} rækker ({len(fil.indhold) / 1e6:.1f} MB): forslag {laest - begyndt:.1f} s, "
        f"indlæsning {faerdig - laest:.1f} s, i alt {faerdig - begyndt:.1f} s (mål {MAAL_SEKUNDER} s), "
        f"{len(meldinger)} meldinger om fremdrift"
    )
    return faerdig - begyndt < MAAL_SEKUNDER


def own_ids(ud: Path) -> frozenset[str]:
    """The tenders that a reader sees in the own data, opened as the app opens the database."""
    snapshot = Database(ud).snapshot()
    with snapshot.forbindelse.cursor() as cursor:
        return frozenset(
            post for (post,) in cursor.table("udbud").filter("datasaet = 'egne'").project("udbud_id").fetchall()
        )


def kill_imports(kilder: Path, ud: Path, mappe: Path) -> bool:
    """Import two files in turn and kill each import at a random moment, most of them while it writes."""
    tilstande = {}
    for navn, antal in (("a", 40), ("b", 60)):
        raekker = [UDBUD | {"Udbuds-id": f"{navn}-{nr}", "Sted": f"By {nr}"} for nr in range(antal)]
        (mappe / f"{navn}.csv").write_bytes(as_csv(*raekker))
        tilstande[frozenset(f"{navn}-{nr}" for nr in range(antal))] = navn
    load(propose([Fil("a.csv", (mappe / "a.csv").read_bytes())], kilder=kilder), ud=ud)
    tilfaeldig = random.Random(1)
    skriver = measure_writing(kilder, ud, mappe / "b.csv")
    draebt = naaede = fejl = rester = 0
    kendte: set[str] = set()
    while draebt < DRAB:
        foer = tilstande[own_ids(ud)]
        proces = run(kilder, ud, mappe / f"{'b' if foer == 'a' else 'a'}.csv")
        if tilfaeldig.random() < 0.8:
            wait_for_writing(kilder, proces)
            time.sleep(skriver * tilfaeldig.uniform(0, 1.1))
        else:
            time.sleep(skriver * tilfaeldig.uniform(0, 1))
        faerdig = proces.poll() is not None
        proces.kill()
        proces.wait()
        naaede, draebt = naaede + faerdig, draebt + (not faerdig)
        rester += bool(leftovers(kilder, ud))
        fejl += own_ids(ud) not in tilstande  # what a running app reads
        build(ud, kilder)  # what the next start of the app does
        fejl += own_ids(ud) not in tilstande
        fejl += read_pointer(kilder).gaeldende not in {en.navn for en in versions(kilder)}
        nu = {en.navn for en in all_versions(kilder) if en.version}
        fejl += not kendte <= nu or len(nu) < len(all_versions(kilder))  # one was lost, or is not what it was
        kendte = nu
    load(propose([Fil("c.csv", as_csv(UDBUD))], kilder=kilder), ud=ud)
    print(
        f"{draebt} indlæsninger dræbt ({naaede} nåede at blive færdige): {fejl} fejl; {rester} efterlod rester, "
        f"{len(leftovers(kilder, ud))} rester efter den næste indlæsning; {len(versions(kilder))} versioner"
    )
    return fejl == 0 and not leftovers(kilder, ud)


def leftovers(kilder: Path, ud: Path) -> list[Path]:
    """What an import that was cut off left behind."""
    return [*(kilder / "egne" / "versioner").glob(".ny-*"), *ud.parent.glob(".bygger-*")]


def wait_for_writing(kilder: Path, proces: subprocess.Popen) -> None:
    """Until the import writes its first file, or ends. An earlier one may have left folders."""
    versioner = kilder / "egne" / "versioner"
    gamle = {*versioner.glob(".ny-*")}
    while proces.poll() is None and {*versioner.glob(".ny-*")} <= gamle:
        time.sleep(0.005)


def measure_writing(kilder: Path, ud: Path, fil: Path) -> float:
    """Seconds from the first file to the end of an import."""
    proces = run(kilder, ud, fil)
    wait_for_writing(kilder, proces)
    begyndt = time.perf_counter()
    proces.wait()
    return time.perf_counter() - begyndt


def run(kilder: Path, ud: Path, fil: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [*KOMMANDO, str(fil), "--kilder", str(kilder), "--out", str(ud)],
        cwd=ROD,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def spoiled(tilfaeldig: random.Random, gode: list[bytes]) -> bytes:
    """A good file with something wrong: bytes changed, taken out, put in twice, or two files in one."""
    indhold = bytearray(tilfaeldig.choice(gode))
    for _ in range(tilfaeldig.choice((1, 1, 2, 5, 30))):
        sted = tilfaeldig.randrange(len(indhold))
        laengde = tilfaeldig.choice((1, 1, 2, 8, 200))
        art = tilfaeldig.randrange(4)
        if art == 0:
            indhold[sted : sted + laengde] = tilfaeldig.randbytes(laengde)
        elif art == 1:
            del indhold[sted : sted + laengde]
        elif art == 2:
            indhold[sted:sted] = indhold[sted : sted + laengde]
        else:
            andet = tilfaeldig.choice(gode)
            fra = tilfaeldig.randrange(len(andet))
            indhold[sted:sted] = andet[fra : fra + laengde]
        if not indhold:
            break
    return bytes(indhold)


def fuzz(kilder: Path, ud: Path) -> bool:
    """Read broken files for MINUTTER minutes."""
    gode = [
        as_csv(UDBUD, UDBUD | {"Udbuds-id": "nak-2"}),
        as_csv(NOEGLETAL, skilletegn=","),
        as_csv(HU, skilletegn="\t", kodning="cp1252"),
        as_xlsx({"Udbud": table(UDBUD)}),
        as_xlsx({"Ark1": table(HU), "Ark2": table(NOEGLETAL)}),
    ]
    foer = (ud.read_bytes(), (kilder / "egne" / "gaeldende").read_bytes())
    tilfaeldig = random.Random(2)
    slut = time.monotonic() + MINUTTER * 60
    antal = afvist = fejl = 0
    while time.monotonic() < slut:
        indhold = spoiled(tilfaeldig, gode)
        antal += 1
        try:
            forslag = propose([Fil("fil", indhold)], kilder=kilder)
            afvist += not forslag.kan_indlaeses
        except Exception as undtagelse:
            fejl += 1
            sti = Path(tempfile.gettempdir()) / f"indlaesning-fejl-{fejl}.bin"
            sti.write_bytes(indhold)
            print(f"{type(undtagelse).__name__}: {undtagelse} ({sti.name})", file=sys.stderr)
    uaendret = foer == (ud.read_bytes(), (kilder / "egne" / "gaeldende").read_bytes())
    print(
        f"{antal} ødelagte filer på {MINUTTER:g} minutter: {afvist} afvist, {antal - afvist - fejl} forstået, "
        f"{fejl} nedbrud, databasen {'uændret' if uaendret else 'ÆNDRET'}"
    )
    return not fejl and uaendret


def main() -> int:
    """Runs all three; returns 1 when one of them failed."""
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        kilder, ud = mappe / "kilder", mappe / "db" / "laegedaekning.duckdb"
        for kilde in ("katalog", "geografi", "offentlig", "eksempel"):
            shutil.copytree(DATA / kilde, kilder / kilde)
        build(ud, kilder)
        gik_godt = [measure_import(kilder, ud), kill_imports(kilder, ud, mappe), fuzz(kilder, ud)]
    return 0 if all(gik_godt) else 1


if __name__ == "__main__":
    sys.exit(main())
