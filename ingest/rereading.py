"""Reads articles again: with the workers, or, for a look beforehand, without anything changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ingest import reading_process
from ingest.dispatch import send
from ingest.extraction.version import VERSION
from ingest.models import ReadingJob
from relations.fact_lines import fact_lines
from relations.kinds import KINDS
from relations.ledger import record
from relations.locks import in_turn
from relations.models import Article
from relations.reading import Reading
from relations.vocabulary import Attention

# Articles that are analysed together.
TOGETHER = 64


@dataclass
class Difference:
    """What a re-reading would change: the facts as `manage.py facts` prints them."""

    added: list[dict[str, Any]] = field(default_factory=list)
    gone: list[dict[str, Any]] = field(default_factory=list)
    changed: list[tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=list)
    touched_reviews: list[dict[str, Any]] = field(default_factory=list)

    def __str__(self) -> str:
        counts = f"+{len(self.added)} \N{MINUS SIGN}{len(self.gone)} ~{len(self.changed)}"
        number = len(self.touched_reviews)
        return f"{counts}, {number} touch{'es' if number == 1 else ''} reviews"


def outdated(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Those that another version of the reader read, or none."""
    return articles.exclude(reader_version=VERSION)


def queue(articles: QuerySet[Article]) -> QuerySet[ReadingJob]:
    """Queues the articles to be read again; returns their jobs. Who has none yet gets one."""
    without = articles.filter(reading_job=None)
    ReadingJob.objects.bulk_create((ReadingJob(article=article) for article in without), ignore_conflicts=True)
    pks = ReadingJob.requeue(ReadingJob.objects.filter(article__in=articles.order_by().values("pk")))
    send(ReadingJob, pks)
    return ReadingJob.objects.filter(pk__in=pks)


def compare(articles: QuerySet[Article], progress: Callable[[int], Any]) -> Difference:
    """What reading the articles again would change; all of it is taken back before this returns.

    The texts are read first, their readings kept in memory; recording keeps others from it until the comparison is
    done. Raises Busy if others keep us from it.
    """
    readings = list(_readings(articles.select_related("outlet").order_by("pk"), progress))
    return in_turn(lambda: _tried(readings))


def _tried(readings: list[tuple[Article, Reading]]) -> Difference:
    """What recording the readings changes; it is taken back."""
    before = {_name(line): line for line in fact_lines()}
    flagged = _flagged()
    for article, reading in readings:
        with suppress(Article.DoesNotExist):  # deleted meanwhile
            record(article, reading)
    after = {_name(line): line for line in fact_lines()}
    now_flagged = _flagged() - flagged
    transaction.set_rollback(True)
    return _difference(before, after, now_flagged)


def _readings(articles: QuerySet[Article], progress: Callable[[int], Any]) -> Iterator[tuple[Article, Reading]]:
    reader = reading_process.reader()
    for batch in _batches(articles.iterator(chunk_size=TOGETHER)):
        yield from zip(batch, reader.read_many(map(reading_process.text_of, batch)), strict=True)
        progress(len(batch))


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _name(line: dict[str, Any]) -> tuple[str, int]:
    return line["kind"], line["id"]


def _flagged() -> set[tuple[str, int]]:
    """The reviewed facts that want another look."""
    return {
        (name, pk)
        for name, kind in KINDS.items()
        for pk in kind.fact.every.filter(known_until=None, attention__in=Attention.values).values_list("pk", flat=True)
    }


def _difference(
    before: dict[tuple[str, int], dict[str, Any]],
    after: dict[tuple[str, int], dict[str, Any]],
    flagged: set[tuple[str, int]],
) -> Difference:
    both = [(before[name], after[name]) for name in before if name in after]
    changed = [(old, new) for old, new in both if old["values"] != new["values"] or old["review"] != new["review"]]
    names = {_name(new) for old, new in both if old["review"] and old != new} | flagged
    return Difference(
        added=[line for name, line in after.items() if name not in before],
        gone=[line for name, line in before.items() if name not in after],
        changed=changed,
        touched_reviews=[after[name] for name in sorted(names) if name in after],
    )
