"""Any number of processes that record, review, read again and delete at once give the facts that one alone gives."""

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from relations import ledger, reviewing
from relations.fact_lines import fact_lines
from relations.locks import Busy, in_turn
from relations.models import Article, Contact, ContactReport, Participation, Review, TradeFigure
from relations.reading import ReadDate, Reading
from relations.reviewing import CannotReview
from tests.processes import at_once
from tests.readings import CALL, LAVROV, SAID, TRADE, UNKNOWN, call, position, reading, turnover

pytestmark = pytest.mark.django_db(transaction=True)

WORKERS = 3
# What each article tells: the day of the leaders' call, the year of the turnover; several articles tell the same.
# Reviewed are the calls of the first four days, in articles that stay: a decision ends with the sentences it is about.
DAYS = ("2024-02-08", "2024-03-11", "2024-04-15", "2024-05-20", "2024-06-18")
COPIES = 4
SURPLUS = 3


def _articles() -> None:
    """Several articles on each of the calls, and some that will be deleted."""
    for day in DAYS:
        for number in range(COPIES):
            _article(f"{day} {number}", day)
    for number in range(SURPLUS):
        _article(f"surplus {number}", DAYS[-1])


def _article(name: str, day: str) -> None:
    text = f"{CALL}\n{TRADE}\n{SAID}\nСообщение {name}."
    Article.objects.create(external_id=name, text=text, published=date.fromisoformat(day))


def _reading(article: Article, version: str) -> Reading:
    """What a version of the reader finds: "good" finds all, "bad" other days and people, "blind" nothing."""
    if version == "blind":
        return reading(version=version)
    day = article.published.isoformat()
    if version == "bad":
        wrong = ReadDate(day[:8] + "27")
        return reading(call(article, when=wrong, participants=(LAVROV, UNKNOWN)), turnover(article), version=version)
    told = call(article, when=ReadDate(day)), turnover(article, period=day[:7]), position(article)
    return reading(*told, version=version)


def _record(name: str, version: str) -> None:
    article = Article.objects.get(external_id=name)
    found = _reading(article, version)
    _as_a_job(lambda: ledger.record(article, found))


def _as_a_job(write: Callable[[], Any]) -> None:
    """Whoever waits too long tries again later. SQLite serves those that wait in no order."""
    while True:
        try:
            return in_turn(write)
        except Busy:
            continue


def _names() -> list[str]:
    return [f"{day} {number}" for day in DAYS for number in range(COPIES)]


def _work(own: list[str], seed: int) -> None:
    """A worker: reads its articles wrongly, rightly, not at all and rightly again, in a disorder of its own."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    for versions in (("bad", "good"), ("blind",), ("good",)):
        for name in chance.sample(own, len(own)):
            for version in versions:
                _record(name, version)


def _come_and_go(rounds: int) -> None:
    """A worker that records articles which are deleted again."""
    for number in range(SURPLUS):
        for _ in range(rounds):
            _record(f"surplus {number}", "good")
            _record(f"surplus {number}", "bad")
        _as_a_job(lambda number=number: ledger.delete(Article.objects.filter(external_id=f"surplus {number}")))


def _until_done(decide: Callable[[], Any]) -> Any:
    """A person tries again while the fact comes and goes."""
    while True:
        try:
            return decide()
        except (CannotReview, Contact.DoesNotExist, TradeFigure.DoesNotExist):
            continue


def _call_of(day: str) -> int:
    return Contact.every.get(day=day, known_until=None, review_state="").pk


def _user() -> Any:
    return get_user_model().objects.get(username="reviewer")


def _correct() -> None:
    _until_done(lambda: reviewing.correct(_user(), "contact", _call_of(DAYS[0]), {"place": "Москва"}))


def _reject() -> None:
    _until_done(lambda: reviewing.reject(_user(), "contact", _call_of(DAYS[1]), "a play"))


def _merge() -> None:
    _until_done(lambda: reviewing.merge(_user(), "contact", _call_of(DAYS[2]), _call_of(DAYS[3])))


def _decide_and_undo() -> None:
    """Decisions that come to nothing in the end."""
    for _ in range(5):
        figure = TradeFigure.objects.filter(period=DAYS[0][:7]).first()
        if figure:
            try:
                review = reviewing.correct(_user(), "trade", figure.pk, {"value": 241e9})
            except CannotReview:
                continue
            _until_done(lambda review=review: reviewing.undo(_user(), review))


def _lines() -> list[dict[str, Any]]:
    return [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()]


def _alone(*decisions: Callable[[], None]) -> list[dict[str, Any]]:
    """The facts of one process that reads everything once, and of a person who then decides."""
    _articles()
    get_user_model().objects.create_user("reviewer")
    for name in _names():
        _record(name, "good")
    for decide in decisions:
        decide()
    lines = _lines()
    call_command("flush", interactive=False, verbosity=0)
    return lines


def _shares(names: list[str]) -> list[list[str]]:
    """Each worker's articles: every worker has some of every event."""
    return [names[at::WORKERS] for at in range(WORKERS)]


def test_workers_at_once_give_the_facts_of_one() -> None:
    expected = _alone()
    _articles()

    at_once(*(partial(_work, own, seed) for seed, own in enumerate(_shares(_names()))), partial(_come_and_go, 2))

    assert _lines() == expected
    _nothing_is_left_over()


def test_reviews_while_workers_record_are_kept_and_change_nothing_else() -> None:
    expected = _alone(_correct, _reject, _merge)
    _articles()
    get_user_model().objects.create_user("reviewer")

    at_once(
        *(partial(_work, own, seed) for seed, own in enumerate(_shares(_names()))),
        partial(_come_and_go, 2),
        lambda: (_correct(), _merge()),
        lambda: (_reject(), _decide_and_undo()),
    )

    assert _lines() == expected
    _nothing_is_left_over()


def _nothing_is_left_over() -> None:
    """Every report that holds belongs to a fact that holds, and every article's call is told once."""
    assert not ContactReport.every.filter(known_until=None).exclude(fact__known_until=None).exists()
    told = ContactReport.every.filter(known_until=None).values_list("article__external_id", flat=True)
    assert sorted(told) == _names()
    assert not Participation.objects.filter(contact__known_until=None, actor__name_ru=UNKNOWN.name).exists()


# --- A person decides about a fact at the moment at which a reading ends it ---------------------------


def _try(decide: Callable[[], Any]) -> str:
    try:
        decide()
    except CannotReview as refusal:
        return str(refusal)
    return "decided"


@pytest.mark.parametrize("_round", range(4))
def test_a_review_and_a_reading_that_drops_the_fact_come_one_after_the_other(_round: int) -> None:
    _article("one", DAYS[0])
    _record("one", "good")
    get_user_model().objects.create_user("reviewer")
    fact = _call_of(DAYS[0])

    said, _ = at_once(
        lambda: _try(lambda: reviewing.accept(_user(), "contact", fact)),
        lambda: _record("one", "blind"),
    )

    contact = Contact.every.get(pk=fact)
    if said == "decided":
        assert (contact.review_state, contact.attention, contact.known_until) == ("accepted", "unread", None)
        assert contact.reports.get().is_read is False
    else:
        assert "no longer finds it" in said
        assert contact.known_until
        assert (Review.objects.count(), ContactReport.objects.count()) == (0, 0)


@pytest.mark.parametrize("_round", range(4))
def test_of_two_that_merge_and_reject_the_same_fact_the_second_is_told_or_heeded(_round: int) -> None:
    for number, day in enumerate(DAYS[:2]):
        _article(str(number), day)
        _record(str(number), "good")
    get_user_model().objects.create_user("reviewer")
    first, second = (_call_of(day) for day in DAYS[:2])

    merged, rejected = at_once(
        lambda: _try(lambda: reviewing.merge(_user(), "contact", first, second)),
        lambda: _try(lambda: reviewing.reject(_user(), "contact", second, "a play")),
    )

    assert merged == "decided"
    if rejected == "decided":  # it came first: what is the same as a rejected fact is rejected
        assert Contact.every.get(pk=first).review_state == "rejected"
    else:
        assert f"part of fact {first}" in rejected
        assert Contact.objects.get().sources == 2
    assert ContactReport.every.filter(known_until=None, fact=first).count() == 2
