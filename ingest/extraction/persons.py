"""Persons by name: known ones through the gazetteer, others through the tagger."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.extraction.document import Mention, Name, Sentence, Token
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.names import fold, forms, is_chinese_name, is_ordinary, is_patronymic, is_place, person_name
from ingest.extraction.places import region_side
from relations.reading import KnownActor, KnownOffice

Person = tuple[str, KnownActor | None]  # nominative name, the gazetteer's entry if there is one

_HIGH = ("leader", "government", "minister")  # whom news calls by the family name alone
_PARTICLES = frozenset(["фон", "дер", "де", "ди", "да", "ван", "бен", "бин", "ибн", "аль", "эль", "оглы", "кызы"])
_ARABIC = re.compile(r"(?:аль|эль|ан|ас|аш|al|el)-[А-ЯЁA-Z]")  # «аль-Барадеи»: a family name all the same
_PARTINGS = frozenset("•—–,;:()/|*")  # never within a name, though the tagger may run over them
_PREPOSITIONS = frozenset(["О", "Об", "С", "К", "В", "От", "За", "По", "На"])  # the tagger takes them in: «О Ли Цяне»
_TITLES = frozenset(("президент", "председатель", "премьер", "министр", "посол", "секретарь", "император", "король"))
_BODIES = frozenset(("госсовет", "мид", "цк"))
_WORDS = frozenset(("ADV", "SCONJ", "CCONJ", "PART", "PRON", "DET", "ADP", "INTJ", "NUM"))
_HONORIFICS = frozenset(("госпожа", "господин", "товарищ", "г", "гжа", "гн", "мистер", "миссис"))


class Roster:
    """The persons whom one article names in full: they decide what a lone family name stands for."""

    def __init__(self, gazetteer: Gazetteer, day: str | None) -> None:
        self.gazetteer, self.day = gazetteer, day
        self.known: dict[str, KnownActor] = {}  # by key, in the order of the text
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._full_names: dict[int, list[tuple[int, int, KnownActor]]] = {}  # by sentence, which are looked at twice

    def learn(self, sentence: Sentence, keys: Keys) -> None:
        """Notes the full names in a sentence."""
        taken: set[int] = set()
        for first, last, actor in self.full_names(sentence, keys):
            self.known[actor.key] = actor
            words = actor.ru.split()
            for word in (
                words if actor.side == "CN" and len(words[-1]) > 4 else [words[0 if actor.side == "CN" else -1]]
            ):
                self._note(word, (actor.ru, actor))  # texts call Wei Fenghe «Фэнхэ» too
            taken.update(range(first, last + 1))
        for words in tagged_names(sentence, taken):
            if len([word for word in words if len(word.text) > 1]) > 1:
                full = person_name(words)
                for word in dict.fromkeys((full.split()[0], full.split()[-1])):
                    self._note(word, (full, None))

    def full_names(self, sentence: Sentence, keys: Keys) -> list[tuple[int, int, KnownActor]]:
        """The gazetteer's full names in a sentence, as `known_full_names` tells them."""
        if id(sentence) not in self._full_names:
            self._full_names[id(sentence)] = known_full_names(sentence, keys, self.gazetteer, self.day)
        return self._full_names[id(sentence)]

    def _note(self, surname: str, person: Person) -> None:
        for form in forms(surname):
            if person not in self._by_surname[form]:
                self._by_surname[form].append(person)

    def names(self, form: str) -> bool:
        """Whether the article names in full someone of this family (or, last in order, given) name."""
        return any(form in forms(name.split()[-1]) for name, _ in self._by_surname.get(form, ()))

    def by_surname(self, form: str, initial: str = "", *, generous: bool = False) -> Person | None:
        """Whom a lone family (or given) name stands for, if anyone: a person whom the article names in full, one
        whom it means by itself, or one who held high office that day. A generous look-up takes any known person.
        """
        for name, actor in self._by_surname.get(form, ()):
            if not initial or any(word[:1] == initial for word in name.split()):
                return name, actor
        lone = [a for a in self.gazetteer.lone.get(form, ()) if not initial or a.ru[:1] == initial]
        known = lone or [
            actor
            for actor in self.gazetteer.surnames.get(form, ())
            if (actor.side != "CN" and (actor.ru[:1] == initial if initial else self._high(actor) or generous))
            or (actor.side == "CN" and not initial and self._leads(actor))
        ]
        if not known or (len(known) > 1 and self._equals(known)):
            return None  # «Иванов», while two ministers bear the name: the post beside it may tell
        self.known.setdefault(known[0].key, known[0])
        return known[0].ru, known[0]

    def by_post(self, form: str, offices: Iterable[KnownOffice]) -> KnownActor | None:
        """Who of this family name holds one of the offices: «глава МИД Иванов», «премьер Ли»; from here on the name
        by itself means that person too.
        """
        wanted = [office.key for office in offices]
        for key in wanted:
            for actor in self.gazetteer.holders(key, self.day):
                own = actor.ru.split()[0 if actor.side == "CN" else -1]
                if form in forms(own):
                    self.known.setdefault(actor.key, actor)
                    for each in forms(own):
                        self._by_surname[each].insert(0, (actor.ru, actor))
                    return actor
        return None

    def by_given(self, form: str) -> Person | None:
        """Whom «Сергей Викторович» means: the only known Russian of that given name whom the article names."""
        fits = [a for a in self.known.values() if a.side == "RU" and form in forms(a.ru.split()[0])]
        return (fits[0].ru, fits[0]) if len(fits) == 1 else None

    def side_of_surname(self, form: str) -> str:
        """The side of a family name that several persons in high office bear, if they are of one."""
        sides = {actor.side for actor in self.gazetteer.surnames.get(form, ()) if self._high(actor)}
        return sides.pop() if len(sides) == 1 else ""

    def _leads(self, actor: KnownActor) -> bool:
        """Whether a person heads the state that day: «Путин и Ху»."""
        held = self.gazetteer.offices_of(actor, self.day) if self.day else []
        return bool(held) and held[0].level == "leader"

    def _equals(self, actors: Sequence[KnownActor]) -> bool:
        """Whether several of the actors hold high office that day."""
        return sum(self._high(actor) for actor in actors) > 1

    def _high(self, actor: KnownActor) -> bool:
        return any(office.level in _HIGH for office in self.gazetteer.offices_of(actor, self.day))


def known_full_names(
    sentence: Sentence, keys: Keys, gazetteer: Gazetteer, day: str | None = None
) -> list[tuple[int, int, KnownActor]]:
    """(first, last, actor) of each full name of the gazetteer, from left to right, the longest at each place."""
    found, at = [], 0
    while at < len(keys):
        if not sentence.tokens[at].text[:1].isupper():
            at += 1
            continue
        last, actors = _full_name_at(sentence, keys, gazetteer, at)
        if actors:
            if last + 1 < len(keys) and is_patronymic(keys[last + 1][0]) and keys[last + 1][0] != keys[last][0]:
                last += 1  # "Лавров Сергей Викторович"
            found.append((at, last, _likeliest(actors, gazetteer, day)))
        at = last + 1 if actors else at + 1
    return found


def _full_name_at(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, at: int) -> tuple[int, list[KnownActor]]:
    """(last token, whose it may be) of the full name that begins at a token with a capital."""
    tokens = sentence.tokens
    hits = gazetteer.persons.at(keys, at, patronymics=True) if gazetteer.persons.starts(keys[at]) else ()
    hits = [hit for hit in hits if tokens[hit.last].text[:1].isupper()]
    last = max((hit.last for hit in hits), default=at)
    actors = [hit.target for hit in hits if hit.last == last]
    if gazetteer.spellings.starts(tokens[at].text) and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper():
        words = [token.text for token in tokens[at : at + 3] if token.text[:1].isalpha()]
        size, misspelt = gazetteer.spellings.find(words)
        if misspelt and at + size - 1 >= last:
            last, actors = at + size - 1, [*actors, *misspelt]
    return last, actors


def _likeliest(actors: Sequence[KnownActor], gazetteer: Gazetteer, day: str | None) -> KnownActor:
    """Of persons of one name the one in office that day, if any is."""
    in_office = (actor for actor in actors if gazetteer.offices_of(actor, day))
    return next(in_office, actors[0]) if day else actors[0]


def tagged_names(sentence: Sentence, taken: set[int]) -> Iterator[list[Token]]:
    """The words of each person's name of the tagger that is not taken: signs, prepositions, posts, strays left out."""
    for name in sentence.names:
        if name.type != "PER":
            continue
        words: list[Token] = []
        for token in sentence.tokens[name.first : name.last + 1]:
            ends = token.text in _PARTINGS or (token.text == "." and words and len(words[-1].text) > 2)
            if token.index in taken or ends:
                if words:
                    yield words
                words = []
            elif _belongs(token, words) and (words or not _is_region(token, name)):
                words.append(token)
        if words:
            yield words


def _is_region(token: Token, name: Name) -> bool:
    """«Хэйлунцзяна Лян Хуэйлин»: a province before a full name, which the tagger takes in."""
    full = name.last - token.index >= 2
    return full and bool(region_side((fold(token.text), fold(token.lemma))))


def _belongs(token: Token, words: Sequence[Token]) -> bool:
    if not token.text[:1].isalpha():
        return False
    if token.text[:1].islower():
        return bool(_ARABIC.match(token.text)) or (bool(words) and token.text in _PARTICLES)
    if not words and fold(token.lemma) in _TITLES | _BODIES:
        return False  # «Министром Лавровым», «Председателю»
    return bool(words) or (token.pos != "ADP" and token.text not in _PREPOSITIONS)


def find_persons(sentence: Sentence, keys: Keys, roster: Roster) -> list[Mention]:
    """The persons named in a sentence, in the order of the text."""
    found = [
        person_mention(sentence, first, last, (actor.ru, actor))
        for first, last, actor in roster.full_names(sentence, keys)
    ]
    taken = _tokens_of(found)
    for words in list(tagged_names(sentence, taken)):
        found += _tagged(sentence, words, keys, roster)
    found += _untagged(sentence, keys, roster, _tokens_of(found))
    for mention in found:
        _take_honorific(sentence, keys, mention)
    return sorted(found, key=lambda mention: mention.first)


def _tokens_of(mentions: Iterable[Mention]) -> set[int]:
    return {at for mention in mentions for at in range(mention.first, mention.last + 1)}


def _tagged(sentence: Sentence, words: list[Token], keys: Keys, roster: Roster) -> Iterator[Mention]:
    """Mentions for one name of the tagger; two family names in one ("Путину Лавров") are two persons."""
    full = [word for word in words if len(word.text) > 1]
    if not full:
        return
    initial = next((word.text for word in words if len(word.text) == 1), "")
    if len(full) == 1:
        person = roster.by_surname(keys[full[0].index][0], initial, generous=_after_honorific(sentence, keys, words))
        if person or not _is_stray(sentence, full[0]):
            mention = person_mention(sentence, words[0].index, words[-1].index, person or (person_name(words), None))
            mention.side = mention.side or roster.side_of_surname(keys[full[0].index][0])
            yield mention
        return
    if len(full) == 2 and is_patronymic(full[1].text):
        person = roster.by_given(keys[full[0].index][0])
        if person:
            yield person_mention(sentence, words[0].index, words[-1].index, person)
            return
    if len(full) == 2 and not is_chinese_name(full) and not is_patronymic(full[1].text):
        pair = [roster.by_surname(keys[word.index][0]) for word in full]
        cases = [word.feats.get("Case") for word in full]
        if pair[0] and pair[1] and pair[0] != pair[1] and cases[0] != cases[1]:
            for word, person in zip(full, pair, strict=True):
                yield person_mention(sentence, word.index, word.index, person or (word.text, None))
            return
    yield person_mention(sentence, words[0].index, words[-1].index, (person_name(words), None))


def _is_stray(sentence: Sentence, token: Token) -> bool:
    """An ordinary word that a sentence happens to begin with, a place, or a thing with a number: no person."""
    region = region_side((fold(token.text), fold(token.lemma)))
    if any(char.isdigit() for char in token.text) or region or is_place(token.text):
        return True
    opens = token.index == 0 or not sentence.tokens[token.index - 1].text[-1].isalnum()
    return opens and (token.pos in _WORDS or is_ordinary(token.text))


def _after_honorific(sentence: Sentence, keys: Keys, words: Sequence[Token]) -> bool:
    return words[0].index > 0 and keys[words[0].index - 1][1] in _HONORIFICS


def _untagged(sentence: Sentence, keys: Keys, roster: Roster, taken: set[int]) -> Iterator[Mention]:
    """Family names that the tagger overlooked or took for something else; a sentence's first word may be any word."""
    tagged = {at: name for name in sentence.names for at in range(name.first, name.last + 1) if name.type != "PER"}
    gazetteer = roster.gazetteer
    for token in sentence.tokens:
        form, index = keys[token.index][0], token.index
        if index in taken or not token.text[:1].isupper() or len(token.text) < 2:
            continue
        named = len(token.text) > 3 and token.pos in ("PROPN", "NOUN") and roster.names(form)
        if not named and form not in gazetteer.surnames and form not in gazetteer.lone:
            continue
        initial, first = _initials_before(sentence, index, taken)
        name = tagged.get(index)
        if (
            name
            and not initial
            and not (named and name.first == name.last and name.type == "LOC" and not is_place(token.text))
        ):
            continue
        if not initial and not named and (index == 0 or len(token.text) < 5) and form not in gazetteer.lone:
            continue
        if named and not initial and index == 0 and is_ordinary(token.text):
            continue
        person = roster.by_surname(form, initial)
        if person:
            yield person_mention(sentence, first, index, person)


def _initials_before(sentence: Sentence, index: int, taken: set[int]) -> tuple[str, int]:
    """("В", first token) for "В.В. Путин" and "В.Путин"; ("", index) where no initials stand before."""
    first, initial = index, ""
    while first >= 2 and sentence.tokens[first - 1].text == "." and sentence.tokens[first - 2].text.isupper():
        if len(sentence.tokens[first - 2].text) != 1 or first - 2 in taken:
            break
        first, initial = first - 2, sentence.tokens[first - 2].text
    return initial, first


def _take_honorific(sentence: Sentence, keys: Keys, mention: Mention) -> None:
    """«госпожа У И», «товарищ Си»: the form of address belongs to the mention."""
    before = mention.first - 1
    if before >= 1 and sentence.tokens[before].text == ".":
        before -= 1
    if before >= 0 and keys[before][1] in _HONORIFICS:
        mention.first, mention.start = before, sentence.tokens[before].start


def person_mention(sentence: Sentence, first: int, last: int, person: Person) -> Mention:
    """A mention of a person by name."""
    name, actor = person
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    side = actor.side if actor else ""
    return Mention(sentence.index, first, last, start, end, "PER", "name", name, side, actor, named=first)
