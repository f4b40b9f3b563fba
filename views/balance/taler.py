"""What a speaker has at hand with the slide of the 87: what it says, and what will be said against it."""

from views.balance import interval
from views.balance.antagelser import MIDT, SAET, Forudsaetninger
from views.balance.balance import Balance
from views.balance.scenarie import FOERSTE_AAR
from views.balance.svar import filled_in
from views.sprog import dansk

SAGT = (
    "Sig: »Med disse antagelser er de 87 tidligst besat {hvornaar}.« Sig tidligst, og sig spændet. Det er et scenarie, "
    "ikke et løfte."
)
MODSVAR = (
    ("Det er PLO's model, og PLO har valgt tallene", "Hver antagelse kan ses og flyttes, og linket giver samme tal."),
    (
        "PLO ramte ved siden af sidst (300.000 uden egen læge, rettet til 157.000)",
        "Ja. Derfor tre sæt antagelser, og derfor står spændet ved hvert tal.",
    ),
    (
        "Udbud trækker læger til",
        "Det kan regnestykket ikke afgøre. Flyt regionens andel af de nye læger, og se, hvor mange der skal til.",
    ),
    (
        "De 87 er behovet, og behovet venter ikke",
        "Enig: regionen var 88,3 læger under normtallet i 2020. Det her handler om, hvem der kan tage pladserne.",
    ),
    ("Tomme udbud koster intet", "Scenariet regner ikke i kroner. Det viser, hvor længe en plads er klinik."),
    ("Patienterne i en regionsklinik har en læge", "Ja. Vi siger »uden PLO-læge«, aldrig »uden læge«."),
    ("Sjællands tal er fra 2020", "Ja. Flyt regionens andel af de nye læger, og se, hvilket år det så er."),
    ("Lægernes alder er fra 2018", "Ja. Flyt aldersfaktoren. Et nyt udtræk af medlemsregistret kan afløse den."),
    ("4,6 pct. afgang er for at skræmme", "Det er det ugunstige sæt, og det passer med 2019-2022. Midten er lavere."),
    ("I 2027 er Hovedstadens læger i samme region", "Ja. Figuren for Østdanmark venter på tal pr. sundhedsråd."),
    ("En regionsklinik er ikke et nederlag", "Enig. Her tælles pladser uden PLO-læge, ikke hvem der gør det bedst."),
)


def premises_of_the_87(svar: Balance) -> str:
    """What lies behind the year: three things to say with the slide."""
    nye = {saet: forloeb.samlet[0].nye_laeger for saet, forloeb in svar.de_87.items()}
    f = svar.de_87[MIDT].forudsaetninger
    afgang = interval.decimals({saet: 100 * en.e * en.r for saet, en in _assumed(svar).items()})
    return (
        f"{dansk.capital(interval.with_range(nye, 'nye PLO-læger'))} til Region Sjælland i "
        f"{FOERSTE_AAR}, {dansk.number(100 * f.m, 1)} pct. af landets; {afgang} pct. af pladserne gives op om året."
    )


def _assumed(svar: Balance) -> dict[str, Forudsaetninger]:
    return {saet: forloeb.forudsaetninger for saet, forloeb in svar.de_87.items()}


def note_on_the_87(svar: Balance) -> str:
    """The speaker's note of the slide of the 87, as plain text; "" where the 87 are not computed."""
    if not svar.de_87:
        return ""
    naar = {saet: filled_in(svar.de_87[saet].samlet) for saet in SAET}
    svarene = "\n".join(f"- »{angreb}«: {svaret}" for angreb, svaret in MODSVAR)
    return f"{SAGT.format(hvornaar=interval.years(naar))}\n{premises_of_the_87(svar)}\nHvis nogen siger:\n{svarene}"
