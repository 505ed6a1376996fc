"""Names as words: folding, case forms, nominatives, Chinese and Russian order of names."""

import re
from functools import cache, lru_cache

from natasha import MorphVocab

# Endings of a name in the nominative and of its other cases, the longest that fits counts. Generous on purpose:
# a form that does not exist does no harm in look-up, a missing one loses the person.
_ENDINGS = (
    ("ский", ("ский", "ского", "скому", "ским", "ском")),
    ("ская", ("ская", "ской", "скую", "скою")),
    ("цкий", ("цкий", "цкого", "цкому", "цким", "цком")),
    ("ный", ("ный", "ного", "ному", "ным", "ном")),
    ("ной", ("ной", "ного", "ному", "ным", "ном")),
    ("ов", ("ов", "ова", "ову", "овым", "ове")),
    ("ев", ("ев", "ева", "еву", "евым", "еве")),
    ("ин", ("ин", "ина", "ину", "иным", "ином", "ине")),
    ("ын", ("ын", "ына", "ыну", "ыным", "ыном", "ыне")),
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ий", ("ий", "ия", "ию", "ием", "ии", "ие")),
    ("ел", ("ел", "ела", "елу", "елом", "еле", "ла", "лу", "лом", "ле")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "ою")),
    ("я", ("я", "и", "е", "ю", "ей", "ею")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью")),
    ("й", ("й", "я", "ю", "ем", "е")),
)
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_HARD = ("", "а", "у", "ом", "ем", "е")


def fold(text: str) -> str:
    """For comparison: lower case, е for ё, no hyphens ("Цзинь-тао" is "Цзиньтао")."""
    return text.casefold().replace("ё", "е").replace("-", "").replace("‑", "")


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """The folded case forms that a name written in the nominative may take."""
    folded = fold(word)
    for ending, others in _ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending):
            stem = folded[: -len(ending)]
            return frozenset(stem + other for other in others)
    if folded[-1:] in _CONSONANTS and len(folded) > 1:
        return frozenset(folded + ending for ending in _HARD)
    return frozenset((folded,))


@cache
def vocabulary() -> MorphVocab:
    """pymorphy's dictionary, loaded once for the process."""
    return MorphVocab()


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> frozenset[str]:
    """Every folded lemma that the word may have, and the folded word itself."""
    return frozenset(fold(parse.normal_form) for parse in vocabulary().parse(word)) | {fold(word)}


_PATRONYMIC = re.compile(
    r".{2,}(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вну|вной|ьич|ьича|ьичу|ьичом|ьичем|ьиче|ична|ичны|ичне|ичну|ичной)$"
)


def is_patronymic(word: str) -> bool:
    """Whether the word looks like a Russian patronymic in any case."""
    return bool(_PATRONYMIC.match(word.casefold()))


def nominative(words: list) -> str:
    """The words as a heading would have them."""
    return " ".join(word.text for word in words)
