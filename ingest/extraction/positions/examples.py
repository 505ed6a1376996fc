"""What is told after a mere topic: "X рассказал о результатах года. Так, …"."""

import re
from collections.abc import Iterator

from ingest.extraction.document import Sentence
from ingest.extraction.lexicon import load
from ingest.extraction.positions.content import as_statements, content_end
from ingest.extraction.positions.speakers import Speakers
from ingest.extraction.positions.statements import Statement, Talk

_OPENING = re.compile(r"(?:Так|В частности|Например),")
_TOPIC_VERBS = frozenset(load("speech")["topic_verbs"])


def read_example(talk: Talk, sentence: Sentence, speakers: Speakers) -> Iterator[Statement]:
    """The sentence after "Так, " as words of who spoke of the topic in the one before; `sentence` has no speaker."""
    text = talk.document.text
    if not _OPENING.match(text, sentence.start) or not sentence.index:
        return
    before = talk.document.sentences[sentence.index - 1]
    verb = next((t for t in before.tokens if t.lemma in _TOPIC_VERBS and t.feats.get("VerbForm") == "Fin"), None)
    told = any(statement.sentence is before for statement in talk.statements)
    if verb is None or told or "\n" in text[before.end : sentence.start] or speakers.spoken_in != before.index:
        return
    comma = next(t.index for t in sentence.tokens if t.text == ",")
    if len(speakers.last) != 1 or comma + 3 > len(sentence.tokens):
        return
    start = sentence.tokens[comma + 1].start
    end, cue = content_end(talk, sentence, comma + 1, None), (verb.start, verb.end)
    yield from as_statements(talk, sentence, comma, list(speakers.last), start, end, cue)
