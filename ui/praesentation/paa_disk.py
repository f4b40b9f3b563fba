"""The shows on the disk, beside the data: a server that is started again goes on with them, and several servers over
one folder of data show the same.

One file a show, named by the code that the hall has for it: what is shown, and where it is. Whoever moves a show writes
its file, and the others look at it some times a second. The last to write is right.
"""

import json
import logging
import os
import threading
import weakref
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from data.disk import reason
from queries.standard import newest
from ui import ur
from ui.praesentation.fremvisninger import MOST_SHOWS, Fremvisning, Stilling, hall_code
from views.fremvisning.praesentation import PraesentationsFejl, parse, to_toml

LOG = logging.getLogger(__name__)
# Between two looks at the files of the shows that are known here.
PAUSE = 0.2
# A show that nobody has moved for so long is over; its file goes when a server starts.
LAENGST = 36 * 3600
SLUT = ".json"


@dataclass(eq=False)
class Kendt:
    """Of a show that is known here: its file, what was last read or written there, and when the file was changed."""

    fil: Path
    fast: dict
    stilling: Stilling | None = None
    set_: int = 0


class Hylde:
    """Keeps shows in a folder. Where that cannot be written, they live in memory alone, and the log says so once."""

    def __init__(self, mappe: Path):
        self._mappe = mappe
        # a show that has made room is let go of here too
        self._kendte: weakref.WeakKeyDictionary[Fremvisning, Kendt] = weakref.WeakKeyDictionary()
        self._laas = threading.Lock()
        self._er_noget = threading.Event()
        self._stop = threading.Event()
        self._er_klaget = False
        self._traad = threading.Thread(target=self._run, name="fremvisninger", daemon=True)

    def start(self) -> None:
        """Remove what is over, and begin to look; returns at once."""
        aeldst = ur.now().timestamp() - LAENGST
        for nr, fil in enumerate(self._files()):
            if nr >= MOST_SHOWS or _changed(fil) < aeldst * 10**9:
                with suppress(OSError):
                    fil.unlink()
        self._traad.start()

    def stop(self) -> None:
        """Write what is not written yet, and end."""
        self._stop.set()
        self._er_noget.set()
        self.write()

    def keep(self, fremvisning: Fremvisning) -> None:
        """Know a show, and write it each time it moves."""
        fast = {
            "id": fremvisning.id,
            "navn": fremvisning.navn,
            "deck": to_toml(fremvisning.deck),
            "datasaet": fremvisning.datasaet,
            "dataversion": fremvisning.data.version,
            "begyndt": fremvisning.begyndt.isoformat(),
            "igen": fremvisning.igen,
        }
        self._know(fremvisning, Kendt(self._file(fremvisning.salkode), fast))

    def find(self, salkode: str) -> Fremvisning | None:
        """The show that another server, or this one before it was started again, has written; None when there is none
        or it cannot be shown any more."""
        fil = self._file(salkode)
        try:
            post, set_ = json.loads(fil.read_text(encoding="utf-8")), _changed(fil)
            fremvisning = _read(post)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, PraesentationsFejl):
            LOG.warning("A show cannot be read: %s", fil.name, exc_info=True)
            return None
        if hall_code(fremvisning.id) != salkode:
            return None
        self._know(fremvisning, Kendt(fil, post, fremvisning.stilling, set_))
        return fremvisning

    def write(self) -> None:
        """Write the shows that have moved here."""
        for fremvisning, en in self._all():
            nu = fremvisning.stilling
            if nu != en.stilling:
                self._write(en, nu)

    def look(self) -> None:
        """Move the shows that others have moved."""
        for fremvisning, en in self._all():
            if (set_ := _changed(en.fil)) == en.set_:
                continue
            try:
                andres = _position(json.loads(en.fil.read_text(encoding="utf-8")))
            except (OSError, ValueError, TypeError, KeyError):
                continue  # gone, or of another version of the program: this one goes on as it is
            en.set_, en.stilling = set_, andres
            fremvisning.be_at(andres)

    def _know(self, fremvisning: Fremvisning, kendt: Kendt) -> None:
        with self._laas:
            self._kendte[fremvisning] = kendt
        fremvisning.lyttere.add(self._er_noget.set)
        self._er_noget.set()

    def _all(self) -> list[tuple[Fremvisning, Kendt]]:
        with self._laas:
            return [*self._kendte.items()]

    def _write(self, en: Kendt, nu: Stilling) -> None:
        ny = en.fil.with_suffix(f".{os.getpid()}.ny")
        try:
            self._mappe.mkdir(parents=True, exist_ok=True)
            with open(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as ud:
                json.dump(en.fast | {"stilling": asdict(nu)}, ud, ensure_ascii=False)
            os.replace(ny, en.fil)
            en.stilling, en.set_ = nu, _changed(en.fil)
        except OSError as fejl:
            if not self._er_klaget:
                LOG.warning("Shows are in memory alone, and end with this server: %s", reason(fejl))
            self._er_klaget = True

    def _run(self) -> None:
        while not self._stop.is_set():
            self._er_noget.wait(PAUSE if self._kendte else None)
            self._er_noget.clear()
            self.write()
            self.look()

    def _file(self, salkode: str) -> Path:
        return self._mappe / f"{salkode}{SLUT}"

    def _files(self) -> list[Path]:
        """The files of shows, the one that was moved last first."""
        return sorted(self._mappe.glob(f"*{SLUT}"), key=_changed, reverse=True)


def _changed(fil: Path) -> int:
    try:
        return fil.stat().st_mtime_ns
    except OSError:
        return 0


def _position(post: dict) -> Stilling:
    kendte = {en.name for en in fields(Stilling)}
    return Stilling(**{navn: vaerdi for navn, vaerdi in post["stilling"].items() if navn in kendte})


def _read(post: dict) -> Fremvisning:
    """The show that a file tells of. Its data are frozen in the memory of whoever began it: here they are the newest,
    and a show whose data were others says that it is frozen again."""
    data, begyndt = newest(), datetime.fromisoformat(post["begyndt"])
    igen = bool(post["igen"])
    if data.version != post["dataversion"]:
        igen, begyndt = True, ur.now()
    deck = parse(post["deck"].encode(), data, begyndt.date())
    return Fremvisning(post["id"], post["navn"], deck, post["datasaet"], data, begyndt, igen, _position(post))
