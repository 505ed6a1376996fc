"""OpenDocument texts (.odt)."""

import io
from collections.abc import Iterator

from ingest.readers.draft import Draft, Limits
from ingest.readers.packed import check_office


def read_opendocument(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article: headings and paragraphs in their order."""
    check_office(data, limits)
    from odf import teletype
    from odf.namespaces import TEXTNS
    from odf.opendocument import load

    body = load(io.BytesIO(data)).text
    wanted = {(TEXTNS, "h"), (TEXTNS, "p")}
    yield Draft("\n".join(teletype.extractText(node) for node in _walk(body) if node.qname in wanted))


def _walk(node: object) -> Iterator[object]:
    """Every element below, in document order; no recursion, as nesting is the file's to choose."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if hasattr(found, "qname"):
            yield found
        waiting += reversed(getattr(found, "childNodes", ()))
