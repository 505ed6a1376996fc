"""Words that stand for someone named elsewhere: found here, explained in `coreference`."""

from dataclasses import dataclass
from functools import cache

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.gazetteer import Gazetteer
from ingest.extraction.lexicon import load
from ingest.extraction.names import fold, lemmas, phrase_name
from ingest.extraction.posts import OfficePhrase
from relations.reading import KnownActor, KnownOffice


@dataclass(slots=True)
class Anaphor:
    """Tokens first..last that stand for someone. `kind` is "office" (a bare office), "noun" ("дипломат"),
    "counterpart" ("его коллега"), "pronoun", "parties" ("стороны") or "country" ("китайская сторона").
    """

    sentence: Sentence
    first: int
    last: int
    kind: str
    side: str = ""
    plural: bool = False
    gender: str = ""
    offices: tuple[KnownOffice, ...] = ()
    wanted: tuple[str, ...] = ()  # what the antecedent's post must contain, any of them
    country: KnownActor | None = None
    words: str = ""


@cache
def _nouns() -> dict[str, tuple[tuple[frozenset[str], ...], tuple[str, ...]]]:
    """The nouns for persons by their words' lemmas: phrase → (its words, what the post must contain)."""
    return {
        phrase: (tuple(lemmas(word) for word in phrase.split()), tuple(wanted))
        for phrase, wanted in load("anaphora")["persons"].items()
    }


@cache
def _starts() -> frozenset[str]:
    """The lemmas with which anything here begins: a quick test before the slow ones."""
    words = load("anaphora")
    firsts = {lemma for parts, _ in _nouns().values() for lemma in parts[0]}
    for name in ("counterparts", "any_pairs", "parties", "for_country"):
        firsts.update(fold(word) for word in words[name])
    return frozenset(firsts | {"он", "она", "они", "его", "ее", "их"})


def find_anaphors(
    sentence: Sentence, named: list[Mention], pending: list[OfficePhrase], gazetteer: Gazetteer
) -> list[Anaphor]:
    """The anaphors of a sentence outside the mentions that it already has."""
    taken = {at for mention in named if mention.type == "PER" for at in range(mention.first, mention.last + 1)}
    found = [anaphor for phrase in pending if (anaphor := _of_phrase(phrase))]
    for anaphor in found:
        taken.update(range(anaphor.first, anaphor.last + 1))
    for token in sentence.tokens:
        if token.index in taken or fold(token.lemma) not in _starts():
            continue
        anaphor = _at(sentence, token, gazetteer)
        if anaphor and taken.isdisjoint(range(anaphor.first, anaphor.last + 1)):
            found.append(anaphor)
            taken.update(range(anaphor.first, anaphor.last + 1))
    return found


def _at(sentence: Sentence, token: Token, gazetteer: Gazetteer) -> Anaphor | None:
    return (
        _pronoun(sentence, token)
        or _for_country(sentence, token, gazetteer)
        or _of_parties(sentence, token)
        or _noun(sentence, token, gazetteer)
    )


def _of_phrase(phrase: OfficePhrase) -> Anaphor | None:
    """A bare office, unless it belongs to something else ("лидер партии", "президент компании")."""
    sentence, words = phrase.sentence, load("anaphora")
    head = sentence.tokens[phrase.first]
    alone = phrase.first == phrase.last
    if not phrase.both and alone and fold(head.lemma) in words["never_alone"] and not phrase.plural:
        return None
    if not phrase.both and _has_owner(sentence, phrase.first, phrase.last):
        return None
    if phrase.both and not phrase.plural:
        return None
    if phrase.plural and not phrase.both and _has_quality(sentence, phrase.first, phrase.last):
        return None  # «международные лидеры»
    wanted = (fold(head.lemma),) if alone else ()
    return Anaphor(
        sentence,
        phrase.first,
        phrase.last,
        "office",
        plural=phrase.plural,
        offices=tuple(phrase.offices),
        wanted=wanted,
    )


def _has_owner(sentence: Sentence, first: int, last: int) -> bool:
    """Whether something follows in the genitive that the office or noun belongs to."""
    for child in sentence.children[first]:
        token = sentence.tokens[child]
        if child > last and token.rel == "nmod" and token.feats.get("Case") == "Gen" and not token.text.isupper():
            return True
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    owner = after is not None and after.pos in ("NOUN", "PROPN") and after.feats.get("Case") == "Gen"
    return owner and not after.text.isupper()  # «сказал министр ТАСС»


def _pronoun(sentence: Sentence, token: Token) -> Anaphor | None:
    lemma, text = fold(token.lemma), fold(token.text)
    if token.pos == "DET" and text in ("его", "ее"):
        noun = sentence.tokens[token.head] if token.head >= 0 else None
        if noun is None or fold(noun.lemma) not in load("anaphora")["words_of"]:
            return None
        return Anaphor(sentence, token.index, token.index, "pronoun", gender="Masc" if text == "его" else "Fem")
    if token.pos != "PRON" or lemma not in ("он", "она", "они"):
        return None
    if lemma == "они" or token.feats.get("Number") == "Plur":
        subject = token.rel.startswith("nsubj") and token.feats.get("Case") == "Nom"
        return Anaphor(sentence, token.index, token.index, "pronoun", plural=True) if subject else None
    if (token.feats.get("Gender") == "Neut" and text == "оно") or token.feats.get("Case") == "Loc":
        return None  # «в нём»: hardly ever a person
    gender = "Fem" if lemma == "она" or token.feats.get("Gender") == "Fem" else "Masc"
    return Anaphor(sentence, token.index, token.index, "pronoun", gender=gender)


def _for_country(sentence: Sentence, token: Token, gazetteer: Gazetteer) -> Anaphor | None:
    """«китайская сторона», «власти КНР»: those who act for a country."""
    if fold(token.lemma) not in {fold(word) for word in load("anaphora")["for_country"]}:
        return None
    first = last = token.index
    country = None
    before = token.index - 1
    if before >= 0 and sentence.tokens[before].pos == "ADJ":
        country, first = gazetteer.adjectives.get(fold(sentence.tokens[before].lemma)), before
    if country is None and last + 1 < len(sentence.tokens):
        keys = [(fold(t.text), fold(t.lemma)) for t in sentence.tokens]
        hit = gazetteer.countries.longest(keys, last + 1)
        if hit:
            last, country, first = hit.last, hit.target, token.index
    if country is None:
        return None
    side = fold(token.lemma) == "сторона" and token.feats.get("Number") != "Plur"
    words = "" if side else phrase_name(sentence.tokens[first : last + 1])
    words = words[:1].lower() + words[1:]  # a capital here is the sentence's
    return Anaphor(sentence, first, last, "country", side=country.side, country=country, words=words)


def _of_parties(sentence: Sentence, token: Token) -> Anaphor | None:
    """«стороны», «обе страны», «наши государства»."""
    lemma = fold(token.lemma)
    if lemma not in load("anaphora")["parties"] or token.feats.get("Number") not in ("Plur", None):
        before = sentence.tokens[token.index - 1].lemma if token.index else ""
        if lemma not in load("anaphora")["parties"] or before not in ("два", "оба"):
            return None
    first = token.index
    before = sentence.tokens[first - 1] if first else None
    both = before is not None and before.lemma in ("два", "оба", "наш")
    subject = token.rel.startswith("nsubj")
    if not both and (not subject or _has_owner(sentence, first, first) or _has_quality(sentence, first)):
        return None
    return Anaphor(sentence, first - 1 if both else first, token.index, "parties", plural=True)


def _has_quality(sentence: Sentence, at: int, last: int = -1) -> bool:
    """Whether an adjective or number outside the words at..last describes the first of them."""
    qualities = [child for child in sentence.children[at] if sentence.tokens[child].rel in ("amod", "nummod", "det")]
    return any(not at <= child <= last and sentence.tokens[child].lemma not in _BOTH for child in qualities)


_BOTH = frozenset(("два", "оба", "наш"))


def _noun(sentence: Sentence, token: Token, gazetteer: Gazetteer) -> Anaphor | None:
    """«дипломат», «российский политик», «глава ведомства», «китайский коллега»."""
    words, lemma = load("anaphora"), fold(token.lemma)
    first, side = token.index, ""
    before = sentence.tokens[first - 1] if first else None
    two = before is not None and before.lemma in ("два", "оба")  # «оба министра»
    plural = two or token.feats.get("Number") == "Plur"
    if before and before.pos == "ADJ" and fold(before.lemma) in gazetteer.adjectives:
        first, side = first - 1, gazetteer.adjectives[fold(before.lemma)].side
    if lemma in words["counterparts"] and not plural:
        return Anaphor(sentence, first, token.index, "counterpart", side=side)
    if plural:
        known = lemma in words["any_pairs"] or lemma in words["persons"]
        alone = first == token.index and known and not _has_owner(sentence, first, first)
        if not alone or _has_quality(sentence, first) or not (two or token.rel.startswith("nsubj")):
            return None
        wanted = tuple(words["persons"].get(lemma, ()))
        return Anaphor(sentence, first - two, token.index, "noun", plural=True, wanted=wanted)
    best = max((hit for hit in _matches(sentence, token.index)), key=lambda hit: hit[0], default=None)
    if best is None or _has_owner(sentence, token.index, best[0]):
        return None
    if not side and fold(token.lemma) in words["with_side"]:
        return None
    return Anaphor(sentence, first, best[0], "noun", side=side, wanted=best[1])


def _matches(sentence: Sentence, at: int) -> list[tuple[int, tuple[str, ...]]]:
    found = []
    for parts, wanted in _nouns().values():
        tokens = sentence.tokens[at : at + len(parts)]
        if len(tokens) == len(parts) and all(
            {fold(token.text), fold(token.lemma)} & part for token, part in zip(tokens, parts, strict=True)
        ):
            found.append((at + len(parts) - 1, wanted))
    return found
