"""Reports as choosing sees them, without a database."""

from datetime import date
from itertools import count
from types import SimpleNamespace
from typing import Any

from relations.merging.trade import step_of

_numbers = count(1)

CONTACT = {
    "format": "call",
    "status": "held",
    "date": "2024-02-08",
    "date_end": None,
    "precision": "day",
    "inferred": False,
    "place": None,
    "level": "minister",
    "margins": False,
    "participants": [],
    "others": [],
    "relay": [],
}
FIGURE = {
    "indicator": "turnover",
    "status": "actual",
    "commodity": None,
    "value": 240e9,
    "unit": "USD",
    "change_pct": None,
    "period": "2023",
    "relay": [],
}
POSITION = {
    "actor_key": "xi-jinping",
    "side": "CN",
    "post": None,
    "kind": "indirect",
    "topics": ["trade"],
    "stance": "support",
    "relay": [],
    "rendered_by": None,
}


def outlet(name: str, kind: str = "press") -> SimpleNamespace:
    return SimpleNamespace(name=name, kind=kind)


TASS, XINHUA, DAILY = outlet("ТАСС", "agency"), outlet("Синьхуа", "agency"), outlet("Ежедневная", "press")
KREMLIN = outlet("Кремль", "official")


def report(
    base: dict[str, Any],
    by: Any = None,
    on: str | None = "2024-02-08",
    *,
    family: str = "",
    text: str = "",
    words: str = "",
    **values: Any,
) -> Any:
    """A report by an outlet, published on a day; `family` is shared by copies, `words` are a figure as written."""
    number = next(_numbers)
    article = SimpleNamespace(
        outlet=by,
        published=date.fromisoformat(on) if on else None,
        family=family or f"{number:064}",
        text_hash=f"{number:064}",
        text=text,
    )
    told = base | values
    terms = {
        "step": step_of(told.get("value"), words or "240"),
        "change_step": step_of(told.get("change_pct"), ""),
    }
    return SimpleNamespace(
        values=told,
        article=article,
        start=0,
        end=len(text),
        content_start=0,
        content_end=len(text),
        key=str(number),
        terms=terms,
    )


def person(name: str, side: str, key: str | None = None, post: str | None = None) -> dict[str, Any]:
    return {"name": name, "side": side, "actor": key, "post": post}
