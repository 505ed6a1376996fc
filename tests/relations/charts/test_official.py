"""The official series beneath the quoted figures, in the drawing and in the table."""

from datetime import date
from typing import Any

import pytest

from relations.charts.figures import figures
from relations.models import OfficialFigure, TradeFigure
from tests.readings import TRADE, article, store, turnover

pytestmark = pytest.mark.django_db


def quoted(**changes: Any) -> None:
    told = article(TRADE)
    store(told, turnover(told, **changes))


def official(period: str, value: float | None, **changes: Any) -> None:
    fields = {
        "indicator": "turnover",
        "statistics_of": "gacc",
        "source": "Herald",
        "address": "https://herald.example/",
    }
    OfficialFigure(**fields | {"period": period, "value": value} | changes).save()


def drawn() -> list[dict[str, Any]]:
    return figures(TradeFigure.objects.all()).data["official"]


def years(series: dict[str, Any]) -> dict[str, float | None]:
    return {point["end"][:4]: point["value"] for point in series["years"]}


def test_a_year_without_a_figure_is_a_gap_in_the_line_and_in_the_table() -> None:
    quoted(period="2021")
    quoted(period="2023")
    official("2021", 146.9e9)
    official("2023", 240.11e9)

    (series,) = drawn()

    assert years(series) == {"2021": 146.9e9, "2022": None, "2023": 240.11e9}
    cells = [row.cells for row in figures(TradeFigure.objects.all()).rows]
    assert ["Turnover, 2022", "–", "–", "no official figure: China's customs", "–"] in cells


def test_table_and_drawing_are_of_the_same_points_newest_first() -> None:
    quoted(period="2022", value=190e9)
    official("2022", 190.27e9, change_pct=29.3)
    official("2021", 146.9e9)

    rows = figures(TradeFigure.objects.all()).rows

    assert [(row.cells[0], row.cells[3]) for row in rows] == [
        ("Turnover, 2022", "official: China's customs"),
        ("Turnover, 2022", "actual"),
        ("Turnover, 2021", "official: China's customs"),
    ]
    assert rows[0].address == "https://herald.example/"
    assert rows[0].cells[2].startswith("+29.3")


def test_each_office_has_its_own_line_and_only_the_newest_vintage_is_drawn() -> None:
    quoted(period="2010")
    official("2010", 55.45e9, published=date(2011, 1, 10))
    official("2010", 55.53e9, published=date(2011, 6, 1))
    official("2010", 59.34e9, statistics_of="fcs")

    assert {series["office"]: years(series) for series in drawn()} == {
        "gacc": {"2010": 55.53e9},
        "fcs": {"2010": 59.34e9},
    }


def test_parts_of_a_year_are_drawn_where_they_are_quoted_and_no_line_joins_them() -> None:
    quoted(period="2023-01/2023-06")
    official("2023-01/2023-06", 114.5e9)
    official("2023-01/2023-07", 134.1e9)

    (series,) = drawn()

    assert [point["value"] for point in series["parts"]] == [114.5e9]
    assert series["years"] == []


def test_only_what_is_quoted_in_kind_unit_and_time_has_a_line() -> None:
    quoted(period="2023")
    official("2023", 1630e9, unit="CNY")
    official("2023", 129e9, indicator="ru_to_cn")
    official("2023", 60e9, commodity="oil")
    official("2023", None, change_pct=26.3)
    official("2019", 110e9)
    official("2024", 244e9)

    assert drawn() == []


def test_the_notes_name_whose_figures_they_are() -> None:
    quoted(period="2023")
    official("2023", 240.11e9)

    assert figures(TradeFigure.objects.all()).notes == [
        "Official figures of China's customs, the newest vintage of each; their sources are in the table."
    ]
