"""Bilateral public events and joint manoeuvres: whose they are."""

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import preposition
from ingest.extraction.contacts.draft import OTHER_SIDE, Draft, Party, Trigger
from ingest.extraction.contacts.participants import Role, countries_within
from ingest.extraction.contacts.parties import country_of, parties_of, specific, unique
from ingest.extraction.contacts.place import place_of, spread_of
from ingest.extraction.contacts.triggers import is_bilateral_exercise
from ingest.extraction.document import Document, Sentence

_BESIDE = ("на", "в рамка", "в ход", "во время", "по итог", "перед", "после", "накануне", "на поле", "в преддверие")


def of_event(document: Document, sentence: Sentence, draft: Draft, found: list[Role]) -> bool:
    """An expo, a year of culture, a manoeuvre: both countries, or people of both who open it or take part."""
    trigger = draft.trigger
    carries = trigger.verb >= 0 and sentence.tokens[trigger.verb].lemma in lexicon.OPEN and trigger.link not in _BESIDE
    comes = trigger.format == "exercise" and _is_come_to(sentence, trigger)
    carries = carries or comes or draft.yearly or trigger.kind == "patrol"
    named = [r.party for r in found if r.role == "of" or (carries and r.role in ("subject", "with"))]
    both = countries_within(sentence, trigger, carries)
    if trigger.format == "forum" and not both:
        draft.parties = [] if named else _host_country(sentence, draft, trigger)
        return draft.both_sides or not named
    draft.parties = specific(named)
    if not draft.both_sides:
        draft.parties = specific(draft.parties + both)
    if not draft.both_sides and is_bilateral_exercise(sentence, trigger.token):
        draft.parties = [country_of(side) for side in OTHER_SIDE]
    if not draft.both_sides and comes and {party.level for party in draft.parties} == {"military"}:
        draft.parties = [*draft.parties, country_of(OTHER_SIDE[draft.parties[0].side])]
    beside = any(r.role == "with" and r.party.side == "CN" for r in found)
    if beside and trigger.format == "exercise" and {party.side for party in draft.parties} == {"CN"}:
        draft.parties = [*draft.parties, country_of("RU")]  # "совместно с войсками Китая", told in Russian news
    if not draft.both_sides and trigger.format == "exercise" and not draft.closed:
        draft.parties, draft.maybe = [], at_exercise(document, sentence)
    return draft.both_sides or not draft.parties


def _is_come_to(sentence: Sentence, trigger: Trigger) -> bool:
    """ "Китайские солдаты прибыли на учения": they exercise with their hosts."""
    travels = trigger.verb >= 0 and lexicon.VERBS.get(sentence.tokens[trigger.verb].lemma) == "travel"
    return travels and trigger.link in ("на", "участие", "для участие")


def _host_country(sentence: Sentence, draft: Draft, trigger: Trigger) -> list[Party]:
    """ "В Кремле открылся Год китайского языка": one country's event in the other."""
    if sentence.tokens[trigger.token].lemma not in lexicon.CULTURE:
        return []
    named = {_side_told(sentence, index) for index in _own_words(sentence, trigger.token)} - {None}
    place = place_of(sentence, trigger, spread_of(sentence, trigger))
    if len(named) != 1 or not place or place[1] != OTHER_SIDE[next(iter(named))]:
        return []
    return [country_of(side) for side in OTHER_SIDE]


def _own_words(sentence: Sentence, event: int) -> list[int]:
    """The words that tell whose an event is; a show of a country's art or artist is no event of the country."""
    if sentence.tokens[event].lemma in lexicon.SHOWS:
        return sentence.children[event]
    return sentence.subtree(event)


def _side_told(sentence: Sentence, index: int) -> str | None:
    """ "китайский", "Приморского (края)": whose the event is; not where it is."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head] if token.head >= 0 else token
    if preposition(sentence, index) or (token.pos in ("NOUN", "PROPN") and token.feats.get("Case") != "Gen"):
        return None
    region = lexicon.REGION_WORDS.get(token.lemma) or lexicon.REGION_WORDS.get(above.lemma)
    return lexicon.SIDE_OF_ADJECTIVE.get(token.lemma) or lexicon.SIDE_OF_NAME.get(token.lemma) or region


def at_exercise(document: Document, sentence: Sentence) -> list[Party]:
    """Both countries, or their troops, wherever a sentence on manoeuvres names them; nobody if one is missing."""
    if any(token.lemma in lexicon.BOTH_ADJECTIVES for token in sentence.tokens):
        return [country_of(side) for side in OTHER_SIDE]
    named = parties_of(document, sentence)
    there = [party for party in named if _may_exercise(sentence, party)]
    if any(party.side == "other" and not _is_beside_them(sentence, party, there) for party in named):
        return []  # "призвали США и Южную Корею отказаться от учений"
    if {party.side for party in there} != set(OTHER_SIDE):
        return []
    troops = [party for party in there if party.kind == "group"]
    named = {party.side for party in troops}
    return unique(troops + [country_of(side) for side in OTHER_SIDE if side not in named])


def _is_beside_them(sentence: Sentence, party: Party, others: list[Party]) -> bool:
    """ "Россия, Китай и Иран": in one list with those who exercise."""
    chain = {token.index for token in sentence.ancestors(party.head)}
    heads = {other.head for other in others}
    token = sentence.tokens[party.head]
    siblings = token.head in {sentence.tokens[head].head for head in heads}
    return token.rel == "conj" and (siblings or bool(heads & chain))


def _may_exercise(sentence: Sentence, party: Party) -> bool:
    """A country or its troops anywhere in a sentence on joint manoeuvres, unless it is where they are."""
    if party.kind == "person" or party.side not in OTHER_SIDE:
        return False
    return party.kind == "group" or preposition(sentence, party.head) in ("", "из", "с", "между")
