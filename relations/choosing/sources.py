"""Where reports come from: which are official, and which go back to one origin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from relations.folding import fold
from relations.vocabulary import OutletKind


@dataclass(frozen=True, slots=True)
class Source:
    """A report as one voice: its values, and whose voice it is. `origin` is the same for copies and relays."""

    values: dict[str, Any]
    origin: str
    official: bool
    published: date | None
    order: tuple[Any, ...]
    report: Any


def sources_of(reports: Sequence[Any]) -> list[Source]:
    """The reports with their origins, the earliest published first."""
    heads: dict[str, Any] = {}
    for report in sorted(reports, key=lambda report: (not passed_on(report), _order(report))):
        heads.setdefault(report.article.family, report)
    return [
        Source(
            report.values,
            _origin(report, heads[report.article.family]),
            _is_official(report),
            report.article.published,
            _order(report),
            report,
        )
        for report in sorted(reports, key=_order)
    ]


def _order(report: Any) -> tuple[Any, ...]:
    """Dated before undated, earlier before later; the text itself settles the rest."""
    published = report.article.published
    return published is None, published or date.max, report.article.text_hash, report.start, report.end, report.key


def _origin(report: Any, head: Any) -> str:
    """The last of those who passed it on; else the outlet of the article, or of the one it is a copy of.

    `head` is the first report of the copies of its text, before all one that says who passed it on.
    """
    relay = passed_on(report) or passed_on(head)
    if relay:
        return fold(relay[-1])
    return fold(head.article.outlet.name) if head.article.outlet else head.article.text_hash


def passed_on(report: Any) -> list[str]:
    """Through whom the outlet has it, the nearest to the outlet first; its own name is left out."""
    own = fold(report.article.outlet.name) if report.article.outlet else ""
    return [name for name in report.values.get("relay") or [] if fold(name) != own]


def _is_official(report: Any) -> bool:
    outlet = report.article.outlet
    return outlet is not None and outlet.kind == OutletKind.OFFICIAL
