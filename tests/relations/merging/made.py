"""Terms made by hand, one call for one report."""

from datetime import date, timedelta
from typing import Any

from relations.merging import contacts, positions, trade
from relations.merging.terms import Terms
from relations.reading import ReadContact, ReadDate, Reading, ReadPosition, ReadTrade, Span, as_dict
from tests.readings import PUTIN, XI

SOMEWHERE = Span(0, 1)


def contact(
    when: str | ReadDate = "2024-02-08",
    *,
    sentence: str = "Сказано.",
    family: str = "a",
    lag: int = 0,
    **fields: Any,
) -> Terms:
    """The terms of a call of the two leaders, unless told otherwise; `when` is ISO, `lag` in days."""
    made = ReadContact(
        **{"format": "call", "status": "held", "participants": (PUTIN, XI), "evidence": (SOMEWHERE,)}
        | fields
        | {"when": ReadDate(when) if isinstance(when, str) else when}
    )
    values = as_dict(Reading("test", contacts=(made,)))["contacts"][0]
    return contacts.terms_of(values, family, sentence, timedelta(days=lag))


def figure(
    value: float | None = 240e9,
    words: str = "240 млрд",
    *,
    family: str = "a",
    published: date | None = date(2024, 2, 8),
    at_least: bool = False,
    **fields: Any,
) -> Terms:
    """The terms of the turnover of 2023, unless told otherwise; `words` are the number as written."""
    made = ReadTrade(
        **{"indicator": "turnover", "status": "actual", "evidence": SOMEWHERE, "unit": "USD", "period": "2023"}
        | fields,
        value=value,
    )
    values = as_dict(Reading("test", trade=(made,)))["trade"][0]
    return trade.terms_of(values, words, family, published, at_least=at_least)


def statement(
    content: str,
    *,
    speaker: str = "xi-jinping",
    published: date | None = date(2024, 2, 8),
    family: str = "a",
    topics: tuple[str, ...] = ("bilateral",),
    kind: str = "indirect",
) -> Terms:
    """The terms of a statement of these words."""
    made = ReadPosition(XI, kind, 0, 1, SOMEWHERE, topics, "neutral")
    values = as_dict(Reading("test", positions=(made,)))["positions"][0]
    return positions.terms_of(values | {"actor_key": speaker}, content, family, published)
