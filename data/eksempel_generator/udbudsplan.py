"""What the regions plan to offer from 2026 to 2035: near decisions are firm and far ones are only spoken of."""

from data.eksempel_generator.faelles import GRUNDLAG, Raekke, fordel, praecision_af, terning
from data.eksempel_generator.geografi import Geografi

KILDE = "eksempel-udbudsplan"
# New places in the country each year: more than find a doctor, about eighty.
NYE = {2026: 60, 2027: 75, 2028: 90, 2029: 95} | {aar: 100 for aar in range(2030, 2036)}
# What is known for a region only: (region, year, kind, units).
KUN_REGION = (
    ("Region Sjælland", 2027, "konvertering", 4),
    ("Region Sjælland", 2029, "konvertering", 6),
    ("Region Nordjylland", 2028, "konvertering", 5),
    ("Region Midtjylland", 2028, "overtagelse", 3),
    ("Region Syddanmark", 2030, "nyt", 5),
)
# What is known down to the kommune.
KOMMUNER = (("Lolland", 2026, "overtagelse", 2), ("Tønder", 2027, "konvertering", 1), ("Thisted", 2026, "nyt", 1))


def lav_udbudsplan(geo: Geografi, froe: int) -> list[Raekke]:
    """Rows of udbudsplan: every sundhedsråd every year, and a few known for a region or a kommune."""
    rng = terning(froe, "udbudsplan")
    raekker: list[Raekke] = []
    region_af = {s: region for region in geo.regioner for s in geo.sundhedsraad_i(region)}
    vaegt = [
        sum(k.indbyggere_2026 * (0.4 + 1.6 * k.svaerhed) for k in geo.i_sundhedsraad(s)) * rng.uniform(0.9, 1.1)
        for s in geo.sundhedsraad
    ]
    for aar, antal in NYE.items():
        for s, n in zip(geo.sundhedsraad, fordel(antal, vaegt)):
            sted = {"region": region_af[s], "sundhedsraad": geo.sundhedsraad[s]}
            raekker.append(_raekke(f"{s}-{aar}", sted, aar, "nyt", n))
    for nr, (region, aar, art, n) in enumerate(KUN_REGION, 1):
        note = "Sundhedsrådet er ikke valgt."
        raekker.append(_raekke(f"region-{nr}", {"region": region}, aar, art, n, note))
    navne = {k.navn: k for k in geo.kommuner}
    for nr, (navn, aar, art, n) in enumerate(KOMMUNER, 1):
        k = navne[navn]
        sted = {"region": k.region, "sundhedsraad": geo.sundhedsraad[k.sundhedsraad_id], "kommunekode": k.kode}
        raekker.append(_raekke(f"kommune-{nr}", sted, aar, art, n))
    return raekker


def _raekke(navn: str, sted: Raekke, aar: int, art: str, antal: int, note: str = "") -> Raekke:
    stadium = "besluttet" if aar <= 2027 else "indstillet" if aar <= 2029 else "omtalt"
    dato = {"besluttet": "2025-11-20", "indstillet": "2026-06", "omtalt": "2026"}[stadium]
    return sted | {
        "plan_id": f"eks-plan-{navn}",
        "aar": aar,
        "enhed": "ydernummer" if sted["region"] in ("Region Sjælland", "Region Nordjylland") else "kapacitet",
        "antal": antal,
        "art": art,
        "stadium": stadium,
        "beslutning_dato": dato,
        "beslutning_praecision": praecision_af(dato),
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
        "note": note,
    }
