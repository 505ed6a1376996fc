"""Which reports speak of the same fact: those whose key is the same.

A key is computed from a report alone, so the facts do not depend on the order in which
articles arrive, nor on how many workers record them. Where the text leaves open what would
tell two facts apart (a contact without a month, a figure without a period), the article and
the place in it become part of the key: such reports are never merged on a guess.
"""

import hashlib
import re
from collections.abc import Iterable

from relations.folding import fold
from relations.models import Article
from relations.reading import Participant, ReadContact, ReadPosition, ReadTrade


def actor_key(participant: Participant) -> str:
    """The key of a participant's actor: the gazetteer's, else one made of side and name."""
    return participant.actor or f"{participant.side.lower()}-" + re.sub(r"\W+", "-", fold(participant.name)).strip("-")


def contact_key(article: Article, contact: ReadContact) -> str:
    """Same format, same days (or month), same participants of the two sides."""
    when = contact.when
    if when.precision in ("unknown", "year"):
        return _here(article, "contact", contact.evidence[0].start, contact.format, *_sides(contact))
    return _hash("contact", contact.format, when.date, when.date_end or when.date, *_sides(contact))


def trade_key(article: Article, figure: ReadTrade) -> str:
    """Same indicator, commodity, value, unit, change, period and status."""
    values = (figure.indicator, figure.commodity, _number(figure.value), figure.unit, _number(figure.change_pct))
    if not figure.period:
        return _here(article, "trade", figure.evidence.start, *values, figure.status)
    return _hash("trade", *values, figure.period, figure.status)


def position_key(article: Article, position: ReadPosition) -> str:
    """Same speaker and the same words, directly or indirectly."""
    words = " ".join(re.findall(r"\w+", fold(article.text[position.start : position.end])))
    return _hash("position", actor_key(position.speaker), position.kind, words)


def _sides(contact: ReadContact) -> Iterable[str]:
    return sorted({actor_key(participant) for participant in contact.participants})


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.6g}"


def _here(article: Article, *parts: object) -> str:
    return _hash(article.text_hash, *parts)


def _hash(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
