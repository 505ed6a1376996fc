"""Statements: who said what, from which character to which, before topics and stance are known."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.positions.quotations import Quotation


@dataclass(slots=True)
class Statement:
    """One quotation or content clause, with all who said it together."""

    speakers: list[Mention]
    kind: str  # "direct" or "indirect"
    start: int
    end: int
    sentence: Sentence  # the sentence of the verb of speech
    cue: tuple[int, int]
    cue_lemma: str = ""
    turn: bool = False  # of a transcript


def sentences_between(document: Document, start: int, end: int) -> list[Sentence]:
    """The sentences that characters start..end touch."""
    first = bisect_right(document.sentences, start, key=attrgetter("end"))
    last = bisect_left(document.sentences, end, key=attrgetter("start"))
    return document.sentences[first:last]


class Talk:
    """The text of one document as talk: its quotations, their pieces, and the statements found."""

    def __init__(self, document: Document, quotations: list[Quotation]) -> None:
        self.document, self.quotations = document, quotations
        self.pieces: dict[int, list[tuple[int, int]]] = {}  # by the opening mark
        self.insertions: list[tuple[int, int, Quotation]] = []  # "— сказал он. —" within a quotation
        self.taken: set[int] = set()  # opening marks of quotations that have their speaker
        self.statements: list[Statement] = []
        self._opens = [quotation.open for quotation in quotations]
        self._marks = frozenset(self._opens)

    def opens(self, place: int) -> bool:
        """Whether a quotation opens at the character."""
        return place in self._marks

    def around(self, place: int) -> Quotation | None:
        """The quotation around a character, its insertions included."""
        before = self.before(place + 1)
        return before if before and place <= before.close else None

    def quotation_at(self, place: int) -> Quotation | None:
        """The quotation around a character, unless the character is in an insertion."""
        return None if self.insertion_at(place) else self.around(place)

    def insertion_at(self, place: int) -> Quotation | None:
        """The quotation that an insertion around the character breaks."""
        index = bisect_right(self.insertions, place, key=itemgetter(0)) - 1
        return self.insertions[index][2] if index >= 0 and place < self.insertions[index][1] else None

    def before(self, place: int) -> Quotation | None:
        """The last quotation that opens before the character."""
        index = bisect_left(self._opens, place) - 1
        return self.quotations[index] if index >= 0 else None

    def after(self, place: int) -> Quotation | None:
        """The first quotation that opens after the character."""
        index = bisect_right(self._opens, place)
        return self.quotations[index] if index < len(self.quotations) else None

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that open in characters start..end."""
        return self.quotations[bisect_left(self._opens, start) : bisect_left(self._opens, end)]
