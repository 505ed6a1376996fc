"""The gazetteer that a reader is given: from the data file, or from the database of a running copy."""

from ingest.extraction.gazetteer import Gazetteer
from relations import reference
from relations.models import Actor, Office
from relations.reading import KnownActor, KnownOffice, Tenure


def from_file() -> Gazetteer:
    """As shipped: needs no database."""
    return Gazetteer(reference.actors(), reference.offices())


def from_database() -> Gazetteer:
    """As kept in the admin: an alias added there counts from the next reading."""
    return Gazetteer(*known_in_database())


def known_in_database() -> tuple[list[KnownActor], list[KnownOffice]]:
    """The actors and offices as they are now; equal lists make equal gazetteers."""
    offices = [
        KnownOffice(o.key, o.side, o.level, o.name_ru, o.name_en, o.name_zh, tuple(o.aliases.splitlines()))
        for o in Office.objects.order_by("pk")
    ]
    actors = [
        KnownActor(a.key, a.kind, a.side, a.name_ru, a.name_en, a.name_zh, tuple(a.aliases.splitlines()), _tenures(a))
        for a in Actor.objects.filter(is_known=True).prefetch_related("posts__office").order_by("pk")
    ]
    return actors, offices


def _tenures(actor: Actor) -> tuple[Tenure, ...]:
    return tuple(
        Tenure(post.office.key, post.since or None, post.until or None, post.title or None, post.source)
        for post in actor.posts.all()
        if post.office
    )
