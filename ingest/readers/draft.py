"""What readers give: drafts of articles, and refusals in words that `ingest.vocabulary.Reason` knows."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

MB = 1024 * 1024


class Unreadable(Exception):
    """No article can be had from it; `code` is a value of `Reason`, `detail` adds what is special to it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may take: no reader goes beyond, whatever the file says of itself."""

    text: int = 2 * MB  # bytes of one article's text, in UTF-8
    articles: int = 20_000  # in one file
    expanded: int = 200 * MB  # bytes that a packed file unpacks to
    pages: int = 500  # of a PDF
    seconds: int = 30  # for one article
    memory: int = 1024 * MB  # bytes of address space


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a file has it. Only `text` is certain to be there; `published` is as it was written."""

    text: str
    title: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    external_id: str = ""
    name: str = ""  # where in the file it was: a member's name, a row's number
    charset: str = ""  # where it was guessed

    def as_json(self) -> dict[str, Any]:
        return {"draft": asdict(self)}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A part of a file that is no article; `code` is a value of `Reason`."""

    code: str
    detail: str = ""
    name: str = ""

    def as_json(self) -> dict[str, Any]:
        return {"refusal": asdict(self)}


@dataclass(frozen=True, slots=True)
class Part:
    """One outcome of a file: the `part`-th of its `member`-th member (a row, a file in an archive)."""

    member: int
    part: int
    outcome: Draft | Refusal = field()

    def as_json(self) -> dict[str, Any]:
        return {"member": self.member, "part": self.part, **self.outcome.as_json()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        outcome = Draft(**value["draft"]) if "draft" in value else Refusal(**value["refusal"])
        return cls(value["member"], value["part"], outcome)
