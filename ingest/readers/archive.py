"""Zip archives: each file in them is read like one that came alone; nothing is ever unpacked to disk."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from ingest.readers.draft import Draft, Limits, Refusal, Unreadable
from ingest.readers.packed import opened_zip

ReadFile = Callable[[str, bytes, Limits], Iterator[Draft | Refusal]]
UTF8_NAME = 0x800  # the flag of a member whose name is UTF-8 (PKWARE's APPNOTE 4.4.4, bit 11)


def read_archive(data: bytes, limits: Limits, read_file: ReadFile) -> Iterator[Iterator[Draft | Refusal]]:
    """For each file in the archive, its outcomes. Raises Unreadable if the archive as a whole is refused."""
    packed = opened_zip(data, limits)
    members = [member for member in packed.infolist() if not _is_clutter(member)]
    if len(members) > limits.articles:
        raise Unreadable("too_many")
    if not members:
        raise Unreadable("empty")
    for member in members:
        yield _outcomes(packed, member, limits, read_file)


def _outcomes(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, read_file: ReadFile
) -> Iterator[Draft | Refusal]:
    name = _name_of(member)
    path = _path(name)
    if path.is_absolute() or ".." in path.parts:
        yield Refusal("unsafe_name", name=name)
    elif path.suffix.lower() == ".zip":
        yield Refusal("nested", name=name)
    elif member.flag_bits & 0x1:
        yield Refusal("encrypted", name=name)
    else:
        try:
            data = packed.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
            yield Refusal("damaged", name=name)
        else:
            yield from read_file(name, data, limits)


def _is_clutter(member: zipfile.ZipInfo) -> bool:
    """Folders, and what file managers leave behind."""
    parts = _path(member.filename).parts
    return member.is_dir() or not parts or parts[0] == "__MACOSX" or parts[-1].startswith(".")


def _path(name: str) -> PurePosixPath:
    """The name as a path, whichever system's slashes it has."""
    return PurePosixPath(name.replace("\\", "/"))


def _name_of(member: zipfile.ZipInfo) -> str:
    """The member's name; without the UTF-8 flag, Russian Windows writes it in CP866, which `zipfile` reads as CP437."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return member.filename
