"""Figures of economic exchange between Russia and China."""

from ingest.extraction.trade.read import read_trade

__all__ = ["read_trade"]
