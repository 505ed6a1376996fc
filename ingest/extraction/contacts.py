"""Finds contacts in an analysed article."""

from ingest.extraction.document import Document


def read_contacts(document: Document) -> tuple:
    return ()
