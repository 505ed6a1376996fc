"""`manage.py bench` times the reader beside stock Natasha."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command


def test_it_prints_a_line_for_each_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"id": "a", "text": "Министры встретились в Пекине 8 февраля."}))

    call_command("bench", file, rounds=1)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 articles, 40 characters")
    assert [line.split("  ")[0] for line in lines[1:]] == ["Amur", "Natasha", "Natasha with its extractors"]
