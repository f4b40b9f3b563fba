"""What a View of the wing says, and the words that a scenario never uses."""

import re

from tests.views.test_ental import texts
from views.faelles.view import View
from views.figur.model import PROGNOSE

# What promises; and the word that belongs to what an area needs.
LOEFTER = re.compile(r"\bvil\b|forventes|prognose", re.IGNORECASE)
BANDLYST = re.compile(rf"{LOEFTER.pattern}|mangler", re.IGNORECASE)


def said(view: View) -> list[str]:
    """Every text that a reader of the View may meet."""
    hoveder = [str(kolonne) for kolonne in view.table.columns]
    beskrivelse = [view.title, view.subtitle, view.note, view.alt, view.definition, view.coverage, view.withheld]
    # how years to come are hatched is a code of the figure's, and no word
    figuren = [en for en in texts(view.figure) if en != PROGNOSE]
    return [*beskrivelse, view.in_words, view.text, view.taler, *hoveder, *texts(view.table), *figuren]
