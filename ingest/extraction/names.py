"""Names as words: folding, case forms, nominatives, Chinese and Russian order of names."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from natasha import MorphVocab
from pymorphy2.analyzer import Parse

from ingest.extraction.document import Token
from ingest.extraction.lexicon import read

_SYLLABLES = Path(__file__).parents[2] / "relations" / "data" / "palladius.yaml"

# Endings of a name in the nominative and of its other cases, the longest that fits counts. Generous on purpose:
# a form that does not exist does no harm in look-up, a missing one loses the person.
_ENDINGS = (
    ("ский", ("ский", "ского", "скому", "ским", "ском")),
    ("ская", ("ская", "ской", "скую", "скою")),
    ("цкий", ("цкий", "цкого", "цкому", "цким", "цком")),
    ("цкая", ("цкая", "цкой", "цкую", "цкою")),
    ("ный", ("ный", "ного", "ному", "ным", "ном")),
    ("ной", ("ной", "ного", "ному", "ным", "ном")),
    ("ов", ("ов", "ова", "ову", "овым", "ове")),
    ("ев", ("ев", "ева", "еву", "евым", "еве")),
    ("ин", ("ин", "ина", "ину", "иным", "ином", "ине")),
    ("ын", ("ын", "ына", "ыну", "ыным", "ыном", "ыне")),
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ий", ("ий", "ия", "ию", "ием", "ии", "ие")),
    ("вел", ("вел", "вла", "влу", "влом", "вле")),
    ("лев", ("лев", "льва", "льву", "львом", "льве")),
    ("ок", ("ок", "ка", "ку", "ком", "ке", "ока", "оку", "оком", "оке")),
    ("ец", ("ец", "ца", "цу", "цем", "це", "еца", "ецу", "ецем", "еце")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "ою")),
    ("я", ("я", "и", "е", "ю", "ей", "ею")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью")),
    ("й", ("й", "я", "ю", "ем", "е")),
)
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_HARD = ("", "а", "у", "ом", "ем", "е")
_CASES = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct", "Nom": "nomn"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
_PATRONYMIC = re.compile(r".{2,}(?:[ое]вич(?:а|у|ем|е)?|ьич(?:а|у|ом|ем|е)?|(?:[ое]в|инич)н(?:а|ы|е|у|ой))$")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """For comparison: lower case, е for ё, no hyphens ("Цзинь-тао" is "Цзиньтао")."""
    return text.casefold().replace("ё", "е").replace("-", "").replace("‑", "").replace("'", "").replace("’", "")


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """The folded case forms that a name written in the nominative may take."""
    folded = fold(word)
    for ending, others in _ENDINGS:
        if folded.endswith(ending) and len(folded) >= len(ending):
            stem = folded[: -len(ending)]
            if stem or ending == "лев":
                return frozenset((folded, *(stem + other for other in others)))
    if folded[-1:] in _CONSONANTS and len(folded) > 1:
        return frozenset(folded + ending for ending in _HARD)
    return frozenset((folded,))


class _Vocabulary(MorphVocab):
    """pymorphy's dictionary, which asks for the name of each letter: some scripts' letters have none (Tangut)."""

    def parse(self, word: str) -> list[Parse]:
        try:
            return MorphVocab.parse(self, word)
        except ValueError:
            return MorphVocab.parse(self, "".join(char if unicodedata.name(char, "") else "\ufffd" for char in word))

    __call__ = parse


@cache
def vocabulary() -> MorphVocab:
    """pymorphy's dictionary, loaded once for the process."""
    return _Vocabulary()


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> frozenset[str]:
    """Every folded lemma that the word may have, and the folded word itself."""
    return frozenset(fold(parse.normal_form) for parse in analyses(word)) | {fold(word)}


@lru_cache(maxsize=50_000)
def analyses(word: str) -> tuple[Parse, ...]:
    """What the dictionary says of a word, the likeliest reading first."""
    return tuple(vocabulary().parse(word))


def is_ordinary(word: str) -> bool:
    """Whether the dictionary knows the word, and not as a name."""
    parses = analyses(word)
    return parses[0].is_known and not any(_NAMES & parse.tag.grammemes for parse in parses)


def is_place(word: str) -> bool:
    """Whether a place is all that the dictionary knows by this word."""
    return all("Geox" in parse.tag and parse.is_known for parse in analyses(word))


def is_patronymic(word: str) -> bool:
    """Whether the word looks like a Russian patronymic in any case."""
    return bool(_PATRONYMIC.match(word.casefold()))


# --- Chinese names ------------------------------------------------------------------------------


_SOUNDS = frozenset(("м", "хм", "н", "нг"))  # interjections: no name has them, but case endings look so ("Ганом")


@cache
def syllables() -> frozenset[str]:
    return frozenset(read(_SYLLABLES)) - _SOUNDS


@lru_cache(maxsize=20_000)
def is_chinese(word: str) -> bool:
    """Whether a word in the nominative divides into Chinese syllables of the Palladius system."""
    return all(part and _divides(part) for part in fold(word).split("ъ"))


def _divides(word: str) -> bool:
    for size in range(1, min(6, len(word)) + 1):
        rest = word[size:]
        runs_on = rest and word[size - 1] == "н" and rest[0] in "аеиоуэюя"
        if word[:size] in syllables() and not runs_on and (not rest or _divides(rest)):
            return True
    return False


@lru_cache(maxsize=20_000)
def chinese_nominative(word: str, case: str = "") -> str:
    """The nominative of a Chinese given name in any case ("Ханьхуэем"); an empty string where it is none.

    `case` is the tagger's guess ("Nom", "Gen" …). Men's names in a consonant, ь or й decline, others do not.
    """
    stems = [(word, "")]
    soft = (("йем", "й"), ("ем", "й"), ("ем", "ь"), ("ом", ""), ("я", "й"), ("я", "ь"), ("ю", "й"), ("ю", "ь"))
    for ending, back in soft:
        stems += [(word[: -len(ending)], back)] if word.endswith(ending) else []
    for ending, back in (("е", ""), ("е", "ь"), ("е", "й"), ("а", ""), ("у", "")):
        stems += [(word[: -len(ending)], back)] if word.endswith(ending) else []
    readings = [stem + back for stem, back in stems if len(stem) > 1 and is_chinese(stem + back)]
    if is_chinese(word) and len(readings) > 1 and case not in ("", "Nom") and readings[1][-1:] in "нйь":
        return readings[1]
    return readings[0] if readings else ""


def is_chinese_name(words: Sequence[Token]) -> bool:
    """Whether the words are a Chinese name in any case: a family name of one syllable (rarely two) and a given name."""
    if not 2 <= len(words) <= 3 or not _is_family(_family(words[0].text)):
        return False
    given = [chinese_nominative(word.text, word.feats.get("Case", "")) for word in words[1:]]
    return all(given) and all(map(_is_short, given))


def _is_family(word: str) -> bool:
    return len(fold(word)) <= 6 and _is_short(word)


@lru_cache(maxsize=20_000)
def _family(word: str) -> str:
    """A Chinese family name in the nominative ("Чжаном" is "Чжан"); the word itself where it is none."""
    nominative = "" if _is_short(word) else chinese_nominative(word)
    return nominative if nominative and fold(nominative) in syllables() else word


@lru_cache(maxsize=20_000)
def _is_short(word: str) -> bool:
    """Whether a word divides into one or two Chinese syllables, as names do («Белякова» has more)."""
    folded = fold(word).replace("ъ", "")
    cuts = range(1, len(folded))
    return folded in syllables() or any({folded[:cut], folded[cut:]} <= syllables() for cut in cuts)


# --- Nominatives --------------------------------------------------------------------------------


def person_name(words: Sequence[Token]) -> str:
    """A person's name in the nominative, initials and order as the text has them."""
    if is_chinese_name(words):
        last = words[-1]
        return " ".join(
            [
                _family(words[0].text),
                *(w.text for w in words[1:-1]),
                chinese_nominative(last.text, last.feats.get("Case", "")),
            ]
        )
    case, gender = _case_and_gender(words)
    parts = [w.text + "." if len(w.text) == 1 and len(words) > 1 else _name_word(w, case, gender) for w in words]
    return " ".join(parts)


def _case_and_gender(words: Sequence[Token]) -> tuple[str, str]:
    """The case and gender that the words of a name share, by the tagger's majority."""
    cases = [w.feats["Case"] for w in words if w.feats.get("Case") and len(w.text) > 1]
    genders = [w.feats["Gender"] for w in words if w.feats.get("Gender") and len(w.text) > 1]
    return (max(cases, key=cases.count) if cases else "Nom", max(genders, key=genders.count) if genders else "")


def _name_word(word: Token, case: str, gender: str) -> str:
    if case == "Nom":
        return word.text
    wanted = _CASES.get(case, "nomn")
    for parse in analyses(word.text):
        tag = parse.tag
        fits = tag.case == wanted or (wanted == "loct" and tag.case == "loc2")
        if fits and tag.number == "sing" and ({"Name", "Surn", "Patr"} & tag.grammemes) and _same(tag.gender, gender):
            return cased_as(_inflect(parse, "sing") or word.text, word.text)
    return _by_ending(word.text, case, gender)


def _same(gender: str | None, wanted: str) -> bool:
    return not gender or not wanted or str(gender) == _GENDERS.get(wanted)


_UNKNOWN_ENDINGS = {
    ("Masc", "Gen"): (("а", ""),),
    ("Masc", "Acc"): (("а", ""),),
    ("Masc", "Dat"): (("у", ""),),
    ("Masc", "Ins"): (("ым", ""), ("ом", "")),
    ("Masc", "Loc"): (("е", ""),),
    ("Fem", "Ins"): (("ой", "а"), ("ей", "я")),
    ("Fem", "Gen"): (("ой", "а"), ("ы", "а")),
    ("Fem", "Dat"): (("ой", "а"), ("е", "а")),
    ("Fem", "Loc"): (("ой", "а"), ("е", "а")),
    ("Fem", "Acc"): (("у", "а"),),
}


def _by_ending(text: str, case: str, gender: str) -> str:
    """A name that the dictionary does not know, its case ending taken off where that is safe."""
    if "Fixd" in analyses(text)[0].tag:
        return text
    for ending, back in _UNKNOWN_ENDINGS.get((gender or "Masc", case), ()):
        stem = text.removesuffix(ending)
        if stem != text and len(stem) > 2 and stem[-1] in _CONSONANTS:
            return stem + back
    return text


def cased_as(word: str, model: str) -> str:
    """The word with the capitals of its model, part by part ("южно-сахалинск" as "Южно-Сахалинск")."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    parts = model.split("-")
    pieces = word.split("-")
    if len(parts) != len(pieces):
        return word.capitalize() if model[:1].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(pieces, parts, strict=True))


def phrase_name(tokens: Sequence[Token]) -> str:
    """Words of one phrase with their head, and what agrees with it, in the nominative: «Министерства обороны» →
    «Министерство обороны». Signs and gaps stay as the text has them.
    """
    head = _head(tokens)
    if head is None:
        return _joined(tokens, {})
    case, number = head.feats.get("Case"), head.feats.get("Number", "Sing")
    changed: dict[int, str] = {}
    if case and case != "Nom":
        for token in tokens:
            agrees = token.head == head.index and token.rel in ("amod", "det") and token.feats.get("Case") == case
            same = token.head == head.index and token.rel in ("flat:name", "appos") and token.pos == "PROPN"
            if token is head or agrees or (same and token.feats.get("Case") == case):
                changed[token.index] = _inflected(token, case, number)
    return _joined(tokens, changed)


def _head(tokens: Sequence[Token]) -> Token | None:
    inside = {token.index for token in tokens}
    for token in tokens:
        if token.head not in inside and token.pos in ("NOUN", "PROPN", "ADJ"):
            return token
    return None


@lru_cache(maxsize=20_000)
def _nominative_of(text: str, case: str, number: str, adjective: bool, gender: str) -> str:
    wanted, count = _CASES.get(case, "nomn"), "plur" if number == "Plur" else "sing"
    for parse in analyses(text):
        tag = parse.tag
        if tag.case not in (wanted, "loc2" if wanted == "loct" else wanted, "gen2" if wanted == "gent" else wanted):
            continue
        if tag.number not in (count, None) or adjective != (tag.POS in ("ADJF", "PRTF")):
            continue
        if gender and count == "sing" and tag.gender and not _same(tag.gender, gender):
            continue
        return cased_as(_inflect(parse, count) or text, text)
    return text


def _inflect(parse: Parse, number: str) -> str:
    """The nominative of a parsed word; natasha's own `inflect` takes other names of the categories."""
    inflected = Parse.inflect(parse, {"nomn", number})
    return inflected.word if inflected else ""


def _inflected(token: Token, case: str, number: str) -> str:
    return _nominative_of(token.text, case, number, token.pos == "ADJ", token.feats.get("Gender", ""))


def _joined(tokens: Sequence[Token], changed: dict[int, str]) -> str:
    text, end = "", tokens[0].start if tokens else 0
    for token in tokens:
        text += (" " if token.start > end else "") + changed.get(token.index, token.text)
        end = token.end
    return text
