"""Who was spoken of so far in a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ingest.extraction.document import Document, Mention
from ingest.extraction.lexicon import load
from ingest.extraction.persons import Roster
from relations.reading import KnownOffice

SIDES = ("RU", "CN")
_OF_BOTH = frozenset(("российско-китайский", "китайско-российский"))
_MEMORY = 300  # mentions back in which an antecedent is sought: nobody remembers more, and long texts stay fast


class History:
    """Who was spoken of so far, the title first; the place of each mention decides how near it is."""

    def __init__(self, document: Document, roster: Roster, sides: Iterable[str] = ()) -> None:
        self.document, self.roster = document, roster
        headline = document.headline
        self.told: list[Mention] = []
        self.title = [m for m in headline.mentions if m.name] if headline else []
        self._sides = {m.side for m in self.title}
        self._all_sides = {*self._sides, *sides}
        if any(token.lemma in _OF_BOTH for sentence in document.sentences for token in sentence.tokens):
            self._all_sides.update(SIDES)
        self._by_sentence: dict[int, list[Mention]] = {}
        self.names = {m.name for m in self.title}

    def add(self, mention: Mention) -> None:
        """Notes a mention, in the order of the text."""
        self.told.append(mention)
        self._sides.add(mention.side)
        self.names.add(mention.name)
        self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def in_sentence(self, sentence: int) -> list[Mention]:
        """The mentions noted so far in one sentence."""
        return self._by_sentence.get(sentence, [])

    def persons(self) -> Iterator[Mention]:
        """Single persons spoken of, the latest first, each person once; those of the title last."""
        seen = set()
        for mention in [*reversed(self.told[-_MEMORY:]), *self.title]:
            if mention.type == "PER" and mention.how != "country" and mention.name not in seen:
                seen.add(mention.name)
                yield mention

    def nearest(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The last person who fits; of two in one sentence, before the one at hand, rather its subject."""
        found: Mention | None = None
        for mention in self.persons():
            if found and (mention.sentence != found.sentence or mention in self.title):
                break
            if fits(mention):
                if found is None:
                    found = mention
                if self.leads(mention) and mention not in self.title:
                    return mention
        return found

    def latest(self, side: str, offices: Iterable[KnownOffice] = (), wanted: Sequence[str] = ()) -> Mention | None:
        """The last person of a side who holds one of the offices, or whose post has the wanted words, if given."""
        keys = {office.key for office in offices}
        for mention in self.persons():
            held = self.held(mention) & keys if keys else not wanted or has_post(mention, wanted, self)
            if mention.side == side and held:
                return mention
        return None

    def held(self, mention: Mention) -> set[str]:
        """The keys of the offices that a mentioned person holds, or, with no day known, ever held."""
        if not mention.actor:
            return set()
        return {office.key for office in self.roster.gazetteer.offices_of(mention.actor, self.roster.day)}

    def both_sides(self, *, ahead: bool = False) -> bool:
        """Whether both sides were spoken of, or, looking ahead, are anywhere in the text."""
        return (self._all_sides if ahead else self._sides).issuperset(SIDES)

    def subject_of(self, sentence: int) -> Mention | None:
        """The person who is the subject of a sentence, its speaker, or the only one in it."""
        persons = [m for m in self.in_sentence(sentence) if m.type == "PER" and not m.plural]
        return next((m for m in persons if self.leads(m)), persons[-1] if persons else None)

    def leads(self, mention: Mention) -> bool:
        """Whether a mention is a subject, or the speaker of «по словам X»."""
        sentence = self.document.sentences[mention.sentence]
        token = sentence.tokens[sentence.head_of(mention.first, mention.last)]
        owner = sentence.tokens[token.head].lemma if token.head >= 0 else ""
        return token.rel.startswith("nsubj") or (token.rel == "nmod" and owner in load("anaphora")["words_of"])


def has_post(mention: Mention, wanted: Sequence[str], history: History) -> bool:
    """Whether the person's post in the text, or an office of the gazetteer, contains one of the words."""
    gazetteer = history.roster.gazetteer
    offices = gazetteer.offices_of(mention.actor, history.roster.day) if mention.actor else []
    posts = [f" {post} ".casefold().replace("ё", "е") for post in (mention.post or "", *(o.ru for o in offices))]
    return any(word in post for word in wanted for post in posts)
