"""The terms of a report: what decides which fact it belongs to."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from relations.merging.keys import hashed


@dataclass(frozen=True, slots=True)
class Terms:
    """`block` is what reports of one fact share at least; `first` and `last` bound the days (of the event, of the
    period, or of publication) among which reports of the same fact are looked for; None means nowhere but in the
    same block. `values` are the rest, JSON-ready; `rank` puts the more specific first. `key` is the same for
    reports whose terms are the same."""

    kind: str
    block: str
    first: date | None
    last: date | None
    values: dict[str, Any]
    rank: list[Any] = field(default_factory=list)
    key: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", self._made_key())

    def _made_key(self) -> str:
        return hashed(self.kind, self.block, self.first, self.last, json.dumps(self.values, sort_keys=True))

    def stored(self) -> dict[str, Any]:
        """As the columns of a report or pin."""
        columns = {name: getattr(self, name) for name in ("key", "block", "first", "last")}
        return columns | {"terms": self.values | {"rank": self.rank}}

    @classmethod
    def of(cls, kind: str, row: Any) -> Self:
        """The terms of a stored report or pin."""
        values = {name: value for name, value in row.terms.items() if name != "rank"}
        return cls(kind, row.block, row.first, row.last, values, row.terms.get("rank", []), row.key)


@dataclass(frozen=True, slots=True)
class Sameness:
    """Two reports speak of the same fact: why, and how closely they agree (more is closer)."""

    reasons: tuple[str, ...]
    closeness: tuple[float, ...] = ()
