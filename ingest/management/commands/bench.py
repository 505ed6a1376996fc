"""manage.py bench: how fast Amur reads, side by side with stock Natasha on the same articles.

The samples are shorter than articles are, and short texts flatter Natasha, which pads all sentences of a text to
its longest: so by default samples are joined to articles of usual length.
"""

import time
import warnings
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.importing import json_rows, sample_rows
from relations.reading import ArticleText

USUAL_LENGTH = 1500  # characters of an agency's article


class Command(BaseCommand):
    help = "Reads articles with Amur and with stock Natasha, in turn on one processor, and prints the ratios."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="JSON lines of articles; default: samples joined")
        parser.add_argument("--rounds", type=int, default=3, help="each way is timed this often; the best counts")

    def handle(self, *args: Any, file: Path | None, rounds: int, **options: Any) -> None:
        warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
        articles = _from_file(file) if file else _samples_joined()
        size = sum(len(article.text) for article in articles)
        what = f"{file}" if file else f"samples joined to {USUAL_LENGTH} characters or more"
        self.stdout.write(f"{len(articles)} articles, {size} characters ({what}), best of {rounds} rounds.")
        ways = {"Amur": _amur(), "Natasha": _natasha(False), "Natasha with its extractors": _natasha(True)}
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(rounds):  # in turn, so that a busy machine slows all alike
            for name, read in ways.items():
                started = time.process_time()
                read(articles)
                best[name] = min(best[name], time.process_time() - started)
        for name, seconds in best.items():
            ratio = f"  Amur is {seconds / best['Amur']:.2f} times as fast" if name != "Amur" else ""
            self.stdout.write(f"{name:<28} {seconds:6.2f} s  {size / seconds / 1000:6.1f} k characters/s{ratio}")


def _from_file(file: Path) -> list[ArticleText]:
    """The articles of a file; lines that hold none are passed over."""
    rows = list(json_rows(file))
    if not rows:
        raise CommandError(f"{file} has no article: give JSON lines with id and text.")
    return [ArticleText(row["text"], row.get("title") or "", str(row.get("published") or "")) for row in rows]


def _samples_joined() -> list[ArticleText]:
    """The shipped articles one after the other, each new one with the title and date of its first."""
    articles: list[ArticleText] = []
    for row in sample_rows():
        last = articles[-1] if articles else None
        if last and len(last.text) < USUAL_LENGTH:
            articles[-1] = replace(last, text=f"{last.text}\n{row['text']}")
        else:
            articles.append(ArticleText(row["text"], row.get("title") or "", str(row.get("published") or "")))
    return articles


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
