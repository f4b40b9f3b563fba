"""The installation's secret: what it signs itself it knows again after a restart, and nobody else can make it.

It is a file of random bytes beside the database, made when it is first asked for and readable by its owner alone. Where
it cannot be written, the server has one of its own, and forgets with it what it had signed.
"""

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

FIL = Path(__file__).resolve().parent / ".hemmelighed"
BYTES = 32


@cache
def secret(fil: Path = FIL) -> bytes:
    """The secret of this installation: 32 bytes, the same in all its processes."""
    with suppress(OSError):
        return kept(fil)
    return secrets.token_bytes(BYTES)


def kept(fil: Path) -> bytes:
    """What a file of such a secret holds; whoever comes first writes it, and it is never seen half-written. Raises
    OSError."""
    if not fil.exists():
        ny = fil.with_name(f"{fil.name}-{secrets.token_hex(4)}")
        try:
            with os.fdopen(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as ud:
                ud.write(secrets.token_bytes(BYTES))
            with suppress(FileExistsError):
                os.link(ny, fil)
        finally:
            ny.unlink(missing_ok=True)
    indhold = fil.read_bytes()
    return indhold if len(indhold) >= BYTES else secrets.token_bytes(BYTES)


def seal(til: str, tekst: str) -> str:
    """What only this installation can say of the text: 16 hexadecimal digits. `til`: what it is for, so that a seal for
    one thing opens nothing else."""
    return hmac.new(secret(), f"{til}:{tekst}".encode(), "sha256").hexdigest()[:16]


def is_sealed(til: str, tekst: str, segl: str) -> bool:
    """Is it our own seal?"""
    return hmac.compare_digest(seal(til, tekst).encode(), segl.encode())
