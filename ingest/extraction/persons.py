"""Persons by name: known ones through the gazetteer, others through the tagger."""

from collections import defaultdict

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.gazetteer import Gazetteer, Keys, covers
from ingest.extraction.names import fold, forms, nominative
from relations.reading import KnownActor


class Roster:
    """The persons whom one article names in full: they decide what a lone family name stands for."""

    def __init__(self, gazetteer: Gazetteer, day: str | None) -> None:
        self.gazetteer, self.day = gazetteer, day
        self.known: dict[str, KnownActor] = {}  # by key, in the order of the text
        self._by_surname: dict[str, list[tuple[str, KnownActor | None]]] = defaultdict(list)

    def learn(self, sentence: Sentence, keys: Keys) -> None:
        """Notes the full names in a sentence."""
        taken: set[int] = set()
        for first, last, actor in known_full_names(sentence, keys, self.gazetteer):
            self.known[actor.key] = actor
            surname = actor.ru.split()[0 if actor.side == "CN" else -1]
            self._note(surname, (actor.ru, actor))
            taken.update(range(first, last + 1))
        for name in sentence.names:
            if name.type == "PER" and taken.isdisjoint(range(name.first, name.last + 1)):
                words = name_words(sentence, name.first, name.last)
                if len(words) > 1:
                    full = nominative(words)
                    self._note(full.split()[-1], (full, None))
                    self._note(full.split()[0], (full, None))

    def _note(self, surname: str, person: tuple[str, KnownActor | None]) -> None:
        for form in forms(surname):
            if person not in self._by_surname[form]:
                self._by_surname[form].append(person)

    def by_surname(self, form: str, initial: str = "") -> tuple[str, KnownActor | None] | None:
        """(nominative name, known actor or None) of the person whom a lone family name stands for, if any."""
        for name, actor in self._by_surname.get(form, ()):
            if not initial or any(word[:1] == initial for word in name.split()):
                return name, actor
        candidates = [a for a in self.gazetteer.surnames.get(form, ()) if not initial or _fits(a, initial)]
        candidates = [a for a in candidates if a.side != "CN" or form in map(fold, a.aliases)]
        if len(candidates) > 1 and self.day:
            candidates = [a for a in candidates if any(covers(t, self.day or "") for t in a.tenures)]
        return (candidates[0].ru, candidates[0]) if candidates else None


def _fits(actor: KnownActor, initial: str) -> bool:
    return actor.ru[:1] == initial


def known_full_names(sentence: Sentence, keys: Keys, gazetteer: Gazetteer) -> list[tuple[int, int, KnownActor]]:
    """(first, last, actor) of each full name of the gazetteer, from left to right, the longest at each place."""
    found, at = [], 0
    while at < len(keys):
        text = sentence.tokens[at].text
        hits = list(gazetteer.persons.at(keys, at, skip_patronymic=True)) if text[:1].isupper() else []
        hits = [hit for hit in hits if sentence.tokens[hit[0]].text[:1].isupper()]
        if hits:
            last, actor = max(hits, key=lambda hit: hit[0])
            found.append((at, last, actor))
            at = last + 1
        else:
            at += 1
    return found


def name_words(sentence: Sentence, first: int, last: int) -> list[Token]:
    """The words of a tagged name without signs, prepositions and lower-case strays."""
    tokens = sentence.tokens[first : last + 1]
    return [t for t in tokens if t.text[:1].isupper() and t.pos != "ADP" and t.text[-1].isalpha()]


def find_persons(sentence: Sentence, keys: Keys, roster: Roster) -> list[Mention]:
    """The persons named in a sentence, in the order of the text."""
    found = []
    for first, last, actor in known_full_names(sentence, keys, roster.gazetteer):
        found.append(person_mention(sentence, first, last, actor.ru, actor))
    taken = {at for mention in found for at in range(mention.first, mention.last + 1)}
    for name in sentence.names:
        if name.type != "PER":
            continue
        free = [at for at in range(name.first, name.last + 1) if at not in taken]
        if free:
            mention = _tagged(sentence, free[0], free[-1], keys, roster)
            if mention:
                found.append(mention)
                taken.update(range(mention.first, mention.last + 1))
    found += _lone_surnames(sentence, keys, roster, taken)
    return sorted(found, key=lambda mention: mention.first)


def _tagged(sentence: Sentence, first: int, last: int, keys: Keys, roster: Roster) -> Mention | None:
    words = name_words(sentence, first, last)
    if not words:
        return None
    full = [word for word in words if len(word.text) > 1] or words
    initials = [word.text for word in words if len(word.text) == 1]
    first, last = words[0].index, words[-1].index
    if len(full) == 1 and len(full[0].text) > 1:
        person = roster.by_surname(keys[full[0].index][0], initials[0] if initials else "")
        if person:
            return person_mention(sentence, first, last, *person)
    return person_mention(sentence, first, last, nominative(words), None)


def _lone_surnames(sentence: Sentence, keys: Keys, roster: Roster, taken: set[int]) -> list[Mention]:
    """Family names that the tagger overlooked; the first word of a sentence may be an ordinary one."""
    found = []
    named = {at for name in sentence.names for at in range(name.first, name.last + 1)}
    for token in sentence.tokens[1:]:
        if token.index in taken or token.index in named or not token.text[:1].isupper() or len(token.text) < 4:
            continue
        if keys[token.index][0] in roster.gazetteer.surnames:
            person = roster.by_surname(keys[token.index][0])
            if person:
                found.append(person_mention(sentence, token.index, token.index, *person))
    return found


def person_mention(sentence: Sentence, first: int, last: int, name: str, actor: KnownActor | None) -> Mention:
    """A mention of a person by name."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    side = actor.side if actor else ""
    return Mention(sentence.index, first, last, start, end, "PER", "name", name, side, actor)
