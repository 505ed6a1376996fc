import pytest
from django.test import Client

from relations.models import TradeFigure

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
