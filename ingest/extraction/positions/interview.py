"""Interviews in print: questions and answers in lines of their own, the one interviewed named by title or lead."""

import re
from collections.abc import Iterator

from ingest.extraction.document import Mention
from ingest.extraction.positions.statements import Statement, Talk, sentences_between
from ingest.extraction.positions.voices import can_speak

_LINE = re.compile(r"(?P<sign>[—–―-]\s+|(?P<who>Вопрос|Ответ|Корр\.?|Корреспондент)\s*:\s+)?(?P<words>[^\n]*\S)")
_ASKED = re.compile(r"(?:\?|…|\.\.\.)[»”\"]?$")
_LEAD = 400  # characters that name the one interviewed
_FEWEST = 2  # questions: fewer are rhetoric, not an interview


def read_interview(talk: Talk) -> Iterator[Statement]:
    """Each answer as one direct statement of the person interviewed; nothing where it is unclear who that is."""
    lines = [m for m in _LINE.finditer(talk.document.text) if m["words"]]
    questions = {m.start() for m in lines if _is_question(m)}
    who = _interviewed(talk) if len(questions) >= _FEWEST else None
    if who is None:
        return
    answer: tuple[int, int] | None = None
    asked = False
    for line in [*lines, None]:
        if line is not None and asked and line.start() not in questions and (answer or line["sign"]):
            answer = (answer[0] if answer else line.start("words"), line.end("words"))
            continue
        if answer:
            sentence = next(iter(sentences_between(talk.document, *answer)), None)
            if sentence:
                yield Statement([who], "direct", *answer, sentence, (answer[0], answer[0]), turn=True)
        answer, asked = None, line is not None and line.start() in questions


def _is_question(line: re.Match[str]) -> bool:
    if line["who"]:
        return line["who"] != "Ответ"
    return bool(line["sign"] and _ASKED.search(line["words"]))


def _interviewed(talk: Talk) -> Mention | None:
    """The person before the colon of the title, else the only person of the lead who can speak."""
    headline = talk.document.headline
    if headline is not None:
        named = [m for m in headline.mentions if m.type == "PER" and headline.text[m.end : m.end + 1] == ":"]
        if named:
            return named[0] if can_speak(named[0]) else None
    lead = {m.name: m for m in talk.document.mentions if m.type == "PER" and m.how == "name" and m.end < _LEAD}
    return next(iter(lead.values())) if len(lead) == 1 and can_speak(next(iter(lead.values()))) else None
