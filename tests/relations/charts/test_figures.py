import pytest

from relations.charts.figures import figures
from relations.models import TradeFigure
from tests.readings import TRADE, article, store, turnover

pytestmark = pytest.mark.django_db


def quoted(**changes: object) -> None:
    told = article(TRADE)
    store(told, turnover(told, **changes))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_title_states_the_latest_full_years_turnover() -> None:
    quoted(period="2022", value=190e9)
    quoted(period="2023", value=240e9, change_pct=26.3)
    quoted(period="2024-01/2024-03", value=57e9)
    quoted(period="2030", value=300e9, status="target")

    chart = figures(TradeFigure.objects.all())

    assert plain(chart.title) == "Turnover for 2023 is quoted at $240 bn, +26.3% on the period before"


def test_where_quotations_differ_the_title_gives_both_ends() -> None:
    quoted(value=240e9)
    quoted(value=200e9, status="reached")

    assert plain(figures(TradeFigure.objects.all()).title) == "Turnover for 2023 is quoted at $200 bn to $240 bn"


def test_without_a_turnover_the_title_counts() -> None:
    quoted(indicator="share", value=90.0, unit="%")

    assert figures(TradeFigure.objects.all()).title == "1 trade figure quoted"


def test_one_unit_is_drawn_and_all_are_in_the_table() -> None:
    quoted(period="2022")
    quoted(period="2023")
    quoted(indicator="share", value=90.0, unit="%", period="2023")
    quoted(period=None)

    chart = figures(TradeFigure.objects.all())

    (series,) = chart.data["series"]
    assert [point["end"] for point in series["points"]] == ["2022-12-31", "2023-12-31"]
    assert chart.data["axis"] == "US dollars, bn"
    assert len(chart.rows) == chart.total == 4
    assert chart.notes == ["2 figures in other units, or without a value or a period, are in the table only."]


def test_a_point_knows_its_status_its_period_and_its_page() -> None:
    quoted(status="target", period="2024")

    (point,) = figures(TradeFigure.objects.all()).data["series"][0]["points"]

    assert (point["start"], point["end"], point["status"]) == ("2024-01-01", "2024-12-31", "target")
    assert point["address"] == f"{TradeFigure.objects.get().get_absolute_url()}#evidence"
