"""The rule by which one of several values is chosen."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from relations.choosing.sources import Source


@dataclass(slots=True)
class _Option:
    value: Any
    official: bool = False
    exactness: float = float("inf")
    origins: set[str] = field(default_factory=set)

    @property
    def rank(self) -> tuple[bool, float, int]:
        return not self.official, self.exactness, -len(self.origins)


# Why a value goes before the next best, by the place in the rank that decides.
_REASONS = ("official", "precision", "origins")


def choose(said: Iterable[tuple[Any, float, Source]]) -> tuple[Any, str]:
    """The value to show, and why: "only" where nobody says another, else what decided.

    `said` are values (None where a source does not say), how exact each is (less is more exact) and who says so.
    Returns (None, "") if nobody says any.
    """
    options: dict[str, _Option] = {}
    for value, exactness, source in said:
        if value is None:
            continue
        option = options.setdefault(json.dumps(value, ensure_ascii=False, sort_keys=True), _Option(value))
        option.official |= source.official
        option.exactness = min(option.exactness, exactness)
        option.origins.add(source.origin)
    ranked = [option for _, option in sorted(options.items(), key=lambda pair: (pair[1].rank, pair[0]))]
    if not ranked:
        return None, ""
    if len(ranked) == 1:
        return ranked[0].value, "only"
    pairs = zip(_REASONS, ranked[0].rank, ranked[1].rank, strict=True)
    return ranked[0].value, next((why for why, best, next_best in pairs if best != next_best), "order")
