"""Puljer and their projects: a table, not a draw, because the sums must be exact and the titles readable.

Lægedækningspuljen: 20 projects of 35 applications share 20,000,000 kr., 73 pct. of it in Region Nordjylland and Region
Sjælland (published: more than 70). The second pool exists to show a grant whose amount is not known, one that was
declined and one rounded in its source.
"""

from data.eksempel_generator.faelles import GRUNDLAG, Raekke
from data.eksempel_generator.geografi import Geografi

KILDE = "eksempel-pulje"
LAEGEDAEKNING, SUNDHEDSHUS = "eks-laegedaekning-2025-2026", "eks-laege-sundhedshus-2022"
NORD, MIDT, SYD, HOV, SJ = (
    "Region Nordjylland",
    "Region Midtjylland",
    "Region Syddanmark",
    "Region Hovedstaden",
    "Region Sjælland",
)

# fmt: off
# region, kommuner, title, theme, kr.
LAEGEDAEKNING_PROJEKTER: list[tuple[str, str, str, str, int]] = [
    (NORD, "Thisted", "Ny lægeklinik i Hurup", "klinik_etablering", 1_450_000),
    (NORD, "Thisted;Morsø", "Fælles lægevagt og delepraksis i Thy-Mors", "rekruttering", 1_250_000),
    (NORD, "Hjørring;Frederikshavn", "Generationsskifte i Vendsyssel", "fastholdelse", 1_100_000),
    (NORD, "Frederikshavn", "Lægehus i Skagen", "laegehus", 950_000),
    (NORD, "Jammerbugt;Brønderslev", "Kompagniskab på tværs af fjorden", "klinik_etablering", 900_000),
    (NORD, "Vesthimmerlands", "Uddannelseslæger i Farsø", "netvaerk_uddannelseslaeger", 600_000),
    (NORD, "Læsø", "Fjernkonsultation for øen", "digitalisering", 450_000),
    (NORD, "", "Introduktion af nye læger i hele regionen", "rekruttering", 500_000),
    (SJ, "Lolland", "Ny klinik i Nakskov", "klinik_etablering", 1_500_000),
    (SJ, "Lolland;Guldborgsund", "Rekruttering af læger og deres familier", "rekruttering", 1_300_000),
    (SJ, "Kalundborg;Odsherred", "Uddannelseslæger i Vestsjælland", "netvaerk_uddannelseslaeger", 1_050_000),
    (SJ, "Slagelse", "Lægehus i Korsør", "laegehus", 1_150_000),
    (SJ, "Vordingborg;Næstved", "Senioraftaler for læger over 63 år", "fastholdelse", 900_000),
    (SJ, "Faxe;Stevns", "Videokonsultation fra fælles klinik", "digitalisering", 700_000),
    (SJ, "", "Hjælp til praksisovertagelse", "rekruttering", 800_000),
    (SYD, "Tønder;Aabenraa", "Delepraksis i grænselandet", "klinik_etablering", 1_400_000),
    (SYD, "", "Fagligt netværk for uddannelseslæger", "netvaerk_uddannelseslaeger", 900_000),
    (MIDT, "Lemvig;Struer", "Klinik med fælles personale ved Limfjorden", "klinik_etablering", 1_300_000),
    (MIDT, "Skive;Ringkøbing-Skjern", "Turnus for yngre læger i vest", "rekruttering", 1_000_000),
    (HOV, "Bornholm", "Læger til Bornholm", "rekruttering", 800_000),
]

# region, kommuner, title, theme, kr. (None = not known), amount precision, status
SUNDHEDSHUS_PROJEKTER: list[tuple[str, str, str, str, int | None, str, str]] = [
    (NORD, "Mariagerfjord", "Sundhedshus i Hadsund", "sundhedshus", 8_400_000, "eksakt", "støttet"),
    (NORD, "Rebild", "Lægehus i Skørping", "laegehus", 4_250_000, "eksakt", "støttet"),
    (MIDT, "Norddjurs", "Sundhedshus i Grenaa", "sundhedshus", 9_100_000, "eksakt", "støttet"),
    (MIDT, "Ringkøbing-Skjern", "Lægehus i Skjern", "laegehus", None, "ikke oplyst", "støttet"),
    (SYD, "Varde;Esbjerg", "Fælles sundhedshus ved kysten", "sundhedshus", 11_500_000, "afrundet i kilden", "støttet"),
    (SYD, "Sønderborg", "Lægehus i Nordborg", "laegehus", 5_300_000, "eksakt", "støttet i anden omgang"),
    (SJ, "Odsherred", "Sundhedshus i Asnæs", "sundhedshus", 7_750_000, "eksakt", "støttet"),
    (HOV, "Halsnæs", "Lægehus i Hundested", "laegehus", 6_000_000, "eksakt", "takkede nej"),
]

# fmt: on


def lav_puljer(geo: Geografi) -> tuple[list[Raekke], list[Raekke]]:
    """Rows of pulje and of puljeprojekt; amounts in kr."""
    faelles: Raekke = {"kilde_id": KILDE, "grundlag": GRUNDLAG}
    puljer: list[Raekke] = [
        faelles
        | {
            "pulje_id": LAEGEDAEKNING,
            "navn": "Lægedækningspuljen 2025-2026 (opdigtede projekter)",
            "ramme_kr": 20_000_000,
            "ansoegninger": 35,
            "stoettede_projekter": len(LAEGEDAEKNING_PROJEKTER),
            "periode": "2025-2026",
            "andel_nord_sjaelland_mindst": "0.70",
            "note": "Ramme, ansøgninger og antal projekter følger den rigtige pulje; projekter og beløb er opdigtede.",
        },
        faelles
        | {
            "pulje_id": SUNDHEDSHUS,
            "navn": "Læge- og sundhedshuspuljen 2022 (opdigtet)",
            "ramme_kr": 55_000_000,
            "ansoegninger": 21,
            "stoettede_projekter": len(SUNDHEDSHUS_PROJEKTER),
            "periode": "2022-2023",
            "note": "Opdigtet pulje.",
        },
    ]
    return puljer, [faelles | projekt for projekt in _projekter(geo)]


def _projekter(geo: Geografi) -> list[Raekke]:
    """The projects of both pools, but for what all rows share."""
    alle = [
        (LAEGEDAEKNING, f"eks-ldp-{nr:02}", *p, "eksakt", "støttet", 2025, 2026)
        for nr, p in enumerate(LAEGEDAEKNING_PROJEKTER, 1)
    ]
    alle += [(SUNDHEDSHUS, f"eks-lsh-{nr:02}", *p, 2022, 2023) for nr, p in enumerate(SUNDHEDSHUS_PROJEKTER, 1)]
    projekter = []
    for pulje_id, projekt_id, region, kommuner, titel, tema, beloeb, praecision, status, aar_fra, aar_til in alle:
        navne = kommuner.split(";") if kommuner else []
        medregnes = beloeb is not None and status != "takkede nej"
        projekter.append(
            {
                "projekt_id": projekt_id,
                "pulje_id": pulje_id,
                "titel": titel,
                "ansoeger": "Opdigtet ansøger",
                "region": region,
                "kommunekoder": ";".join(sorted(geo.kode(n) for n in navne)),
                "beloeb_kr": "" if beloeb is None else beloeb,
                "beloeb_praecision": praecision,
                "aar_fra": aar_fra,
                "aar_til": aar_til,
                "tema": tema,
                "status": status,
                "medregnes": int(medregnes),
                "note": "Opdigtet projekt.",
            }
        )
    return projekter
