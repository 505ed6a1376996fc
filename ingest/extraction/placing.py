"""Readings of an article's parts put together, every place in them that of the text as given."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.parts import Part
from relations.reading import Entity, ReadContact, ReadDate, Reading, ReadPosition, ReadTrade, Span


def joined(readings: Sequence[Reading]) -> Reading:
    """One reading of those of an article's parts."""
    if len(readings) == 1:
        return readings[0]
    return replace(
        readings[0],
        entities=tuple(entity for reading in readings for entity in reading.entities),
        contacts=tuple(contact for reading in readings for contact in reading.contacts),
        trade=tuple(figure for reading in readings for figure in reading.trade),
        positions=tuple(position for reading in readings for position in reading.positions),
    )


def placed(reading: Reading, part: Part, text: str) -> Reading:
    """The reading of a part with its places in `text`, the article's as given."""
    if part.is_as_given:
        return reading
    place = _Place(part, text)
    return replace(
        reading,
        entities=tuple(place.entity(entity) for entity in reading.entities),
        contacts=tuple(place.contact(contact) for contact in reading.contacts),
        trade=tuple(place.figure(figure) for figure in reading.trade),
        positions=tuple(place.position(position) for position in reading.positions),
        dateline=place.date(reading.dateline),
    )


class _Place:
    """Moves what was found in a part to where it stands in the text as given."""

    def __init__(self, part: Part, text: str) -> None:
        self._part, self._text = part, text

    def span(self, span: Span) -> Span:
        return Span(*self._part.given(span.start, span.end))

    def maybe(self, span: Span | None) -> Span | None:
        return self.span(span) if span else None

    def date(self, when: ReadDate) -> ReadDate:
        return replace(when, words=self.maybe(when.words))

    def entity(self, entity: Entity) -> Entity:
        start, end = self._part.given(entity.start, entity.end)
        return replace(entity, start=start, end=end, text=self._text[start:end])

    def contact(self, contact: ReadContact) -> ReadContact:
        evidence = tuple(self.span(span) for span in contact.evidence)
        return replace(contact, evidence=evidence, when=self.date(contact.when))

    def figure(self, figure: ReadTrade) -> ReadTrade:
        return replace(figure, evidence=self.span(figure.evidence), words=self.maybe(figure.words))

    def position(self, position: ReadPosition) -> ReadPosition:
        start, end = self._part.given(position.start, position.end)
        return replace(
            position,
            start=start,
            end=end,
            sentence=self.span(position.sentence),
            cue=self.maybe(position.cue),
            topic_words=tuple(self.span(span) for span in position.topic_words),
        )
