"""Who of a sentence's parties takes part in the event that a trigger names, and in which role.

Roles: "subject", "with", "of" (genitive, "между", agent), "object", "to" (recipient, host), "asked"
(invited, called upon). A trip has a destination too: see place.py.
"""

from dataclasses import dataclass
from itertools import pairwise

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import CONTROL, SUBJECTS, clause, clause_on, preposition, subjects, turn
from ingest.extraction.contacts.draft import Party, Trigger
from ingest.extraction.contacts.parties import country_of, is_both
from ingest.extraction.document import Sentence, Token

_WITH = ("с", "со", "вместе с", "совместно с")
_BETWEEN = ("между", "со сторона", "с участие", "при участие", "с участием", "при участии")
_TO = ("в адрес", "на имя", "к", "по приглашение", "ко")
_TOPICS = ("о", "об", "по", "для", "против", "из-за")
_HEADED = ("во глава с", "во глава", "в глава с")
_ABOUT_AS_MANY = ("около", "порядка", "более", "свыше", "до", "больше")
_UP = ("conj", "appos", "flat", "flat:name", "flat:foreign", "compound", "amod", "det", "nummod", "list", "parataxis")
_TOGETHER = {"вместе", "совместно"}
_COOPERATION = ("сотрудничество", "взаимодействие", "связь")
_STEPS = 12


@dataclass(slots=True)
class Role:
    """A party's place in the event."""

    party: Party
    role: str


def roles(sentence: Sentence, trigger: Trigger, parties: list[Party]) -> list[Role]:
    """The parties tied to the trigger by syntax, each with its role."""
    verbs = _verbs(sentence, trigger)
    subject_heads = set(subjects(sentence, trigger.verb)) if trigger.verb >= 0 else set()
    found = []
    relative = _relative_role(sentence, trigger, verbs)
    for party in parties:
        if relative and party.first <= relative[0] <= party.last:
            found.append(Role(party, relative[1]))
            continue
        role = _role(sentence, trigger, party, verbs, subject_heads)
        if role:
            found.append(Role(party, role))
    _tell_guest_from_host(trigger, found)
    if trigger.kind in ("sign", "meet", "confer") and not any(r.role == "subject" for r in found):
        found += _right_before(sentence, trigger, parties)
    if trigger.kind == "noun" and not any(r.role == "of" and r.party.kind == "person" for r in found):
        found += _from_clause_on(sentence, trigger, parties)
    if trigger.format in ("session", "forum") and not any(r.role == "of" for r in found):
        found += _chairing(sentence, trigger, parties)
    if not any(r.role == "of" for r in found):
        found += _from_adjectives(sentence, trigger)
    if trigger.kind in ("host", "greet") and not any(r.role in ("object", "of") for r in found):
        found += _guests(sentence, trigger, parties, found)
    return found


def _relative_role(sentence: Sentence, trigger: Trigger, verbs: set[int]) -> tuple[int, str] | None:
    """ "…Си Цзиньпин, с которым он встретился": (the noun that the clause describes, its role)."""
    clauses = [v for v in verbs if sentence.tokens[v].rel.startswith("acl") and sentence.tokens[v].head >= 0]
    for verb in clauses:
        near = [*sentence.children[verb], *sentence.children[trigger.token]]
        for token in (sentence.tokens[c] for c in near):
            if token.lemma == "который" and token.rel not in SUBJECTS:
                prep, case = preposition(sentence, token.index), token.feats.get("Case", "")
                role = _on_verb(token.rel, prep, case, trigger, sentence.tokens[verb])
                return (sentence.tokens[verb].head, role) if role else None
    return None


def _tell_guest_from_host(trigger: Trigger, found: list[Role]) -> None:
    """ "По приглашению министра Ван И посетит": two names side by side, of which the second is the subject."""
    invited = [role for role in found if role.role == "to"]
    if trigger.kind != "travel" or any(role.role == "subject" for role in found):
        return
    if len(invited) > 1 and invited[0].party.side != invited[-1].party.side:
        invited[-1].role = "subject"


def _right_before(sentence: Sentence, trigger: Trigger, parties: list[Party]) -> list[Role]:
    """ "Путин и Си подписали": two joined right before a verb in the plural, wherever the parser hung them."""
    verb = sentence.tokens[trigger.verb]
    if verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Number") != "Plur" or subjects(sentence, trigger.verb):
        return []
    people = [party for party in parties if party.kind == "person" and party.last < trigger.verb]
    for left, right in pairwise(people):
        between = {token.lemma for token in sentence.tokens[left.last + 1 : right.first]}
        after = sentence.tokens[right.last + 1 : trigger.verb]
        if between <= {"и"} and all(token.pos in ("ADV", "PART") for token in after):
            return [Role(left, "subject"), Role(right, "subject")]
    return []


def _from_clause_on(sentence: Sentence, trigger: Trigger, parties: list[Party]) -> list[Role]:
    """ "переговоры, по итогам которых президенты подписали заявление": the people of both sides who act there."""
    verb = clause_on(sentence, trigger.token)
    if verb < 0:
        return []
    heads = {c for c in sentence.children[verb] if sentence.tokens[c].rel in SUBJECTS}
    acting = [p for p in parties if p.kind == "person" and any(p.first <= head <= p.last for head in heads)]
    return [Role(party, "of") for party in acting] if {"RU", "CN"} <= {party.side for party in acting} else []


def _chairing(sentence: Sentence, trigger: Trigger, parties: list[Party]) -> list[Role]:
    """ "заседание комиссии, возглавляемой вице-премьерами": who leads the body that sits."""
    for index in sentence.subtree(trigger.token):
        token = sentence.tokens[index]
        if token.lemma in lexicon.HEADS and token.feats.get("VerbForm") == "Part" and token.rel.startswith("acl"):
            below = set(sentence.subtree(index))
            return [Role(p, "of") for p in parties if p.kind == "person" and p.head in below and p.head > index]
    return []


def _guests(sentence: Sentence, trigger: Trigger, parties: list[Party], found: list[Role]) -> list[Role]:
    """ "принял в Кремле министра": the parser may hang the guest on the place."""
    hosts = {r.party.side for r in found if r.role == "subject"}
    objects = [sentence.tokens[c] for c in sentence.children[trigger.verb] if sentence.tokens[c].rel == "obj"]
    if trigger.kind == "host" and any(token.feats.get("Animacy") == "Inan" for token in objects):
        return []  # "принял приглашение председателя"
    spread = clause(sentence, trigger.verb)
    return [
        Role(party, "object")
        for party in parties
        if party.kind == "person"
        and party.side not in hosts
        and party.side in lexicon.COUNTRY
        and (party.head in spread or trigger.kind == "greet")
        and party.head > trigger.token
        and sentence.tokens[party.first - 1].pos != "ADP"
    ][:1]


def _verbs(sentence: Sentence, trigger: Trigger) -> set[int]:
    """The trigger's verb and the verbs that share its arguments."""
    if trigger.verb < 0:
        return set()
    verbs = {trigger.verb}
    token = sentence.tokens[trigger.verb]
    while token.rel in ("xcomp", "aux", "cop", "aux:pass") and token.head >= 0 and token.head not in verbs:
        verbs.add(token.head)
        token = sentence.tokens[token.head]
    for verb in list(verbs):
        verbs |= {c for c in sentence.children[verb] if sentence.tokens[c].rel in ("xcomp", "aux", "cop")}
    return verbs


def _role(sentence: Sentence, trigger: Trigger, party: Party, verbs: set[int], subject_heads: set[int]) -> str | None:
    """The role of a party: climb from it to the trigger or to its verb, and see how it hangs there."""
    current, prep = party.head, ""
    apart = bool(preposition(sentence, party.head)) and party.head not in subject_heads  # "с премьером Ли Цяном"
    if not apart and any(party.first <= head <= party.last for head in subject_heads):
        subject_heads = {*subject_heads, party.head}
    if _apart(sentence, trigger, party):
        return None
    if (
        trigger.kind == "noun"
        and party.first == trigger.token + 1
        and sentence.tokens[party.first].feats.get("Case") == "Gen"
    ):
        return "of"  # "встрече глав правительств", wherever the parser hung the genitive
    for _ in range(_STEPS):
        token = sentence.tokens[current]
        own = preposition(sentence, current)
        if own == "у" and sentence.tokens[party.first].text == "У" and party.first < party.last:
            own = ""  # the surname of У Банго
        if own in _ABOUT_AS_MANY or token.feats.get("Case") == "Nom":
            own = ""
        if own == "по" and trigger.format == "session" and token.lemma in _COOPERATION:
            own = ""  # "комиссия по сотрудничеству парламентов"
        if prep and own in _TOPICS and party.kind == "country":
            return None  # "переговоры о торговле с Китаем"
        prep = prep or own
        if token.lemma == "участие" and own in ("с", "при"):
            prep = "при участие"
        if token.lemma in ("руководство", "председательство", "предводительство") and own == "под":
            prep = "во глава"
        if prep == "по" and token.lemma == "приглашение":
            return "to"
        if current in subject_heads and current != trigger.token:
            return _as_subject(trigger) if not prep or prep in (*_WITH, *_HEADED, *_BETWEEN) else None
        if token.head in (-1, current):
            rooted = prep == "у" and trigger.kind == "noun" and trigger.verb < 0
            return "of" if rooted and sentence.tokens[trigger.token].head < 0 else None
        if token.head == trigger.token and trigger.kind == "noun":
            return _on_noun(token.rel, prep, token.feats.get("Case", ""), trigger)
        if token.head in verbs:
            if token.rel in SUBJECTS and _is_of_next_clause(sentence, token):
                return None
            if party.kind == "country" and prep in _WITH and _only_speaks(sentence, trigger):
                return None  # "по итогам переговоров назвал отношения с Москвой образцовыми"
            return _on_verb(token.rel, prep, token.feats.get("Case", ""), trigger, sentence.tokens[token.head])
        if token.rel == "conj" and current != party.head and token.lemma in lexicon.NOUNS:
            return None  # "переговоры с премьером, а также встречи со спикером": the second has its own guests
        together = not _TOGETHER.isdisjoint((token.lemma, sentence.tokens[token.head].lemma))
        climbs = (
            token.rel in _UP
            or together
            or (token.rel == "nmod" and (not prep or prep in (*_WITH, *_HEADED, *_BETWEEN)))
        )
        inside_object = token.rel == "nmod" and trigger.kind in ("host", "greet")
        if not climbs or inside_object or sentence.tokens[token.head].pos in ("VERB", "AUX"):
            return None
        current = token.head
    return None


def _is_of_next_clause(sentence: Sentence, subject: Token) -> bool:
    """ "отправился на переговоры, в которых примут участие министры": hung by the parser on the first verb."""
    verb = subject.head
    others = [c for c in sentence.children[verb] if sentence.tokens[c].rel in SUBJECTS and c != subject.index]
    between = sentence.tokens[verb + 1 : subject.index]
    finite = any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" for t in between)
    return bool(others) and min(others) < verb and finite


def _only_speaks(sentence: Sentence, trigger: Trigger) -> bool:
    """The event is but the frame of what the verb above says ("на встрече", "по итогам переговоров")."""
    lemma = sentence.tokens[trigger.verb].lemma
    carries = lemma in lexicon.CARRY | lexicon.SEND or lemma in lexicon.VERBS
    return trigger.kind == "noun" and trigger.link in lexicon.INSIDE and not carries


def _apart(sentence: Sentence, trigger: Trigger, party: Party) -> bool:
    """A semicolon stands between: another item of a list; or ", а", with a verb and a subject on either side."""
    left, right = sorted((party.head, trigger.token))
    if any(sentence.tokens[i].text == ";" for i in range(left, right)):
        return True
    subject = sentence.tokens[party.head].feats.get("Case") == "Nom"
    return trigger.kind == "noun" and not subject and turn(sentence, left, right) >= 0


def _as_subject(trigger: Trigger) -> str | None:
    if trigger.kind != "noun":
        return "subject"
    if trigger.link in ("nsubj", "copula"):
        return None
    return "subject"


def _on_noun(rel: str, prep: str, case: str, trigger: Trigger) -> str | None:
    """ "встреча Путина", "переговоры с министром", "телеграмма председателю"."""
    if prep in _WITH:
        return "with"
    if prep in _BETWEEN:
        return "of"
    if prep == "от":
        return "of"
    if prep in _TO:
        return "to"
    if prep == "у":
        return "of"
    if prep:
        return None
    if case == "Dat":
        return "to"
    return "of" if rel in ("nmod", "appos", "obl", "obl:agent", "flat", "amod", "nsubj", "det") else None


def _on_verb(rel: str, prep: str, case: str, trigger: Trigger, verb: Token) -> str | None:
    if rel in SUBJECTS and not prep:
        return _as_subject(trigger)
    if prep in _WITH:
        return "with"
    if prep in _BETWEEN:
        return "of"
    if prep in _TO:
        return "to"
    if prep == "у" and trigger.kind == "noun":
        return "of"
    if prep:
        return None
    if rel in ("obj", "iobj") and verb.lemma in CONTROL:
        return "asked"
    if rel == "obj":
        return "object"
    if case == "Ins" and _is_said_by(trigger, verb):
        return "subject"
    if rel == "iobj" or case == "Dat":
        return "to"
    if rel in ("obl", "obl:agent", "nmod") and case == "Ins":
        return "of"
    return None


def _is_said_by(trigger: Trigger, verb: Token) -> bool:
    """ "это было сказано им во время переговоров": the agent took part in what frames it."""
    passive = verb.feats.get("Voice") == "Pass" and verb.index == trigger.verb
    return passive and trigger.kind == "noun" and trigger.link in lexicon.INSIDE


def _from_adjectives(sentence: Sentence, trigger: Trigger) -> list[Role]:
    """Both countries from "российско-китайские переговоры", "учения двух стран"."""
    for child in sentence.children[trigger.token]:
        token = sentence.tokens[child]
        if token.lemma in lexicon.BOTH_ADJECTIVES or (
            is_both(sentence, child) and preposition(sentence, child) in ("", *_BETWEEN, "в", "из")
        ):
            return [Role(country_of(side, child), "of") for side in ("RU", "CN")]
    return []


def has_strangers(sentence: Sentence, trigger: Trigger, parties: list[Party]) -> bool:
    """Somebody who is no known party has a place in the event ("визит депутатов Сейма", "встреча с премьером")."""
    known = _covered(parties)
    candidates = list(sentence.children[trigger.token]) if trigger.kind == "noun" else []
    if trigger.verb >= 0:
        candidates += [c for c in sentence.children[trigger.verb] if preposition(sentence, c) in _WITH]
        if trigger.kind != "noun" or trigger.link not in ("nsubj", "copula"):
            candidates += subjects(sentence, trigger.verb)
    return any(_is_stranger(sentence, index, known) for index in candidates if index != trigger.token)


def is_others(sentence: Sentence, trigger: Trigger, parties: list[Party], found: list[Role]) -> bool:
    """The event is somebody else's: a stranger is the subject ("депутаты встретились с …", "Вашингтон подпишет …")."""
    if trigger.verb < 0 or (trigger.kind == "noun" and trigger.link not in ("obj", *lexicon.INSIDE)):
        return False
    if any(role.role in ("subject", "asked") for role in found):
        return False
    if trigger.kind == "noun" and any(role.role == "of" for role in found):
        return False
    if sentence.tokens[trigger.verb].feats.get("Voice") == "Pass":
        return False
    known = _covered(parties)
    return any(_is_stranger(sentence, index, known) for index in subjects(sentence, trigger.verb))


def _covered(parties: list[Party]) -> set[int]:
    return {i for party in parties if party.side in lexicon.COUNTRY for i in range(party.first, party.last + 1)}


def _is_stranger(sentence: Sentence, index: int, known: set[int]) -> bool:
    token = sentence.tokens[index]
    prep = preposition(sentence, index)
    below = set(sentence.subtree(index))
    if below & known or token.pos not in ("NOUN", "PROPN") or prep not in ("", *_WITH, "между"):
        return False
    if token.lemma in lexicon.NOUNS or token.lemma in lexicon.DOCUMENTS or token.lemma in lexicon.SIDE_OF_NAME:
        return False
    named = any(sentence.tokens[i].pos == "PROPN" for i in below)
    if token.lemma in lexicon.ANAPHORS and not named:
        return False
    group = token.lemma in lexicon.GROUPS and named
    if token.feats.get("Animacy") != "Anim" and token.pos != "PROPN" and not group:
        return False
    return prep in _WITH or token.feats.get("Case") in ("Gen", "Nom")


def capitals_addressed(sentence: Sentence, trigger: Trigger) -> list[Party]:
    """ "направил в Пекин телеграмму": the country written to."""
    found = []
    for child in sentence.children[trigger.verb]:
        token = sentence.tokens[child]
        side = lexicon.SIDE_OF_NAME.get(token.lemma)
        if side and preposition(sentence, child) == "в" and token.feats.get("Case") == "Acc":
            found.append(country_of(side, child))
    return found


def countries_within(sentence: Sentence, trigger: Trigger, around: bool = True) -> list[Party]:
    """Both countries, where the event (or, with `around`, its clause) names both: "Год России в Китае"."""
    spread = set(sentence.subtree(trigger.token))
    if around and trigger.verb >= 0:
        spread |= clause(sentence, trigger.verb)
    culture = sentence.tokens[trigger.token].lemma in lexicon.CULTURE
    if culture and trigger.verb < 0:
        spread = set(range(len(sentence.tokens)))
    if sentence.tokens[trigger.token].lemma in lexicon.SHOWS:
        spread = {index for index in spread if not any(t.lemma in lexicon.SHOWN for t in sentence.ancestors(index))}
    sides: dict[str, int] = {}
    for index in sorted(spread):
        lemma = sentence.tokens[index].lemma
        if lemma in lexicon.BOTH_ADJECTIVES:
            return [country_of(side, index) for side in lexicon.COUNTRY]
        side = lexicon.SIDE_OF_NAME.get(lemma) or lexicon.SIDE_OF_ADJECTIVE.get(lemma)
        where = preposition(sentence, index) in ("в", "на") and not culture
        if side and not where:
            sides.setdefault(side, index)
    return [country_of(side, index) for side, index in sides.items()] if len(sides) == len(lexicon.COUNTRY) else []
