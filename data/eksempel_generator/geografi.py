"""Denmark as the example sees it: the kommuner of data/geografi with a difficulty and a few place names each.

The difficulty (svaerhed) is the one knob of the geography: 0 = every lot finds a doctor at once, 1 = none does.
It drives rounds without applicants, clinics, doctors and closed practices alike.
"""

import csv
import pathlib
from dataclasses import dataclass

GEOGRAFI = pathlib.Path(__file__).resolve().parent.parent / "geografi"

# fmt: off
# Difficulty per kommune, in the order of the sundhedsråd. The stories are those of the facts; the numbers are ours.
SVAERHED: dict[str, float] = {
    # Hovedstaden: everyone wants to work in København and Frederiksberg. Bornholm had rounds without applicants (2022).
    "København": 0.06, "Frederiksberg": 0.03, "Bornholm": 0.72,
    # Københavns Omegn Nord: easy, best in the north.
    "Ballerup": 0.22, "Gentofte": 0.04, "Gladsaxe": 0.12, "Herlev": 0.18, "Lyngby-Taarbæk": 0.05, "Rødovre": 0.16,
    "Furesø": 0.09, "Rudersdal": 0.05, "Egedal": 0.17,
    # Nordsjælland: easy near the city, harder at the coast (Gribskov and Halsnæs had unsold numbers).
    "Allerød": 0.10, "Fredensborg": 0.25, "Helsingør": 0.26, "Hillerød": 0.15, "Hørsholm": 0.06, "Frederikssund": 0.36,
    "Halsnæs": 0.45, "Gribskov": 0.42,
    # Amager og Vestegnen: closed lists and heavy practices, but doctors do come.
    "Brøndby": 0.34, "Dragør": 0.12, "Glostrup": 0.24, "Albertslund": 0.33, "Hvidovre": 0.24, "Høje-Taastrup": 0.32,
    "Ishøj": 0.38, "Tårnby": 0.20, "Vallensbæk": 0.22,
    # Østsjælland og Øerne: Roskilde and Solrød fine, the islands in the south empty.
    "Greve": 0.38, "Køge": 0.28, "Roskilde": 0.16, "Solrød": 0.14, "Faxe": 0.58, "Stevns": 0.52, "Lolland": 0.95,
    "Guldborgsund": 0.78, "Vordingborg": 0.68,
    # Midt- og Vestsjælland: the west (Kalundborg, Odsherred, Slagelse) is hard, the middle mixed.
    "Odsherred": 0.84, "Holbæk": 0.48, "Kalundborg": 0.90, "Ringsted": 0.42, "Slagelse": 0.80, "Sorø": 0.46,
    "Lejre": 0.24, "Næstved": 0.50,
    # Fyn: full, the opposite of Sønderjylland; only the small islands are hard.
    "Assens": 0.16, "Faaborg-Midtfyn": 0.14, "Kerteminde": 0.12, "Nyborg": 0.14, "Odense": 0.06, "Svendborg": 0.09,
    "Nordfyns": 0.16, "Langeland": 0.42, "Ærø": 0.40,
    # Lillebælt: the towns at the motorway manage.
    "Middelfart": 0.14, "Fredericia": 0.30, "Kolding": 0.24, "Vejle": 0.16,
    # Sydvestjylland: Esbjerg in between, the country around it harder.
    "Billund": 0.52, "Esbjerg": 0.46, "Fanø": 0.40, "Varde": 0.56, "Vejen": 0.54,
    # Sønderjylland: vacant training posts and lots that nobody wants, worst in the west.
    "Haderslev": 0.66, "Sønderborg": 0.70, "Tønder": 0.92, "Aabenraa": 0.78,
    # Horsens and Kronjylland: easy along the motorway, harder on Djursland.
    "Horsens": 0.16, "Odder": 0.12, "Skanderborg": 0.08, "Hedensted": 0.22,
    "Syddjurs": 0.28, "Norddjurs": 0.58, "Favrskov": 0.14, "Randers": 0.32,
    # Midt: Silkeborg easy, Skive hard.
    "Silkeborg": 0.12, "Skive": 0.60, "Viborg": 0.30,
    # Vestjylland: hard to recruit and re-offered, worst at the sea (Lemvig, Struer).
    "Herning": 0.40, "Holstebro": 0.46, "Lemvig": 0.82, "Struer": 0.74, "Ikast-Brande": 0.48, "Ringkøbing-Skjern": 0.70,
    # Aarhus: easy; Samsø is a small island.
    "Samsø": 0.48, "Aarhus": 0.04,
    # Limfjorden: Aalborg easy; Thy-Mors (Thisted, Morsø) among the hardest.
    "Morsø": 0.88, "Thisted": 0.86, "Vesthimmerlands": 0.68, "Rebild": 0.34, "Mariagerfjord": 0.52, "Jammerbugt": 0.74,
    "Aalborg": 0.12,
    # Vendsyssel: hard all over; Læsø has had no doctor of its own.
    "Brønderslev": 0.72, "Frederikshavn": 0.84, "Læsø": 0.96, "Hjørring": 0.78,
}

# Places where the name of the kommune is not its main town, and known further towns. Otherwise: the kommune's name.
STEDER: dict[str, tuple[str, ...]] = {
    "København": ("Amager", "Vesterbro", "Nørrebro", "Valby", "Vanløse", "Indre By"), "Bornholm": ("Rønne", "Nexø"),
    "Gentofte": ("Hellerup", "Gentofte"), "Lyngby-Taarbæk": ("Kgs. Lyngby",), "Furesø": ("Farum", "Værløse"),
    "Rudersdal": ("Birkerød", "Holte"), "Egedal": ("Ølstykke", "Stenløse"), "Fredensborg": ("Humlebæk", "Fredensborg"),
    "Halsnæs": ("Frederiksværk", "Hundested"), "Gribskov": ("Helsinge", "Gilleleje"), "Tårnby": ("Kastrup",),
    "Høje-Taastrup": ("Taastrup", "Hedehusene"), "Solrød": ("Solrød Strand",), "Faxe": ("Haslev", "Faxe"),
    "Stevns": ("Store Heddinge", "Hårlev"), "Lolland": ("Nakskov", "Maribo", "Rødby"),
    "Guldborgsund": ("Nykøbing F.", "Sakskøbing", "Nysted"), "Vordingborg": ("Vordingborg", "Stege", "Præstø"),
    "Odsherred": ("Nykøbing Sj.", "Asnæs", "Vig"), "Kalundborg": ("Kalundborg", "Gørlev", "Høng"),
    "Slagelse": ("Slagelse", "Korsør", "Skælskør"), "Lejre": ("Hvalsø", "Lejre"),
    "Faaborg-Midtfyn": ("Faaborg", "Ringe"), "Nordfyns": ("Bogense", "Otterup"), "Langeland": ("Rudkøbing",),
    "Ærø": ("Marstal", "Ærøskøbing"),
    "Billund": ("Grindsted", "Billund"), "Esbjerg": ("Esbjerg", "Ribe"), "Fanø": ("Nordby",),
    "Varde": ("Varde", "Ølgod"),
    "Vejen": ("Vejen", "Brørup"), "Haderslev": ("Haderslev", "Vojens"), "Sønderborg": ("Sønderborg", "Nordborg"),
    "Tønder": ("Tønder", "Toftlund", "Skærbæk"), "Aabenraa": ("Aabenraa", "Padborg", "Rødekro"),
    "Syddjurs": ("Ebeltoft", "Rønde"), "Norddjurs": ("Grenaa", "Auning"), "Favrskov": ("Hadsten", "Hinnerup"),
    "Ringkøbing-Skjern": ("Ringkøbing", "Skjern", "Hvide Sande"), "Ikast-Brande": ("Ikast", "Brande"),
    "Lemvig": ("Lemvig", "Thyborøn"), "Struer": ("Struer", "Hvidbjerg"), "Samsø": ("Tranebjerg",),
    "Morsø": ("Nykøbing M.", "Øster Jølby"), "Thisted": ("Thisted", "Hurup", "Hanstholm", "Frøstrup"),
    "Vesthimmerlands": ("Aars", "Farsø", "Aalestrup"), "Rebild": ("Støvring", "Skørping"),
    "Mariagerfjord": ("Hobro", "Hadsund"), "Jammerbugt": ("Aabybro", "Fjerritslev", "Brovst"),
    "Brønderslev": ("Brønderslev", "Dronninglund"), "Frederikshavn": ("Frederikshavn", "Skagen", "Sæby"),
    "Læsø": ("Byrum",), "Hjørring": ("Hjørring", "Hirtshals", "Sindal"), "Aalborg": ("Aalborg", "Storvorde"),
}

# fmt: on


@dataclass(frozen=True)
class Kommune:
    """One kommune: where it belongs, its inhabitants (2020 and 2026, persons) and its difficulty (0-1)."""

    kode: str
    navn: str
    sundhedsraad_id: str
    region: str
    indbyggere_2020: int
    indbyggere_2026: int
    svaerhed: float
    steder: tuple[str, ...]

    def indbyggere(self, aar: int) -> float:
        """Inhabitants 1 January of the year, on a straight line between the two known counts."""
        return self.indbyggere_2020 + (self.indbyggere_2026 - self.indbyggere_2020) * (aar - 2020) / 6


@dataclass(frozen=True)
class Geografi:
    """All kommuner by code, and the names that HU-forløb are counted under."""

    kommuner: tuple[Kommune, ...]
    sundhedsraad: dict[str, str]  # id -> navn
    regioner: dict[str, str]  # navn (five regions) -> region_id
    videreuddannelse: dict[str, str]  # region -> short name of its videreuddannelsesregion
    delregioner: dict[str, tuple[str, ...]]  # navn -> ids of its sundhedsråd; only those that are placed

    def i_sundhedsraad(self, sundhedsraad_id: str) -> list[Kommune]:
        """The kommuner of a sundhedsråd, by code."""
        return [k for k in self.kommuner if k.sundhedsraad_id == sundhedsraad_id]

    def sundhedsraad_i(self, region: str) -> list[str]:
        """The ids of a region's sundhedsråd, sorted."""
        return sorted({k.sundhedsraad_id for k in self.kommuner if k.region == region})

    def kode(self, navn: str) -> str:
        """The code of a kommune by name; KeyError when there is none."""
        return {k.navn: k.kode for k in self.kommuner}[navn]


def _laes(navn: str) -> list[dict[str, str]]:
    with open(GEOGRAFI / f"{navn}.csv", encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def aeldre_andel() -> dict[str, float]:
    """The share of people of 65 and more by kommune, 1 January 2026."""
    return {
        r["kommunekode"]: (int(r["indbyggere_65_79"]) + int(r["indbyggere_80plus"])) / int(r["indbyggere"])
        for r in _laes("folketal")
        if r["dato"].startswith("2026")
    }


def laes_geografi() -> Geografi:
    """Read data/geografi in the five-region structure: the registers are written in it until 2027."""
    regionsnavn = {r["region_id"]: r["navn"] for r in _laes("region") if r["struktur"] == "2007"}
    region = {
        r["kommunekode"]: regionsnavn[r["region_id"]] for r in _laes("kommune_region") if r["region_id"] in regionsnavn
    }
    folk = {(r["kommunekode"], r["dato"][:4]): int(r["indbyggere"]) for r in _laes("folketal")}
    vur_navn = {r["videreuddannelsesregion_id"]: r["kort_navn"] for r in _laes("videreuddannelsesregion")}
    kommuner = _laes("kommune")
    if {k["navn"] for k in kommuner} != set(SVAERHED):
        raise ValueError(f"SVAERHED and kommune.csv differ: {sorted({k['navn'] for k in kommuner} ^ set(SVAERHED))}")
    return Geografi(
        kommuner=tuple(
            Kommune(
                k["kommunekode"],
                k["navn"],
                k["sundhedsraad_id"],
                region[k["kommunekode"]],
                folk[k["kommunekode"], "2020"],
                folk[k["kommunekode"], "2026"],
                SVAERHED[k["navn"]],
                STEDER.get(k["navn"], (k["navn"],)),
            )
            for k in sorted(kommuner, key=lambda k: k["kommunekode"])
        ),
        sundhedsraad={
            r["sundhedsraad_id"]: r["navn"] for r in sorted(_laes("sundhedsraad"), key=lambda r: r["sundhedsraad_id"])
        },
        regioner={navn: region_id for region_id, navn in sorted(regionsnavn.items())},
        videreuddannelse={region[k["kommunekode"]]: vur_navn[k["videreuddannelsesregion_id"]] for k in kommuner},
        delregioner={r["navn"]: tuple(r["sundhedsraad"].split(";")) for r in _laes("delregion") if r["sundhedsraad"]},
    )
