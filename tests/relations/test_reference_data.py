"""The reference data that ships with Amur: complete, free of clashes, each figure with its source."""

import csv
from collections import Counter
from typing import Any

import pytest
import yaml

from relations.calendar import period_bounds
from relations.folding import fold
from relations.official_csv import shipped
from relations.reference import DATA
from relations.vocabulary import OutletKind, Side, Statistics

OUTLETS: list[dict[str, Any]] = yaml.safe_load((DATA / "outlets.yaml").read_text(encoding="utf-8"))
with (DATA / "trade_official.csv").open(encoding="utf-8", newline="") as file:
    TRADE = list(csv.DictReader(file))

VALUES = ("turnover_bn", "ru_to_cn_bn", "cn_to_ru_bn")
CHANGES = ("turnover_change_pct", "ru_to_cn_change_pct", "cn_to_ru_change_pct")


def test_every_outlet_is_complete() -> None:
    fields = {"name", "name_en", "aliases", "domains", "side", "kind"}
    assert [outlet for outlet in OUTLETS if set(outlet) != fields] == []
    assert {outlet["side"] for outlet in OUTLETS} <= set(Side.values)
    assert {outlet["kind"] for outlet in OUTLETS} == set(OutletKind.values)
    assert [domain for outlet in OUTLETS for domain in outlet["domains"] if "/" in domain or "." not in domain] == []


def test_no_name_or_domain_stands_for_two_outlets() -> None:
    names = Counter(
        name
        for outlet in OUTLETS
        for name in {fold(name) for key in ("aliases", "domains") for name in outlet[key]}
        | {fold(outlet["name"]), fold(outlet["name_en"])}
    )

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("row", TRADE, ids=lambda row: f"{row['period']} {row['statistics_of']}")
def test_an_official_figure_says_of_when_whose_and_from_where(row: dict[str, str]) -> None:
    start, end = period_bounds(row["period"])
    assert start and end and start < end
    assert row["statistics_of"] in Statistics.values
    assert row["source"]
    assert any(row[name] for name in (*VALUES, *CHANGES)) or row["note"]


@pytest.mark.parametrize(
    "row", [row for row in TRADE if all(row[name] for name in VALUES)], ids=lambda row: row["period"]
)
def test_the_two_directions_add_up_to_the_turnover(row: dict[str, str]) -> None:
    turnover, to_china, to_russia = (float(row[name]) for name in VALUES)

    assert to_china + to_russia == pytest.approx(turnover, rel=0.01)


@pytest.mark.parametrize(
    "row",
    [row for row in TRADE if all(row[name] for name in CHANGES)],
    ids=lambda row: row["period"],
)
def test_the_turnover_changes_between_its_directions(row: dict[str, str]) -> None:
    turnover, to_china, to_russia = (float(row[name]) for name in CHANGES)

    assert min(to_china, to_russia) <= turnover <= max(to_china, to_russia)


def test_no_vintage_of_an_official_figure_is_there_twice() -> None:
    names = ("indicator", "commodity", "period", "unit", "statistics_of", "published")
    vintages = Counter(tuple(getattr(figure, name) for name in names) for figure in shipped())

    assert len(vintages) > 150
    assert [vintage for vintage, times in vintages.items() if times > 1] == []
