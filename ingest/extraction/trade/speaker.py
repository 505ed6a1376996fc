"""Who gave a figure."""

from ingest.extraction.document import Document, Mention, Sentence, Token
from ingest.extraction.trade.words import SPEECH


def speaker(document: Document, sentence: Sentence, at: int) -> str | None:
    """Who is the subject of the verb of speech nearest to the number at token `at`, or of "по словам …", by name.

    None where grammar does not tell: a wrong speaker is worse than none.
    """
    cues = [token for token in sentence.tokens if token.lemma in SPEECH]
    if not cues:
        return None
    persons = [one for one in document.mentions_in(sentence) if one.type == "PER" and not one.plural]
    found = [(abs(cue.index - at), one.name) for one in persons for cue in cues if _speaks(sentence, one, cue)]
    return min(found)[1] if found else None


def _speaks(sentence: Sentence, person: Mention, cue: Token) -> bool:
    head = sentence.tokens[sentence.head_of(person.first, person.last)]
    if cue.pos == "NOUN":
        return head.head == cue.index or _possessor(sentence, person, cue)
    if head.rel == "appos" and 0 <= head.head < len(sentence.tokens):
        head = sentence.tokens[head.head]  # "помощник президента Юрий Ушаков"
    return (
        cue.pos == "VERB"
        and head.head == cue.index
        and (head.rel == "nsubj" or (head.rel == "conj" and head.feats.get("Case") == "Nom"))
    )


def _possessor(sentence: Sentence, person: Mention, cue: Token) -> bool:
    """ "по его словам": the pronoun stands right before."""
    return person.last == cue.index - 1 and sentence.tokens[person.first].pos in {"DET", "PRON"}
