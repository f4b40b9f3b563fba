"""Statistics Denmark's StatBank: which tables there are, what a table holds, and its figures (api.statbank.dk/v1)."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from data.hent.svar import Celle, read_cells
from data.hent.tabel import Tabel, Variabel
from data.hent.transport import Anmodning, HentFejl, fetch

ADRESSE = "https://api.statbank.dk/v1"
# What a variable calls the whole. One without it is asked for in full and added up, where its figures are counts.
I_ALT = ("TOT", "IALT")


@dataclass(frozen=True)
class Statbank:
    """The service at an address, and how it is asked."""

    adresse: str = ADRESSE
    hent: Callable[[Anmodning], bytes] = fetch

    def tables(self) -> list[dict]:
        """Every active table: id, text, updated and more, as the service writes them."""
        svar = self._json("GET", "tables?lang=da&format=json")
        if not isinstance(svar, list) or not all(isinstance(en, dict) and en.get("id") for en in svar):
            raise HentFejl("Danmarks Statistiks liste over tabeller kan ikke læses; dens form er ny.")
        return [en for en in svar if en.get("active") is not False]

    def info(self, tabel: str) -> Tabel:
        """What a table holds. Raises HentFejl when it is none any more."""
        svar = self._json("GET", f"tableinfo?id={tabel}&lang=da&format=json")
        return as_table(tabel, svar)

    def cells(self, tabel: Tabel, valg: dict[str, list[str]], form: str = "CSV") -> list[Celle]:
        """The figures of a table for these codes of its variables. Every variable must be named: what is left out the
        service sums away, and it then answers for the newest period only."""
        mangler = [en.id for en in tabel.variable if not valg.get(en.id)]
        if mangler:
            raise HentFejl(f"{tabel.id} har fået en ny inddeling ({', '.join(mangler)}); kommandoen skal rettes.")
        krop = {
            "table": tabel.id,
            "lang": "da",
            "format": form,
            "valuePresentation": "Code",
            "variables": [{"code": en.id, "values": valg[en.id]} for en in tabel.variable],
        }
        svar = self.hent(Anmodning("POST", f"{self.adresse}/data", json.dumps(krop, ensure_ascii=False).encode()))
        return read_cells(svar, tabel)

    def newest(self, navn: re.Pattern) -> str:
        """The active table of a yearly series whose id matches and is the latest: FRKM126 after FRKM125."""
        fundne = sorted((str(en["id"]).upper() for en in self.tables()), key=_number)
        fundne = [en for en in fundne if navn.fullmatch(en)]
        if not fundne:
            raise HentFejl(f"Ingen aktiv tabel hedder {navn.pattern}; Danmarks Statistik kan have skiftet navn på den.")
        return fundne[-1]

    def _json(self, metode: str, sti: str):
        svar = self.hent(Anmodning(metode, f"{self.adresse}/{sti}"))
        try:
            return json.loads(svar.decode("utf-8-sig"))
        except ValueError:
            raise HentFejl("Danmarks Statistik svarer ikke med det, der blev spurgt om. Prøv igen senere.") from None


def _number(tabel: str) -> int:
    """The number at the end of an id."""
    cifre = re.search(r"\d+$", tabel)
    return int(cifre.group()) if cifre else -1


def as_table(navn: str, svar: object) -> Tabel:
    """The table that an answer of tableinfo describes. Raises HentFejl when it is of another form, or inactive."""
    try:
        variable = tuple(
            Variabel(
                en["id"],
                str(en["text"]),
                bool(en.get("time")),
                {str(vaerdi["id"]): str(vaerdi["text"]) for vaerdi in en["values"]},
            )
            for en in svar["variables"]
        )
        tabel = Tabel(str(svar["id"]).upper(), str(svar["text"]), str(svar["updated"])[:10], variable)
    except (KeyError, TypeError):
        raise HentFejl(f"Beskrivelsen af tabellen {navn} kan ikke læses; dens form er ny.") from None
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", tabel.opdateret):
        raise HentFejl(f"Beskrivelsen af tabellen {navn} siger ikke, hvornår tabellen er opdateret.")
    if svar.get("active") is False:
        raise HentFejl(f"Tabellen {navn} er ikke længere i brug hos Danmarks Statistik.")
    return tabel


def whole(variabel: Variabel) -> list[str]:
    """The codes that together are the whole of a variable: its own total, else every value it has."""
    tekster = {kode: tekst.casefold().strip() for kode, tekst in variabel.vaerdier.items()}
    i_alt = [kode for kode in I_ALT if kode in tekster]
    i_alt += [kode for kode, tekst in tekster.items() if tekst == "i alt"]
    i_alt += [kode for kode, tekst in tekster.items() if tekst.endswith(" i alt")]
    return i_alt[:1] or list(tekster)
