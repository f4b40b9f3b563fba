"""The import under hard conditions: python -m tests.last.indlaesning

RAEKKER (50,000) rows of udbud are imported and timed; an import is killed (kill -9) DRAB (100) times at random moments,
and each time a reader must open a good version and the next import must go on; MINUTTER (3) of broken files must
neither crash the reading nor change anything. All of it happens in a temporary folder. Ends with 1 when anything failed.
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
from data.indlaes import Fil, load, propose, read_pointer, versions
from queries.database import Database
from tests.data.indlaes_filer import HU, NOEGLETAL, UDBUD, as_csv, as_xlsx, table

RAEKKER = int(os.environ.get("RAEKKER", "50000"))
DRAB = int(os.environ.get("DRAB", "100"))
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
    """Import two files in turn and kill each import at a random moment."""
    tilstande = {}
    for navn, antal in (("a", 40), ("b", 60)):
        raekker = [UDBUD | {"Udbuds-id": f"{navn}-{nr}", "Sted": f"By {nr}"} for nr in range(antal)]
        (mappe / f"{navn}.csv").write_bytes(as_csv(*raekker))
        tilstande[frozenset(f"{navn}-{nr}" for nr in range(antal))] = navn
    load(propose([Fil("a.csv", (mappe / "a.csv").read_bytes())], kilder=kilder), ud=ud)
    begyndt = time.perf_counter()
    run(kilder, ud, mappe / "b.csv").wait()
    varighed = time.perf_counter() - begyndt
    tilfaeldig = random.Random(1)
    fejl, afbrudt, naaede = 0, 0, 0
    for nr in range(DRAB):
        proces = run(kilder, ud, mappe / f"{'ab'[nr % 2]}.csv")
        try:
            proces.wait(timeout=varighed * tilfaeldig.uniform(0.2, 1.1))
            naaede += 1
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()
            afbrudt += 1
        set_ = own_ids(ud)
        gode = tilstande.get(set_)
        build(ud, kilder)  # what the next start of the app does
        efter = tilstande.get(own_ids(ud))
        i_brug = read_pointer(kilder).gaeldende
        fejl += not gode or not efter or i_brug not in {en.navn for en in versions(kilder)}
        varighed = max(varighed, 1.0)
    rester = [sti.name for sti in (kilder / "egne" / "versioner").iterdir() if sti.name.startswith(".")]
    load(propose([Fil("c.csv", as_csv(UDBUD))], kilder=kilder), ud=ud)
    fejet = not [sti.name for sti in (kilder / "egne" / "versioner").iterdir() if sti.name.startswith(".")]
    print(
        f"{DRAB} indlæsninger: {afbrudt} dræbt, {naaede} nåede at blive færdige, {fejl} fejl; "
        f"{len(rester)} rester før og {'ingen' if fejet else 'nogle'} efter den næste indlæsning; "
        f"{len(versions(kilder))} versioner"
    )
    return fejl == 0 and fejet


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
