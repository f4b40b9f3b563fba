"""The Danish words that views share: the names of datasets."""

DATASAET = {"offentlig": "Offentlige kilder", "eksempel": "Eksempeldata (opdigtet)", "egne": "Egne data"}
EKSEMPEL_ADVARSEL = "EKSEMPELDATA - opdigtede tal"
# What fills a gap: people know the page, not the files.
KAN_INDLAESES = "Kendte tal kan indlæses på siden Data og kilder."
