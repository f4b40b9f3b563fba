"""Lots that are known for their region only: no level below the region can place them, and no total may lose them."""

from dataclasses import dataclass

KUN_REGION = "Kun regionen er kendt."
LAEG_IKKE_SAMMEN = f"{KUN_REGION} Læg ikke sammen med opslag i kommunerne: de kan være en del af dem."


@dataclass(frozen=True)
class Regionslot:
    """One lot; `log` lists status, date as precise as it is known, and units (at ansoegere: applicants)."""

    region: str
    enhed: str
    antal: int
    log: str
    ansoegere: int | None = None
    tildelt: int | None = None
    note: str = KUN_REGION
    art: str = "nyt"


REGIONSLOT = (
    # The published round: 87 ydernumre, no kommune and no outcome known.
    Regionslot(
        "Region Sjælland",
        "ydernummer",
        87,
        "opslaaet 2025-10 87",
        art="ukendt",
        note="Antallet følger det offentliggjorte; fordeling på kommuner og udfald er ikke kendt.",
    ),
    # Ten capacities of the region were being established in April 2025 (published); what became of them is invented.
    Regionslot(
        "Region Sjælland",
        "kapacitet",
        10,
        "besluttet 2024-11 10; opslaaet 2025-04 10; ansoegere 2025-06 3; tildelt 2025-08 2; besat 2026-01 2",
        3,
        2,
    ),
    Regionslot("Region Sjælland", "ydernummer", 4, "opslaaet 2023-03-06 4; ingen_ansoegere 2023-04-24 4", 0, 0),
    Regionslot("Region Hovedstaden", "kapacitet", 10, "reserve 2022-01 10; reserve 2023-01 10", note=LAEG_IKKE_SAMMEN),
    Regionslot("Region Hovedstaden", "kapacitet", 12, "besluttet 2026-09-22 12", note=LAEG_IKKE_SAMMEN),
    Regionslot(
        "Region Syddanmark",
        "ydernummer",
        3,
        "opslaaet 2024-02-05 3; ansoegere 2024-03-18 5; tildelt 2024-04-22 3; besat 2024-09-01 3",
        5,
        3,
    ),
    Regionslot(
        "Region Midtjylland",
        "klinik",
        2,
        "opslaaet 2023-09-04 2; trukket_tilbage 2023-10-16 2",
        None,
        0,
        art="drift_i_udbud",
    ),
    # Two rare ends, so that every status occurs whatever the seed.
    Regionslot(
        "Region Hovedstaden",
        "kapacitet",
        2,
        "opslaaet 2024-05-13 2; ingen_ansoegere 2024-06-24 2; omfordelt 2024-09-23 2",
        0,
        0,
    ),
    Regionslot(
        "Region Nordjylland",
        "ydernummer",
        1,
        "opslaaet 2022-08-22 1; ingen_ansoegere 2022-10-03 1; fordelt 2022-12-12 1",
        0,
        0,
    ),
    # Bought, or taken by first right, and not offered yet.
    Regionslot("Region Nordjylland", "ydernummer", 2, "opkoebt 2026-05 2", art="overtaget_af_region"),
    Regionslot("Region Syddanmark", "ydernummer", 1, "foersteret 2026-03 1", art="overtaget_af_region"),
    Regionslot("Region Nordjylland", "kapacitet", 5, "besluttet 2026-05-26 5; opslaaet 2026-09-14 5"),
)
