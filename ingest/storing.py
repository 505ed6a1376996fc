"""Makes article rows of texts that came in; the same text twice is one article."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from ingest import outlets
from ingest.dispatch import send_on_commit
from ingest.heading import find_heading
from ingest.models import ReadingJob, Upload, UploadedArticle
from ingest.vocabulary import State
from relations.models import Article, Outlet
from relations.models.article import digest, tidy


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article as it came in; only `text` is certain to be there."""

    text: str
    title: str = ""
    published: date | None = None
    outlet: Outlet | None = None
    url: str = ""
    external_id: str | None = None
    source_note: str = ""
    is_sample: bool = False


def completed(
    text: str, *, title: str = "", published: date | None = None, outlet: str = "", url: str = "", **more: Any
) -> Incoming:
    """What came in, with what was left empty sought in the text's heading and the address; `outlet` is a name."""
    heading = find_heading(text)
    return Incoming(
        text=text,
        title=title or heading.title,
        published=published or heading.published,
        outlet=outlets.named_or_new(outlet) or outlets.by_address(url) or outlets.in_heading(heading.dateline),
        url=url,
        **more,
    )


def twin_of(text: str) -> Article | None:
    """The article that has this text already."""
    return Article.objects.filter(text_hash=digest(text)).first()


def store(incoming: Incoming, upload: Upload, *, to_be_read: bool = True) -> bool:
    """Stores an article as part of an upload and sends it to be read; false if the text was there already.

    Without `to_be_read` no worker reads it: the caller does. To be called inside a transaction. Raises
    `IntegrityError` if another text has the same `external_id`.
    """
    article, is_new = _article(incoming)
    if is_new and to_be_read:
        send_on_commit(ReadingJob.objects.create(article=article))
    elif is_new:
        ReadingJob.objects.create(article=article, state=State.DONE)
    elif incoming.external_id and not article.external_id:
        article.external_id = incoming.external_id
        article.save(update_fields=["external_id"])
    UploadedArticle.objects.get_or_create(upload=upload, article=article, defaults={"is_new": is_new})
    return is_new


def _article(incoming: Incoming) -> tuple[Article, bool]:
    if twin := twin_of(incoming.text):
        return twin, False
    article = Article(
        external_id=incoming.external_id,
        title=incoming.title[:500],
        text=tidy(incoming.text),
        published=incoming.published,
        outlet=incoming.outlet,
        url=incoming.url,
        source_note=incoming.source_note[:300],
        is_sample=incoming.is_sample,
    )
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError:  # another worker stored the same text a moment ago, or the id is another text's
        if twin := twin_of(incoming.text):
            return twin, False
        raise
    return article, True
