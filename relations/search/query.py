"""What a person typed, as clauses: phrases, names of actors in any script and case, and single words."""

import re
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

from relations.search.lemmas import lemmas_of, lemmas_possible

LONGEST = 200  # characters taken of a query
WORDS = 12  # words taken of it
NAME = 4  # words of a name at most

_PHRASE = re.compile(r"[\"«“„]([^\"»”“„«]+)[\"»”“]")


@dataclass(frozen=True)
class Clause:
    """Alternatives of which one must be found; each is a run of lemmas that stand side by side."""

    runs: tuple[tuple[str, ...], ...]
    actors: tuple[int, ...] = ()


@dataclass(frozen=True)
class Query:
    """All clauses must be found. `actors` are those that the query names."""

    clauses: tuple[Clause, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def actors(self) -> list[int]:
        return list(dict.fromkeys(actor for clause in self.clauses for actor in clause.actors))

    @property
    def runs(self) -> list[tuple[str, ...]]:
        """What is to be highlighted."""
        return [run for clause in self.clauses for run in clause.runs]


def parsed(text: str, named: Any) -> Query:
    """The query of what was typed; `named` gives the actors of each of the given names (runs of lemmas)."""
    text = text[:LONGEST]
    phrases = [tuple(lemmas_of(found)) for found in _PHRASE.findall(text)]
    clauses = [Clause((phrase,)) for phrase in phrases if phrase]
    words = [match[0] for match in islice(re.finditer(r"[^\W_]+", _PHRASE.sub(" ", text)), WORDS)]
    known = named(_possible_names(words))
    at = 0
    while at < len(words):
        size, clause = _next_clause(words[at : at + NAME], known)
        clauses += [clause] if clause.runs else []
        at += size
    return Query(tuple(clauses))


def _next_clause(words: list[str], known: dict[tuple[str, ...], list[int]]) -> tuple[int, Clause]:
    """How many of the words belong together, and their clause: the longest name of an actor, else one word."""
    for size in range(len(words), 0, -1):
        names = [name for name in _forms(words[:size]) if name in known]
        if names:
            return size, Clause(tuple(names), tuple(dict.fromkeys(actor for name in names for actor in known[name])))
    run = tuple(lemmas_of(words[0]))
    return 1, Clause((run,) if run else ())


def _possible_names(words: list[str]) -> set[tuple[str, ...]]:
    return {
        name
        for at in range(len(words))
        for size in range(1, NAME + 1)
        if at + size <= len(words)
        for name in _forms(words[at : at + size])
    }


def _forms(words: list[str]) -> list[tuple[str, ...]]:
    """The runs of lemmas that the words may be: Путина is a form of Путин as well as of путина."""
    return list(islice(product(*(lemmas_possible(word) for word in words)), 16))
