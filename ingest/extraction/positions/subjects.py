"""From a verb of speech to its subject noun, and from a noun to its phrase: by parse first, by word order second."""

from ingest.extraction.document import Mention, Sentence, Token
from ingest.extraction.positions.cues import how_before

_NAME_RELS = frozenset({"appos", "flat", "flat:name", "nmod", "compound", "flat:foreign"})
_PRONOMINAL = frozenset({"оба", "последний", "тот"})  # tagged as adjectives or numbers
_CLOSE = 5  # tokens
_REACH = 14  # tokens: how far from its verb a subject is looked for where the parse has none


def subject_of(sentence: Sentence, verb: int, goes_on: bool) -> int | None:
    """The index of the verb's subject noun: by the parse, by its place, else through coordinated verbs.

    Where speech goes on in a sentence ("…, и добавил"), only a subject of the verb's own counts.
    """
    tokens = sentence.tokens
    subjects = [
        child
        for child in sentence.children[verb]
        if tokens[child].rel in ("nsubj", "nsubj:pass")
        and (tokens[child].pos in ("NOUN", "PROPN", "PRON", "X") or tokens[child].lemma in _PRONOMINAL)
    ]
    if how_before(sentence, verb) is not None:  # "как сообщили в ведомстве, Россия …": past the comma others act
        comma = next((t.index for t in tokens[verb:] if t.text == ","), len(tokens))
        subjects = [child for child in subjects if child < comma]
    if subjects:  # the parse may give a verb the subject of the clause before, too
        subjects = [child for child in subjects if _agree(tokens[child], tokens[verb])] or subjects
        return min(subjects, key=lambda child: abs(child - verb))
    if verb and _is_undeclined(tokens[verb - 1]):
        return verb - 1
    near = _near(sentence, verb, 1)
    if near is None:
        near = _before_parenthesis(sentence, verb)
    if near is None and goes_on:
        near = _near(sentence, verb, -1)
    if near is not None or goes_on:
        return near
    if tokens[verb].rel in ("conj", "advcl"):
        above = next((token.index for token in sentence.ancestors(verb) if token.pos == "VERB"), None)
        for child in sentence.children[above] if above is not None else ():
            if tokens[child].rel == "nsubj" and tokens[child].pos != "DET":
                return child
    return _near(sentence, verb, -1)


def _agree(noun: Token, verb: Token) -> bool:
    """Whether a thing and the verb share number and gender; a person's office may differ ("представитель заявила")."""
    if noun.feats.get("Animacy") != "Inan" or noun.text.isupper():
        return True
    pairs = ((noun.feats.get(feature), verb.feats.get(feature)) for feature in ("Number", "Gender"))
    return all(not one or not other or one == other for one, other in pairs)


def _is_undeclined(token: Token) -> bool:
    """An abbreviation ("КНР"), which shows no case: next before the verb it is the subject."""
    return token.pos == "PROPN" and token.text.isupper() and len(token.text) > 1


def _near(sentence: Sentence, verb: int, step: int) -> int | None:
    """A nominative noun after (1) or before (-1) the verb, with no sign and no other verb between."""
    tokens = sentence.tokens
    index = verb + step
    while 0 <= index < len(tokens) and abs(index - verb) < _REACH:
        token = tokens[index]
        if (token.pos == "PUNCT" and token.text in ",;:—–") or token.pos in ("VERB", "SCONJ"):
            return None
        if step < 0 and token.pos == "CCONJ":
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.feats.get("Case") == "Nom" and not _is_title(tokens, token):
            return index
        index += step
    return None


def _is_title(tokens: list[Token], token: Token) -> bool:
    """A name in the nominative beside a noun in another case ("телеканалу «Россия»")."""
    head = tokens[token.head] if 0 <= token.head < token.index else None
    oblique = head is not None and head.feats.get("Case", "Nom") != "Nom"
    return token.rel == "appos" and oblique and head.feats.get("Animacy") == "Inan"


def _before_parenthesis(sentence: Sentence, verb: int) -> int | None:
    """ "Министр, в свою очередь, заметил": the subject stands before a short parenthesis without a verb."""
    tokens = sentence.tokens
    if verb < 3 or tokens[verb - 1].text != ",":
        return None
    opening = next((i for i in range(verb - 2, max(-1, verb - 7), -1) if tokens[i].text == ","), None)
    if opening is None or any(t.pos == "VERB" for t in tokens[opening:verb]):
        return None
    return _near(sentence, opening, -1)


def noun_phrase(sentence: Sentence, noun: int) -> set[int]:
    """The noun and the names and titles that hang on it, without subordinate clauses."""
    phrase, stack = {noun}, [noun]
    while stack:
        head = stack.pop()
        for child in sentence.children[head]:
            # A name far before its head is a slip of the parse.
            is_part = sentence.tokens[child].rel in _NAME_RELS and child > head - _CLOSE
            if is_part and child not in phrase and not _over_a_verb(sentence.tokens, head, child):
                phrase.add(child)
                stack.append(child)
    return phrase


def _over_a_verb(tokens: list[Token], head: int, child: int) -> bool:
    """Another clause lies between the noun and what the parse hangs on it ("сообщил глава, …, встретится с X")."""
    between = tokens[head + 1 : child]
    return any(t.text == "," for t in between) and any(t.feats.get("VerbForm") == "Fin" for t in between)


def heads_in(mention: Mention, phrase: set[int], tokens: list[Token]) -> bool:
    """A person within the phrase who is in apposition to its head, that is, not in the genitive."""
    inside = [index for index in range(mention.first, mention.last + 1) if index in phrase]
    return bool(inside) and any(tokens[index].feats.get("Case") != "Gen" for index in inside)


def without_participle(tokens: list[Token]) -> list[Token]:
    """The words without a clause between commas ("в послании, переданном прессе", "в МИД, отвечая на вопрос,")."""
    between = len(tokens) > 2 and tokens[0].text == "," == tokens[-1].text
    if between and tokens[1].feats.get("VerbForm") in ("Part", "Conv"):
        return []
    return tokens
