"""The sample articles of a first run: stored once, and never again once a person has removed one."""

from django.db.models import QuerySet

from ingest.importing import jobs_of, sample_rows, store_samples
from ingest.models import ReadingJob, Upload
from ingest.vocabulary import Origin, State
from ingest.waiting import Workers, wait


def load() -> tuple[int, int]:
    """Stores the samples if they never were, and waits until they are read.

    Returns how many were read just now and how many failed; (0, 0) on every later run.
    """
    upload = Upload.objects.filter(origin=Origin.SAMPLES).first()
    if upload and not _unread(upload).exists():
        return 0, 0
    with Workers() as workers:
        if upload is None:
            upload = store_samples(sample_rows())
        jobs = jobs_of(upload.batch)
        wait(jobs, workers, "Reading the sample articles")
    return jobs.filter(state=State.DONE).count(), jobs.filter(state=State.FAILED).count()


def _unread(upload: Upload) -> QuerySet[ReadingJob]:
    return jobs_of(upload.batch).exclude(state__in=[State.DONE, State.FAILED])
