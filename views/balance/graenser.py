"""What a scenario cannot show, and what would make it better: said on the page as plainly as its numbers."""

import pandas as pd

from queries.database import Snapshot
from views.balance.ramme import SIDE
from views.balance.taler import MODSVAR
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.sprog.markdown import Markdown, bold, plain

# What is not in the sum, why, and the source of the number in it ("" where there is none).
GRAENSER = (
    (
        "Ansatte læger og deltid",
        "Regnestykket tæller pladser til læger, der ejer. Læger ansat i PLO-klinikker (770 i 2018) og deltid er ikke "
        "med.",
        "plo-2019-02-antallet-falder",
    ),
    (
        "Klinikker, der findes i forvejen",
        "Udbuds- og regionsklinikker fra før 2026 står udenfor: 32 og 13 klinikker med over 116.000 patienter i juni "
        "2019. Deres lægekapaciteter er ikke kendt.",
        "jv-2019-06-direktoer-udbudsklinik",
    ),
    ("At sige nej til et sted", "Alle ledige læger tager et ledigt nummer, også hvor ingen har søgt før.", ""),
    ("Nye kompagnoner", "En læge, der køber sig ind, uden at en anden giver sin plads op, er ikke med.", ""),
    ("Pensionsalderen", "Afgangen er den samme, hvad enten en reform får læger til at fortsætte eller holde op.", ""),
    (
        "Læger pr. region",
        "Region Sjællands 435 læger er fra ca. 2020. Et nyere tal pr. region er ikke set, så de andre områder vises "
        "ikke på offentlige data.",
        "sn-fakta-paa",
    ),
    (
        "HU-forløb efter 2020",
        "Besatte forløb er kendt til og med 2020 og for 2023. Tallene for 2021, 2022, 2024 og 2025 er antaget.",
        "plo-analyse-godt",
    ),
)
# What is said against the sums of areas, which the slide of the 87 has none of.
OM_SUMMER = (
    "I lægger områder sammen for at gøre tallet større",
    "Brutto og netto står begge ved behovet, og under scenariet står, hvad summen gør ved tallet.",
)
# What PLO's secretariat could tell, in the order of what it changes.
SPOERG = (
    ("Besatte HU-forløb 2021-2026", "Pr. videreuddannelsesregion. Det flytter hovedtallet mest."),
    ("De 87 ydernumre", "Steder, runde, ansøgere, og hvad der er blevet af dem i 2026."),
    ("Læger efter alder", "Ejere og ansatte pr. region; ét udtræk af medlemsregistret."),
    ("Ophør og salg", "Pr. år og region siden 2019."),
    ("Hvor de nye speciallæger arbejder", "De, der blev færdige 2015-2024: hvor, og med egen praksis eller ansat."),
    ("Den nationale fordelingsmodel", "De endelige tal pr. kommune."),
    ("Udbuds- og regionsklinikker", "Kapaciteter, patienter og kontraktudløb for hver af dem."),
)


def limits_view(filters: Filters, data: Snapshot) -> View:
    """What the scenario leaves out, each with a sentence."""
    kilder = [kilde for *_, kilde in GRAENSER if kilde]
    belaeg = of_rows(pd.DataFrame({"kilde_id": kilder, "dato": [None] * len(kilder)}), data)
    return View(
        id="bal_graenser",
        title="Hvad scenariet ikke kan vise",
        subtitle="Det, der ikke er med i regnestykket",
        figure=None,
        table=pd.DataFrame({"Hvad": [en[0] for en in GRAENSER], "Hvorfor": [en[1] for en in GRAENSER]}),
        alt="Liste over det, scenariet ikke har med.",
        definition="Forhold, som modellen ikke har med, fordi tal ikke er offentlige, eller fordi ingen kan sige dem.",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        link=filters.link(SIDE),
        filters=filters,
        scenarie=True,
        text=Markdown("\n".join(f"- {bold(hvad)}. {plain(ord_)}" for hvad, ord_, _ in GRAENSER)),
    )


def questions() -> Markdown:
    """What the secretariat could tell, the most telling first."""
    return Markdown("\n".join(f"{nr}. {bold(hvad)}. {plain(ord_)}" for nr, (hvad, ord_) in enumerate(SPOERG, start=1)))


def objections() -> Markdown:
    """What is said against the scenario, each with the answer."""
    alle = (*MODSVAR, OM_SUMMER)
    return Markdown("\n".join(f"- {bold(f'»{angreb}.«')} {plain(svaret)}" for angreb, svaret in alle))
