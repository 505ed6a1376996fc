"""The way from texts to readings."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from ingest.extraction.entities import find_entities
from ingest.extraction.gazetteer import Gazetteer
from ingest.extraction.mentions import find_mentions
from ingest.extraction.nlp import Analyser
from ingest.extraction.parts import Part, parts_of
from ingest.extraction.placing import joined, placed
from ingest.extraction.positions import read_positions
from ingest.extraction.trade import read_trade
from ingest.extraction.version import VERSION
from relations.reading import ArticleText, Reading

TOGETHER = 16  # articles analysed at once: more sentences of one length in a batch
CHARACTERS = 60_000  # of the texts analysed at once: this bounds the memory


@contextmanager
def _without_collector() -> Iterator[None]:
    """For a while nobody looks for objects that hold each other: a reading makes thousands of objects, and no such."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Reader:
    """Reads articles with a given gazetteer; loading the models takes about a second."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._analyser = Analyser()
        # Dictionaries, networks and gazetteer stay for good. Left in the collector's view, they are gone through
        # again and again, which took a quarter of the time of a reading.
        gc.collect()
        gc.freeze()

    def read(self, article: ArticleText) -> Reading:
        """The reading of one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[ArticleText]) -> Iterator[Reading]:
        """A reading for each article, in their order; several are analysed together, which is faster."""
        found: list[Reading] = []
        for part, reading in self._read_parts((part, a.text) for a in articles for part in parts_of(a)):
            found.append(reading)
            if part.is_last:
                yield joined(found)
                found = []

    def _read_parts(self, parts: Iterable[tuple[Part, str]]) -> Iterator[tuple[Part, Reading]]:
        for batch in _batches(parts):
            with _without_collector():
                documents = iter(self._analyser.analyse([part.article for part, _ in batch if not part.reason]))
            for part, given in batch:
                if part.reason:
                    yield part, Reading(VERSION, reason=part.reason)
                else:
                    yield part, placed(self._read_document(next(documents)), part, given)

    @_without_collector()
    def _read_document(self, document: Document) -> Reading:
        if document.headline:  # first: the text's pronouns may lean on the title's names
            document.headline.mentions = find_mentions(document.headline, self.gazetteer)
        document.mentions = find_mentions(document, self.gazetteer)
        return Reading(
            version=VERSION,
            entities=find_entities(document),
            contacts=read_contacts(document),
            trade=read_trade(document),
            positions=read_positions(document),
        )


def _batches(parts: Iterable[tuple[Part, str]]) -> Iterator[list[tuple[Part, str]]]:
    """Parts to be analysed together: no more than TOGETHER, and no more text than CHARACTERS but for a single one."""
    batch: list[tuple[Part, str]] = []
    size = 0
    for part, given in parts:
        if batch and (len(batch) == TOGETHER or size + len(part.article.text) > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append((part, given))
        size += len(part.article.text)
    if batch:
        yield batch
