"""Direct speech in paragraphs of its own, marked by a dash instead of quotation marks: "— …, — сказал X. — …"."""

import re
from collections.abc import Iterator

from ingest.extraction.positions.content import rtrim
from ingest.extraction.positions.cues import is_cue
from ingest.extraction.positions.speakers import Speakers
from ingest.extraction.positions.statements import Statement, Talk, sentences_between

_PARAGRAPH = re.compile(
    r"(?m)^[ \t]*[—–-][ \t]+(?P<first>[^\n]{10,2000}?)[,.!?…][ \t]*[—–-][ \t]+"
    r"(?P<words>[а-яё][^—–\n«»]{3,140}?)(?:[.,:][ \t]*[—–-][ \t]+(?P<rest>[^\n]+)|\.(?=\s)|[ \t]*$)"
)


def read_dialogue(talk: Talk, speakers: Speakers) -> Iterator[Statement]:
    """What is said before and after "— сказал X" in a paragraph that opens with a dash."""
    text = talk.document.text
    for paragraph in _PARAGRAPH.finditer(text):
        for sentence in sentences_between(talk.document, paragraph.start("words"), paragraph.end("words")):
            here = (t for t in sentence.tokens if paragraph.start("words") <= t.start < paragraph.end("words"))
            verb = next((t for t in here if is_cue(t, sentence)), None)
            who = speakers.of_verb(sentence, verb.index) if verb else []
            if verb is None or not who:
                continue
            for part in ("first", "rest"):
                if paragraph[part]:
                    end = rtrim(text, paragraph.start(part), paragraph.end(part))
                    cue = (verb.start, verb.end)
                    yield Statement(who, "direct", paragraph.start(part), end, sentence, cue, verb.lemma)
            break
