"""Finds a Chromium for the browser tests, and installs Debian's when there is none: python -m tests.chromium"""

import os
import shutil
import subprocess
import sys

from tests import apt

# The shell has no window of its own to draw: measured, a page costs it three fifths of what it costs the whole browser.
SKAL = "chromium-headless-shell"
NAVNE = (SKAL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find() -> str | None:
    """The path of a Chromium or Chrome (CHROMIUM names one), or None."""
    oensket = os.environ.get("CHROMIUM")
    if oensket:
        return oensket
    return next((sti for navn in NAVNE if (sti := shutil.which(navn))), None)


def main() -> int:
    # where tests run by themselves, the lighter one is worth installing beside another
    if find() and not (os.environ.get("CI") and shutil.which(SKAL) is None and "CHROMIUM" not in os.environ):
        return 0
    print("Installing the system's Chromium for tests.")
    try:
        apt.install(SKAL)
    except (subprocess.CalledProcessError, FileNotFoundError) as fejl:
        print(f"Chromium could not be installed ({fejl}). Install it, or name one in CHROMIUM.", file=sys.stderr)
    return 0 if find() else 1


if __name__ == "__main__":
    sys.exit(main())
