"""Registers that are about areas: a column that says which clinic, or which doctor, a number is of is refused."""

import re
from collections.abc import Iterator

from data.indlaes.genkend import Genkendt
from data.indlaes.navne import plain
from data.indlaes.registre import register_of

KUN_OMRAADER = {"laeger", "udbudsplan", "bosaetning", "maaltal", "truet"}
# By what a heading is when it is stripped to letters: "Klinikkens navn" names one, "Kliniktype" and "Klinikker" do not.
KLINIK = re.compile(
    r"(?:navnpaa)?(?:klinik|praksis|laegehus)(?:k?en|et)?s?(?:navn|nr|nummer|id|kode)?"
    r"|.*(?:ydernummer|ydernr|sorkode|cvr).*"
)
LAEGE = re.compile(r"navn|laege(?:n|ns)?(?:navn|id)?|(?:for|efter)navn|(?:cpr|autorisation).*")


def names_one(fundet: Genkendt) -> Iterator[tuple[int, str]]:
    """The unread headings of a sheet about areas that name a clinic or a doctor: the row and what is wrong."""
    if register_of(fundet.tabel).kode not in KUN_OMRAADER:
        return
    for overskrift in fundet.ukendte.values():
        form = plain(overskrift)
        hvem = "klinik" if KLINIK.fullmatch(form) else "læge" if LAEGE.fullmatch(form) else ""
        if hvem:
            yield (
                fundet.raekke,
                f"Kolonnen »{overskrift}« siger, hvilken {hvem} tallet gælder. Tal for en enkelt {hvem} kan ikke læses "
                "ind. Læg tallene sammen for et område, og slet kolonnen.",
            )
