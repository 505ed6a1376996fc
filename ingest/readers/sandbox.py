"""Reads a file in a process of its own, with limits on memory and time: whatever is in it, the worker lives on."""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from ingest.readers.draft import Limits, Part, Refusal, Unreadable

ROOT = Path(__file__).resolve().parents[2]
MOST_DEATHS = 10  # members that may each end the reading process before the rest of the file is given up
CHUNK = 1 << 16  # bytes


class _Stopped(Exception):
    """The process died or was too slow; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_apart(name: str, file: IO[bytes], limits: Limits, start: int = 0) -> Iterator[Part]:
    """All that `file` (a file that the system has open) holds from its `start`-th member on, as it is found.

    A member that kills the process or takes too long is refused, and those after it are read by a new process.
    Raises Unreadable if the file as a whole is refused.
    """
    for _ in range(MOST_DEATHS):
        at = None
        try:
            for line in _lines(name, file, limits, start):
                if "entering" in line:
                    at = line["entering"]
                elif "refused" in line:
                    raise Unreadable(line["refused"], line["detail"])
                else:
                    yield Part.from_json(line)
        except _Stopped as stopped:
            if at is None:
                raise Unreadable(stopped.code) from stopped
            yield Part(at, 0, Refusal(stopped.code))
            start = at + 1
        else:
            return
    raise Unreadable("too_heavy")


def _lines(name: str, file: IO[bytes], limits: Limits, start: int) -> Iterator[dict[str, Any]]:
    """What the process prints, until it says that it is over; raises _Stopped if it never does."""
    file.seek(0)
    task = json.dumps({"name": name, "limits": asdict(limits), "start": start, "parent": os.getpid()})
    command = [sys.executable, "-W", "ignore", "-m", "ingest.readers.child", task]
    pipe = subprocess.PIPE
    process: Any = subprocess.Popen(command, cwd=ROOT, stdin=file, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        for data in _printed(process.stdout.fileno(), limits.seconds):
            line = json.loads(data)
            if line == {"over": True}:
                return
            yield line
            if "refused" in line:
                return
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
    raise _Stopped("too_heavy")


def _printed(source: int, seconds: int) -> Iterator[bytes]:
    """Line by line; raises _Stopped when the next one takes longer than allowed."""
    rest = b""
    with selectors.DefaultSelector() as ready:
        ready.register(source, selectors.EVENT_READ)
        while True:
            if not ready.select(seconds):
                raise _Stopped("too_slow")
            chunk = os.read(source, CHUNK)
            if not chunk:
                return
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
