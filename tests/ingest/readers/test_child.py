"""The process that reads a file does not outlive the worker that started it."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from ingest.readers.draft import Limits
from ingest.readers.sandbox import ROOT
from tests.ingest.conftest import wait_until

# Starts the reading process as the sandbox does, says its id and waits for it.
WORKER = """
import json, os, subprocess, sys
task = json.loads(sys.argv[1]) | {"parent": os.getpid()}
child = subprocess.Popen([sys.executable, "-m", "ingest.readers.child", json.dumps(task)])
print(child.pid, flush=True)
child.wait()
"""


def is_gone(pid: int) -> bool:
    """Whether the process has ended; one that nobody has asked about stays as a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_the_reading_process_ends_with_its_worker() -> None:
    source, never_closed = os.pipe()  # a file whose end never comes
    task = json.dumps({"name": "a.txt", "limits": asdict(Limits()), "start": 0})
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, task], cwd=ROOT, stdin=source, stdout=subprocess.PIPE, text=True
    )
    child = int(worker.stdout.readline())
    assert not is_gone(child)

    worker.kill()
    worker.wait()

    wait_until(lambda: is_gone(child))
    worker.stdout.close()
    for end in (source, never_closed):
        os.close(end)
