"""Periphrases, bare offices and pronouns: whom they stand for."""

from ingest.extraction.document import Document, Mention
from ingest.extraction.persons import Roster


def resolve(document: Document, mentions: list[Mention], roster: Roster) -> list[Mention]:
    """The mentions together with those that only the context explains."""
    return mentions
