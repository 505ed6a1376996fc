"""Work that survives crashes: the row is the truth, the message to Celery a hint.

A job is claimed by a conditional UPDATE, worked on outside any transaction, and finished in one
transaction that first checks that the claim still holds. A sweep takes back what a dead worker held
and sends again what got lost on the way.
"""

import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import ClassVar, Self, TypeVar

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ingest.outages import database_is_out, disk_is_full
from ingest.vocabulary import Reason, State
from relations.locks import Busy, in_turn

logger = logging.getLogger(__name__)

RESEND_AFTER = timedelta(seconds=10)  # a message this old with an empty queue got lost
RESEND_AT_ONCE = 500  # rows that one sweep sends again


class ClaimLost(Exception):
    """Another worker has taken the job over, or it is gone: whatever was worked out is void."""


class Refused(Exception):
    """The job can't be done and trying again won't help; `reason` says why."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


class Job(models.Model):
    """A piece of work for the workers: queued → running → done or failed."""

    task_name: ClassVar[str]
    queue: ClassVar[str]

    state = models.CharField(_("state"), max_length=7, choices=State, default=State.QUEUED, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    claim = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    started_at = models.DateTimeField(_("started"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    detail = models.CharField(_("detail"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def is_over(self) -> bool:
        return self.state in (State.DONE, State.FAILED)

    @property
    def outcome(self) -> str:
        """What came of it, in the reader's language."""
        return f"{self.get_reason_display()} {self.detail}".strip()

    # --- The life of a job ---------------------------------------------------------------------

    @classmethod
    def take(cls, pk: int) -> Self | None:
        """The job, claimed for the caller; None if it is done, another's, out of attempts or gone."""
        now, claim = timezone.now(), uuid.uuid4()
        free = Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)
        taken = cls.objects.filter(free, pk=pk, attempts__lt=settings.MAX_ATTEMPTS).update(
            state=State.RUNNING,
            claim=claim,
            attempts=F("attempts") + 1,
            lease_until=now + cls.lease(),
            started_at=now,
            reason="",
            detail="",
        )
        return cls.objects.filter(pk=pk, claim=claim).first() if taken else None

    @classmethod
    def lease(cls) -> timedelta:
        """How long a worker may be silent before its job is another's."""
        return timedelta(seconds=settings.READING_LEASE)

    def renew(self) -> None:
        """Holds the claim on: part of the work is done, which makes this the first attempt at the rest.

        To be called inside the transaction that keeps that part; raises ClaimLost.
        """
        if not self._held().update(lease_until=timezone.now() + self.lease(), attempts=1):
            raise self._lost()

    @contextmanager
    def finishing(self) -> Iterator[None]:
        """One transaction that holds whatever the caller writes and ends the job; raises ClaimLost before it.

        Whoever writes may set the job's reason and detail.
        The job's row is written last, as by all who write an article and its job, so that nobody waits crosswise.
        """
        with transaction.atomic():
            if not self._held().exists():
                raise self._lost()
            yield
            self._end(State.DONE, self.reason, self.detail)

    def fail(self, reason: Reason, detail: str = "", *, final: bool = False) -> None:
        """Ends the job as failed, or, while attempts are left, queues it again; raises ClaimLost."""
        state = State.FAILED if final or self.attempts >= settings.MAX_ATTEMPTS else State.QUEUED
        self._end(state, reason, detail)

    def give_back(self) -> None:
        """Queues the job again, the attempt not counted: it was no fault of the job's; raises ClaimLost."""
        with transaction.atomic():
            self._end(State.QUEUED, "", "")
            type(self).objects.filter(pk=self.pk).update(attempts=F("attempts") - 1)

    def _held(self) -> models.QuerySet[Self]:
        return type(self).objects.filter(pk=self.pk, claim=self.claim, state=State.RUNNING)

    def _lost(self) -> ClaimLost:
        return ClaimLost(f"{self._meta.label} {self.pk} is no longer held by this worker.")

    def _end(self, state: State, reason: str, detail: str) -> None:
        now = timezone.now()
        ended = self._held().update(
            state=state,
            claim=None,
            lease_until=None,
            reason=reason,
            detail=detail[:300],
            sent_at=now,
            ended_at=None if state == State.QUEUED else now,
        )
        if not ended:
            raise self._lost()

    @classmethod
    def requeue(cls, jobs: models.QuerySet[Self]) -> list[int]:
        """Queues jobs anew with all their attempts, also those under way; returns what is to be sent."""
        pks = list(jobs.values_list("pk", flat=True))
        cls.objects.filter(pk__in=pks).update(**_AS_NEW, sent_at=timezone.now())
        return pks

    @classmethod
    def sweep(cls, *, queue_is_empty: bool) -> list[int]:
        """Takes back what dead workers held; returns the jobs whose messages are to be sent again."""
        now = timezone.now()
        expired = cls.objects.filter(state=State.RUNNING, lease_until__lt=now)
        expired.filter(attempts__gte=settings.MAX_ATTEMPTS).update(
            state=State.FAILED, claim=None, lease_until=None, ended_at=now, reason=Reason.KILLED, detail=""
        )
        released = list(expired.values_list("pk", flat=True))
        expired.filter(pk__in=released).update(state=State.QUEUED, claim=None, lease_until=None)
        lost: list[int] = []
        if queue_is_empty:
            queued = cls.objects.filter(state=State.QUEUED, sent_at__lt=now - RESEND_AFTER).exclude(pk__in=released)
            lost = list(queued.order_by("pk").values_list("pk", flat=True)[:RESEND_AT_ONCE])
        cls.objects.filter(pk__in=[*released, *lost]).update(sent_at=now)
        return released + lost


_AS_NEW = {
    "state": State.QUEUED,
    "attempts": 0,
    "claim": None,
    "lease_until": None,
    "started_at": None,
    "ended_at": None,
    "reason": "",
    "detail": "",
}


def _finish(job: Job, write: Callable[[], None]) -> None:
    with job.finishing():
        write()


def _wait(job: Job) -> None:
    """Has the sweep try it later: another process holds the database, or it is gone for a while."""
    logger.warning("%s waits for the database.", job._meta.label)
    if connection.errors_occurred and not connection.is_usable():
        connection.close()  # the next statement opens another
    with suppress(OperationalError, InterfaceError):  # still out: then the lease will run out
        job.give_back()


JobT = TypeVar("JobT", bound=Job)


def work(kind: type[JobT], pk: int, do: Callable[[JobT], Callable[[], None]]) -> None:
    """Claims a job and does it: `do` works outside any transaction and returns what is to be written inside one."""
    job = kind.take(pk)
    if job is None:
        return
    try:
        try:
            write = do(job)
            in_turn(partial(_finish, job, write))
        except ClaimLost:
            raise
        except Busy:
            _wait(job)
        except Refused as refusal:
            job.fail(refusal.reason, refusal.detail, final=True)
        except SoftTimeLimitExceeded:
            job.fail(Reason.TOO_SLOW)
        except Exception as error:
            if database_is_out(error):
                _wait(job)
                return
            logger.exception("%s %s, attempt %s", kind._meta.label, pk, job.attempts)
            if disk_is_full(error):
                job.fail(Reason.NO_ROOM)
            else:
                job.fail(Reason.ERROR, f"{type(error).__name__}: {error}")
    except ClaimLost as lost:
        logger.warning("%s", lost)
