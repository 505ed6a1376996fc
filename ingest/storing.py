"""Makes article rows of texts that came in; the same text twice is one article."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction

from ingest import outlets
from ingest.addresses import canonical
from ingest.dispatch import send_on_commit
from ingest.heading import find_heading
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.published import day_of, is_plausible
from ingest.readers.draft import Draft
from ingest.vocabulary import Reason, State
from relations.copies import near_duplicates
from relations.editions import is_edition
from relations.models import Article
from relations.models.article import digest, tidy

_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article as it came in; only `text` is certain to be there. `outlet` is a name."""

    text: str
    title: str = ""
    published: date | None = None
    outlet: str = ""
    url: str = ""
    external_id: str | None = None
    source_note: str = ""
    is_sample: bool = False
    warning: str = ""  # what it said of itself that could not be taken


def incoming_of(draft: Draft, said: dict[str, Any]) -> Incoming:
    """What is known of a draft: what the editor said of it, else what it says of itself; bad values are left out."""
    warnings = []
    published = day_of(draft.published) if draft.published else None
    if draft.published and (published is None or not is_plausible(published)):
        warnings.append(f"{draft.published[:100]!r} is no date of publication; the article is stored without it.")
        published = None
    url = draft.url
    if url and not _good_address(url):
        warnings.append(f"{url[:100]!r} is no address; the article is stored without it.")
        url = ""
    return Incoming(
        text=draft.text,
        title=said.get("title") or draft.title,
        published=said.get("published") or published,
        outlet=said.get("outlet") or draft.outlet,
        url=canonical(said.get("url") or url),
        external_id=draft.external_id or None,
        warning=" ".join(warnings),
    )


def completed(incoming: Incoming) -> Incoming:
    """What came in, with what was left empty sought in the text's heading and in the address."""
    heading = find_heading(incoming.text)
    found = outlets.by_name(incoming.outlet) or outlets.by_address(incoming.url)
    if not incoming.outlet:
        found = found or outlets.in_heading(heading.dateline)
    published = incoming.published or heading.published
    return replace(
        incoming,
        title=incoming.title or heading.title,
        published=published if published and is_plausible(published) else None,
        outlet=found.name if found else incoming.outlet,
    )


def twin_of(text: str) -> Article | None:
    """The article that has this text already."""
    return Article.objects.filter(text_hash=digest(text)).first()


def store(
    incoming: Incoming,
    upload: Upload,
    *,
    member: int = 0,
    part: int = 0,
    name: str = "",
    to_be_read: bool = True,
) -> UploadedPart:
    """Stores an article as part of an upload and sends it to be read, unless the text was there already.

    Without `to_be_read` no worker reads it: the caller does. To be called inside a transaction; all but the text that
    is missing is sought in the text (`completed`).
    """
    incoming = completed(incoming)
    row = UploadedPart(upload=upload, member=member, part=part, name=name[:255], detail=incoming.warning[:300])
    if incoming.external_id and len(incoming.external_id) > 200:
        incoming = replace(incoming, external_id=None)
    try:
        with transaction.atomic():
            row.article, is_new = _article(incoming)
    except IntegrityError:
        row.reason = Reason.ID_TAKEN
        row.detail = str(incoming.external_id)
    else:
        row.reason = Reason.NEW if is_new else Reason.KNOWN
        if is_new:
            row.reason, row.twin = _likened(row.article)
        if is_new and to_be_read:
            send_on_commit(ReadingJob.objects.create(article=row.article))
        elif is_new:
            ReadingJob.objects.create(article=row.article, state=State.DONE)
    row.save()
    return row


def _article(incoming: Incoming) -> tuple[Article, bool]:
    """The article and whether it is new. Raises IntegrityError if another text has its `external_id`."""
    if twin := twin_of(incoming.text):
        return _with_id(twin, incoming.external_id), False
    article = Article(
        external_id=incoming.external_id,
        title=incoming.title[:500],
        text=tidy(incoming.text),
        published=incoming.published,
        outlet=outlets.named_or_new(incoming.outlet),
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


def _likened(article: Article) -> tuple[Reason, Article | None]:
    """What a new article is to those there: an edition of one, a copy of one, or new."""
    copies = sorted(near_duplicates(article), key=lambda copy: copy.pk)
    for copy in copies:
        if is_edition(article, copy):
            return Reason.EDITION, copy
    return (Reason.COPY, copies[0]) if copies else (Reason.NEW, None)


def _with_id(article: Article, external_id: str | None) -> Article:
    """The id given on import, for an article that has none yet."""
    if external_id and not article.external_id:
        article.external_id = external_id
        article.save(update_fields=["external_id"])
    return article


def _good_address(url: str) -> bool:
    try:
        _is_address(url)
    except ValidationError:
        return False
    return len(url) <= 1000
