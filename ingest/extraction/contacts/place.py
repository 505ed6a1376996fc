"""Where an event took place, and where a trip goes."""

from collections.abc import Collection

from ingest.extraction.contacts import lexicon
from ingest.extraction.contacts.clause import clause, preposition
from ingest.extraction.contacts.draft import Trigger
from ingest.extraction.document import Sentence, Token

_OUR = ("наш", "этот", "свой", "российский")


def place_at(sentence: Sentence, index: int) -> tuple[str, str] | None:
    """(nominative, "RU", "CN" or "other") if the token names a place we know, alone or with the word before."""
    token = sentence.tokens[index]
    if index:
        pair = f"{sentence.tokens[index - 1].lemma} {token.lemma}"
        if pair in lexicon.PLACES_OF_TWO:
            return lexicon.PLACES_OF_TWO[pair]
    undeclined = token.text.lower()  # the lemma of "Хубэй" may be anything
    if token.text[:1].isupper() and token.lemma not in lexicon.PLACES and undeclined in lexicon.PLACES:
        return lexicon.PLACES[undeclined]
    if token.pos in ("PROPN", "NOUN", "ADJ") and token.lemma in lexicon.PLACES:
        if token.pos == "ADJ" and token.lemma != "подмосковный":
            return None
        return lexicon.PLACES[token.lemma]
    return None


def _preposition(sentence: Sentence, index: int) -> str:
    """The preposition before a place, or before the word that it names ("в провинции Хэйлунцзян", "в городе Сочи")."""
    return preposition(sentence, index) or preposition(sentence, _named_word(sentence, index).index)


def _named_word(sentence: Sentence, index: int) -> Token:
    """ "провинцию" of "посетил провинцию Хубэй", else the place itself."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head] if token.head >= 0 else token
    return above if above.lemma in lexicon.PLACE_WORDS and above.index < index else token


def _is_elsewhere(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """ "обсудили договорённости, достигнутые в Пекине": the participle's place, not the event's."""
    for token in sentence.ancestors(index):
        if token.index in (trigger.token, trigger.verb):
            return False
        if token.rel == "acl" and token.feats.get("VerbForm") == "Part":
            of = sentence.tokens[token.head]
            return of.pos == "NOUN" and of.feats.get("Animacy") != "Anim"
    return False


def place_of(sentence: Sentence, trigger: Trigger, spread: set[int]) -> tuple[str, str] | None:
    """The place of an event: "в Пекине" on the trigger, on its verb, in its clause; cities before countries."""
    found = []
    for index in sorted(spread):
        place = place_at(sentence, index)
        if not place or _is_elsewhere(sentence, trigger, index):
            continue
        token = sentence.tokens[index]
        prep = _preposition(sentence, index)
        if prep in ("в", "во", "на", "под", "близ", "у") and token.feats.get("Case") in (
            "Loc",
            "Ins",
            "Gen",
            "Prep",
            None,
        ):
            near = 0 if token.head == trigger.token else 1 if token.head == trigger.verb else 2
            country = place[0] in ("Россия", "Китай")
            found.append((near, country, abs(index - trigger.token), place))
    return min(found)[3] if found else None


def destination(sentence: Sentence, trigger: Trigger, posts: Collection[int] = ()) -> tuple[str, str] | None:
    """Where a trip goes: "в Китай", "Пекин" after "посетил", "в нашу страну", "на российскую землю".

    `posts` are tokens of people's posts: "посол в Китае" goes nowhere.
    """
    heads = {trigger.token, trigger.verb} - {-1}
    spread = clause(sentence, trigger.verb) if trigger.verb >= 0 else set(sentence.subtree(trigger.token))
    spread |= set(sentence.subtree(trigger.token)) if trigger.kind == "noun" else set()
    options = []
    if trigger.verb >= 0 and any(sentence.tokens[c].lemma == "куда" for c in sentence.children[trigger.verb]):
        above = sentence.tokens[trigger.verb].head
        place = place_at(sentence, above) if above >= 0 else None
        if place:  # "в Москве, куда прибыл министр"
            return place
    for index in sorted(spread.difference(posts)):
        token = sentence.tokens[index]
        prep = _preposition(sentence, index)
        place = place_at(sentence, index) or _our_country(sentence, index)
        if not place:
            continue
        cases = ("Loc", None) if trigger.kind == "attend" else ("Acc", "Loc", None)
        directed = prep in ("в", "во", "на") and (
            token.feats.get("Case") in cases or prep != preposition(sentence, index)
        )
        along = prep == "по" and trigger.kind == "noun"
        visited = not prep and trigger.kind == "travel" and _is_visited(sentence, trigger, index)
        if directed or along or visited:
            near = 0 if token.head in heads else 1
            options.append((near, token.feats.get("Case") == "Loc", abs(index - trigger.token), place))
    return min(options)[3] if options else None


def _is_visited(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """ "посетил Пекин": the object, which the parser may take for a second subject."""
    word, verb = _named_word(sentence, index), sentence.tokens[trigger.verb]
    plans = verb.head if verb.rel == "xcomp" and verb.head >= 0 else trigger.verb  # "Сочи планирует посетить премьер"
    subjects = [c for c in sentence.children[plans] if sentence.tokens[c].rel == "nsubj"]
    return word.rel in ("obj", "nsubj:pass") or (word.rel == "nsubj" and len(subjects) > 1)


def _our_country(sentence: Sentence, index: int) -> tuple[str, str] | None:
    """ "наша страна" in a Russian outlet is Russia."""
    token = sentence.tokens[index]
    if token.lemma in lexicon.VISITED:
        for child in sentence.children[index]:
            side = lexicon.SIDE_OF_ADJECTIVE.get(sentence.tokens[child].lemma)
            if side and child < index:
                return lexicon.COUNTRY[side], side
    if token.lemma in ("страна", "столица") and token.feats.get("Number") == "Sing":
        marks = {sentence.tokens[c].lemma for c in sentence.children[index]}
        if marks & {"наш", "российский"}:
            return ("Россия" if token.lemma == "страна" else "Москва"), "RU"
        if "китайский" in marks or marks & {"китай", "кнр"}:
            return ("Китай" if token.lemma == "страна" else "Пекин"), "CN"
    return None


def spread_of(sentence: Sentence, trigger: Trigger) -> set[int]:
    """The tokens in which an event's place may stand: the noun's own words and its verb's clause."""
    own = set(sentence.subtree(trigger.token)) if trigger.kind == "noun" else set()
    return own | (clause(sentence, trigger.verb) if trigger.verb >= 0 else set())
