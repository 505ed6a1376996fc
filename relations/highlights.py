"""An article prepared for reading: paragraphs, its sentences that report facts, and the notes beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from relations.evidence import Piece, anchor, pieces
from relations.knowledge import known_facts
from relations.models import Article, Contact, Position, TradeFigure
from relations.sentences import paragraph_bounds


@dataclass
class Note:
    """A fact in the margin: its kind ("contact", "trade", "position"), the fact itself, and its sentence's id."""

    kind: str
    fact: Any
    anchor: str


@dataclass
class Stretch:
    """A stretch of a paragraph: plain text, or a sentence behind facts.

    `id` is the sentence's own, `anchors` are those of other spans that begin in it, `kinds` are the
    kinds of facts it reports, "" for plain text.
    """

    pieces: list[Piece]
    id: str = ""
    anchors: list[str] = field(default_factory=list)
    kinds: str = ""


@dataclass
class Paragraph:
    """`start` is where it begins in the article's text."""

    start: int
    stretches: list[Stretch]
    notes: list[Note]


@dataclass
class _Mark:
    """What a report marks: its sentences, and the place within them that carries its own words."""

    kind: str
    fact: Any
    spans: list[tuple[int, int]]
    roles: list[tuple[int, int, str]]


def paragraphs(article: Article) -> list[Paragraph]:
    """The article's paragraphs with their notes; a few queries, however many facts there are."""
    marks = list(_marks(article))
    return [_paragraph(article.text, start, end, marks) for start, end in paragraph_bounds(article.text)]


def _marks(article: Article) -> Iterator[_Mark]:
    for report, contact in _shown(article.contactreports, Contact, "participations__actor"):
        words = report.values.get("date_words")
        yield _Mark("contact", contact, _spans(report), [(*words, "date")] if words else [])
    for report, figure in _shown(article.tradereports, TradeFigure):
        words = report.values.get("words")
        yield _Mark("trade", figure, _spans(report), [(*words, "number")] if words else [])
    for report, position in _shown(article.positionreports, Position, "speaker", "topic_rows"):
        content = (report.content_start, report.content_end, f"content {position.side}")
        yield _Mark("position", position, _spans(report), [content])


def _shown(reports: Any, model: Any, *related: str) -> Iterator[tuple[Any, Any]]:
    """The reports with their facts as known at the moment asked for, without those that somebody rejected."""
    rows = list(reports.all())
    facts = known_facts(model, {report.fact_id for report in rows}).prefetch_related(*related)
    by_number = {fact.number: fact for fact in facts}
    return ((report, by_number[report.fact_id]) for report in rows if report.fact_id in by_number)


def _spans(report: Any) -> list[tuple[int, int]]:
    return [(start, end) for start, end in report.spans] or [(report.start, report.end)]


def _paragraph(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Paragraph:
    roles = [role for mark in marks for role in mark.roles]
    stretches, at = [], start
    for first, last, spans in _sentences(start, end, marks):
        if at < first:
            stretches.append(Stretch([Piece(text[at:first])]))
        stretches.append(_sentence(text, first, last, spans, marks, roles))
        at = last
    if at < end:
        stretches.append(Stretch([Piece(text[at:end])]))
    notes = [Note(m.kind, m.fact, anchor(*m.spans[0])) for m in marks if start <= m.spans[0][0] < end]
    return Paragraph(start, stretches, sorted(notes, key=lambda note: int(note.anchor.split("-")[1])))


def _sentences(start: int, end: int, marks: Iterable[_Mark]) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """The marked spans within a paragraph, those that overlap as one, each with the spans that it is made of."""
    found = sorted({span for mark in marks for span in mark.spans if span[0] < end and span[1] > start})
    joined: list[tuple[int, int, list[tuple[int, int]]]] = []
    for span in found:
        first, last = max(span[0], start), min(span[1], end)
        if joined and first < joined[-1][1]:
            before = joined.pop()
            joined.append((before[0], max(before[1], last), [*before[2], span]))
        else:
            joined.append((first, last, [span]))
    return joined


def _sentence(
    text: str, first: int, last: int, spans: list[tuple[int, int]], marks: Iterable[_Mark], roles: list[Any]
) -> Stretch:
    ids = [anchor(*span) for span in spans if span[0] >= first]
    kinds = {mark.kind for mark in marks if any(span in spans for span in mark.spans)}
    return Stretch(
        pieces=pieces(text, first, last, roles),
        id=ids[0] if ids else "",
        anchors=ids[1:],
        kinds=" ".join(sorted(kinds)),
    )
