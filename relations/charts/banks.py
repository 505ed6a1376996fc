"""Positions by topic, Russia's side on the left bank, China's on the right."""

from collections import Counter
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relations.charts.chart import Chart, Column, Row
from relations.models import Position
from relations.then.links import linked
from relations.vocabulary import Side, Topic


def banks(positions: QuerySet[Position]) -> Chart:
    """Counts of positions for each topic that occurs, most spoken of first. A position may have several topics."""
    counts = Counter(
        {
            (topic, side): count
            for topic, side, count in positions.order_by()
            .values_list("topic_rows__topic", "side")
            .annotate(count=Count("pk", distinct=True))
            if topic
        }
    )
    said = Counter(dict(positions.order_by().values_list("side").annotate(Count("pk", distinct=True))))
    topics = _topics(counts)
    return Chart(
        kind="banks",
        title=_finding(said, topics),
        summary=_("Positions by topic: Russia's side to the left, China's side to the right."),
        data={
            "sides": [str(Side.RU.label), str(Side.CN.label)],
            "topics": [
                {
                    "label": capfirst(str(label)),
                    "counts": [counts[topic, Side.RU], counts[topic, Side.CN]],
                    "addresses": [linked(_address(topic, Side.RU)), linked(_address(topic, Side.CN))],
                }
                for topic, label in topics
            ],
        },
        columns=[Column(_("Topic")), Column(Side.RU.label, True), Column(Side.CN.label, True)],
        rows=[
            Row([capfirst(str(label)), counts[topic, Side.RU], counts[topic, Side.CN]], _address(topic))
            for topic, label in topics
        ],
        total=sum(said.values()),
        notes=[_("A position with several topics counts under each.")] if topics else [],
    )


def _topics(counts: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    totals: Counter[str] = Counter()
    for (topic, _side), count in counts.items():
        totals[topic] += count
    return sorted(
        ((value, str(label)) for value, label in Topic.choices if totals[value]), key=lambda pair: -totals[pair[0]]
    )


def _finding(said: Counter[str], topics: list[tuple[str, str]]) -> str:
    total = sum(said.values())
    count = ngettext("%(count)d stated position", "%(count)d stated positions", total) % {"count": total}
    if not topics:
        return count
    return _("%(positions)s: %(ru)d from Russia's side, %(cn)d from China's, most of all on %(topic)s") % {
        "positions": count,
        "ru": said[Side.RU],
        "cn": said[Side.CN],
        "topic": topics[0][1],
    }


def _address(topic: str, side: str = "") -> str:
    query = {"topic": topic} | ({"side": side} if side else {})
    return f"{reverse('positions')}?{urlencode(query)}"
