"""A View of a register that is more than one indicator: what every such view says of itself."""

import pandas as pd

from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.kilder import Belaeg
from views.faelles.view import View


def register_view(
    id_: str,
    register: str,
    side: str,
    filters: Filters,
    data: Snapshot,
    *,
    belaeg: Belaeg,
    title: str,
    figure: dict | None,
    table: pd.DataFrame,
    alt: str,
    definition: str,
    coverage: str = "",
    geography: str = "",
    decimals: dict[str, int] | None = None,
    withheld: str = "",
    note: str = "",
    **fremstilling,
) -> View:
    """A View with subtitle, link to its page and a coverage sentence filled in; `belaeg` is what its rows rest on.

    Without `coverage`, the sentence says whether the register is complete and why not. A view without a figure needs a
    `withheld` or a `note` that says why, or a `text`; `fremstilling` is what else a View can be told of its table.
    """
    komplet, begrundelse = completeness(register, filters, data)
    return View(
        id=id_,
        title=title,
        subtitle=saetninger.subtitle(filters),
        figure=figure,
        table=table,
        alt=alt,
        definition=definition,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=coverage or ("Registeret er fuldstændigt." if komplet else begrundelse),
        geography=geography,
        link=filters.link(side),
        filters=filters,
        decimals=dict.fromkeys(table.select_dtypes("number").columns, 0) | (decimals or {}),
        withheld=withheld,
        note=note,
        **fremstilling,
    )
