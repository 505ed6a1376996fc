"""Jobs queued again from the admin's pages."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext

from ingest.dispatch import send
from ingest.jobs import Job


def requeue(kind: type[Job], jobs: QuerySet[Any]) -> int:
    """Queues jobs anew and tells the workers once that is committed; returns how many."""
    with transaction.atomic():
        pks = kind.requeue(jobs)
        transaction.on_commit(lambda: send(kind, pks))
    return len(pks)


def say_queued(request: HttpRequest, count: int) -> None:
    """Tells the editor how many jobs were queued again."""
    messages.info(request, ngettext("%d is queued again.", "%d are queued again.", count) % count)
