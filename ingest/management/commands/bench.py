"""manage.py bench: how fast Amur reads, side by side with stock Natasha on the same articles."""

import time
import warnings
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ingest.importing import json_rows, sample_rows
from relations.reading import ArticleText


class Command(BaseCommand):
    help = "Reads the sample articles with Amur and with stock Natasha, in turn, and prints the ratios."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="JSON lines of articles; default: the samples")
        parser.add_argument("--rounds", type=int, default=3, help="each way is timed this often; the best counts")

    def handle(self, *args: Any, file: Path | None, rounds: int, **options: Any) -> None:
        warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
        rows = [row for _, row in (json_rows(file) if file else sample_rows())]
        articles = [ArticleText(row["text"], row.get("title") or "", str(row.get("published") or "")) for row in rows]
        size = sum(len(article.text) for article in articles)
        ways = {"Amur": _amur(), "Natasha": _natasha(False), "Natasha with its extractors": _natasha(True)}
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(rounds):  # in turn, so that a busy machine slows all alike
            for name, read in ways.items():
                started = time.process_time()
                read(articles)
                best[name] = min(best[name], time.process_time() - started)
        self.stdout.write(f"{len(articles)} articles, {size} characters, best of {rounds}, seconds of one processor:")
        for name, seconds in best.items():
            ratio = seconds / best["Amur"]
            self.stdout.write(
                f"{name:<28} {seconds:6.2f} s  {size / seconds / 1000:7.1f} k characters/s  {ratio:5.2f} × Amur's time"
            )


Read = Callable[[Sequence[ArticleText]], object]


def _amur() -> Read:
    """All four parts of a reading, many articles at a time."""
    from ingest.extraction.reader import Reader
    from ingest.gazetteer import from_file

    reader = Reader(from_file())
    return lambda articles: list(reader.read_many(articles))


def _natasha(extractors: bool) -> Read:
    """Natasha as its documentation uses it: each text by itself; perhaps with names, dates and money taken out."""
    from natasha import (
        DatesExtractor,
        Doc,
        MoneyExtractor,
        MorphVocab,
        NamesExtractor,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    embedding, vocabulary, segmenter = NewsEmbedding(), MorphVocab(), Segmenter()
    morph, syntax, ner = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    names, others = NamesExtractor(vocabulary), (DatesExtractor(vocabulary), MoneyExtractor(vocabulary))

    def read(articles: Sequence[ArticleText]) -> None:
        for article in articles:
            doc = Doc(article.text)
            doc.segment(segmenter)
            doc.tag_morph(morph)
            doc.parse_syntax(syntax)
            doc.tag_ner(ner)
            for token in doc.tokens:
                token.lemmatize(vocabulary)
            for span in doc.spans:
                span.normalize(vocabulary)
                if extractors:
                    span.extract_fact(names)
            if extractors:
                for extractor in others:
                    list(extractor(article.text))

    return read
