"""A scenario as a link to the page that is shown; the page and the list of saved ones both draw them."""

from ui import vej
from ui.adresse import shown_link
from views.sprog.markdown import Markdown, link

KODE = "scenarie"


def scenario_link(navn: str, scenarie: str) -> Markdown:
    """A plain link to the same page with another scenario; the menu's component follows it in the same tab."""
    koder = {kode: vaerdi for kode, vaerdi in vej.codes().items() if kode != KODE}
    return link(navn, shown_link(koder | ({KODE: scenarie} if scenarie else {})))
