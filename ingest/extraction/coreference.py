"""Periphrases, bare offices and pronouns: whom they stand for."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.extraction.anaphora import Anaphor, find_anaphors
from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.lexicon import load
from ingest.extraction.names import vocabulary
from ingest.extraction.persons import Roster
from ingest.extraction.posts import OfficePhrase, holder_of
from relations.reading import KnownActor, KnownOffice

_NEAR = 4  # sentences back in which a pronoun's antecedent is sought
_MEMORY = 300  # mentions back in which an antecedent is sought: nobody remembers more, and long texts stay fast
_SIDES = ("RU", "CN")


class History:
    """Who was spoken of so far, the title first; the place of each mention decides how near it is."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.document, self.roster = document, roster
        headline = document.headline
        self.told: list[Mention] = []
        self.title = [m for m in headline.mentions if m.name] if headline else []
        self._sides = {m.side for m in self.title}
        self._by_sentence: dict[int, list[Mention]] = {}

    def add(self, mention: Mention) -> None:
        """Notes a mention, in the order of the text."""
        self.told.append(mention)
        self._sides.add(mention.side)
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

    def both_sides(self) -> bool:
        """Whether both sides were spoken of."""
        return self._sides.issuperset(_SIDES)

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


def resolve(document: Document, mentions: list[Mention], pending: list[OfficePhrase], roster: Roster) -> list[Mention]:
    """The mentions together with those that only the context explains, in the order of the text."""
    history = History(document, roster)
    named: dict[int, list[Mention]] = {}
    for mention in mentions:
        named.setdefault(mention.sentence, []).append(mention)
    waiting: dict[int, list[OfficePhrase]] = {}
    for phrase in pending:
        waiting.setdefault(phrase.sentence.index, []).append(phrase)
    found: list[Mention] = []
    for sentence in document.sentences:
        found += _sentence(sentence, named.get(sentence.index, []), waiting.get(sentence.index, []), history)
    return found


def _sentence(sentence: Sentence, named: list[Mention], pending: list[OfficePhrase], history: History) -> list[Mention]:
    anaphors = find_anaphors(sentence, named, pending, history.roster.gazetteer)
    items: list[Mention | Anaphor] = sorted([*named, *anaphors], key=lambda item: (item.first, item.last))
    found: list[Mention] = []
    explained: set[int] = set()
    for item in items:
        if isinstance(item, Mention):
            new = [] if item.first in explained and item.last in explained else [item]
        else:
            new = _antecedents(item, history)
            explained.update(range(item.first, item.last + 1) if new else ())
        for mention in new:
            history.add(mention)
            found.append(mention)
    return found


def _antecedents(anaphor: Anaphor, history: History) -> list[Mention]:
    """The mentions that the words make; none where nothing tells whom they mean."""
    if anaphor.kind == "country":
        return [_of_country(anaphor)]
    if anaphor.kind == "parties":
        return _parties(anaphor, history)
    if anaphor.plural:
        return _pair(anaphor, history)
    choose = {"office": _by_office, "noun": _by_noun, "counterpart": _counterpart, "pronoun": _by_pronoun}
    antecedent = choose[anaphor.kind](anaphor, history)
    return [antecedent] if antecedent else []


def _again(anaphor: Anaphor, antecedent: Mention, *, plural: bool = False) -> Mention:
    how = "office" if anaphor.kind == "office" else "anaphor"
    made = _made(anaphor, how, antecedent.name, antecedent.side, antecedent.actor, plural)
    made.post, made.level = antecedent.post, antecedent.level
    return made


def _made(
    anaphor: Anaphor, how: str, name: str, side: str, actor: KnownActor | None, plural: bool, kind: str = "PER"
) -> Mention:
    tokens = anaphor.sentence.tokens
    start, end = tokens[anaphor.first].start, tokens[anaphor.last].end
    sentence = anaphor.sentence.index
    return Mention(sentence, anaphor.first, anaphor.last, start, end, kind, how, name, side, actor, plural=plural)


def _held_by(anaphor: Anaphor, office: KnownOffice, actor: KnownActor, *, plural: bool = False) -> Mention:
    made = _made(anaphor, "office", actor.ru, actor.side, actor, plural)
    made.post, made.level = office.ru, office.level
    return made


# --- One person -----------------------------------------------------------------------------------


def _by_office(anaphor: Anaphor, history: History) -> Mention | None:
    """«министр», «глава государства»: the last holder spoken of, else the only holder whom the text names."""
    offices = [o for o in anaphor.offices if not anaphor.side or o.side == anaphor.side]
    keys = {office.key for office in offices}
    for mention in history.persons():
        if anaphor.side and mention.side != anaphor.side:
            continue
        if history.held(mention) & keys or (not mention.actor and has_post(mention, anaphor.wanted, history)):
            return _again(anaphor, mention)
    roster = history.roster
    ahead = [(o, a) for o in offices for a in roster.gazetteer.holders(o.key, roster.day) if a.key in roster.known]
    if len({actor.key for _, actor in ahead}) == 1:
        return _held_by(anaphor, *ahead[0])
    return None


def has_post(mention: Mention, wanted: Sequence[str], history: History) -> bool:
    """Whether the person's post in the text, or an office of the gazetteer, contains one of the words."""
    gazetteer = history.roster.gazetteer
    offices = gazetteer.offices_of(mention.actor, history.roster.day) if mention.actor else []
    posts = [f" {post} ".casefold().replace("ё", "е") for post in (mention.post or "", *(o.ru for o in offices))]
    return any(word in post for word in wanted for post in posts)


def _by_noun(anaphor: Anaphor, history: History) -> Mention | None:
    """«дипломат», «российский политик»: the last person of whom that can be said."""
    for mention in history.persons():
        fits = not anaphor.side or mention.side == anaphor.side
        if fits and (not anaphor.wanted or has_post(mention, anaphor.wanted, history)):
            return _again(anaphor, mention)
    return None


def _counterpart(anaphor: Anaphor, history: History) -> Mention | None:
    """«его китайский коллега»: who holds on that side the office of the last person of the other."""
    for mention in history.persons():
        side = anaphor.side or {"RU": "CN", "CN": "RU"}.get(mention.side, "")
        if mention.side == side or side not in _SIDES:
            continue
        for key in sorted(history.held(mention)):
            office = history.roster.gazetteer.office.get(f"{side.lower()}-{key.partition('-')[2]}")
            holder = office and holder_of(office, history.roster)
            if office and holder:
                return _again(anaphor, _held_by(anaphor, office, holder))
        break
    return None


def _by_pronoun(anaphor: Anaphor, history: History) -> Mention | None:
    """«он», «она», «по его словам»: an earlier person of the sentence, else the subject of the nearest one before."""
    here = anaphor.sentence.index
    same = [m for m in history.in_sentence(here) if m.last < anaphor.first and not m.plural]
    for mention in same:
        if mention.type == "PER" and history.leads(mention) and _same_gender(mention, anaphor.gender):
            return _again(anaphor, mention)
    for sentence in range(here - 1, max(here - _NEAR, -1), -1):
        mention = history.subject_of(sentence)
        if mention and _same_gender(mention, anaphor.gender):
            return _again(anaphor, mention)
    for mention in [*reversed(same), *history.title]:
        if mention.type == "PER" and not mention.plural and _same_gender(mention, anaphor.gender):
            return _again(anaphor, mention)
    return None


def _same_gender(mention: Mention, gender: str) -> bool:
    own = gender_of(mention)
    return not own or not gender or own == gender


def gender_of(mention: Mention) -> str:
    """ "Masc" or "Fem" by the given name, an empty string for names that do not tell (Chinese ones)."""
    if mention.side == "CN" or (mention.how == "office" and not mention.actor):
        return ""
    words = mention.name.split()
    for parse in (*vocabulary().parse(words[0]), *vocabulary().parse(words[-1])):
        tag = parse.tag
        if ("Name" in tag or "Surn" in tag) and tag.case == "nomn" and tag.gender and parse.is_known:
            return "Fem" if str(tag.gender) == "femn" else "Masc"
    return ""


# --- Two ------------------------------------------------------------------------------------------


def _pair(anaphor: Anaphor, history: History) -> list[Mention]:
    """«лидеры двух стран», «главы государств», «они»: the two sides' persons."""
    if not history.both_sides():
        return []
    pair = [_of_side(side, anaphor, history) for side in _SIDES]
    return [mention for mention in pair if mention] if all(pair) else []


def _of_side(side: str, anaphor: Anaphor, history: History) -> Mention | None:
    offices = [office for office in anaphor.offices if office.side == side]
    mention = history.latest(side, offices, anaphor.wanted if not offices else ())
    if mention:
        return _again(anaphor, mention, plural=True)
    for office in offices:
        holder = holder_of(office, history.roster)
        if holder:
            return _held_by(anaphor, office, holder, plural=True)
    return None


def _parties(anaphor: Anaphor, history: History) -> list[Mention]:
    """«стороны», «две страны»: the two countries, where both are spoken of."""
    if not history.both_sides():
        return []
    countries = [history.roster.gazetteer.actor.get(key) for key in ("russia", "china")]
    return [_made(anaphor, "anaphor", c.ru, c.side, c, True, "LOC") for c in countries if c]


def _of_country(anaphor: Anaphor) -> Mention:
    """«китайская сторона», «российские власти»: the country through those who act for it."""
    country = anaphor.country
    name = anaphor.words or (country.ru if country else "")
    side = country.side if country else ""
    return _made(anaphor, "country", name, side, country, False, "ORG")
