"""Countries, bodies and places by name."""

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.names import phrase_name as nominative
from relations.reading import KnownActor


def find_bodies(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Ministries, companies and the like; a name that both sides use ("МИД") needs its country beside it."""
    found, at = [], 0
    while at < len(keys):
        hits = list(gazetteer.bodies.at(keys, at)) if at not in taken else []
        mention = _body(sentence, at, hits, keys, gazetteer)
        if mention:
            found.append(mention)
        at = mention.last + 1 if mention else at + 1
    return found + _tagged(sentence, keys, gazetteer, taken | spanned(found))


def spanned(mentions: list[Mention]) -> set[int]:
    """The token indices that the mentions of one sentence cover."""
    return {at for mention in mentions for at in range(mention.first, mention.last + 1)}


def _body(
    sentence: Sentence, first: int, hits: list[tuple[int, KnownActor]], keys: Keys, gazetteer: Gazetteer
) -> Mention | None:
    if not hits:
        return None
    last = max(hit[0] for hit in hits)
    actors = [actor for end, actor in hits if end == last]
    start, end, countries = with_country(sentence, keys, gazetteer, first, last)
    fitting = [a for a in actors if a.side in {country.side for country in countries}] if countries else actors
    if len({a.side for a in fitting}) != 1:
        return None
    return named(sentence, start if countries else first, end if countries else last, "ORG", fitting[0].ru, fitting[0])


def with_country(
    sentence: Sentence, keys: Keys, gazetteer: Gazetteer, first: int, last: int
) -> tuple[int, int, list[KnownActor]]:
    """The phrase widened by the country beside it: (first, last, countries) of "российский МИД", "МИД КНР".

    Two countries where the words name two ("министры России и Китая").
    """
    if first and keys[first - 1][1] in gazetteer.adjectives:
        return first - 1, last, [gazetteer.adjectives[keys[first - 1][1]]]
    if last + 1 < len(keys):
        hit = max(gazetteer.countries.at(keys, last + 1), key=lambda pair: pair[0], default=None)
        if hit:
            end, country = hit
            if end + 2 < len(keys) and keys[end + 1][0] == "и":
                other = max(gazetteer.countries.at(keys, end + 2), key=lambda pair: pair[0], default=None)
                if other:
                    return first, other[0], [country, other[1]]
            return first, end, [country]
    return first, last, []


def _tagged(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Bodies that only the tagger knows; the side is that of the country in the name."""
    found = []
    for name in sentence.names:
        span = range(name.first, name.last + 1)
        if name.type != "ORG" or not taken.isdisjoint(span):
            continue
        first, last, countries = with_country(sentence, keys, gazetteer, name.first, name.last)
        within = [actor for at in span for _, actor in gazetteer.countries.at(keys, at)]
        sides = {country.side for country in countries or within}
        mention = named(sentence, first, last, "ORG", nominative(sentence.tokens[first : last + 1]), None)
        mention.side = sides.pop() if len(sides) == 1 else ""
        found.append(mention)
    return found


def find_countries(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Countries, their capitals and seats of power, and other places."""
    found, at = [], 0
    while at < len(keys):
        hits = list(gazetteer.countries.at(keys, at)) if at not in taken else []
        hits = [hit for hit in hits if sentence.tokens[at].text[:1].isupper()]
        if hits:
            last, actor = max(hits, key=lambda hit: hit[0])
            mention = named(sentence, at, last, "LOC", actor.ru, actor)
            mention.how = "country"
            found.append(mention)
        at = found[-1].last + 1 if hits else at + 1
    taken = taken | spanned(found)
    for name in sentence.names:
        if name.type == "LOC" and taken.isdisjoint(range(name.first, name.last + 1)):
            words = sentence.tokens[name.first : name.last + 1]
            found.append(named(sentence, name.first, name.last, "LOC", nominative(words), None))
    return found


def named(sentence: Sentence, first: int, last: int, kind: str, name: str, actor: KnownActor | None) -> Mention:
    """A mention of a body or place by name."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(sentence.index, first, last, start, end, kind, "name", name, actor.side if actor else "", actor)
