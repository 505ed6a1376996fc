"""From a file's bytes to its text: one reader for each kind of file, chosen by the suffix of its name."""

from collections.abc import Callable
from pathlib import PurePosixPath

from ingest.jobs import Refused
from ingest.readers.plain import read_plain
from ingest.vocabulary import Reason

READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": read_plain,
}


def suffix_of(name: str) -> str:
    """The suffix that decides on the reader, in lower case."""
    return PurePosixPath(name).suffix.lower()


def read_bytes(name: str, data: bytes) -> str:
    """The text of a file; raises Refused if its kind is unknown or no text can be had from it."""
    reader = READERS.get(suffix_of(name))
    if reader is None:
        raise Refused(Reason.UNKNOWN_TYPE)
    text = reader(data)
    if not text.strip():
        raise Refused(Reason.EMPTY)
    return text
