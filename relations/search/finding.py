"""What a search gives for its page: hits of each kind, each with the place where the words stand."""

from dataclasses import dataclass, field
from typing import Any

from relations.kinds import KINDS, Kind
from relations.knowledge import known_facts
from relations.models import Actor, Article
from relations.search.backends import numbers
from relations.search.names import actors_named
from relations.search.query import Query, parsed
from relations.search.snippets import Piece, snippet
from relations.vocabulary import SearchKind

MOST = 50  # hits of one kind; who finds more asks for more

_SHOWN = (SearchKind.ACTOR, SearchKind.CONTACT, SearchKind.TRADE, SearchKind.POSITION, SearchKind.ARTICLE)


@dataclass(frozen=True)
class Hit:
    """Something found, and the words around the place where."""

    found: Any
    pieces: list[Piece]


@dataclass(frozen=True)
class Results:
    """The hits by kind, in the order in which they are shown."""

    query: Query = field(default_factory=Query)
    groups: dict[SearchKind, list[Hit]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.groups.values())


def find(text: str) -> Results:
    """Everything in which all words of the text stand, whatever their case and number; phrases in quotation marks."""
    query = parsed(text, actors_named)
    if not query:
        return Results()
    groups = {kind: _hits(query, kind) for kind in _SHOWN}
    return Results(query, {kind: hits for kind, hits in groups.items() if hits})


def _hits(query: Query, kind: SearchKind) -> list[Hit]:
    found = numbers(query, kind, MOST)
    if kind == SearchKind.ACTOR:
        actors = Actor.objects.in_bulk([*query.actors, *found])
        return [Hit(actors[number], []) for number in dict.fromkeys([*query.actors, *found]) if number in actors]
    if kind == SearchKind.ARTICLE:
        articles = Article.objects.select_related("outlet").in_bulk(found)
        return [Hit(articles[n], snippet(articles[n].text, query.runs)) for n in found if n in articles]
    return _facts(query, KINDS[kind], found)


def _facts(query: Query, kind: Kind, found: list[int]) -> list[Hit]:
    """The facts of the reports found, each once, with the report's sentence."""
    reports = kind.report.objects.select_related("article").in_bulk(found)
    facts = {fact.number: fact for fact in known_facts(kind.fact, {report.fact_id for report in reports.values()})}
    hits: dict[int, Hit] = {}
    for report in (reports[number] for number in found if number in reports):
        if report.fact_id in facts and report.fact_id not in hits:
            hits[report.fact_id] = Hit(facts[report.fact_id], snippet(report.quote, query.runs))
    return list(hits.values())
