"""The evidence behind a fact: each report's sentences in their context, and what exactly that report says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from razdel import sentenize

from relations import wording
from relations.models.article import Article
from relations.models.fact import Report
from relations.vocabulary import (
    ContactFormat,
    ContactStatus,
    FigureStatus,
    Indicator,
    Level,
    PositionKind,
    Stance,
    Topic,
)

# How far before and after a sentence its neighbours are looked for, in characters.
REACH = 600


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `role` is "" for plain text, "date" for the words that gave the date, "content" for
    a position's own words, "number" for a figure."""

    text: str
    role: str = ""


@dataclass(frozen=True)
class Quote:
    """A sentence as evidence, between the sentence before it and the sentence after it ("" where there is none)."""

    before: str
    pieces: list[Piece]
    after: str
    address: str


@dataclass(frozen=True)
class Value:
    """What a report gives for one field; `differs` where the fact shows another value."""

    label: str
    text: str
    differs: bool = False


@dataclass(frozen=True)
class Evidence:
    """One report, ready to be shown."""

    article: Article
    quotes: list[Quote]
    values: list[Value]
    date_words: str
    relay: list[str]
    version: str


def anchor(start: int, end: int) -> str:
    """The id of a sentence on its article's page."""
    return f"s-{start}-{end}"


def address(report: Report) -> str:
    """Where the report's first sentence stands, highlighted: the article's page at that sentence."""
    return f"{report.article.get_absolute_url()}#{anchor(report.start, report.end)}"


def evidence_of(fact: Any) -> list[Evidence]:
    """The evidence of a fact, earliest article first; undated articles last."""
    reports = fact.reports.select_related("article__outlet")
    dated_first = sorted(reports, key=lambda r: (r.article.published is None, str(r.article.published), r.pk))
    shown = _agreed(dated_first)
    return [_evidence(report, shown) for report in dated_first]


def _evidence(report: Report, shown: dict[str, str]) -> Evidence:
    values = report.values
    roles = list(_roles(report))
    words = values.get("date_words")
    return Evidence(
        article=report.article,
        quotes=[_quote(report.article, start, end, roles) for start, end in report.spans],
        values=[Value(label, text, shown.get(label, text) != text) for label, text in _said(values) if text],
        date_words=report.article.text[slice(*words)] if words else "",
        relay=list(values.get("relay") or []),
        version=report.reader_version,
    )


def _roles(report: Report) -> Iterable[tuple[int, int, str]]:
    """The places within a report's sentences that carry more than the rest."""
    for name, role in (("date_words", "date"), ("words", "number")):
        if span := report.values.get(name):
            yield span[0], span[1], role
    if hasattr(report, "content_start"):
        yield report.content_start, report.content_end, "content"


def _quote(article: Article, start: int, end: int, roles: list[tuple[int, int, str]]) -> Quote:
    return Quote(
        before=_sentence_before(article.text, start),
        pieces=pieces(article.text, start, end, roles),
        after=_sentence_after(article.text, end),
        address=f"{article.get_absolute_url()}#{anchor(start, end)}",
    )


def pieces(text: str, start: int, end: int, roles: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """`text[start:end]` cut at the places that have a role; where two overlap, the earlier one keeps its part."""
    cut, at = [], start
    for first, last, role in sorted(roles):
        first, last = max(first, at), min(last, end)
        if first < last:
            cut += [Piece(text[at:first])] if at < first else []
            cut.append(Piece(text[first:last], role))
            at = last
    return cut + ([Piece(text[at:end])] if at < end else [])


def _sentence_before(text: str, start: int) -> str:
    window = text[max(0, start - REACH) : start].rsplit("\n\n", 1)[-1].rstrip()
    sentences = [sentence.text for sentence in sentenize(window)]
    return " ".join(sentences[-1].split()) if sentences else ""


def _sentence_after(text: str, end: int) -> str:
    window = text[end : end + REACH].lstrip()
    first = next(sentenize(window), None)
    return " ".join(first.text.split()) if first else ""


# --- What a report says, in words ------------------------------------------------------------------


def _agreed(reports: list[Report]) -> dict[str, str]:
    """For each field, what most reports give; the earliest article's value where they are even."""
    given: dict[str, list[str]] = {}
    for report in reports:
        for label, text in _said(report.values):
            if text:
                given.setdefault(label, []).append(text)
    return {label: max(texts, key=texts.count) for label, texts in given.items()}


def _said(values: dict[str, Any]) -> list[tuple[str, str]]:
    """A report's values as labels and words; what the article leaves open is "" here."""
    if "participants" in values:
        return _contact_said(values)
    return _figure_said(values) if "indicator" in values else _position_said(values)


def _contact_said(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Format"), _label(ContactFormat, values["format"])),
        (_("Status"), _label(ContactStatus, values["status"])),
        (_("Date"), wording.iso_range(values["date"] or "", values["date_end"] or "")),
        (_("Level"), _label(Level, values.get("level"))),
        (_("Place"), values.get("place") or ""),
        (_("Participants"), wording.joined([p["name"] for p in values["participants"]], at_most=8)),
        (_("Others"), wording.joined([p["name"] for p in values.get("others", [])], at_most=8)),
    ]


def _figure_said(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Indicator"), _label(Indicator, values["indicator"])),
        (_("Commodity"), values.get("commodity") or ""),
        (_("Value"), wording.amount(values["value"], values["unit"] or "")),
        (_("Change"), wording.change(values["change_pct"])),
        (_("Period"), wording.period(values["period"] or "")),
        (_("Status"), _label(FigureStatus, values["status"])),
        (_("Speaker"), values.get("speaker") or ""),
    ]


def _position_said(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Speaker"), values["speaker"]),
        (_("Post"), values.get("post") or ""),
        (_("Kind"), _label(PositionKind, values["kind"])),
        (_("Stance"), _label(Stance, values["stance"])),
        (_("Topics"), ", ".join(_label(Topic, topic) for topic in values["topics"])),
        (_("Rendered by"), values.get("rendered_by") or ""),
    ]


def _label(choices: Any, value: str | None) -> str:
    return str(dict(choices.choices).get(value, value or ""))
