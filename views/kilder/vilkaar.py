"""What holds for each type of clinic: who runs it, when the region may choose it, for how long, and its duties."""

import pandas as pd

from queries import omtale
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import plain

SIDE = "ydernumre"
TYPER = ("PLO-klinik", "udbudsklinik", "regionsklinik")
IKKE_SET = "ikke set i en kilde"


def terms_view(filters: Filters, data: Snapshot) -> View:
    """A row for each matter and a column for each type of clinic; what no source says is told, and is not "no"."""
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
        alt=f"Tabel med {len(forhold)} forhold for {len(TYPER)} kliniktyper.",
        definition="Datoen er den dag, vilkåret gælder fra, eller kildens dag. Et tomt felt betyder, at ingen kilde "
        "siger det, ikke at pligten ikke findes.",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=f"{dansk.counted(ukendte, 'felt er', 'felter er')} {IKKE_SET}.",
        link=filters.link(SIDE),
        filters=filters.on(omraade="", sammenlign=""),
        text=plain("Vilkårene, som lov og kilder beskriver dem, med den dag de gælder fra."),
        missing="–",
    )


def _cell(post) -> str:
    return IKKE_SET if post is None else f"{post.tekst} ({dansk.day(post.dato)})"
