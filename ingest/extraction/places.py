"""Countries, bodies and places by name."""

from functools import cache

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.lexicon import load
from ingest.extraction.names import forms, lemmas, phrase_name
from relations.reading import KnownActor


def find_bodies(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Ministries, companies and the like; a name that both sides use ("МИД") needs its country beside it."""
    found: list[Mention] = []
    for at in gazetteer.bodies.places(keys):
        if at not in taken and (not found or at > found[-1].last):
            found += _bodies_at(sentence, at, keys, gazetteer)
    return found + _tagged(sentence, keys, gazetteer, taken | spanned(found))


def spanned(mentions: list[Mention]) -> set[int]:
    """The token indices that the mentions of one sentence cover."""
    return {at for mention in mentions for at in range(mention.first, mention.last + 1)}


def _bodies_at(sentence: Sentence, first: int, keys: Keys, gazetteer: Gazetteer) -> list[Mention]:
    """The body whose name begins here; two where the words mean both sides' ("центральные банки России и Китая")."""
    hits = list(gazetteer.bodies.at(keys, first))
    if not hits:
        return []
    last = max(hit.last for hit in hits)
    shorter = max((hit.last for hit in hits if hit.last < last), default=last)
    if with_country(sentence, keys, gazetteer, first, shorter)[1] > last:  # "Минобороны РФ и КНР"
        last = shorter
    actors = [hit.target for hit in hits if hit.last == last]
    start, end, countries = with_country(sentence, keys, gazetteer, first, last)
    sides = {country.side for country in countries}
    fitting = {a.side: a for a in actors if not sides or a.side in sides}
    if not fitting:
        return []
    if len(fitting) > 1 and not countries:  # «МИД»: the context tells whose
        return [named(sentence, first, last, "ORG", phrase_name(sentence.tokens[first : last + 1]), None)]
    if not countries:
        start, end = first, last
    found = [named(sentence, start, end, "ORG", actor.ru, actor) for actor in fitting.values()]
    for mention in found:
        mention.plural = len(found) > 1
    return found


def with_country(
    sentence: Sentence, keys: Keys, gazetteer: Gazetteer, first: int, last: int
) -> tuple[int, int, list[KnownActor]]:
    """The phrase widened by the country beside it: (first, last, countries) of "российский МИД", "МИД КНР".

    Several countries where the words name several ("министры России, Китая и Индии").
    """
    if first and keys[first - 1][1] in gazetteer.adjectives:
        country = gazetteer.adjectives[keys[first - 1][1]]
        if first > 2 and keys[first - 2][0] == "и" and keys[first - 3][1] in gazetteer.adjectives:
            return first - 3, last, [gazetteer.adjectives[keys[first - 3][1]], country]  # «российский и китайский»
        return first - 1, last, [country]
    hit = gazetteer.countries.longest(keys, last + 1)
    if hit is None:
        return first, last, []
    end, countries = hit.last, [hit.target]
    while end + 2 < len(keys) and keys[end + 1][0] in ("и", ","):
        another = gazetteer.countries.longest(keys, end + 2)
        if another is None or not _listed(sentence, end, another.last):
            break
        end, countries = another.last, [*countries, another.target]
    return first, end, countries


def _listed(sentence: Sentence, last: int, end: int) -> bool:
    """Whether the next country belongs to the list: in the same case, and a comma is followed by an «и» in the end."""
    one, other = sentence.tokens[last].feats.get("Case"), sentence.tokens[end].feats.get("Case")
    if one and other and one != other:
        return False
    following = [token.text for token in sentence.tokens[end + 1 : end + 2]]
    return sentence.tokens[last + 1].text == "и" or following in (["и"], [","])


def _tagged(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Bodies that only the tagger knows; the side is that of the country in the name."""
    found = []
    for name in sentence.names:
        span = range(name.first, name.last + 1)
        if name.type != "ORG" or not taken.isdisjoint(span):
            continue
        first, last, countries = with_country(sentence, keys, gazetteer, name.first, name.last)
        within = [hit.target for at in span if (hit := gazetteer.countries.longest(keys, at))]
        sides = {country.side for country in countries or within}
        mention = named(sentence, first, last, "ORG", phrase_name(sentence.tokens[first : last + 1]), None)
        mention.side = sides.pop() if len(sides) == 1 else ""
        found.append(mention)
    return found


@cache
def _regions() -> dict[str, str]:
    """Folded lemma of a city or region → its side."""
    words = load("places")
    return {form: side for side in words for name in words[side] for form in forms(name) | lemmas(name)}


def region_side(keys: tuple[str, str]) -> str:
    """The side that a city or region belongs to, by one word of its name; an empty string for others."""
    return _regions().get(keys[0]) or _regions().get(keys[1], "")


def find_countries(sentence: Sentence, keys: Keys, gazetteer: Gazetteer, taken: set[int]) -> list[Mention]:
    """Countries, their capitals and seats of power, and other places."""
    found: list[Mention] = []
    for at in gazetteer.countries.places(keys):
        capital = at not in taken and sentence.tokens[at].text[:1].isupper()
        hit = gazetteer.countries.longest(keys, at) if capital and (not found or at > found[-1].last) else None
        if hit:
            mention = named(sentence, at, hit.last, "LOC", hit.target.ru, hit.target)
            mention.how = "country"
            found.append(mention)
    taken = taken | spanned(found)
    for name in sentence.names:
        if name.type == "LOC" and taken.isdisjoint(range(name.first, name.last + 1)):
            words = sentence.tokens[name.first : name.last + 1]
            mention = named(sentence, name.first, name.last, "LOC", phrase_name(words), None)
            mention.side = next(filter(None, (region_side(keys[word.index]) for word in words)), "")
            found.append(mention)
    return found


def named(sentence: Sentence, first: int, last: int, kind: str, name: str, actor: KnownActor | None) -> Mention:
    """A mention of a body or place by name."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(sentence.index, first, last, start, end, kind, "name", name, actor.side if actor else "", actor)
