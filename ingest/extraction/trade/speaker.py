"""Who gave a figure."""

from ingest.extraction.document import Document, Sentence
from ingest.extraction.trade.words import SPEECH


def speaker(document: Document, sentence: Sentence) -> str | None:
    """The person of the sentence beside a verb of speech ("по словам …"), by the name to show; None if untold."""
    cues = [token.index for token in sentence.tokens if token.lemma in SPEECH]
    persons = [mention for mention in document.mentions_in(sentence) if mention.type == "PER"]
    if not cues or not persons:
        return None
    nearest = min(persons, key=lambda mention: min(abs(mention.first - cue) for cue in cues))
    return nearest.name
