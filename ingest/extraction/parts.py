"""An article as it is read: cleared of leftovers, long ones part by part, so that memory is bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extraction.cleaning import clean
from ingest.extraction.language import is_russian
from ingest.extraction.leftovers import Seen, without_leftovers
from relations.reading import EMPTY, NOT_RUSSIAN, TOO_LONG, ArticleText

LONGEST = 1_200_000  # characters of a text; 2 MB of Russian have fewer. None is an article long before that
PART = 50_000  # characters read at once; no article is as long, so that none is ever read in parts
_HEAD = 1000  # characters that tell the language of most texts
_BORDERS = ("\n", ". ", " ")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article, from character `offset` of the text as seen."""

    article: ArticleText
    seen: Seen
    offset: int
    is_last: bool
    reason: str = ""  # why the article is not read, where that is so

    @property
    def is_as_given(self) -> bool:
        """Whether offsets in the part are those in the text as given."""
        return self.offset == 0 and isinstance(self.seen.starts, range)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Where `article.text[start:end]` stands in the text as given."""
        first, last = self.offset + start, self.offset + end - 1
        return self.seen.starts[first], self.seen.ends[max(first, last)]


def parts_of(article: ArticleText) -> Iterator[Part]:
    """The parts of an article in order; one without a text, but with a reason, if the article can't be read."""
    seen = without_leftovers(article.text[: LONGEST + 1])
    if reason := _reason_against(article.text, seen.text):
        yield Part(replace(article, text="", title=""), seen, 0, True, reason)
        return
    title = without_leftovers(article.title or "").text
    for start, end in _stretches(seen.text):
        part = replace(article, text=seen.text[start:end], title=title)
        yield Part(part, seen, start, end == len(seen.text))


def _reason_against(given: str, seen: str) -> str:
    if len(given) > LONGEST:
        return TOO_LONG
    if not is_russian(clean(seen[:_HEAD])):
        cleaned = clean(seen)
        if not cleaned.strip():
            return EMPTY
        if not is_russian(cleaned):
            return NOT_RUSSIAN
    return ""


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > PART:
        end = _border(text, start + PART // 2, start + PART)
        yield start, end
        start = end
    yield start, len(text)


def _border(text: str, first: int, last: int) -> int:
    """The last line's end there, else a sentence's, else a word's, else just `last`."""
    found = (text.rfind(border, first, last) + len(border) for border in _BORDERS if border in text[first:last])
    return next(found, last)
