"""Rich text (.rtf)."""

from collections.abc import Iterator

from ingest.readers.draft import Draft, Limits, Unreadable


def read_rtf(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article; letters outside ASCII are in the code page that the file names, windows-1251 if it names none."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("damaged")
    yield Draft(rtf_to_text(data.decode("cp1251", errors="replace"), encoding="cp1251", errors="replace"))
