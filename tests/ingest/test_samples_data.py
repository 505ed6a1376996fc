"""The sample articles: enough of them, marked, sourced, and free of quotations that nobody can check."""

import re
from collections import Counter
from datetime import date
from typing import Any

from ingest.importing import sample_rows

ROWS: list[dict[str, Any]] = list(sample_rows())
SAMPLES = {row["id"]: row for row in ROWS}


def test_there_are_enough_for_a_living_dashboard() -> None:
    assert len(SAMPLES) >= 40


def test_no_two_share_an_identifier() -> None:
    assert [key for key, times in Counter(row["id"] for row in ROWS).items() if times > 1] == []


def test_some_events_are_reported_from_both_sides() -> None:
    """One contact with several sources is what the dashboard is about."""
    days = Counter(sample["published"] for sample in SAMPLES.values())
    assert sum(times > 1 for times in days.values()) >= 5


def test_each_says_that_it_is_a_sample_and_who_published_the_facts() -> None:
    source = re.compile(r"По (сообщению|сообщениям|данным) \S")
    assert [key for key, sample in SAMPLES.items() if not source.match(sample["source_note"])] == []
    assert {sample["outlet"] for sample in SAMPLES.values()} == {"Образец Amur"}
    assert {key.partition("-")[0] for key in SAMPLES} == {"obrazec"}


def test_each_is_of_the_years_that_they_are_about() -> None:
    days = {key: sample["published"] for key, sample in SAMPLES.items()}
    assert [key for key, day in days.items() if not date(2022, 1, 1) <= day <= date(2026, 1, 31)] == []
    assert [key for key, day in days.items() if key.removeprefix("obrazec-")[:10] != day.isoformat()] == []


def test_each_is_a_short_article_of_whole_sentences() -> None:
    lengths = {key: len(re.findall(r"[.!?](?=\s|$)", sample["text"])) for key, sample in SAMPLES.items()}
    assert {key: length for key, length in lengths.items() if not 3 <= length <= 9} == {}
    assert [key for key, sample in SAMPLES.items() if re.search(r"\t|  |[^.]$", sample["text"])] == []


def test_statements_stand_in_reported_speech() -> None:
    """Guillemets hold names of things; a quotation would have more words."""
    quoted = [words for sample in SAMPLES.values() for words in re.findall(r"«([^»]*)»", sample["text"])]
    assert [words for words in quoted if len(words.split()) > 5] == []
