"""What the tests of trade figures share."""

from ingest.extraction.trade import read_trade
from tests.ingest.extraction.conftest import Analyse

BILLION = 1e9
BOTH = "Россия и Китай обсудили сотрудничество"  # a title that names the two sides
Figure = tuple[str, float | None, str | None, float | None, str | None, str]


def figures(analyse: Analyse, text: str, published: str | None, title: str = "") -> list[Figure]:
    return [
        (f.indicator, f.value, f.unit, f.change_pct, f.period, f.status)
        for f in read_trade(analyse(text, published, title))
    ]
