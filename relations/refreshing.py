"""Brings a fact's row up to date with its reports, and keeps what it showed before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from relations.choosing import Chosen
from relations.choosing.sources import sources_of
from relations.deciding import decided, disagrees
from relations.kinds import Kind
from relations.models import Actor, Contact, Participation, Position, PositionTopic
from relations.vocabulary import Attention, ReviewState

# Columns whose change is no new version of what the fact says.
_COUNTS = {"sources", "origins", "attention", "reasons", "disputed"}


def chosen_columns(kind: Kind, reports: list[Any], chosen: Chosen, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """The columns of the fact that these reports make."""
    sources = sources_of(reports)
    columns = chosen.columns | {
        "sources": len({report.article_id for report in reports}),
        "origins": len({source.origin for source in sources}),
        "disputed": chosen.disputed,
        "reasons": chosen.reasons,
    }
    return columns | {"speaker": actors[chosen.people[0][0]]} if kind.fact is Position else columns


def create(kind: Kind, reports: list[Any], actors: Mapping[str, Actor]) -> Any:
    """A new fact with all that these reports say."""
    now = timezone.now()
    chosen = kind.choose(reports, {})
    fact = kind.fact.every.create(**chosen_columns(kind, reports, chosen, actors), first_seen_at=now, known_from=now)
    _write_people(fact, _people_chosen(kind, chosen, actors))
    _write_topics(fact, list(chosen.topics))
    return fact


def refresh(kind: Kind, fact: Any, reports: list[Any], actors: Mapping[str, Actor]) -> None:
    """Writes the fact's values, participants and topics from its reports, and what persons decided over them.

    A changed fact leaves a copy of what it showed until now; a fact that has not changed is not written.
    """
    if not reports:
        _set(fact, {"sources": 0, "origins": 0, "attention": attention_of(fact, reports)})
        return
    chosen = kind.choose(reports, decided(fact, reports))
    columns = chosen_columns(kind, reports, chosen, actors) | {"attention": attention_of(fact, reports)}
    changed = {name: value for name, value in columns.items() if getattr(fact, name) != value}
    people = _people_chosen(kind, chosen, actors)
    topics = list(chosen.topics)
    if changed.keys() - _COUNTS or _of_others(fact, people, topics):
        keep(fact)
        columns |= {"known_from": timezone.now()}
    _set(fact, columns)
    _write_people(fact, people)
    _write_topics(fact, topics)


def _people_chosen(kind: Kind, chosen: Chosen, actors: Mapping[str, Actor]) -> dict[int, tuple[str, str]]:
    """A contact's participants: side and post by the actor's number."""
    return {actors[key].pk: (side, post) for key, side, post in chosen.people} if kind.fact is Contact else {}


def keep(fact: Any) -> Any:
    """Stores a copy of what the fact shows, as known until now."""
    model = type(fact)
    now = timezone.now()
    columns = {field.attname: getattr(fact, field.attname) for field in model._meta.concrete_fields}
    del columns[model._meta.pk.attname]
    if fact.known_from >= now:  # made in this very moment: nobody has seen it
        return None
    copy = model.every.create(**columns | {"of_id": fact.pk, "known_until": now})
    if model is Contact:
        _copy_rows(Participation, "contact", fact, copy)
    if model is Position:
        _copy_rows(PositionTopic, "position", fact, copy)
    return copy


def close(fact: Any, heir: int | None) -> None:
    """Ends a fact that no report supports any longer; `heir` took over most of its reports."""
    _set(fact, {"known_until": timezone.now(), "merged_into_id": heir})


def reopen(fact: Any) -> None:
    """Brings back a fact that has ended, if it has; that it had ended stays on record."""
    ended = fact.known_until
    if ended is None:
        return
    copy = keep(fact)
    if copy:
        type(copy).every.filter(pk=copy.pk).update(known_until=ended, merged_into=None)
    _set(fact, {"known_until": None, "merged_into_id": None, "known_from": timezone.now()})


def attention_of(fact: Any, reports: list[Any]) -> str:
    """Why a reviewed fact wants another look: a later reading says otherwise than the person did."""
    if not fact.review_state:
        return ""
    if fact.review_state == ReviewState.REJECTED:
        return Attention.RETURNED if any(not report.is_pinned for report in reports) else ""
    if any(not report.is_read and not report.is_by_person for report in reports):
        return Attention.UNREAD
    reviewed_at: datetime | None = fact.reviewed_at
    later = [report for report in reports if reviewed_at and report.known_from > reviewed_at]
    return Attention.DIFFERS if any(disagrees(report, fact) for report in later) else ""


def _set(fact: Any, columns: dict[str, Any]) -> None:
    changed = {name: value for name, value in columns.items() if getattr(fact, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(fact, name, value)
        fact.save(update_fields=list(changed))


def _of_others(fact: Any, people: dict[int, tuple[str, str]], topics: list[str]) -> bool:
    if isinstance(fact, Contact):
        return _people_of(fact) != people
    return isinstance(fact, Position) and fact.topics != topics


def _people_of(contact: Contact) -> dict[int, tuple[str, str]]:
    return {row.actor_id: (row.side, row.post) for row in contact.participations.all()}


def _write_people(fact: Any, people: dict[int, tuple[str, str]]) -> None:
    if isinstance(fact, Contact) and _people_of(fact) != people:
        fact.participations.all().delete()
        Participation.objects.bulk_create(
            Participation(contact=fact, actor_id=actor, side=side, post=post) for actor, (side, post) in people.items()
        )


def _write_topics(fact: Any, topics: list[str]) -> None:
    if isinstance(fact, Position) and fact.topics != topics:
        fact.topic_rows.all().delete()
        PositionTopic.objects.bulk_create(PositionTopic(position=fact, topic=topic) for topic in topics)


def _copy_rows(model: type[Model], link: str, fact: Any, copy: Any) -> None:
    rows = list(model._default_manager.filter(**{link: fact}))
    for row in rows:
        row.pk = None
        setattr(row, link, copy)
    model._default_manager.bulk_create(rows)
