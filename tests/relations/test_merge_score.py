"""The scores of merging, against figures worked out by hand."""

import pytest

from tests.relations.merge_score import BCubed, b_cubed, facts_per_event

EVENTS = {"a": "call", "b": "call", "c": "call", "d": "visit"}


def test_reports_merged_as_they_should_be_score_one() -> None:
    facts = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert b_cubed(facts, EVENTS) == BCubed(1, 1, 1)
    assert facts_per_event(facts, EVENTS) == 1


def test_a_fact_for_each_report_is_precise_and_recalls_little() -> None:
    facts = {"a": 1, "b": 2, "c": 3, "d": 4}
    # Recall: a, b and c a third each, d all of it: (3 * 1/3 + 1) / 4.
    assert b_cubed(facts, EVENTS) == pytest.approx((1, 1 / 2, 2 / 3))
    assert facts_per_event(facts, EVENTS) == 2  # the call's three and the visit's one


def test_one_fact_for_everything_recalls_all_and_is_imprecise() -> None:
    facts = dict.fromkeys(EVENTS, 1)
    # Precision: a, b and c three quarters each, d a quarter: (3 * 3/4 + 1/4) / 4.
    assert b_cubed(facts, EVENTS) == pytest.approx((5 / 8, 1, 10 / 13))
    assert facts_per_event(facts, EVENTS) == 1


def test_a_report_in_the_wrong_fact_costs_both() -> None:
    facts = {"a": 1, "b": 1, "c": 2, "d": 2}
    # Precision: a, b all, c, d half: 3/4. Recall: a, b two thirds, c a third, d all: (2/3 + 2/3 + 1/3 + 1) / 4.
    assert b_cubed(facts, EVENTS) == pytest.approx((3 / 4, 2 / 3, 12 / 17))
    assert facts_per_event(facts, EVENTS) == 1.5


def test_the_example_of_the_authors() -> None:
    """Truth 1-5, 6-7, 8-9-A-B-C; the response joins the first and the last: precision 0.58, recall 1."""
    events = dict.fromkeys("12345", "x") | dict.fromkeys("67", "y") | dict.fromkeys("89ABC", "z")
    facts = dict.fromkeys("1234589ABC", 1) | dict.fromkeys("67", 2)
    # Ten reports of precision 5/10 and two of 1: 7/12.
    assert b_cubed(facts, events)[:2] == pytest.approx((7 / 12, 1))


def test_the_other_example_of_the_authors() -> None:
    """The same truth; the response joins the two last: precision 0.76, recall 1."""
    events = dict.fromkeys("12345", "x") | dict.fromkeys("67", "y") | dict.fromkeys("89ABC", "z")
    facts = dict.fromkeys("12345", 1) | dict.fromkeys("6789ABC", 2)
    # Five of precision 1, two of 2/7, five of 5/7: (5 + 4/7 + 25/7) / 12.
    assert b_cubed(facts, events)[:2] == pytest.approx((16 / 21, 1))


def test_wrong_merges_do_not_make_up_for_splits() -> None:
    """As many facts as events, and yet one event is split."""
    events = {"a": "call", "b": "call", "c": "visit"}
    assert facts_per_event({"a": 1, "b": 2, "c": 2}, events) == 1.5


@pytest.mark.parametrize("facts", [{}, {"a": 1}, dict.fromkeys("abcde", 1)])
@pytest.mark.parametrize("score", [b_cubed, facts_per_event])
def test_facts_of_other_reports_are_refused(score: object, facts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="the same reports"):
        score(facts, EVENTS)


def test_no_report_has_no_score() -> None:
    with pytest.raises(ValueError, match="at least of one"):
        b_cubed({}, {})
