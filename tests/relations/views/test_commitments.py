import pytest
from django.test import Client

from relations.models import OfficialFigure, TradeFigure
from tests.readings import article, store, turnover

pytestmark = pytest.mark.django_db

AIM = "Торговлю доведут до 200 млрд долларов к 2020 году."
LATER = "Торговлю доведут до 300 млрд долларов к 2090 году."


@pytest.fixture
def aims() -> None:
    told = article(AIM, LATER)
    store(
        told,
        turnover(told, AIM, status="target", value=200e9, period="2020"),
        turnover(told, LATER, status="forecast", value=300e9, period="2090"),
    )
    official = {"indicator": "turnover", "period": "2020", "value": 107.76e9, "statistics_of": "gacc"}
    OfficialFigure(**official, source="Herald", address="https://herald.example/2020").save()


@pytest.mark.usefixtures("aims")
def test_the_ledger_tells_what_became_of_each_with_its_sentence(client: Client) -> None:
    page = client.get("/trade/commitments/").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "2 commitments: 0 reached, 1 missed, 1 open" in page
    assert AIM in page
    assert "#s-" in page
    assert "Missed by the official figure:" in page
    assert "$107.76 bn" in page
    assert 'href="https://herald.example/2020"' in page
    assert "Open until its time is over" in page


@pytest.mark.usefixtures("aims")
def test_the_ledger_is_filtered_by_outcome_and_status(client: Client) -> None:
    missed = client.get("/trade/commitments/", {"outcome": "missed"}).content.decode()
    forecasts = client.get("/trade/commitments/", {"status": "forecast"}).content.decode()

    assert AIM in missed
    assert LATER not in missed
    assert LATER in forecasts
    assert AIM not in forecasts


@pytest.mark.usefixtures("aims")
def test_a_targets_own_page_says_what_became_of_it(client: Client) -> None:
    page = client.get(TradeFigure.objects.get(period="2020").get_absolute_url()).content.decode()

    assert "Missed by the official figure:" in page
    assert 'href="/trade/commitments/"' in page


def test_without_targets_the_ledger_says_what_would_bring_them(client: Client) -> None:
    assert "No target with a date is known yet." in client.get("/trade/commitments/").content.decode()
    assert 'href="/trade/commitments/"' in client.get("/trade/").content.decode()
