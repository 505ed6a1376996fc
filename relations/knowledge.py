"""The second time of every fact: when the system learned it. Pages show what is known now, or was known at a moment."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.db import models
from django.db.models import Q
from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def moment() -> datetime | None:
    """The moment whose knowledge is asked for; None means now."""
    return _moment.get()


@contextmanager
def as_of(at: datetime | None) -> Iterator[None]:
    """Inside, the managers below give what was known at that moment."""
    token = _moment.set(at)
    try:
        yield
    finally:
        _moment.reset(token)


def end_of(day: date) -> datetime:
    """The last moment of a day, which is Moscow's."""
    return timezone.make_aware(datetime.combine(day, time.max))


def today() -> date:
    """The day of the moment asked for, Moscow's."""
    return timezone.localdate(moment())


def known(prefix: str = "", since: str = "known_from") -> Q:
    """The condition on `known_from` and `known_until` (behind `prefix`, such as "contact__")."""
    at = moment()
    if at is None:
        return Q(**{f"{prefix}known_until": None})
    ended = Q(**{f"{prefix}known_until": None}) | Q(**{f"{prefix}known_until__gt": at})
    return Q(**{f"{prefix}{since}__lte": at}) & ended


def shown(prefix: str = "") -> Q:
    """The condition on facts, or on rows of theirs, that pages show: known then, and not rejected by a person."""
    return known(prefix) & ~Q(**{f"{prefix}review_state": "rejected"})


class EveryManager(models.Manager):
    """Every row, also what is past or rejected."""


class FactManager(models.Manager):
    """The facts known at the moment asked for, without those that a person rejected."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(shown())


class ReportManager(models.Manager):
    """The reports known at the moment asked for, each with the fact that it belonged to then."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(known(since="here_from"))


class OfFactManager(models.Manager):
    """Rows that belong to one version of a fact (participants, topics), for the facts known at the moment."""

    def __init__(self, fact: str) -> None:
        super().__init__()
        self._fact = fact

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(shown(f"{self._fact}__"))


class ArticleManager(models.Manager):
    """The articles that were here at the moment asked for."""

    def get_queryset(self) -> models.QuerySet:
        at = moment()
        rows = super().get_queryset()
        return rows if at is None else rows.filter(added_at__lte=at)


class PublishedManager(models.Manager):
    """The official figures published by the moment asked for; of those without a day, the ones of a time then over."""

    def get_queryset(self) -> models.QuerySet:
        rows = super().get_queryset()
        if moment() is None:
            return rows
        return rows.filter(Q(published__lte=today()) | Q(published=None, period_end__lt=today()))


def known_facts(model: type[models.Model], numbers: Iterable[int]) -> models.QuerySet:
    """The facts with these permanent ids as they were known at the moment: one row each, none of those unknown then."""
    numbers = list(numbers)
    if moment() is None:
        return model.objects.filter(pk__in=numbers)  # type: ignore[attr-defined]
    return model.objects.filter(Q(pk__in=numbers, of=None) | Q(of__in=numbers))  # type: ignore[attr-defined]
