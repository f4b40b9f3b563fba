"""The editor code: what makes an editor where nobody logs in. It is compared here, and a cookie tells of it after."""

import hmac
import threading
import time
from collections import OrderedDict
from hashlib import sha256

from itsdangerous import BadSignature, TimestampSigner

COOKIE = "laegedaekning_redaktoer"
# Seconds that an editor stays one in a browser.
GYLDIG = 12 * 3600
REDAKTOER = "redaktoer"
# After so many wrong tries one waits, and twice as long for each that follows; and no more than so many wrong ones a
# minute are heard of all together, from wherever they come.
FRI, FOERSTE_VENTEN, LAENGSTE_VENTEN = 3, 2.0, 300.0
FLEST_I_MINUTTET = 60
FLEST_HUSKET = 10_000


def is_right(proevet: str, koden: str) -> bool:
    """Is it the code? Takes as long whatever is tried."""
    return hmac.compare_digest(_digest(proevet), _digest(koden))


def proof(koden: str) -> str:
    """What the browser keeps when the code was right; it does not hold the code, and is worth nothing with another."""
    return _signer(koden).sign(REDAKTOER).decode()


def is_editor(bevis: str, koden: str) -> bool:
    """Is it a proof that was given for this code, and not too long ago?"""
    try:
        return _signer(koden).unsign(bevis, max_age=GYLDIG) == REDAKTOER.encode()
    except BadSignature:
        return False


def _signer(koden: str) -> TimestampSigner:
    return TimestampSigner(_digest(koden), salt=COOKIE)


def _digest(tekst: str) -> bytes:
    return sha256(tekst.encode("utf-8", "surrogatepass")).digest()


class Forsoeg:
    """Wrong tries: who has made some waits longer and longer. Times are seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._laas = threading.Lock()
        self._hos: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._seneste: list[float] = []

    def wait(self, klient: str, nu: float | None = None) -> float:
        """Seconds until that one may try again; 0 now."""
        nu = time.monotonic() if nu is None else nu
        with self._laas:
            self._seneste = [en for en in self._seneste if nu - en < 60]
            alle = 60 - (nu - self._seneste[0]) if len(self._seneste) >= FLEST_I_MINUTTET else 0
            return max(0.0, self._hos.get(klient, (0, 0.0))[1] - nu, alle)

    def failed(self, klient: str, nu: float | None = None) -> None:
        """That one tried a wrong code."""
        nu = time.monotonic() if nu is None else nu
        with self._laas:
            antal = self._hos.pop(klient, (0, 0.0))[0] + 1
            venten = min(FOERSTE_VENTEN * 2.0 ** (antal - FRI), LAENGSTE_VENTEN) if antal >= FRI else 0.0
            self._hos[klient] = antal, nu + venten
            self._seneste.append(nu)
            while len(self._hos) > FLEST_HUSKET:
                self._hos.popitem(last=False)

    def succeeded(self, klient: str) -> None:
        """That one knows the code."""
        with self._laas:
            self._hos.pop(klient, None)
