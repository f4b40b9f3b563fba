"""Many rows, and broken files: python -m tests.last.indlaesning

RAEKKER (50,000) rows of udbud are imported and timed; MINUTTER (3) of broken files must neither crash the reading nor
change anything. It happens in a temporary folder. Ends with 1 when anything failed.
"""

import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from data.build import DATA, build
from data.indlaes import Fil, load, propose
from tests.dag import I_DAG, NU
from tests.data.indlaes_filer import HU, NOEGLETAL, UDBUD, as_csv, as_xlsx, table

RAEKKER = int(os.environ.get("RAEKKER", "50000"))
MINUTTER = float(os.environ.get("MINUTTER", "3"))
MAAL_SEKUNDER = 20


def many_rows(antal: int) -> bytes:
    """A workbook of so many tenders."""
    raekker = (UDBUD | {"Udbuds-id": f"nr-{nr}", "Sted": f"By {nr % 500}", "Antal": nr % 4 + 1} for nr in range(antal))
    return as_xlsx({"Udbud": table(*raekker)})


def measure_import(kilder: Path, ud: Path) -> bool:
    """Read, judge and load RAEKKER rows; is it fast enough?"""
    fil = Fil("mange.xlsx", many_rows(RAEKKER))
    meldinger = []
    begyndt = time.perf_counter()
    forslag = propose([fil], kilder=kilder, fremdrift=lambda andel, tekst: meldinger.append(andel), i_dag=I_DAG)
    laest = time.perf_counter()
    load(forslag, "benchmark", ud=ud, fremdrift=lambda andel, tekst: meldinger.append(andel), nu=NU)
    faerdig = time.perf_counter()
    print(
        f"{RAEKKER} rækker ({len(fil.indhold) / 1e6:.1f} MB): forslag {laest - begyndt:.1f} s, "
        f"indlæsning {faerdig - laest:.1f} s, i alt {faerdig - begyndt:.1f} s (mål {MAAL_SEKUNDER} s), "
        f"{len(meldinger)} meldinger om fremdrift"
    )
    return faerdig - begyndt < MAAL_SEKUNDER


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
            forslag = propose([Fil("fil", indhold)], kilder=kilder, i_dag=I_DAG)
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
    """Runs both; returns 1 when one of them failed."""
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        kilder, ud = mappe / "kilder", mappe / "db" / "laegedaekning.duckdb"
        for kilde in ("katalog", "geografi", "offentlig", "eksempel"):
            shutil.copytree(DATA / kilde, kilder / kilde)
        build(ud, kilder)
        gik_godt = [measure_import(kilder, ud), fuzz(kilder, ud)]
    return 0 if all(gik_godt) else 1


if __name__ == "__main__":
    sys.exit(main())
