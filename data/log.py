"""The log: one line of JSON per event, to stderr and to the file that LOGFIL names.

Whoever has something to tell uses logging as usual, and `event` when it has fields: who, what, which version.
"""

import json
import logging
import logging.handlers
import os
import sys
from datetime import datetime

VORES = ("dashboard", "data", "queries", "geo", "views", "export", "ui")
KAN_IKKE = "The log file cannot be written; the log goes to stderr alone"


class JsonLinje(logging.Formatter):
    """An event as a line: time, level, where from, the text, its fields, and what failed."""

    def format(self, record: logging.LogRecord) -> str:
        post = {
            "tid": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "kilde": record.name,
            "besked": record.getMessage(),
        }
        # an event's own fields never stand in the place of these
        post = getattr(record, "felter", {}) | post
        if record.exc_info:
            post["fejl"] = self.formatException(record.exc_info)
        return json.dumps(post, ensure_ascii=False, default=str)


def event(log: logging.Logger, besked: str, **felter: object) -> None:
    """Tell that something was done, with its fields."""
    log.info(besked, extra={"felter": felter})


def begin() -> None:
    """Have every logger of the process write lines of JSON, those too that came with handlers of their own. May be
    called again, for loggers that are younger."""
    rod = logging.getLogger()
    if not any(isinstance(en.formatter, JsonLinje) for en in rod.handlers):
        _write_to(logging.StreamHandler(sys.stderr))
        if fil := os.environ.get("LOGFIL"):
            try:
                # is opened again when it was moved, as by logrotate
                _write_to(logging.handlers.WatchedFileHandler(fil, encoding="utf-8"))
            except OSError:
                logging.getLogger(__name__).warning(KAN_IKKE, exc_info=True)
        for navn in VORES:
            logging.getLogger(navn).setLevel(logging.INFO)
    for logger in [en for en in rod.manager.loggerDict.values() if isinstance(en, logging.Logger)]:
        for handler in [en for en in logger.handlers if _writes_to_the_terminal(en)]:
            logger.removeHandler(handler)
            logger.propagate = True


def _write_to(handler: logging.Handler) -> None:
    handler.setFormatter(JsonLinje())
    logging.getLogger().addHandler(handler)


def _writes_to_the_terminal(handler: logging.Handler) -> bool:
    return isinstance(handler, logging.StreamHandler) and handler.stream in (sys.stderr, sys.stdout)
