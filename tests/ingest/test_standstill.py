"""Where work waits and nobody does it, the page of the upload says so."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ingest.models import ReadingJob, Upload
from ingest.standstill import SILENT_AFTER, nobody_works
from ingest.vocabulary import Origin, State
from tests.readings import article

pytestmark = pytest.mark.django_db

LONG_AGO = SILENT_AFTER + timedelta(seconds=5)
SAID = "Nothing is being read at present."


@pytest.fixture
def waiting() -> Upload:
    return Upload.objects.create(origin=Origin.FILE, name="a.txt", sent_at=timezone.now() - LONG_AGO)


def test_work_that_nobody_takes_up_is_told(waiting: Upload, admin_client: Client) -> None:
    assert nobody_works()
    assert SAID in admin_client.get(waiting.get_absolute_url()).content.decode()


def test_what_has_just_come_may_still_be_taken_up(waiting: Upload) -> None:
    Upload.objects.update(sent_at=timezone.now())

    assert not nobody_works()


@pytest.mark.parametrize(
    ("state", "minutes", "silent"), [(State.RUNNING, 1, False), (State.RUNNING, -1, True), (State.DONE, 0, False)]
)
def test_a_worker_that_is_busy_with_another_is_waited_for(
    waiting: Upload, state: State, minutes: int, silent: bool
) -> None:
    then = timezone.now() + timedelta(minutes=minutes)
    ended = then if state == State.DONE else None
    ReadingJob.objects.create(article=article("Послы встретились."), state=state, lease_until=then, ended_at=ended)

    assert nobody_works() is silent


def test_what_is_over_says_nothing_of_it(waiting: Upload, admin_client: Client) -> None:
    Upload.objects.create(origin=Origin.FILE, name="b.txt", state=State.DONE, batch=(done := Upload()).batch)

    assert SAID not in admin_client.get(done.get_absolute_url()).content.decode()
