"""A job is done once, whoever dies on the way."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction
from django.utils import timezone

from ingest.jobs import RESEND_AFTER, ClaimLost, Refused, work
from ingest.models import ReadingJob
from ingest.vocabulary import Reason, State
from relations.locks import Busy
from tests.readings import article

pytestmark = pytest.mark.django_db


@pytest.fixture
def job() -> ReadingJob:
    return ReadingJob.objects.create(article=article("В Пекине прошла встреча министров."))


def expire(job: ReadingJob) -> None:
    """As if the worker that holds the job had died long ago."""
    ReadingJob.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def nothing(job: ReadingJob) -> Callable[[], None]:
    return lambda: None


# --- Claiming --------------------------------------------------------------------------------------


def test_a_queued_job_is_taken_once(job: ReadingJob) -> None:
    taken = ReadingJob.take(job.pk)

    assert taken.state == State.RUNNING
    assert taken.attempts == 1
    assert ReadingJob.take(job.pk) is None


def test_a_running_job_is_taken_over_once_its_lease_has_expired(job: ReadingJob) -> None:
    first = ReadingJob.take(job.pk)
    expire(job)

    second = ReadingJob.take(job.pk)

    assert second.attempts == 2
    assert second.claim != first.claim


def test_a_job_that_is_done_failed_or_gone_is_not_taken(job: ReadingJob) -> None:
    for state in (State.DONE, State.FAILED):
        ReadingJob.objects.update(state=state)
        assert ReadingJob.take(job.pk) is None
    assert ReadingJob.take(0) is None


def test_a_job_without_attempts_left_is_not_taken(job: ReadingJob, settings: object) -> None:
    settings.MAX_ATTEMPTS = 1
    ReadingJob.take(job.pk)
    expire(job)

    assert ReadingJob.take(job.pk) is None


@pytest.mark.django_db(transaction=True)
def test_of_many_claimants_at_once_one_gets_the_job() -> None:
    job = ReadingJob.objects.create(article=article("Стороны подписали протокол."))
    taken, together = [], threading.Barrier(6)

    def claim() -> None:
        together.wait()
        taken.append(ReadingJob.take(job.pk))
        connection.close()

    threads = [threading.Thread(target=claim) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == 6
    assert sum(found is not None for found in taken) == 1


# --- Finishing -------------------------------------------------------------------------------------


def test_what_is_written_and_the_end_of_the_job_are_one_transaction(job: ReadingJob) -> None:
    taken = ReadingJob.take(job.pk)

    with pytest.raises(ZeroDivisionError), taken.finishing():
        job.article.title = "Записано"
        job.article.save()
        raise ZeroDivisionError

    job.refresh_from_db()
    assert job.state == State.RUNNING
    assert job.article.title == ""


def test_a_worker_whose_claim_was_taken_over_writes_nothing(job: ReadingJob) -> None:
    slow = ReadingJob.take(job.pk)
    expire(job)
    fast = ReadingJob.take(job.pk)

    with pytest.raises(ClaimLost), slow.finishing():
        pytest.fail("the block must not be entered")
    with fast.finishing():
        pass
    with pytest.raises(ClaimLost):
        slow.fail(Reason.ERROR)

    job.refresh_from_db()
    assert job.state == State.DONE


def test_a_job_queued_anew_is_lost_to_the_worker_that_has_it(job: ReadingJob) -> None:
    taken = ReadingJob.take(job.pk)

    assert ReadingJob.requeue(ReadingJob.objects.all()) == [job.pk]

    with pytest.raises(ClaimLost), taken.finishing():
        pass


# --- Working ---------------------------------------------------------------------------------------


def test_work_is_done_outside_and_written_inside_a_transaction(job: ReadingJob) -> None:
    depth = len(connection.savepoint_ids)
    seen = []

    def do(job: ReadingJob) -> Callable[[], None]:
        seen.append(len(connection.savepoint_ids))
        return lambda: seen.append(len(connection.savepoint_ids))

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert job.state == State.DONE
    assert seen[0] == depth < seen[1]


def test_an_error_is_tried_again_and_then_told(job: ReadingJob, settings: object) -> None:
    settings.MAX_ATTEMPTS = 2

    def do(job: ReadingJob) -> Callable[[], None]:
        raise ValueError("так не бывает")

    work(ReadingJob, job.pk, do)
    job.refresh_from_db()
    assert job.state == State.QUEUED

    work(ReadingJob, job.pk, do)
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "ValueError: так не бывает" in job.outcome


def test_an_error_in_writing_leaves_nothing_written(job: ReadingJob) -> None:
    def do(job: ReadingJob) -> Callable[[], None]:
        def write() -> None:
            job.article.title = "Наполовину"
            job.article.save()
            raise ValueError

        return write

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert job.state == State.QUEUED
    assert job.article.title == ""


def test_a_job_that_waits_too_long_for_other_writers_keeps_its_attempts(job: ReadingJob) -> None:
    def do(job: ReadingJob) -> Callable[[], None]:
        def write() -> None:
            raise Busy

        return write

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.reason) == (State.QUEUED, 0, "")


def test_a_refusal_is_final(job: ReadingJob) -> None:
    def do(job: ReadingJob) -> Callable[[], None]:
        raise Refused(Reason.EMPTY)

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert (job.state, job.reason, job.attempts) == (State.FAILED, Reason.EMPTY, 1)


def test_running_out_of_time_says_so(job: ReadingJob, settings: object) -> None:
    settings.MAX_ATTEMPTS = 1

    def do(job: ReadingJob) -> Callable[[], None]:
        raise SoftTimeLimitExceeded

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert (job.state, job.reason) == (State.FAILED, Reason.TOO_SLOW)


def test_a_job_deleted_meanwhile_is_let_go(job: ReadingJob) -> None:
    def do(running: ReadingJob) -> Callable[[], None]:
        job.article.delete()
        return lambda: pytest.fail("nothing may be written for an article that is gone")

    work(ReadingJob, job.pk, do)

    assert not ReadingJob.objects.exists()


# --- Sweeping --------------------------------------------------------------------------------------


def test_the_sweep_takes_back_what_a_dead_worker_held(job: ReadingJob) -> None:
    ReadingJob.take(job.pk)
    assert ReadingJob.sweep(queue_is_empty=True) == []
    expire(job)

    assert ReadingJob.sweep(queue_is_empty=False) == [job.pk]

    job.refresh_from_db()
    assert job.state == State.QUEUED
    assert job.attempts == 1


def test_the_sweep_sets_aside_what_killed_its_worker_too_often(job: ReadingJob, settings: object) -> None:
    for _ in range(settings.MAX_ATTEMPTS):
        assert ReadingJob.take(job.pk) is not None
        expire(job)
        swept = ReadingJob.sweep(queue_is_empty=True)

    assert swept == []
    job.refresh_from_db()
    assert (job.state, job.reason) == (State.FAILED, Reason.KILLED)
    assert job.outcome


def test_the_sweep_sends_again_what_got_lost_but_not_what_waits_in_line(job: ReadingJob) -> None:
    assert ReadingJob.sweep(queue_is_empty=True) == []
    ReadingJob.objects.update(sent_at=timezone.now() - RESEND_AFTER - timedelta(seconds=1))

    assert ReadingJob.sweep(queue_is_empty=False) == []
    assert ReadingJob.sweep(queue_is_empty=True) == [job.pk]
    assert ReadingJob.sweep(queue_is_empty=True) == []


def test_requeueing_gives_all_attempts_back(job: ReadingJob) -> None:
    ReadingJob.objects.update(state=State.FAILED, attempts=3, reason=Reason.KILLED)

    with transaction.atomic():
        ReadingJob.requeue(ReadingJob.objects.filter(state=State.FAILED))

    job.refresh_from_db()
    assert (job.state, job.attempts, job.outcome) == (State.QUEUED, 0, "")
