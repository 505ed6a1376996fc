"""The gazetteer that a reader is given: from the data file, or from the database of a running copy."""

from typing import Any

from ingest.extraction.gazetteer import Gazetteer
from relations import reference
from relations.models import Actor, Office, Post
from relations.reading import KnownActor, KnownOffice, Tenure


def from_file() -> Gazetteer:
    """As shipped: needs no database."""
    return Gazetteer(reference.actors(), reference.offices())


Rows = list[tuple[Any, ...]]
Snapshot = tuple[Rows, Rows, Rows]


def snapshot() -> Snapshot:
    """The rows behind the gazetteer as the admin has them now. Equal snapshots make equal gazetteers.

    A few milliseconds: cheap enough to look before each reading whether anything changed.
    """
    names = ("name_ru", "name_en", "name_zh", "aliases")
    return (
        list(Office.objects.order_by("pk").values_list("key", "side", "level", *names)),
        list(Actor.objects.filter(is_known=True).order_by("pk").values_list("pk", "key", "kind", "side", *names)),
        list(
            Post.objects.filter(actor__is_known=True, office__isnull=False)
            .order_by(*Post._meta.ordering)
            .values_list("actor_id", "office__key", "since", "until", "title", "source")
        ),
    )


def build(rows: Snapshot) -> Gazetteer:
    """The gazetteer of a snapshot."""
    offices, actors, posts = rows
    tenures: dict[int, list[Tenure]] = {}
    for actor, office, since, until, title, source in posts:
        tenures.setdefault(actor, []).append(Tenure(office, since or None, until or None, title or None, source))
    return Gazetteer(
        [
            KnownActor(*fields, tuple(aliases.splitlines()), tuple(tenures.get(pk, ())))
            for pk, *fields, aliases in actors
        ],
        [KnownOffice(*fields, tuple(aliases.splitlines())) for *fields, aliases in offices],
    )
