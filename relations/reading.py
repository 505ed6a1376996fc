"""What goes into a reading of an article and what comes out: plain dataclasses, without Django.

Offsets are code points of the article's text as stored; `text[start:end]` is the span.
Closed lists (formats, statuses, indicators, topics …) are those of the annotation guide,
kept in `relations/vocabulary.py`.
"""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the article's text, `text[start:end]`."""

    start: int
    end: int


# --- What the reader is told -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held: `since` and `until` are ISO dates at the precision known (2013, 2013-03, 2013-03-14)."""

    office: str
    since: str | None = None
    until: str | None = None
    title: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office or its usual periphrases ("председатель КНР", "китайский лидер") and who ranks how."""

    key: str
    side: str
    level: str
    ru: str
    en: str = ""
    zh: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A person, a body or a country that acts, under every name in use."""

    key: str
    kind: str  # "person", "body" or "country"
    side: str  # "RU", "CN" or "other"
    ru: str
    en: str = ""
    zh: str = ""
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as the reader gets it; only `text` is certain to be there. `published` is an ISO date or time."""

    text: str
    title: str = ""
    published: str | None = None
    outlet: str | None = None


# --- What the reader finds --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text; `actor` is the key of a known actor, or None."""

    type: str  # "PER", "LOC" or "ORG"
    start: int
    end: int
    text: str
    normal: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: `name` in the nominative; `actor` the key of a known actor, or None; `post` as the text has it."""

    name: str
    side: str
    actor: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class ReadDate:
    """When: ISO at the precision the text supports, with the words that gave it.

    `inferred` marks a date that the publication date stood in for. `words` is None
    where the date came from elsewhere than the text.
    """

    date: str | None = None
    date_end: str | None = None
    words: Span | None = None
    inferred: bool = False

    @property
    def precision(self) -> str:
        if self.date is None:
            return "unknown"
        if self.date_end and self.date_end != self.date:
            return "range"
        return {4: "year", 7: "month"}.get(len(self.date), "day")


@dataclass(frozen=True, slots=True)
class ReadContact:
    """One interaction between the sides, as this article reports it."""

    format: str
    status: str
    when: ReadDate
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    others: tuple[Participant, ...] = ()
    place: str | None = None
    level: str = "other"
    margins: bool = False
    relay: tuple[str, ...] = ()
    moved_to: str | None = None  # the new date, ISO, of what was put off


@dataclass(frozen=True, slots=True)
class ReadTrade:
    """One number about economic exchange; `value` in base units, `change_pct` signed percent."""

    indicator: str
    status: str
    evidence: Span
    value: float | None = None
    unit: str | None = None
    change_pct: float | None = None
    period: str | None = None
    commodity: str | None = None
    speaker: str | None = None
    words: Span | None = None  # the number itself
    relay: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPosition:
    """One quotation or content clause; `start` and `end` hold the content alone, `sentence` the whole of it."""

    speaker: Participant
    kind: str
    start: int
    end: int
    sentence: Span
    topics: tuple[str, ...]
    stance: str
    cue: Span | None = None
    topic_words: tuple[Span, ...] = ()
    relay: tuple[str, ...] = ()
    rendered_by: str | None = None


EMPTY = "empty"  # no character that can be seen
NOT_RUSSIAN = "not_russian"  # no stretch of it
TOO_LONG = "too_long"  # no article is as long


@dataclass(frozen=True, slots=True)
class Reading:
    """All that extraction finds in one article; `reason` says why nothing was read, where that is so.

    It is "", EMPTY, NOT_RUSSIAN or TOO_LONG; the words for people are in `relations/vocabulary.py`.
    """

    version: str
    entities: tuple[Entity, ...] = ()
    contacts: tuple[ReadContact, ...] = ()
    trade: tuple[ReadTrade, ...] = ()
    positions: tuple[ReadPosition, ...] = ()
    reason: str = ""
    dateline: ReadDate = field(default_factory=ReadDate)


# --- As JSON, in the form of the annotation guide -----------------------------------------------


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _contact_as_dict(contact: ReadContact) -> dict[str, Any]:
    return {
        "format": contact.format,
        "status": contact.status,
        "date": contact.when.date,
        "date_end": contact.when.date_end,
        "participants": [asdict(p) for p in contact.participants],
        "others": [asdict(p) for p in contact.others],
        "place": contact.place,
        "evidence": [_pair(span) for span in contact.evidence],
        "level": contact.level,
        "margins": contact.margins,
        "moved_to": contact.moved_to,
        "precision": contact.when.precision,
        "inferred": contact.when.inferred,
        "date_words": _pair(contact.when.words),
        "relay": list(contact.relay),
    }


def _trade_as_dict(figure: ReadTrade) -> dict[str, Any]:
    values = asdict(figure)
    return values | {
        "evidence": _pair(figure.evidence),
        "words": _pair(figure.words),
        "relay": list(figure.relay),
    }


def _position_as_dict(position: ReadPosition) -> dict[str, Any]:
    return {
        "speaker": position.speaker.name,
        "side": position.speaker.side,
        "actor": position.speaker.actor,
        "post": position.speaker.post,
        "kind": position.kind,
        "start": position.start,
        "end": position.end,
        "sentence": _pair(position.sentence),
        "topics": list(position.topics),
        "stance": position.stance,
        "cue": _pair(position.cue),
        "topic_words": [_pair(span) for span in position.topic_words],
        "relay": list(position.relay),
        "rendered_by": position.rendered_by,
    }


def as_dict(reading: Reading) -> dict[str, Any]:
    """The reading as JSON-ready values, in the fields of the annotation guide and a few more."""
    return {
        "entities": [asdict(entity) for entity in reading.entities],
        "contacts": [_contact_as_dict(contact) for contact in reading.contacts],
        "trade": [_trade_as_dict(figure) for figure in reading.trade],
        "positions": [_position_as_dict(position) for position in reading.positions],
        "version": reading.version,
        "reason": reading.reason,
    }
