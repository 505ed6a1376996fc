"""From a file's bytes to drafts of articles: one reader for each kind of file, chosen by the suffix of its name.

Plain Python, without Django: readers run in a process of their own, with limits (`ingest.readers.sandbox`).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from ingest.readers.archive import read_archive
from ingest.readers.draft import Draft, Limits, Part, Refusal, Unreadable
from ingest.readers.feed import read_feed
from ingest.readers.mail import read_mail
from ingest.readers.opendocument import read_opendocument
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_plain
from ingest.readers.records import read_records
from ingest.readers.rtf import read_rtf
from ingest.readers.tables import read_csv, read_workbook
from ingest.readers.web import read_web
from ingest.readers.word import read_word

Reader = Callable[[bytes, Limits], Iterator[Draft | Refusal]]

ONE: dict[str, Reader] = {
    ".txt": read_plain,
    ".html": read_web,
    ".htm": read_web,
    ".docx": read_word,
    ".odt": read_opendocument,
    ".rtf": read_rtf,
    ".pdf": read_pdf,
    ".eml": lambda data, limits: read_mail(data, limits, _read_attached),
}
MANY: dict[str, Reader] = {".csv": read_csv, ".xlsx": read_workbook, ".jsonl": read_records}
SUFFIXES = (*ONE, *MANY, ".zip")
FEED = ".feed"  # not for files that are handed in: what a feed's address gave


def suffix_of(name: str) -> str:
    """The suffix that decides on the reader, in lower case."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def has_members(name: str) -> bool:
    """Whether a file of this name may hold several articles."""
    return suffix_of(name) in (*MANY, ".zip", ".eml")


def read(
    name: str, data: bytes, limits: Limits, start: int = 0, entering: Callable[[int], None] = lambda member: None
) -> Iterator[Part]:
    """All that a file holds, from its `start`-th member on; `entering` is told of each member before it is read.

    Raises Unreadable if the file as a whole is refused; parts of it that are no articles are `Refusal`s.
    """
    suffix = suffix_of(name)
    if not data:
        raise Unreadable("empty")
    if suffix == ".zip":
        members = read_archive(data, limits, _read_member)
    elif suffix == FEED:
        members = ([entry] for entry in _guarded(read_feed, data, limits))
    elif suffix in MANY:
        members = ([outcome] for outcome in _guarded(MANY[suffix], data, limits))
    elif suffix in ONE:
        members = iter([_guarded(ONE[suffix], data, limits)])
    else:
        raise Unreadable("unknown_type")
    for member, outcomes in enumerate(members):
        if member >= start:
            entering(member)
            for part, outcome in enumerate(outcomes):
                yield Part(member, part, _within(outcome, limits))


def _guarded(reader: Reader, data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """What the reader gives; whatever its library trips over, the file is damaged."""
    try:
        yield from reader(data, limits)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise Unreadable("damaged", type(error).__name__) from error


def _within(outcome: Draft | Refusal, limits: Limits) -> Draft | Refusal:
    """The outcome, or why its text can't be taken."""
    if isinstance(outcome, Refusal):
        return outcome
    if not outcome.text.strip():
        return Refusal("empty", name=outcome.name)
    if len(outcome.text.encode("utf-8", "replace")) > limits.text:
        return Refusal("too_large", name=outcome.name)
    return outcome


def _read_member(name: str, data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """A file within an archive; what is wrong with it spares the others."""
    yield from _read_within({**ONE, **MANY}, name, data, limits)


def _read_attached(name: str, data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    """A file attached to an e-mail; another e-mail in it is not opened."""
    readers = {suffix: reader for suffix, reader in {**ONE, **MANY}.items() if suffix != ".eml"}
    yield from _read_within(readers, name, data, limits)


def _read_within(readers: dict[str, Reader], name: str, data: bytes, limits: Limits) -> Iterator[Draft | Refusal]:
    reader = readers.get(suffix_of(name))
    if reader is None:
        yield Refusal("unknown_type", name=name)
        return
    try:
        for outcome in _guarded(reader, data, limits):
            yield replace(outcome, name=f"{name}: {outcome.name}" if outcome.name else name)
    except Unreadable as error:
        yield Refusal(error.code, error.detail, name)
