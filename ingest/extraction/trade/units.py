"""Units of numbers that are told without one: "в Китай — 18 млрд", "до 19,5 млрд"."""

from dataclasses import replace

from ingest.extraction.document import Sentence
from ingest.extraction.numbers import Quantity
from ingest.extraction.trade.exchange import Context
from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.words import CURRENCIES, GOODS, MONEY


def with_shared_units(quantities: list[Quantity]) -> list[Quantity]:
    """Numbers with a scale but no unit ("в Китай — 18 млрд") get that of the number before, else of the one after."""
    known: str | None = None
    shared = []
    for place, one in enumerate(quantities):
        if one.unit is None:
            following = next((later.unit for later in quantities[place + 1 :] if later.unit in MONEY | GOODS), None)
            shared.append(replace(one, unit=known or following))
        else:
            known = one.unit if one.unit in MONEY | GOODS else known
            shared.append(one)
    return shared


def with_units(sentence: Sentence, counted: list[Counted], context: Context) -> list[Counted]:
    """Gives a number without a unit ("до 19,5 млрд") that of the number before, or dollars where trade is counted."""
    known: str | None = None
    currency = next((CURRENCIES[token.lemma] for token in sentence.tokens if token.lemma in CURRENCIES), None)
    complete = []
    for one in counted:
        if one.quantity.unit is None and currency and one.quantity.scaled:
            one.quantity = replace(one.quantity, unit=currency)
        elif one.quantity.unit is None:
            of_turnover = one.kind == "turnover" or (one.kind == "growth" and context.indicator == "turnover")
            before = context.unit if context.age <= 2 else None
            unit = known or ("USD" if of_turnover else before)
            if unit is None:
                continue
            one.quantity = replace(one.quantity, unit=unit)
        elif one.quantity.unit not in {"%", "times", "part"}:
            known = one.quantity.unit
        complete.append(one)
    return complete
