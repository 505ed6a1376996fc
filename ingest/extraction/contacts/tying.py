"""How a date of a sentence hangs on an event of it."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import CONTROL, clause, is_predicate, relative_verbs, turn, verb_chain
from ingest.extraction.contacts.draft import Trigger
from ingest.extraction.dates import FoundDate
from ingest.extraction.document import Sentence

_STEPS = 8
_TOLD_BY_NOUN = ("visit", "meeting", "session")


def tie(sentence: Sentence, trigger: Trigger, found: FoundDate) -> int:
    """How a date hangs on an event: 1 on the event or its verb, 2 at the head of its clause, 0 not at all.

    3 is when somebody told of it: what is told on a day as done is hardly older.
    """
    if 0 < found.first - trigger.token <= 2 and found.preposition:
        return 1  # "учения в 2015 году"
    if _is_of_other_part(sentence, trigger, found):
        return 0
    if trigger.kind == "noun" and not found.preposition and _follows(sentence, trigger, found):
        return 1
    report = _report(sentence, trigger, found)
    if report == "future" or _is_of_asking(sentence, trigger, found):
        return 0
    before = sentence.tokens[found.first - 1] if found.first else None
    if before and before.lemma in lexicon.OCCASIONS and before.index != trigger.token:
        return 0  # "прибыл на парад 9 мая"
    verbs = {trigger.token, trigger.verb} | set(verb_chain(sentence, trigger.verb))
    verbs |= set(relative_verbs(sentence, trigger.token)) if trigger.kind == "noun" else set()
    verbs |= {
        c
        for c in sentence.children[trigger.token]
        if sentence.tokens[c].rel == "acl" or sentence.tokens[c].feats.get("VerbForm") == "Part"
    }
    current = found.first
    for _ in range(_STEPS):
        token = sentence.tokens[current]
        if token.head in verbs and token.head >= 0:
            return 0 if _beyond(sentence, token.head, found.first, verbs) else 1
        if token.head < 0:
            break
        inside = found.first <= token.head <= found.last
        word = sentence.tokens[token.head]
        carries = word.lemma in lexicon.FRAME_NOUNS or word.lemma in lexicon.TIME_NOUNS or token.rel == "flat"
        if not inside and not carries and token.rel != "conj":
            break
        current = token.head
    if _is_set_off(sentence, trigger, found):
        return 2
    spread = clause(sentence, trigger.verb) if trigger.verb >= 0 else set(sentence.subtree(trigger.token))
    opening = not any(is_predicate(sentence.tokens[i]) for i in range(min(spread, default=0), found.first))
    before = found.first < (trigger.verb if trigger.verb >= 0 else trigger.token)
    if before and (opening and found.first in spread):
        return 2
    if before and (_opens_its_part(sentence, found.first, trigger.verb) or _opens_its_clause(sentence, trigger, found)):
        return 2
    return 3 if report == "past" else 0


def _follows(sentence: Sentence, trigger: Trigger, found: FoundDate) -> bool:
    """ "визит председателя в Россию 3–4 июля": right after the event's own words."""
    own = set(sentence.subtree(trigger.token))
    between = range(trigger.token + 1, found.first)
    return found.first > trigger.token and all(i in own for i in between) and trigger.format in _TOLD_BY_NOUN


def _is_of_other_part(sentence: Sentence, trigger: Trigger, found: FoundDate) -> bool:
    """ "в марте ждут министра, а на апрель намечен визит премьера": each date is of its own part."""
    anchor = trigger.token
    return turn(sentence, min(found.last, anchor), max(found.first, anchor)) >= 0


def _opens_its_clause(sentence: Sentence, trigger: Trigger, found: FoundDate) -> bool:
    """Right after such a turn, or before it at the head, though the parser hung it on the other verb."""
    start = turn(sentence, -1, found.first)
    turns = start >= 0 or turn(sentence, found.last, len(sentence.tokens)) >= 0
    between = sentence.tokens[max(start, 0) : found.first]
    return turns and not any(is_predicate(token) for token in between)


def _is_of_asking(sentence: Sentence, trigger: Trigger, found: FoundDate) -> bool:
    """ "В мае пригласил посетить", "5 мая предложил подписать": when it was asked for, not when it will be."""
    asking = sentence.tokens[trigger.token]
    if asking.feats.get("VerbForm") == "Inf" and asking.head >= 0:
        asking = sentence.tokens[asking.head]
    past = asking.feats.get("Tense") == "Past" and asking.lemma in CONTROL
    return past and found.last < asking.index


def _report(sentence: Sentence, trigger: Trigger, found: FoundDate) -> str:
    """The time of what was said on a day: "5 мая посол сообщил, что в ходе визита они подпишут" is "future"."""
    for token in sentence.tokens[found.last + 1 : trigger.token]:
        if token.lemma == "что" and token.pos == "SCONJ":
            told = sentence.tokens[token.index :]
            tense = next((t.feats.get("Tense") for t in told if t.feats.get("VerbForm") == "Fin"), None)
            return {"Fut": "future", "Past": "past"}.get(tense or "", "")
    return ""


def _is_set_off(sentence: Sentence, trigger: Trigger, found: FoundDate) -> bool:
    """ "продлится три дня — с 20 по 22 марта", "в июле 2007 года, когда министры подписали"."""
    verb = trigger.verb if trigger.verb >= 0 else trigger.token
    before = sentence.tokens[found.first - 1].text if found.first else ""
    if before in ("—", "–", "-", ":", "(") and found.first > verb:
        own = sentence.tokens[verb : found.first]
        if before == "(" and any(token.lemma in lexicon.OCCASIONS for token in own):
            return False  # "приурочен к годовщине революции (1 октября 1949 года)"
        return not any(is_predicate(token) and token.index != verb for token in own)
    after = [token.lemma for token in sentence.tokens[found.last + 1 : found.last + 3]]
    if after != [",", "когда"] or found.first > verb:
        return False
    return not any(is_predicate(token) for token in sentence.tokens[found.last + 1 : verb])


def _opens_its_part(sentence: Sentence, first: int, verb: int) -> bool:
    """ "… прибыл в Пекин и накануне провёл": right after "и", with no other predicate before the verb."""
    joined = first > 0 and sentence.tokens[first - 1].lemma == "и"
    return joined and verb > first and not any(is_predicate(t) or t.pos == "PUNCT" for t in sentence.tokens[first:verb])


def _beyond(sentence: Sentence, head: int, first: int, verbs: set[int]) -> bool:
    """Another predicate stands between the verb and a date after it: the parser reached too far."""
    between = (sentence.tokens[i] for i in range(head + 1, first))
    return any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" and t.index not in verbs for t in between)
