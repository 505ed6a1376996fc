"""The reference data that ships with Amur: `relations/data/*.yaml` as the dataclasses of `relations.reading`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from relations.reading import KnownActor, KnownOffice, Tenure

try:
    from yaml import CSafeLoader as SafeLoader  # ten times as fast, where PyYAML came with libyaml
except ImportError:
    from yaml import SafeLoader

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet as shipped: `kind` is official, agency or press."""

    name: str
    name_en: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    side: str
    kind: str


def _rows(name: str) -> list[dict[str, Any]]:
    return yaml.load((DATA / name).read_text(encoding="utf-8"), SafeLoader)


def offices() -> list[KnownOffice]:
    """The offices of `offices.yaml`."""
    return [KnownOffice(**row | {"aliases": tuple(row.get("aliases", ()))}) for row in _rows("offices.yaml")]


def actors() -> list[KnownActor]:
    """The persons, bodies and countries of `actors.yaml`."""
    return [
        KnownActor(
            **row
            | {
                "aliases": tuple(row.get("aliases", ())),
                "tenures": tuple(Tenure(**tenure) for tenure in row.get("tenures", ())),
            }
        )
        for row in _rows("actors.yaml")
    ]


def outlets() -> list[KnownOutlet]:
    """The outlets of `outlets.yaml`."""
    return [
        KnownOutlet(
            name=row["name"],
            name_en=row.get("name_en", ""),
            aliases=tuple(row.get("aliases", ())),
            domains=tuple(row.get("domains", ())),
            side=row["side"],
            kind=row["kind"],
        )
        for row in _rows("outlets.yaml")
    ]
