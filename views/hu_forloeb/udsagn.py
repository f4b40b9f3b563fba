"""What sources say of HU-forløb without a number."""

import pandas as pd

import queries
from queries import hu_serier
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.hu_forloeb.tal import hu_view, in_period, told_by
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain


def statements_view(filters: Filters, data: Snapshot) -> View:
    """What sources say of areas without a count: statements, and percentages that rest on no published number."""
    udsagn = in_period(hu_serier.hu_statements(filters.datasaet, data), filters).assign(art="Udsagn, intet tal")
    procenter = in_period(hu_serier.hu_stated_rates(filters.datasaet, data), filters)
    uden_antal = procenter[procenter["opslaaet"].isna() & procenter["dimensioneret"].isna() & procenter["foretrukken"]]
    alle = pd.concat([udsagn, uden_antal.assign(art="Kildens egen procent, intet antal")])
    return hu_view(
        "hu_udsagn",
        filters,
        data,
        sted="Delregioner og regioner",
        belaeg=told_by([alle], data),
        title="Udsagn uden tal",
        figure=None,
        table=pd.DataFrame(
            {
                "Område": alle["navn"],
                "År": alle["aar"].astype(str),
                "Udsagn": [_statement(note) for note in alle["note"]],
                "Art": alle["art"],
                "Kilde": queries.sources(data).set_index("kilde_id")["titel"].reindex(alle["kilde_id"]).tolist(),
            }
        ),
        alt="Ingen figur: kilderne giver intet tal.",
        definition="Det, en kilde siger om et område uden at give et antal. Udsagn er ikke omsat til tal.",
        coverage="Thy-Mors, Vendsyssel og Sydvestjylland: intet fundet om HU-forløb." if len(udsagn) else "",
        text=_statement_list(alle),
        note="" if len(alle) else "Kilderne rummer ingen udsagn uden tal i perioden.",
    )


def statements_about(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """What sources say of the chosen area or a part of it within the period, the newest first: navn, aar, note,
    kilde_id."""
    valg = (filters.datasaet, filters.niveau, filters.struktur, filters.omraade)
    return in_period(hu_serier.hu_statements_about(*valg, data), filters)


def as_sentence(udsagn: pd.DataFrame) -> str:
    """Statements one after the other: "Sønderjylland, 2025: fortsat ledige forløb."."""
    return " ".join(f"{post.navn}, {post.aar}: {_words(post.note)}" for post in udsagn.itertuples())


def as_list(udsagn: pd.DataFrame) -> Markdown:
    """Statements as a Markdown list: it stands where a figure would."""
    return Markdown(
        "\n".join(f"- {bold(f'{p.navn}, {p.aar}.')} {plain(_statement(p.note))}" for p in udsagn.itertuples())
    )


def _statement_list(alle: pd.DataFrame) -> Markdown:
    """The statements as a Markdown list: the view has no figure, this is what it shows."""
    udsagn = (
        f"- {bold(f'{p.navn}, {p.aar}.')} {plain(_statement(p.note))} _{plain(p.art)}._" for p in alle.itertuples()
    )
    return Markdown("\n".join(udsagn))


def _statement(note: str | None) -> str:
    """The statement itself; that there is no number is said once, in a column of its own."""
    return dansk.capital(_words(note))


def _words(note: str | None) -> str:
    return "kilden siger ikke mere." if pd.isna(note) else note.removeprefix("Kun udsagn: ").removesuffix(" Intet tal.")
