"""The values of a trade figure, chosen from its reports."""

from collections.abc import Sequence
from typing import Any

from relations.calendar import period_bounds
from relations.choosing.chosen import Chosen
from relations.choosing.rule import choose
from relations.choosing.sources import sources_of


def choose_figure(reports: Sequence[Any], corrections: dict[str, Any]) -> Chosen:
    """The figure's values; `corrections` are the fields a person set, in the form of a report's values."""
    sources = sources_of(reports)
    shown: dict[str, Any] = {}
    reasons = {}
    for name in ("indicator", "status", "commodity", "unit", "period"):
        shown[name], reasons[name] = choose((s.values[name], 0, s) for s in sources)
    for name, step in (("value", "step"), ("change_pct", "change_step")):
        shown[name], reasons[name] = choose((s.values[name], s.report.terms[step], s) for s in sources)
    shown |= corrections
    reasons |= dict.fromkeys(corrections, "person")
    columns = shown | {name: shown[name] or "" for name in ("commodity", "unit", "period")}
    columns["period_start"], columns["period_end"] = period_bounds(columns["period"])
    return Chosen(columns, reasons)
