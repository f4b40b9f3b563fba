"""What every file says about itself: dataset, choices, dates, version of the data, and the link that makes it again."""

from dataclasses import dataclass
from datetime import date, datetime

from queries.database import Snapshot
from views.faelles.view import Form, Kilde, View
from views.figur import farver
from views.fremvisning.parametre import address
from views.sprog import dansk, ord

STANDARDADRESSE = "http://localhost:8501"
VERSIONSTEGN = 12
# What a slide says when the data have nothing of its kind.
INTET = "Der er intet af denne slags i data, så diaset er tomt; vælg et andet datasæt, eller tag diaset ud."


@dataclass(frozen=True)
class Oplysninger:
    """When, from which data and from which site a file is made. `version` is the start of the data's hash."""

    version: str
    lavet: datetime
    adresse: str

    @property
    def dag(self) -> date:
        """The day the file is made on."""
        return self.lavet.date()

    @property
    def made(self) -> str:
        """ "5. maj 2026 kl. 14.05"."""
        return f"{dansk.day(self.dag.isoformat())} kl. {self.lavet:%H.%M}"

    @property
    def stamp(self) -> str:
        """The version of the data and the time, for the foot of a page."""
        return f"Dataversion {self.version} · lavet {self.made}"


def about(data: Snapshot, lavet: datetime, adresse: str = STANDARDADRESSE) -> Oplysninger:
    """What a file made at that time says. `adresse`: the root of the site as the reader can open it."""
    return Oplysninger(data.version[:VERSIONSTEGN], lavet, adresse.rstrip("/"))


def link(view: View, om: Oplysninger) -> str:
    """The absolute address that shows the view again, as a plain page with a way to the dashboard."""
    return om.adresse + address(view.id, view.filters)


def selection(view: View) -> str:
    """The view's choices in words, with the chosen area when neither title nor subtitle names it."""
    navn = view.filters.area_name()
    naevnt = not navn or navn in view.subtitle or navn in view.title
    return view.subtitle if naevnt else f"{view.subtitle} · valgt område: {navn}"


def warning_colour(view: View) -> str:
    """The ground of what a view's file says in white on top of it: invented numbers call louder than computed ones."""
    return farver.MARKERET if view.example else farver.SORT


def source_text(kilde: Kilde) -> str:
    """A source with its address, for lists of sources."""
    return f"{kilde.titel}, {kilde.udgiver}, {kilde.dato}" + (f", {kilde.url}" if kilde.url else "")


def instead_of_figure(view: View) -> str:
    """Why there is nothing to see; "" when there is a figure, a table or a text."""
    return {Form.TILBAGEHOLDT: view.withheld, Form.TOM: view.note}.get(view.form, "")


def remark(view: View) -> str:
    """What is said below a figure or a table."""
    return view.note if view.form in (Form.FIGUR, Form.TABEL) else ""


def facts(view: View, om: Oplysninger) -> tuple[tuple[str, str], ...]:
    """Name and value of all that a file must say about a view; its sources are told apart."""
    return (
        *(("Advarsel", en) for en in view.advarsler),
        ("Titel", view.title),
        ("Udsnit", selection(view)),
        ("Datasæt", ord.DATASAET[view.filters.datasaet]),
        ("Opgjort pr.", view.as_of),
        ("Definition", view.definition),
        ("Dækning", view.coverage),
        *((("Vises ikke", view.withheld),) if view.withheld else ()),
        *((("Bemærkning", view.note),) if view.note else ()),
        *((("Geografi", view.geography),) if view.geography else ()),
        ("Dataversion", om.version),
        ("Lavet", om.made),
        ("Link", link(view, om)),
    )
