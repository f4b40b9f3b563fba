"""Wait until a process is ready to answer: python -m deploy.klar PORT [SEKUNDER]

For systemd, which then knows when the next process may be started anew, and for the check of a container's health.
"""

import http.client
import sys
import time

PAUSE = 0.25


def is_ready(port: int) -> bool:
    """Does the process on this port of this machine say that it is ready?"""
    linje = http.client.HTTPConnection("127.0.0.1", port, timeout=3)
    try:
        linje.request("GET", "/sundhed/klar")
        return linje.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        linje.close()


def main(argumenter: list[str]) -> int:
    """Returns 0 when it is ready, 1 when it is not in time."""
    port, sekunder = int(argumenter[0]), float(argumenter[1]) if len(argumenter) > 1 else 0.0
    senest = time.monotonic() + sekunder
    while not is_ready(port):
        if time.monotonic() >= senest:
            return 1
        time.sleep(PAUSE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
