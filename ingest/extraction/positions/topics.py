"""Which of the closed list of topics a position is about, and the words that say so."""

import re

from ingest.extraction.lexicon import WordLists, load, pattern
from relations.reading import Span

MOST = 3  # topics of one position, by the annotation guide
_STRONG, _WEAK = 2.0, 0.4
_MASKS = {name: pattern(words).pattern for name, words in load("topic_masks").items() if isinstance(words, list)}
_HIDDEN = re.compile(
    r"(?<=совет)\w*\s+безопасности(?!\s+(?:рф|росси))|"  # of the UN: no matter of security
    # of cooperation in a field, the field is what counts
    r"(?:сотрудничеств|взаимодействи|отношени|(?<!стратегического )партн[её]рств)\w*"
    r"(?=\s[^.,;]{0,40}?\bв\s+(?:\w+(?:ой|ей)\s+)?(?:сфере|области|отрасли)\b)|"
    r"(?:межправ\w+\s+)?\w*комисси\w*(?=\s+(?:по|в сфере|в области)\s)|"  # … and of a commission, its field
    rf"{_MASKS['author_adjectives']}(?=\s+{_MASKS['measures']})|{_MASKS['names']}",
    re.IGNORECASE,
)
_OF_A_FIELD = re.compile(  # "торгово-экономические связи с Россией": no word of the relation as a whole
    rf"{_MASKS['fields']}(?:,?\s+(?:и\s+)?{_MASKS['fields']})*\s+{_MASKS['relations']}(?:\s+{_MASKS['partners']})?",
    re.IGNORECASE,
)
_OVERSHADOWED = load("topic_masks")["overshadows"]
_REGIONS = ("asia", "usa", "middle-east")  # as the place of a deal in these fields, a country is no topic of its own
_FIELDS = ("energy", "trade", "transport", "culture", "technology", "finance", "health")
_OVER = 1.1  # times the weight of the greater matter
_FADING = 0.7
_SHARE = 0.45  # of the first topic's weight, for a further one to be named
_ENOUGH = 1.5

_STRENGTHS = {"strong": _STRONG, "weak": _WEAK}
_TOPICS: tuple[str, ...] = tuple(load("topics"))
_WORDS = WordLists(
    {(topic, strength): words[strength] for topic, words in load("topics").items() for strength in _STRENGTHS}
)


def _hide(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def weigh(text: str, start: int, end: int) -> tuple[dict[str, float], dict[str, list[Span]]]:
    """The weight of each topic in `text[start:end]`, and the words that carry it; topics without words are absent.

    A topic's second word adds less than its first, and so on: many words on one matter do not hide another.
    """
    text = text[:start] + _HIDDEN.sub(_hide, text[start:end]) if _HIDDEN.search(text, start, end) else text
    weights: dict[str, float] = {}
    words: dict[str, list[Span]] = {}
    found = _longest(_WORDS.find(text, start, end))
    fields = [match.span() for match in _OF_A_FIELD.finditer(text, start, end)]
    for topic in _TOPICS:
        heard: dict[str, float] = {}
        for strength, weight in _STRENGTHS.items():
            for match in found.get((topic, strength), ()):
                if topic == "bilateral" and any(match.start() < high and low < match.end() for low, high in fields):
                    continue
                heard.setdefault(match[0].lower()[:5], weight)
                words.setdefault(topic, []).append(Span(match.start(), match.end()))
        if heard:
            ranked = sorted(heard.values(), reverse=True)
            weights[topic] = sum(weight * _FADING**place for place, weight in enumerate(ranked))
    return _without_places(weights), words


def _longest(
    found: dict[tuple[str, str], list[re.Match[str]]],
) -> dict[tuple[str, str], list[re.Match[str]]]:
    """Without the single words that a phrase of another topic has ("космическая ракета" is no missile)."""
    phrases = [
        (topic, match.span())
        for (topic, _), ms in found.items()
        for match in ms
        if " " in match[0] and topic != "bilateral"
    ]
    return {
        (topic, strength): [
            match
            for match in matches
            if " " in match[0]
            or not any(
                other != topic and low <= match.start() and match.end() <= high for other, (low, high) in phrases
            )
        ]
        for (topic, strength), matches in found.items()
    }


def _without_places(weights: dict[str, float]) -> dict[str, float]:
    """Drops the part of the world where a field of cooperation weighs more, and what goes with a greater matter."""
    field = max((weights.get(topic, 0.0) for topic in _FIELDS), default=0.0)
    least = dict.fromkeys(_REGIONS, field)
    for matter, lesser in _OVERSHADOWED.items():
        for topic in lesser:
            least[topic] = max(least.get(topic, 0.0), _OVER * weights.get(matter, 0.0))
    return {topic: weight for topic, weight in weights.items() if weight >= least.get(topic, 0.0)}


def choose(weights: dict[str, float], enough: float = _ENOUGH) -> tuple[str, ...]:
    """The one to three topics of most weight; none where all are too light."""
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < enough:
        return ()
    return tuple(topic for topic, weight in ranked[:MOST] if weight >= max(enough, _SHARE * ranked[0][1]))
