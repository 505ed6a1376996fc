"""The evidence behind a fact: each report's sentences in their context."""

from collections.abc import Iterable
from dataclasses import dataclass

from razdel import sentenize

from relations.models.article import Article
from relations.models.fact import Report
from relations.sentences import GLUED

# How far before and after a sentence its neighbours are looked for, in characters; longer ones are cut.
REACH = 280
# Sentences no farther apart than this are shown as one passage, with what stands between them.
BETWEEN = 300


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


def anchor(start: int, end: int) -> str:
    """The id of a sentence on its article's page."""
    return f"s-{start}-{end}"


def address(report: Report) -> str:
    """Where the report's first sentence stands, highlighted: the article's page at that sentence."""
    return f"{report.article.get_absolute_url()}#{anchor(report.start, report.end)}"


def quotes_of(report: Report) -> list[Quote]:
    """The report's sentences as they stand in the article, those near each other as one passage."""
    roles = list(_roles(report))
    return [_quote(report.article, spans, roles) for spans in _passages(report.spans)]


def date_words_of(report: Report) -> str:
    """The words that gave the date, "" where there are none."""
    words = report.values.get("date_words")
    return report.article.text[slice(*words)] if words else ""


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
