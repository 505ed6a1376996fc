"""Word documents (.docx)."""

import io
from collections.abc import Iterator

from ingest.readers.draft import Draft, Limits
from ingest.readers.packed import check_office


def read_word(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article: paragraphs and tables in their order."""
    check_office(data, limits)
    import docx
    from docx.table import Table

    blocks = docx.Document(io.BytesIO(data)).iter_inner_content()
    lines = [line for block in blocks for line in (_rows(block) if isinstance(block, Table) else [block.text])]
    yield Draft("\n".join(lines))


def _rows(table: object) -> list[str]:
    return ["\t".join(cell.text for cell in row.cells) for row in table.rows]  # type: ignore[attr-defined]
