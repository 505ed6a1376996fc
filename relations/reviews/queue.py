"""The queue: which facts to look at first. Leaders first, then conflicts, then what is weakly founded, newest first.

The order is computed by the database, over the facts of all three kinds at once.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models import CharField as Text
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from relations.kinds import KINDS
from relations.models import Participation, PositionTopic, Post
from relations.vocabulary import Attention, FactKind, Level, ReviewState, Side

# Why a fact is in the queue, the gravest first.
WHY: dict[str, Any] = {
    Attention.DIFFERS: Attention.DIFFERS.label,
    Attention.UNREAD: Attention.UNREAD.label,
    Attention.RETURNED: Attention.RETURNED.label,
    "disputed": _("reports differ"),
    "single": _("one origin only"),
    "inferred": _("date inferred"),
    "incomplete": _("something is missing"),
}
ORDER = ("leader", "conflict", "-weak", "rank", "-on", "of_kind", "number")
_NO_LEVEL = len(Level.values)
_NO_DAY = date(1900, 1, 1)
_OPEN = Q(review_state="") | ~Q(attention="")
_STATES: dict[str, Q] = {"": _OPEN, "all": Q(), **{state: Q(review_state=state) for state in ReviewState.values}}
_DAY = {FactKind.CONTACT: "day", FactKind.TRADE: "period_end", FactKind.POSITION: "reported_on"}


def _side(side: Side) -> Exists:
    return Exists(Participation.objects.filter(contact=OuterRef("pk"), side=side))


def _has_topic() -> Exists:
    return Exists(PositionTopic.objects.filter(position=OuterRef("pk")))


def conditions(kind: str) -> dict[str, Q]:
    """The conditions behind the names of `WHY`, as far as facts of the kind can meet them."""
    found = {attention: Q(attention=attention) for attention in Attention.values}
    found |= {"disputed": Q(disputed=True), "single": Q(origins__lte=1)}
    if kind == FactKind.CONTACT:
        one_sided = ~Q(_side(Side.RU)) | ~Q(_side(Side.CN))
        return found | {"inferred": Q(inferred=True), "incomplete": Q(day=None) | one_sided}
    if kind == FactKind.TRADE:
        return found | {"incomplete": Q(period="") | Q(value=None)}
    return found | {"incomplete": Q(reported_on=None) | ~Q(_has_topic())}


def _number(condition: Q) -> Case:
    return Case(When(condition, then=1), default=0, output_field=IntegerField())


def _ranked(field: str) -> Case:
    whens = [When(**{field: level}, then=rank) for rank, level in enumerate(Level.values)]
    return Case(*whens, default=_NO_LEVEL, output_field=IntegerField())


def _rank(kind: str) -> Any:
    """How high: the place of the contact's level, or of the highest office that the speaker has held."""
    if kind == FactKind.CONTACT:
        return _ranked("level")
    if kind == FactKind.POSITION:
        posts = Post.objects.filter(actor=OuterRef("speaker"), office__isnull=False).order_by()
        ranks = posts.annotate(rank=_ranked("office__level")).order_by("rank").values("rank")[:1]
        return Coalesce(Subquery(ranks), _NO_LEVEL, output_field=IntegerField())
    return Value(_NO_LEVEL, output_field=IntegerField())


def _rows(kind: str, asked: dict[str, str]) -> QuerySet[Any] | None:
    """The facts of the kind that match; None where none can."""
    why, level, outlet = (asked.get(name) for name in ("why", "level", "outlet"))
    named = conditions(kind)
    if asked.get("kind", kind) != kind or (why and why not in named) or (level and kind == FactKind.TRADE):
        return None
    rows = KINDS[kind].fact.every.filter(known_until=None).order_by()
    if why:
        rows = rows.filter(named[why])
    if level:
        rows = rows.annotate(rank=_rank(kind)).filter(rank=Level.values.index(level))
    if outlet:
        told = KINDS[kind].report.objects.filter(fact=OuterRef("pk"), article__outlet=outlet)
        rows = rows.filter(Exists(told))
    return rows


def queue(asked: dict[str, str]) -> QuerySet[Any]:
    """What is asked for (kind, state, why, level, outlet), as (kind, number), in the order of the queue."""
    state = _STATES[asked.get("state", "")]
    parts = [_ordered(kind, rows.filter(state)) for kind in KINDS if (rows := _rows(kind, asked)) is not None]
    if not parts:
        return KINDS[FactKind.CONTACT].fact.every.none()
    first, *others = parts
    return (first.union(*others, all=True) if others else first).order_by(*ORDER)


def _ordered(kind: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    named = conditions(kind)
    weak = sum((_number(named[name]) for name in ("inferred", "incomplete") if name in named), _number(named["single"]))
    conflict = Case(When(~Q(attention=""), then=0), When(disputed=True, then=1), default=2, output_field=IntegerField())
    columns = rows.annotate(
        of_kind=Value(str(kind), output_field=Text()),
        number=F("pk"),
        rank=_rank(kind),
        conflict=conflict,
        weak=weak,
        on=Coalesce(F(_DAY[FactKind(kind)]), _NO_DAY, output_field=DateField()),
    ).annotate(leader=_number(~Q(rank=0)))
    return columns.values_list("of_kind", "number", "leader", "conflict", "weak", "rank", "on")


def progress(asked: dict[str, str]) -> tuple[int, int]:
    """How many of the facts that match, whatever their state, are reviewed and need no other look; and of how many."""
    done, total = 0, 0
    for kind in KINDS:
        rows = _rows(kind, asked)
        if rows is not None:
            counts = rows.aggregate(all=Count("pk", distinct=True), open=Count("pk", filter=_OPEN, distinct=True))
            done += counts["all"] - counts["open"]
            total += counts["all"]
    return done, total


def wanting(asked: dict[str, str]) -> dict[str, int]:
    """How many of the facts that match are to be looked at again, by the reason; reasons that none has are left out."""
    counts: dict[str, int] = {}
    for kind in KINDS:
        rows = _rows(kind, asked | {"why": ""})
        if rows is not None:
            for attention, count in rows.exclude(attention="").values_list("attention").annotate(Count("pk")):
                counts[attention] = counts.get(attention, 0) + count
    return counts
