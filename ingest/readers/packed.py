"""Files that are zips (docx, odt, xlsx, zip itself): what they say of their size is checked before they are opened."""

import io
import zipfile

from ingest.readers.draft import Limits, Unreadable


def opened_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The zip, whose members unpack to no more than allowed; `zipfile` holds each to the size it declares.

    Raises Unreadable for what is no zip, too large when unpacked, or locked with a password.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("damaged") from error
    if sum(member.file_size for member in packed.infolist()) > limits.expanded:
        raise Unreadable("expands")
    if len({member.header_offset for member in packed.infolist()}) < len(packed.infolist()):
        raise Unreadable("damaged")  # members that share their bytes: a bomb's way of multiplying
    return packed


def check_office(data: bytes, limits: Limits) -> None:
    """Raises Unreadable unless the file is a packed office document within the limits."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # the old binary formats; so are newer ones with a password
        raise Unreadable("old_office")
    packed = opened_zip(data, limits)
    if any(member.flag_bits & 0x1 for member in packed.infolist()):
        raise Unreadable("encrypted")
