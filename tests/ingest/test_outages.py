"""The disk full, the database held or gone, Redis full or down: nothing is half stored, and the reason is said."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from ingest import broker
from ingest.jobs import work
from ingest.models import ReadingJob, Token, Upload
from ingest.receiving import NO_DATABASE, NO_ROOM
from ingest.tasks import open_upload, sweep
from ingest.vocabulary import Origin, Reason, State
from relations.models import Article
from tests.ingest.conftest import Worker, reaches, wait_until
from tests.ingest.site import running_site
from tests.readings import article

ADD = "/admin/relations/article/add/"
ROOM = 10 * 1024 * 1024  # bytes that a file may have where there is no more room: more than the database takes
LARGE = b"a" * (ROOM + 100_000)


@contextmanager
def a_full_disk() -> Iterator[None]:
    """No file of this process grows beyond ROOM; the system then answers with EFBIG."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.fixture
def kept(settings: Any, tmp_path: Path) -> Callable[[], list[str]]:
    """The files that uploads have left."""
    settings.MEDIA_ROOT = tmp_path
    return lambda: [path.name for path in tmp_path.rglob("*") if path.is_file()]


def said(client: Client, **values: Any) -> list[str]:
    """What the form answers to something that it did not take."""
    response = client.post(ADD, values)
    assert response.status_code == 200
    return response.context["form"].non_field_errors()


# --- The disk is full ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_file_that_finds_no_room_while_it_arrives_leaves_nothing_and_is_told(
    admin_client: Client, kept: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arriving = tmp_path.parent / "arriving"
    arriving.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(arriving))

    with a_full_disk():
        found = said(admin_client, files=[SimpleUploadedFile("a.txt", LARGE)], title="Моё")

    assert found == [str(NO_ROOM)]
    assert (Upload.objects.count(), kept(), list(arriving.iterdir())) == (0, [], [])


@pytest.mark.django_db
def test_of_several_files_none_is_kept_if_one_finds_no_room(
    admin_client: Client, kept: Callable[[], list[str]], settings: Any
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * len(LARGE)  # they arrive in memory and are first written when kept

    with a_full_disk():
        found = said(admin_client, files=[SimpleUploadedFile("a.txt", b"text"), SimpleUploadedFile("b.txt", LARGE)])

    assert found == [str(NO_ROOM)]
    assert (Upload.objects.count(), kept()) == (0, [])


@pytest.mark.django_db
def test_a_page_that_finds_no_room_is_tried_again_and_then_told(settings: Any, kept: Callable[[], list[str]]) -> None:
    settings.FETCH_MAX_BYTES = 2 * len(LARGE)
    with running_site() as site, a_full_disk():
        settings.FETCH_ALLOWED_HOSTS = [site.host]
        upload = Upload.objects.create(origin=Origin.ADDRESS, url=site.page("/", LARGE, "text/plain"))
        states = []
        for _ in range(settings.MAX_ATTEMPTS):
            open_upload(upload.pk)
            upload.refresh_from_db()
            states.append(upload.state)

    assert states == [State.QUEUED] * (settings.MAX_ATTEMPTS - 1) + [State.FAILED]
    assert (upload.reason, kept()) == (Reason.NO_ROOM, [])


# --- The database is held or gone ------------------------------------------------------------------


@pytest.fixture
def reconnected(transactional_db: None) -> Iterator[None]:
    """What comes after the test has a connection that works, and the settings' patience."""
    yield
    connection.close()


@contextmanager
def database_out() -> Iterator[None]:
    """SQLite is held by another; of PostgreSQL, the connection breaks at the first row written, as in a restart."""
    if connection.vendor == "postgresql":
        with connection.execute_wrapper(_breaking):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 20")  # milliseconds, instead of the seconds of the settings
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _breaking(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.startswith(("INSERT", "UPDATE")):
        own = connection.connection.info.backend_pid
        with closing(connection.copy()) as other, other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [own])
    return execute(sql, params, many, context)


@pytest.mark.usefixtures("reconnected")
def test_a_reading_whose_database_goes_is_read_later() -> None:
    job = ReadingJob.objects.create(article=article("В Пекине прошла встреча министров."))
    with ExitStack() as outage:

        def do(job: ReadingJob) -> Callable[[], None]:
            outage.enter_context(database_out())
            return lambda: None

        work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    # Nor could it be given back: its lease will run out.
    assert (job.state, job.attempts, job.reason) == (State.RUNNING, 1, "")


@pytest.mark.usefixtures("reconnected")
def test_a_reading_that_broke_off_with_its_connection_is_given_back_on_another() -> None:
    """The outage is over when the job is given back."""
    job = ReadingJob.objects.create(article=article("В Пекине прошла встреча министров."))

    def do(job: ReadingJob) -> Callable[[], None]:
        with database_out():
            Article.objects.update(title="Записано")
        raise AssertionError("it was written")

    work(ReadingJob, job.pk, do)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.reason) == (State.QUEUED, 0, "")


@pytest.mark.usefixtures("reconnected")
def test_an_upload_that_meets_no_database_is_refused_in_words_and_leaves_no_file(
    admin_client: Client, kept: Callable[[], list[str]]
) -> None:
    with database_out():
        found = said(admin_client, files=[SimpleUploadedFile("a.txt", b"text")])

    assert found == [str(NO_DATABASE)]
    assert (Upload.objects.count(), kept()) == (0, [])


@pytest.mark.usefixtures("reconnected")
def test_a_program_that_meets_no_database_is_told_to_try_again(admin_user: Any) -> None:
    token = Token(user=admin_user, name="a program")
    headers = {"authorization": f"Bearer {token.make()}"}
    token.save()

    with database_out():
        response = Client().post(
            "/api/v1/articles", {"text": "Послы встретились."}, content_type="application/json", headers=headers
        )

    assert (response.status_code, response.json()) == (503, {"detail": str(NO_DATABASE)})
    connection.close()
    assert not Article.objects.exists()


# --- Redis is full or down ---------------------------------------------------------------------------


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_with_redis_full_an_upload_is_kept_and_read_once_there_is_room(
    redis: None, start_worker: Callable[[], Worker], beat: None, admin_client: Client
) -> None:
    start_worker()
    with broker.client() as server:
        server.config_set("maxmemory", "1")

    response = admin_client.post(ADD, {"files": [SimpleUploadedFile("a.txt", "Послы встретились.".encode())]})
    assert response.status_code == 302
    upload = Upload.objects.get()
    assert upload.state == State.QUEUED
    with broker.client() as server:
        server.config_set("maxmemory", "0")

    wait_until(reaches(upload, State.DONE))
    wait_until(reaches(ReadingJob.objects.get(), State.DONE))


@pytest.mark.django_db
def test_a_sweep_without_redis_takes_back_what_dead_workers_held() -> None:
    job = ReadingJob.objects.create(article=article("В Пекине прошла встреча министров."))
    ReadingJob.take(job.pk)
    ReadingJob.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert not broker.answers()

    sweep()

    job.refresh_from_db()
    assert job.state == State.QUEUED
