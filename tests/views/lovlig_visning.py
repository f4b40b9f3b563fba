"""What a View of any data must hold, and its files."""

from datetime import datetime
from functools import partial

from export.dias import slides
from export.filer import billede, regneark, tabel
from export.om import Oplysninger
from queries.database import Snapshot
from views.faelles.view import View
from views.figur.model import Aksefigur, Figur, Gitter, Punkter, Serie, Stroemme
from views.fremvisning.lysbillede import enlarged
from views.sprog import dansk

OM = Oplysninger("prøve", datetime(2026, 11, 26, 12).astimezone(), "https://dashboard.example.dk")


def unexplained(view: View) -> str:
    """What a View leaves its reader without a word for; "" when nothing."""
    if view.figure is None and view.table.empty and not (view.withheld or view.note or view.text):
        return "nothing is shown, and nothing says why"
    if view.figure is not None and not draws(view.figure):
        return "the figure draws nothing"
    return "" if view.title and view.alt else "no title or no alternative text"


def draws(figur: Figur) -> bool:
    """Is there a mark or a word to see? Axes, an empty grid or areas alone say what words can say."""
    match figur:
        case Aksefigur():
            return bool(figur.noter) or any(_marks(serie) for rude in figur.ruder for serie in rude.serier)
        case Gitter():
            return any(felt.tekst or felt.farve for raekke in figur.felter for felt in raekke)
        case Stroemme():
            return bool(figur.knuder)
    return bool(figur.klasser)


def _marks(serie: Serie) -> bool:
    steder = (serie.x, serie.y) if isinstance(serie, Punkter) else (serie.steder, serie.vaerdier)
    return any(None not in par for par in zip(*steder, strict=True))


def as_files(view: View, data: Snapshot) -> None:
    """Write the table as people read it, and the View in every format and large on the stage."""
    tal = {navn: antal for navn, antal in view.decimals.items() if navn in view.table}
    formater = {navn: partial(dansk.number, decimaler=antal) for navn, antal in tal.items()}
    formater |= dict.fromkeys(view.date_columns, dansk.day)
    view.table.style.format(formater, na_rep=view.missing).to_html()
    tabel.danish_csv(view, OM)
    tabel.international_csv(view, OM)
    regneark.workbook([view], OM)
    billede.svg(view, OM)
    slides.slides("Prøve", [(view, "", "")], OM)
    if view.figure is not None:
        enlarged(view.figure, 1600, 900)
