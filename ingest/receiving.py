"""From the form to upload rows: kept and committed before any task is sent."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ingest.dispatch import send_on_commit
from ingest.models import Upload
from ingest.opening import store_text
from ingest.outages import database_is_out, disk_is_full
from ingest.vocabulary import Origin, State

NO_ROOM = _("The server's disk is full: nothing was stored. Tell who runs it, and try again once there is room.")
NO_DATABASE = _("The database is busy or gone: nothing was stored. Try again in a minute.")


class NotKept(Exception):
    """Nothing of it was stored; in words, why and what to do."""


@contextmanager
def keeping() -> Iterator[None]:
    """Raises NotKept if what is stored in the block finds no room or no database."""
    try:
        yield
    except (OSError, DatabaseError, InterfaceError) as error:
        if disk_is_full(error):
            raise NotKept(NO_ROOM) from error
        if database_is_out(error):
            raise NotKept(NO_DATABASE) from error
        raise


def receive(values: dict[str, Any], user: User) -> uuid.UUID:
    """Keeps what a valid `ArticleForm` holds; returns the batch, whose page shows what becomes of it.

    Raises NotKept, which leaves nothing behind.
    """
    batch = uuid.uuid4()
    common = {name: values[name] for name in ("title", "outlet", "published", "url", "is_preview")}
    common |= {"batch": batch, "user": user}
    kept: list[FieldFile] = []
    try:
        with keeping(), transaction.atomic():
            if values["text"]:
                _receive_paste(values["text"], common)
            for file in values["files"]:
                upload = Upload(origin=Origin.FILE, name=file.name[:255], **common)
                upload.file.save(file.name, file, save=False)
                kept.append(upload.file)
                upload.save()
                send_on_commit(upload)
            if not values["text"] and not values["files"]:
                send_on_commit(Upload.objects.create(origin=Origin.ADDRESS, **common))
    except BaseException:
        for file in kept:
            file.delete(save=False)
        raise
    return batch


def _receive_paste(text: str, common: dict[str, Any]) -> None:
    """A pasted text needs no opening: it is an article at once."""
    upload = Upload.objects.create(origin=Origin.PASTE, state=State.DONE, ended_at=timezone.now(), **common)
    store_text(upload, text)
