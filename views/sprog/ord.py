"""The Danish words that views share: the names of datasets."""

DATASAET = {"offentlig": "Offentlige kilder", "eksempel": "Eksempeldata (opdigtet)", "egne": "Egne data"}
EKSEMPEL_ADVARSEL = "EKSEMPELDATA - opdigtede tal"
