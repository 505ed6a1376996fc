"""Whether work waits and nobody does it: Redis may be down, or no worker running."""

from datetime import timedelta

from django.utils import timezone

from ingest.models import ReadingJob, Upload
from ingest.vocabulary import State

SILENT_AFTER = timedelta(seconds=30)  # several sweeps: by then a worker would have taken something up


def nobody_works() -> bool:
    """Whether a job has been waiting for a while, none is under way, and none has ended meanwhile."""
    now = timezone.now()
    long_ago = now - SILENT_AFTER
    kinds = (Upload, ReadingJob)
    if not any(kind.objects.filter(state=State.QUEUED, sent_at__lt=long_ago).exists() for kind in kinds):
        return False
    if any(kind.objects.filter(state=State.RUNNING, lease_until__gte=now).exists() for kind in kinds):
        return False
    return not any(kind.objects.filter(ended_at__gte=long_ago).exists() for kind in kinds)
