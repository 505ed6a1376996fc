"""PDF files that hold text; pictures of pages are said to be that."""

import io
from collections.abc import Iterator

from ingest.readers.draft import Draft, Limits, Unreadable
from ingest.readers.lines import unwrapped


def read_pdf(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article: the text of all pages, its lines joined into paragraphs again."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        file = PdfReader(io.BytesIO(data))
        if len(file.pages) > limits.pages:
            raise Unreadable("pages")
        text = "\n\n".join(page.extract_text() for page in file.pages)
    except FileNotDecryptedError as error:
        raise Unreadable("encrypted") from error
    if not text.strip():
        raise Unreadable("scanned")
    yield Draft(unwrapped(text))
