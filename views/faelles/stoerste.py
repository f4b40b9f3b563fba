"""The areas with the largest numbers of a map in words, for a phone, which has no room for all names on it."""

from geo import niveauer
from views.faelles.view import View
from views.sprog.markdown import Markdown, bold, plain

ANTAL = 5


def largest(view: View) -> list[tuple[str, str]]:
    """Name and value, as the table writes it, of up to five areas with a figure, the highest first. Equal ones stand in
    the order of the table. [] when the view has no areas with figures."""
    omraader = niveauer.areas(niveauer.map_level(view.filters.niveau), view.filters.struktur).values()
    navne = {en.navn: en.kort_navn for en in omraader}
    kolonner = [navn for navn, slags in view.table.dtypes.items() if slags.kind in "iuf"]
    if "Område" not in view.table or not kolonner:
        return []
    tal = kolonner[0]
    kendte = view.table[view.table["Område"].isin(navne) & view.table[tal].notna()]
    foerste = kendte.sort_values(tal, ascending=False, kind="stable").head(ANTAL)
    return [
        (navne[sted], view.cell_text(tal, vaerdi)) for sted, vaerdi in zip(foerste["Område"], foerste[tal], strict=True)
    ]


def largest_in_words(view: View) -> Markdown:
    """The same as a line of Markdown; "" without any. They are called known: what is not known may be larger."""
    stoerste = largest(view) if view.figure is not None else []
    if not stoerste:
        return Markdown("")
    return Markdown("Største kendte tal: " + ", ".join(f"{plain(navn)} {bold(tal)}" for navn, tal in stoerste))
