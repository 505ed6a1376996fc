"""Fetches public pages and feeds, and nothing that is not public."""

from ingest.fetching.client import Fetched, FetchRefused, fetch

__all__ = ["FetchRefused", "Fetched", "fetch"]
