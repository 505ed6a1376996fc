import pytest

from relations.charts.banks import banks
from relations.models import Position
from tests.readings import PUTIN, SAID, article, position, store

pytestmark = pytest.mark.django_db


def said(**changes: object) -> None:
    told = article(SAID)
    store(told, position(told, **changes))


def test_topics_are_counted_by_side_most_spoken_of_first() -> None:
    said(topics=("energy", "trade"))
    said(speaker=PUTIN, topics=("trade",))

    chart = banks(Position.objects.all())

    assert [(topic["label"], topic["counts"]) for topic in chart.data["topics"]] == [
        ("Trade", [1, 1]),
        ("Energy", [0, 1]),
    ]
    assert chart.title == "2 stated positions: 1 from Russia's side, 1 from China's, most of all on trade"
    assert [row.cells for row in chart.rows] == [["Trade", 1, 1], ["Energy", 0, 1]]


def test_each_bar_leads_to_its_positions() -> None:
    said(topics=("energy",))

    (topic,) = banks(Position.objects.all()).data["topics"]

    assert topic["addresses"] == ["/positions/?topic=energy&side=RU", "/positions/?topic=energy&side=CN"]


def test_a_position_in_ten_articles_counts_once() -> None:
    for _ in range(3):
        said()

    chart = banks(Position.objects.all())

    assert chart.total == 1
