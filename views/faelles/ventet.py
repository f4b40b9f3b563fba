"""How many new general practitioners PLO expects: what is to come, with who says it and who disagrees."""

import queries
from queries.database import Snapshot
from queries.uenighed import expected
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import Tal
from views.sprog import dansk

NOEGLETAL = "ventet_nye_laeger"


def expected_doctors(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """The newest expectation for the whole country; () when the dataset has none."""
    alle = expected(NOEGLETAL, filters.datasaet, data)
    if alle.empty:
        return ()
    alle = alle[alle["dato"] == alle["dato"].iloc[0]]
    indikator = queries.catalogue(data)[NOEGLETAL]
    belaeg = of_rows(alle, data)
    foerste, *andre = alle.itertuples()
    uenige = [f"{en.udgiver} siger {_number(en)}." for en in andre if en.vaerdi != foerste.vaerdi]
    tal = Tal(
        f"{indikator.navn} {foerste.dato[:4]}",
        _number(foerste),
        indikator.enhed,
        " ".join([indikator.definition, f"{indikator.note}", *uenige]),
        belaeg.opgjort,
        belaeg.kilder,
        f"{filters.link('hu_forloeb')}&fane=nye-laeger",
    )
    return (tal,)


def _number(post) -> str:
    kval = f"{post.kvalifikator} " if isinstance(post.kvalifikator, str) else ""
    return f"{kval}{dansk.number(post.vaerdi)}"
