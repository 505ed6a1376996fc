"""Forms facts out of terms: a greedy clustering whose outcome depends on the set alone, not on its order.

The most specific terms go first and found a cluster each, unless exactly one cluster, or one more closely than all
others, tells of the same: then they join it. So "in February" joins the call of 8 February if it is the only one.
What one article tells apart stays apart: two different reports of an article meet in one cluster only where one is
the plan and the other says what became of it, of the same people on the same day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from relations.merging.terms import Sameness, Terms

Same = Callable[[Terms, Terms], Sameness | None]
# An article and the status that it gives the fact.
Told = tuple[int, str]
# Why a plan and its outcome in one article are one fact.
_EXACT = {"participants", "day"}


@dataclass(slots=True)
class Cluster:
    """Terms that tell of one fact. `seeds` are what others are compared with, `keys` those of terms that belong here
    without comparing; `pinned` is the id of a fact that a person reviewed, `members` the reasons why each key belongs
    here (none for the seed)."""

    seeds: list[Terms]
    keys: set[str]
    told: set[Told] = field(default_factory=set)
    pinned: int | None = None
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)


def partition(
    found: Iterable[Terms], pinned: dict[int, list[Terms]], told: Mapping[str, set[Told]], same: Same
) -> list[Cluster]:
    """The clusters of the terms found, those of pinned facts first.

    `pinned` maps a fact to the terms tied to it, `told` each key to the articles in which it is found.
    """
    reviewed = [
        Cluster(_most_specific(tied, same), {terms.key for terms in tied}, pinned=fact)
        for fact, tied in sorted(pinned.items())
    ]
    clusters = list(reviewed)
    for terms in sorted(found, key=_specificity):
        own = told.get(terms.key, set())
        cluster, reasons = _home(terms, own, clusters, same)
        if cluster is None:
            cluster = Cluster([terms], {terms.key})
            clusters.append(cluster)
        cluster.members[terms.key] = reasons
        cluster.told |= own
    taken = _join_reviewed(reviewed, clusters[len(reviewed) :], same)
    return [cluster for cluster in clusters if cluster.pinned or cluster.seeds[0].key not in taken]


def _specificity(terms: Terms) -> tuple[list[Any], str]:
    return terms.rank, terms.key


def _most_specific(tied: Iterable[Terms], same: Same) -> list[Terms]:
    """The terms without vaguer versions of others: "in February" in a fact of the 8th invites no call of the 20th."""
    kept: list[Terms] = []
    for terms in sorted(tied, key=_specificity):
        if not any(terms.block == other.block and same(terms, other) for other in kept):
            kept.append(terms)
    return kept


def _home(terms: Terms, own: set[Told], clusters: list[Cluster], same: Same) -> tuple[Cluster | None, tuple[str, ...]]:
    """The one cluster that the terms belong to, and why; None if there is none, or several as close."""
    alike = [(_sameness(terms, cluster, same), cluster) for cluster in clusters]
    sameness, cluster = _closest([(s, c) for s, c in alike if s and not _is_told_apart(own, c.told, s)])
    return cluster, sameness.reasons


def _join_reviewed(reviewed: list[Cluster], others: list[Cluster], same: Same) -> set[str]:
    """Lets a cluster that tells more exactly of a reviewed fact join it, if nothing else does; returns their keys.

    It is as with a vague report, which joins the only exact one.
    """
    claims: dict[str, list[tuple[Sameness, Cluster]]] = {}
    for fact in reviewed:
        rivals = [other for other in [*others, *reviewed] if other is not fact]
        alike = [(_vaguer(fact, seed, same), other) for other in rivals for seed in other.seeds]
        sameness, cluster = _closest([(s, c) for s, c in alike if s and not _is_told_apart(c.told, fact.told, s)])
        if cluster and not cluster.pinned:
            claims.setdefault(cluster.seeds[0].key, []).append((sameness, fact))
    taken = set()
    for cluster in others:
        sameness, fact = _closest(claims.get(cluster.seeds[0].key, []))
        if fact and not _is_told_apart(cluster.told, fact.told, sameness):
            fact.members |= cluster.members | {cluster.seeds[0].key: sameness.reasons}
            fact.told |= cluster.told
            taken.add(cluster.seeds[0].key)
    return taken


def _is_told_apart(own: set[Told], others: set[Told], sameness: Sameness) -> bool:
    exact = set(sameness.reasons) >= _EXACT
    pairs = ((a, b) for a in own for b in others if a[0] == b[0])
    return any(a[1] == b[1] or not exact for a, b in pairs)


# Closer than any rule can find: the very same terms.
_IDENTICAL = Sameness(("identical",), (float("inf"),))
_NONE = Sameness(())


def _closest(found: list[tuple[Sameness, Cluster]]) -> tuple[Sameness, Cluster | None]:
    """The one that agrees most closely; none if there is none, or several as close."""
    closest = max((sameness.closeness for sameness, _ in found), default=())
    best = [pair for pair in found if pair[0].closeness == closest]
    return best[0] if len(best) == 1 else (_NONE, None)


def _sameness(terms: Terms, cluster: Cluster, same: Same) -> Sameness | None:
    """How the terms agree with the cluster, as far as it tells no less exactly than they."""
    if terms.key in cluster.keys:
        return _IDENTICAL
    return _best(terms, [seed for seed in cluster.seeds if _specificity(seed) <= _specificity(terms)], same)


def _vaguer(cluster: Cluster, terms: Terms, same: Same) -> Sameness | None:
    """How what the cluster tells less exactly than the terms agrees with them."""
    return _best(terms, [seed for seed in cluster.seeds if _specificity(seed) > _specificity(terms)], same)


def _best(terms: Terms, seeds: Iterable[Terms], same: Same) -> Sameness | None:
    found = [sameness for seed in seeds if seed.block == terms.block and (sameness := same(terms, seed))]
    return max(found, key=lambda sameness: sameness.closeness, default=None)
