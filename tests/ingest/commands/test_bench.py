"""`manage.py bench` times the reader beside stock Natasha."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ingest.importing import sample_rows
from ingest.management.commands.bench import USUAL_LENGTH, _samples_joined


def test_it_prints_a_line_for_each_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"id": "a", "text": "Министры встретились в Пекине 8 февраля."}))

    call_command("bench", file, rounds=1)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"1 articles, 40 characters ({file})")
    assert [line.split("  ")[0] for line in lines[1:]] == ["Amur", "Natasha", "Natasha with its extractors"]
    assert ["times as fast" in line for line in lines[1:]] == [False, True, True]


def test_samples_are_joined_to_articles_of_usual_length() -> None:
    articles = _samples_joined()

    assert all(len(article.text) >= USUAL_LENGTH for article in articles[:-1])
    assert "\n".join(article.text for article in articles) == "\n".join(row["text"] for row in sample_rows())


def test_a_file_without_an_article_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("{broken\n[]\n")

    with pytest.raises(CommandError, match="has no article"):
        call_command("bench", file)
