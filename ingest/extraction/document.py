"""An analysed article: sentences, tokens with morphology and syntax, names, mentions of actors."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from relations.reading import ArticleText, KnownActor


@dataclass(slots=True)
class Token:
    """A word or sign. `head` is the index of its head in the sentence, -1 for the root; tags follow UD."""

    index: int
    start: int
    end: int
    text: str
    lemma: str = ""
    pos: str = ""
    feats: dict[str, str] = field(default_factory=dict)
    head: int = -1
    rel: str = ""


@dataclass(slots=True)
class Name:
    """A name as the tagger found it: tokens first..last of the sentence, both included."""

    type: str  # "PER", "LOC" or "ORG"
    first: int
    last: int


@dataclass(slots=True)
class Mention:
    """An actor spoken of at a place: by name, office, periphrasis, pronoun or country.

    `actor` is the gazetteer's entry or None; `name` is the nominative name to show either way;
    `how` is "name", "office" (an office or periphrasis resolved to its holder), "anaphor"
    ("он", "дипломат", "его коллега") or "country" (a country, its capital or seat of power).
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    type: str
    how: str
    name: str
    side: str  # "RU", "CN", "other" or "" where nothing tells
    actor: KnownActor | None = None
    post: str | None = None
    level: str = "other"
    plural: bool = False  # one of several actors that the same words stand for ("лидеры двух стран")
    named: int = -1  # the token with which a person's name itself begins, after a post in front; -1 without a name


class Sentence:
    """One sentence; offsets are those of the article's text."""

    def __init__(self, index: int, start: int, end: int, tokens: list[Token]) -> None:
        self.index, self.start, self.end, self.tokens = index, start, end, tokens
        self.names: list[Name] = []

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, the indices of the tokens that hang on it; without loops, so that every walk down ends.

        The parser now and then lets words hang on each other in a ring; the ring's first word is let go.
        """
        below = self._hanging(frozenset())
        rings = self._ring_openings() if self._has_ring(below) else frozenset()
        return self._hanging(rings) if rings else below

    def _hanging(self, loose: Set[int]) -> list[list[int]]:
        size = len(self.tokens)
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            head, index = token.head, token.index
            if 0 <= head < size and head != index and index not in loose:
                below[head].append(index)
        return below

    def _has_ring(self, below: list[list[int]]) -> bool:
        """Whether some words cannot be reached from those that hang on nothing."""
        size = len(below)
        reached = [t.index for t in self.tokens if not 0 <= t.head < size or t.head == t.index]
        for index in reached:  # grows while it is gone through
            reached += below[index]
        return len(reached) < size

    def _ring_openings(self) -> set[int]:
        """One token of each ring of heads."""
        checked: set[int] = set()
        openings: set[int] = set()
        for token in self.tokens:
            path: list[int] = []
            index = token.index
            while 0 <= index < len(self.tokens) and index not in checked:
                checked.add(index)
                path.append(index)
                index = self.tokens[index].head
            if index in path and self.tokens[index].head != index:
                openings.add(min(path[path.index(index) :]))
        return openings

    def subtree(self, index: int) -> list[int]:
        """The token and all that hangs on it, in the order of the text."""
        seen, stack = {index}, [index]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return sorted(seen)

    def ancestors(self, index: int) -> Iterator[Token]:
        """The heads above a token, nearest first; ends at the root even if the tree has a loop."""
        seen = {index}
        head = self.tokens[index].head
        while 0 <= head < len(self.tokens) and head not in seen:
            seen.add(head)
            yield self.tokens[head]
            head = self.tokens[head].head

    def head_of(self, first: int, last: int) -> int:
        """The token of first..last that hangs on a word outside: where a mention joins the sentence."""
        for token in self.tokens[first : last + 1]:
            if not first <= token.head <= last and token.pos != "PUNCT":
                return token.index
        return first


@dataclass
class Document:
    """An article under analysis. `text` has the article's length: offsets are the same in both.

    `headline` is the article's title analysed the same way (its offsets are those of the title), or
    None where there is no title: context that the text leans on, never evidence.
    """

    article: ArticleText
    text: str
    sentences: list[Sentence]
    mentions: list[Mention] = field(default_factory=list)
    headline: "Document | None" = None
    dates: list[list[Any]] | None = field(default=None, repr=False)  # FoundDates by sentence, kept by find_dates
    _grouped: tuple[list[Mention] | None, dict[int, list[Mention]]] = field(
        default=(None, {}), repr=False, compare=False
    )

    def mentions_in(self, sentence: Sentence) -> list[Mention]:
        """The mentions of one sentence, in the order of the text."""
        kept, by_sentence = self._grouped
        if kept is not self.mentions:
            by_sentence = {}
            for mention in self.mentions:
                by_sentence.setdefault(mention.sentence, []).append(mention)
            self._grouped = (
                self.mentions,
                by_sentence,
            )  # a 2 MB text has too many mentions to go through them each time
        return list(by_sentence.get(sentence.index, ()))
