"""Ministries and the like without their country: «в МИД подчеркнули»."""

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.history import SIDES, History
from ingest.extraction.lexicon import load
from ingest.extraction.names import fold
from relations.reading import KnownActor

_BACK = 40  # mentions back in which the same body, or one of its people, tells whose it is
_NEAR = 2  # sentences back in which a subject does


def whose(mention: Mention, sentence: Sentence, history: History) -> list[Mention]:
    """The mention with its actor and side, where it is a body that both countries have and the context tells whose.

    The same body or its people spoken of before decide, then who acted in the sentences before; without a third
    country there the reader of Russian news takes it for Russia's. Words without a capital ("ведомство") that nothing
    explains are no mention.
    """
    if mention.type != "ORG" or mention.actor or mention.side:
        return [mention]
    bodies = _candidates(mention, sentence, history)
    if len(bodies) < len(SIDES):
        return [mention]
    first = sentence.tokens[mention.first]
    proper = first.text[:1].isupper() and (first.pos == "PROPN" or mention.last > mention.first)
    told = _spoken_of(bodies, history)
    if not proper and not told:
        return []
    side = "" if _of_thing(mention, sentence) else told or acting(mention.sentence, mention.first, history) or "RU"
    if side not in SIDES:
        return [mention] if proper else []
    actor = bodies[side]
    mention.actor, mention.side, mention.name = actor, side, actor.ru
    return [mention]


def _of_thing(mention: Mention, sentence: Sentence) -> bool:
    """«самолет Минобороны»: the body only owns what is spoken of."""
    token = sentence.tokens[sentence.head_of(mention.first, mention.last)]
    return token.head >= 0 and fold(sentence.tokens[token.head].lemma) in load("entities")["things"]


def _candidates(mention: Mention, sentence: Sentence, history: History) -> dict[str, KnownActor]:
    """The bodies of the two sides that the words name."""
    tokens = sentence.tokens[mention.first : mention.last + 1]
    keys = [(fold(token.text), fold(token.lemma)) for token in tokens]
    index = history.roster.gazetteer.bodies
    hits = index.at(keys, 0) if index.starts(keys[0]) else ()
    return {hit.target.side: hit.target for hit in hits if hit.last == len(keys) - 1 and hit.target.side in SIDES}


def _spoken_of(bodies: dict[str, KnownActor], history: History) -> str:
    """The side whose body, or a person of it, was spoken of last."""
    posts = load("anaphora")["bodies_posts"].get(bodies["RU"].key.partition("-")[2], ())
    for earlier in reversed(history.told[-_BACK:]):
        if earlier.actor in bodies.values():
            return earlier.side
        post = (earlier.post or "").casefold()
        held = " ".join(sorted(history.held(earlier)))
        if earlier.type == "PER" and earlier.side and any(word in post or word in held for word in posts):
            return earlier.side
    return ""


def acting(sentence: int, before: int, history: History) -> str:
    """The side of the last subject before a token or in the sentences before; "other" for a third country."""
    for at in range(sentence, sentence - _NEAR - 1, -1):
        for earlier in reversed(history.in_sentence(at)):
            ahead = at == sentence and earlier.first >= before
            if earlier.side and not ahead and history.leads(earlier):
                return earlier.side
    return ""
