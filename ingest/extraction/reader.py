"""The way from texts to readings."""

from collections.abc import Iterable, Iterator

from ingest.extraction.contacts import read_contacts
from ingest.extraction.entities import find_entities
from ingest.extraction.gazetteer import Gazetteer
from ingest.extraction.mentions import find_mentions
from ingest.extraction.nlp import Analyser
from ingest.extraction.positions import read_positions
from ingest.extraction.trade import read_trade
from relations.reading import ArticleText, Reading

VERSION = "1"  # raise it with every change that can alter a reading
TOGETHER = 16  # articles analysed at once: more sentences of one length in a batch, bounded memory


class Reader:
    """Reads articles with a given gazetteer; loading the models takes about a second."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._analyser = Analyser()

    def read(self, article: ArticleText) -> Reading:
        """The reading of one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[ArticleText]) -> Iterator[Reading]:
        """A reading for each article, in their order; several are analysed together, which is faster."""
        batch: list[ArticleText] = []
        for article in articles:
            batch.append(article)
            if len(batch) == TOGETHER:
                yield from self._read_batch(batch)
                batch = []
        yield from self._read_batch(batch)

    def _read_batch(self, batch: list[ArticleText]) -> Iterator[Reading]:
        for document in self._analyser.analyse(batch):
            if document.headline:  # first: the text's pronouns may lean on the title's names
                document.headline.mentions = find_mentions(document.headline, self.gazetteer)
            document.mentions = find_mentions(document, self.gazetteer)
            yield Reading(
                version=VERSION,
                entities=find_entities(document),
                contacts=read_contacts(document),
                trade=read_trade(document),
                positions=read_positions(document),
            )
