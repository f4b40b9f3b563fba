"""Which of three set-ups the server runs in: alone on this machine, open with an editor code, or with a login."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from ipaddress import ip_address
from pathlib import Path

from streamlit import config
from streamlit.auth_util import get_secrets_auth_section

from data.adgang.regler import RegelFejl, Regler, read_rules
from data.build import DATA

KODE = "REDAKTOERKODE"
# A code of one's own is guessed slowly, but a short one is guessed.
KORTESTE_KODE = 12


@dataclass(frozen=True)
class Opsaetning:
    """alene: only this machine is listened to, and no set-up says that others come; login: the provider that people log
    in with, "" for none; kode: what makes an editor where nobody logs in, "" where there is none; trykkes: it was made
    here, and is told once."""

    alene: bool
    login: str = ""
    kode: str = field(default="", repr=False)
    trykkes: bool = False
    regler: Regler = Regler()


@cache
def setup() -> Opsaetning:
    """As this process was started. Ends the process when the rules of access cannot be used: without them nobody knows
    who may do what."""
    egen = os.environ.get(KODE, "")
    if egen and len(egen) < KORTESTE_KODE:
        sys.exit(f"{KODE} skal have mindst {KORTESTE_KODE} tegn.")
    try:
        regler = read_rules(DATA)
    except RegelFejl as fejl:
        sys.exit(f"Reglerne for adgang i data/adgang.toml kan ikke bruges: {fejl}")
    if udbyder := provider():
        return Opsaetning(alene=False, login=udbyder, regler=regler)
    if egen:
        return Opsaetning(alene=False, kode=egen, regler=regler)
    if is_here(listens_on()):
        return Opsaetning(alene=True, regler=regler)
    return Opsaetning(alene=False, kode=secrets.token_urlsafe(18), trykkes=True, regler=regler)


def provider() -> str:
    """The provider of .streamlit/secrets.toml, as Streamlit knows it: its own section's name, or "default"; "" when
    none is set up. Ends the process when it is half done: what was to be closed would stand open."""
    afsnit = get_secrets_auth_section()
    if not afsnit or "client_id" in afsnit:
        return "default" if afsnit else ""
    navngivne = [navn for navn, en in afsnit.items() if isinstance(en, Mapping)]
    return navngivne[0] if navngivne else sys.exit("[auth] i .streamlit/secrets.toml har ingen client_id.")


def tell_code(adresse: str) -> None:
    """Print the editor code that this process made, once; it stands nowhere else."""
    if setup().trykkes:
        print(
            f"\n  Serveren kan nås fra andre maskiner. Redaktørkoden, til {adresse}/adgang:\n\n    {setup().kode}\n",
            flush=True,
        )


def listens_on() -> str:
    """The address that the server was asked to listen on. Uvicorn has its own word for it; all else asks Streamlit."""
    if "uvicorn" not in Path(sys.argv[0]).parts[-2:]:
        return str(config.get_option("server.address") or "")
    for nr, argument in enumerate(sys.argv):
        if argument in ("--uds", "--fd") or argument.startswith(("--uds=", "--fd=")):
            return ""
        if argument == "--host":
            return "".join(sys.argv[nr + 1 : nr + 2])
        if argument.startswith("--host="):
            return argument.partition("=")[2]
    return os.environ.get("UVICORN_HOST", "127.0.0.1")


def is_here(vaert: str) -> bool:
    """Is it an address or a name of this machine that no other machine reaches? "" is all addresses."""
    if vaert.rstrip(".").lower() == "localhost":
        return True
    try:
        adresse = ip_address(vaert.strip("[]"))
    except ValueError:
        return False
    return adresse.is_loopback or bool((v4 := getattr(adresse, "ipv4_mapped", None)) and v4.is_loopback)
