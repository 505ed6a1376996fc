"""`manage.py extract FILE` prints readings and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

ARTICLES = [
    {"id": 7, "text": "8 февраля 2024 года Владимир Путин поговорил по телефону с председателем КНР Си Цзиньпином."},
    {"id": "пусто", "text": "", "title": None, "published": "", "outlet": None, "more": {}},
]

BAD = [  # lines of a file, and what is said of each
    ('{"id": 1, "text": "Да."}', ""),
    ("{broken", "the line is not JSON"),
    ("[]", "not an article (a JSON object with id and text)"),
    ('{"id": 2, "text": null}', "the article has no text"),
    ('{"id": null, "text": "Да."}', "the article has no id"),
    ("[" * 100_000, "the line is not JSON"),
    ('{"id": 4, "text": "Да."}'.encode("utf-16"), "the line is not UTF-8"),
    ('{"id": 3, "text": "Нет.", "title": 5, "published": [], "outlet": {}}', ""),
]


def extract(file: Path, tmp_path: Path, shell: str = "") -> subprocess.CompletedProcess[str]:
    """Runs where no database, no `var/` and no secret is."""
    environment = {"PATH": os.environ["PATH"], "AMUR_VAR": str(tmp_path / "nothing")}
    command = " ".join([sys.executable, "manage.py", "extract", str(file), shell])
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_line_for_each_article_in_their_order_and_not_a_word_more(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps(article) for article in ARTICLES) + "\n\n")

    result = extract(file, tmp_path)

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (result.returncode, result.stderr) == (0, "")
    assert (first["id"], second["id"]) == (7, "пусто")
    assert [contact["format"] for contact in first["contacts"]] == ["call"]
    assert [second[part] for part in ("entities", "contacts", "trade", "positions")] == [[], [], [], []]
    assert not (tmp_path / "nothing").exists()


def test_a_bad_line_is_told_and_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line, _ in BAD))

    result = extract(file, tmp_path)

    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    told = [f"{file}, line {number}: {what}." for number, (_, what) in enumerate(BAD, 1) if what]
    assert result.stderr.splitlines() == told
    assert result.returncode == 1


def test_what_is_not_read_says_why_and_odd_signs_come_through(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    texts = ["The ambassadors met.", " ", "Послы \ud800 встретились в Пекине."]
    file.write_text("\n".join(json.dumps({"id": text, "text": text}) for text in texts))

    result = extract(file, tmp_path)

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["id"], line["reason"]) for line in lines] == list(
        zip(texts, ["not_russian", "empty", ""], strict=True)
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"id": n, "text": "Да."}) for n in range(3)))

    result = extract(file, tmp_path, "| true")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_missing_file_is_said_in_one_line(tmp_path: Path) -> None:
    result = extract(tmp_path / "nowhere", tmp_path)

    assert result.returncode == 1
    assert "can't be read" in result.stderr
    assert "Traceback" not in result.stderr
