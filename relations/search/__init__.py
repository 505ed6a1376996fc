"""Search over articles, facts and actors: one interface, SQLite's FTS5 and PostgreSQL's full text behind it.

What is searched is the same text of lemmas on both databases (`lemmas`), with a word of its own for every actor that is
named, so that a person is found under every name and in every script.
"""

from relations.search.finding import Hit, Results, find

__all__ = ["Hit", "Results", "find"]
