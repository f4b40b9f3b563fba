"""What a slide says when it is asked about another area: its own number, or that the slide does not go by area."""

from datetime import date

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.view import View
from views.fremvisning.praesentation import Dias
from views.sprog import dansk

# Views that show one indicator by area.
OM_ET_NOEGLETAL = ("kort", "film", "rangliste", "omraadekort")
MEST_I_RAEKKEN = 4


def about_the_area(dias: Dias, view: View, datasaet: str, dag: date, omraade: str, data: Snapshot) -> str:
    """One line. `view`: what the slide shows about the area; "" where its title says all."""
    if not omraade:
        return ""
    _, filters = dias.asked(datasaet, dag, omraade)
    navn = filters.area_name()
    if dias.visning in OM_ET_NOEGLETAL and not view.withheld:
        return _own_number(navn, filters, data)
    if is_the_same(dias.build(datasaet, dag, data), view):
        egen = _row([navn, *_larger(filters)[-1:]], view)
        return f"Dette dias er ens for alle områder. {egen}" if egen else _nothing_about(navn)
    hoved = f"{view.title} {view.subtitle}"
    if _short(navn) in hoved:
        return ""
    stoerre = next((en for en in _larger(filters) if _short(en) in hoved), "")
    return f"Dette er for {stoerre}, som {navn} er en del af." if stoerre else _nothing_about(navn)


def _nothing_about(navn: str) -> str:
    return f"Dette dias er ens for alle områder: det har intet særskilt om {navn}."


def _larger(filters: Filters) -> list[str]:
    """The names of the sundhedsråd and the region that hold the area."""
    navne = []
    for niveau in ("sundhedsraad", "region"):
        kode = niveauer.containing(filters.niveau, filters.omraade, niveau, filters.struktur)
        if kode and niveau != filters.niveau:
            navne.append(niveauer.areas(niveau, filters.struktur)[kode].navn)
    return navne


def is_the_same(view: View | None, anden: View) -> bool:
    """Do two Views show the same? Their choices may differ."""

    def words(en: View) -> tuple[str, ...]:
        return en.title, en.subtitle, en.text, en.withheld

    return view is not None and words(view) == words(anden) and view.table.equals(anden.table)


def _own_number(navn: str, filters: Filters, data: Snapshot) -> str:
    tal = indicator_values(filters, data)
    post = tal.pr_omraade.get(filters.omraade)
    if post is None or pd.isna(post.vaerdi):
        return f"{navn}: {dansk.INGEN_DATA}."
    land = f" · {niveauer.HELE_LANDET}: {tal.value_text(tal.i_alt)}" if pd.notna(tal.i_alt) else ""
    return f"{navn}: {tal.value_text(post.vaerdi)}{land}"


def _row(steder: list[str], view: View) -> str:
    """What the table says of the first of some places that has one row; "" when none has."""
    raekker = view.table.to_dict("records")
    for sted in steder:
        fundet = [raekke for raekke in raekker if sted in raekke.values()]
        if len(fundet) == 1:
            dele = [
                f"{felt}: {ord_}"
                for felt, vaerdi in fundet[0].items()
                if vaerdi != sted and felt != view.link_column and (ord_ := view.cell_text(felt, vaerdi))
            ]
            return f"{sted}: {' · '.join(dele[:MEST_I_RAEKKEN])}"
    return ""


def _short(navn: str) -> str:
    """A name as titles have it, without the word for its level."""
    return navn.removeprefix("Sundhedsråd ").removeprefix("Region ")
