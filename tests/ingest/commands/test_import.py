"""`manage.py import FILE --wait` with no worker alive, and with one."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from ingest import reference_loading
from ingest.models import ReadingJob
from ingest.vocabulary import State
from relations.models import Article, Contact
from tests.ingest.readers import files

ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": "8 февраля 2024 года Владимир Путин поговорил по телефону с председателем КНР Си Цзиньпином."},
    {"id": "b", "text": "Завтра ожидается дождь.", "url": "nonsense", "published": "2024-02-08"},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), encoding="utf-8")
    return path


def run(file: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, settings.BASE_DIR / "manage.py", "import", file, "--wait"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.worker
def test_with_no_worker_alive_it_brings_its_own_and_takes_it_away(
    file: Path, child_environment: dict[str, str]
) -> None:
    reference_loading.load_all()

    result = run(file, child_environment)

    assert (result.returncode, result.stdout) == (
        0,
        "2 new, 0 already there, 0 refused; 2 read, 0 failed, 0 waiting.\n",
    )
    assert "'nonsense' is no address" in result.stderr
    assert Article.objects.filter(read_at=None).count() == 0
    assert Contact.objects.count() == 1
    assert not settings.REDIS_SOCKET.exists()


@pytest.mark.worker
def test_again_and_with_workers_alive_it_uses_those_and_doubles_nothing(
    file: Path, child_environment: dict[str, str], redis: None, start_worker: Callable[[], Any]
) -> None:
    worker = start_worker()

    assert run(file, child_environment).returncode == 0
    again = run(file, child_environment)

    assert again.stdout == "0 new, 2 already there, 0 refused; 2 read, 0 failed, 0 waiting.\n"
    assert Contact.objects.count() == 1
    assert worker.process.poll() is None


@pytest.mark.django_db
def test_without_waiting_the_articles_are_kept_for_the_workers(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import", file)

    assert "2 waiting." in capsys.readouterr().out
    assert set(ReadingJob.objects.values_list("state", flat=True)) == {State.QUEUED}


@pytest.mark.django_db
def test_a_refused_row_makes_the_exit_status_1(tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"id": "a"}\n')

    with pytest.raises(SystemExit) as ended:
        call_command("import", file)

    assert ended.value.code == 1


def test_a_missing_file_is_said_in_one_line() -> None:
    with pytest.raises(CommandError, match="is no file and no folder"):
        call_command("import", Path("nowhere.jsonl"))


def test_an_outside_redis_that_does_not_answer_is_said(file: Path, settings: Any) -> None:
    settings.REDIS_URL = settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    with pytest.raises(CommandError, match="REDIS_URL"):
        call_command("import", file, wait=True)


@pytest.mark.django_db
def test_a_folder_of_all_kinds_is_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "архив"
    folder.mkdir()
    (folder / "a.txt").write_text("Послы встретились.", encoding="koi8-r")
    (folder / "b.zip").write_bytes(files.archive({"c.txt": "Министры встретились.".encode(), "d.png": b"x"}))
    (folder / "e.pdf").write_bytes(b"no pdf")
    (folder / "notes.xyz").write_bytes(b"passed over")

    with pytest.raises(SystemExit):
        call_command("import", folder, json=True)

    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [(line["file"], line.get("part"), line["reason"]) for line in lines] == [
        ("a.txt", None, "new"),
        ("a.txt", "", "new"),
        ("b.zip", None, "many"),
        ("b.zip", "c.txt", "new"),
        ("b.zip", "d.png", "unknown_type"),
        ("e.pdf", None, "damaged"),
    ]
    assert {line["reading"] for line in lines if "reading" in line} == {State.QUEUED}
    assert all(line["said"] for line in lines)
    assert "2 new, 0 already there, 2 refused" in printed.err


@pytest.mark.django_db
def test_a_folder_without_a_known_kind_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.xyz").touch()

    with pytest.raises(CommandError, match="known kind"):
        call_command("import", tmp_path)


@pytest.mark.django_db
def test_a_file_with_more_articles_than_an_upload_may_have_is_imported(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.UPLOAD_MAX_ARTICLES = 3
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps({"text": f"Встреча номер {number}."}) for number in range(9)))

    call_command("import", file)

    assert "9 new" in capsys.readouterr().out
