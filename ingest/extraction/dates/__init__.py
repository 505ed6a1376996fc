"""Dates and periods as news writes them, resolved against the day the article was written."""

from ingest.extraction.dates.dateline import Dateline, find_dateline
from ingest.extraction.dates.find import find_dates
from ingest.extraction.dates.found import FoundDate
from ingest.extraction.dates.reference import reference_day

__all__ = ["Dateline", "FoundDate", "find_dateline", "find_dates", "reference_day"]
