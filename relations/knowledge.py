"""The second time of every fact: when the system learned it. Pages show what is known now, or was known at a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import models
from django.db.models import Q

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


def known(prefix: str = "") -> Q:
    """The condition on `known_from` and `known_until` (behind `prefix`, such as "contact__")."""
    at = moment()
    if at is None:
        return Q(**{f"{prefix}known_until": None})
    ended = Q(**{f"{prefix}known_until": None}) | Q(**{f"{prefix}known_until__gt": at})
    return Q(**{f"{prefix}known_from__lte": at}) & ended


class EveryManager(models.Manager):
    """Every row, also what is past or rejected."""


class FactManager(models.Manager):
    """The facts known at the moment asked for, without those that a person rejected."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(known()).exclude(review_state="rejected")


class ReportManager(models.Manager):
    """The reports known at the moment asked for."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(known())


class OfFactManager(models.Manager):
    """Rows that belong to one version of a fact (participants, topics), for the facts known at the moment."""

    def __init__(self, fact: str) -> None:
        super().__init__()
        self._fact = fact

    def get_queryset(self) -> models.QuerySet:
        rejected = {f"{self._fact}__review_state": "rejected"}
        return super().get_queryset().filter(known(f"{self._fact}__")).exclude(**rejected)
