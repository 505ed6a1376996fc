"""The process in which a file is read: `python -m ingest.readers.child`, with the file as standard input.

It has no more memory than allowed, may write no file, and outlives neither its parent nor its parent's patience. What
it found it prints as JSON, one part of the file a line; a refusal of the whole file is its last line.
"""

import ctypes
import json
import os
import resource
import signal
import sys

from ingest.readers import read
from ingest.readers.draft import Limits, Unreadable

PR_SET_PDEATHSIG = 1  # of linux/prctl.h


def die_with(parent: int) -> None:
    """Has the system end this process when its parent ends, be it by -9: nobody is left who waits for it."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before it could be asked
        sys.exit()


def main(name: str, limits: Limits, start: int) -> None:
    """Reads standard input from its `start`-th member on."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for part in read(name, sys.stdin.buffer.read(), limits, start, lambda member: _say({"entering": member})):
            _say(part.as_json())
    except Unreadable as error:
        _say({"refused": error.code, "detail": error.detail})
    except MemoryError:
        _say({"refused": "too_heavy", "detail": ""})
    else:
        _say({"over": True})


def _say(line: dict[str, object]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    task = json.loads(sys.argv[1])
    die_with(task["parent"])
    main(task["name"], Limits(**task["limits"]), task["start"])
