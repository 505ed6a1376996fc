"""Who passed someone's words on, and which words name a medium."""

import re
from functools import cached_property

from ingest.extraction.document import Document, Mention, Sentence
from ingest.extraction.lexicon import load, pattern

_MEDIA = {name: pattern(forms) for name, forms in load("media").items()}
_ANY = pattern(form for forms in load("media").values() for form in forms)
_PASSING = re.compile(
    r"(?<!\w)(?:переда[её]т|передал[аио]?|сообща[ею]т|сообщил[аио]|пиш[еу]т|цитиру[ею]т|приводит|со ссылкой на|"
    r"цитата по|ссыла[ею]тся на|информиру[ею]т|об этом|по данным|в интервью)(?!\w)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"(?:Как (?:ранее )?сообщал|Ранее|Напомним|Накануне)", re.IGNORECASE)
_LEAD = 4  # sentences that may name the source of the whole


def is_medium(mention: Mention) -> bool:
    """A news agency, paper or channel, which passes words on and has none of its own."""
    return mention.type == "ORG" and bool(_ANY.match(mention.name.replace("«", "").replace('"', "").strip()))


class Relay:
    """The chain of those who passed the words of one document on."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, sentence: Sentence) -> tuple[str, ...]:
        """Outermost first: the article's outlet, then the media named with the words, else those of the lead."""
        outlet = self._document.article.outlet
        named = self._named_with(sentence)
        if not named and sentence.index < self._background:
            named = self._lead
        chain = [outlet] if outlet else []
        return tuple(chain + [name for name in named if not _has(chain, name)])

    @cached_property
    def _lead(self) -> list[str]:
        """Media that the first sentences name as their source ("Об этом сообщило …")."""
        for sentence in self._document.sentences[:_LEAD]:
            if self._document.text.startswith("Об этом", sentence.start):
                return self._named_with(sentence)
        return []

    @cached_property
    def _background(self) -> int:
        """From here the lead's source does not stand for the words."""
        return background_of(self._document)

    def _named_with(self, sentence: Sentence) -> list[str]:
        """Media that the sentence names as passing on, or the next one where it begins with "Об этом"."""
        text, end = self._document.text, sentence.end
        following = self._document.sentences[sentence.index + 1 : sentence.index + 2]
        if following and text.startswith("Об этом", following[0].start):
            end = following[0].end
        passing = _PASSING.search(text, sentence.start, end)
        if not passing:
            return []
        found = (
            (match.start(), name)
            for name, forms in _MEDIA.items()
            for match in forms.finditer(text, passing.start(), end)
        )
        return list(dict.fromkeys(name for _, name in sorted(found)))


def background_of(document: Document) -> int:
    """The index of the first sentence that tells of what was before ("Напомним, …"), else of the end."""
    starts = (s.index for s in document.sentences if _BACKGROUND.match(document.text, s.start))
    return next(starts, len(document.sentences))


def _has(chain: list[str], name: str) -> bool:
    """Whether the chain has the medium already, under a fuller name perhaps."""
    return any(_MEDIA[name].search(link) or link.lower() == name.lower() for link in chain)
