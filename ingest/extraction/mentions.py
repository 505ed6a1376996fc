"""Who is spoken of where."""

from functools import lru_cache

from ingest.extraction.coreference import resolve
from ingest.extraction.dates import reference_day
from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.names import fold
from ingest.extraction.persons import Roster, find_persons
from ingest.extraction.places import find_bodies, find_countries, spanned
from ingest.extraction.posts import OfficePhrase, find_posts


def find_mentions(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Every mention of an actor, in the order of the text."""
    day = reference_day(document)
    roster = Roster(gazetteer, day.isoformat() if day else None)
    keyed = [(sentence, keys_of(sentence)) for sentence in document.sentences]
    for sentence, keys in keyed:
        roster.learn(sentence, keys)
    if document.headline:
        for sentence in document.headline.sentences:
            roster.learn(sentence, keys_of(sentence))
    if day is None:
        _learn_by_surname(document, keyed, roster)
    mentions: list[Mention] = []
    pending: list[OfficePhrase] = []
    for sentence, keys in keyed:
        found, unresolved = _in_sentence(sentence, keys, roster)
        mentions += found
        pending += unresolved
    _complete(mentions)
    return resolve(document, mentions, pending, roster)


def _learn_by_surname(document: Document, keyed: list[tuple[Sentence, Keys]], roster: Roster) -> None:
    """Without a day it is the persons whom the article names anywhere that tell who held an office."""
    for mention in document.headline.mentions if document.headline else ():
        if mention.type == "PER" and mention.actor and mention.how == "name":
            roster.known.setdefault(mention.actor.key, mention.actor)
    for sentence, keys in keyed:
        find_persons(sentence, keys, roster)


def _complete(mentions: list[Mention]) -> None:
    """What one mention of an unknown person tells (side, post, level) holds for the others too."""
    told: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type == "PER" and mention.actor is None and (mention.side or mention.post):
            best = told.setdefault(mention.name, mention)
            if mention.side and not best.side:
                told[mention.name] = mention
    for mention in mentions:
        known = told.get(mention.name) if mention.type == "PER" and mention.actor is None else None
        if known and known is not mention:
            mention.side, mention.post = mention.side or known.side, mention.post or known.post
            mention.level = known.level if mention.level == "other" else mention.level


def keys_of(sentence: Sentence) -> Keys:
    """For each token its folded text and its folded lemma: what the gazetteer is asked by."""
    return [_key(token.text, token.lemma) for token in sentence.tokens]


@lru_cache(maxsize=100_000)
def _key(text: str, lemma: str) -> tuple[str, str]:
    return fold(text), fold(lemma)


def _in_sentence(sentence: Sentence, keys: Keys, roster: Roster) -> tuple[list[Mention], list[OfficePhrase]]:
    persons = find_persons(sentence, keys, roster)
    taken = spanned(persons)
    bodies = find_bodies(sentence, keys, roster.gazetteer, taken)
    countries = find_countries(sentence, keys, roster.gazetteer, taken | spanned(bodies))
    return find_posts(sentence, keys, roster, persons, bodies + countries)
