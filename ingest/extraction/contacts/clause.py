"""Small questions about a sentence's syntax: whose subject, which preposition, which clause."""

from collections.abc import Iterator

from ingest.extraction.contacts import lexicon
from ingest.extraction.document import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
# Relations that open another clause.
CLAUSES = ("acl:relcl", "advcl", "ccomp", "parataxis", "csubj")
# Verbs whose object does what they ask for.
CONTROL = ("пригласить", "приглашать", "призвать", "призывать", "предложить", "предлагать", "позвать", "попросить")
ACCEPT = ("принять", "принимать", "получить")  # what whoever is invited does
_SHARING = ("xcomp", "conj", "advcl", "aux", "cop", "ccomp", "csubj")
_WHERE = ("где", "куда", "откуда", "когда")
_TURNS = ("а", "но", "однако")
_FAR = 20  # tokens from a noun within which a clause on it opens
_LIMIT = 40  # steps up a tree; longer paths are parser noise


def preposition(sentence: Sentence, index: int) -> str:
    """The lemmas of the preposition before a word ("с", "в ход"), or an empty string."""
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.rel == "case" and child < index:  # "делегация во главе с": the next word's
            fixed = [token.lemma, *(sentence.tokens[c].lemma for c in sentence.children[child])]
            after = sentence.tokens[min(child + 1, index)]
            if len(fixed) == 1 and after.rel == "fixed" and after.index < index and after.pos == "NOUN":
                fixed.append(after.lemma)  # "в ходе" whose second word the parser hung elsewhere
            if fixed[0] == "в" and fixed[1:] == ["время"]:
                fixed[0] = "во"
            return " ".join(fixed)
    return ""


def framed_by(sentence: Sentence, index: int) -> int:
    """The frame noun right before a genitive ("после завершения учений"), which the parser hung elsewhere; else -1."""
    token = sentence.tokens[index]
    if token.feats.get("Case") != "Gen" or preposition(sentence, index):
        return -1
    for before in reversed(sentence.tokens[:index]):
        if before.pos == "NOUN":
            frame = before.lemma in lexicon.FRAME_NOUNS and preposition(sentence, before.index)
            return before.index if frame and token.head not in (before.index, -1) else -1
        if before.pos not in ("ADJ", "DET", "NUM") and before.feats.get("VerbForm") != "Part":
            return -1
    return -1


def is_predicate(token: Token) -> bool:
    """A verb in any form, or a short adjective or participle that stands for one."""
    return token.pos in ("VERB", "AUX") or (token.pos == "ADJ" and token.feats.get("Variant") == "Short")


def predicate_above(sentence: Sentence, index: int) -> int:
    """The nearest verb (or short adjective) above a word, -1 if there is none."""
    for token in sentence.ancestors(index):
        if is_predicate(token):
            return token.index
    return -1


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of a verb; of its head where it shares one; the noun a participle or relative clause describes."""
    for _ in range(_LIMIT):
        own = [c for c in sentence.children[verb] if sentence.tokens[c].rel in SUBJECTS]
        token = sentence.tokens[verb]
        if not own and token.rel == "xcomp" and token.head >= 0:
            own = controllers(sentence, token.head)
        if own:
            relative = [c for c in own if sentence.tokens[c].lemma in ("который", "кто")]
            if not relative:
                return own
            return (
                [token.head]
                if token.rel.startswith("acl") and 0 <= token.head < verb
                else _antecedent(sentence, relative[0])
            )
        if token.head < 0:
            return _misplaced(sentence, token)
        if token.feats.get("VerbForm") == "Inf" and sentence.tokens[token.head].lemma in lexicon.INTENTS:
            return _intending(sentence, token.head)
        if token.rel == "ccomp" and _tells_of_oneself(sentence, token):
            verb = token.head
            continue
        if token.rel == "acl:relcl" and any(_is_aside(sentence.tokens[c]) for c in sentence.children[verb]):
            verb = predicate_above(sentence, verb)  # "посетит Москву, где проведёт", "о коллеге, с которым говорил"
            if verb < 0:
                return []
            continue
        if token.rel.startswith("acl") and sentence.tokens[token.head].pos in ("NOUN", "PROPN"):
            return [token.head] if token.feats.get("VerbForm") == "Part" or token.rel == "acl:relcl" else []
        if token.rel in _SHARING and not _is_on_its_own(sentence, verb):
            verb = token.head
            continue
        return _misplaced(sentence, token)
    return []


def _misplaced(sentence: Sentence, verb: Token) -> list[int]:
    """ "Премьер в понедельник прибыл и во вторник провёл": the subject of both, hung by the parser on the second."""
    if verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Gender") == "Neut":
        return []
    for token in reversed(sentence.tokens[: verb.index]):
        if token.pos == "PUNCT" or is_predicate(token):
            return []
        if token.rel in SUBJECTS and token.head > verb.index:
            return [token.index] if token.feats.get("Number") == verb.feats.get("Number") else []
    return []


def relative_verbs(sentence: Sentence, noun: int) -> list[int]:
    """Verbs of the clauses that tell of a noun, also where the parser hung one on a word below it.

    "визит в Китай, который намечен на май": of such only those that events have.
    """
    own = lexicon.NOUNS.get(sentence.tokens[noun].lemma)
    found = []
    for index in sentence.subtree(noun):
        token = sentence.tokens[index]
        if token.rel != "acl:relcl" or not _agrees(sentence, noun, index):
            continue
        other = lexicon.NOUNS.get(sentence.tokens[token.head].lemma, own) != own
        below = token.head > noun and not other and token.lemma in lexicon.OF_EVENTS
        if token.head == noun or (below and _relative_subject(sentence, index)):
            found.append(index)
    return found or _next_relative(sentence, noun, own)


def _next_relative(sentence: Sentence, noun: int, own: str | None) -> list[int]:
    """ "заседание комиссии, которая пройдёт 9 июля", whatever the parser hung the clause on."""
    for token in sentence.tokens[noun + 1 : noun + 1 + _FAR]:
        if is_predicate(token):
            return []
        if token.lemma == "который":
            if (
                token.rel not in SUBJECTS
                or token.head < 0
                or sentence.tokens[token.head].lemma not in lexicon.OF_EVENTS
            ):
                return []
            named = [t for t in sentence.tokens[noun : token.index] if lexicon.NOUNS.get(t.lemma) == own]
            return [token.head] if any(_agrees(sentence, t.index, token.head) for t in named) else []
    return []


def clause_on(sentence: Sentence, noun: int) -> int:
    """The verb of ", по итогам которых …" after a noun, however the parser hung that clause; -1 if there is none."""
    told = sentence.tokens[noun].feats
    for token in sentence.tokens[noun + 1 :]:
        if is_predicate(token):
            return -1
        if token.lemma == "который" and token.rel not in SUBJECTS:
            agrees = token.feats.get("Number") == told.get("Number")
            return predicate_above(sentence, token.index) if agrees else -1
    return -1


def _relative_subject(sentence: Sentence, verb: int) -> Token | None:
    below = (sentence.tokens[c] for c in sentence.children[verb])
    return next((t for t in below if t.lemma == "который" and t.rel in SUBJECTS), None)


def _agrees(sentence: Sentence, noun: int, verb: int) -> bool:
    """The clause's "который" is of the noun's gender and number, where both tell them."""
    relative, told = _relative_subject(sentence, verb), sentence.tokens[noun].feats
    if not relative:
        return True
    plural = "Plur" in (told.get("Number"), relative.feats.get("Number"))
    pairs = [(relative.feats.get(name), told.get(name)) for name in ("Number", *(() if plural else ("Gender",)))]
    return all(a == b for a, b in pairs if a and b)


def _is_aside(token: Token) -> bool:
    """A word that opens a clause on the place or on somebody who is not the clause's subject."""
    return token.lemma in _WHERE or (token.lemma == "который" and token.rel not in SUBJECTS)


def _intending(sentence: Sentence, noun: int) -> list[int]:
    """Who is to do what an intention is about: whose it is, else the subject of the verb above it."""
    tokens = sentence.tokens
    own = [c for c in sentence.children[noun] if tokens[c].rel == "nmod" and tokens[c].feats.get("Case") == "Gen"]
    verb = predicate_above(sentence, noun)
    if tokens[noun].lemma == "приглашение" and (verb < 0 or tokens[verb].lemma not in ACCEPT):
        return [c for c in sentence.children[noun] if tokens[c].feats.get("Case") == "Dat"]
    if own and tokens[noun].lemma != "приглашение":
        return own
    return [c for c in sentence.children[verb] if tokens[c].rel in SUBJECTS] if verb >= 0 else []


def _tells_of_oneself(sentence: Sentence, verb: Token) -> bool:
    """ "Лавров заявил, что встретится с коллегой": a finite verb without a subject, of the speaker's number."""
    head = sentence.tokens[verb.head]
    finite = verb.feats.get("VerbForm") == "Fin" or (verb.pos == "ADJ" and verb.feats.get("Variant") == "Short")
    if not finite or verb.feats.get("Voice") == "Pass" or head.pos != "VERB":
        return False
    if not any(
        sentence.tokens[c].lemma == "что" and sentence.tokens[c].rel == "mark" for c in sentence.children[verb.index]
    ):
        return False
    if verb.feats.get("Gender") == "Neut" or verb.feats.get("Person") in ("1", "2"):
        return False
    return verb.feats.get("Number") == head.feats.get("Number")


def _antecedent(sentence: Sentence, relative: int) -> list[int]:
    """The noun before ", который", where the parser did not tie the clause to it."""
    for index in range(relative - 1, max(-1, relative - 4), -1):
        if sentence.tokens[index].pos in ("NOUN", "PROPN"):
            return [index]
    return []


def controllers(sentence: Sentence, verb: int) -> list[int]:
    """Whom somebody asks to do something ("пригласил председателя посетить"): the doer of what is asked."""
    if sentence.tokens[verb].lemma not in CONTROL:
        return []
    return [c for c in sentence.children[verb] if sentence.tokens[c].rel in ("obj", "iobj")]


def _is_on_its_own(sentence: Sentence, verb: int) -> bool:
    """A clause with "что" or "если" and no subject of its own is another clause: its subject is unknown."""
    marks = {sentence.tokens[c].lemma for c in sentence.children[verb] if sentence.tokens[c].rel == "mark"}
    return bool(marks - {"чтобы"})


def _leans(sentence: Sentence, verb: int) -> bool:
    """The verb's time and mood are those of its head ("планируется подписать")."""
    token = sentence.tokens[verb]
    if token.head < 0 or token.rel.startswith(("acl", "advcl")):
        return False
    infinitive = token.feats.get("VerbForm") == "Inf" and is_predicate(sentence.tokens[token.head])
    return infinitive or token.rel in ("xcomp", "csubj", "conj")


def verb_chain(sentence: Sentence, verb: int) -> list[int]:
    """A verb and those it leans on or that lean on it as one predicate ("планирует провести", "будет подписан")."""
    if verb < 0:
        return []
    chain = [token.index for token in verbs_around(sentence, verb)]
    return chain + [c for c in sentence.children[verb] if sentence.tokens[c].rel in ("xcomp", "aux", "cop")]


def verbs_around(sentence: Sentence, verb: int) -> Iterator[Token]:
    """A verb and those it leans on ("намерен провести", "может быть подписан"): for tense and modality."""
    if verb < 0:
        return
    seen = {verb}
    current = verb
    yield sentence.tokens[verb]
    while _leans(sentence, current):
        rel, current = sentence.tokens[current].rel, sentence.tokens[current].head
        if current in seen:
            return
        seen.add(current)
        if rel == "conj" and sentence.tokens[verb].feats.get("VerbForm") != "Inf":
            return
        yield sentence.tokens[current]


def clause(sentence: Sentence, verb: int) -> set[int]:
    """The tokens of a verb's own clause: its subtree without the clauses below it and without other verbs' subjects."""
    if verb < 0:
        return set(range(len(sentence.tokens)))
    seen, stack = {verb}, [verb]
    while stack:
        current = stack.pop()
        for child in sentence.children[current]:
            token = sentence.tokens[child]
            if child in seen or token.rel in CLAUSES or _other_verb(sentence, token):
                continue
            seen.add(child)
            stack.append(child)
    return seen


def _other_verb(sentence: Sentence, token: Token) -> bool:
    if token.rel != "conj" or not is_predicate(token):
        return False
    return any(sentence.tokens[c].rel in SUBJECTS for c in sentence.children[token.index])


def is_negated(sentence: Sentence, index: int) -> bool:
    """A "не" hangs on the word."""
    return index >= 0 and any(sentence.tokens[c].lemma == "не" for c in sentence.children[index])


def turn(sentence: Sentence, first: int, last: int) -> int:
    """Where ", а" or ";" parts two statements, each with its verb and subject, between two tokens; -1 if nothing does.

    The parser often hangs words of the one on the other.
    """
    for token in sentence.tokens[max(first, 0) + 1 : last]:
        comma = sentence.tokens[token.index - 1].text == ","
        if token.text == ";" or (comma and token.lemma in _TURNS and token.pos == "CCONJ"):
            left, right = sentence.tokens[: token.index], sentence.tokens[token.index :]
            own = any(t.rel in SUBJECTS and t.pos != "PRON" for t in right)
            if own and any(is_predicate(t) for t in left) and any(is_predicate(t) for t in right):
                return token.index
    return -1
