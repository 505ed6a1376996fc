"""A ministry without its country is whose the context says."""

import pytest

from tests.ingest.extraction.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("МИД КНР опубликовал заявление. В МИД ждут ответа.", "МИД КНР", "CN"),
        ("Мао Нин провела брифинг. В МИД ждут ответа.", "МИД КНР", "CN"),
        ("Мария Захарова провела брифинг. В МИД ждут ответа.", "МИД РФ", "RU"),
        ("Пекин отверг упреки. В МИД ждут ответа.", "МИД КНР", "CN"),
        ("В Минобороны ждут ответа.", "Минобороны РФ", "RU"),
        ("Япония ввела санкции. В МИД ждут ответа.", "МИД", ""),
    ],
)
def test_a_bare_ministry(analyse: Analyse, text: str, name: str, side: str) -> None:
    body = [m for m in analyse(text).mentions if m.type == "ORG"][-1]
    assert (body.name, body.side) == (name, side)


def test_what_a_ministry_merely_owns_tells_nothing(analyse: Analyse) -> None:
    (body,) = [m for m in analyse("В Ухань прилетели самолеты Минобороны.").mentions if m.type == "ORG"]
    assert body.side == ""


def test_a_common_word_for_a_body_that_nothing_explains_is_no_mention(analyse: Analyse) -> None:
    assert [m for m in analyse("Правительство обсудило бюджет.").mentions if m.type == "ORG" and m.side] == []
