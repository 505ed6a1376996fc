"""A crash between any two statements leaves what was before, and doing it again gives what it would have given."""

import os
import signal
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from relations import ledger, reviewing
from relations.models import Article, Contact, Review
from relations.reading import ReadDate
from tests.processes import at_statement, exit_code, killed_at
from tests.readings import CALL, SAID, TRADE, article, call, position, reading, store, turnover
from tests.relations.dumps import outcome, rows


class Crash(Exception):
    """The process dies here."""


def _crash() -> None:
    raise Crash


Operation = Callable[[], Any]


def _scene() -> None:
    """Two calls, one of them in two articles and corrected; a figure and a position; an article not read yet."""
    first, copy, second = (_told(day) for day in ("2024-02-08", "2024-02-08", "2024-02-20"))
    article(CALL, TRADE, SAID, external_id="unread")
    for name, given in (("first", first), ("copy", copy), ("second", second)):
        Article.objects.filter(pk=given.pk).update(external_id=name)
    user = get_user_model().objects.create_user("reviewer")
    reviewing.correct(user, "contact", _of("first"), {"place": "Москва"})


def _told(day: str) -> Article:
    given = article(CALL, TRADE, SAID)
    store(given, call(given, when=ReadDate(day)), turnover(given), position(given))
    return given


def _named(name: str) -> Article:
    return Article.objects.get(external_id=name)


def _of(name: str) -> int:
    return _named(name).contactreports.get().fact_id


def _record(name: str, version: str, **changes: Any) -> Operation:
    """The same article object each time, as a worker that tries again has it."""
    given = _named(name)
    found = reading(call(given, **changes), turnover(given), position(given), version=version)

    def work() -> None:
        with transaction.atomic():
            ledger.record(given, found)

    return work


def _decision(name: str, *args: Any) -> Operation:
    user = get_user_model().objects.get()
    return partial(getattr(reviewing, name), user, "contact", _of("first"), *args)


def _added() -> Operation:
    user, given = get_user_model().objects.get(), _named("unread")
    values = _named("first").contactreports.get().values
    return partial(reviewing.add, user, "contact", given, 0, len(CALL), values)


def _undo(decide: Operation) -> Operation:
    user, review = get_user_model().objects.get(), decide()
    return lambda: reviewing.undo(user, Review.objects.get(pk=review.pk))


def _split() -> Operation:
    return _decision("split", [_named("copy").contactreports.get().pk])


OPERATIONS: dict[str, Callable[[], Operation]] = {
    "a first reading": lambda: _record("unread", "test-1"),
    "another reading": lambda: _record("second", "test-2", place="Пекин"),
    "a reading that joins two facts": lambda: _record("second", "test-2", when=ReadDate("2024-02-08")),
    "deleting": lambda: lambda: ledger.delete(Article.objects.filter(external_id="copy")),
    "accepting": lambda: _decision("accept"),
    "rejecting": lambda: _decision("reject", "a play"),
    "correcting": lambda: _decision("correct", {"date": "2024-02-09"}),
    "merging": lambda: _decision("merge", _of("second")),
    "splitting": _split,
    "keeping apart": lambda: _decision("keep_apart", _of("second")),
    "adding": _added,
    "undoing a correction": lambda: _undo(_decision("correct", {"date": "2024-02-09"})),
    "undoing a merge": lambda: _undo(_decision("merge", _of("second"))),
    "undoing a split": lambda: _undo(_split()),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", OPERATIONS)
def test_broken_off_before_any_statement_nothing_has_changed_and_it_can_be_done_again(name: str) -> None:
    _scene()
    operation = OPERATIONS[name]()
    before = rows()
    expected = _undisturbed(operation)
    assert rows() == before

    number = 0
    while _breaks_off(operation, number):
        assert rows() == before, f"statement {number}"
        number += 1

    assert number > 5
    assert outcome() == expected


def _undisturbed(operation: Operation) -> Any:
    """What the operation gives; it is taken back."""
    with transaction.atomic():
        operation()
        expected = outcome()
        transaction.set_rollback(True)
    return expected


def _breaks_off(operation: Operation, number: int) -> bool:
    """Whether the operation got as far as that statement, where it crashed. Its end is then no commit, as in a test."""
    try:
        with transaction.atomic(), at_statement(number, _crash):
            operation()
    except Crash:
        return True
    return False


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["a reading that joins two facts", "deleting", "merging", "undoing a merge"])
def test_killed_in_the_middle_nothing_has_changed_and_it_can_be_done_again(name: str) -> None:
    _scene()
    operation = OPERATIONS[name]()
    before = rows()
    expected = _undisturbed(operation)

    for number in (2, 9, 17):
        assert exit_code(partial(_do_and_die, operation, number)) == -signal.SIGKILL
        assert rows() == before

    operation()
    assert outcome() == expected


def _do_and_die(operation: Operation, number: int) -> None:
    with killed_at(number):
        operation()


@pytest.mark.django_db(transaction=True)
def test_killed_once_it_was_stored_all_of_it_is_there() -> None:
    _scene()
    merge = OPERATIONS["merging"]()

    def merge_and_die() -> None:
        with transaction.atomic():
            transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
            merge()

    assert exit_code(merge_and_die) == -signal.SIGKILL

    assert Contact.objects.get().sources == 3
    with pytest.raises(reviewing.CannotReview, match="become part of"):
        reviewing.accept(get_user_model().objects.get(), "contact", _of_merged())


def _of_merged() -> int:
    return Contact.every.get(merged_into=Contact.objects.get(), of=None).pk
