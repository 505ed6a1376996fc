"""What choosing gives: the columns of a fact, who belongs to it, and the reason for each value."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Chosen:
    """`columns` of the fact's row; `people` as (key, side, post); `topics` of a position; `reasons` by field."""

    columns: dict[str, Any]
    reasons: dict[str, str]
    disputed: bool = False
    people: tuple[tuple[str, str, str], ...] = ()
    topics: tuple[str, ...] = field(default=())
