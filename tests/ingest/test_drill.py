"""Nothing is lost: whatever is killed, every article is read, and no fact is there twice.

`make drill` runs it with ten times the kills and the articles, and prints its figures.
"""

import os
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from ingest import reference_loading
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.tasks import open_upload, read_article
from ingest.vocabulary import Reason, State
from relations.fact_lines import fact_lines
from relations.models import Article
from tests.ingest.bulletins import as_files, bulletins
from tests.ingest.drill import WIPES, Drill

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

KILLS = int(os.environ.get("DRILL_KILLS", "20"))
ARTICLES = int(os.environ.get("DRILL_ARTICLES", "100"))
SEED = int(os.environ.get("DRILL_SEED", "1"))
AT_ONCE = 40  # files handed in together


def hand_in(files: list[tuple[str, bytes]]) -> None:
    """Through the form, as an editor does."""
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    for start in range(0, len(files), AT_ONCE):
        chosen = [SimpleUploadedFile(name, data) for name, data in files[start : start + AT_ONCE]]
        assert client.post(reverse("admin:relations_article_add"), {"files": chosen}).status_code == 302


def facts() -> list[dict[str, Any]]:
    return [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()]


def facts_of_a_calm_run(files: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Of an empty database, one process, and nothing in its way."""
    call_command("flush", interactive=False, verbosity=0)
    reference_loading.load_all()
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda *args, **options: None)
    hand_in(files)
    for upload in Upload.objects.order_by("pk"):
        open_upload(upload.pk)
    for job in ReadingJob.objects.order_by("pk"):
        read_article(job.pk)
    assert set(ReadingJob.objects.values_list("state", "attempts")) == {(State.DONE, 1)}
    return facts()


def test_whatever_is_killed_every_article_is_read_and_no_fact_is_doubled(
    child_environment: dict[str, str],
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.READING_WORKERS = 1
    reference_loading.load_all()
    texts = bulletins(ARTICLES, SEED)
    files = as_files(texts)
    drill = Drill(child_environment, SEED)

    with drill.running():
        hand_in(files)
        drill.go_through(KILLS, steps=2 * len(texts))

    with capsys.disabled():
        print(f"\nThe drill: {drill.figures}")
    assert (drill.figures.kills.total(), drill.figures.wipes) == (KILLS, WIPES)
    assert set(Upload.objects.values_list("state", flat=True)) == {State.DONE}
    assert UploadedPart.objects.exclude(reason=Reason.KNOWN).count() == len(texts)
    assert UploadedPart.objects.filter(reason=Reason.KNOWN).count() == 2
    assert Article.objects.count() == len(texts)
    assert set(ReadingJob.objects.values_list("state", "reason", "article__unread_reason")) == {(State.DONE, "", "")}
    assert ReadingJob.objects.filter(article__read_at=None).count() == 0
    after_the_drill = facts()
    assert {fact["kind"] for fact in after_the_drill} == {"contact", "trade", "position"}
    assert after_the_drill == facts_of_a_calm_run(files, monkeypatch)
