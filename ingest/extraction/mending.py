"""Repairs known slips of the syntax parser.

Words hung over a "что" onto the verb of the clause that it opens: in "на встрече с коллегой министр заявил, что
отношения окрепли" the parser now and then hangs "на встрече" on "окрепли"; no word before ", что" depends on a verb
behind it while a verb of its own stands before it.

Subjects hung on a word before as if listed with it: in "на поезде, идущем на юг, министры беседовали" the parser
hangs "министры" on "поезде"; a nominative is never listed with another case, and the verb lacks its subject.
"""

from ingest.extraction.document import Sentence, Token

_OPENERS = frozenset({"что", "чтобы", "если", "когда", "который", "где", "поскольку", "хотя"})


def mend(sentence: Sentence) -> None:
    """Rehangs such words where they belong, in place."""
    _give_subjects(sentence.tokens)
    for border in _borders(sentence.tokens):
        verb = _verb_before(sentence.tokens, border)
        if verb is None:
            continue
        for token in sentence.tokens[:border]:
            crosses = token.head > border and token.index != verb and token.pos not in ("VERB", "PUNCT")
            if crosses and _previous_border(sentence.tokens, border) < token.index:
                token.head = verb


def _give_subjects(tokens: list[Token]) -> None:
    with_subject = {t.head for t in tokens if t.rel.startswith("nsubj")}
    for token in tokens:
        above = tokens[token.head] if token.rel == "conj" and token.head >= 0 else None
        cases = token.feats.get("Case"), above.feats.get("Case") if above else None
        if cases[0] != "Nom" or cases[1] in (None, "Nom"):
            continue
        verb = next((t for t in tokens[token.index + 1 :] if t.feats.get("VerbForm") == "Fin"), None)
        agrees = verb is not None and verb.feats.get("Number") == token.feats.get("Number")
        if verb is not None and agrees and verb.index not in with_subject:
            token.head, token.rel = verb.index, "nsubj"
            with_subject.add(verb.index)


def _borders(tokens: list[Token]) -> list[int]:
    return [t.index for t in tokens if t.index and t.lemma in _OPENERS and tokens[t.index - 1].text == ","]


def _previous_border(tokens: list[Token], border: int) -> int:
    return max((b for b in _borders(tokens) if b < border), default=-1)


def _verb_before(tokens: list[Token], border: int) -> int | None:
    first = _previous_border(tokens, border) + 1
    verbs = [t.index for t in tokens[first:border] if t.pos == "VERB" and t.feats.get("VerbForm") == "Fin"]
    return verbs[-1] if verbs else None
