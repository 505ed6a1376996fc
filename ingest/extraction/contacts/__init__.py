"""Finds the contacts of an analysed article."""

from ingest.extraction.contacts.read import read_contacts

__all__ = ["read_contacts"]
