"""Positions of a text, as short tuples."""

from collections.abc import Callable

import pytest

from ingest.extraction.positions import read_positions
from relations.reading import ReadPosition

Positions = Callable[..., list[ReadPosition]]


@pytest.fixture(scope="session")
def positions(analyse: Callable) -> Positions:
    """`positions(text, title=...)` reads a text whose title is about the two countries unless another is given."""

    def read(text: str, title: str = "Россия и Китай обсудили сотрудничество") -> list[ReadPosition]:
        return list(read_positions(analyse(text, title=title)))

    return read


@pytest.fixture(scope="session")
def said(positions: Positions) -> Callable[..., list[tuple[str, str, str]]]:
    """`said(text)` is the speaker, the kind and the words of each position."""

    def read(text: str, **options: str) -> list[tuple[str, str, str]]:
        return [(p.speaker.name, p.kind, text[p.start : p.end]) for p in positions(text, **options)]

    return read
