"""What the section "Review" of a fact's page shows: where the fact stands, the forms, and the log."""

from dataclasses import dataclass, field
from typing import Any

from relations.evidence import address
from relations.knowledge import moment
from relations.models import Contact, Position, TradeFigure
from relations.models.fact import Fact, Report
from relations.reviews.candidates import candidates
from relations.reviews.decisions import form_for, seen_of
from relations.reviews.log import Entry, log_of
from relations.reviews.words import title_of
from relations.vocabulary import FactKind, ReviewAction, ReviewState

KIND_OF: dict[type[Fact], FactKind] = {
    Contact: FactKind.CONTACT,
    TradeFigure: FactKind.TRADE,
    Position: FactKind.POSITION,
}
# The decisions that have a form of their own to open.
OPENED = (ReviewAction.CORRECT, ReviewAction.REJECT, ReviewAction.MERGE, ReviewAction.SPLIT)


@dataclass(frozen=True)
class Candidate:
    fact: Any
    title: str


@dataclass
class Panel:
    """`opened` is the decision whose form came back with an error, "" if none did."""

    kind: str
    fact: Any
    log: list[Entry]
    may_decide: bool
    is_gone: bool
    opened: str = ""
    seen: str = ""
    forms: dict[str, Any] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    reports: list[tuple[Report, str]] = field(default_factory=list)

    @property
    def is_rejected(self) -> bool:
        return self.fact.review_state == ReviewState.REJECTED


def may_review(user: Any) -> bool:
    """Whether the user has the right, and the page is about now: the past is not decided about."""
    return bool(user and user.has_perm("relations.add_review") and moment() is None)


def panel_of(user: Any, fact: Any, bound: tuple[str, Any] | None = None) -> Panel:
    """The panel; `bound` is a decision and its form that could not be carried out."""
    kind = KIND_OF[type(fact)]
    is_gone = fact.identity.known_until is not None
    panel = Panel(kind, fact, log_of(kind, fact.number), may_review(user), is_gone, opened=bound[0] if bound else "")
    if not panel.may_decide or (is_gone and not bound):
        return panel
    panel.seen = seen_of(fact)
    panel.forms = {action.value: form_for(action, kind, fact) for action in OPENED}
    if bound:
        opened = ReviewAction.MERGE.value if bound[0] == ReviewAction.APART else bound[0]
        panel.opened, panel.forms[opened] = opened, bound[1]
    panel.candidates = [Candidate(other, title_of(kind, other)) for other in candidates(kind, fact)]
    reports = fact.identity.reports.select_related("article__outlet")
    panel.reports = [(report, address(report)) for report in reports]
    return panel
