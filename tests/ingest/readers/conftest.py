"""Readers as the worker runs them: in a process of their own."""

import tempfile
from collections.abc import Callable

import pytest

from ingest.readers.draft import Draft, Limits, Part, Refusal
from ingest.readers.sandbox import read_apart

ReadApart = Callable[..., list[Part]]


@pytest.fixture
def read_parts() -> ReadApart:
    """All parts of a file; raises Unreadable if it is refused as a whole."""

    def run(name: str, data: bytes, limits: Limits = Limits(), start: int = 0) -> list[Part]:  # noqa: B008
        with tempfile.TemporaryFile() as file:
            file.write(data)
            file.flush()
            return list(read_apart(name, file, limits, start))

    return run


@pytest.fixture
def read_drafts(read_parts: ReadApart) -> Callable[..., list[Draft | Refusal]]:
    """The outcomes of a file, without where in it they were."""
    return lambda *args, **options: [part.outcome for part in read_parts(*args, **options)]
