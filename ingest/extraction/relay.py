"""Who passed someone's words on, and whose translation a quotation is."""

import re

from ingest.extraction.document import Document, Sentence
from ingest.extraction.lexicon import load

_OUTLET_NAMES = "|".join(
    r"\s+".join(re.escape(word) for word in name.split())
    for name in sorted(load("speech")["outlets"], key=len, reverse=True)
)
_OUTLET = re.compile(
    rf"(?<!\w)(?:ИА\s+|РИА\s+[«\"]?|агентств\w+\s+[«\"]?|газет\w+\s+[«\"]?|телеканал\w*\s+[«\"]?)?"
    rf"(?P<name>(?:{_OUTLET_NAMES})\w*(?:\s+[«\"]?Новост\w+)?)(?!\w)",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"(?<!\w)(?:переда[её]т|передал[аио]?|сообща[ею]т|сообщил[аио]|пиш[еу]т|цитиру[ею]т|приводит|со ссылкой на|"
    r"цитата по|ссыла[ею]тся на|информиру[ею]т|заявлени[ея] которого|об этом|по данным|в интервью)(?!\w)",
    re.IGNORECASE,
)
_NOT_OUTLETS = re.compile(r"^вести$", re.IGNORECASE)  # the verb, where it is in small letters


def relay_of(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Those who passed the words of this sentence on, outermost first: the article's outlet, then whom it names."""
    named = _named_in(document.text, sentence.start, _reach(document, sentence))
    outlet = document.article.outlet
    chain = [outlet] if outlet else []
    chain += [name for name in named if not _has(chain, name)]
    return tuple(chain)


def _reach(document: Document, sentence: Sentence) -> int:
    """The end of what may name the relay: the sentence, and the next one where it begins with "Об этом"."""
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if following and document.text.startswith("Об этом", following[0].start):
        return following[0].end
    return sentence.end


def _named_in(text: str, start: int, end: int) -> list[str]:
    passing = _PASSING.search(text, start, end)
    if not passing:
        return []
    names = [
        " ".join(match["name"].replace("«", "").replace('"', "").split())
        for match in _OUTLET.finditer(text, passing.start(), end)
    ]
    return [name for name in names if not _NOT_OUTLETS.match(name)]


def _has(chain: list[str], name: str) -> bool:
    known = {word.lower() for link in chain for word in link.split()}
    return all(word.lower() in known for word in name.split())
