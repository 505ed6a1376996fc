"""From an upload to its articles: reads the file, finds what the form left empty, stores."""

from collections.abc import Callable

from django.conf import settings

from ingest import outlets
from ingest.heading import find_heading
from ingest.jobs import Refused
from ingest.models import Upload, UploadedArticle
from ingest.readers import read_bytes
from ingest.storing import Incoming, store
from ingest.vocabulary import Reason


def open_file(upload: Upload) -> Callable[[], None]:
    """Reads an uploaded file; returns what stores its article. Raises Refused if no text can be had from it."""
    try:
        with upload.file.open("rb") as file:
            data = file.read(settings.UPLOAD_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Refused(Reason.GONE) from error
    text = read_bytes(upload.name, data)
    return lambda: note_outcome(upload, store_text(upload, text))


def store_text(upload: Upload, text: str) -> UploadedArticle:
    """Stores an upload's text as an article, in the caller's transaction; what the form left empty is sought in it."""
    heading = find_heading(text)
    incoming = Incoming(
        text=text,
        title=upload.title or heading.title,
        published=upload.published or heading.published,
        outlet=outlets.named_or_new(upload.outlet)
        or (outlets.by_address(upload.url) if upload.url else None)
        or outlets.in_heading(heading.dateline),
        url=upload.url,
    )
    return store(incoming, upload)


def note_outcome(upload: Upload, row: UploadedArticle) -> None:
    """Keeps in the upload what came of it."""
    upload.reason = Reason.NEW if row.is_new else Reason.KNOWN
    upload.save(update_fields=["reason"])
