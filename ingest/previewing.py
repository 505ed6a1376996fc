"""A text that is looked at before it is stored: what was taken from it, corrected by an editor or not."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from ingest.extraction.language import is_russian
from ingest.models import UploadedPart
from ingest.readers.draft import Draft
from ingest.storing import completed, incoming_of, store
from ingest.vocabulary import Reason


class NotWaiting(Exception):
    """The text was stored or dismissed meanwhile."""


def taken_from(part: UploadedPart) -> dict[str, Any]:
    """What an article of this draft would have: title, published, outlet, url and text."""
    upload = part.upload
    said = {name: getattr(upload, name) for name in ("title", "published", "outlet", "url")}
    found = completed(incoming_of(Draft(**part.draft), said))
    return {name: getattr(found, name) for name in ("title", "published", "outlet", "url", "text", "warning")} | {
        "is_russian": is_russian(found.text),
        "charset": part.draft["charset"],
    }


@transaction.atomic
def confirm(part: UploadedPart, *, title: str, published: date | None, outlet: str, url: str) -> UploadedPart:
    """Stores the text with what the editor says of it; raises NotWaiting if that is done already."""
    waiting = _locked(part)
    draft = Draft(waiting.draft["text"], external_id=waiting.draft["external_id"])
    incoming = replace(incoming_of(draft, {}), title=title, published=published, outlet=outlet, url=url)
    where = {"member": waiting.member, "part": waiting.part, "name": waiting.name}
    waiting.delete()
    stored = store(incoming, waiting.upload, **where)
    _say(stored.upload, stored.reason)
    return stored


@transaction.atomic
def dismiss(part: UploadedPart) -> None:
    """Takes the text back: nothing of it is stored. Raises NotWaiting."""
    waiting = _locked(part)
    waiting.draft, waiting.reason = None, Reason.DISMISSED
    waiting.save()
    _say(waiting.upload, Reason.DISMISSED)


def _locked(part: UploadedPart) -> UploadedPart:
    waiting = UploadedPart.objects.select_for_update(of=["self"]).select_related("upload").filter(pk=part.pk).first()
    if waiting is None or waiting.reason != Reason.PREVIEW:
        raise NotWaiting
    return waiting


def _say(upload: Any, reason: str) -> None:
    """What came of the part is what came of the upload: a look first is for single articles."""
    upload.reason = reason
    upload.save(update_fields=["reason"])
