"""Gives each report its fact: the stored ones whose surroundings changed, and the new ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from relations.merging.gathering import SAME, gather
from relations.merging.partition import Cluster, Told, partition
from relations.merging.terms import Terms

# Of reports with the same terms, so many are looked at for one that goes no later than a new one.
FEW = 5


@dataclass(slots=True)
class Settled:
    """`homes` are the facts as sets of reports: (id of the fact or None for a new one, its reports, new or moved);
    `touched` the ids of all facts that gain or lose reports; `heirs` where most reports of a fact went."""

    homes: list[tuple[int | None, list[Any]]] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    heirs: dict[int, Counter[int | None]] = field(default_factory=dict)


def settle(kind: str, model: Any, new: Sequence[Any], gone: Sequence[Any], also: Sequence[Terms] = ()) -> Settled:
    """Where each report belongs, now that the `new` ones (not stored yet) came and the `gone` ones left.

    The reports of `new` that a review ties to a fact have their `pin` and `fact_id` already. `also` are other
    terms whose surroundings changed. Sets `why` on every report whose home it gives. To be called inside the
    transaction that holds the blocks' locks.
    """
    if new and not gone and not also and (known := _as_known(model, new)):
        return known
    changed = [*(Terms.of(kind, report) for report in [*new, *gone]), *also]
    gathered = gather(kind, model, changed)
    settled = Settled(touched={report.fact_id for report in gone})
    loose = list(gathered.reports.values())
    for report in new:
        terms = Terms.of(kind, report)
        if report.is_pinned:
            gathered.pinned.setdefault(report.fact_id, {})[terms.key] = terms
            settled.homes.append((report.fact_id, [report]))
            settled.touched.add(report.fact_id)
        else:
            gathered.keep_first(terms)
            loose.append(report)
    pinned = {fact: list(terms.values()) for fact, terms in gathered.pinned.items()}
    told: dict[str, set[Told]] = {}
    for report in loose:
        told.setdefault(report.key, set()).add((report.article_id, report.values.get("status", "")))
    clusters = partition(gathered.found.values(), pinned, told, SAME[kind])
    _give_homes(clusters, loose, settled)
    return settled


def _as_known(model: Any, new: Sequence[Any]) -> Settled | None:
    """The homes of reports whose terms are all known from other articles: with those, whatever surrounds them.

    None where that is not all there is to it: a review ties one of them, or the article tells of more of the kind.
    Spares figures and calls that everybody reports the look at all their reports, each time anew.
    """
    blocks = [report.block for report in new]
    stored = model.every.filter(known_until=None)
    if len(set(blocks)) < len(blocks) or stored.filter(article=new[0].article_id, block__in=blocks).exists():
        return None
    settled = Settled()
    for report in new:
        rows = stored.filter(key=report.key, pin=None).order_by("pk")[:FEW]
        alike = next((row for row in rows if row.terms["rank"] <= report.terms["rank"]), None)
        if report.is_pinned or alike is None:
            return None
        report.why = list(alike.why)
        settled.homes.append((alike.fact_id, [report]))
    return settled


def _give_homes(clusters: list[Cluster], loose: list[Any], settled: Settled) -> None:
    reports: dict[str, list[Any]] = {}
    for report in loose:
        reports.setdefault(report.key, []).append(report)
    taken = {cluster.pinned for cluster in clusters if cluster.pinned}
    filled = [(cluster, [r for key in cluster.members for r in reports[key]]) for cluster in clusters]
    # The fact keeps its id where most of its reports are; ties go to the older fact.
    claims = sorted(
        ((-votes, fact, at) for at, (cluster, own) in enumerate(filled) for fact, votes in _votes(cluster, own)),
    )
    homes: dict[int, int | None] = {at: cluster.pinned for at, (cluster, _) in enumerate(filled) if cluster.pinned}
    for _, fact, at in claims:
        if at not in homes and fact not in taken:
            homes[at] = fact
            taken.add(fact)
    for at, (cluster, own) in enumerate(filled):
        _move(homes.get(at), cluster, own, settled)


def _votes(cluster: Cluster, own: list[Any]) -> Iterable[tuple[int, int]]:
    return [] if cluster.pinned else Counter(fact for r in own if (fact := r.fact_id or r.former)).items()


def _move(home: int | None, cluster: Cluster, own: list[Any], settled: Settled) -> None:
    """Notes which of the cluster's reports change their fact or the reason why they belong to it."""
    moved = []
    for report in own:
        why = list(cluster.members[report.key])
        if report.fact_id is not None:
            settled.heirs.setdefault(report.fact_id, Counter())[home] += 1
        if report.fact_id != home or home is None or report.why != why or report.pk is None:
            settled.touched |= {fact for fact in (report.fact_id, home) if fact is not None}
            report.why = why
            moved.append(report)
    if moved:
        settled.homes.append((home, moved))
