"""The Danish words that views share: the names of datasets, and units of one."""

DATASAET = {"offentlig": "Offentlige kilder", "eksempel": "Eksempeldata (opdigtet)", "egne": "Egne data"}
EKSEMPEL_ADVARSEL = "EKSEMPELDATA - opdigtede tal"
# What fills a gap: people know the page, not the files.
KAN_INDLAESES = "Kendte tal kan indlæses på siden Data og kilder."

# What one of a unit is called; those that are not here are the same for one and for more.
ENTAL = {
    "borgere": "borger",
    "indbyggere": "indbygger",
    "kapaciteter": "kapacitet",
    "klinikker": "klinik",
    "kommuner": "kommune",
    "kontakter": "kontakt",
    "lægekapaciteter": "lægekapacitet",
    "læger": "læge",
    "patienter": "patient",
    "poster": "post",
    "projekter": "projekt",
    "runder": "runde",
    "speciallæger": "speciallæge",
    "stillinger": "stilling",
    "ydernumre": "ydernummer",
}
UFORANDRET = ("forløb", "kr.", "pct.", "praksis", "procentpoint")
