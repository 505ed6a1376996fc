"""The models and the shipped gazetteer, loaded once for all extraction tests."""

from collections.abc import Callable

import pytest

from ingest.extraction.document import Document
from ingest.extraction.gazetteer import Gazetteer
from ingest.extraction.mentions import find_mentions
from ingest.extraction.nlp import Analyser
from ingest.gazetteer import from_file
from relations.reading import ArticleText

Analyse = Callable[..., Document]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The actors and offices as shipped; needs no database."""
    return from_file()


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """Natasha's networks."""
    return Analyser()


@pytest.fixture(scope="session")
def analyse(analyser: Analyser, gazetteer: Gazetteer) -> Analyse:
    """`analyse(text, published="2024-02-08", title="")` is the document with its mentions."""

    def analyse_text(text: str, published: str | None = "2024-02-08", title: str = "") -> Document:
        document = analyser.analyse([ArticleText(text, title, published)])[0]
        if document.headline:
            document.headline.mentions = find_mentions(document.headline, gazetteer)
        document.mentions = find_mentions(document, gazetteer)
        return document

    return analyse_text
