"""Who is spoken of where."""

from ingest.extraction.document import Document, Mention
from ingest.extraction.gazetteer import Gazetteer


def find_mentions(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Every mention of an actor, in the order of the text."""
    return []
