"""From an upload to its article."""

from collections.abc import Callable

from django.conf import settings

from ingest.jobs import Refused
from ingest.models import Upload
from ingest.readers import read_bytes
from ingest.storing import completed, store
from ingest.vocabulary import Reason


def open_file(upload: Upload) -> Callable[[], None]:
    """Reads an uploaded file; returns what stores its article. Raises Refused if no text can be had from it."""
    try:
        with upload.file.open("rb") as file:
            data = file.read(settings.UPLOAD_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Refused(Reason.GONE) from error
    text = read_bytes(upload.name, data)
    return lambda: store_text(upload, text)


def store_text(upload: Upload, text: str) -> None:
    """Stores an upload's text as an article, in the caller's transaction, and keeps in the upload what came of it."""
    said = {name: getattr(upload, name) for name in ("title", "published", "outlet", "url")}
    upload.reason = Reason.NEW if store(completed(text, **said), upload) else Reason.KNOWN
    upload.save(update_fields=["reason"])
