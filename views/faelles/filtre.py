"""The one set of choices behind a view, and the link that reproduces it."""

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from geo import niveauer

# Whose capacity is counted: that of all clinics, or of PLO-klinikker alone where it is known.
ALLE, KUN = "alle", "plo"
# Between the codes of areas that stand side by side; it is in no code.
ADSKILT = ";"
FLEST_OMRAADER, FLEST_I_ORD = 4, "fire"


@dataclass(frozen=True)
class Filters:
    """What a view is asked for. Frozen and hashable: with the data version it is the only cache key.

    `omraade` is an omraade_id of the level, or "" for none; `sammenlign` is another one to compare it with. `fra` and
    `til` are whole years, or None for no limit. `pulje` is a pulje_id or "" for the newest, `behov` the indicator
    of need that pool money is held against. `omraader` holds the codes of up to four areas of any level side by side,
    parted by ADSKILT; `siden` is an ISO date to look back to, or "". `scenarie` is what is assumed of the years to
    come, as views/balance writes it, "" for the default; only that wing knows whether it means anything. `kapacitet` is
    whose capacity need is held against, ALLE or KUN.

    `dag` is no choice and in no link: it is the day on which the view is asked for, which whoever asks must tell.
    """

    niveau: str = "sundhedsraad"
    struktur: str = niveauer.STRUKTURER[0]
    omraade: str = ""
    fra: int | None = None
    til: int | None = None
    datasaet: str = "offentlig"
    indikator: str = "udbudte_ydernumre"
    sammenlign: str = ""
    pulje: str = ""
    behov: str = "patienter_pr_laege"
    omraader: str = ""
    siden: str = ""
    scenarie: str = ""
    kapacitet: str = ALLE
    dag: date | None = None

    @property
    def i_dag(self) -> date:
        """The day of the question. Raises ValueError when nobody told it: a view has no clock of its own."""
        if self.dag is None:
            raise ValueError("the view depends on the day, and was not told which it is")
        return self.dag

    def area_name(self, omraade: str | None = None, *, uden: str = "", kort: bool = False) -> str:
        """What the chosen area is called, or another one of the level; `uden` where there is none. `kort`: by its short
        name."""
        valgt = self.omraade if omraade is None else omraade
        fundet = niveauer.areas(self.niveau, self.struktur).get(valgt)
        return (fundet.kort_navn if kort else fundet.navn) if fundet else uden

    def place(self, omraade: str | None = None) -> str:
        """The same in the middle of a sentence, where no area is the whole country."""
        return self.area_name(omraade, uden=niveauer.LANDET)

    def link(self, side: str = "kort") -> str:
        """The address, from the root of the site, that opens a page with these choices."""
        valg = self.named()
        standard = {"behov": type(self).behov, "kapacitet": ALLE}
        if self.niveau == self.omraade:  # a user's own group tells its level
            del valg["niveau"]
        sat = {navn: vaerdi for navn, vaerdi in valg.items() if vaerdi != standard.get(navn)}
        return f"/{side}?" + urlencode(sat)

    def choices(self) -> dict[str, str | int | None]:
        """What was chosen, by name; `VALG` are the names."""
        return {navn: getattr(self, navn) for navn in VALG}

    def named(self) -> dict[str, str | int]:
        """The choices that say something, by name, as an address or a file names them."""
        return {navn: en for navn, en in self.choices().items() if en not in ("", None)}

    def on(self, **aendringer) -> "Filters":
        """A copy with some choices changed."""
        return replace(self, **aendringer)

    def without_area(self) -> "Filters":
        """What the figures of all areas depend on, whichever area is looked at. A scenario is of all areas."""
        uden = {"behov": type(self).behov, "kapacitet": ALLE, "dag": None}
        return self.on(omraade="", sammenlign="", pulje="", omraader="", siden="", **uden)


VALG = tuple(felt.name for felt in fields(Filters) if felt.name != "dag")
