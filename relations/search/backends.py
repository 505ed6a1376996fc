"""The two databases' full text: the same query in the language of each."""

from collections.abc import Callable

from django.db import connection

from relations.search.indexing import actor_word
from relations.search.query import Clause, Query
from relations.vocabulary import SearchKind

_SQLITE = """
    SELECT entry.number FROM relations_search JOIN relations_searchtext entry ON entry.id = relations_search.rowid
    WHERE relations_search MATCH %s AND entry.kind = %s
    ORDER BY relations_search.rank, entry.day DESC, entry.number LIMIT %s
"""
_POSTGRESQL = """
    SELECT number FROM relations_searchtext, to_tsquery('simple', %s) asked
    WHERE to_tsvector('simple', lemmas) @@ asked AND kind = %s
    ORDER BY ts_rank(to_tsvector('simple', lemmas), asked, 1) DESC, day DESC NULLS LAST, number LIMIT %s
"""


def numbers(query: Query, kind: SearchKind, at_most: int) -> list[int]:
    """What of this kind the query finds, the best first; of equal worth, the newest."""
    sql, word = (_POSTGRESQL, _tsquery) if connection.vendor == "postgresql" else (_SQLITE, _fts5)
    asked = (" & " if connection.vendor == "postgresql" else " AND ").join(map(word, query.clauses))
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, kind, at_most])
        return [number for (number,) in cursor.fetchall()]


def _alternatives(clause: Clause, run: Callable[[tuple[str, ...]], str], either: str) -> str:
    return f"({either.join([*map(run, clause.runs), *map(actor_word, clause.actors)])})"


def _fts5(clause: Clause) -> str:
    return _alternatives(clause, lambda run: f'"{" ".join(run)}"', " OR ")


def _tsquery(clause: Clause) -> str:
    return _alternatives(clause, lambda run: f"({' <-> '.join(run)})", " | ")
