"""How facts are formed of terms: on their set alone, the exact first, nothing on a guess."""

from itertools import permutations

from relations.merging.contacts import same
from relations.merging.partition import Told, partition
from relations.merging.terms import Terms
from relations.reading import ReadDate
from tests.relations.merging.made import contact


def _facts(
    *found: Terms, told: dict[str, set[Told]] | None = None, pinned: dict[int, list[Terms]] | None = None
) -> list[set[str]]:
    """The keys that each fact holds, the same in every order of the terms."""
    outcomes = []
    for order in permutations(found):
        clusters = partition(order, pinned or {}, told or {}, same)
        outcomes.append(sorted(({*c.members} for c in clusters if c.members), key=sorted))
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return outcomes[0]


DAY, OTHER_DAY, MONTH = contact("2024-02-08"), contact("2024-02-20"), contact("2024-02")


def test_what_tells_less_joins_the_only_one_that_it_can_mean() -> None:
    assert _facts(DAY, MONTH) == [{DAY.key, MONTH.key}]


def test_what_may_mean_two_joins_neither() -> None:
    assert len(_facts(DAY, OTHER_DAY, MONTH)) == 3


def test_what_is_as_near_to_two_joins_neither_and_alone_with_one_joins_it() -> None:
    moscow, kazan, russia = (contact(format="meeting", place=place) for place in ("Москва", "Казань", "Россия"))
    assert len(_facts(moscow, kazan, russia)) == 3
    assert len(_facts(moscow, russia)) == 1


def test_what_is_nearer_to_one_joins_that() -> None:
    day, next_day = contact("2024-02-08"), contact("2024-02-09")
    told_apart = {day.key: {(1, "held")}, next_day.key: {(1, "held")}}
    video = contact("2024-02-08", format="video")
    assert _facts(day, next_day, video, told=told_apart) == sorted([{day.key, video.key}, {next_day.key}], key=sorted)


def test_what_one_article_tells_apart_stays_apart() -> None:
    next_day = contact("2024-02-09")
    assert len(_facts(DAY, next_day)) == 1
    assert len(_facts(DAY, next_day, told={DAY.key: {(1, "held")}, next_day.key: {(2, "held")}})) == 1
    assert len(_facts(DAY, next_day, told={DAY.key: {(1, "held")}, next_day.key: {(1, "held")}})) == 2


def test_a_plan_and_its_outcome_in_one_article_are_one_on_the_same_day() -> None:
    plan, outcome = contact(format="signing"), contact(format="signing", place="Москва")
    told: dict[str, set[Told]] = {plan.key: {(1, "planned")}, outcome.key: {(1, "held")}}
    assert len(_facts(plan, outcome, told=told)) == 1

    vague = contact("2024-02", format="signing")  # "another is planned this month"
    assert len(_facts(vague, outcome, told={vague.key: {(1, "planned")}, outcome.key: {(1, "held")}})) == 2


def test_what_was_put_off_ties_the_old_day_to_the_new_one() -> None:
    old, new = contact("2024-02-08", format="visit"), contact("2024-02-20", format="visit")
    moved = contact("2024-02-08", format="visit", moved_to="2024-02-20")
    assert len(_facts(old, new)) == 2
    assert len(_facts(old, new, moved)) == 1


def test_what_a_person_tied_to_a_fact_goes_before_any_rule() -> None:
    reviewed, *rest = partition([DAY, OTHER_DAY, MONTH], {7: [OTHER_DAY]}, {}, same)
    assert (reviewed.pinned, reviewed.members) == (7, {OTHER_DAY.key: ("identical",)})
    assert all(cluster.pinned is None for cluster in rest)


def test_every_member_but_the_first_says_why_it_belongs() -> None:
    (cluster,) = partition([MONTH, DAY], {}, {}, same)
    assert cluster.members == {DAY.key: (), MONTH.key: ("participants", "month", "format")}


def test_undated_reports_of_several_texts_are_as_many_facts() -> None:
    assert len(_facts(contact(ReadDate(), family="a"), contact(ReadDate(), family="b"))) == 2
