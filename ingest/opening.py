"""From an upload to its articles: read in a process apart, stored portion by portion while the claim holds.

What is stored stays: an opening that died goes on where it stopped.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction

from ingest.fetched import fetch_file
from ingest.jobs import Refused
from ingest.models import Upload, UploadedPart
from ingest.readers import has_members
from ingest.readers.draft import Draft, Limits, Part, Refusal, Unreadable
from ingest.readers.sandbox import read_apart
from ingest.sides import speaks_of_both
from ingest.storing import incoming_of, store
from ingest.vocabulary import Reason

AT_ONCE = 50  # parts in one transaction
NO_LATER = 3.0  # seconds after which those found are stored, be they few: the editor watches

Seen = Callable[[int], object]


def limits() -> Limits:
    """What an uploaded file may take, as the settings have it."""
    return Limits(
        text=settings.ARTICLE_MAX_BYTES,
        articles=settings.UPLOAD_MAX_ARTICLES,
        expanded=settings.UPLOAD_MAX_EXPANDED,
        pages=settings.UPLOAD_MAX_PAGES,
        seconds=settings.PARSING_SECONDS,
        memory=settings.PARSING_MEMORY,
    )


def open_file(upload: Upload, within: Limits | None = None, seen: Seen = lambda count: None) -> Callable[[], None]:
    """Stores what an upload holds, fetched first if it is an address; returns what ends the upload.

    Tells `seen` how many parts were stored.
    Raises Refused if no text can be had from it, ClaimLost if another worker has taken it over.
    """
    try:
        if not upload.file:
            fetch_file(upload)
        with upload.file.open("rb") as file:
            known = set(upload.parts.values_list("member", "part"))
            portion: list[Part] = []
            stored_at = time.monotonic()
            for found in read_apart(upload.name, file, within or limits(), start=_first_missing(known)):
                if (found.member, found.part) not in known:
                    portion.append(_told(upload, found))
                if len(portion) >= AT_ONCE or time.monotonic() - stored_at > NO_LATER:
                    _store(upload, portion)
                    seen(len(portion))
                    portion, stored_at = [], time.monotonic()
            _store(upload, portion)
            seen(len(portion))
    except FileNotFoundError as error:
        raise Refused(Reason.GONE) from error
    except Unreadable as error:
        raise Refused(Reason(error.code), error.detail) from error
    return partial(end, upload)


def store_text(upload: Upload, text: str) -> None:
    """Stores a pasted text, which needs no opening, and ends the upload; in the caller's transaction."""
    store_part(upload, Part(0, 0, Draft(text)))
    end(upload)
    upload.save(update_fields=["reason", "detail"])


def store_part(upload: Upload, found: Part) -> UploadedPart:
    """Keeps one outcome of an upload, in the caller's transaction."""
    outcome = found.outcome
    where = {"member": found.member, "part": found.part, "name": PurePosixPath(outcome.name).name[:255]}
    if isinstance(outcome, Refusal):
        return UploadedPart.objects.create(
            upload=upload, reason=Reason(outcome.code), detail=outcome.detail[:300], **where
        )
    if upload.feed and upload.feed.both_sides_only and not speaks_of_both(outcome.text):
        return UploadedPart.objects.create(upload=upload, reason=Reason.NO_SIDES, **where)
    if upload.is_preview:
        return UploadedPart.objects.create(
            upload=upload, reason=Reason.PREVIEW, draft=found.as_json()["draft"], **where
        )
    said = {name: getattr(upload, name) for name in ("title", "published", "outlet", "url")}
    return store(incoming_of(outcome, said), upload, **where)


def end(upload: Upload) -> None:
    """Says in the upload what came of it; whoever ends it saves that."""
    parts = list(upload.parts.all()[:2])
    if not parts:
        raise Refused(Reason.EMPTY)
    upload.reason = parts[0].reason if len(parts) == 1 else Reason.MANY
    upload.detail = parts[0].detail if len(parts) == 1 else ""


def _told(upload: Upload, found: Part) -> Part:
    """The part; raises Refused for one that is all of its file, as then the file is what is refused."""
    if isinstance(found.outcome, Refusal) and not has_members(upload.name):
        raise Refused(Reason(found.outcome.code), found.outcome.detail)
    return found


def _store(upload: Upload, portion: list[Part]) -> None:
    with transaction.atomic():
        upload.renew()
        for found in portion:
            store_part(upload, found)


def _first_missing(known: set[tuple[int, int]]) -> int:
    """The member to go on with: the last of those stored without a gap, which may have more parts."""
    members = {member for member, _ in known}
    first = 0
    while first + 1 in members:
        first += 1
    return first
