"""Finds axe-core, which judges whether everyone can use a page, and installs it: python -m tests.axe"""

import os
import sys
from pathlib import Path

from tests import npm

PAKKE, UDGAVE = "axe-core", "4.14.1"
NAVNGIVET = "AXE_CORE"
MAPPE = npm.folder(PAKKE, UDGAVE)
MANGLER = f"No axe-core: run python -m tests.axe with npm on the machine, or name an axe.min.js in {NAVNGIVET}."


def find() -> Path | None:
    """The script of the pinned version (AXE_CORE names another), or None."""
    oensket = os.environ.get(NAVNGIVET)
    fil = Path(oensket) if oensket else MAPPE / "node_modules" / PAKKE / "axe.min.js"
    return fil if fil.is_file() else None


def main() -> int:
    """Install what is missing; 0 when it is there, and where tests may skip what they lack."""
    return npm.see_to_it(PAKKE, UDGAVE, MAPPE, find)


if __name__ == "__main__":
    sys.exit(main())
