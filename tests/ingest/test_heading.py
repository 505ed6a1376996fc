"""What the form leaves empty is found in the first lines."""

from datetime import date

import pytest

from ingest.heading import find_heading

BODY = "Председатель правительства принял делегацию. Стороны обсудили торговлю."


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("Пекин, 8 февраля, 2024, 13:13 — ИА Регнум. ", date(2024, 2, 8)),
        ("МОСКВА, 3 мая 2023 г. — РИА Новости. ", date(2023, 5, 3)),
        ("ПЕКИН, 21 марта 2023. /ТАСС/. ", date(2023, 3, 21)),
        ("12.09.2024 18:30\n", date(2024, 9, 12)),
        ("2024-09-12\n", date(2024, 9, 12)),
        ("1 июня 2022, 10:00\n", date(2022, 6, 1)),
        ("МОСКВА, 3 мая — РИА Новости. ", None),
        ("31.02.2024\n", None),
        ("", None),
    ],
)
def test_the_date_is_that_of_the_dateline(dateline: str, day: date | None) -> None:
    assert find_heading(f"Премьер принял делегацию\n{dateline}{BODY}").published == day


def test_a_date_in_the_story_is_not_the_articles() -> None:
    text = f"Премьер принял делегацию\n{BODY}\nВизит начался 5 мая 2020 года — так сообщили ранее."

    assert find_heading(text).published is None


def test_the_outlet_stands_in_the_words_of_the_dateline() -> None:
    assert "Регнум" in find_heading(f"Пекин, 8 февраля, 2024, 13:13 — ИА Регнум. {BODY}").dateline
    assert "ТАСС" in find_heading(f"ПЕКИН, 21 марта. /ТАСС/. {BODY}").dateline


def test_the_first_line_is_the_title_if_it_reads_like_one() -> None:
    assert find_heading(f"\n  Премьер принял делегацию \n{BODY}").title == "Премьер принял делегацию"


def test_a_title_with_a_dash_is_no_dateline() -> None:
    assert find_heading(f"Россия — Китай: итоги года\n{BODY}").title == "Россия — Китай: итоги года"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n{BODY}",
        f"{'Очень длинное начало ' * 20}\n{BODY}",
        f"Пекин, 8 февраля, 2024, 13:13 — ИА Регнум. {BODY}\n{BODY}",
        "",
        " \n ",
    ],
)
def test_a_paragraph_or_a_dateline_is_no_title(text: str) -> None:
    assert find_heading(text).title == ""
