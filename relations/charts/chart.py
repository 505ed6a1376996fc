"""A chart as a page needs it: what the script draws, and the table that says the same without it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Column:
    label: Any
    is_number: bool = False


@dataclass(frozen=True)
class Row:
    """A line of the table: its cells, and the address that its first cell leads to."""

    cells: list[Any]
    address: str = ""


@dataclass(frozen=True)
class Chart:
    """`kind` names the drawing ("timeline", "figures", "banks"), `data` is its input, ready for JSON.

    `title` states the finding, `summary` says the chart in a sentence for those who do not see it,
    `total` counts the facts it stands for, drawn or not, and `notes` say what is not drawn, and why.
    """

    kind: str
    title: str
    summary: str
    data: dict[str, Any]
    columns: list[Column]
    rows: list[Row]
    total: int
    notes: list[str] = field(default_factory=list)

    @property
    def has_marks(self) -> bool:
        """Whether there is anything to draw; the table may hold rows that a drawing cannot show."""
        return any(self.data.get(name) for name in ("points", "series", "topics"))

    @property
    def height(self) -> str:
        """How much room the drawing needs for its lanes or topics: "short", "middle" or "tall"."""
        lanes, topics = len(self.data.get("lanes", ())), len(self.data.get("topics", ()))
        if not lanes and not topics:
            return "middle"
        return "short" if lanes < 3 and topics < 6 else "middle" if lanes < 5 and topics < 13 else "tall"

    @property
    def element(self) -> str:
        """The id of the chart's data in the page."""
        return f"chart-{self.kind}"
