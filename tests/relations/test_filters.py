from django.http import QueryDict

from relations.filters import LONGEST, Facet, Filters

FACETS = [
    Facet("level", "all levels", [("leader", "leaders"), ("minister", "ministers")], "level"),
    Facet("year", "all years", [("2024", "2024"), ("2023", "2023")], "day__year"),
    Facet("unit", "all units", [], "unit"),
]


def test_a_known_value_is_taken_and_kept_in_the_address() -> None:
    filters = Filters(QueryDict("level=leader&page=3"), FACETS)

    assert filters
    assert filters.query == "level=leader"
    assert not filters.ignored


def test_an_unknown_value_is_left_out_and_named() -> None:
    filters = Filters(QueryDict("level=emperor&year=2024"), FACETS)

    assert filters.query == "year=2024"
    assert filters.ignored == ["level"]


def test_an_overlong_value_is_not_even_compared() -> None:
    facet = Facet("level", "all", [("x" * (LONGEST + 1), "long")], "level")

    assert Filters(QueryDict("level=" + "x" * (LONGEST + 1)), [facet]).ignored == ["level"]


def test_a_chip_leads_to_each_value_and_back_keeping_the_other_filters() -> None:
    level, year = Filters(QueryDict("level=leader&year=2024"), FACETS).chips

    assert level.label == "leaders"
    assert level.without == "?year=2024"
    assert [option.address for option in level.options] == ["?year=2024&level=leader", "?year=2024&level=minister"]
    assert [option.chosen for option in level.options] == [True, False]
    assert year.without == "?level=leader"


def test_an_idle_chip_says_so_and_a_facet_without_values_has_none() -> None:
    chips = Filters(QueryDict(""), FACETS).chips

    assert [chip.label for chip in chips] == ["all levels", "all years"]
    assert [chip.without for chip in chips] == ["", ""]
