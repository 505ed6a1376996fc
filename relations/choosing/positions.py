"""The values of a position, chosen from its reports."""

from collections.abc import Sequence
from typing import Any

from relations.choosing.chosen import Chosen
from relations.choosing.rule import choose
from relations.choosing.sources import Source, sources_of
from relations.vocabulary import PositionKind


def choose_position(reports: Sequence[Any], corrections: dict[str, Any]) -> Chosen:
    """The position's values; its words are those of one report, never a mixture.

    `corrections` are the fields a person set, in the form of a report's values; a corrected speaker is "actor_key".
    """
    sources = sources_of(reports)
    main = min(sources, key=_fitness)
    values, article = main.values, main.report.article
    shown: dict[str, Any] = {name: values[name] for name in ("actor_key", "side", "kind", "relay")}
    shown["rendered_by"] = values["rendered_by"] or ""
    shown["content"] = article.text[main.report.content_start : main.report.content_end]
    shown["topics"] = values["topics"]
    reasons = {"content": _why(main, sources)}
    shown["stance"], reasons["stance"] = choose((s.values["stance"], 0, s) for s in sources)
    shown["post"] = choose((s.values["post"], 0, s) for s in sources)[0] or ""
    shown |= {name: value if value is not None else "" for name, value in corrections.items()}
    reasons |= dict.fromkeys(corrections, "person")
    shown["reported_on"] = min((s.published for s in sources if s.published), default=None)
    key, topics = shown.pop("actor_key"), tuple(shown.pop("topics"))
    return Chosen(shown, reasons, people=((key, shown["side"], shown["post"]),), topics=topics)


def _fitness(source: Source) -> tuple[Any, ...]:
    """An official source first, then words quoted before words reported, then the longest, then the earliest."""
    report = source.report
    length = report.content_end - report.content_start
    return not source.official, source.values["kind"] != PositionKind.DIRECT, -length, source.order


def _why(main: Source, sources: list[Source]) -> str:
    if len(sources) == 1:
        return "only"
    if main.official and not all(s.official for s in sources):
        return "official"
    kinds = {s.values["kind"] for s in sources}
    return "quoted" if len(kinds) > 1 and main.values["kind"] == PositionKind.DIRECT else "fullest"
