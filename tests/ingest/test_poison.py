"""A text that kills whoever reads it is set aside, with its reason, and the others are read meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from ingest import reference_loading
from ingest.dispatch import send
from ingest.models import ReadingJob
from ingest.vocabulary import Reason, State
from relations.models import Article
from tests.ingest.conftest import Worker, wait_until
from tests.ingest.poison import WORD

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

OTHERS = 6


def stored(text: str) -> ReadingJob:
    return ReadingJob.objects.create(article=Article.objects.create(text=text))


def test_a_text_that_kills_its_reader_is_set_aside_after_three_attempts(
    redis: None, child_environment: dict[str, str], settings: Any
) -> None:
    settings.READING_WORKERS = 1
    reference_loading.load_all()
    poison = stored(f"Министр встретился с послом. В саду зацвела {WORD}.")
    others = ReadingJob.objects.exclude(pk=poison.pk)
    for number in range(OTHERS):
        stored(f"Министр встретился с послом Китая. Это сообщение номер {number}.")
    worker = Worker(child_environment | {"DJANGO_SETTINGS_MODULE": "tests.ingest.poisoned_settings"})
    send(ReadingJob, ReadingJob.objects.values_list("pk", flat=True))

    def all_is_over() -> bool:
        # Nobody holds the poison for long: its reader is dead as soon as it has the text.
        past = timezone.now() - timedelta(seconds=1)
        ReadingJob.objects.filter(pk=poison.pk, state=State.RUNNING).update(lease_until=past)
        return not ReadingJob.objects.exclude(state__in=[State.DONE, State.FAILED]).exists()

    try:
        wait_until(all_is_over, sweeping=True)
    finally:
        worker.kill()

    poison.refresh_from_db()
    assert (poison.state, poison.reason, poison.attempts) == (State.FAILED, Reason.KILLED, settings.MAX_ATTEMPTS)
    assert settings.MAX_ATTEMPTS == 3
    assert poison.article.read_at is None
    assert list(others.values_list("state", "reason")) == [(State.DONE, "")] * OTHERS
