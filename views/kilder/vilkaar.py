"""What holds for each type of clinic: who runs it, when the region may choose it, for how long, and its duties."""

import pandas as pd

from queries import omtale
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain

SIDE = "ydernumre"
TYPER = ("PLO-klinik", "udbudsklinik", "regionsklinik")
IKKE_SET = "ikke set i en kilde"


def terms_view(filters: Filters, data: Snapshot) -> View:
    """A point for each type of clinic, and behind it a row for each matter; what no source says is told, and is not
    "no"."""
    alle = omtale.clinic_terms(data)
    forhold = list(dict.fromkeys(alle["forhold"]))
    celler = {(post.forhold, post.kliniktype): post for post in alle.itertuples()}
    kolonner = {dansk.capital(typen): [_cell(celler.get((en, typen))) for en in forhold] for typen in TYPER}
    ukendte = len(forhold) * len(TYPER) - len(alle)
    belaeg = of_rows(alle, data)
    return View(
        id="kliniktypevilkaar",
        title="Tre kliniktyper, tre sæt vilkår",
        subtitle="Hvem driver klinikken, hvornår kan regionen vælge den, hvor længe, og hvad skal den",
        figure=None,
        table=pd.DataFrame({"Forhold": forhold} | kolonner),
        alt=f"Tabel med {len(forhold)} forhold for {dansk.quantity(len(TYPER), 'kliniktyper')}.",
        definition="Datoen er den dag, vilkåret gælder fra, eller kildens dag. Et tomt felt betyder, at ingen kilde "
        "siger det, ikke at pligten ikke findes.",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=f"{dansk.counted(ukendte, 'felt er', 'felter er')} {IKKE_SET}.",
        link=filters.link(SIDE),
        filters=filters.on(omraade="", sammenlign=""),
        text=Markdown("\n".join(_line(typen, forhold, celler) for typen in TYPER)),
        missing="–",
    )


def _line(typen: str, forhold: list[str], celler: dict) -> Markdown:
    """A point of a list: what holds for one type of clinic; what no source says is left to the table."""
    kendte = [(en, celler[en, typen]) for en in forhold if (en, typen) in celler]
    ord_ = " ".join(f"{en}: {post.tekst[0].lower()}{post.tekst[1:]} ({dansk.day(post.dato)})." for en, post in kendte)
    return Markdown(f"- {bold(f'{dansk.capital(typen)}:')} {plain(ord_)}")


def _cell(post) -> str:
    return IKKE_SET if post is None else f"{post.tekst} ({dansk.day(post.dato)})"
