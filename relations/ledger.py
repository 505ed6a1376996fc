"""The only way facts are written: `record` turns a reading into an article's reports, and reports into facts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from relations.choosing import refresh_contact, refresh_figure, refresh_position
from relations.merging import actor_key, contact_key, position_key, trade_key
from relations.models import (
    Actor,
    Article,
    Contact,
    ContactReport,
    Mention,
    Position,
    PositionReport,
    TradeFigure,
    TradeReport,
)
from relations.palladius import pinyin
from relations.reading import Participant, ReadContact, Reading, ReadPosition, ReadTrade, Span, as_dict
from relations.vocabulary import ActorKind


@dataclass(frozen=True)
class _Kind:
    """How one kind of fact is stored: its models, and the name of the report's link to its fact."""

    fact: Any
    report: Any
    link: str
    refresh: Callable[[Any, Sequence[Any], dict[str, Actor]], None]
    needs: Callable[[Any, dict[str, Actor]], dict[str, Any]] = lambda report, actors: {}  # columns without a default


CONTACTS = _Kind(Contact, ContactReport, "contact", refresh_contact)
TRADE = _Kind(TradeFigure, TradeReport, "figure", refresh_figure)
POSITIONS = _Kind(
    Position,
    PositionReport,
    "position",
    refresh_position,
    lambda report, actors: {"speaker": actors[report.values["actor_key"]]},
)


def record(article: Article, reading: Reading) -> None:
    """Replaces the article's mentions and reports by those of the reading and brings the facts up to date.

    To be called inside a transaction. Recording the same reading again changes no row. Rows are locked
    in the order of their keys, so that workers recording the same event at once wait, and never deadlock.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record() writes many rows: call it inside transaction.atomic().")
    actors = _actors(reading)
    _record_mentions(article, reading, actors)
    values = as_dict(reading)
    _record_reports(CONTACTS, article, _contact_reports(article, reading, values["contacts"]), actors)
    _record_reports(TRADE, article, _trade_reports(article, reading, values["trade"]), actors)
    _record_reports(POSITIONS, article, _position_reports(article, reading, values["positions"]), actors)
    if not article.read_at or (article.reader_version, article.unread_reason) != (reading.version, reading.reason):
        article.read_at, article.reader_version, article.unread_reason = timezone.now(), reading.version, reading.reason
        article.save(update_fields=["read_at", "reader_version", "unread_reason"])


def forget(article: Article) -> None:
    """Removes the article's mentions and reports, and the facts that no other article reports."""
    record(article, Reading(version=""))


def delete(articles: Iterable[Article]) -> None:
    """Deletes articles with all they report: the only way that leaves no fact without a source."""
    with transaction.atomic():
        for article in articles:
            forget(article)
            article.delete()


# --- Actors ------------------------------------------------------------------------------------


def _spoken_of(reading: Reading) -> Iterable[Participant]:
    for contact in reading.contacts:
        yield from (*contact.participants, *contact.others)
    for position in reading.positions:
        yield position.speaker


def _actors(reading: Reading) -> dict[str, Actor]:
    """The actors of a reading by key; those that nobody knew yet become rows of their own."""
    wanted = {actor_key(participant): participant for participant in _spoken_of(reading)}
    named = {entity.actor for entity in reading.entities if entity.actor}
    actors = {actor.key: actor for actor in Actor.objects.filter(key__in={*wanted, *named})}
    for key in sorted(wanted.keys() - actors.keys()):
        participant = wanted[key]
        defaults = {
            "name_ru": participant.name,
            "name_en": pinyin(participant.name) if participant.side == "CN" else "",
            "side": participant.side,
            "kind": ActorKind.PERSON if _is_person(participant.name) else ActorKind.BODY,
            "is_known": False,
        }
        actors[key], _ = Actor.objects.get_or_create(key=key, defaults=defaults)
    return actors


def _is_person(name: str) -> bool:
    """Two or more capitalised words: a person's name; bodies and offices have words in lower case or stand alone."""
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


# --- Mentions and reports ------------------------------------------------------------------------


def _record_mentions(article: Article, reading: Reading, actors: dict[str, Actor]) -> None:
    wanted = []
    for entity in reading.entities:
        actor = actors.get(entity.actor or "")
        wanted.append((entity.type, entity.start, entity.end, entity.normal, actor and actor.pk))
    if list(article.mentions.values_list("type", "start", "end", "normal", "actor_id").order_by("pk")) != wanted:
        article.mentions.all().delete()
        Mention.objects.bulk_create(
            Mention(article=article, type=kind, start=start, end=end, normal=normal, actor_id=actor)
            for kind, start, end, normal, actor in wanted
        )


def _report(article: Article, reading: Reading, spans: Sequence[Span], values: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": article,
        "start": spans[0].start,
        "end": spans[0].end,
        "spans": [[span.start, span.end] for span in spans],
        "values": values,
        "reader_version": reading.version,
    }


def _contact_reports(article: Article, reading: Reading, values: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    def one(contact: ReadContact, value: dict[str, Any]) -> tuple[str, ContactReport]:
        report = ContactReport(**_report(article, reading, contact.evidence, value))
        return contact_key(article, contact), report

    return [one(*pair) for pair in zip(reading.contacts, values, strict=True)]


def _trade_reports(article: Article, reading: Reading, values: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    def one(figure: ReadTrade, value: dict[str, Any]) -> tuple[str, TradeReport]:
        return trade_key(article, figure), TradeReport(**_report(article, reading, [figure.evidence], value))

    return [one(*pair) for pair in zip(reading.trade, values, strict=True)]


def _position_reports(article: Article, reading: Reading, values: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    def one(position: ReadPosition, value: dict[str, Any]) -> tuple[str, PositionReport]:
        value = value | {"actor_key": actor_key(position.speaker)}
        report = PositionReport(
            content_start=position.start,
            content_end=position.end,
            **_report(article, reading, [position.sentence], value),
        )
        return position_key(article, position), report

    return [one(*pair) for pair in zip(reading.positions, values, strict=True)]


# --- Facts ---------------------------------------------------------------------------------------


def _record_reports(kind: _Kind, article: Article, wanted: list[tuple[str, Any]], actors: dict[str, Actor]) -> None:
    """Makes the article's reports of one kind those wanted, and refreshes each fact touched."""
    stored = list(kind.report.objects.filter(article=article).select_related(kind.link))
    needs = {getattr(report, kind.link).key: {} for report in stored}
    needs |= {key: kind.needs(report, actors) for key, report in wanted}
    facts = {key: _locked(kind.fact, key, needs[key]) for key in sorted(needs)}
    left = [(getattr(report, kind.link).key, report) for report in stored]
    for key, report in wanted:
        same = next((pair for pair in left if pair[0] == key and _same_report(pair[1], report)), None)
        if same:
            left.remove(same)
        else:
            setattr(report, kind.link, facts[key])
            report.save()
    for _, report in left:
        report.delete()
    for fact in facts.values():
        _refresh(kind, fact, actors)


def _refresh(kind: _Kind, fact: Any, actors: dict[str, Actor]) -> None:
    reports = list(fact.reports.select_related("article").order_by("article__text_hash", "start", "pk"))
    if reports:
        kind.refresh(fact, reports, _with_other_reports(actors, reports))
    else:
        fact.delete()


def _with_other_reports(actors: dict[str, Actor], reports: Sequence[Any]) -> dict[str, Actor]:
    """The actors, and those whom only other articles' reports of the same fact name."""
    keys = set()
    for report in reports:
        people = [*report.values.get("participants", []), *report.values.get("others", [])]
        keys |= {actor_key(Participant(**person)) for person in people}
        keys |= {report.values["actor_key"]} if "actor_key" in report.values else set()
    missing = keys - actors.keys()
    return actors | {actor.key: actor for actor in Actor.objects.filter(key__in=missing)} if missing else actors


def _locked(model: Any, key: str, needs: dict[str, Any]) -> Any:
    """The fact of this key, made if need be, locked until the transaction ends."""
    while True:
        fact, _ = model._default_manager.get_or_create(key=key, defaults=needs)
        locked = model._default_manager.select_for_update().filter(pk=fact.pk).first()
        if locked:  # else another worker, whose article no longer reports it, deleted it meanwhile
            return locked


def _same_report(a: Any, b: Any) -> bool:
    names = ("start", "end", "spans", "values", "reader_version")
    return all(getattr(a, name) == getattr(b, name) for name in names)
