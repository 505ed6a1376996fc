"""What a person accepted or corrected is what is shown; what disagrees with it, and nothing else, is flagged."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from relations import reviewing
from relations.deciding import shown_values
from relations.kinds import KINDS
from relations.models import Article, Contact, Participation, Review, TradeFigure
from relations.reading import ReadDate
from relations.reviewing import CannotReview
from tests.readings import CALL, LAVROV, SAID, TRADE, UNKNOWN, article, call, position, store, turnover

pytestmark = pytest.mark.django_db

Told = Callable[..., Any]
# For each kind of fact what tells it, and another version of it.
TOLD: dict[str, tuple[str, Told, dict[str, Any]]] = {
    "contact": (
        CALL,
        call,
        {
            "format": "meeting",
            "when": ReadDate("2024-02-06", inferred=True),
            "place": "Москва",
            "level": "minister",
            "participants": (LAVROV, UNKNOWN),
        },
    ),
    "trade": (TRADE, turnover, {"value": 250e9, "change_pct": 3.0, "unit": "CNY"}),
    "position": (SAID, position, {"stance": "oppose", "topics": ("energy",), "kind": "direct", "content": "торговлю"}),
}


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


def _fact(kind: str) -> Any:
    return KINDS[kind].fact.objects.get()


def _store(given: Article, **changes: Any) -> None:
    store(given, call(given, **changes))


def _told(**changes: Any) -> Article:
    given = article(CALL)
    _store(given, **changes)
    return given


# --- Accepted ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", TOLD)
def test_another_reading_changes_nothing_of_what_was_accepted(reviewer: Any, kind: str) -> None:
    sentence, told, changes = TOLD[kind]
    given = article(sentence)
    store(given, told(given))
    reviewing.accept(reviewer, kind, _fact(kind).pk)
    before = shown_values(kind, _fact(kind))

    store(given, told(given, **changes), version="test-2")

    assert shown_values(kind, _fact(kind)) == before
    assert (_fact(kind).attention, _fact(kind).review_state) == ("differs", "accepted")


def test_an_accepted_date_that_was_inferred_stays_so(reviewer: Any) -> None:
    _told(when=ReadDate("2024-02-08", inferred=True))
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    assert Contact.objects.get().inferred


def test_what_is_corrected_after_it_was_accepted_is_as_corrected(reviewer: Any) -> None:
    _told(when=ReadDate("2024-02-07", "2024-02-09"))
    fact = Contact.objects.get()
    reviewing.accept(reviewer, "contact", fact.pk)
    reviewing.correct(reviewer, "contact", fact.pk, {"date": "2024-02-08", "date_end": None, "precision": "day"})

    assert (Contact.objects.get().date, Contact.objects.get().date_end) == ("2024-02-08", "")


def test_an_accepted_plan_is_held_once_another_article_says_so_and_asks_for_another_look(reviewer: Any) -> None:
    _told(status="planned")
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    assert Contact.objects.get().status == "planned"

    _told()

    assert (Contact.objects.get().status, Contact.objects.get().attention) == ("held", "differs")


def test_an_accepted_plan_stays_one_when_its_own_article_is_read_otherwise(reviewer: Any) -> None:
    given = _told(status="planned")
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk)

    store(given, call(given), version="test-2")

    assert (Contact.objects.get().status, Contact.objects.get().attention) == ("planned", "differs")


def test_undone_the_values_are_those_of_the_reports(reviewer: Any) -> None:
    given = _told()
    review = reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    store(given, call(given, place="Москва"), version="test-2")

    reviewing.undo(reviewer, review)

    assert Contact.objects.get().place == "Москва"


# --- What asks for another look, and what does not -------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [{"when": ReadDate("2024-02")}, {"when": ReadDate()}, {"status": "planned"}, {"level": "government"}],
    ids=["less exact", "undated", "the plan", "nothing that tells it apart"],
)
def test_less_exact_or_older_news_disagree_with_nothing(reviewer: Any, changes: dict[str, Any]) -> None:
    given = _told()
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    other = article(given.text)  # a copy, so that undated reports come together

    _store(other, **changes)

    contacts = list(Contact.objects.exclude(review_state=""))
    assert [contact.attention for contact in contacts] == [""]


def test_another_rounding_of_a_corrected_figure_disagrees_with_nothing(reviewer: Any) -> None:
    given = article(TRADE)
    store(given, turnover(given))
    reviewing.correct(reviewer, "trade", TradeFigure.objects.get().pk, {"value": 240.1e9})

    other = article("Товарооборот за 2023 год составил 240 млрд долларов.")
    figure = turnover(other, other.text.partition("\n")[0])
    store(other, figure)
    assert (TradeFigure.objects.get().sources, TradeFigure.objects.get().attention) == (2, "")

    store(given, turnover(given, value=250e9), version="test-2")
    assert (TradeFigure.objects.get().value, TradeFigure.objects.get().attention) == (240.1e9, "differs")


# --- A person's own sentence -----------------------------------------------------------------------


def test_reading_again_leaves_a_sentence_that_a_person_marked_as_it_is(reviewer: Any) -> None:
    given = _told()
    values = given.contactreports.get().values
    store(given, version="test-2")
    reviewing.add(reviewer, "contact", given, 0, len(CALL), values)
    before = list(given.contactreports.values())

    store(given, version="test-3")

    assert list(given.contactreports.values()) == before


def test_a_sentence_that_a_person_marked_outlives_a_rejection_that_is_undone(reviewer: Any) -> None:
    given = _told()
    values = given.contactreports.get().values
    store(given, version="test-2")
    fact = reviewing.add(reviewer, "contact", given, 0, len(CALL), values).fact
    rejection = reviewing.reject(reviewer, "contact", fact, "a play")
    store(given, version="test-3")

    reviewing.undo(reviewer, rejection)

    assert Contact.objects.get().pk == fact
    assert Contact.objects.get().reports.get().quote == CALL


# --- Merging what was reviewed ---------------------------------------------------------------------


def _rows() -> list[list[dict[str, Any]]]:
    models = (Contact, Participation, Review)
    return [list(model._base_manager.order_by("pk").values()) for model in models]


def _accept(user: Any, fact: int) -> None:
    reviewing.accept(user, "contact", fact)


def _correct(user: Any, fact: int) -> None:
    day = Contact.objects.get(pk=fact).date
    reviewing.correct(user, "contact", fact, {"date": day[:-1] + "9"})


@pytest.mark.parametrize(
    "decisions",
    [(_accept, _accept), (_correct, _correct), (_accept, _correct), (_correct, _accept)],
    ids=["both accepted", "both corrected", "the second corrected", "the first corrected"],
)
def test_two_reviewed_facts_that_disagree_are_not_merged_and_nothing_changes(reviewer: Any, decisions: Any) -> None:
    for day in ("2024-02-08", "2024-02-21"):
        _told(when=ReadDate(day))
    facts = [contact.pk for contact in Contact.objects.all()]
    for decide, fact in zip(decisions, facts, strict=True):
        decide(reviewer, fact)
    before = _rows()

    with pytest.raises(CannotReview, match=r"disagree \(date\)"):
        reviewing.merge(reviewer, "contact", *facts)

    assert _rows() == before


def test_an_accepted_and_a_rejected_fact_are_not_merged(reviewer: Any) -> None:
    for day in ("2024-02-08", "2024-02-21"):
        _told(when=ReadDate(day))
    first, second = (contact.pk for contact in Contact.objects.all())
    reviewing.accept(reviewer, "contact", first)
    reviewing.reject(reviewer, "contact", second, "a play")

    with pytest.raises(CannotReview, match=r"disagree \(review\)"):
        reviewing.merge(reviewer, "contact", first, second)


def test_two_accepted_facts_of_which_one_says_less_are_merged(reviewer: Any) -> None:
    for day in ("2024-02-08", "2024-02-20", "2024-02"):
        _told(when=ReadDate(day))
    facts = {contact.date: contact.pk for contact in Contact.objects.all()}
    assert len(facts) == 3
    for day in ("2024-02-08", "2024-02"):
        reviewing.accept(reviewer, "contact", facts[day])

    reviewing.merge(reviewer, "contact", facts["2024-02-08"], facts["2024-02"])

    assert Contact.objects.get(pk=facts["2024-02-08"]).sources == 2
