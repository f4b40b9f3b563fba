"""The glossary: what the words of the field mean, and what every indicator of the catalogue is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import queries
from queries import Indikator, Ordforklaring
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain, words

INTRO = (
    "Hvad ordene betyder, og hvordan hvert nøgletal er gjort op. Vælg et emne, eller søg i det hele. Hvor der ikke "
    "står en kilde, er forklaringen sammenfattet af offentlige sider. *Ikke verificeret* betyder, at ordet er brugt i "
    "omtale, men at definitionen ikke er set i lov eller aftale."
)
INTET_FUNDET = "Ingen ord og ingen nøgletal rummer alt det, du søger. Prøv færre ord eller kun en del af et ord."
RETNING = {
    "lav_er_godt": "Lavt er godt",
    "hoej_er_godt": "Højt er godt",
    "neutral": "Hverken højt eller lavt er godt i sig selv",
}
KRAEVER_KOMPLET = {
    True: "Vises kun på data, der er komplette.",
    False: "Vises også på data, der ikke er komplette.",
}
# Words and indicators have subjects of the same name.
NOEGLETAL = "Nøgletal"
LINJESKIFT = "  \n"


@dataclass(frozen=True)
class Opslag:
    """One entry: its heading, and the lines under it."""

    overskrift: str
    linjer: tuple[Markdown, ...]

    def holds(self, soegning: str) -> bool:
        """Does every word of a search stand somewhere in the entry?"""
        return dansk.holds(" ".join((self.overskrift, *map(words, self.linjer))), soegning)


@dataclass(frozen=True)
class Afsnit:
    """The entries of one subject or group."""

    navn: str
    opslag: tuple[Opslag, ...]

    def markdown(self) -> Markdown:
        """All of the section as one text, the way a dictionary is set."""
        afsnit = (LINJESKIFT.join((bold(en.overskrift), *en.linjer)) for en in self.opslag)
        return Markdown("\n\n".join((f"## {plain(self.navn)}", *afsnit)))


def terms(filters: Filters, data: Snapshot) -> tuple[Afsnit, ...]:
    """The words by subject. The same for all choices."""
    return _sections(queries.glossary(data), lambda en: en.emne, _term)


def indicators(filters: Filters, data: Snapshot) -> tuple[Afsnit, ...]:
    """Every entry of the catalogue by group, with the own indicators where the own data are chosen."""
    alle = queries.catalogue_of(filters.datasaet, data).values()
    return _sections(alle, lambda en: f"{NOEGLETAL}: {en.gruppe}", _indicator)


def search(afsnit: tuple[Afsnit, ...], soegning: str) -> tuple[Afsnit, ...]:
    """The entries that hold every word of the search, whether in capitals or not; all when nothing is searched for."""
    fundne = (replace(et, opslag=tuple(en for en in et.opslag if en.holds(soegning))) for et in afsnit)
    return tuple(et for et in fundne if et.opslag)


def _sections(poster: Iterable, emne: Callable, som_opslag: Callable) -> tuple[Afsnit, ...]:
    """Entries under their subject, in the order the subjects come first."""
    efter_emne: dict[str, list[Opslag]] = {}
    for post in poster:
        efter_emne.setdefault(emne(post), []).append(som_opslag(post))
    return tuple(Afsnit(navn, tuple(opslag)) for navn, opslag in efter_emne.items())


def _term(en: Ordforklaring) -> Opslag:
    forbehold = "" if en.verificeret else "*Ikke verificeret.*"
    kilde = plain(f"Kilde: {en.kilde}." if en.kilde else "")
    under = Markdown(" ".join(filter(None, (forbehold, kilde))))
    return Opslag(en.ord, tuple(filter(None, (plain(en.forklaring), under))))


def _indicator(en: Indikator) -> Opslag:
    linjer = (
        en.definition,
        f"Enhed: {en.enhed} · tæller: {en.taeller} · nævner: {en.naevner}",
        f"{RETNING[en.retning]}. {KRAEVER_KOMPLET[en.kraever_komplet]}",
        f"Ejer: {en.ejer} · gennemgået {dansk.day(en.gennemgaaet)}{_next_review(en)}",
        en.note and f"Bemærk: {en.note}",
    )
    return Opslag(en.navn, tuple(map(plain, filter(None, linjer))))


def _next_review(en: Indikator) -> str:
    return f" · gennemgås igen senest {dansk.day(en.naeste_gennemgang)}" if en.naeste_gennemgang else ""
