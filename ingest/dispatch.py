"""Tells the workers of a job, after the commit; a lost message costs time, never the job."""

import logging
from collections.abc import Iterable

from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from ingest.jobs import Job
from relations.celery import app

logger = logging.getLogger(__name__)


def send_on_commit(job: Job) -> None:
    """Sends the job's message once the transaction that made it is committed."""
    kind, pk = type(job), job.pk
    transaction.on_commit(lambda: send(kind, [pk]))


def send(kind: type[Job], pks: Iterable[int]) -> None:
    """Sends a message for each job. Without Redis this only logs: the sweep sends them once it is back."""
    try:
        for pk in pks:
            app.send_task(kind.task_name, args=[pk])
    except (OperationalError, RedisError, OSError) as error:
        logger.warning("Redis can't be reached (%s); the work waits in the database until it is back.", error)
