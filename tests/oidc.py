"""Finds oidc-provider, a real provider of logins that tests run, and installs it: python -m tests.oidc"""

import shutil
import sys
from pathlib import Path

from tests import npm

PAKKE, UDGAVE = "oidc-provider", "9.13.3"
MAPPE = npm.folder(PAKKE, UDGAVE)
MANGLER = "No oidc-provider: run python -m tests.oidc with npm and node on the machine."


def find() -> Path | None:
    """The entry of the pinned version, or None; it takes node to run it."""
    fil = MAPPE / "node_modules" / PAKKE / "lib" / "index.js"
    return fil if fil.is_file() and shutil.which("node") else None


def main() -> int:
    """Install what is missing; 0 when it is there, and where tests may skip what they lack."""
    return npm.see_to_it(PAKKE, UDGAVE, MAPPE, find)


if __name__ == "__main__":
    sys.exit(main())
