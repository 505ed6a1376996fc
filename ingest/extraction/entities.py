"""Names in the text: persons, places and organisations, with their nominatives and known actors."""

from collections.abc import Iterator

from ingest.extraction.document import Document, Mention, Name, Sentence, Token
from ingest.extraction.lexicon import load
from ingest.extraction.names import fold, is_ordinary, is_place, phrase_name
from relations.reading import Entity

_QUOTES = '«»„“”"'


def find_entities(document: Document) -> tuple[Entity, ...]:
    """The names of an article whose mentions are found, in the order of the text."""
    found: list[Entity] = []
    for sentence in document.sentences:
        mentions = document.mentions_in(sentence)
        persons = [m for m in mentions if m.how == "name" and m.type == "PER" and m.named >= 0]
        entities = [_entity(document, sentence, "PER", m.named, m.last, m) for m in persons]
        taken = {at for m in persons for at in range(m.named, m.last + 1)}
        known = [m for m in mentions if m.type != "PER" and m.how in ("name", "country")]
        for name in [*sentence.names, *_untagged_places(sentence, taken)]:
            for repaired in _repaired(sentence, name, known) if name.type != "PER" else ():
                span = range(repaired.first, repaired.last + 1)
                if taken.isdisjoint(span):
                    taken.update(span)
                    entities.append(_of_name(document, sentence, repaired, known))
        found += sorted(entities, key=lambda entity: entity.start)
    return tuple(found)


def _of_name(document: Document, sentence: Sentence, name: Name, known: list[Mention]) -> Entity:
    mention = next((m for m in known if m.first <= name.first and name.last <= m.last), None)
    return _entity(document, sentence, name.type, name.first, name.last, mention)


def _entity(
    document: Document, sentence: Sentence, kind: str, first: int, last: int, mention: Mention | None
) -> Entity:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    normal = mention.name if mention else phrase_name(sentence.tokens[first : last + 1])
    actor = mention.actor.key if mention and mention.actor else None
    return Entity(kind, start, end, document.article.text[start:end], normal, actor)


# --- Repairs --------------------------------------------------------------------------------------


def _repaired(sentence: Sentence, name: Name, known: list[Mention]) -> Iterator[Name]:
    """The tagger's name as it should be; nothing where it is none."""
    words = load("entities")
    first, last, kind = name.first, name.last, name.type
    token = sentence.tokens[first]
    lemma = fold(token.lemma)
    if first == last and (lemma in words["no_names"] or _is_people(token) or _is_quality(sentence, token, kind)):
        return
    if first == last:
        kind = words["types"].get(lemma) or words["types"].get(fold(token.text), kind)
    if any(m.type == "ORG" and m.actor and m.first <= first and last <= m.last for m in known):
        kind = "ORG" if kind == "LOC" and not _within_country(known, first, last) else kind
    if kind == "ORG":
        if lemma in words["legal_forms"] and first < last and sentence.tokens[first + 1].text in _QUOTES:
            first += 1
        if _is_thing(sentence, first, words["things"]):
            return
        first = _with_adjective(sentence, first)
        yield from _latin_after(sentence, last)
    yield Name(kind, first, last)


def _within_country(known: list[Mention], first: int, last: int) -> bool:
    return any(m.how == "country" and m.first <= first and last <= m.last for m in known)


def _is_people(token: Token) -> bool:
    """«Американцы», «Космонавты»: people, not a place."""
    return token.feats.get("Number") == "Plur" and token.feats.get("Animacy") == "Anim" and is_ordinary(token.text)


def _is_quality(sentence: Sentence, token: Token, kind: str) -> bool:
    """«Речная экосистема»: an adjective with a capital only because the sentence begins with it."""
    return kind == "LOC" and token.pos == "ADJ" and token.index == 0 and token.rel == "amod"


def _is_thing(sentence: Sentence, first: int, things: list[str]) -> bool:
    """«шаттл „Дискавери“»: a name in quotation marks after a word for a thing."""
    before = first - 1
    if before >= 0 and sentence.tokens[before].text in _QUOTES:
        before -= 1
    elif sentence.tokens[first].text not in _QUOTES:
        return False
    return before >= 0 and fold(sentence.tokens[before].lemma) in things


def _with_adjective(sentence: Sentence, first: int) -> int:
    """«японский МИД», «российское министерство финансов»: the country's adjective belongs to the name."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.pos != "ADJ" or not before.text[:1].islower():
        return first
    head, lemma = sentence.tokens[first], fold(before.lemma)
    agrees = before.feats.get("Case") == head.feats.get("Case") and before.feats.get("Number") == head.feats.get(
        "Number"
    )
    ordinary = "СМИ" in head.text or head.text[:1] in _QUOTES
    return first - 1 if agrees and lemma.endswith(("ский", "цкий")) and not ordinary else first


def _latin_after(sentence: Sentence, last: int) -> Iterator[Name]:
    """The name's original or abbreviation in brackets: «Комитет защиты журналистов (CPJ)»."""
    tokens, at = sentence.tokens, last + 1
    if at < len(tokens) and tokens[at].text in _QUOTES:
        at += 1
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return
    end = next((i for i in range(at + 1, min(at + 9, len(tokens))) if tokens[i].text == ")"), None)
    if end is None or end == at + 1:
        return
    inside = tokens[at + 1 : end]
    latin = all(t.text.isascii() and t.text[0].isalpha() for t in inside)
    short = len(inside) == 1 and inside[0].text.isupper() and inside[0].text.isalpha() and len(inside[0].text) > 1
    if (latin or short) and inside[0].text[:1].isupper():
        yield Name("ORG", at + 1, end - 1)


def _untagged_places(sentence: Sentence, taken: set[int]) -> Iterator[Name]:
    """Places that the tagger passed over ("чемпион Европы"); their only reading in the dictionary is a place."""
    tagged = taken | {at for name in sentence.names for at in range(name.first, name.last + 1)}
    for token in sentence.tokens:
        if token.index in tagged or not token.text[:1].isupper() or token.pos not in ("PROPN", "NOUN"):
            continue
        if len(token.text) > 2 and is_place(token.text):
            yield Name("LOC", token.index, token.index)
