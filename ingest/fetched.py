"""The page behind an address, kept as the file of its upload: what was read can be looked up later."""

from django.core.files.base import ContentFile

from ingest.fetching import FetchRefused, fetch
from ingest.jobs import Refused
from ingest.models import Upload
from ingest.readers import SUFFIXES, suffix_of
from ingest.vocabulary import Reason

# What servers call the kinds of files that are read (IANA, "Media Types").
SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}


def fetch_file(upload: Upload) -> None:
    """Fetches the upload's address and keeps what came as its file; raises Refused if nothing readable did."""
    try:
        found = fetch(upload.url)
    except FetchRefused as refusal:
        raise Refused(Reason(refusal.code), refusal.detail) from refusal
    suffix = SUFFIX_OF_TYPE.get(found.media_type) or suffix_of(found.url.split("?")[0])
    if suffix not in SUFFIXES:
        raise Refused(Reason.UNKNOWN_TYPE, found.media_type)
    upload.name = f"page{suffix}"
    upload.file.save(upload.name, ContentFile(found.data), save=False)
    upload.save(update_fields=["name", "file"])
