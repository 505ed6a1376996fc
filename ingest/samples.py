"""The sample articles of a first run: stored once, and never again once a person has removed one."""

from django.db.models import QuerySet

from ingest.importing import jobs_of, new_upload, sample_rows, store_rows
from ingest.models import ReadingJob, Upload
from ingest.vocabulary import Origin, State
from ingest.waiting import Workers, wait


def load() -> int:
    """Stores the samples if they never were, and waits until they are read; returns how many were stored."""
    upload = Upload.objects.filter(origin=Origin.SAMPLES).first()
    if upload and not _unread(upload).exists():
        return 0
    with Workers() as workers:
        stored = 0
        if upload is None:
            upload = new_upload(Origin.SAMPLES, "samples")
            stored = store_rows(sample_rows(), upload, lambda: None).counts["new"]
        wait(jobs_of(upload), workers, "Reading the sample articles")
    return stored


def _unread(upload: Upload) -> QuerySet[ReadingJob]:
    return jobs_of(upload).exclude(state__in=[State.DONE, State.FAILED])
