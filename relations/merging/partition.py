"""Forms facts out of terms: a greedy clustering whose outcome depends on the set alone, not on its order.

The most specific terms go first and found a cluster each, unless exactly one cluster, or one more closely than all
others, tells of the same: then they join it. So "in February" joins the call of 8 February if it is the only one.
What one article tells apart stays apart: two different reports of an article never meet in one cluster.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from relations.merging.terms import Sameness, Terms

Same = Callable[[Terms, Terms], Sameness | None]


@dataclass(slots=True)
class Cluster:
    """Terms that tell of one fact. `seeds` are what others are compared with; `pinned` is the id of a fact that a
    person reviewed, `members` the reasons why each key belongs here (none for the seed)."""

    seeds: list[Terms]
    articles: set[int] = field(default_factory=set)
    pinned: int | None = None
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)


def partition(
    found: Iterable[Terms], pinned: dict[int, list[Terms]], articles: Mapping[str, set[int]], same: Same
) -> list[Cluster]:
    """The clusters of the terms found, those of pinned facts first.

    `pinned` maps a fact to the terms tied to it, `articles` each key to the articles in which it is found.
    """
    clusters = [Cluster(seeds, pinned=fact) for fact, seeds in sorted(pinned.items())]
    for terms in sorted(found, key=lambda t: (t.rank, t.key)):
        own = articles.get(terms.key, set())
        cluster, reasons = _home(terms, own, clusters, same)
        if cluster is None:
            cluster = Cluster([terms])
            clusters.append(cluster)
        cluster.members[terms.key] = reasons
        cluster.articles |= own
    return clusters


def _home(terms: Terms, own: set[int], clusters: list[Cluster], same: Same) -> tuple[Cluster | None, tuple[str, ...]]:
    """The one cluster that the terms belong to, and why; None if there is none, or several as close."""
    alike = [(_sameness(terms, cluster, same), cluster) for cluster in clusters if not cluster.articles & own]
    candidates = [(sameness, cluster) for sameness, cluster in alike if sameness]
    if not candidates:
        return None, ()
    closest = max(sameness.closeness for sameness, _ in candidates)
    best = [pair for pair in candidates if pair[0].closeness == closest]
    return (best[0][1], best[0][0].reasons) if len(best) == 1 else (None, ())


# Closer than any rule can find: the very same terms.
_IDENTICAL = Sameness(("identical",), (float("inf"),))


def _sameness(terms: Terms, cluster: Cluster, same: Same) -> Sameness | None:
    if any(seed.key == terms.key for seed in cluster.seeds):
        return _IDENTICAL
    found = [sameness for seed in cluster.seeds if seed.block == terms.block and (sameness := same(terms, seed))]
    return max(found, key=lambda sameness: sameness.closeness, default=None)
