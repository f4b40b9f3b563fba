"""How large a file may be in every respect. What a person fills in stays far below."""

MB = 1024 * 1024

STOERSTE_FIL = 20 * MB
FLEST_RAEKKER = 200_000  # besides the headings
FLEST_KOLONNER = 104
FLEST_FYLDTE = 3_000_000  # filled cells of a file
STOERSTE_FLADE = 6_000_000  # rows times columns of a sheet: it is laid out in memory as a full rectangle
LAENGSTE_CELLE = 32_767  # what a cell of a spreadsheet can hold

FLEST_FILER = 2000  # in a package
FLEST_ARK = 250
STOERST_UDPAKKET = 400 * MB
STOERSTE_DEL = 64 * MB  # above it, a part that shrinks more than TAETTEST times is no spreadsheet
TAETTEST = 250

DYBEST = 200  # elements inside each other
LAENGSTE_MAERKE = 2 * MB  # one tag with its attributes
FLEST_ELEMENTER = 2_000_000  # in a part that is no sheet
FLEST_TEKSTER = 2_000_000
FLEST_UDEN_VAERDI = 1000
FLEST_LINKS = 20_000
LAENGSTE_ADRESSE = 2000

HUKOMMELSE = 1024 * MB
SEKUNDER = 30
STOERSTE_SVAR = 256 * MB
