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


_UNTOLD = re.compile(r"(?m)^[ \t]*[—–-][ \t]+(?P<words>[А-ЯЁ][^\n«»]{40,2000}[.!?…])[ \t]*$")
_SOON = 400  # characters after a statement in which a paragraph with a dash goes on


def read_going_on(talk: Talk) -> Iterator[Statement]:
    """A paragraph with a dash and without "сказал X" goes on what was just said, where the text marks speech so."""
    text, spoken = talk.document.text, sorted(talk.statements, key=lambda s: s.end)
    dashed = [
        s for s in spoken if s.kind == "direct" and text[max(0, s.start - 3) : s.start].strip() in ("—", "–", "-")
    ]
    for paragraph in _UNTOLD.finditer(text) if dashed else ():
        start, end = paragraph.span("words")
        last = next((s for s in reversed(spoken) if s.end <= start), None)
        inside = any(s.start < end and start < s.end for s in spoken)
        if inside or last is None or start - last.end > _SOON or len(last.speakers) != 1 or last.turn:
            continue
        names = {m.name for s in dashed for m in s.speakers}
        if text[last.end : start].strip(' \n\t.!?…»"—–-') or last.speakers[0].name not in names:
            continue
        sentence = next(iter(sentences_between(talk.document, start, end)), last.sentence)
        yield Statement(last.speakers, "direct", start, rtrim(text, start, end), sentence, last.cue, last.cue_lemma)


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
