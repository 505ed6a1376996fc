"""Chinese names as texts misspell them: «Си Дзинь Пин», «Вен Цзябао», «Ян Дзечи», «Си Цзипин».

A name's skeleton leaves out what Russian texts get wrong in the Palladius system: soft and hard signs, э for е, дз and
дж for цз and чж, the г of -нг, gaps and hyphens within the given name. Of those in the highest offices a given name
that lacks a letter, or has one too many, is known too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.extraction.names import fold, forms
from relations.reading import KnownActor, KnownOffice

_HIGH = ("leader", "government", "minister")
_SHORTEST = 6  # letters of a skeleton below which one letter more or less may well be another name
_TOO_SHORT = 3  # letters of a given name («Ван И») beside which the family name must be right
_G = re.compile(r"нг(?![аеиоуэюя])")


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What stays of a name when the usual slips are taken out."""
    plain = fold(word).replace("э", "е").replace("ь", "").replace("ъ", "")
    return _G.sub("н", plain.replace("дз", "цз").replace("дж", "чж"))


class Spellings:
    """The Chinese persons of a gazetteer by the skeletons of their names."""

    def __init__(self, actors: Sequence[KnownActor], offices: Sequence[KnownOffice]) -> None:
        levels = {office.key: office.level for office in offices}
        self._given: dict[str, dict[str, list[KnownActor]]] = defaultdict(lambda: defaultdict(list))
        self._near: dict[str, dict[str, list[KnownActor]]] = defaultdict(lambda: defaultdict(list))
        for actor in actors:
            if actor.kind == "person" and actor.side == "CN" and " " in actor.ru:
                high = any(levels.get(tenure.office) in _HIGH for tenure in actor.tenures)
                self._add(actor, *actor.ru.split(" ", 1), high)

    def _add(self, actor: KnownActor, family: str, given: str, high: bool) -> None:
        givens = {skeleton(form) for form in forms(given.replace(" ", ""))}
        for surname in {skeleton(form) for form in forms(family)}:
            for word in givens:
                self._given[surname][word].append(actor)
                for near in _shorter(word) if high else ():
                    self._near[surname][near].append(actor)

    def starts(self, word: str) -> bool:
        """Whether the word can be the family name of someone known."""
        return skeleton(word) in self._given

    def find(self, words: Sequence[str]) -> tuple[int, list[KnownActor]]:
        """(how many of the words are the name, whose it may be) for words that begin with a family name."""
        family, given = skeleton(words[0]), ""
        found: tuple[int, list[KnownActor]] = (0, [])
        for size, word in enumerate(words[1:3], 2):
            given += word.replace("-", "")
            actors = self._given[family].get(skeleton(given)) or ([] if found[1] else self._nearly(family, given))
            if len(given) <= _TOO_SHORT:
                actors = [actor for actor in actors if fold(words[0]) in forms(actor.ru.split()[0])]
            if actors:
                found = (size, actors)
        return found

    def _nearly(self, family: str, given: str) -> list[KnownActor]:
        word = skeleton(given)
        if len(word) < _SHORTEST - 1:
            return []
        near = self._near[family].get(word)
        return near or next((own for one in _shorter(word) if (own := self._high(family, one))), [])

    def _high(self, family: str, word: str) -> list[KnownActor]:
        """Those of exactly this name who are high enough to be looked for under a wrong one."""
        known = self._given[family].get(word, ())
        return [actor for actor in known if any(actor in self._near[family].get(one, ()) for one in _shorter(word))]


def _shorter(word: str) -> Iterator[str]:
    """The word with each one of its letters left out, but for the first; nothing for a short word."""
    if len(word) >= _SHORTEST:
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]
