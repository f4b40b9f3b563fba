"""Links that open a part of the own data until an end date: one View, or one show. Whoever has the link may pass it on,
so it opens no more, and not for long."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from itsdangerous import BadData, URLSafeSerializer

from data.hemmelighed import kept
from data.pegepind import MAPPE

# The name of the parameter of an address.
PARAMETER = "adgang"
HEMMELIGHED = ".linknoegle"
LAENGSTE = 400
SAL = "sal/"


@dataclass(frozen=True)
class Link:
    """What a link opens: the id of a View, or SAL and the code of a show; and until when, in seconds since 1970."""

    hvad: str
    udloeb: int


def signed(link: Link, kilder: Path) -> str:
    """The link as it stands in an address. Raises OSError when the secret that signs it cannot be kept."""
    return _signer(secret(kilder)).dumps([link.hvad, link.udloeb])


def understood(tekst: str, kilder: Path) -> Link | None:
    """The link that was signed here, whether or not it has run out; None for anything else."""
    if not tekst or len(tekst) > LAENGSTE:
        return None
    try:
        hvad, udloeb = _signer(secret(kilder)).loads(tekst)
        return Link(str(hvad), int(udloeb))
    except (BadData, OSError, TypeError, ValueError):
        return None


@cache
def secret(kilder: Path) -> bytes:
    """What signs the links; made once, beside the own data, and the same for all processes. A new one ends all links
    that were given: remove the file, and start again. Raises OSError."""
    mappe = kilder / MAPPE
    mappe.mkdir(parents=True, exist_ok=True)
    return kept(mappe / HEMMELIGHED)


def _signer(hemmelighed: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(hemmelighed, salt=PARAMETER, signer_kwargs={"digest_method": sha256})
