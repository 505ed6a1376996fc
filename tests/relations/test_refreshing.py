"""A fact's row follows its reports; what it showed before is kept, and nothing is written without a change."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations.kinds import KINDS
from relations.known_actors import with_named_in
from relations.models import Contact, Position
from relations.reading import ReadDate
from relations.refreshing import close, refresh
from tests.readings import CALL, LAVROV, SAID, UNKNOWN, article, call, position, store

pytestmark = pytest.mark.django_db


def _refresh(fact: Any, kind: str = "contact") -> None:
    reports = list(fact.reports.select_related("article__outlet", "pin"))
    refresh(KINDS[kind], fact, reports, with_named_in(reports, {}))


def _told(**changes: Any) -> None:
    given = article(CALL)
    store(given, call(given, **changes))


def _past(fact: Any) -> list[Any]:
    return list(type(fact).every.filter(of=fact).order_by("pk"))


def test_nothing_is_written_where_nothing_changed() -> None:
    _told()
    fact = Contact.objects.get()

    with CaptureQueriesContext(connection) as queries:
        _refresh(fact)

    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_changed_value_leaves_a_copy_of_what_was_shown_with_its_people() -> None:
    _told(participants=(LAVROV, UNKNOWN))
    fact = Contact.objects.get()
    learned = fact.known_from
    fact.reports.update(values=fact.reports.get().values | {"place": "Москва", "participants": []})

    _refresh(fact)

    (before,) = _past(fact)
    assert (before.place, fact.place) == ("", "Москва")
    assert before.known_from == learned < before.known_until <= fact.known_from
    assert {row.actor.name_ru for row in before.participations.all()} == {LAVROV.name, UNKNOWN.name}
    assert not fact.participations.exists()
    assert (before.number, before.identity) == (fact.pk, fact)


def test_changed_topics_are_a_change_of_what_is_shown() -> None:
    given = article(SAID)
    store(given, position(given))
    stated = Position.objects.get()
    stated.reports.update(values=stated.reports.get().values | {"topics": ["energy"]})

    _refresh(stated, "position")

    assert Position.objects.get().topics == ["energy"]
    assert _past(stated)[0].topics == ["bilateral", "trade"]


def test_another_source_that_says_the_same_is_no_other_version() -> None:
    _told()
    _told()

    assert Contact.objects.get().sources == 2
    assert _past(Contact.objects.get()) == []


def test_what_is_kept_is_not_shown_now() -> None:
    _told(when=ReadDate("2024-02-08", inferred=True))
    _told()

    assert [contact.inferred for contact in Contact.objects.all()] == [False]
    assert Contact.every.count() == 2


def test_a_fact_that_ended_leads_on_to_its_heir() -> None:
    _told()
    _told(when=ReadDate("2024-02-20"))
    heir, ended = Contact.objects.all()

    close(ended, heir.pk)

    assert list(Contact.objects.all()) == [heir]
    assert Contact.every.get(pk=ended.pk).merged_into == heir
