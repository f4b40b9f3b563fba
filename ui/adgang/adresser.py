"""Every address that the server answers, and whom it answers what: a new one without a rule fails the tests."""

import re
from enum import Enum


class Regel(Enum):
    """Who gets what of an address."""

    ENS = "the same for everybody: nothing of it depends on the own data"
    ROLLE = "as much as the one who asks may see"
    HEMMELIG = "whoever knows the secret in it, which only a page of their own tells"
    HER = "nobody but the one at the machine"


# As the server's routes are written.
ADRESSER = {
    "/v": Regel.ROLLE,
    "/v.json": Regel.ROLLE,
    "/v/{resten}": Regel.ROLLE,
    "/foelg/{salkode}": Regel.ROLLE,
    "/foelg/{salkode}/{hvad}": Regel.ROLLE,
    "/fjern/{salkode}": Regel.HEMMELIG,
    "/adgang": Regel.ROLLE,
    "/lag/{navn}": Regel.HEMMELIG,
    "/udskrift/{navn}": Regel.HEMMELIG,
    "/sundhed": Regel.ENS,
    "/sundhed/lever": Regel.ENS,
    "/sundhed/klar": Regel.ENS,
    "/robots.txt": Regel.ENS,
    "/favicon.ico": Regel.ENS,
    "/favicon.svg": Regel.ENS,
    # Streamlit's own: the page is empty until its line is open, and what goes through that is what a session may see
    "": Regel.ENS,
    "/_stcore/stream": Regel.ROLLE,
    "/_stcore/health": Regel.ENS,
    "/_stcore/host-config": Regel.ENS,
    "/_stcore/upload_file/{session_id}/{file_id}": Regel.HEMMELIG,
    "/media/{file_id:path}": Regel.HEMMELIG,
    "/component/{path:path}": Regel.ENS,
    "/_stcore/bidi-components/{path:path}": Regel.ENS,
    "/auth/login": Regel.ENS,
    "/auth/logout": Regel.ENS,
    "/oauth2callback": Regel.ENS,
    "/_stcore/metrics": Regel.HER,
    "/_stcore/script-health-check": Regel.HER,
    "/_stcore/agent/interact": Regel.HER,
    "/_stcore/agent/openapi.json": Regel.HER,
    "/_stcore/agent/mcp": Regel.HER,
}
LUKKET = re.compile("|".join(f".*{re.escape(en)}/?" for en, regel in ADRESSER.items() if regel is Regel.HER))
