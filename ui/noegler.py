"""What the app keeps in a session's state, each under a key of its own: two files that chose the same word would read
each other's. A widget whose state is its own affair has its key where it stands; the codes of the address
(`views/faelles/koder.FELTER`) are keys too."""

# the choices of this run, and what the page has shown
FILTERS = "_filters"
VISTE, SAGT = "_viste", "_sagt"
# the same for paper: title and the line under it, numbers, words, and where the browser finds it
HOVED, TALLENE, ORDENE, ARK = "_hoved", "_tallene", "_ordene", "_ark"
# what the page is about, and the box with its files and sources
OM_SIDEN, HENTBOKS = "_om_siden", "_hentboks"
SIDER, MENU, MAALT = "_sider", "_menu", "_maalt"
# the codes of the address, the ones that mean nothing, and what is to be said of the last choice
ADRESSE, AFVIST, BESKED = "_adresse", "_afvist", "_besked"
# is this the first run, and has it found a choice that an earlier server was never told
NY, UHOERT = "_ny", "_uhoert"
# the bar: where the page's choices stand, and the choices when its sheets were last drawn; the window: its size,
# and how much of it is taken by what stands on top
BJAELKE, BJAELKENS_VALG = "_bjaelke", "_bjaelkens_valg"
VINDUE, OPTAGET = "_vindue", "_optaget"
# widgets that write to the address in their own way
OMRAADER = "_omraader"
DAG = "_siden"
MOEDE, ORGAN = "_moede", "_organ"
SENESTE = "seneste"
# lists
UDBUDSLISTE = "udbudsliste"
FORLOEB = "forloeb"
# a user's own group: the form, the group it was filled in with, and why it was refused
GRUPPENAVN, GRUPPEMEDLEMMER, GRUPPENIVEAU = "_gruppenavn", "_gruppemedlemmer", "_gruppeniveau"
GRUPPEKODE = "_gruppekode"
GRUPPEFEJL = "_gruppefejl"
# a scenario: what the fields of its form were last set to
SCENARIE_SAT = "_scenarie_sat"
# decks
PRAESENTATIONER = "_praesentationer"
# the same as the browser was told them, and whether it has told what it keeps
GEMT, HENTET = "_gemt", "_hentet"
PAA_SERVEREN = "_paa_serveren"
VALGT_PRAESENTATION = "_praesentation"
FRA_DIAS = "_fra_dias"
DECK_TITEL = "_deck_titel"
PRAESENTATIONSFIL_NR = "_fil_nr"
AFVIST_PRAESENTATION = "_afvist_praesentation"
# a show in this window: the step it has drawn, when it moved by itself, its size, which slide its browser lacks, and
# whether it was closed
TEGNET_SKRIDT = "_set"
FLYTTET = "_flyttet"
SKAERM = "_skaerm"
FORUD, SENDT, SCENEN = "_forud", "forud", "scene"
LUKKET = "_slut"
# an import: the proposal and what it was made of, one that was refused, what was loaded, and which version was taken
INDLAESNING_NR = "_indlaesning_nr"
FORSLAG = "_forslag"
FORSLAG_TIL = "_forslag_til"
AFVIST_FORSLAG = "_afvist_forslag"
INDLAEST = "_indlaest"
SKIFTET = "_skiftet"


def widget(navn: str) -> str:
    """The widget that people use for a choice; the bound field beside it has the name alone."""
    return f"_{navn}"


def assumption(navn: str) -> str:
    """The field of an assumption of a scenario, or of its year or order."""
    return f"antaget_{navn}"


def answer(felt: str) -> str:
    """What was answered when an import asked for it."""
    return f"indlaes_{felt}"


def deck_file(nr: int) -> str:
    """The field for a deck's file; a new number empties it."""
    return f"_fil_{nr}"


def slide_title(nr: int) -> str:
    """The title of a slide that is being rewritten."""
    return f"_titel_{nr}"


def slide_note(nr: int) -> str:
    """The note of a slide that is being rewritten."""
    return f"_note_{nr}"
