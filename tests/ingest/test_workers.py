"""Real workers on a real Redis: an article is read once, whatever is killed on the way."""

import os
import signal
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ingest.dispatch import send
from ingest.models import ReadingJob, Upload
from ingest.redis_server import running
from ingest.vocabulary import Reason, State
from relations.models import Article, Contact, ContactReport
from tests.ingest.conftest import Worker, reaches, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

CALL = (
    "8 февраля 2024 года президент России Владимир Путин провёл телефонный разговор с председателем КНР Си Цзиньпином."
)
FILLER = "В северных районах области в течение суток ожидается переменная облачность и слабый ветер. "
LONG = CALL + "\n" + "\n".join([FILLER * 8] * 80)  # takes a few seconds to read: time to kill its reader

StartWorker = Callable[[], Worker]


def stored(text: str) -> ReadingJob:
    job = ReadingJob.objects.create(article=Article.objects.create(text=text))
    send(ReadingJob, [job.pk])
    return job


def let_the_lease_expire(job: ReadingJob) -> None:
    ReadingJob.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def is_being_read(job: ReadingJob) -> bool:
    return ReadingJob.objects.filter(pk=job.pk, state=State.RUNNING, lease_until__gt=timezone.now()).exists()


def kill_child_in_mid_task(worker: Worker, job: ReadingJob) -> None:
    wait_until(lambda: is_being_read(job), sweeping=True)
    child = worker.stop_child()
    job.refresh_from_db()
    assert job.state == State.RUNNING
    os.kill(child, signal.SIGKILL)
    let_the_lease_expire(job)
    wait_until(lambda: worker.children and child not in worker.children)


def assert_read_once(job: ReadingJob) -> None:
    job.refresh_from_db()
    assert (job.state, job.outcome) == (State.DONE, "")
    assert job.article.read_at
    assert ContactReport.objects.filter(article=job.article).count() == 1
    assert Contact.objects.count() == 1


def test_an_uploaded_file_becomes_a_read_article(
    redis: None, start_worker: StartWorker, admin_client: Client, tmp_path: object
) -> None:
    start_worker()
    file = tmp_path / "разговор.txt"
    file.write_bytes(f"Лидеры поговорили\n{CALL}".encode("cp1251"))

    with file.open("rb") as data:
        response = admin_client.post(reverse("admin:relations_article_add"), {"files": data})
    upload = Upload.objects.get()
    wait_until(reaches(upload, State.DONE, State.FAILED))
    job = ReadingJob.objects.get()
    wait_until(reaches(job, State.DONE, State.FAILED))

    assert job.article.title == "Лидеры поговорили"
    assert_read_once(job)
    page = admin_client.get(response.url).content.decode()
    assert job.article.get_absolute_url() in page
    assert Contact.objects.get().get_absolute_url() in page


def test_a_child_killed_in_mid_task_costs_an_attempt_and_no_fact_is_doubled(
    redis: None, start_worker: StartWorker
) -> None:
    worker = start_worker()
    job = stored(LONG)

    kill_child_in_mid_task(worker, job)
    wait_until(reaches(job, State.DONE, State.FAILED), sweeping=True)

    assert job.attempts == 2
    assert_read_once(job)


def test_a_worker_killed_in_mid_task_is_replaced_by_the_next(redis: None, start_worker: StartWorker) -> None:
    worker = start_worker()
    job = stored(LONG)
    wait_until(reaches(job, State.RUNNING))

    worker.kill()
    let_the_lease_expire(job)
    start_worker()
    wait_until(reaches(job, State.DONE, State.FAILED), sweeping=True)

    assert job.attempts == 2
    assert_read_once(job)


def test_a_reader_that_was_only_slow_writes_nothing_once_another_has_taken_over(
    redis: None, start_worker: StartWorker
) -> None:
    worker = start_worker()
    job = stored(LONG)
    wait_until(reaches(job, State.RUNNING))
    child = worker.stop_child()
    let_the_lease_expire(job)

    start_worker()
    wait_until(reaches(job, State.DONE, State.FAILED), sweeping=True)
    ended = job.ended_at
    os.kill(child, signal.SIGCONT)
    other = stored(FILLER)
    wait_until(reaches(other, State.DONE, State.FAILED), sweeping=True)

    assert_read_once(job)
    assert job.ended_at == ended


def test_an_article_that_kills_its_worker_every_time_is_set_aside(
    redis: None, start_worker: StartWorker, settings: object
) -> None:
    worker = start_worker()
    poison = stored(LONG)

    for _ in range(settings.MAX_ATTEMPTS):
        kill_child_in_mid_task(worker, poison)
    wait_until(reaches(poison, State.FAILED), sweeping=True)
    innocent = stored(CALL)
    wait_until(reaches(innocent, State.DONE, State.FAILED), sweeping=True)

    assert (poison.attempts, poison.reason) == (settings.MAX_ATTEMPTS, Reason.KILLED)
    assert_read_once(innocent)


def test_without_redis_an_upload_is_kept_and_read_once_redis_is_back(
    start_worker: StartWorker, beat: None, client: Client
) -> None:
    client.force_login(User.objects.create_superuser("editor"))
    response = client.post(reverse("admin:relations_article_add"), {"text": CALL})
    assert response.status_code == 302
    job = ReadingJob.objects.get()
    assert job.state == State.QUEUED

    with running():
        start_worker()
        wait_until(reaches(job, State.DONE, State.FAILED))

    assert_read_once(job)


def test_redis_restarted_without_its_data_loses_no_article(start_worker: StartWorker, beat: None) -> None:
    with running():
        jobs = [stored(f"{FILLER} № {number}") for number in range(3)]
    with running():
        start_worker()
        for job in jobs:
            wait_until(reaches(job, State.DONE, State.FAILED))

    assert {job.state for job in jobs} == {State.DONE}
    assert {job.attempts for job in jobs} == {1}
