"""Lists told in step: "экспорт и импорт составили 5 и 6 млрд соответственно"."""

import itertools

from ingest.extraction.document import Sentence, Token
from ingest.extraction.trade.figures import Counted
from ingest.extraction.trade.period import Told
from ingest.extraction.trade.sides import Place
from ingest.extraction.trade.words import CUES

_WORDS = {"соответственно", "соответствующе"}
_LINKS = {",", "и", "а", "также", "на", "до", "в", "во", "из", "с", "о", "об", "от", "для"}
_FLOWS = {"outflow", "inflow"}


def pair(sentence: Sentence, counted: list[Counted], told: list[Told], found: list[Place]) -> list[Told]:
    """Gives each number of a list its own flow, country or period of the list before; returns what is told of periods.

    The second month of "в июле и августе" is a period of its own then.
    """
    if not any(token.text.lower() in _WORDS for token in sentence.tokens):
        return told
    told = _apart(told)
    for group in _groups(counted, sentence):
        flows = _flows(sentence, group[0].first)
        flows = flows if len(group) == len({CUES[sentence.tokens[at].lemma] for at, _ in flows}) == len(flows) else []
        named = [(one.index, one.index) for one in found if one.index < group[0].first and one.side != "both"]
        places = _last_list(named, len(group), sentence) if group[0].kind in _FLOWS | {"share"} else []
        times = _last_list([(one.first, one.last) for one in told], len(group), sentence)
        _share_change(group)
        values = [one for one in counted if one.last < group[0].first and one.change is None]
        for place, one in enumerate(group):
            if one.change is not None and len(values) == len(group):
                one.mate = values[place]
            elif flows:
                one.cue = sentence.tokens[flows[place][0]]
                one.kind = CUES[one.cue.lemma]
            elif places:
                one.beside = places[place][0]
            elif times:
                one.told = next(period for period in told if period.first == times[place][0])
    return told


def _share_change(group: list[Counted]) -> None:
    """ "на 12 и 9 процентов больше": what makes a change of the first is told once."""
    first = group[0]
    if first.change is None or first.quantity.unit != "%":
        return
    for one in group[1:]:
        if one.change is None:
            one.change = one.quantity.value if first.change > 0 else -one.quantity.value
            one.cue, one.kind = first.cue, first.kind


def _apart(told: list[Told]) -> list[Told]:
    """ "в 2022 и 2023 годах": two periods where two numbers follow."""
    parted: list[Told] = []
    for one in told:
        ends = (one.value or "").split("/")
        if len(ends) == 2 and one.listed:
            parted += [Told(one.first, one.first, ends[0]), Told(one.last, one.last, ends[1])]
        else:
            parted.append(one)
    return parted


def _flows(sentence: Sentence, before: int) -> list[tuple[int, int]]:
    return [(token.index, token.index) for token in sentence.tokens[:before] if CUES.get(token.lemma) in _FLOWS]


def _groups(counted: list[Counted], sentence: Sentence) -> list[list[Counted]]:
    """Numbers of one unit with nothing but commas and "и" between."""
    groups: list[list[Counted]] = []
    for one in counted:
        last = groups[-1][-1] if groups else None
        alike = last is not None and last.quantity.unit == one.quantity.unit
        if alike and _linked(sentence, last.last, one.first):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [group for group in groups if len(group) > 1]


def _linked(sentence: Sentence, left: int, right: int) -> bool:
    between: list[Token] = sentence.tokens[left + 1 : right]
    return bool(between) and all(token.text.lower() in _LINKS or token.pos == "ADJ" for token in between)


def _last_list(spans: list[tuple[int, int]], length: int, sentence: Sentence) -> list[tuple[int, int]]:
    """The last `length` neighbours of a list that is as long as that, or nothing."""
    run: list[tuple[int, int]] = spans[:1]
    runs = [run] if run else []
    for left, right in itertools.pairwise(spans):
        if _linked(sentence, left[1], right[0]):
            runs[-1].append(right)
        else:
            runs.append([right])
    fitting = [one for one in runs if len(one) == length]
    return fitting[-1] if fitting else []
