"""The child process that reads one file: its bytes on stdin, its sheets as lines of JSON on stdout (svar.py).

It limits itself before it reads the first byte. Whatever a file makes of it, the server only sees that it ended.
"""

import gc
import sys
import traceback
from contextlib import suppress

from data.regneark import svar
from data.regneark.ark import FilFejl


def limit(hukommelse: int, sekunder: int) -> None:
    """Memory and processor time are bounded, no file is written. On Windows only the parent's limits hold."""
    try:
        import resource
    except ImportError:
        return
    for hvad, graense in (
        (resource.RLIMIT_AS, hukommelse),
        (resource.RLIMIT_CPU, sekunder + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(hvad, (graense, graense))


def main() -> int:
    limit(int(sys.argv[1]), int(sys.argv[2]))
    gc.disable()  # it makes no cycles worth the searching, and lives for seconds
    ud = sys.stdout.buffer
    try:
        from data.regneark.laes import read_bytes

        for linje in svar.lines(read_bytes(sys.stdin.buffer.read())):
            ud.write(linje)
    except FilFejl as fejl:
        if fejl.__cause__ is not None:
            print(repr(fejl.__cause__), file=sys.stderr)
        ud.write(svar.refusal(str(fejl)))
    except MemoryError:
        return svar.HUKOMMELSE
    except Exception:
        traceback.print_exc()
        return 1
    ud.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
