"""Filters kept in the address: what may be asked, what was asked, and the chips that change it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

# Longer values are nobody's honest choice; they are not even compared.
LONGEST = 40


@dataclass(frozen=True)
class Facet:
    """One thing to filter by: its name in the address, what the chip says when idle, and the values allowed."""

    name: str
    idle: Any
    choices: Iterable[tuple[str, Any]]
    lookup: str


@dataclass(frozen=True)
class Option:
    label: Any
    address: str
    chosen: bool


@dataclass(frozen=True)
class Chip:
    """A facet as shown: its label, its options as addresses, and the address without it ("" when idle)."""

    name: str
    label: Any
    options: list[Option]
    without: str


class Filters:
    """What a request asks for. A value outside the facet's choices is left out and listed in `ignored`."""

    def __init__(self, params: QueryDict, facets: Iterable[Facet]) -> None:
        self._facets = [(facet, [(str(value), label) for value, label in facet.choices]) for facet in facets]
        self.values: dict[str, str] = {}
        self.ignored: list[str] = []
        for facet, choices in self._facets:
            given = params.get(facet.name, "")
            if len(given) <= LONGEST and given in dict(choices):
                self.values[facet.name] = given
            elif given:
                self.ignored.append(facet.name)

    def __bool__(self) -> bool:
        return bool(self.values)

    def apply(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that match every chosen value."""
        wanted = {facet.lookup: self.values[facet.name] for facet, _ in self._facets if facet.name in self.values}
        return rows.filter(**wanted)

    @property
    def query(self) -> str:
        """The chosen values as they stand in the address, without the page: "format=call&year=2024"."""
        return _query(self.values)

    @property
    def chips(self) -> list[Chip]:
        """One chip for each facet that has something to choose."""
        return [self._chip(facet, choices) for facet, choices in self._facets if choices]

    def _chip(self, facet: Facet, choices: list[tuple[str, Any]]) -> Chip:
        chosen = self.values.get(facet.name)
        others = {name: value for name, value in self.values.items() if name != facet.name}
        options = [
            Option(label, "?" + _query(others | {facet.name: value}), value == chosen) for value, label in choices
        ]
        label = dict(choices)[chosen] if chosen else facet.idle
        return Chip(facet.name, label, options, "?" + _query(others) if chosen else "")


def _query(values: dict[str, str]) -> str:
    params = QueryDict(mutable=True)
    params.update(values)
    return params.urlencode()
