"""The reports behind a fact, ready to be shown: grouped by who they go back to, copies folded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from django.utils.translation import gettext as _

from relations.choosing.sources import Source, passed_on, sources_of
from relations.evidence import Quote, date_words_of, quotes_of
from relations.folding import fold
from relations.models.article import Article
from relations.telling.choices import differs, outlet_of
from relations.telling.reasons import why_report
from relations.telling.said import said, said_by
from relations.telling.shown import values_of


@dataclass(frozen=True)
class Value:
    """What a report gives for one field; `differs` where the fact shows another value."""

    label: str
    text: str
    differs: bool = False


@dataclass(frozen=True)
class Evidence:
    """One report. `chain` are those through whom it came, the outlet first: empty where nobody passed it on.

    `why` says why it belongs to the fact, `since` is when it came to it, `is_read` whether the latest reading has it.
    """

    report: Any
    article: Article
    outlet: str
    quotes: list[Quote]
    values: list[Value]
    date_words: str
    chain: list[str]
    why: str
    since: datetime
    is_read: bool
    version: str


@dataclass
class Voice:
    """A report with the copies of its article's text, which add nothing to it."""

    item: Evidence
    copies: list[Evidence] = field(default_factory=list)


@dataclass
class Origin:
    """Reports that go back to one source, and its name."""

    name: str
    voices: list[Voice] = field(default_factory=list)

    @property
    def articles(self) -> int:
        items = [item for voice in self.voices for item in [voice.item, *voice.copies]]
        return len({item.article.pk for item in items})


def reports_of(fact: Any) -> list[Any]:
    """The fact's reports known at the moment asked for, with their articles and outlets."""
    return list(fact.identity.reports.select_related("article__outlet"))


def origins_of(fact: Any, reports: Sequence[Any]) -> list[Origin]:
    """The evidence by independent origin, in the order in which the origins were first heard of."""
    shown = _Shown.of(fact)
    origins: dict[str, Origin] = {}
    sources = sources_of(reports)
    seed = _seed(sources)
    for source in sources:
        origin = origins.setdefault(source.origin, Origin(_name(source)))
        item = _evidence(source.report, shown, seed)
        original = next((v for v in origin.voices if _is_copy(item.article, v.item.article)), None)
        if original:
            original.copies.append(item)
        else:
            origin.voices.append(Voice(item))
    return list(origins.values())


def _name(source: Source) -> str:
    """As the chain has it; an article without an outlet stands for itself."""
    chain = passed_on(source.report)
    return chain[-1] if chain else outlet_of(source.report.article)


def _is_copy(one: Article, other: Article) -> bool:
    return one.family == other.family and one.pk != other.pk


@dataclass(frozen=True)
class _Shown:
    """What the fact shows, as values and in words."""

    values: dict[str, Any]
    texts: dict[str, str]

    @classmethod
    def of(cls, fact: Any) -> Self:
        values = values_of(fact)
        return cls(values, {one.name: one.text for one in said(values)})


def _seed(sources: Sequence[Source]) -> Any:
    """The report that the others are compared with, as far as it is known which."""
    return next((source.report for source in sources if not source.report.why), None)


def _evidence(report: Any, shown: _Shown, seed: Any) -> Evidence:
    return Evidence(
        report=report,
        article=report.article,
        outlet=outlet_of(report.article),
        quotes=quotes_of(report),
        values=[
            Value(one.label, one.text, differs(one, report.values, shown.values, shown.texts.get(one.name, "")))
            for one in said_by(report)
            if one.text
        ],
        date_words=date_words_of(report),
        chain=_chain(report),
        why=why_report(report, is_first=report is seed),
        since=report.here_from,
        is_read=report.is_read or report.is_by_person,
        version=_("a person") if report.is_by_person else report.reader_version,
    )


def _chain(report: Any) -> list[str]:
    """ "Регнум ← CCTV ← Си Цзиньпин": the outlet, those it names as its sources, and who said it."""
    passed = passed_on(report)
    said_by = report.values.get("speaker") or ""
    speaker = [said_by] if said_by and fold(said_by) not in map(fold, passed) else []
    outlet = [outlet_of(report.article)] if report.article.outlet else []
    return [*outlet, *passed, *speaker] if passed else []
