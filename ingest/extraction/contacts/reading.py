"""One sentence after another: triggers, their parties, status, place and time become drafts of contacts."""

from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import clause, is_predicate, preposition, subjects
from ingest.extraction.contacts.draft import Draft, Party, Trigger
from ingest.extraction.contacts.participants import (
    Role,
    capitals_addressed,
    countries_within,
    has_strangers,
    is_others,
    roles,
)
from ingest.extraction.contacts.parties import country_of, parties_of
from ingest.extraction.contacts.place import destination, place_at, place_of
from ingest.extraction.contacts.status import status_of
from ingest.extraction.contacts.timing import ahead, end_of, is_background, time_of
from ingest.extraction.contacts.triggers import find_triggers, is_bilateral_exercise, is_ordinal
from ingest.extraction.document import Document, Sentence

LINE = 25  # tokens: a longer sentence without a verb is a list
OTHER_SIDE = {"RU": "CN", "CN": "RU"}


def drafts_of(document: Document, sentence: Sentence) -> list[Draft]:
    """The contacts that one sentence tells of; those that lean on another sentence have a side missing."""
    triggers = find_triggers(sentence)
    if not triggers:
        return _presence(document, sentence)
    parties = parties_of(document, sentence)
    found = [draft for trigger in triggers if (draft := _draft(document, sentence, trigger, parties))]
    return [one for draft in found if not _is_manner(draft, found) for one in _each(sentence, draft)]


def _is_manner(draft: Draft, found: list[Draft]) -> bool:
    """ "провели встречу по видеосвязи": the link is how they met, not another event."""
    if (
        draft.trigger.kind != "noun"
        or draft.format != "video"
        or draft.trigger.link not in ("по", "в режим", "в формат")
    ):
        return False
    return any(other is not draft and other.format in ("meeting", "session", "video", "call") for other in found)


def _each(sentence: Sentence, draft: Draft) -> list[Draft]:
    """ "встретился с премьером и председателем": a meeting each, where the hosts are named singly."""
    guests = [party for party in draft.met if party.level in ("leader", "government", "minister")]
    if draft.format != "meeting" or len(guests) < 2 or len({party.side for party in guests}) > 1:
        return [draft]
    others = [party for party in draft.parties if party.side != guests[0].side]
    return [replace(draft, parties=[*others, guest], told=[], evidence=list(draft.evidence)) for guest in guests]


def _presence(document: Document, sentence: Sentence) -> list[Draft]:
    """ "Российская делегация в Пекине": a trip told without a verb."""
    if len(sentence.tokens) > LINE or any(is_predicate(token) for token in sentence.tokens):
        return []
    parties = [party for party in parties_of(document, sentence) if party.kind in ("person", "group")][:1]
    if not parties or parties[0].side not in OTHER_SIDE:
        return []
    trigger = Trigger(parties[0].head, "visit", "presence")
    for token in sentence.tokens:
        place = place_at(sentence, token.index)
        there = place and place[1] == OTHER_SIDE[parties[0].side] and token.feats.get("Case") == "Loc"
        if there and preposition(sentence, token.index) == "в":
            draft = Draft("visit", "held", sentence.index, trigger, evidence=[sentence.index])
            draft.parties, draft.place = parties, place[0]
            return [draft]
    return []


def _draft(document: Document, sentence: Sentence, trigger: Trigger, parties: list[Party]) -> Draft | None:
    status = status_of(sentence, trigger)
    if status is None or _is_multilateral(sentence, trigger):
        return None
    found = roles(sentence, trigger, parties)
    draft = Draft(trigger.format, status, sentence.index, trigger, evidence=[sentence.index])
    draft.closed = has_strangers(sentence, trigger, parties)
    if is_others(sentence, trigger, parties, found):
        return None
    draft.pronoun = _has_pronoun(sentence, trigger)
    draft.yearly = sentence.tokens[trigger.token].lemma == "год"
    draft.label = _label(sentence, trigger)
    builder = {"visit": _visit, "message": _message, "signing": _signing, "forum": _event, "exercise": _event}
    if not builder.get(trigger.format, _talks)(document, sentence, draft, found):
        return None
    draft.when = time_of(document, sentence, trigger)
    draft.when = ahead(document, draft.when) if status in ("planned", "proposed") else draft.when
    draft.until = end_of(document, sentence, trigger)
    draft.background = is_background(sentence)
    draft.generic = trigger.kind == "confer" or sentence.tokens[trigger.token].lemma in lexicon.GENERIC
    draft.generic = draft.generic and draft.format == "meeting"
    draft.courtesy = trigger.kind == "greet" or sentence.tokens[trigger.token].lemma in lexicon.COURTESIES
    draft.reviewed = _is_reviewed(sentence, trigger)
    draft.starts = sentence.tokens[trigger.token].lemma in lexicon.ONE_DAY or (
        trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in lexicon.STARTS
    )
    draft.passing = _is_passing(sentence, trigger)
    draft.margins = any(token.lemma in lexicon.MARGINS for token in sentence.tokens)
    if draft.place is None:
        place = place_of(sentence, trigger, _spread(sentence, trigger))
        draft.place = place[0] if place else None
    return draft


def _has_pronoun(sentence: Sentence, trigger: Trigger) -> bool:
    """ "он провёл переговоры", "его визит": somebody named before takes part."""
    candidates = list(sentence.children[trigger.token])
    if trigger.verb >= 0:
        candidates += subjects(sentence, trigger.verb)
    return any(sentence.tokens[i].lemma in ("он", "она", "его", "свой") for i in candidates)


def _label(sentence: Sentence, trigger: Trigger) -> str:
    """The number of a yearly event, where it has one."""
    if trigger.format not in ("forum", "exercise", "session"):
        return ""
    return next(
        (sentence.tokens[c].lemma for c in sentence.children[trigger.token] if is_ordinal(sentence.tokens[c])), ""
    )


def _is_reviewed(sentence: Sentence, trigger: Trigger) -> bool:
    """ "подведены итоги фестиваля", "обсудили итоги визита", "учения завершились"."""
    finished = lexicon.STATUS["finished"]
    if trigger.format not in ("forum", "exercise", "visit"):
        return False
    if trigger.link in ("obj итог", "nsubj итог", "итог") or trigger.link.endswith("of итог"):
        return True
    return trigger.format != "visit" and trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in finished


def _is_passing(sentence: Sentence, trigger: Trigger) -> bool:
    """ "вспомнить переговоры", "итоги визита": spoken of, not reported."""
    if trigger.kind == "confer":
        return sentence.tokens[trigger.verb].rel.startswith("acl")
    if trigger.kind != "noun" or trigger.verb < 0 or trigger.link != "obj":
        return False
    return sentence.tokens[trigger.verb].lemma not in lexicon.CARRY | lexicon.SEND


def _spread(sentence: Sentence, trigger: Trigger) -> set[int]:
    own = set(sentence.subtree(trigger.token)) if trigger.kind == "noun" else set()
    return own | (clause(sentence, trigger.verb) if trigger.verb >= 0 else set())


def _is_multilateral(sentence: Sentence, trigger: Trigger) -> bool:
    """ "саммит ШОС", "заседание Совета Безопасности ООН": the event itself is one of many states."""
    if trigger.kind != "noun" or trigger.format in ("visit", "exercise", "message"):
        return False
    stack = list(sentence.children[trigger.token])
    while stack:
        token = sentence.tokens[stack.pop()]
        if token.rel not in ("nmod", "amod", "appos", "flat", "compound") or preposition(sentence, token.index):
            continue
        if token.lemma in lexicon.MULTILATERAL:
            return True
        if token.feats.get("Case") != "Ins":
            stack += sentence.children[token.index]
    return False


def _unique(parties: list[Party]) -> list[Party]:
    seen: dict[tuple[str, str], Party] = {}
    for party in parties:
        seen.setdefault((party.side, party.key), party)
    return list(seen.values())


def _specific(parties: list[Party]) -> list[Party]:
    """A country beside a person or body of its side is only whose they are."""
    for looser in (("country",), ("country", "group"), ("country", "group", "body")):
        named = {party.side for party in parties if party.kind not in looser}
        parties = [party for party in parties if party.kind not in looser or party.side not in named]
    return _unique(parties)


def _talks(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    trigger = draft.trigger
    if trigger.kind == "hint":
        draft.weak = True
        return True
    if trigger.kind == "host":
        found = [r for r in found if r.role in ("subject", "object", "of") and r.party.kind != "country"]
        draft.parties = _specific([r.party for r in found])
        return bool(draft.parties) and _hosted(sentence, draft)
    if trigger.kind in ("meet", "confer", "phone"):
        found = [r for r in found if r.role in ("subject", "with", "of", "asked")]
    else:
        found = _noun_roles(sentence, trigger, found)
    if not any(r.role != "with" for r in found) and draft.closed:
        return False
    draft.parties = _specific([r.party for r in found])
    draft.met = [
        r.party for r in found if r.role == "with" and r.party.kind == "person" and not _is_plural(sentence, r)
    ]
    if trigger.kind == "confer":
        draft.weak = not draft.parties and _is_by_both(sentence, trigger)
        if draft.pronoun and any(r.role == "with" for r in found):
            return all(p.kind != "country" for p in draft.parties)
        return draft.weak or (draft.both_sides and all(p.kind != "country" for p in draft.parties))
    draft.weak = sentence.tokens[trigger.token].lemma in lexicon.WEAK
    if draft.format == "session" and not draft.both_sides:
        draft.parties = _specific(draft.parties + countries_within(sentence, trigger))
    third = any(p.side == "other" for p in draft.parties)
    return draft.both_sides or not third


def _is_by_both(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Лидеры обсудили", "стороны договорились": those named before."""
    heads = [sentence.tokens[i] for i in subjects(sentence, trigger.verb)]
    return any(t.lemma in lexicon.TOGETHER and t.feats.get("Number") == "Plur" for t in heads)


def _is_plural(sentence: Sentence, role: Role) -> bool:
    """ "с лидерами Китая и Монголии" are not each met apart."""
    return sentence.tokens[role.party.head].feats.get("Number") == "Plur"


def _hosted(sentence: Sentence, draft: Draft) -> bool:
    """ "принял министра", or "принят" alone, whose host the title may name; not "принял закон"."""
    passive = sentence.tokens[draft.trigger.token].feats.get("Voice") == "Pass"
    return draft.both_sides or (passive and all(p.kind == "person" for p in draft.parties))


def _noun_roles(sentence: Sentence, trigger: Trigger, found: list[Role]) -> list[Role]:
    """The subject of the verb takes part in "провёл встречу", "заявил на встрече", not in "рассказал о встрече"."""
    of = [r for r in found if r.role in ("of", "with", "to")]
    if trigger.verb < 0:
        return of
    carries = sentence.tokens[trigger.verb].lemma in lexicon.CARRY | lexicon.SEND
    inside = trigger.link in lexicon.INSIDE and not _has_own_frame(sentence, trigger)
    inside = inside or (trigger.format == "video" and trigger.link == "по")  # "по видеосвязи"
    told = {r.party.side for r in of if r.role == "of" and not r.party.vague}
    if not (carries or inside):
        return of
    takes = [r for r in found if r.role in ("subject", "asked") and r.party.side not in told]
    if not carries:  # "Песков сообщил на встрече"? only a person speaks at talks
        takes = [r for r in takes if r.party.kind == "person"]
    return of + takes


def _is_asked(found: list[Role]) -> bool:
    return any(role.role == "asked" for role in found)


def _has_own_frame(sentence: Sentence, trigger: Trigger) -> bool:
    """ "в рамках подготовки встречи": whoever prepares it need not take part."""
    head = sentence.tokens[trigger.token].head
    return head >= 0 and sentence.tokens[head].lemma in lexicon.STATUS["planned_frames"]


def _visit(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    trigger = draft.trigger
    if trigger.kind == "noun":
        of = [r for r in found if r.role == "of"]
        visitors = of or [r for r in _noun_roles(sentence, trigger, found) if r.role in ("subject", "asked")]
    elif trigger.kind in ("invite", "await"):
        visitors = [r for r in found if r.role in ("object", "asked")]
    else:
        visitors = [r for r in found if r.role in ("subject", "asked")]
    goal = destination(sentence, trigger)
    if trigger.kind != "noun" and not goal:
        return False
    if visitors and all(r.party.side not in OTHER_SIDE for r in visitors):
        return False
    visitors = [r for r in visitors if r.party.side in OTHER_SIDE and r.party.kind != "country"]
    if goal and goal[1] not in OTHER_SIDE:
        return False
    if goal:
        visitors = [r for r in visitors if r.party.side == OTHER_SIDE[goal[1]]]
        draft.place = goal[0]
    draft.parties = _specific([r.party for r in visitors])
    if trigger.kind != "noun" and not draft.parties:
        return False
    if draft.parties:
        hosting = ("to", "subject") if trigger.kind == "invite" or _is_asked(found) else ("to",)
        hosts = [r.party for r in found if r.role in hosting and r.party.kind == "person"]
        draft.parties += [p for p in _unique(hosts) if p.side == OTHER_SIDE[draft.parties[0].side]]
    return True


def _message(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    trigger = draft.trigger
    if trigger.kind == "greet":
        found = [r for r in found if r.role in ("subject", "object")]
        draft.parties = _specific([r.party for r in found])
        return draft.both_sides
    draft.parties = _specific([r.party for r in found if r.role != "object"])
    if trigger.verb >= 0 and len({p.side for p in draft.parties}) == 1:
        draft.parties += [p for p in capitals_addressed(sentence, trigger) if p.side != draft.parties[0].side]
        draft.parties += _addressed(sentence, draft)
    return bool(draft.parties) and not any(p.side == "other" for p in draft.parties)


def _addressed(sentence: Sentence, draft: Draft) -> list[Party]:
    """Whom a letter is to, where only a country's name or adjective in its clause tells."""
    if draft.both_sides:
        return []
    other = OTHER_SIDE.get(draft.parties[0].side)
    for index in sorted(_spread(sentence, draft.trigger)):
        lemma = sentence.tokens[index].lemma
        if other and other in (lexicon.SIDE_OF_NAME.get(lemma), lexicon.SIDE_OF_ADJECTIVE.get(lemma)):
            return [country_of(other, index)]
    return []


def _signing(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    trigger = draft.trigger
    signers = [r.party for r in found if r.role == "subject"]
    if signers and all(party.side not in OTHER_SIDE for party in signers):
        return False
    draft.parties = _specific([r.party for r in found if r.role in ("subject", "with", "of", "asked")])
    if not draft.parties and any(_by_both_countries(sentence, index) for index in subjects(sentence, trigger.verb)):
        draft.parties = [country_of(side) for side in OTHER_SIDE]
    passive = sentence.tokens[trigger.token].feats.get("Voice") == "Pass"
    if passive and {party.side for party in draft.parties} == {"CN"} and not draft.closed:
        draft.parties.append(country_of("RU"))  # "контракт с CNPC подписан": in Russian news, by the Russian side
    if trigger.kind == "adopt":
        return draft.both_sides or (passive and not draft.parties)
    return not any(p.side == "other" for p in draft.parties) or draft.both_sides


def _by_both_countries(sentence: Sentence, index: int) -> bool:
    """ "российско-китайский договор"."""
    return any(sentence.tokens[c].lemma in lexicon.BOTH_ADJECTIVES for c in sentence.children[index])


def _event(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """An expo, a year of culture, a manoeuvre: both countries, or people of both who open it or take part."""
    trigger = draft.trigger
    carries = trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in lexicon.OPEN and trigger.link != "на"
    carries = carries or draft.yearly or trigger.kind == "patrol"
    named = [r.party for r in found if r.role == "of" or (carries and r.role in ("subject", "with"))]
    both = countries_within(sentence, trigger, carries)
    if trigger.format == "forum" and not both:
        draft.parties = [] if named else _host_country(sentence, draft, trigger)
        return draft.both_sides or not named
    draft.parties = _specific(named)
    if not draft.both_sides:
        draft.parties = _specific(draft.parties + both)
    if not draft.both_sides and is_bilateral_exercise(sentence, trigger.token):
        draft.parties = [country_of(side) for side in OTHER_SIDE]
    if not draft.both_sides and trigger.format == "exercise" and not draft.closed:
        draft.parties, draft.maybe = [], _at_exercise(document, sentence)
    return draft.both_sides or not draft.parties


def _host_country(sentence: Sentence, draft: Draft, trigger: Trigger) -> list[Party]:
    """ "В Кремле открылся Год китайского языка": one country's event in the other."""
    if sentence.tokens[trigger.token].lemma not in lexicon.CULTURE:
        return []
    named = {lexicon.SIDE_OF_ADJECTIVE.get(sentence.tokens[i].lemma) for i in sentence.subtree(trigger.token)} - {None}
    place = place_of(sentence, trigger, _spread(sentence, trigger))
    if len(named) != 1 or not place or place[1] != OTHER_SIDE[next(iter(named))]:
        return []
    return [country_of(side) for side in OTHER_SIDE]


def _at_exercise(document: Document, sentence: Sentence) -> list[Party]:
    """Both countries, or their troops, wherever a sentence on manoeuvres names them; nobody if one is missing."""
    if any(token.lemma in lexicon.BOTH_ADJECTIVES for token in sentence.tokens):
        return [country_of(side) for side in OTHER_SIDE]
    there = [party for party in parties_of(document, sentence) if _may_exercise(sentence, party)]
    if {party.side for party in there} != set(OTHER_SIDE):
        return []
    troops = [party for party in there if party.kind == "group"]
    named = {party.side for party in troops}
    return _unique(troops + [country_of(side) for side in OTHER_SIDE if side not in named])


def _may_exercise(sentence: Sentence, party: Party) -> bool:
    """A country or its troops anywhere in a sentence on joint manoeuvres, unless it is where they are."""
    if party.kind == "person" or party.side not in OTHER_SIDE:
        return False
    return party.kind == "group" or preposition(sentence, party.head) in ("", "из", "с", "между")
