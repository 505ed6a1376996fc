"""Who in a sentence could take part in a contact: actors, the two countries, and unnamed groups that act for them."""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.allegiance import with_sides
from ingest.extraction.contacts.belonging import own_person
from ingest.extraction.contacts.clause import preposition
from ingest.extraction.contacts.draft import Party
from ingest.extraction.document import Document, Mention, Sentence, Token
from relations.reading import Participant

_PERSON_LEVELS = ("leader", "government", "minister", "deputy", "regional", "military")


_ADJECTIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$")
_QUOTES = frozenset('«»"“”()')
_REGION = 4  # words of a region's name
_MARKS = ("ADJ", "DET", "PRON")  # "его китайский (коллега)"
_HEADED_BY = ["во", "главе", "с"]


def parties_of(document: Document, sentence: Sentence) -> list[Party]:
    """The parties of a sentence in the order of the text; a country that only says whose somebody is is none."""
    mentions = with_sides(document, sentence, document.mentions_in(sentence))
    mentions = [_of_delegation(sentence, mention) for mention in mentions]
    if _is_of_others(sentence, mentions):
        mentions = [m for m in mentions if not (m.plural and m.how == "office")]
    named = [party_of(sentence, m) for m in mentions if m.how != "country" and m.side and not _is_where(sentence, m)]
    following = [*named[1:], None]
    named = [party for p, after in zip(named, following, strict=False) if (party := own_person(sentence, p, after))]
    people = [party for party in named if party.kind == "person"]
    named = [p for p in named if p.kind != "body" or not _within_a_post(sentence, p, people)]
    groups = _groups(sentence, named)
    named = [p for p in named if not _is_region_of(sentence, p, groups)]
    taken = {i for party in (*named, *groups) for i in range(party.first, party.last + 1)}
    countries = [
        party_of(sentence, m)
        for m in mentions
        if m.how == "country" and m.side and m.first not in taken and not _describes(sentence, m, taken)
    ]
    parties = sorted([*named, *groups, *countries], key=lambda party: (party.first, party.last))
    parties = [party for party in parties if not _opens_quotation(sentence, party)]
    posts = {id(a) for a, b in pairwise(parties) if _is_post_of(sentence, a, b)}
    return _coordinated(sentence, [party for party in parties if id(party) not in posts])


def _of_delegation(sentence: Sentence, mention: Mention) -> Mention:
    """ "делегация города Хэйхэ во главе с мэром Чжаном": the head of a delegation is of its side."""
    before = sentence.tokens[max(0, mention.first - 3) : mention.first]
    if mention.side or mention.type != "PER" or [t.text.lower() for t in before] != _HEADED_BY or mention.first < 4:
        return mention
    words = sentence.tokens[: mention.first - 3]
    led = next((token for token in reversed(words) if token.lemma in lexicon.GROUPS), None)
    sides = _sides_on(sentence, led) if led else []
    return replace(mention, side=sides[0]) if len(sides) == 1 else mention


def _is_of_others(sentence: Sentence, mentions: list[Mention]) -> bool:
    """ "главы МИД четырёх стран", "министры стран БРИКС": third countries are named, and China is not."""
    lemmas = {token.lemma for token in sentence.tokens}
    if any(m.side == "CN" and not m.plural for m in mentions) or lemmas & (lexicon.CHINA | {"оба"}):
        return False
    return any(m.side == "other" for m in mentions) or bool(lemmas & lexicon.MULTILATERAL)


def _coordinated(sentence: Sentence, parties: list[Party]) -> list[Party]:
    """ "Лавров и Ван И": people joined by "и" stand together, however the parser hung the second."""
    for left, right in pairwise(p for p in parties if not _is_possessive(sentence, p)):
        between = [token for token in sentence.tokens[left.last + 1 : right.first] if token.text not in _QUOTES]
        joined = bool(between) and between[0].lemma == "и" and all(t.pos in _MARKS for t in between[1:])
        bodies = left.kind == right.kind == "body" and left.side != right.side
        people = "person" in (left.kind, right.kind) and "country" not in (left.kind, right.kind)
        if joined and (people or bodies):
            right.head = left.head
    parties = _introduced(sentence, parties)
    for party in parties:
        if _is_one_of_many(sentence, party):
            party.head = _the_many(sentence, party)
        if party.first > 3 and [t.text.lower() for t in sentence.tokens[party.first - 3 : party.first]] == _HEADED_BY:
            party.head = _led_by(sentence, party.first - 4)
    return parties


def _is_possessive(sentence: Sentence, party: Party) -> bool:
    """ "его" in "Мишустин и его китайский коллега"."""
    token = sentence.tokens[party.head]
    alone = party.first == party.last and token.text.lower() in ("его", "ее", "её", "их")
    return alone and token.rel in ("nmod", "det", "amod")


def _is_one_of_many(sentence: Sentence, party: Party) -> bool:
    before = sentence.tokens[max(0, party.first - 3) : party.first]
    return any(" ".join(t.lemma for t in before[skip:]) in lexicon.AMONG for skip in (0, 1))


def _the_many(sentence: Sentence, party: Party) -> int:
    """The plural noun before "в том числе"."""
    for token in reversed(sentence.tokens[: party.first - 2]):
        if token.pos == "NOUN" and token.feats.get("Number") == "Plur":
            return token.index
    return party.head


def _introduced(sentence: Sentence, parties: list[Party]) -> list[Party]:
    """ "со своим коллегой — министром Ван И": the person stands for the word before."""
    named: set[int] = set()
    for party in parties:
        if party.kind != "person":
            continue
        above = sentence.tokens[party.head].head
        for group in parties:
            if group.kind == "group" and group.head == above and group.side == party.side:
                party.head = group.head
                named.add(group.head)
    return [party for party in parties if party.kind != "group" or party.head not in named]


def _led_by(sentence: Sentence, index: int) -> int:
    """The delegation before "во главе с", over whatever tells where it is from; else the noun there."""
    for token in reversed(sentence.tokens[: index + 1]):
        if token.pos in ("VERB", "PUNCT"):
            break
        if token.lemma in lexicon.DELEGATIONS:
            return token.index
    return _noun_over(sentence, index)


def _noun_over(sentence: Sentence, index: int) -> int:
    """The noun that a chain of genitives hangs on: "делегация" of "визит делегации депутатов Госдумы"."""
    token = sentence.tokens[index]
    while token.rel == "nmod" and token.feats.get("Case") == "Gen" and 0 <= token.head < token.index:
        above = sentence.tokens[token.head]
        if above.lemma in lexicon.NOUNS:
            break
        token = above
    return token.index


def _within_a_post(sentence: Sentence, body: Party, people: list[Party]) -> bool:
    """ "ЦК КПК" in "член Политбюро ЦК КПК Мэн Цзяньчжу" is no party of its own."""
    tops = {person.head for person in people} | {
        sentence.tokens[person.head].head for person in people if sentence.tokens[person.head].rel == "appos"
    }
    token = sentence.tokens[body.head]
    for above in sentence.ancestors(body.head):
        if token.rel not in ("nmod", "flat", "appos") or preposition(sentence, token.index):
            return False
        token = above
        post = token.feats.get("Animacy") == "Anim" and token.pos == "NOUN" and token.lemma not in lexicon.GROUPS
        if token.index in tops or (post and people):
            return True
    return False


def _is_post_of(sentence: Sentence, party: Party, following: Party) -> bool:
    """ "член Госсовета КНР, министр обороны Ли Шанфу": the first post is of the person named next."""
    unnamed = party.kind == "person" and party.participant.actor is None and following.kind == "person"
    between = sentence.tokens[party.last + 1 : following.first]
    return unnamed and party.side == following.side and [t.text for t in between] == [","] and party.post_only


def _opens_quotation(sentence: Sentence, party: Party) -> bool:
    """ "Песков: …": who says it, not who is spoken of."""
    after = party.last + 1
    return after < len(sentence.tokens) and sentence.tokens[after].text == ":"


def _is_where(sentence: Sentence, mention: Mention) -> bool:
    """A region that says where, not who: "во Владивосток", "над Чукотским морем"."""
    if mention.type != "LOC":
        return False
    head = _head(sentence, mention.first, mention.last)
    named_by_adjective = _ADJECTIVE.search(sentence.tokens[head].text)  # "над Чукотским и Беринговым морями"
    return (
        bool(named_by_adjective)
        or sentence.tokens[head].pos == "ADJ"
        or sentence.tokens[head].rel == "amod"
        or preposition(sentence, head) not in ("", "с", "между", "из")
    )


def party_of(sentence: Sentence, mention: Mention) -> Party:
    """The actor mentioned, as a party."""
    actor = mention.actor
    level = mention.level
    if mention.how == "country" or (actor and actor.kind == "country"):
        kind = "country"
        name = lexicon.COUNTRY.get(mention.side, mention.name)
    else:
        kind = "person" if mention.type == "PER" else "body"
        name = actor.ru if actor else mention.name
        if kind == "body" and level == "other":
            level = "regional" if mention.type == "LOC" else level_of_body(name)
    key = lexicon.ACTOR_OF.get(mention.side) if kind == "country" else None
    participant = Participant(name, mention.side, actor.key if actor else key, mention.post)
    head = _head(sentence, mention.first, mention.last)
    party = Party(participant, kind, level, head, mention.first, mention.last)
    party.post_only = mention.how == "office"
    return party


def level_of_body(name: str) -> str:
    """The level of a ministry, a company or troops by the words of its name."""
    words = name.casefold().replace("ё", "е").replace("«", "").split()
    for level, beginnings in lexicon.BODY_LEVELS.items():
        if any(word.startswith(beginnings) for word in words):
            return level
    return "other"


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The token of a span whose head lies outside of it."""
    for index in range(first, last + 1):
        if not first <= sentence.tokens[index].head <= last:
            return index
    return first


def _describes(sentence: Sentence, mention: Mention, taken: set[int]) -> bool:
    """ "Китая" in "премьер Китая", "руководство Китая": part of another party."""
    token = sentence.tokens[mention.first]
    if token.rel in ("nmod", "amod", "conj", "appos") and token.head in taken:
        return not any(sentence.tokens[c].rel == "case" for c in sentence.children[token.index])
    return False


def _groups(sentence: Sentence, named: list[Party]) -> list[Party]:
    """Unnamed groups with an adjective or a country on them, and "обе стороны", "российско-китайский"."""
    busy = {i for party in named for i in range(party.first, party.last + 1)}
    found = []
    for token in sentence.tokens:
        if token.index in busy:
            continue
        if token.lemma in lexicon.FORCES:
            found.append(_force(token, lexicon.FORCES[token.lemma]))
            continue
        if token.pos == "NOUN" and token.lemma in lexicon.GROUPS:
            single = token.feats.get("Number") == "Sing" and token.feats.get("Animacy") == "Anim"
            shown = token.lemma if single else lexicon.GROUPS[token.lemma]
            whose, region = _whose(sentence, token), _region_of(sentence, token)
            for side in _sides_on(sentence, token):
                name = f"{shown} {region or f'{whose} {lexicon.COUNTRY_OF[side]}'.strip()}"
                found.append(_group(token, side, name))
        elif token.pos == "NOUN" and token.lemma in lexicon.COUNTRY_WORDS:
            found += [country_of(side, token.index) for side in _sides_on(sentence, token)]
    return found


def _force(token: Token, side: str) -> Party:
    """ "НОАК", "ВКС": troops that can only be of one side."""
    participant = Participant(f"военные {lexicon.COUNTRY_OF[side]}", side)
    return Party(participant, "group", "military", token.index, token.index, token.index)


def _whose(sentence: Sentence, token: Token) -> str:
    """The body between a group and its country: "компартии" in "руководство китайской компартии"."""
    for child in sentence.children[token.index]:
        below = sentence.tokens[child]
        if below.rel == "nmod" and below.lemma in lexicon.COLLECTIVES:
            return below.text
    return ""


def _region_of(sentence: Sentence, token: Token) -> str:
    """The region that a group is of, as the text has it: "Хабаровского края", "провинции Хэйлунцзян"."""
    for child in sentence.children[token.index]:
        below = sentence.tokens[child]
        if below.rel != "nmod" or below.feats.get("Case") != "Gen" or preposition(sentence, child):
            continue
        words = [sentence.tokens[i] for i in sentence.subtree(child)]
        named = any(word.text[:1].isupper() for word in words)
        if any(word.lemma in lexicon.SIDE_OF_NAME for word in words):
            continue
        if named and len(words) <= _REGION and _side_of_region(sentence, child):
            return " ".join(word.text for word in words)
    return ""


def _is_region_of(sentence: Sentence, body: Party, groups: list[Party]) -> bool:
    """ "Амурская область" in "делегация Амурской области" is no party of its own."""
    if body.kind != "body" or body.level != "regional":
        return False
    heads = {group.head for group in groups}
    token = sentence.tokens[body.head]
    for above in sentence.ancestors(body.head):  # not by heads one by one: a parse may run in a ring
        if token.rel not in ("nmod", "appos", "flat") or preposition(sentence, token.index):
            return False
        if above.index in heads:
            return True
        token = above
    return False


def _group(token: Token, side: str, name: str) -> Party:
    level = {
        "военный": "military",
        "военнослужащий": "military",
        "солдат": "military",
        "корабль": "military",
        "компания": "company",
        "банк": "company",
        "правительство": "government",
    }
    participant = Participant(name, side, None, None)
    return Party(participant, "group", level.get(token.lemma, "other"), token.index, token.index, token.index)


def country_of(side: str, index: int = 0) -> Party:
    """The country itself as a party."""
    return Party(
        Participant(lexicon.COUNTRY[side], side, lexicon.ACTOR_OF[side]), "country", "other", index, index, index
    )


def _sides_on(sentence: Sentence, token: Token) -> list[str]:
    """The sides that a noun's adjectives and genitives name, conjuncts included; both for "двух стран"."""
    sides: list[str] = []
    stack = [c for c in sentence.children[token.index] if sentence.tokens[c].rel in ("amod", "nmod", "det", "nummod")]
    stack += [c for c in sentence.children[token.index] if sentence.tokens[c].rel == "case"]
    seen: set[int] = set()
    while stack:
        index = stack.pop(0)
        if index in seen:
            continue
        seen.add(index)
        lemma = sentence.tokens[index].lemma
        if preposition(sentence, index) not in ("", "из"):
            continue
        if lemma in lexicon.BOTH_ADJECTIVES or is_both(sentence, index):
            return ["RU", "CN"]
        side = (
            lexicon.SIDE_OF_ADJECTIVE.get(lemma) or lexicon.SIDE_OF_NAME.get(lemma) or _side_of_region(sentence, index)
        )
        if side and side not in sides:
            sides.append(side)
        stack += [
            c
            for c in sentence.children[index]
            if sentence.tokens[c].rel in ("conj", "amod") or (side is None and sentence.tokens[c].rel == "nmod")
        ]
    return sides


def _side_of_region(sentence: Sentence, index: int) -> str | None:
    """ "губернатор Приморья", "мэр Харбина", "власти Амурской области"."""
    lemma = sentence.tokens[index].lemma
    side = lexicon.REGION_WORDS.get(lemma) or lexicon.PLACES.get(lemma, ("", ""))[1]
    return side if side in lexicon.COUNTRY else None


def is_both(sentence: Sentence, index: int) -> bool:
    """ "двух стран", "обеих держав", "наших стран": both countries at once."""
    token = sentence.tokens[index]
    if token.lemma not in ("страна", "государство", "держава", "народ"):
        return False
    marks = {sentence.tokens[c].lemma for c in sentence.children[index]}
    return bool(marks & {"два", "оба", "наш"}) and token.feats.get("Number") != "Sing"


def unique(parties: list[Party]) -> list[Party]:
    """Each party once, at its first place."""
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        seen.setdefault((party.side, party.key), party)
    return list(seen.values())


def specific(parties: list[Party]) -> list[Party]:
    """A country beside a person or body of its side is only whose they are."""
    for looser in (("country",), ("country", "group"), ("country", "group", "body")):
        named = {party.side for party in parties if party.kind not in looser}
        parties = [party for party in parties if party.kind not in looser or party.side not in named]
    return unique(parties)
