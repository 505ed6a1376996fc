"""Who writes facts waits for its turn, but not for ever, and says so in words."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError, connection, transaction

from relations import locks, reviewing
from relations.locks import Busy, in_turn, wait_for_turn
from relations.models import Contact, Review
from relations.reviewing import CannotReview
from tests.processes import Together, at_once
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long."""
    monkeypatch.setattr(locks, "PATIENCE", 1)
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 1)
        connection.close()


def _hold(other_has_tried: Together) -> None:
    """Has the turn until the other has tried to get it."""
    with transaction.atomic():
        wait_for_turn()
        other_has_tried.wait()
        other_has_tried.wait()


def _while_held(try_it: Callable[[], Any]) -> Any:
    """What comes of trying while another process has the turn."""
    together = Together(2)

    def meanwhile() -> Any:
        together.wait()
        try:
            return try_it()
        finally:
            together.wait()

    return at_once(partial(_hold, together), meanwhile)[1]


def test_who_waits_too_long_is_told_that_others_write(impatient: None) -> None:
    def write() -> str:
        try:
            return in_turn(lambda: "written")
        except Busy:
            return "busy"

    assert _while_held(write) == "busy"


def test_a_review_that_waits_too_long_says_that_it_is_to_be_tried_again(impatient: None) -> None:
    given = article(CALL)
    store(given, call(given))
    user = get_user_model().objects.create_user("reviewer")
    fact = Contact.objects.get().pk

    def decide() -> str:
        try:
            reviewing.accept(user, "contact", fact)
        except CannotReview as refusal:
            return str(refusal)
        return "decided"

    assert "Try again" in _while_held(decide)
    assert not Review.objects.exists()
    assert decide() == "decided"


class _Broken(Exception):
    sqlstate = "40P01"


def _gives_way(times: int, tried: list[int]) -> None:
    """As if the database broke the transaction off that often in favour of another."""
    tried.append(len(tried))
    if len(tried) <= times:
        raise OperationalError("deadlock detected") from _Broken()


@pytest.mark.parametrize(("times", "tries"), [(0, 1), (2, 3)])
def test_what_the_database_broke_off_for_another_is_tried_again(times: int, tries: int) -> None:
    tried: list[int] = []
    in_turn(partial(_gives_way, times, tried))
    assert len(tried) == tries


def test_it_is_not_tried_for_ever() -> None:
    with pytest.raises(OperationalError):
        in_turn(partial(_gives_way, 99, tried := []))
    assert len(tried) == locks.ATTEMPTS


def test_inside_a_transaction_of_the_caller_it_is_tried_once() -> None:
    with pytest.raises(OperationalError), transaction.atomic():
        in_turn(partial(_gives_way, 99, tried := []))
    assert len(tried) == 1
