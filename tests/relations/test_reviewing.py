"""What a person decides about a fact stays decided, whatever later readings say, and can be undone."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model

from relations import reviewing
from relations.kinds import KINDS
from relations.models import Article, Contact, Position, PositionReport, Review, TradeFigure
from relations.reading import ReadDate
from relations.reviewing import CannotReview
from tests.readings import CALL, LAVROV, PUTIN, SAID, TRADE, UNKNOWN, XI, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


def _call_in(*days: str) -> list[Article]:
    """Articles that tell of the leaders' call, each with its own day."""
    articles = [article(CALL) for _ in days]
    for given, day in zip(articles, days, strict=True):
        store(given, call(given, when=ReadDate(day)))
    return articles


# --- Accept, reject, correct -------------------------------------------------------------------


def test_a_corrected_field_outlives_every_reading(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-02-08"}, "the Kremlin's own page")

    store(given, call(given, when=ReadDate("2024-02-06")), version="test-2")

    fact.refresh_from_db()
    assert (fact.date, fact.review_state, fact.reasons["date"]) == ("2024-02-08", "corrected", "person")
    assert Contact.objects.get() == fact


def test_a_reading_that_disagrees_with_a_correction_asks_for_another_look(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-02-08"})
    assert Contact.objects.get().attention == ""

    store(given, call(given, when=ReadDate("2024-02-06")), version="test-2")

    assert Contact.objects.get().attention == "differs"


@pytest.mark.parametrize("day", ["2024-02-07", "2024-02-14"], ids=["as it was read", "as it was corrected"])
def test_another_article_joins_a_corrected_fact_by_either_value(reviewer: Any, day: str) -> None:
    _call_in("2024-02-07")
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"date": "2024-02-14"})

    _call_in(day)

    assert Contact.objects.get().sources == 2
    assert Contact.objects.get().date == "2024-02-14"


def test_a_rejected_fact_stays_away_after_another_reading(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.reject(reviewer, "contact", fact.pk, "a television play")
    assert not Contact.objects.exists()

    store(given, call(given, when=ReadDate("2024-02-09"), place="Москва"), version="test-2")

    assert not Contact.objects.exists()
    assert Contact.every.get(known_until=None).pk == fact.pk


def test_a_rejected_fact_that_other_articles_report_stays_away_but_asks_for_another_look(reviewer: Any) -> None:
    _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.reject(reviewer, "contact", fact.pk, "a television play")

    _call_in("2024-02-07")

    assert not Contact.objects.exists()
    assert Contact.every.get(pk=fact.pk).attention == "returned"


def test_rejecting_wants_a_reason(reviewer: Any) -> None:
    _call_in("2024-02-07")
    with pytest.raises(CannotReview, match="why"):
        reviewing.reject(reviewer, "contact", Contact.objects.get().pk, "  ")
    assert not Review.objects.exists()


def test_an_accepted_fact_stays_when_a_reading_no_longer_finds_it(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.accept(reviewer, "contact", fact.pk)

    store(given, version="test-2")

    fact.refresh_from_db()
    assert (fact.review_state, fact.attention, fact.sources) == ("accepted", "unread", 1)
    assert fact.reports.get().quote == CALL


def test_figures_and_positions_are_reviewed_alike(reviewer: Any) -> None:
    given = article(TRADE, SAID)
    store(given, turnover(given), position(given))
    reviewing.correct(reviewer, "trade", TradeFigure.objects.get().pk, {"value": 240.1e9})
    reviewing.correct(reviewer, "position", Position.objects.get().pk, {"stance": "neutral", "topics": ["trade"]})

    store(given, turnover(given, value=250e9), position(given, topics=("energy",)), version="test-2")

    assert TradeFigure.objects.get().value == 240.1e9
    assert (Position.objects.get().stance, Position.objects.get().topics) == ("neutral", ["trade"])


# --- Merge, split, never the same --------------------------------------------------------------


def test_two_facts_that_a_person_merged_stay_one(reviewer: Any) -> None:
    one, two = _call_in("2024-02-07", "2024-02-20")
    second, first = Contact.objects.all()
    reviewing.merge(reviewer, "contact", first.pk, second.pk)
    assert (Contact.objects.get().pk, Contact.objects.get().sources) == (first.pk, 2)

    for given, day in ((one, "2024-02-07"), (two, "2024-02-21")):
        store(given, call(given, when=ReadDate(day)), version="test-2")

    assert Contact.objects.get().sources == 2
    assert Contact.every.get(pk=second.pk).merged_into_id == first.pk


def test_reports_that_a_person_split_off_stay_a_fact_of_their_own(reviewer: Any) -> None:
    one, two = _call_in("2024-02-07", "2024-02-07")
    fact = Contact.objects.get()
    reviewing.split(reviewer, "contact", fact.pk, [two.contactreports.get().pk])
    assert Contact.objects.count() == 2

    for given in (one, two):
        store(given, call(given, when=ReadDate("2024-02-07")), version="test-2")

    assert sorted(Contact.objects.values_list("sources", flat=True)) == [1, 1]
    assert one.contactreports.get().fact_id == fact.pk


def test_facts_kept_apart_are_not_merged_by_what_comes_later(reviewer: Any) -> None:
    one, _ = _call_in("2024-02-07", "2024-02-20")
    second, first = Contact.objects.all()
    reviewing.keep_apart(reviewer, "contact", first.pk, second.pk)

    store(one, call(one, when=ReadDate("2024-02-20")), version="test-2")

    assert Contact.objects.count() == 2


def test_facts_corrected_to_different_values_are_not_merged(reviewer: Any) -> None:
    _call_in("2024-02-07", "2024-02-20")
    second, first = Contact.objects.all()
    reviewing.correct(reviewer, "contact", first.pk, {"date": "2024-02-08"})
    reviewing.correct(reviewer, "contact", second.pk, {"date": "2024-02-09"})

    with pytest.raises(CannotReview, match="date"):
        reviewing.merge(reviewer, "contact", first.pk, second.pk)
    assert Contact.objects.count() == 2


def test_splitting_leaves_no_fact_without_a_report(reviewer: Any) -> None:
    _call_in("2024-02-07")
    fact = Contact.objects.get()
    with pytest.raises(CannotReview, match="not all"):
        reviewing.split(reviewer, "contact", fact.pk, [fact.reports.get().pk])


@pytest.mark.parametrize("decide", ["merge", "keep_apart"])
def test_facts_tied_by_a_person_come_back_as_they_were_when_a_blind_reading_is_mended(
    reviewer: Any, decide: str
) -> None:
    given = _call_in("2024-02-07", "2024-02-20")
    second, first = Contact.objects.all()
    getattr(reviewing, decide)(reviewer, "contact", first.pk, second.pk)
    before = sorted(Contact.objects.values_list("pk", "sources"))

    for one in given:
        store(one, version="test-2")
    assert not Contact.objects.exists()
    for one, day in zip(given, ("2024-02-07", "2024-02-20"), strict=True):
        store(one, call(one, when=ReadDate(day)), version="test-3")

    assert sorted(Contact.objects.values_list("pk", "sources")) == before


# --- Add -----------------------------------------------------------------------------------------


def test_a_fact_added_by_a_person_outlives_every_reading(reviewer: Any) -> None:
    given = article(CALL)
    store(given)
    other = article(CALL)
    store(other, call(other))
    values = other.contactreports.get().values
    store(other, version="test-2")
    reviewing.add(reviewer, "contact", given, 0, len(CALL), values)

    store(given, version="test-2")

    fact = Contact.objects.get()
    assert (fact.date, fact.reports.get().quote, fact.attention) == ("2024-02-08", CALL, "")


def _values_read(kind: str) -> tuple[Article, dict[str, Any]]:
    """An article that no reader found anything in, and a report's values as a reader gives them elsewhere."""
    other = article(TRADE, SAID)
    store(other, turnover(other), position(other))
    values = KINDS[kind].report.objects.get(article=other).values
    store(other, version="test-2")
    given = article(TRADE, SAID)
    store(given)
    return given, values


def test_a_figure_is_added_by_a_person(reviewer: Any) -> None:
    given, values = _values_read("trade")
    reviewing.add(reviewer, "trade", given, 0, len(TRADE), values)

    figure = TradeFigure.objects.get()
    assert (figure.value, figure.period, figure.review_state) == (240e9, "2023", "corrected")


def test_a_position_is_added_by_a_person_and_taken_back(reviewer: Any) -> None:
    given, values = _values_read("position")
    start = given.text.index(SAID)
    more = {"content_start": start, "content_end": start + 10}
    review = reviewing.add(reviewer, "position", given, start, start + len(SAID), values, **more)

    assert Position.objects.get().content == SAID[:10]
    assert Position.objects.get().speaker.key == "xi-jinping"

    reviewing.undo(reviewer, review)
    assert not Position.objects.exists()
    assert not PositionReport.objects.exists()


# --- Undo ----------------------------------------------------------------------------------------


def _shown() -> list[tuple[Any, ...]]:
    return [
        (fact.pk, fact.date, fact.sources, fact.review_state, sorted(r.article_id for r in fact.reports.all()))
        for fact in Contact.objects.order_by("pk")
    ]


@pytest.mark.parametrize("action", ["accept", "reject", "correct", "merge", "split", "apart"])
def test_what_was_undone_is_as_before(reviewer: Any, action: str) -> None:
    _call_in("2024-02-07", "2024-02-20", "2024-02-20")
    second, first = Contact.objects.all()
    before = _shown()
    decisions = {
        "accept": lambda: reviewing.accept(reviewer, "contact", first.pk),
        "reject": lambda: reviewing.reject(reviewer, "contact", first.pk, "no"),
        "correct": lambda: reviewing.correct(reviewer, "contact", first.pk, {"date": "2024-02-11"}),
        "merge": lambda: reviewing.merge(reviewer, "contact", first.pk, second.pk),
        "split": lambda: reviewing.split(reviewer, "contact", second.pk, [second.reports.first().pk]),
        "apart": lambda: reviewing.keep_apart(reviewer, "contact", first.pk, second.pk),
    }
    review = decisions[action]()
    assert action in ("accept", "apart") or _shown() != before

    reviewing.undo(reviewer, review)

    assert _shown() == before
    review.refresh_from_db()
    assert review.undone_by == reviewer


def test_undoing_the_last_correction_brings_back_the_one_before(reviewer: Any) -> None:
    _call_in("2024-02-07")
    fact = Contact.objects.get()
    reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-02-08"})
    last = reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-02-09"})

    reviewing.undo(reviewer, last)

    assert Contact.objects.get().date == "2024-02-08"


def test_nothing_is_undone_twice(reviewer: Any) -> None:
    _call_in("2024-02-07")
    review = reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    reviewing.undo(reviewer, review)
    with pytest.raises(CannotReview, match="already"):
        reviewing.undo(reviewer, review)


# --- Facts that are gone ---------------------------------------------------------------------------


def test_a_fact_that_a_reading_removed_meanwhile_can_not_be_reviewed(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    fact = Contact.objects.get()
    store(given, version="test-2")

    with pytest.raises(CannotReview, match="no longer finds it"):
        reviewing.accept(reviewer, "contact", fact.pk)


def test_a_fact_that_became_part_of_another_says_of_which(reviewer: Any) -> None:
    _call_in("2024-02-07", "2024-02-20")
    second, first = Contact.objects.all()
    reviewing.merge(reviewer, "contact", first.pk, second.pk)

    with pytest.raises(CannotReview, match=str(first.pk)):
        reviewing.accept(reviewer, "contact", second.pk)


def test_participants_corrected_by_a_person_are_the_ones_shown(reviewer: Any) -> None:
    _call_in("2024-02-07")
    people = [{"name": p.name, "side": p.side, "actor": p.actor, "post": p.post} for p in (LAVROV, UNKNOWN)]
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"participants": people})

    names = {row.actor.name_ru for row in Contact.objects.get().participations.all()}
    assert names == {LAVROV.name, UNKNOWN.name}


def test_others_corrected_by_a_person_are_the_ones_shown(reviewer: Any) -> None:
    (given,) = _call_in("2024-02-07")
    minister = {"name": "Министр Третьей страны", "side": "other", "actor": None, "post": None}
    people = given.contactreports.get().values["participants"]
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"participants": people, "others": [minister]})

    assert Contact.objects.get().participations.filter(side="other").get().actor.name_ru == minister["name"]


def test_a_reading_that_says_what_the_person_said_asks_for_nothing(reviewer: Any) -> None:
    """Whatever form "nothing" takes, and in whatever order the people stand."""
    (given,) = _call_in("2024-02-07")
    people = [{"name": p.name, "side": p.side, "actor": p.actor, "post": None} for p in (XI, PUTIN)]
    values = {"date": "2024-02-08", "date_end": None, "place": None, "margins": False, "participants": people}
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, values)

    store(given, call(given, when=ReadDate("2024-02-08")), version="test-2")

    assert Contact.objects.get().attention == ""
