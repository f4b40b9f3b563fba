"""Sources: a cell may hold a source's id, its title or its address; a new title or address becomes a source."""

import re
from collections.abc import Mapping

from data.indlaes.laesning import Celle, Sted, Tabel
from data.indlaes.navne import plain
from data.indlaes.registre import Skema
from data.slug import slug

UDGIVER = "PLO's sekretariat"
LAENGSTE_ID = 60
FAELLES = "bruges allerede af en kilde, der følger med produktet. Giv kilden et andet id."


class Kilder:
    """All sources an import knows: the shared ones, those of the version in use, those of the files, and new ones."""

    def __init__(self, skema: Skema, i_dag: str):
        self._skema = skema
        self._i_dag = i_dag
        self._kolonner = [felt.navn for felt in skema.felter["kilde"]]
        self.raekker: dict[str, dict[str, str | None]] = {}
        self.steder: dict[str, Sted | None] = {}
        self.nye: list[str] = []
        self._kendt: dict[str, str] = {}
        for kilde_id, titel, _, url, *_ in skema.faelles_kilder.values():
            self._know(kilde_id, titel, url)

    def add(self, tabel: Tabel) -> list[Celle]:
        """Take over sources from a version or a sheet; later ones with the same id replace earlier ones.

        Returns the cells that cannot be: an id that a shared source has, or that stands twice in the sheet.
        """
        fejl = []
        set_her: set[str] = set()
        for nr, vaerdier in enumerate(zip(*tabel.celler.values())):
            raekke = dict.fromkeys(self._kolonner) | dict(zip(tabel.celler, vaerdier))
            raekke["udgiver"] = raekke["udgiver"] or UDGIVER
            raekke["kilde_id"] = kilde_id = raekke["kilde_id"] or self._new_id(raekke["titel"] or f"kilde {nr + 1}")
            faelles = self._skema.faelles_kilder.get(kilde_id)
            if faelles:
                if raekke["titel"] not in (None, faelles[1]):
                    fejl.append(Celle("kilde", nr, "kilde_id", kilde_id, FAELLES))
                continue
            if kilde_id in set_her:
                fejl.append(Celle("kilde", nr, "kilde_id", kilde_id, "står to gange. Hvert id må kun stå én gang."))
            set_her.add(kilde_id)
            self.raekker[kilde_id] = raekke
            self.steder[kilde_id] = tabel.steder[nr]
            self._know(kilde_id, raekke["titel"], raekke["url"])
        return fejl

    def resolve(self, tabel: Tabel, adresser: Mapping[Sted, str]) -> None:
        """Replace what stands in the column `kilde_id` by ids; what nobody knows becomes a source, at the address that
        is linked behind its cell."""
        tekster = tabel.celler["kilde_id"]
        for nr, tekst in enumerate(tekster):
            if tekst:
                tekster[nr] = (
                    self._kendt.get(tekst)
                    or self._kendt.get(plain(tekst))
                    or self._create(tekst, tabel.steder[nr], adresser.get(tabel.steder[nr]))
                )

    def table(self) -> Tabel:
        """The dataset's own sources."""
        celler = {navn: [raekke[navn] for raekke in self.raekker.values()] for navn in self._kolonner}
        return Tabel(celler, [self.steder[kilde_id] for kilde_id in self.raekker])

    def titles(self) -> dict[str, str]:
        """Titles by the ids of all known sources."""
        faelles = {kilde_id: en[1] for kilde_id, en in self._skema.faelles_kilder.items()}
        return faelles | {kilde_id: en["titel"] or "" for kilde_id, en in self.raekker.items()}

    def _create(self, tekst: str, sted: Sted | None, adresse: str | None) -> str:
        adresse = tekst if re.fullmatch(r"https?://\S+", tekst) else adresse
        kilde_id = self._new_id(re.sub(r"^https?://(www\.)?", "", tekst))
        self.raekker[kilde_id] = dict.fromkeys(self._kolonner) | {
            "kilde_id": kilde_id,
            "titel": tekst,
            "udgiver": UDGIVER,
            "url": adresse,
            "dato": self._i_dag,
            "type": "dokument",
        }
        self.steder[kilde_id] = sted
        self.nye.append(kilde_id)
        self._know(kilde_id, tekst, adresse)
        return kilde_id

    def _new_id(self, tekst: str) -> str:
        """A free id made of the title."""
        grundform = f"egne-{slug(tekst)[:LAENGSTE_ID].strip('-') or 'kilde'}"
        kandidat, nr = grundform, 1
        while kandidat in self.raekker or kandidat in self._skema.faelles_kilder:
            nr += 1
            kandidat = f"{grundform}-{nr}"
        return kandidat

    def _know(self, kilde_id: str, titel: str | None, url: str | None) -> None:
        for form in (kilde_id, url, plain(titel) if titel else None):
            if form:
                self._kendt.setdefault(form, kilde_id)
