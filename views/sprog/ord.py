"""The Danish words that views share: the names of datasets, and units of one."""

DATASAET = {"offentlig": "Offentlige kilder", "eksempel": "Eksempeldata (opdigtet)", "egne": "Egne data"}
EKSEMPEL_ADVARSEL = "EKSEMPELDATA - opdigtede tal"
# Who does not tell of something, where nobody does.
INGEN_KILDE = {
    "offentlig": "Ingen offentlig kilde",
    "eksempel": "Ingen post i eksempeldata",
    "egne": "Ingen post i egne data",
}
# What stands wherever numbers are shown that are computed from assumptions.
SCENARIE_MAERKE = "SCENARIE, ikke en prognose"
# What fills a gap: people know the page, not the files.
KAN_INDLAESES = "Kendte tal kan indlæses på siden Data og kilder."

# What one of a unit is called, and the words that stand before it; those that are not here are the same for one and
# for more. `quantity` uses it, and tests/views/test_ental.py looks for counts that are written around it.
ENTAL = {
    "afgjorte": "afgjort",
    "ansøgere": "ansøger",
    "antagelser": "antagelse",
    "ansøgninger": "ansøgning",
    "besatte": "besat",
    "borgere": "borger",
    "dage": "dag",
    "delregioner": "delregion",
    "dimensionerede": "dimensioneret",
    "felter": "felt",
    "hændelser": "hændelse",
    "indbyggere": "indbygger",
    "kapaciteter": "kapacitet",
    "kendte": "kendt",
    "kilder": "kilde",
    "klinikker": "klinik",
    "kliniktyper": "kliniktype",
    "kolonner": "kolonne",
    "kommuner": "kommune",
    "kontakter": "kontakt",
    "kontrakter": "kontrakt",
    "lægekapaciteter": "lægekapacitet",
    "læger": "læge",
    "medlemmer": "medlem",
    "målinger": "måling",
    "måneder": "måned",
    "nye": "ny",
    "møder": "møde",
    "områder": "område",
    "opslåede": "opslået",
    "optællinger": "optælling",
    "patienter": "patient",
    "pladser": "plads",
    "poster": "post",
    "projekter": "projekt",
    "præsentationer": "præsentation",
    "puljer": "pulje",
    "regioner": "region",
    "rettelser": "rettelse",
    "runder": "runde",
    "rækker": "række",
    "speciallæger": "speciallæge",
    "steder": "sted",
    "stillinger": "stilling",
    "støttede": "støttet",
    "ubesatte": "ubesat",
    "udbudte": "udbudt",
    "videreuddannelsesregioner": "videreuddannelsesregion",
    "ydernumre": "ydernummer",
    "ændrede": "ændret",
}
UFORANDRET = ("forløb", "indeks", "kr.", "pct.", "praksis", "procentpoint")
