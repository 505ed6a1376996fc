"""The evidence behind a fact: each report's sentences in their context, and what exactly that report says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from razdel import sentenize

from relations import wording
from relations.commodities import commodity_name
from relations.models.article import Article
from relations.models.fact import Report
from relations.places import place_name
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

# How far before and after a sentence its neighbours are looked for, in characters; longer ones are cut.
REACH = 280
# Sentences no farther apart than this are shown as one passage, with what stands between them.
BETWEEN = 300
# Some outlets glue paragraphs: "… сказал он.Ранее …" are two sentences as well.
GLUED = re.compile(r"(?<=[а-яё»)][.!?…])(?=[«А-ЯЁ])")


@dataclass(frozen=True)
class Piece:
    """A stretch of text. `role` is "" for plain text, "date" for the words that gave the date, "number" for a
    figure's own, "content" for a position's own, "context" for what stands between two sentences of evidence."""

    text: str
    role: str = ""


@dataclass(frozen=True)
class Quote:
    """Evidence as one passage, between the sentence before it and the sentence after it ("" at the text's ends).

    `sentences` are each in pieces; what stands between two of them is one piece of the role "context".
    """

    before: str
    sentences: list[list[Piece]]
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
    reports = fact.identity.reports.select_related("article__outlet")
    dated_first = sorted(reports, key=lambda r: (r.article.published is None, str(r.article.published), r.pk))
    shown = _shown(fact)
    return [_evidence(report, shown) for report in dated_first]


def _shown(fact: Any) -> dict[str, Any]:
    """The fact's own values under the reports' names, to see which report differs."""
    names = ("format", "status", "date", "date_end", "level", "place", "stance")
    return {name: getattr(fact, name) or None for name in names if hasattr(fact, name)}


def _evidence(report: Report, shown: dict[str, Any]) -> Evidence:
    values = report.values
    roles = list(_roles(report))
    words = values.get("date_words")
    chosen = dict(_said(values | shown))
    return Evidence(
        article=report.article,
        quotes=[_quote(report.article, spans, roles) for spans in _passages(report.spans)],
        values=[Value(label, text, chosen[label] != text) for label, text in _said(values) if text],
        date_words=report.article.text[slice(*words)] if words else "",
        relay=list(values.get("relay") or []),
        version=report.reader_version,
    )


def _passages(spans: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The sentences in the order of the text, those that stand near each other together."""
    passages: list[list[tuple[int, int]]] = []
    for start, end in sorted(spans):
        if passages and start - passages[-1][-1][1] <= BETWEEN:
            passages[-1].append((start, end))
        else:
            passages.append([(start, end)])
    return passages


def _roles(report: Report) -> Iterable[tuple[int, int, str]]:
    """The places within a report's sentences that carry more than the rest."""
    for name, role in (("date_words", "date"), ("words", "number")):
        if span := report.values.get(name):
            yield span[0], span[1], role
    if hasattr(report, "content_start"):
        yield report.content_start, report.content_end, "content"


def _quote(article: Article, spans: list[tuple[int, int]], roles: list[tuple[int, int, str]]) -> Quote:
    sentences, at = [], spans[0][0]
    for start, end in spans:
        if between := article.text[at:start]:
            sentences.append([Piece(between, "context")])
        sentences.append(pieces(article.text, max(start, at), end, roles))
        at = end
    return Quote(
        before=_sentence_before(article.text, spans[0][0]),
        sentences=sentences,
        after=_sentence_after(article.text, at),
        address=f"{article.get_absolute_url()}#{anchor(*spans[0])}",
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
    sentences = _split(text[max(0, start - REACH) : start])
    if not sentences:
        return ""
    is_cut = len(sentences) == 1 and start > REACH
    return "…\N{NO-BREAK SPACE}" + sentences[-1].partition(" ")[2] if is_cut else sentences[-1]


def _sentence_after(text: str, end: int) -> str:
    sentences = _split(text[end : end + REACH])
    if not sentences:
        return ""
    is_cut = len(sentences) == 1 and len(text) > end + REACH
    return sentences[0].rpartition(" ")[0] + "\N{NO-BREAK SPACE}…" if is_cut else sentences[0]


def _split(text: str) -> list[str]:
    found = [part for sentence in sentenize(text) for part in GLUED.split(sentence.text)]
    return [" ".join(part.split()) for part in found if part.strip()]


# --- What a report says, in words ------------------------------------------------------------------


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
        (_("Place"), place_name(values.get("place") or "")),
        (_("Participants"), wording.joined([p["name"] for p in values["participants"]], at_most=8)),
        (_("Others"), wording.joined([p["name"] for p in values.get("others", [])], at_most=8)),
    ]


def _figure_said(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Indicator"), _label(Indicator, values["indicator"])),
        (_("Commodity"), commodity_name(values.get("commodity") or "")),
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
