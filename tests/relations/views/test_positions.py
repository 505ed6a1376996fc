import pytest
from django.test import Client

from relations.models import Position

pytestmark = pytest.mark.usefixtures("collection")


def test_positions_are_shown_by_topic_by_speaker_and_one_by_one(client: Client) -> None:
    page = client.get("/positions/").content.decode()
    position = Position.objects.get()

    assert 'id="chart-banks" type="application/json"' in page
    assert f"?speaker={position.speaker_id}" in page
    assert f'href="{position.get_absolute_url()}"' in page


@pytest.mark.parametrize(("query", "found"), [("topic=trade", 1), ("topic=energy", 0), ("side=RU", 0), ("side=CN", 1)])
def test_filters(client: Client, query: str, found: int) -> None:
    page = client.get(f"/positions/?{query}").content.decode()

    assert page.count(f'href="{Position.objects.get().get_absolute_url()}"') == found


def test_a_position_counts_under_each_topic_even_when_filtered_by_one(client: Client) -> None:
    chart = client.get("/positions/?topic=trade").context["chart"]

    assert [topic["label"] for topic in chart.data["topics"]] == ["Bilateral relations", "Trade"]


def test_a_position_shows_its_words_in_their_sentence(client: Client) -> None:
    page = client.get(Position.objects.get().get_absolute_url()).content.decode()

    assert '<span class="content CN">Китай готов развивать торговлю</span>' in page
