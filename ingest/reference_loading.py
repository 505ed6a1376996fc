"""Puts the shipped reference data into the database, and leaves alone what a person changed or removed there."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction

from ingest.models import Shipped
from relations import official_csv, reference
from relations.calendar import period_bounds
from relations.models import Actor, Office, OfficialFigure, Outlet, Post
from relations.official_csv import PublishedFigure
from relations.search.indexing import index_actor

Values = dict[str, Any]

NAMES = ("name_ru", "name_en", "name_zh", "aliases")


@dataclass(frozen=True)
class _Kind:
    """One kind of reference data: its rows as shipped, and how a row of the database is found, read and written."""

    name: str
    shipped: Callable[[], Iterable[tuple[str, Values]]]
    find: Callable[[str], models.Model | None]
    read: Callable[[Any], Values]
    write: Callable[[str, Values], object]


def load_all() -> int:
    """Loads offices, actors, outlets and official figures in one transaction; returns how many rows were written."""
    with transaction.atomic():
        return sum(_load(kind) for kind in (OFFICES, ACTORS, OUTLETS, OFFICIAL))


def _load(kind: _Kind) -> int:
    records = {record.key: record for record in Shipped.objects.filter(kind=kind.name)}
    written = 0
    for key, values in kind.shipped():
        record = records.get(key) or Shipped(kind=kind.name, key=key)
        if record.digest == _digest(values):
            continue
        if _is_ours(kind, key, record):
            kind.write(key, values)
            written += 1
        record.digest = _digest(values)
        record.save()
    return written


def _is_ours(kind: _Kind, key: str, record: Shipped) -> bool:
    """Whether the row may be written: new, met in an article only, or still as it was shipped."""
    row = kind.find(key)
    if row is None:
        return record.pk is None
    if record.pk is None:
        return not getattr(row, "is_known", True)
    return _digest(kind.read(row)) == record.digest


def _digest(values: Values) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _pick(row: models.Model, *fields: str) -> Values:
    return {field: getattr(row, field) for field in fields}


# --- Offices ---------------------------------------------------------------------------------------


def _shipped_offices() -> Iterable[tuple[str, Values]]:
    for office in reference.offices():
        names = (office.ru, office.en, office.zh, "\n".join(office.aliases))
        yield office.key, {"side": office.side, "level": office.level, **dict(zip(NAMES, names, strict=True))}


OFFICES = _Kind(
    "office",
    _shipped_offices,
    lambda key: Office.objects.filter(key=key).first(),
    lambda row: _pick(row, "side", "level", *NAMES),
    lambda key, values: Office.objects.update_or_create(key=key, defaults=values),
)

# --- Actors ----------------------------------------------------------------------------------------


def _shipped_actors() -> Iterable[tuple[str, Values]]:
    for actor in reference.actors():
        names = (actor.ru, actor.en, actor.zh, "\n".join(actor.aliases))
        posts = [[t.office, t.since or "", t.until or "", t.title or "", t.source] for t in actor.tenures]
        yield (
            actor.key,
            {"kind": actor.kind, "side": actor.side, **dict(zip(NAMES, names, strict=True)), "posts": posts},
        )


def _read_actor(actor: Actor) -> Values:
    posts = [
        [post.office.key if post.office else "", post.since, post.until, post.title, post.source]
        for post in actor.posts.select_related("office").order_by("pk")
    ]
    return {**_pick(actor, "kind", "side", *NAMES), "posts": posts}


def _write_actor(key: str, values: Values) -> None:
    fields = {name: value for name, value in values.items() if name != "posts"}
    actor, _ = Actor.objects.update_or_create(key=key, defaults={**fields, "is_known": True})
    index_actor(actor)
    actor.posts.all().delete()
    offices = {office.key: office for office in Office.objects.filter(key__in=[post[0] for post in values["posts"]])}
    Post.objects.bulk_create(
        Post(actor=actor, office=offices.get(office), since=since, until=until, title=title, source=source)
        for office, since, until, title, source in values["posts"]
    )


ACTORS = _Kind("actor", _shipped_actors, lambda key: Actor.objects.filter(key=key).first(), _read_actor, _write_actor)

# --- Outlets ---------------------------------------------------------------------------------------


def _shipped_outlets() -> Iterable[tuple[str, Values]]:
    for outlet in reference.outlets():
        values = {"name_en": outlet.name_en, "side": outlet.side, "kind": outlet.kind}
        yield outlet.name, values | {"aliases": "\n".join(outlet.aliases), "domains": "\n".join(outlet.domains)}


OUTLETS = _Kind(
    "outlet",
    _shipped_outlets,
    lambda name: Outlet.objects.filter(name=name).first(),
    lambda row: _pick(row, "name_en", "side", "kind", "aliases", "domains"),
    lambda name, values: Outlet.objects.update_or_create(name=name, defaults=values),
)

# --- Official figures ------------------------------------------------------------------------------

FIGURE = ("value", "change_pct", "source", "address", "note")
VINTAGE = ("indicator", "commodity", "unit", "statistics_of", "period", "published")


def _shipped_figures() -> Iterable[tuple[str, Values]]:
    for figure in official_csv.shipped():
        yield _vintage_key(figure), {name: getattr(figure, name) for name in FIGURE}


def _vintage_key(figure: PublishedFigure) -> str:
    return "|".join(str(getattr(figure, name) or "") for name in VINTAGE)


def _vintage(key: str) -> Values:
    """The fields that find or make the row of a key; the period by its bounds, however it was written."""
    fields: Values = dict(zip(VINTAGE, key.split("|"), strict=True))
    start, end = period_bounds(fields["period"])
    published = date.fromisoformat(fields["published"]) if fields["published"] else None
    return fields | {"published": published, "period_start": start, "period_end": end}


def _find_figure(key: str) -> OfficialFigure | None:
    fields = _vintage(key)
    del fields["period"]
    return OfficialFigure.objects.filter(**fields).first()


def _write_figure(key: str, values: Values) -> None:
    row = _find_figure(key) or OfficialFigure(**_vintage(key))
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


OFFICIAL = _Kind("official", _shipped_figures, _find_figure, lambda row: _pick(row, *FIGURE), _write_figure)
