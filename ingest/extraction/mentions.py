"""Who is spoken of where."""

from ingest.extraction import coreference
from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.names import fold
from ingest.extraction.persons import Roster, find_persons
from ingest.extraction.places import find_bodies, find_countries
from ingest.extraction.posts import find_posts


def find_mentions(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Every mention of an actor, in the order of the text."""
    roster = Roster(gazetteer, day_of(document))
    keyed = [(sentence, keys_of(sentence)) for sentence in document.sentences]
    for sentence, keys in keyed:
        roster.learn(sentence, keys)
    found: list[Mention] = []
    for sentence, keys in keyed:
        found += _in_sentence(document, sentence, keys, roster)
    return coreference.resolve(document, found, roster)


def day_of(document: Document) -> str | None:
    """The article's day, ISO, as far as it is known."""
    published = document.article.published
    return published[:10] if published else None


def keys_of(sentence: Sentence) -> Keys:
    """For each token its folded text and its folded lemma: what the gazetteer is asked by."""
    return [(fold(token.text), fold(token.lemma)) for token in sentence.tokens]


def _in_sentence(document: Document, sentence: Sentence, keys: Keys, roster: Roster) -> list[Mention]:
    persons = find_persons(sentence, keys, roster)
    taken = {at for mention in persons for at in range(mention.first, mention.last + 1)}
    bodies = find_bodies(sentence, keys, roster.gazetteer, taken)
    taken |= {at for mention in bodies for at in range(mention.first, mention.last + 1)}
    countries = find_countries(sentence, keys, roster.gazetteer, taken)
    mentions = find_posts(sentence, keys, roster, persons, bodies + countries)
    return sorted(mentions, key=lambda mention: (mention.first, mention.last))
