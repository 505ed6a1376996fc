"""Keeps what search looks in up to date; called by whoever writes articles, facts and actors."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from relations.merging import actor_key
from relations.models import Actor, Article, ContactReport, PositionReport, SearchName, SearchText, TradeReport
from relations.reading import Participant
from relations.search.lemmas import lemmas_of
from relations.vocabulary import SearchKind

_KINDS: dict[Any, SearchKind] = {
    ContactReport: SearchKind.CONTACT,
    TradeReport: SearchKind.TRADE,
    PositionReport: SearchKind.POSITION,
}


def actor_word(actor: int) -> str:
    """The word that stands for an actor in what is indexed."""
    return f"qqactor{actor}"


def index_article(article: Article) -> None:
    """Its title and text, and whom it names."""
    named = article.mentions.exclude(actor=None).values_list("actor_id", flat=True).distinct().order_by("actor_id")
    words = [*lemmas_of(article.title), *lemmas_of(article.text), *map(actor_word, named)]
    _store(SearchKind.ARTICLE, article.pk, words, article.published)


def index_reports(reports: Iterable[Any]) -> None:
    """The sentences of new reports of facts, and who takes part or speaks in them: by these, facts are found."""
    for report in reports:
        actors = Actor.objects.filter(key__in=_keys(report.values)).order_by("pk").values_list("pk", flat=True)
        sentences = [word for start, end in report.spans for word in lemmas_of(report.article.text[start:end])]
        _store(_KINDS[type(report)], report.pk, [*sentences, *map(actor_word, actors)], report.article.published)


def index_actor(actor: Actor) -> None:
    """All its names, each also as a whole."""
    written = [actor.name_ru, actor.name_en, actor.name_zh, *actor.aliases.splitlines()]
    names = list(dict.fromkeys(" ".join(lemmas_of(name))[:300] for name in written if name.strip()))
    _store(SearchKind.ACTOR, actor.pk, [*names, actor_word(actor.pk)], None)
    known = set(actor.search_names.values_list("lemmas", flat=True))
    if known != set(names):
        actor.search_names.exclude(lemmas__in=names).delete()
        SearchName.objects.bulk_create(SearchName(actor=actor, lemmas=name) for name in names if name not in known)


def forget(kind: SearchKind, numbers: Iterable[int]) -> None:
    """Takes what is gone out of the index."""
    SearchText.objects.filter(kind=kind, number__in=list(numbers)).delete()


def index_missing() -> Iterator[None]:
    """Indexes what is not indexed yet: all that an earlier version stored. Yields after each."""
    for kind, model in ((SearchKind.ACTOR, Actor), (SearchKind.ARTICLE, Article)):
        indexed = SearchText.objects.filter(kind=kind).values("number")
        for row in model._default_manager.exclude(pk__in=indexed).iterator(chunk_size=200):
            (index_actor if kind == SearchKind.ACTOR else index_article)(row)
            yield
    for model, kind in _KINDS.items():
        indexed = SearchText.objects.filter(kind=kind).values("number")
        reports = model.every.filter(known_until=None).exclude(pk__in=indexed).select_related("article")
        for report in reports.iterator(chunk_size=200):
            index_reports([report])
            yield


def _keys(values: dict[str, Any]) -> set[str]:
    """The keys of a report's participants or speaker."""
    people = [*values.get("participants", []), *values.get("others", [])]
    return {actor_key(Participant(**person)) for person in people} | {values.get("actor_key") or ""}


def _store(kind: SearchKind, number: int, words: list[str], day: date | None) -> None:
    lemmas = " ".join(words)
    row = SearchText.objects.filter(kind=kind, number=number).first() or SearchText(kind=kind, number=number)
    if (row.lemmas, row.day) != (lemmas, day):
        row.lemmas, row.day = lemmas, day
        row.save()
