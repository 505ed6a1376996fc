"""How many of a contact's sources name each participant."""

from collections.abc import Sequence
from typing import Any

from relations.merging import actor_key
from relations.reading import Participant


def name_counts(reports: Sequence[Any]) -> dict[str, int]:
    """The number of articles by the actor's key, of those whom some leave out; empty with one source."""
    articles = {report.article_id for report in reports}
    naming: dict[str, set[int]] = {}
    for report in reports:
        for person in [*report.values["participants"], *report.values["others"]]:
            naming.setdefault(actor_key(Participant(**person)), set()).add(report.article_id)
    return {key: len(own) for key, own in naming.items() if len(own) < len(articles)}
