"""manage.py demo_merge: what its articles are there to show is on the pages that it names."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client

from ingest import demo, reference_loading
from ingest.models import ReadingJob
from ingest.vocabulary import State
from relations.models import Article, Contact, ContactReport, Review

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(capsys: pytest.CaptureFixture[str], django_user_model: type) -> list[str]:
    """The paths that the command prints."""
    reference_loading.load_all()
    django_user_model.objects.create_superuser("editor", password="x")  # type: ignore[attr-defined]
    call_command("demo_merge", port=8001)
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("http://127.0.0.1:8001/contacts/") for line in lines)
    return [line.split()[0].removeprefix("http://127.0.0.1:8001") for line in lines]


def _text(client: Client, address: str) -> str:
    """What a page says, without its markup, on one line."""
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _shows_several_sources_and_a_conflict_of_dates(text: str) -> None:
    assert "5 sources, 3 independent origins" in text
    assert "8 February 2024 most independent origins say so" in text
    assert "1 source says 7 February 2024: Образец Amur: газета" in text
    assert "reports differ" in text


def _shows_a_relay_chain_and_a_folded_copy(text: str) -> None:
    assert re.search(r"Образец Amur: (лента|газета) ← from Синьхуа ← from CCTV", text)
    assert "Origin: CCTV 3 sources" in text
    assert "1 copy of this text" in text


def _shows_the_course_from_plan_to_visit(text: str) -> None:
    course = text.partition("How it came about")[2]
    steps = [course.index(step) for step in ("Planned", "Confirmed", "Held")]
    assert steps == sorted(steps)


def _shows_a_correction_after_a_re_reading(text: str) -> None:
    report = ContactReport.objects.get(article__external_id=demo.MEETING)
    assert (report.fact.date, report.values["date"]) == ("2024-05-20", "2024-05")
    assert report.reader_version != demo.FIRST_READING
    assert report.article.read_at > Review.objects.get().at
    assert "corrected by a person" in text
    assert demo.REASON in text


def test_each_page_shows_what_it_is_there_for(client: Client, addresses: list[str]) -> None:
    call, visit, meeting = (_text(client, address) for address in addresses)

    _shows_several_sources_and_a_conflict_of_dates(call)
    _shows_a_relay_chain_and_a_folded_copy(call)
    _shows_the_course_from_plan_to_visit(visit)
    _shows_a_correction_after_a_re_reading(meeting)
    assert not Article.objects.filter(is_sample=False).exists()
    assert set(ReadingJob.objects.values_list("state", flat=True)) == {State.DONE}


def test_the_second_time_it_changes_nothing(addresses: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = Article.objects.count(), Contact.every.count(), Review.objects.count()

    call_command("demo_merge", port=8001)

    assert [line.split()[0].partition("8001")[2] for line in capsys.readouterr().out.splitlines()] == addresses
    assert (Article.objects.count(), Contact.every.count(), Review.objects.count()) == before
