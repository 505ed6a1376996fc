"""Periphrases, bare offices and pronouns: whom they stand for."""

import re
from collections.abc import Sequence

from ingest.extraction.anaphora import Anaphor, find_anaphors
from ingest.extraction.bodies import acting, whose
from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.history import SIDES, History, has_post
from ingest.extraction.lexicon import load
from ingest.extraction.names import vocabulary
from ingest.extraction.persons import Roster
from ingest.extraction.posts import OfficePhrase, holder_of
from ingest.extraction.titles import begins
from relations.reading import KnownActor, KnownOffice

_COUNTRY = re.compile(r" (?:РФ|России|Российской Федерации|КНР|Китая|Китайской Народной Республики)$")
_JOINTS = frozenset("—–-,(")
_NEAR = 4  # sentences back in which a pronoun's antecedent is sought


def resolve(document: Document, mentions: list[Mention], pending: list[OfficePhrase], roster: Roster) -> list[Mention]:
    """The mentions together with those that only the context explains, in the order of the text."""
    history = History(document, roster, {mention.side for mention in mentions})
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
            new = [] if item.first in explained and item.last in explained else whose(item, sentence, history)
        else:
            new = [] if _is_named(item, named) else _antecedents(item, history)
            explained.update(range(item.first, item.last + 1) if new else ())
        for mention in new:
            history.add(mention)
            found.append(mention)
    return found


def _is_named(anaphor: Anaphor, named: list[Mention]) -> bool:
    """«с китайским коллегой — министром Ван И»: the name follows at once."""
    tokens, at = anaphor.sentence.tokens, anaphor.last + 1
    while at < len(tokens) and tokens[at].text in _JOINTS:
        at += 1
    follows = any(m.type == "PER" and m.how in ("name", "office") and m.first == at for m in named)
    return anaphor.kind in ("counterpart", "noun") and follows


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
    """«министр», «глава государства»: the last holder spoken of, else the only holder whom the text names.

    Of two that the word fits ("президент") the one whose office is called so comes first.
    """
    offices = [o for o in anaphor.offices if not anaphor.side or o.side == anaphor.side]
    called = {o.key for o in offices if o.ru.split()[0] in anaphor.wanted}
    foreign = _foreign(anaphor, history)
    if foreign:
        return _again(anaphor, foreign)
    for keys in filter(None, (called, {office.key for office in offices})):
        mention = history.nearest(
            lambda m, keys=keys: (
                (not anaphor.side or m.side == anaphor.side)
                and bool(history.held(m) & keys or (not m.actor and has_post(m, anaphor.wanted, history)))
            )
        )
        if mention:
            return _again(anaphor, mention)
    roster = history.roster
    ahead = [(o, a) for o in offices for a in roster.gazetteer.holders(o.key, roster.day) if a.key in roster.known]
    if len({actor.key for _, actor in ahead}) == 1:
        return _held_by(anaphor, *ahead[0])
    office = _by_convention(anaphor, offices, history)
    if office is None:
        return None
    holder = holder_of(office, roster)
    return _held_by(anaphor, office, holder) if holder else _unheld(anaphor, office)


def _foreign(anaphor: Anaphor, history: History) -> Mention | None:
    """«Президент», «глава государства» after a sentence about a third country's, others without a person between."""
    here = anaphor.sentence.index
    subjects = (history.subject_of(index) for index in range(here - 1, max(here - _NEAR, -1) - 1, -1))
    subject = next((one for one in subjects if one), None)
    if subject is None or subject.side != "other" or not history.leads(subject):
        return None
    leaders = subject.level == "leader" and any(office.level == "leader" for office in anaphor.offices)
    return subject if leaders or has_post(subject, anaphor.wanted, history) else None


def _by_convention(anaphor: Anaphor, offices: Sequence[KnownOffice], history: History) -> KnownOffice | None:
    """Whose office Russian prose means by words that name no country: that of the side which acts, by itself Russia's.

    Only for words that name a ministry ("представитель МИД"), or an office that Russia alone calls so
    ("пресс-секретарь президента").
    """
    tokens = anaphor.sentence.tokens[anaphor.first : anaphor.last + 1]
    russian = {office.side for office in offices} == {"RU"}
    if len(tokens) < 2 or not (russian or any(token.text[:1].isupper() for token in tokens[1:])):
        return None
    side = acting(anaphor.sentence.index, anaphor.first, history) or "RU"
    side = "RU" if russian and side in SIDES else side
    return next((office for office in offices if office.side == side), None)


def _unheld(anaphor: Anaphor, office: KnownOffice) -> Mention:
    """The office itself, where nobody tells who holds it."""
    made = _made(anaphor, "office", office.ru, office.side, None, False)
    made.post, made.level = office.ru, office.level
    return made


def _by_noun(anaphor: Anaphor, history: History) -> Mention | None:
    """«дипломат», «российский политик»: the last person of whom that can be said."""
    mention = history.nearest(
        lambda m: (
            (not anaphor.side or m.side == anaphor.side)
            and (not anaphor.wanted or has_post(m, anaphor.wanted, history))
        )
    )
    if mention:
        return _again(anaphor, mention)
    # «с китайским министром»: not named yet, so the one that the other side's minister has to do with
    return _counterpart(anaphor, history) if anaphor.side and anaphor.wanted else None


def _counterpart(anaphor: Anaphor, history: History) -> Mention | None:
    """«его китайский коллега»: who holds on that side the office of the last person of the other; where nobody is
    known to, the office itself («министр транспорта КНР»).
    """
    for mention in history.persons():
        side = anaphor.side or {"RU": "CN", "CN": "RU"}.get(mention.side, "")
        alike = anaphor.kind != "noun" or has_post(mention, anaphor.wanted, history)
        if mention.side == side or side not in SIDES or not alike:
            continue
        offices = [history.roster.gazetteer.office[key] for key in sorted(history.held(mention))]
        twins = [_twin(office, side, history) for office in offices]
        for twin in filter(None, twins):
            holder = holder_of(twin, history.roster)
            if holder:
                return _again(anaphor, _held_by(anaphor, twin, holder))
        return _of_same_post(anaphor, mention, side, [o.ru for o in filter(None, twins)] + [o.ru for o in offices])
    return None


def _twin(office: KnownOffice, side: str, history: History) -> KnownOffice | None:
    """The office on the other side that corresponds to one."""
    name = office.key.partition("-")[2]
    keys = [f"{side.lower()}-{name}", load("posts")["twin_offices"].get(office.key, "")]
    found = (history.roster.gazetteer.office.get(key) for key in keys)
    return next((twin for twin in found if twin and twin.side == side), None)


def _of_same_post(anaphor: Anaphor, mention: Mention, side: str, posts: Sequence[str]) -> Mention | None:
    """The post of the mentioned person, of the other side; None where the post is not one of a country."""
    words = mention.post or ""
    named = [post for post in posts if _COUNTRY.search(post)]
    if not named and begins(words, load("posts")["twins"]):
        named = [words[:1].lower() + words[1:]]
    bare = _COUNTRY.sub("", named[0]) if named else ""
    if not bare or re.search(r"\s[А-ЯЁ][а-яё]", bare):  # «министр культуры Приморья»
        return None
    name = f"{bare} {'КНР' if side == 'CN' else 'РФ'}"
    made = _made(anaphor, "anaphor", name, side, None, False)
    made.post, made.level = name, mention.level
    return made


def _by_pronoun(anaphor: Anaphor, history: History) -> Mention | None:
    """«он», «она», «по его словам»: an earlier person of the sentence, else the subject of the nearest one before.

    An object is never its own verb's subject: in «Си пригласил его» it is the one spoken of before.
    """
    here = anaphor.sentence.index
    same = [m for m in history.in_sentence(here) if m.last < anaphor.first and not m.plural]
    barred = {m.name for m in same if _is_subject_over(anaphor, m)}
    for mention in same:
        if mention.type == "PER" and history.leads(mention) and _may_be(mention, anaphor, barred):
            return _again(anaphor, mention)
    for sentence in range(here - 1, max(here - _NEAR, -1), -1):
        mention = history.subject_of(sentence)
        if mention and _may_be(mention, anaphor, barred):
            return _again(anaphor, mention)
        if mention and mention.name in barred:
            rest = [m for m in history.in_sentence(sentence) if m.type == "PER" and _may_be(m, anaphor, barred)]
            if rest:
                return _again(anaphor, rest[-1])
    for mention in [*reversed(same), *history.title]:
        if mention.type == "PER" and not mention.plural and _may_be(mention, anaphor, barred):
            return _again(anaphor, mention)
    return None


def _is_subject_over(anaphor: Anaphor, mention: Mention) -> bool:
    """Whether the pronoun is an object of the verb whose subject is the mention («встретил его и вручил ему орден»)."""
    sentence, tokens = anaphor.sentence, anaphor.sentence.tokens
    pronoun, head = tokens[anaphor.first], tokens[sentence.head_of(mention.first, mention.last)]
    if pronoun.pos != "PRON" or pronoun.rel.startswith("nsubj") or not head.rel.startswith("nsubj"):
        return False
    verb = pronoun.head
    while verb >= 0 and verb != head.head:
        own = any(tokens[child].rel.startswith("nsubj") for child in sentence.children[verb])
        verb = tokens[verb].head if tokens[verb].rel == "conj" and not own and tokens[verb].head < verb else -1
    return verb >= 0


def _may_be(mention: Mention, anaphor: Anaphor, barred: set[str]) -> bool:
    return mention.name not in barred and _same_gender(mention, anaphor.gender)


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
    of_both = anaphor.sentence.tokens[anaphor.last].lemma in load("anaphora")["parties"]  # "главы двух государств"
    if not history.both_sides(ahead=of_both):
        return []
    pair = [_of_side(side, anaphor, history) for side in SIDES]
    of_both = anaphor.sentence.tokens[anaphor.last].lemma in load("anaphora")["parties"]  # "главы двух государств"
    if (
        anaphor.kind == "office"
        and not of_both
        and not any(mention and mention.name in history.names for mention in pair)
    ):
        return []  # «лидеры» in a text that speaks of neither
    return [mention for mention in pair if mention] if all(pair) else []


def _of_side(side: str, anaphor: Anaphor, history: History) -> Mention | None:
    offices = [office for office in anaphor.offices if office.side == side]
    if not offices:  # "руководители двух стран", a word that only one side's office is called by
        offices = [twin for office in anaphor.offices if (twin := _twin(office, side, history))]
    if anaphor.kind == "office" and not offices:
        return None
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
