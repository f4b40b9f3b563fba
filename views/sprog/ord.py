"""The Danish words that views share: the names of datasets and registers."""

DATASAET = {"offentlig": "Offentlige kilder", "eksempel": "Eksempeldata (opdigtet)", "egne": "Egne data"}
EKSEMPEL_ADVARSEL = "EKSEMPELDATA - opdigtede tal"
REGISTER = {
    "udbud": "Udbud af ydernumre",
    "klinik": "Kliniktyper",
    "pulje": "Lægedækningspuljer",
    "hu_forloeb": "HU-forløb",
    "noegletal": "Nøgletal",
}
