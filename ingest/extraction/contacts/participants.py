"""Who of a sentence's parties takes part in the event that a trigger names, and in which role.

Roles: "subject", "with", "of" (genitive, "между", agent), "object", "to" (recipient, host). A trip has a
destination too: see place.py.
"""

from dataclasses import dataclass

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import SUBJECTS, predicate_above, preposition, subjects
from ingest.extraction.contacts.draft import Party, Trigger
from ingest.extraction.contacts.parties import is_both
from ingest.extraction.document import Sentence
from relations.reading import Participant

_WITH = ("с", "со", "вместе с", "совместно с")
_BETWEEN = ("между", "со сторона", "с участие", "при участие", "с участием", "при участии")
_TO = ("в адрес", "на имя", "к", "по приглашение", "ко")
_UP = ("conj", "appos", "flat", "flat:name", "flat:foreign", "compound", "amod", "det", "nummod", "list", "parataxis")
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
    for party in parties:
        role = _role(sentence, trigger, party, verbs, subject_heads)
        if role:
            found.append(Role(party, role))
    if not any(r.role == "of" for r in found):
        found += _from_adjectives(sentence, trigger)
    return found


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
    for _ in range(_STEPS):
        token = sentence.tokens[current]
        prep = prep or preposition(sentence, current)
        if current in subject_heads and current != trigger.token:
            return _as_subject(trigger) if not prep or prep in _WITH else None
        if token.head < 0:
            return None
        if token.head == trigger.token and trigger.kind == "noun":
            return _on_noun(token.rel, prep, token.feats.get("Case", ""), trigger)
        if token.head in verbs:
            return _on_verb(token.rel, prep, token.feats.get("Case", ""), trigger, sentence.tokens[trigger.verb])
        climbs = token.rel in _UP or (token.rel == "nmod" and (not prep or prep in (*_WITH, "во глава с", "во глава")))
        if not climbs or sentence.tokens[token.head].pos in ("VERB", "AUX"):
            return None
        current = token.head
    return None


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
    if prep:
        return None
    if case == "Dat":
        return "to"
    return "of" if rel in ("nmod", "appos", "obl", "obl:agent", "flat", "amod", "nsubj") else None


def _on_verb(rel: str, prep: str, case: str, trigger: Trigger, verb: object) -> str | None:
    if rel in SUBJECTS and not prep:
        return _as_subject(trigger)
    if prep in _WITH:
        return "with"
    if prep in _BETWEEN:
        return "of"
    if prep in _TO:
        return "to"
    if prep:
        return None
    if rel in ("obj",):
        return "object"
    if rel in ("iobj",) or case == "Dat":
        return "to"
    if rel in ("obl", "obl:agent", "nmod") and case == "Ins":
        return "of"
    return None


def _from_adjectives(sentence: Sentence, trigger: Trigger) -> list[Role]:
    """Both countries from "российско-китайские переговоры", "учения двух стран"."""
    for child in sentence.children[trigger.token]:
        token = sentence.tokens[child]
        if token.lemma in lexicon.BOTH_ADJECTIVES or (
            is_both(sentence, child) and preposition(sentence, child) in ("", *_BETWEEN, "в", "из")
        ):
            return [Role(_country(side, child), "of") for side in ("RU", "CN")]
    return []


def _country(side: str, index: int) -> Party:
    return Party(Participant(lexicon.COUNTRY[side], side), "country", "other", index, index, index)


def enclosing_verb(sentence: Sentence, trigger: Trigger) -> int:
    """The trigger's verb, or the nearest predicate above where the noun hangs deeper."""
    return trigger.verb if trigger.verb >= 0 else predicate_above(sentence, trigger.token)
