import pytest
from django.test import Client

from relations.models import OfficialFigure, TradeFigure

pytestmark = pytest.mark.usefixtures("collection")


def test_figures_are_listed_with_amount_and_period(client: Client) -> None:
    page = client.get("/trade/").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "1 figure</h2>" in page
    assert "$240 bn" in page
    assert f'href="{TradeFigure.objects.get().get_absolute_url()}"' in page


def test_only_units_that_occur_are_offered(client: Client) -> None:
    page = client.get("/trade/").content.decode()

    assert "?unit=USD" in page
    assert "?unit=CNY" not in page


def test_a_figure_says_what_is_not_given(client: Client) -> None:
    page = client.get(TradeFigure.objects.get().get_absolute_url()).content.decode()

    assert "<dt>Change</dt><dd><span" in page
    assert "not given" in page
    assert "all goods" in page


@pytest.mark.parametrize(
    ("value", "mark", "words"),
    [
        (240.11e9, "as the official figure", "Within rounding of the official figure"),
        (228.1e9, "contradicts the official figure", "Contradicts the official figure"),
        (None, "no official figure yet", "No official figure for 2023 is known here yet."),
    ],
)
def test_a_figure_is_held_against_the_official_series(client: Client, value: float, mark: str, words: str) -> None:
    if value:
        official = {"indicator": "turnover", "period": "2023", "value": value, "statistics_of": "gacc"}
        OfficialFigure(**official, source="Herald", address="https://herald.example/2023").save()

    listed = client.get("/trade/").content.decode()
    page = client.get(TradeFigure.objects.get().get_absolute_url()).content.decode()

    assert f"{mark}</span>" in listed
    assert words in page
    assert ('href="https://herald.example/2023"' in page) is bool(value)
