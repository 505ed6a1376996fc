"""One sentence after another: triggers, their parties, status, place and time become drafts of contacts."""

from dataclasses import replace

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import SUBJECTS, is_predicate, preposition, subjects
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, Trigger
from ingest.extraction.contacts.events import of_event
from ingest.extraction.contacts.lasting import days_of
from ingest.extraction.contacts.papers import of_message, of_signing
from ingest.extraction.contacts.participants import Role, has_strangers, is_others, roles
from ingest.extraction.contacts.parties import parties_of, specific
from ingest.extraction.contacts.place import place_at, place_of, spread_of
from ingest.extraction.contacts.status import is_travelled_to, status_of
from ingest.extraction.contacts.talks import of_talks
from ingest.extraction.contacts.timing import (
    ahead,
    end_of,
    is_at_an_hour,
    is_background,
    is_current,
    is_long_ago,
    is_recalled,
    news_index,
    time_of,
    today,
)
from ingest.extraction.contacts.transcript import Turns, pronouns
from ingest.extraction.contacts.triggers import find_triggers, is_ordinal
from ingest.extraction.contacts.visits import of_visit
from ingest.extraction.document import Document, Sentence, Token
from relations.reading import ReadDate

REACH = 6  # sentences from the head of an article in which its chief persons are named
LINE = 25  # tokens: a longer sentence without a verb is a list


def drafts_of(document: Document, sentence: Sentence, spoken: Turns = ()) -> list[Draft]:
    """The contacts that one sentence tells of; those that lean on another sentence have a side missing.

    `spoken` are the turns of talks printed word for word: they tell whom "я" and "Вы" mean.
    """
    triggers = [] if _asks(document, sentence) else find_triggers(sentence)
    if not triggers:
        return _presence(document, sentence)
    parties = [*parties_of(document, sentence), *pronouns(document, sentence, spoken)]
    found = [draft for trigger in triggers if (draft := _draft(document, sentence, trigger, parties))]
    _add_hosts(document, found)
    found = [draft for draft in found if not (_is_manner(draft, found) or _is_stop(draft, found))]
    return [one for draft in found for one in _each(sentence, draft)]


def _asks(document: Document, sentence: Sentence) -> bool:
    """A question reports nothing."""
    return document.text[sentence.start : sentence.end].rstrip(' »”"').endswith("?")


def _add_hosts(document: Document, found: list[Draft]) -> None:
    """ "прибыл в Москву, где проведёт переговоры с президентом": the host takes part in the visit too."""
    for visit in found:
        visitors = [party for party in visit.parties if party.kind == "person"]
        if visit.format != "visit" or not visitors or len({party.side for party in visit.parties}) > 1:
            continue
        host = OTHER_SIDE.get(visitors[0].side)
        for talks in found:
            others = [party for party in talks.parties if party.side == host and party.kind in ("person", "group")]
            own = not talks.side(visitors[0].side) or any(p.key == visitors[0].key for p in talks.parties)
            if talks.format in ("meeting", "session") and others and own:
                visit.parties = [*visit.parties, _leader(document, visitors[0], others[0]) or others[0]]
                break


def _leader(document: Document, guest: Party, host: Party) -> Party | None:
    """The head of state whom the article names, for the "руководство" that receives another head of state."""
    if host.kind != "group" or guest.level != "leader":
        return None
    for sentence in document.sentences[: REACH + 1]:
        for party in parties_of(document, sentence):
            if party.kind == "person" and party.level == "leader" and party.side == host.side:
                return party
    return None


def _is_manner(draft: Draft, found: list[Draft]) -> bool:
    """ "провели встречу по видеосвязи": the link is how they met, not another event."""
    if (
        draft.trigger.kind != "noun"
        or draft.format != "video"
        or draft.trigger.link not in ("по", "в режим", "в формат")
    ):
        return False
    return any(other is not draft and other.format in ("meeting", "session", "video", "call") for other in found)


def _is_stop(draft: Draft, found: list[Draft]) -> bool:
    """ "В ходе визита посетит Пекин": a stop of that trip; "присутствовал на открытии": told by that."""
    if draft.format != "visit" or draft.trigger.kind not in ("travel", "attend") or not draft.parties:
        return False
    for other in found:
        if other is draft or draft.parties[0].key not in {party.key for party in other.parties}:
            continue
        trip = (
            other.format == "visit" and other.parties[0].key == draft.parties[0].key and other.trigger.kind != "attend"
        )
        if trip and other.trigger.verb == draft.trigger.token and other.trigger.link in _DURING:
            other.place = other.place or draft.place
            return True
        if draft.trigger.kind == "attend" and (trip or (other.format == "forum" and other.both_sides)):
            return True
    return False


def _each(sentence: Sentence, draft: Draft) -> list[Draft]:
    """ "встретился с премьером и председателем": a meeting each, where the hosts are named singly."""
    guests = [party for party in draft.met if party.level in _HIGH or _is_met_apart(sentence, party)]
    if draft.trigger.kind == "host" and not guests:
        guests = _receiving(sentence, draft)
    if draft.format != "meeting" or len(guests) < 2 or len({party.side for party in guests}) > 1:
        return [draft]
    others = [party for party in draft.parties if party.side != guests[0].side]
    return [replace(draft, parties=[*others, guest], told=[], evidence=list(draft.evidence)) for guest in guests]


_DURING = ("в ход", "в рамка", "во время")
_HIGH = ("leader", "government", "minister")


def _is_met_apart(sentence: Sentence, party: Party) -> bool:
    """ "с министром, а также с его заместителем": a meeting of its own."""
    return party.first > 0 and sentence.tokens[party.first - 1].lemma == "с"


def _receiving(sentence: Sentence, draft: Draft) -> list[Party]:
    """ "Гостя примут президент и премьер": hosts of rank receive one after the other."""
    own = [p for p in draft.parties if p.level in _HIGH and sentence.tokens[p.head].rel in (*SUBJECTS, "conj")]
    return own if len({party.side for party in own}) == 1 else []


def _presence(document: Document, sentence: Sentence) -> list[Draft]:
    """ "Российская делегация в Пекине": a trip told without a verb."""
    if len(sentence.tokens) > LINE or any(is_predicate(token) for token in sentence.tokens):
        return []
    there = [party for party in parties_of(document, sentence) if party.kind in ("person", "group")]
    parties = specific([party for party in there if party.head == there[0].head])[:1]
    if not parties or parties[0].side not in OTHER_SIDE:
        return []
    trigger = Trigger(parties[0].head, "visit", "presence")
    for token in sentence.tokens:
        place = place_at(sentence, token.index)
        there = place and place[1] == OTHER_SIDE[parties[0].side] and token.feats.get("Case") == "Loc"
        if parties[0].first <= token.index <= parties[0].last:
            continue  # "сотрудник посольства в Пекине": where the office is
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
    if _is_general(sentence, trigger) and not _names_both(found):
        return None
    if trigger.kind == "hint" and any(party.side not in OTHER_SIDE for party in parties):
        return None  # "затронул тему в разговоре с президентом США"
    draft.pronoun = _has_pronoun(sentence, trigger)
    draft.opening = trigger.format == "forum" and _is_opening(sentence, trigger)
    draft.yearly = sentence.tokens[trigger.token].lemma == "год" and not draft.opening
    draft.label = _label(sentence, trigger)
    draft.another = _another(sentence, trigger)
    builder = {"visit": of_visit, "message": of_message, "signing": of_signing, "forum": of_event, "exercise": of_event}
    build = of_talks if trigger.kind == "launch" else builder.get(trigger.format, of_talks)
    if not build(document, sentence, draft, found):
        return None
    draft.when = time_of(document, sentence, trigger, status)
    draft.when = ahead(document, draft.when) if status in ("planned", "proposed") else draft.when
    if not draft.when.date and status == "held" and _is_news(document, sentence, trigger):
        draft.when = today(document)
    if not draft.when.date and status == "planned" and is_at_an_hour(document, sentence, trigger):
        draft.when = today(document)
    draft.until = end_of(document, sentence, trigger)
    draft.days = days_of(sentence, trigger)
    in_force = sentence.tokens[trigger.token].lemma in lexicon.CONTRACTS
    if (
        draft.days > 1
        and trigger.link in lexicon.INSIDE
        and len(draft.when.date or "") == 10
        and not draft.when.date_end
    ):
        draft.when = replace(draft.when, date=draft.when.date[:7])  # "в рамках трёхдневного визита 2 мая проведёт …"
    draft.background = in_force or is_background(sentence) or is_recalled(sentence, trigger)
    verbs = [sentence.tokens[i] for i in (trigger.token, trigger.verb) if i >= 0]
    verb = sentence.tokens[trigger.verb] if trigger.verb >= 0 else None
    past = verb is not None and verb.feats.get("Tense") == "Past" and verb.feats.get("VerbForm") == "Fin"
    draft.came_true = past and trigger.link == "nsubj" and verb.lemma in lexicon.STATUS["event_verbs"]
    draft.arrived = past and (verb.lemma in lexicon.ARRIVING or verb.lemma in lexicon.STARTS or trigger.link == "с")
    draft.over = any(verb.lemma in lexicon.STATUS["ending"] for verb in verbs)
    if draft.over and status == "planned" and len(draft.when.date or "") == 10 and not draft.when.date_end:
        draft.until, draft.when = draft.when.date, ReadDate()  # "учения завершатся 28 августа"
    draft.staying = _is_judged(sentence, trigger) or any(
        v.lemma in lexicon.STAYS | lexicon.ARRIVING and v.feats.get("VerbForm") == "Part" for v in verbs
    )
    draft.generic = trigger.kind == "confer" or sentence.tokens[trigger.token].lemma in lexicon.GENERIC
    draft.generic = draft.generic and draft.format == "meeting"
    draft.courtesy = trigger.kind == "greet" or sentence.tokens[trigger.token].lemma in lexicon.COURTESIES
    draft.reviewed = _is_reviewed(sentence, trigger)
    draft.starts = sentence.tokens[trigger.token].lemma in lexicon.ONE_DAY or (
        trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in lexicon.STARTS
    )
    said_together = {r.party.side for r in found if r.role == "subject" and r.party.kind == "person"} == set(OTHER_SIDE)
    draft.travelled = is_travelled_to(sentence, trigger)
    if said_together and draft.travelled:
        draft.status = "held"  # both "отправились на переговоры"
    draft.daytime = any(sentence.tokens[c].text.lower() in lexicon.DAYTIMES for c in _around(sentence, trigger))
    draft.passing = _is_passing(sentence, trigger) and not (said_together and trigger.kind == "noun")
    draft.margins = any(token.lemma in lexicon.MARGINS for token in sentence.tokens)
    draft.current, draft.long_ago = is_current(document, draft), is_long_ago(document, draft.when)
    if draft.place is None:
        place = place_of(sentence, trigger, spread_of(sentence, trigger))
        draft.place = place[0] if place else None
    return draft


def _is_general(sentence: Sentence, trigger: Trigger) -> bool:
    """ "совместные учения укрепляют безопасность": what such events are good for, none of them told."""
    if trigger.kind != "noun" or trigger.link != "nsubj" or trigger.verb < 0:
        return False
    verb = sentence.tokens[trigger.verb]
    lasting = verb.lemma in lexicon.CARRY | lexicon.OF_EVENTS | lexicon.STARTS | lexicon.STATUS["cancelled_verbs"]
    if lasting or verb.feats.get("Tense") != "Pres" or verb.feats.get("VerbForm") != "Fin":
        return False
    below = [sentence.tokens[c] for c in sentence.children[trigger.token]]
    single = sentence.tokens[trigger.token].feats.get("Number") == "Sing"
    return not single and not any(t.rel == "det" or t.lemma in lexicon.POINTED or is_ordinal(t) for t in below)


def _names_both(found: list[Role]) -> bool:
    return {"RU", "CN"} <= {role.party.side for role in found if role.party.kind == "person"}


def _is_news(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Начались переговоры", "проводят встречу" at the head of an article: on the article's day."""
    if (
        news_index(document, sentence.index)
        or is_background(sentence)
        or trigger.format not in ("meeting", "session", "call", "video")
    ):
        return False
    if trigger.verb < 0 or (trigger.kind == "noun" and trigger.link not in ("obj", "nsubj")):
        return False
    verb = sentence.tokens[trigger.verb]
    begun = verb.lemma in lexicon.STARTS and verb.feats.get("Tense") == "Past"
    return verb.feats.get("VerbForm") == "Fin" and (begun or verb.feats.get("Tense") == "Pres")


def _around(sentence: Sentence, trigger: Trigger) -> list[int]:
    """What hangs at once on the event or on its verb."""
    return [*sentence.children[trigger.token], *(sentence.children[trigger.verb] if trigger.verb >= 0 else ())]


def _has_pronoun(sentence: Sentence, trigger: Trigger) -> bool:
    """ "он провёл переговоры", "его визит": somebody named before takes part."""
    candidates = list(sentence.children[trigger.token])
    if trigger.verb >= 0:
        candidates += subjects(sentence, trigger.verb)
    return any(sentence.tokens[i].lemma in ("он", "она", "его", "свой") for i in candidates)


def _label(sentence: Sentence, trigger: Trigger) -> str:
    """The number of a yearly event, where it has one."""
    if trigger.format not in ("forum", "exercise", "session"):
        beside = trigger.format == "meeting" and any(_is_beside(sentence, t) for t in sentence.tokens)
        return "beside a session" if beside else ""
    token = sentence.tokens[trigger.token]
    below = list(sentence.children[trigger.token])
    if token.lemma == "год":
        of = (t for t in map(sentence.tokens.__getitem__, below) if t.feats.get("Case") == "Gen")
        return next((lexicon.SIDE_OF_NAME[t.lemma] for t in of if t.lemma in lexicon.SIDE_OF_NAME), "")
    if token.head >= 0 and sentence.tokens[token.head].lemma == "раунд":  # "двадцатый раунд консультаций"
        below += sentence.children[token.head]
    return next((sentence.tokens[c].lemma for c in below if is_ordinal(sentence.tokens[c])), "")


def _is_opening(sentence: Sentence, trigger: Trigger) -> bool:
    """ "церемония открытия Года России"."""
    return any(token.lemma == "церемония" for token in sentence.ancestors(trigger.token))


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """ "перед заседанием", "после консультаций": the meeting is not that session."""
    return token.lemma in lexicon.SITTINGS and preposition(sentence, token.index) in (
        "перед",
        "до",
        "после",
        "накануне",
    )


def _another(sentence: Sentence, trigger: Trigger) -> str:
    """ "следующий", "предыдущий": the word that makes it another event."""
    marks = (sentence.tokens[c].lemma for c in sentence.children[trigger.token])
    return next((lemma for lemma in marks if lemma in lexicon.ANOTHER), "") if trigger.kind == "noun" else ""


def _is_reviewed(sentence: Sentence, trigger: Trigger) -> bool:
    """ "подведены итоги фестиваля", "обсудили итоги визита", "учения завершились"."""
    finished = lexicon.STATUS["finished"]
    if trigger.format not in ("forum", "exercise", "visit"):
        return False
    if trigger.link in ("obj итог", "nsubj итог", "итог") or trigger.link.endswith("of итог"):
        return True
    return trigger.format != "visit" and trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in finished


def _is_judged(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Визит стал частью диалога", "нынешний визит выделяется": what is said of a trip does not date it."""
    if trigger.format != "visit" or trigger.link != "nsubj" or trigger.verb < 0:
        return False
    lemma = sentence.tokens[trigger.verb].lemma
    return lemma in lexicon.STATUS["judging_verbs"]


def _is_passing(sentence: Sentence, trigger: Trigger) -> bool:
    """ "вспомнить переговоры", "итоги визита": spoken of, not reported."""
    if trigger.kind == "confer":
        return sentence.tokens[trigger.verb].rel.startswith("acl")
    if trigger.kind != "noun" or trigger.verb < 0 or trigger.link != "obj":
        return False
    return sentence.tokens[trigger.verb].lemma not in lexicon.CARRY | lexicon.SEND


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
