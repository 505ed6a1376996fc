"""When two reports quote the same trade figure: the same thing measured, for the same period, within rounding."""

import re
from datetime import date, timedelta
from typing import Any

from relations.calendar import period_bounds
from relations.merging.keys import hashed
from relations.merging.terms import Sameness, Terms
from relations.vocabulary import FactKind

# A figure without a period (a contract's yearly volume) is the same figure only in the news of the same weeks.
SAME_NEWS = timedelta(days=31)
_WRITTEN = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,](\d+))?")


def step_of(value: float | None, words: str) -> float:
    """How finely a number is written, in its own unit: "240,1 млрд" is written to 0.1 billion.

    Numbers in letters, and those that `words` does not hold, count as written to two digits.
    """
    if not value:
        return 0.0
    if written := _WRITTEN.search(words):
        shown = float(re.sub(r"[^\d.]", "", written.group().replace(",", ".")))
        if shown:
            return abs(value) / shown * 10.0 ** -len(written.group(1) or "")
    magnitude = 10.0 ** (len(str(int(abs(value)))) - 1) if abs(value) >= 1 else 0.1
    return magnitude / 10


def is_rounding_of(told: float, step: float, value: float, *, at_least: bool = False) -> bool:
    """Whether the number told, written as finely as `step`, and a value of which only its digits are known can be one.

    `at_least` says that it is told as a lower bound.
    """
    if at_least:
        return told <= value <= told + step
    digits = f"{abs(value):.0f}"
    round_to = min(len(digits) - len(digits.rstrip("0")), len(digits) - 3)  # "240 billion" is written to three digits
    own = 10.0**round_to if value == int(value) and round_to >= 0 else 0.0
    return abs(told - value) <= max(step, own) / 2 * (1 + 1e-6)


def room_above(value: float) -> float:
    """How much more "more than 240 billion" may be: up to the next number as round, 250."""
    digits = f"{abs(value):.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def terms_of(
    values: dict[str, Any], words: str, family: str, published: date | None, *, at_least: bool = False
) -> Terms:
    """The terms of a figure's report; `words` are the number as written, `family` the article and its copies.

    `at_least` says that it is told as a lower bound.
    """
    first, last = period_bounds(values["period"] or "")
    known = first is not None and last is not None
    measured = [values["indicator"], values["commodity"] or "", values["unit"] or "", values["status"]]
    kept: dict[str, Any] = {
        "value": values["value"],
        "step": step_of(values["value"], words),
        "change": values["change_pct"],
        "change_step": step_of(values["change_pct"], words if values["value"] is None else ""),
    }
    if at_least and values["value"]:
        kept |= {"step": room_above(values["value"]), "at_least": True}
    if known:
        block = hashed(*measured, values["period"])
    else:
        block = hashed(*measured, "without period") if published else hashed(*measured, family)
        first = last = published
    rank = [values["value"] is None, kept["step"], values["change_pct"] is None, -abs(values["value"] or 0)]
    return Terms(FactKind.TRADE, block, first, last, kept | {"dated": known}, rank=rank)


def same(a: Terms, b: Terms) -> Sameness | None:
    """Whether the two quote the same figure; None if not."""
    if not a.values["dated"] and not _same_news(a, b):
        return None
    value = _within_rounding(a, b, "value", "step")
    change = _within_rounding(a, b, "change", "change_step")
    if value is False or change is False or (value is None and change is None):
        return None
    reasons = ("value" if value else "change", "period" if a.values["dated"] else "same_news")
    return Sameness(reasons, (bool(value), bool(change), -_distance(a, b)))


def _same_news(a: Terms, b: Terms) -> bool:
    if a.first is None or b.first is None:
        return a.block == b.block
    return abs(a.first - b.first) <= SAME_NEWS


def _within_rounding(a: Terms, b: Terms, name: str, step: str) -> bool | None:
    """Whether one is the other rounded, or within its bound; None where one of them does not say."""
    if a.values[name] is None or b.values[name] is None:
        return None
    if name == "value" and (a.values.get("at_least") or b.values.get("at_least")):
        (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
        return low_a <= high_b and low_b <= high_a
    coarser = max(a.values[step], b.values[step])
    return abs(a.values[name] - b.values[name]) <= coarser / 2 * (1 + 1e-6)


def _range(terms: Terms) -> tuple[float, float]:
    """Between what values the figure lies, as it is written."""
    value, step = terms.values["value"], terms.values["step"]
    return (value, value + step) if terms.values.get("at_least") else (value - step / 2, value + step / 2)


def _distance(a: Terms, b: Terms) -> float:
    if a.values["value"] is None or b.values["value"] is None:
        return 0.0
    return abs(a.values["value"] - b.values["value"])
