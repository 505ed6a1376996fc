"""From the form to upload rows: kept and committed before any task is sent."""

import uuid
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from ingest.dispatch import send_on_commit
from ingest.models import Upload
from ingest.opening import store_text
from ingest.vocabulary import Origin, State


def receive(values: dict[str, Any], user: User) -> uuid.UUID:
    """Keeps what a valid `ArticleForm` holds; returns the batch, whose page shows what becomes of it."""
    batch = uuid.uuid4()
    common = {name: values[name] for name in ("title", "outlet", "published", "url", "is_preview")}
    common |= {"batch": batch, "user": user}
    with transaction.atomic():
        if values["text"]:
            _receive_paste(values["text"], common)
        for file in values["files"]:
            upload = Upload(origin=Origin.FILE, name=file.name[:255], **common)
            upload.file.save(file.name, file, save=False)
            upload.save()
            send_on_commit(upload)
        if not values["text"] and not values["files"]:
            send_on_commit(Upload.objects.create(origin=Origin.ADDRESS, **common))
    return batch


def _receive_paste(text: str, common: dict[str, Any]) -> None:
    """A pasted text needs no opening: it is an article at once."""
    upload = Upload.objects.create(origin=Origin.PASTE, state=State.DONE, ended_at=timezone.now(), **common)
    store_text(upload, text)
