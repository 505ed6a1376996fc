"""The known actors and offices, ready for look-up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ingest.extraction.names import fold, forms, is_patronymic, lemmas
from ingest.extraction.spellings import Spellings
from relations.reading import KnownActor, KnownOffice, Tenure

LEVELS = ("leader", "government", "minister", "deputy", "regional", "military", "company", "other")  # highest first

Keys = Sequence[tuple[str, str]]  # for each token of a sentence its folded text and its folded lemma

_Entry = tuple[tuple[frozenset[str], ...], Any]  # the words behind the first, each in all its forms; the target
_FEW = 3  # phrases that begin alike and are faster tried one by one

_WORD = re.compile(r"[\w'’.-]*\w")
_QUOTES = frozenset('«»„“”"')


class Post(NamedTuple):
    """An office under one of its names; a `complete` one needs no country beside it ("премьер Госсовета")."""

    office: KnownOffice
    complete: bool


class Hit(NamedTuple):
    """A phrase found: the index of its last token, what it stands for, the tokens within that were jumped over."""

    last: int
    target: Any
    over: tuple[int, ...] = ()


class Phrases:
    """Finds phrases of several words, each word by any of its forms."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._by_second: dict[str, dict[str, list[int]]] = {}  # of those that begin alike and are many

    def add(self, words: Sequence[frozenset[str]], target: Any) -> None:
        """Files the phrase under every form of its first word."""
        entry = (tuple(words[1:]), target)
        for key in words[0]:
            if entry not in self._by_first[key]:
                self._by_first[key].append(entry)
                self._by_second.pop(key, None)

    def starts(self, keys: tuple[str, str]) -> bool:
        """Whether any phrase begins with a token of these keys."""
        return keys[0] in self._by_first or keys[1] in self._by_first

    def places(self, keys: Keys) -> list[int]:
        """The tokens with which any phrase may begin."""
        firsts = self._by_first
        return [at for at, (word, lemma) in enumerate(keys) if word in firsts or lemma in firsts]

    def at(
        self, keys: Keys, first: int, *, patronymics: bool = False, jumps: Mapping[int, int] | None = None
    ) -> Iterator[Hit]:
        """Each phrase that begins at token `first`.

        Quotation marks within are passed over; `patronymics` may stand between the words of a name, and a jump
        (first token → token after it) over words that are no part of the phrase ("посол КНР в РФ").
        """
        for key in set(keys[first]):
            for words, target in self._candidates(key, keys, first, jumps or {}):
                found = _end(keys, first, words, patronymics, jumps or {})
                if found is not None:
                    yield Hit(found[0], target, found[1])

    def _candidates(self, key: str, keys: Keys, first: int, jumps: Mapping[int, int]) -> Sequence[_Entry]:
        """The phrases that begin with a word, of many only those whose second word stands where it may."""
        entries = self._by_first.get(key, ())
        if len(entries) <= _FEW:
            return entries
        index = self._by_second.get(key) or self._index_of_seconds(key)
        places = range(first + 1, min(first + 4, len(keys)))  # behind a quotation mark and a patronymic at most
        behind = [jumps[at] for at in places if at in jumps and jumps[at] < len(keys)]
        words = {"", *(word for at in (*places, *behind) for word in keys[at])}
        return [entries[number] for number in sorted({number for word in words for number in index.get(word, ())})]

    def _index_of_seconds(self, key: str) -> dict[str, list[int]]:
        """The numbers of the phrases by the forms of their second word, "" for those without one."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, (words, _) in enumerate(self._by_first[key]):
            for form in words[0] if words else ("",):
                index[form].append(number)
        self._by_second[key] = dict(index)
        return self._by_second[key]

    def longest(self, keys: Keys, first: int) -> Hit | None:
        """The longest phrase that begins at token `first`, if any does."""
        if first >= len(keys) or not self.starts(keys[first]):
            return None
        return max(self.at(keys, first), key=lambda hit: hit.last, default=None)


def _end(
    keys: Keys, first: int, words: Sequence[frozenset[str]], patronymics: bool, jumps: Mapping[int, int]
) -> tuple[int, tuple[int, ...]] | None:
    at, quoted, over = first, False, ()
    for word in words:
        at += 1
        if at < len(keys) and keys[at][0] in _QUOTES:
            at, quoted = at + 1, True
        if patronymics and at + 1 < len(keys) and is_patronymic(keys[at][0]):
            at += 1
        if at in jumps and not word.intersection(keys[at]):
            at, over = jumps[at], (*over, at)
        if at >= len(keys) or not word.intersection(keys[at]):
            return None
    if quoted and at + 1 < len(keys) and keys[at + 1][0] in _QUOTES:
        at += 1
    return at, over


class Gazetteer:
    """Known actors and offices; the reader's only knowledge of who is who."""

    def __init__(self, actors: Sequence[KnownActor] = (), offices: Sequence[KnownOffice] = ()) -> None:
        self.actors, self.offices = tuple(actors), tuple(offices)
        self.actor = {actor.key: actor for actor in actors}
        self.office = {office.key: office for office in offices}
        self.persons, self.bodies, self.countries, self.posts = Phrases(), Phrases(), Phrases(), Phrases()
        self.surnames: dict[str, list[KnownActor]] = defaultdict(list)
        self.adjectives: dict[str, KnownActor] = {}
        self.lone: dict[str, list[KnownActor]] = defaultdict(list)  # one word that by itself means a person
        self.spellings = Spellings(actors, offices)
        self._holders: dict[str, list[tuple[KnownActor, Tenure]]] = defaultdict(list)
        for actor in actors:
            self._add_actor(actor)
        for office in offices:
            self._add_office(office)

    def _add_actor(self, actor: KnownActor) -> None:
        for tenure in actor.tenures:
            self._holders[tenure.office].append((actor, tenure))
        for name in (actor.ru, *actor.aliases, *filter(None, (actor.en,))):
            if actor.kind == "person":
                self._add_person(actor, name)
            elif actor.kind == "country" and name.islower():
                self.adjectives[fold(name)] = actor
            else:
                index = self.countries if actor.kind == "country" else self.bodies
                index.add([_keys(word) for word in _WORD.findall(name)], actor)

    def _add_person(self, actor: KnownActor, name: str) -> None:
        words = [forms(word) for word in _WORD.findall(name)]
        if len(words) == 1:
            for form in words[0]:
                self.lone[form].append(actor)
            return
        self.persons.add(words, actor)
        chinese = actor.side == "CN"
        if not chinese:
            self.persons.add([words[-1], *words[:-1]], actor)
        self._add_surname(words[0] if chinese else words[-1], actor)

    def _add_surname(self, word: Iterable[str], actor: KnownActor) -> None:
        for form in word:
            if actor not in self.surnames[form]:
                self.surnames[form].append(actor)

    def _add_office(self, office: KnownOffice) -> None:
        for alias in (office.ru, *office.aliases):
            words = _WORD.findall(alias)
            complete = not alias.islower() or any(lemmas(word) & self.adjectives.keys() for word in words)
            self.posts.add([_keys(word) for word in words], Post(office, complete))

    def holders(self, office: str, day: str | None) -> list[KnownActor]:
        """Who holds an office on a day (ISO at any precision), the latest first; without a day all who ever did."""
        found = [(t.since or "", a) for a, t in self._holders[office] if day is None or covers(t, day)]
        found.sort(key=lambda pair: pair[0], reverse=True)
        return list(dict.fromkeys(actor for _, actor in found))

    @cached_property
    def shared(self) -> frozenset[str]:
        """The offices that several persons hold at once: by themselves they name no one."""
        return frozenset(office for office, held in self._holders.items() if _overlap([t for _, t in held]))

    def offices_of(self, actor: KnownActor, day: str | None) -> list[KnownOffice]:
        """The offices an actor holds on a day, or ever held where the day is unknown, the highest first."""
        held = [t.office for t in actor.tenures if day is None or covers(t, day)]
        offices = [self.office[key] for key in dict.fromkeys(held) if key in self.office]
        return sorted(offices, key=lambda office: LEVELS.index(office.level) if office.level in LEVELS else 99)


def _overlap(tenures: Sequence[Tenure]) -> bool:
    """Whether two of the tenures of one office run at the same time; a tenure without dates may always do."""
    for at, one in enumerate(tenures):
        for other in tenures[at + 1 :]:
            if not (_before(one, other) or _before(other, one)):
                return True
    return any(tenure.since is None for tenure in tenures)


def _before(one: Tenure, other: Tenure) -> bool:
    if not one.until or not other.since:
        return False
    size = min(len(one.until), len(other.since))
    return one.until[:size] <= other.since[:size]


def covers(tenure: Tenure, day: str) -> bool:
    """Whether the day (ISO) lies within the tenure, at the precision of its dates."""
    since, until = tenure.since or "", tenure.until or ""
    return day[: len(since)] >= since[: len(day)] and (not until or day[: len(until)] <= until[: len(day)])


def _keys(word: str) -> frozenset[str]:
    if (word.isupper() and len(word) > 1) or not re.search("[а-яё]", word):
        return frozenset((fold(word),))
    return lemmas(word) | forms(word) if word[0].isupper() else lemmas(word)
