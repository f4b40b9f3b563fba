"""Which tables there are, in which folder of CSV files each stands, and the order that their references allow."""

# Tables in the order that their references allow. Those of a register exist once per dataset.
FAELLES_TABELLER = {
    "katalog": (
        "register",
        "tabel",
        "overskrift",
        "fuldstaendighed",
        "noegletal_katalog",
        "ordliste",
        "hentning",
        "udbud_status",
        "udbud_overgang",
        "regel",
        "kliniktypevilkaar",
        "udsagn",
        "antagelse",
    ),
    "geografi": (
        "struktur",
        "niveau",
        "region",
        "videreuddannelsesregion",
        "sundhedsraad",
        "kommune",
        "kommune_region",
        "folketal",
        "fremskrivning",
        "laegekontakt",
        "delregion",
        "moede",
        "raadsplads",
    ),
}
REGISTER_TABELLER = (
    "udbud",
    "udbud_haendelse",
    "klinik",
    "pulje",
    "puljeprojekt",
    "hu_forloeb",
    "tiltag",
    "laegestand",
    "laegebevaegelse",
    "udbudsplan",
    "bosaetning",
    "hu_faerdige",
    "maalsaet",
    "maaltal",
    "truet_udpegning",
    "noegletal",
)
DATASAET = ("offentlig", "eksempel", "egne")
KILDER = {"geografi": "faelles", "offentlig": "offentlig", "eksempel": "eksempel", "egne": "egne"}

DELTE_MAPPER = {*FAELLES_TABELLER, *KILDER} - {"egne"}
