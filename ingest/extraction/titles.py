"""Posts that the gazetteer does not know: of a person beside them, and by themselves ("губернатор Приморья")."""

from functools import cache

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.gazetteer import Gazetteer, Keys
from ingest.extraction.lexicon import load
from ingest.extraction.names import analyses, fold, is_chinese_name, is_ordinary, phrase_name
from ingest.extraction.origins import side_of_name
from ingest.extraction.places import region_side

_REACH = 14  # words back from a name in which its post is sought
_ENDS = frozenset(",;:.—")


def give_post(
    sentence: Sentence, keys: Keys, person: Mention, persons: list[Mention], others: list[Mention], gazetteer: Gazetteer
) -> None:
    """Gives a person the post that the noun beside the name tells, and the side of its words."""
    head = _post_noun(sentence, person, persons)
    if head is None:
        return
    amods = [i for i in sentence.children[head] if i < head and sentence.tokens[i].rel in ("amod", "det")]
    first = min(amods, default=head)
    if _between(first, person, persons):
        return
    words = phrase_name(sentence.tokens[first : person.first]).strip(" ,—-")
    person.post = None if keys[head][1] in load("anaphora")["counterparts"] else words
    if not person.side:
        person.side = _side_of_words(keys, first, person.first, others, gazetteer)
        if person.side and _only_sits_there(sentence, keys, first, person.first, gazetteer):
            person.side = _side_of_one_abroad(sentence, person)
        if not person.side and person.post and begins(person.post, load("posts")["state"]):
            person.side = conventional_side(sentence, person)
    if person.post:
        person.level = level_of_words(person.post) or person.level
    widen(sentence, person, first)


def _only_sits_there(sentence: Sentence, keys: Keys, first: int, end: int, gazetteer: Gazetteer) -> bool:
    """ "Консул в Шэньяне", "представитель фонда в Харбине": the one place named is where the office is."""
    told = [
        at
        for at in range(first, end)
        if keys[at][1] in gazetteer.adjectives or region_side(keys[at]) or gazetteer.countries.longest(keys, at)
    ]
    if len(told) != 1 or sentence.tokens[told[0]].pos == "ADJ":
        return False
    return told[0] > first and keys[told[0] - 1][1] in ("в", "во")


def _side_of_one_abroad(sentence: Sentence, person: Mention) -> str:
    """Whose a person is who sits somewhere: by the name, if the post is one of state; else nobody's."""
    place, named = person.side, conventional_side(sentence, person)
    if named in ("", place):
        return place
    return named if begins(person.post or "", load("posts")["state"]) else ""


def conventional_side(sentence: Sentence, person: Mention) -> str:
    """The side of a person with a post of state and no country beside it, by the name."""
    at = max(person.named, person.first)
    return side_of_name(sentence.tokens[at : person.last + 1], person.name)


def widen(sentence: Sentence, mention: Mention, first: int) -> None:
    """Takes the post in front of a name into the mention."""
    mention.first, mention.start = first, sentence.tokens[first].start


def is_person_noun(token: Token) -> bool:
    """Whether the word is a common noun for a person; of the words that the dictionary knows it is the judge."""
    lemma = fold(token.lemma)
    if token.pos != "NOUN" and not (
        token.pos == "PROPN" and (lemma in _folded("overlooked") or is_ordinary(token.text))
    ):
        return False
    parses = [parse for parse in analyses(token.text) if "NOUN" in parse.tag and parse.is_known]
    tags = [parse.tag for parse in parses if fold(parse.normal_form) == lemma]  # «политики Путина»: not of a politician
    return any("anim" in tag for tag in tags) if tags else token.feats.get("Animacy") == "Anim"


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")[name])


def _between(first: int, person: Mention, persons: list[Mention]) -> bool:
    """Whether another person is named between a post and its supposed holder."""
    return any(other is not person and other.first < person.first and first <= other.last for other in persons)


def _post_noun(sentence: Sentence, person: Mention, persons: list[Mention]) -> int | None:
    token = sentence.tokens[sentence.head_of(person.first, person.last)]
    if token.rel in ("appos", "flat:name", "nmod", "flat") and 0 <= token.head < person.first:
        head = _topmost(sentence, token.head)
        noun = sentence.tokens[head]
        agrees = all(noun.feats.get(key) == token.feats.get(key) for key in ("Case", "Number"))
        if is_person_noun(noun) and (agrees or token.rel != "nmod") and not _between(head, person, persons):
            return head  # «кум Путина» is somebody else
    return _noun_to_the_left(sentence, person)


def _topmost(sentence: Sentence, head: int) -> int:
    """«начальник управления контр-адмирал», «секретарь парткома»: from the rank or the body up to the post."""
    token = sentence.tokens[head]
    above = token.rel == "appos" or (token.rel == "nmod" and not is_person_noun(token))
    if above and 0 <= token.head < head and is_person_noun(sentence.tokens[token.head]):
        return token.head
    return head


def _noun_to_the_left(sentence: Sentence, person: Mention) -> int | None:
    """The nearest noun for a person before the name in the name's case, nothing but a noun phrase between them.

    The tagger knows no cases of Chinese names, so these take the nearest such noun.
    """
    words = sentence.tokens[person.first : person.last + 1]
    if person.first and sentence.tokens[person.first - 1].pos == "ADP":
        return None  # "делегация во главе с Чжао Лэцзи"
    case = None if is_chinese_name(words) else words[0].feats.get("Case")
    for at in range(person.first - 1, max(person.first - _REACH, -1), -1):
        token = sentence.tokens[at]
        if token.pos in ("VERB", "SCONJ", "PRON", "CCONJ", "AUX") or token.text in _ENDS:
            return None
        if is_person_noun(token) and case in (None, token.feats.get("Case")):
            return at
    return None


def _side_of_words(keys: Keys, first: int, end: int, others: list[Mention], gazetteer: Gazetteer) -> str:
    """The side that a post's words name first: "посол РФ в Китае" is Russia's."""
    known = {mention.first: mention.side for mention in others if mention.side}
    for at in range(first, end):
        adjective = gazetteer.adjectives.get(keys[at][1])
        side = adjective.side if adjective else known.get(at, "") or region_side(keys[at])
        if side:
            return side
    return ""


def level_of_words(post: str) -> str:
    """The level of a post in words, or an empty string."""
    for level, beginnings in load("posts")["levels"].items():
        if begins(post, beginnings):
            return level
    return ""


def begins(post: str, beginnings: list[str]) -> bool:
    """Whether a word of the post begins so; a beginning that ends in a blank is a whole word."""
    padded = " " + post.casefold().replace("ё", "е") + " "
    return any(" " + beginning in padded for beginning in beginnings)


# --- By themselves --------------------------------------------------------------------------------


def lone_posts(sentence: Sentence, keys: Keys, taken: set[int], gazetteer: Gazetteer) -> list[Mention]:
    """«губернатор Приморья», «мэр Харбина»: offices of a region or country whose holder the text does not name."""
    found: list[Mention] = []
    for token in sentence.tokens:
        if keys[token.index][1] not in _folded("alone") or token.index in taken:
            continue
        if token.feats.get("Number") == "Plur" or not is_person_noun(token):
            continue
        first, last = _phrase(sentence, token.index)
        if last == token.index and keys[last][1] in ("министр", "замминистра"):
            continue  # «китайский министр»: whom the context names
        side = "" if taken & set(range(first, last + 1)) else _side_of_words(keys, first, last + 1, [], gazetteer)
        side = side or _country_of(keys, first, last, gazetteer)
        if side:
            words = phrase_name(sentence.tokens[first : last + 1])
            words = words[:1].lower() + words[1:]
            start, end = sentence.tokens[first].start, sentence.tokens[last].end
            level = level_of_words(words) or "other"
            found.append(
                Mention(sentence.index, first, last, start, end, "PER", "office", words, side, None, words, level)
            )
    return found


def _country_of(keys: Keys, first: int, last: int, gazetteer: Gazetteer) -> str:
    for at in range(first, last + 1):
        hit = gazetteer.countries.longest(keys, at)
        if hit:
            return hit.target.side
    return ""


def _phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """(first, last) of a post: its adjectives before, and the genitives, names and "в" with a place after it."""
    first = last = head
    while first and sentence.tokens[first - 1].pos == "ADJ" and sentence.tokens[first - 1].head == head:
        first -= 1
    inside = {head}
    for token in sentence.tokens[head + 1 :]:
        hangs = token.head in inside or (token.rel in ("amod", "case") and token.head > token.index)
        if not hangs or token.rel not in ("nmod", "amod", "appos", "flat:name", "case", "flat", "flat:foreign"):
            break
        if token.pos not in ("NOUN", "PROPN", "ADJ", "ADP"):
            break
        inside.add(token.index)
        last = token.index
    while last > head and sentence.tokens[last].pos in ("ADP", "ADJ"):
        last -= 1
    return first, last
