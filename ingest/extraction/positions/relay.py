"""Who passed someone's words on, and whose translation a quotation is."""

import re

from ingest.extraction.document import Document, Sentence
from ingest.extraction.lexicon import load, pattern

_OUTLET = pattern(load("speech")["outlets"])
_NEWS = re.compile(r"[\s«\"]+новост\w+", re.IGNORECASE)  # the second word of "РИА Новости"
_PASSING = re.compile(
    r"(?<!\w)(?:переда[её]т|передал[аио]?|сообща[ею]т|сообщил[аио]|пиш[еу]т|цитиру[ею]т|приводит|со ссылкой на|"
    r"цитата по|ссыла[ею]тся на|информиру[ею]т|заявлени[ея] которого|об этом|по данным|в интервью)(?!\w)",
    re.IGNORECASE,
)


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
    names = []
    for match in _OUTLET.finditer(text, passing.start(), end):
        news = _NEWS.match(text, match.end()) if match[0].upper() in ("РИА", "ИА") else None
        name = text[match.start() : news.end() if news else match.end()]
        names.append(" ".join(name.replace("«", "").replace('"', "").split()))
    return [name for name in names if not name.islower()]


def _has(chain: list[str], name: str) -> bool:
    known = {word.lower() for link in chain for word in link.split()}
    return all(word.lower() in known for word in name.split())
