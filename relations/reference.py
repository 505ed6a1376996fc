"""The reference data that ships with Amur: `relations/data/*.yaml` as the dataclasses of `relations.reading`."""

from pathlib import Path
from typing import Any

import yaml

from relations.reading import KnownActor, KnownOffice, Tenure

DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


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
