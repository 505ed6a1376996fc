"""Rows of JSON lines become articles; what is wrong with one costs a warning and never its neighbours."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.importing import Outcome, json_rows, new_upload, sample_rows, store_rows
from ingest.models import ReadingJob
from ingest.vocabulary import Origin
from relations.models import Article, Outlet

pytestmark = pytest.mark.django_db


def imported(*rows: Any) -> Outcome:
    return store_rows((("row", row) for row in rows), new_upload(Origin.IMPORT, "rows.jsonl"), lambda: None)


def test_all_that_a_row_says_is_kept() -> None:
    row = {
        "id": "n-1",
        "title": "Встреча",
        "text": "Министры встретились.",
        "published": "2024-02-08",
        "outlet": "Вестник",
        "url": "https://example.org/1",
        "unknown": ["ignored"],
    }

    outcome = imported(row)

    article = Article.objects.get()
    assert (article.external_id, article.title, article.text) == ("n-1", "Встреча", "Министры встретились.")
    assert (str(article.published), str(article.outlet), article.url) == ("2024-02-08", "Вестник", row["url"])
    assert ReadingJob.objects.get().article == article
    assert (dict(outcome.counts), outcome.warnings) == ({"new": 1}, [])


@pytest.mark.parametrize("empty", [None, "", "missing"])
def test_all_but_id_and_text_may_be_empty(empty: str | None) -> None:
    rest = {} if empty == "missing" else dict.fromkeys(["title", "published", "outlet", "url"], empty)

    assert imported({"id": "n-1", "text": "Министры встретились.", **rest}).warnings == []

    article = Article.objects.get()
    assert (article.title, article.published, article.outlet, article.url) == ("", None, None, "")


@pytest.mark.parametrize("url", ["not an address", "javascript:alert(1)", "http://", "https://a.b/" + "c" * 2000])
def test_a_bad_address_costs_a_warning_and_never_the_article(url: str) -> None:
    outcome = imported({"id": "n-1", "text": "Министры встретились.", "url": url})

    assert Article.objects.get().url == ""
    assert outcome.counts["new"] == 1
    assert "no address" in outcome.warnings[0]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-02-08", "2024-02-08"),
        ("2024-02-08T21:30:00Z", "2024-02-09"),
        ("2024-02-08T23:30:00+03:00", "2024-02-08"),
        ("2024-02-08 10:00", "2024-02-08"),
        ("вчера", "None"),
        (20240208, "2024-02-08"),
    ],
)
def test_days_are_moscows(published: str, day: str) -> None:
    imported({"id": "n-1", "text": "Министры встретились.", "published": published})

    assert str(Article.objects.get().published) == day


def test_the_same_text_is_one_article_and_gets_the_id_it_lacks() -> None:
    article = Article.objects.create(text="Министры встретились.")

    outcome = imported({"id": "n-1", "text": "Министры \n встретились. "})

    article.refresh_from_db()
    assert (article.external_id, outcome.counts["known"]) == ("n-1", 1)


@pytest.mark.parametrize(
    "row",
    [
        None,
        [],
        "text",
        {},
        {"id": "n"},
        {"text": "т"},
        {"id": "n", "text": " "},
        {"id": "", "text": "т"},
        {"id": "n", "text": 5},
        {"id": "n" * 201, "text": "т"},
    ],
)
def test_what_is_no_article_is_refused_and_its_neighbours_are_stored(row: Any) -> None:
    outcome = imported({"id": "a", "text": "Первый."}, row, {"id": "b", "text": "Второй."})

    assert dict(outcome.counts) == {"new": 2, "refused": 1}
    assert len(outcome.warnings) == 1


def test_another_text_under_a_taken_id_is_refused() -> None:
    outcome = imported({"id": "a", "text": "Первый."}, {"id": "a", "text": "Второй."}, {"id": "c", "text": "Третий."})

    assert dict(outcome.counts) == {"new": 2, "refused": 1}
    assert "id a" in outcome.warnings[0]


def test_an_outlet_is_recognised_by_alias_and_by_address() -> None:
    tass = Outlet.objects.create(name="ТАСС", aliases="ИТАР-ТАСС", domains="tass.ru")

    imported(
        {"id": "a", "text": "Первый.", "outlet": "итар-тасс"},
        {"id": "b", "text": "Второй.", "url": "https://tass.ru/politika/1"},
    )

    assert {article.outlet for article in Article.objects.all()} == {tass}


def test_broken_lines_and_blank_ones_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"id": 1}).encode() + b"\n\n{broken\n\xff\xfe\n")

    assert [row for _, row in json_rows(file)] == [{"id": 1}, None, None]


def test_every_sample_is_an_article() -> None:
    rows = list(sample_rows())

    outcome = store_rows(rows, new_upload(Origin.SAMPLES, "samples"), lambda: None)

    assert dict(outcome.counts) == {"new": len(rows)}
    assert outcome.warnings == []
    assert not Article.objects.filter(is_sample=False).exists()
    assert not Article.objects.filter(source_note="").exists()
