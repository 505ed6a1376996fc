"""Statements: who said what, from which character to which, before topics and stance are known."""

from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Talk:
    """The text of one document as talk: its quotations, with the pieces that an insertion leaves of each."""

    document: Document
    quotations: list[Quotation]
    pieces: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # by the opening mark
    insertions: list[tuple[int, int, Quotation]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)  # opening marks of quotations that have their speaker
    statements: list[Statement] = field(default_factory=list)

    def quotation_at(self, place: int) -> Quotation | None:
        """The quotation around a character, unless it is in an insertion ("— сказал он. —")."""
        if any(start <= place < end for start, end, _ in self.insertions):
            return None
        return next((q for q in self.quotations if q.open <= place <= q.close), None)
