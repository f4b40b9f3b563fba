"""The address of a show: which deck, slide and window. A reload in the hall comes back to the same place.

The slide is turned by keys, so there is no widget that the address could be bound to; it is written as it goes.
"""

from urllib.parse import urlencode, urlsplit

from ui import vej
from ui.adresse import local, may_be, site
from ui.praesentation.fremvisninger import Fremvisning
from views.fremvisning.praesentation import STANDARD

SKAERM, TALER = "skaerm", "taler"
KUN_HER = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}


def is_full_screen() -> bool:
    """Whether the address asks for a window without menus: a slide, or the speaker's."""
    return may_be("praesentation") and vej.code("vis") in (SKAERM, TALER)


def is_speakers() -> bool:
    """Whether it asks for the speaker's window."""
    return vej.code("vis") == TALER


def asked_show() -> str:
    """The id of the show in the address; "" when it names none."""
    return vej.code("show")


def asked_deck() -> str:
    """The name of the deck in the address; the default deck's when it names none."""
    return vej.code("praesentation") or STANDARD


def choose_deck(navn: str) -> None:
    """Put the deck in the address; "" takes it away."""
    vej.write(praesentation=navn)


def asked_slide() -> int:
    """The slide in the address, from 0; the first when it names none."""
    nr = vej.code("dias")
    return int(nr) - 1 if nr.isascii() and nr.isdigit() and len(nr) < 5 else 0


def write_address(fremvisning: Fremvisning | None) -> None:
    """The show and its slide; None: back to the list of decks."""
    vej.write(**(_codes(fremvisning, SKAERM) if fremvisning else {"vis": "", "show": ""}))


def stay_in_step(fremvisning: Fremvisning) -> None:
    """The same for the speaker's window: after a restart of the server either window can begin the show again."""
    vej.write(**_codes(fremvisning, TALER))


def _codes(fremvisning: Fremvisning, vindue: str) -> dict[str, str]:
    return {
        "praesentation": fremvisning.navn,
        "dias": str(fremvisning.stilling.nr + 1),
        "vis": vindue,
        "show": fremvisning.id,
    }


def slide_gone_back_to() -> int | None:
    """The slide that the browser's back or forward button asks for; None when nobody pressed it."""
    return asked_slide() if vej.went_back() else None


def speaker_link(fremvisning: Fremvisning) -> str:
    """The address of the speaker's window, from the root of the host."""
    koder = _codes(fremvisning, TALER) | {"datasaet": fremvisning.datasaet}
    return local("/praesentation?") + urlencode(koder)


def hall_link(fremvisning: Fremvisning) -> str:
    """The absolute address where phones follow the show, on the host that the presenter's browser uses."""
    return f"{site()}/foelg/{fremvisning.salkode}"


def remote_link(fremvisning: Fremvisning) -> str:
    """The absolute address of the presenter's remote. It holds the key, so it stands in the speaker's window alone."""
    return f"{site()}/fjern/{fremvisning.salkode}?noegle={fremvisning.noegle}"


def unreachable(link: str) -> str:
    """Why phones cannot open the link; "" when they can."""
    vaert = urlsplit(link).hostname or ""
    if vaert not in KUN_HER:
        return ""
    return (
        f"Telefonerne kan ikke åbne denne adresse: »{vaert}« er kun denne maskine. Åbn siden på maskinens "
        "adresse på nettet, fx http://192.168.1.20:8501, og vis koden igen."
    )
