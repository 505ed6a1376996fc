"""The process in which a file is read: `python -m ingest.readers.child`, with the file as standard input.

It has no more memory than allowed, may write no file, and can't outlive its parent's patience. What it found it prints
as JSON, one part of the file a line; a refusal of the whole file is its last line.
"""

import json
import resource
import sys

from ingest.readers import read
from ingest.readers.draft import Limits, Unreadable


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
    main(task["name"], Limits(**task["limits"]), task["start"])
