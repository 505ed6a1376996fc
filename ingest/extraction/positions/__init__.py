"""Positions: who is reported to have said what, on what and with what stance."""

from ingest.extraction.positions.reading import read_positions

__all__ = ["read_positions"]
