"""Looks at feeds that are due, and makes an upload of each entry not seen before."""

import logging
import tempfile
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ingest import addresses
from ingest.dispatch import send_on_commit
from ingest.fetching import Fetched, FetchRefused, fetch
from ingest.models import Feed, Upload
from ingest.opening import limits
from ingest.published import day_of, is_plausible
from ingest.readers.draft import Draft, Unreadable
from ingest.readers.sandbox import read_apart
from ingest.vocabulary import Origin, Reason
from relations.models import Article

logger = logging.getLogger(__name__)

NOT_MODIFIED = 304


def take_due() -> list[int]:
    """The feeds that are due, each moved on so that no other worker takes it too."""
    now, taken = timezone.now(), []
    for feed in Feed.objects.filter(is_active=True, due_at__lte=now):
        claimed = Feed.objects.filter(pk=feed.pk, due_at=feed.due_at).update(due_at=now + feed.interval)
        taken += [feed.pk] * claimed
    return taken


def look_at(pk: int) -> None:
    """Fetches a feed and stores its new entries as uploads; what goes wrong is kept in the feed."""
    feed = Feed.objects.select_related("outlet").filter(pk=pk).first()
    if feed is None:
        return
    try:
        found = fetch(feed.url, _conditions(feed))
        entries = [] if found.status == NOT_MODIFIED else _entries(found.data)
    except (FetchRefused, Unreadable) as error:
        _failed(feed, Reason(error.code), error.detail)
        return
    with transaction.atomic():
        _succeeded(feed, found, entries)
        for entry in entries:
            _take(feed, entry)


def _conditions(feed: Feed) -> dict[str, str]:
    """What asks the server for the feed only if it has changed (RFC 9110, 13.1)."""
    asked = {"if-none-match": feed.etag, "if-modified-since": feed.modified}
    return {name: value for name, value in asked.items() if value}


def _entries(data: bytes) -> list[Draft]:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        parts = [part.outcome for part in read_apart("feed.feed", file, limits())]
    return [outcome for outcome in parts if isinstance(outcome, Draft)]


def _succeeded(feed: Feed, found: Fetched, entries: list[Draft]) -> None:
    now = timezone.now()
    feed.failures, feed.reason, feed.detail = 0, "", ""
    feed.looked_at = feed.succeeded_at = now
    feed.due_at = now + timedelta(minutes=feed.every)
    if found.status != NOT_MODIFIED:
        feed.etag = found.headers.get("etag", "")[:500]
        feed.modified = found.headers.get("last-modified", "")[:100]
        feed.name = feed.name or (entries[0].name[:200] if entries else "")
    feed.save()


def _failed(feed: Feed, reason: Reason, detail: str) -> None:
    logger.warning("Feed %s: %s %s", feed.url, reason, detail)
    now = timezone.now()
    Feed.objects.filter(pk=feed.pk).update(
        failures=F("failures") + 1, reason=reason, detail=detail[:300], looked_at=now
    )
    feed.refresh_from_db()
    Feed.objects.filter(pk=feed.pk).update(due_at=now + feed.interval)


def _take(feed: Feed, entry: Draft) -> None:
    """An upload of the entry's page, unless that was seen before."""
    url = addresses.canonical(entry.url)
    if len(url) > addresses.LONGEST or Upload.objects.filter(feed=feed, url=url).exists():
        return
    if Article.objects.filter(url=url).exists():
        return
    published = day_of(entry.published) if entry.published else None
    upload = Upload.objects.create(
        origin=Origin.FEED,
        feed=feed,
        url=url,
        title=entry.title[:500],
        published=published if published and is_plausible(published) else None,
        outlet=feed.outlet.name if feed.outlet else "",
    )
    send_on_commit(upload)
