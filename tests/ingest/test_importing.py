"""Lines of JSON become articles; what is wrong with one costs a warning and never its neighbours."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from ingest.importing import counts, files_in, import_file, json_rows, outcomes, sample_rows, store_samples
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.vocabulary import Reason, State
from relations.models import Article, Outlet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unsent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing goes to Redis here."""
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda *args, **options: None)


@pytest.fixture
def batch() -> uuid.UUID:
    return uuid.uuid4()


@pytest.fixture
def imported(tmp_path: Path, batch: uuid.UUID) -> Any:
    """Imports rows and returns the parts that came of them."""

    def run(*rows: Any) -> list[UploadedPart]:
        file = tmp_path / "rows.jsonl"
        file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        return list(import_file(file, batch, lambda count: None).parts.all())

    return run


def test_all_that_a_row_says_is_kept(imported: Any, batch: uuid.UUID) -> None:
    row = {
        "id": "n-1",
        "title": "Встреча",
        "text": "Министры встретились.",
        "published": "2024-02-08",
        "outlet": "Вестник",
        "url": "https://example.org/1",
        "unknown": ["ignored"],
    }

    imported(row)

    article = Article.objects.get()
    assert (article.external_id, article.title, article.text) == ("n-1", "Встреча", "Министры встретились.")
    assert (str(article.published), str(article.outlet), article.url) == ("2024-02-08", "Вестник", row["url"])
    assert ReadingJob.objects.get().article == article
    assert +counts(batch) == {"new": 1}


@pytest.mark.parametrize("empty", [None, "", "missing"])
def test_all_but_the_text_may_be_empty(imported: Any, empty: str | None) -> None:
    names = ["id", "title", "published", "outlet", "url"]
    rest = {} if empty == "missing" else dict.fromkeys(names, empty)

    (part,) = imported({"text": "Министры встретились.", **rest})

    article = Article.objects.get()
    assert (article.external_id, article.title, article.published) == (None, "", None)
    assert (article.outlet, article.url, part.detail) == (None, "", "")


@pytest.mark.parametrize("url", ["not an address", "javascript:alert(1)", "http://", "https://a.b/" + "c" * 2000])
def test_a_bad_address_costs_a_warning_and_never_the_article(imported: Any, url: str) -> None:
    (part,) = imported({"id": "n-1", "text": "Министры встретились.", "url": url})

    assert (Article.objects.get().url, part.reason) == ("", Reason.NEW)
    assert "no address" in part.outcome


@pytest.mark.parametrize("published", ["1024-01-01", "2099-01-01", "вчера", "99.99.2024", "0"])
def test_a_day_on_which_nothing_was_published_costs_a_warning(imported: Any, published: str) -> None:
    (part,) = imported({"id": "n-1", "text": "Министры встретились.", "published": published})

    assert (Article.objects.get().published, part.reason) == (None, Reason.NEW)
    assert "no date of publication" in part.outcome


def test_the_same_text_is_one_article_and_gets_the_id_it_lacks(imported: Any) -> None:
    article = Article.objects.create(text="Министры встретились.")

    (part,) = imported({"id": "n-1", "text": "Министры \n встретились. "})

    article.refresh_from_db()
    assert (article.external_id, part.reason, part.article) == ("n-1", Reason.KNOWN, article)


@pytest.mark.parametrize("row", [None, [], "text", {}, {"id": "n"}, {"id": "n", "text": " "}, {"id": "n", "text": 5}])
def test_what_is_no_article_is_refused_and_its_neighbours_are_stored(imported: Any, batch: uuid.UUID, row: Any) -> None:
    imported({"id": "a", "text": "Первый."}, row, {"id": "b", "text": "Второй."})

    assert +counts(batch) == {"new": 2, "refused": 1}


def test_another_text_under_a_taken_id_is_refused(imported: Any, batch: uuid.UUID) -> None:
    parts = imported({"id": "a", "text": "Первый."}, {"id": "a", "text": "Второй."}, {"id": "c", "text": "Третий."})

    assert +counts(batch) == {"new": 2, "refused": 1}
    assert (parts[1].reason, parts[1].detail) == (Reason.ID_TAKEN, "a")


def test_an_outlet_is_recognised_by_alias_and_by_address(imported: Any) -> None:
    tass = Outlet.objects.create(name="ТАСС", aliases="ИТАР-ТАСС", domains="tass.ru")

    imported(
        {"id": "a", "text": "Первый.", "outlet": "итар-тасс"},
        {"id": "b", "text": "Второй.", "url": "https://tass.ru/politika/1"},
    )

    assert {article.outlet for article in Article.objects.all()} == {tass}


def test_a_file_of_another_kind_is_refused_and_kept(tmp_path: Path, batch: uuid.UUID) -> None:
    file = tmp_path / "song.mp3"
    file.write_bytes(b"ID3")

    upload = import_file(file, batch, lambda count: None)

    assert (upload.state, upload.reason) == (State.FAILED, Reason.UNKNOWN_TYPE)
    assert +counts(batch) == {"refused": 1}
    assert [outcome["reason"] for outcome in outcomes(batch)] == [Reason.UNKNOWN_TYPE]


def test_an_import_again_goes_on_where_the_first_was_cut_off(imported: Any, batch: uuid.UUID) -> None:
    rows = [{"id": str(number), "text": f"Встреча номер {number}."} for number in range(120)]
    imported(*rows[:70])

    parts = imported(*rows)

    assert Article.objects.count() == len(parts) == 120
    assert [part.reason for part in parts] == [Reason.KNOWN] * 70 + [Reason.NEW] * 50


def test_a_folder_gives_the_files_of_known_kinds_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "notes.xyz", "deep/c.PDF"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    found = files_in([tmp_path, tmp_path / "notes.xyz"])

    assert [file.name for file in found] == ["a.html", "b.txt", "c.PDF", "notes.xyz"]


def test_rows_without_a_text_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": "a"}).encode() + b'\n\n{broken\n\xff\xfe\n{"text": 1}\n')

    assert list(json_rows(file)) == [{"text": "a"}]


def test_every_sample_is_an_article() -> None:
    rows = list(sample_rows())

    upload = store_samples(rows)

    assert [part.outcome for part in upload.parts.all()] == ["New article."] * len(rows)
    assert not Article.objects.filter(is_sample=False).exists()
    assert not Article.objects.filter(source_note="").exists()
    assert Upload.objects.get().parts.first().name == rows[0]["id"]
