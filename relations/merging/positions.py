"""When two reports give the same statement: one speaker, near-identical wording, the news of the same days.

Wording is compared by stems, so that the variants of a translation and of a paraphrase come together. A standing
formula repeated months later is a new statement.
"""

from datetime import date, timedelta
from typing import Any

from relations.merging.keys import hashed
from relations.merging.matters import contradict
from relations.merging.stems import stems, telling
from relations.merging.terms import Sameness, Terms
from relations.vocabulary import FactKind

SAME_NEWS = timedelta(days=3)
# Stems that two wordings must share: of all, or of the shorter one if it has enough to be compared.
COMMON = 0.4
CONTAINED = 0.7
ENOUGH = 5
# Topics that statements on any matter have.
ANY = {"bilateral", "other"}


def terms_of(values: dict[str, Any], content: str, family: str, published: date | None) -> Terms:
    """The terms of a statement's report; `content` are its words, `family` names the article and its copies."""
    kept: dict[str, Any] = {"stems": stems(content), "topics": sorted(set(values["topics"]) - ANY)}
    block = hashed(values["actor_key"])
    rank = [-len(kept["stems"]), values["kind"] != "direct", str(published or date.max)]
    if published is None:
        block = hashed(values["actor_key"], family)
    return Terms(FactKind.POSITION, block, published, published, kept, rank=rank)


def same(a: Terms, b: Terms) -> Sameness | None:
    """Whether the two are one statement; None if not."""
    if a.first is None or b.first is None:
        near = a.first is b.first and a.block == b.block
    else:
        near = abs(a.first - b.first) <= SAME_NEWS
    if not near:
        return None
    if a.values["stems"] == b.values["stems"]:
        return Sameness(("words", "same_news"), (1.0,))
    if contradict(a.values, b.values, "topics"):
        return None  # the same formula, of another matter
    likeness, part = _likeness(telling(a.values["stems"]), telling(b.values["stems"]))
    if likeness >= COMMON or part >= CONTAINED:
        return Sameness(("wording", "same_news"), (likeness,))
    return None


def _likeness(a: set[str], b: set[str]) -> tuple[float, float]:
    """The share of common stems in both, and in the shorter one (0 if that is too short to tell)."""
    common = len(a & b)
    shorter = min(len(a), len(b))
    return common / max(len(a | b), 1), common / shorter if shorter >= ENOUGH else 0.0
