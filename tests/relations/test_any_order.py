"""Whatever is read, in whatever order and however often, the facts are those of the set of readings."""

import json
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from relations.fact_lines import fact_lines
from relations.ledger import delete, record
from relations.models import Article
from relations.reading import Reading
from tests.relations.any_readings import Told, worlds

pytestmark = pytest.mark.django_db

# The database is left empty by every way itself; a failing world is worth its time to be made small.
bounded = limits(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _store(told: Told) -> Article:
    return Article.objects.create(text=told.text, published=told.published)


def _read(article: Article, reading: Reading) -> None:
    with transaction.atomic():
        record(article, reading)


def _one_by_one(world: Sequence[Told]) -> None:
    """Each article is stored and read before the next comes."""
    for told in world:
        _read(_store(told), told.reading)


def _in_bulk(world: Sequence[Told]) -> None:
    """All articles are there before the first is read."""
    articles = [_store(told) for told in world]
    for article, told in zip(articles, world, strict=True):
        _read(article, told.reading)


def _read_again(world: Sequence[Told]) -> None:
    """An older extractor read them all; one after another is read anew, and then once more."""
    articles = [_store(told) for told in world]
    for article, told in zip(articles, world, strict=True):
        _read(article, told.before)
    for article, told in zip(articles, world, strict=True):
        _read(article, told.reading)
        _read(article, told.reading)


def _with_one_deleted(world: Sequence[Told], *, other: Told) -> None:
    """Another article was there first, and is deleted in the end."""
    stranger = _store(other)
    _read(stranger, other.before)
    _one_by_one(world)
    delete([stranger])


def _facts(way: Callable[[Sequence[Told]], None], world: Sequence[Told]) -> list[str]:
    """What is known after that, without the facts' ids; the database is as empty afterwards as before."""
    with transaction.atomic():
        way(world)
        lines = [json.dumps(line | {"id": None}, ensure_ascii=False, sort_keys=True) for line in fact_lines()]
        transaction.set_rollback(True)
    return lines


@bounded
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_ids_alone(world: list[Told], chance: object) -> None:
    shuffled = chance.sample(world, len(world))  # type: ignore[attr-defined]
    assert _facts(_one_by_one, world) == _facts(_one_by_one, shuffled) == _facts(_in_bulk, world[::-1])


@bounded
@given(worlds())
def test_a_re_reading_leaves_what_a_first_reading_gives(world: list[Told]) -> None:
    assert _facts(_read_again, world[::-1]) == _facts(_one_by_one, world)


@bounded
@given(worlds())
def test_an_article_deleted_leaves_nothing_behind(world: list[Told]) -> None:
    rest, other = world[1:], world[0]
    assert _facts(partial(_with_one_deleted, other=other), rest) == _facts(_one_by_one, rest)
