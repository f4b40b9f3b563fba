"""Decks: ordered slides, each a View with its choices, a title that states the finding and a note for the speaker.

A deck is a TOML file:

    titel = "Repræsentantskabsmøde"

    [[dias]]
    visning = "kort"                      # an id of views/fremvisning/visninger.py
    titel = "Flest opslag på Sjælland"    # may be left out: the View's own title stands
    note = "Husk at ..."                  # may be left out
    filtre = { niveau = "region", indikator = "udbudte_ydernumre" }

and below them the scenarios that were named (`gemt_scenarie`).

`filtre` are those of the address (see docs/arkitektur.md). What is left out is the default; without `datasaet` a slide
shows the dataset of whoever presents.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import tomli_w

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning import gemt_scenarie, visninger
from views.fremvisning.diasvalg import why_not
from views.fremvisning.gemt_scenarie import GemtScenarie
from views.sprog.markdown import shown_code

MAPPE = Path(__file__).resolve().parents[2] / "data" / "praesentationer"
STANDARD = "repraesentantskabsmoede"
FLEST_DIAS = 60
STOERSTE_FIL = 200_000
TABEL = re.compile(r"\s*\[\[\s*(dias|scenarie)\s*\]\]")
NAVN = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


class PraesentationsFejl(Exception):
    """A deck that cannot be read; its text is one Danish sentence with the line and the reason."""


@dataclass(frozen=True)
class Dias:
    """One slide. `filtre` holds only the choices that the deck names, as (name, value)."""

    visning: str
    filtre: tuple[tuple[str, str | int], ...] = ()
    titel: str = ""
    note: str = ""

    def filters(self, datasaet: str, dag: date) -> Filters:
        """The choices of the slide on a day; `datasaet` stands where the deck names none."""
        grund = Filters(struktur=niveauer.structure_on(dag), datasaet=datasaet, dag=dag)
        return _fitting(grund.on(**dict(self.filtre)))

    def build(self, datasaet: str, dag: date, data: Snapshot, omraade: str | None = None) -> View | None:
        """The slide's View, about another area when one is given ("" is the whole country); None when the data have
        nothing of its kind."""
        visning, filters = self.asked(datasaet, dag, omraade)
        return visninger.build(visning, filters, data)

    def asked(self, datasaet: str, dag: date, omraade: str | None = None) -> tuple[str, Filters]:
        """The id and the choices of what the slide shows, about another area when one is given."""
        filters = self.filters(datasaet, dag)
        return (self.visning, filters) if omraade is None else visninger.for_area(self.visning, filters, omraade)


@dataclass(frozen=True)
class Praesentation:
    """A deck: its title and its slides, at least one; and the scenarios that whoever made it has named."""

    titel: str
    dias: tuple[Dias, ...]
    scenarier: tuple[GemtScenarie, ...] = ()


def _fitting(filters: Filters) -> Filters:
    """The choices with the level and structure that have the area: a deck made before a reform names none."""
    omraade = filters.omraade
    if omraade and omraade not in niveauer.areas(filters.niveau, filters.struktur):
        fundet = niveauer.level_of(omraade, filters.struktur)
        filters = filters.on(niveau=fundet[0], struktur=fundet[1]) if fundet else filters.on(omraade="")
    if filters.sammenlign not in ("", *niveauer.areas(filters.niveau, filters.struktur)):
        filters = filters.on(sammenlign="")
    if filters.fra and filters.til and filters.fra > filters.til:
        filters = filters.on(fra=filters.til, til=filters.fra)
    return filters


def slide_of(view: View) -> Dias:
    """A slide that shows a View as it is: all its choices are named, but the period only when there is one."""
    return Dias(view.id, tuple(view.filters.named().items()))


def moved(deck: Praesentation, nr: int, skridt: int) -> Praesentation:
    """The deck with slide `nr` (from 0) so many places further down, or up; as it was when there is no such place."""
    dias, til = list(deck.dias), nr + skridt
    if not 0 <= til < len(dias):
        return deck
    dias.insert(til, dias.pop(nr))
    return replace(deck, dias=tuple(dias))


def duplicated(deck: Praesentation, nr: int) -> Praesentation:
    """The deck with slide `nr` once more behind it; as it was when it is full."""
    if len(deck.dias) >= FLEST_DIAS:
        return deck
    return replace(deck, dias=(*deck.dias[: nr + 1], deck.dias[nr], *deck.dias[nr + 1 :]))


def removed(deck: Praesentation, nr: int) -> Praesentation:
    """The deck without slide `nr`; the last one stays, for a deck has at least one."""
    return deck if len(deck.dias) == 1 else replace(deck, dias=deck.dias[:nr] + deck.dias[nr + 1 :])


def rewritten(deck: Praesentation, nr: int, **ord_: str) -> Praesentation:
    """The deck with another title or note on slide `nr`."""
    nyt = replace(deck.dias[nr], **{navn: tekst.strip() for navn, tekst in ord_.items()})
    return replace(deck, dias=(*deck.dias[:nr], nyt, *deck.dias[nr + 1 :]))


def remembered(deck: Praesentation | None, gemt: GemtScenarie, view: View, titel: str) -> Praesentation:
    """The deck with a scenario named; a new one with a slide of the View when there is none."""
    deck = deck or added(None, slide_of(view), titel)
    return replace(deck, scenarier=gemt_scenarie.kept(deck.scenarier, gemt))


def added(deck: Praesentation | None, dias: Dias, titel: str) -> Praesentation:
    """The deck with a slide more at the end; a new one of that title when there is none; as it was when it is full."""
    if deck is None:
        return Praesentation(titel, (dias,))
    return deck if len(deck.dias) >= FLEST_DIAS else replace(deck, dias=(*deck.dias, dias))


@cache
def area_choices() -> tuple[tuple[str, str], ...]:
    """Every area of every level and structure as (code, name) for a search, the country first and larger ones before
    smaller; a name that two have says which is which."""
    valgte: dict[str, str] = {"": niveauer.HELE_LANDET}
    for niveau in niveauer.levels().values():
        if niveau.er_kortniveau:
            for struktur in niveauer.structures():
                omraader = sorted(niveauer.areas(niveau.niveau, struktur).values(), key=lambda en: en.navn)
                valgte |= {en.omraade_id: en.navn for en in omraader if en.omraade_id not in valgte}
    tael = Counter(valgte.values())
    return tuple((kode, _told_apart(kode, navn) if tael[navn] > 1 else navn) for kode, navn in valgte.items())


def _told_apart(kode: str, navn: str) -> str:
    """A region that has the same name before and after the reform."""
    struktur = next((en for en in niveauer.structures() if kode in niveauer.areas("region", en)), "")
    return f"{navn} ({niveauer.structures()[struktur].navn.lower()})" if struktur else navn


def decks(mappe: Path = MAPPE) -> dict[str, Path]:
    """The decks in the folder by name (the file's without .toml), the one that comes with the product first."""
    filer = {fil.stem: fil for fil in sorted(mappe.glob("*.toml")) if NAVN.fullmatch(fil.stem)}
    return {navn: filer[navn] for navn in sorted(filer, key=lambda navn: (navn != STANDARD, navn))}


def read_deck(navn: str, data: Snapshot, i_dag: date, mappe: Path = MAPPE) -> Praesentation:
    """The deck of that name. Raises PraesentationsFejl when there is none or it cannot be read."""
    fil = decks(mappe).get(navn)
    if fil is None:
        raise PraesentationsFejl(f"Der er ingen præsentation, der hedder »{shown_code(navn)}«.")
    return parse(fil.read_bytes(), data, i_dag)


def to_toml(deck: Praesentation) -> str:
    """The deck as the text of its file."""
    return tomli_w.dumps(
        {
            "titel": deck.titel,
            "dias": [
                {"visning": en.visning}
                | ({"titel": en.titel} if en.titel else {})
                | ({"note": en.note} if en.note else {})
                | ({"filtre": dict(en.filtre)} if en.filtre else {})
                for en in deck.dias
            ],
        }
        | ({"scenarie": gemt_scenarie.to_toml(deck.scenarier)} if deck.scenarier else {}),
        multiline_strings=True,
    )


def parse(indhold: bytes, data: Snapshot, i_dag: date) -> Praesentation:
    """The deck in a TOML file. Raises PraesentationsFejl with the line and the reason."""
    if len(indhold) > STOERSTE_FIL:
        raise PraesentationsFejl(f"Filen er større end {STOERSTE_FIL // 1000} kB; en præsentation er kun tekst.")
    try:
        tekst = indhold.decode("utf-8-sig")
    except UnicodeDecodeError as fejl:
        linje = indhold[: fejl.start].count(b"\n") + 1
        raise PraesentationsFejl(f"Linje {linje}: filen er ikke tekst i UTF-8. Gem den som UTF-8.") from fejl
    tekst = tekst.replace("\r\n", "\n")
    try:
        raa = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fejl:
        fundet = re.search(r"line (\d+)", str(fejl))
        sted = f"Linje {fundet[1]}" if fundet else f"Linje {tekst.count(chr(10)) + 1} (filens slutning)"
        raise PraesentationsFejl(
            f"{sted}: det er ikke gyldig TOML; se efter et manglende anførselstegn eller lighedstegn."
        ) from fejl
    return _deck(raa, tekst, data, i_dag)


def _deck(raa: dict, tekst: str, data: Snapshot, i_dag: date) -> Praesentation:
    ukendte = sorted(set(raa) - {"titel", "dias", "scenarie"})
    if ukendte:
        vist = shown_code(ukendte[0])
        raise _refusal(tekst, None, ukendte[0], f"»{vist}« er ukendt; øverst står kun titel, [[dias]] og [[scenarie]].")
    titel = raa.get("titel")
    if not isinstance(titel, str) or not titel.strip():
        raise _refusal(tekst, None, "titel", 'titel mangler; skriv fx titel = "Mødet i maj".')
    dias = raa.get("dias")
    if not isinstance(dias, list) or not dias or not all(isinstance(en, dict) for en in dias):
        raise _refusal(tekst, None, "dias", "der er ingen dias; hvert dias begynder med [[dias]].")
    if len(dias) > FLEST_DIAS:
        raise _refusal(tekst, FLEST_DIAS, "", f"der er {len(dias)} dias; der kan højst være {FLEST_DIAS}.")
    slides = tuple(_slide(en, nummer, tekst, data, i_dag) for nummer, en in enumerate(dias))
    return Praesentation(titel.strip(), slides, _named_scenarios(raa.get("scenarie", []), tekst, data))


def _named_scenarios(raa: object, tekst: str, data: Snapshot) -> tuple[GemtScenarie, ...]:
    if not isinstance(raa, list):
        raise _refusal(tekst, None, "scenarie", "hvert scenarie begynder med [[scenarie]].")
    if len(raa) > gemt_scenarie.FLEST:
        grund = f"der er {len(raa)} scenarier; der kan højst være {gemt_scenarie.FLEST}."
        raise _refusal(tekst, gemt_scenarie.FLEST, "", grund, "scenarie")
    for nummer, en in enumerate(raa):
        noegle, grund = gemt_scenarie.why_not(en, data)
        if grund:
            raise _refusal(tekst, nummer, noegle, grund, "scenarie")
    return tuple(gemt_scenarie.read(en) for en in raa)


def _slide(raa: dict, nummer: int, tekst: str, data: Snapshot, i_dag: date) -> Dias:
    for navn, vaerdi in raa.items():
        if navn not in ("visning", "titel", "note", "filtre"):
            raise _refusal(
                tekst, nummer, navn, f"»{shown_code(navn)}« er ukendt; et dias har visning, titel, note og filtre."
            )
        if not isinstance(vaerdi, dict if navn == "filtre" else str):
            raise _refusal(tekst, nummer, navn, f"{navn} skal være {'et sæt valg' if navn == 'filtre' else 'tekst'}.")
    visning = raa.get("visning", "")
    if not visninger.is_known(visning):
        mulige = ", ".join(visninger.VISNINGER)
        raise _refusal(
            tekst, nummer, "visning", f"visningen »{shown_code(visning)}« findes ikke. Der findes: {mulige}."
        )
    filtre = raa.get("filtre", {})
    for navn, vaerdi in filtre.items():
        if grund := why_not(navn, vaerdi, filtre, visning, data, i_dag):
            raise _refusal(tekst, nummer, navn, grund)
    return Dias(visning, tuple(filtre.items()), raa.get("titel", "").strip(), raa.get("note", "").strip())


def _refusal(tekst: str, nummer: int | None, noegle: str, grund: str, tabel: str = "dias") -> PraesentationsFejl:
    """The sentence, with the line where the key of slide (or scenario) `nummer` stands; None: above all of them."""
    linjer = tekst.split("\n")
    tabeller = [(nr, fundet[1]) for nr, linje in enumerate(linjer) if (fundet := TABEL.match(linje))]
    starter = [nr for nr, navn in tabeller if navn == tabel]
    if nummer is None:
        fra, til = 0, tabeller[0][0] if tabeller else len(linjer)
    elif nummer < len(starter):
        fra = starter[nummer]
        til = next((nr for nr, _ in tabeller if nr > fra), len(linjer))
    else:
        fra, til = 0, len(linjer)
    fundet = (
        nr for nr in range(fra, til) if noegle and re.search(rf"(^|[\s{{,.\[\"]){re.escape(noegle)}\b", linjer[nr])
    )
    linje = next(fundet, fra) + 1
    sted = f"Linje {linje}" + (f" ({tabel} {nummer + 1})" if nummer is not None else "")
    return PraesentationsFejl(f"{sted}: {grund}")


def note_of(dias: Dias, view: View | None) -> str:
    """What the speaker has at hand: the deck's own note, else what the View has for whoever shows it."""
    return dias.note or (view.taler if view else "")


def built(
    deck: Praesentation, datasaet: str, dag: date, data: Snapshot, omraade: str | None = None
) -> list[tuple[View | None, str, str]]:
    """The deck's views with title and note, as `slides` takes them; about another area when one is given."""
    ud = []
    for en in deck.dias:
        view = en.build(datasaet, dag, data, omraade)
        # a title written for the deck's own area does not hold for another
        titel = en.titel if omraade is None else ""
        ud.append((view, titel or (view.title if view else visninger.name_of(en.visning)), note_of(en, view)))
    return ud
