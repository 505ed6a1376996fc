"""Finds trade in an analysed article."""

from ingest.extraction.document import Document


def read_trade(document: Document) -> tuple:
    return ()
