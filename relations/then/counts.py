"""What a fact's reports came to at the moment asked for: the counts on its row are those of now."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from relations.choosing.sources import sources_of
from relations.deciding import decided
from relations.kinds import KINDS
from relations.knowledge import moment


def recounted(facts: Iterable[Any]) -> list[Any]:
    """The facts, all of one kind, with `sources`, `origins`, `disputed` and `reasons` as of the moment.

    Nothing is asked of the database for now. The facts are not to be saved.
    """
    rows = list(facts)
    if moment() is None or not rows:
        return rows
    kind = next(kind for kind in KINDS.values() if isinstance(rows[0], kind.fact))
    found = kind.report.objects.filter(fact__in=[row.number for row in rows]).select_related("article__outlet")
    reports: dict[int, list[Any]] = defaultdict(list)
    for report in found:
        reports[report.fact_id].append(report)
    for row in rows:
        own = reports[row.number]
        row.sources = len({report.article_id for report in own})
        row.origins = len({source.origin for source in sources_of(own)})
        if own:
            chosen = kind.choose(own, decided(row, own))
            row.disputed, row.reasons = chosen.disputed, chosen.reasons
    return rows
