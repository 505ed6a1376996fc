"""manage.py gold: what persons confirmed, as annotated articles."""

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from relations import reviewing
from relations.models import Contact, Position, TradeFigure
from tests.readings import CALL, SAID, TRADE, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


def _gold(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, Any]]:
    call_command("gold", *args)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_article_is_annotated_once_every_fact_in_it_is_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    given = article(CALL, TRADE, SAID)
    store(given, call(given), turnover(given), position(given))
    user = get_user_model().objects.create_user("reviewer")
    reviewing.correct(user, "contact", Contact.objects.get().pk, {"date": "2024-02-09"})
    reviewing.accept(user, "position", Position.objects.get().pk)
    assert _gold(capsys) == []
    assert len(_gold(capsys, "--partly")) == 1

    reviewing.reject(user, "trade", TradeFigure.objects.get().pk, "another country's")

    (line,) = _gold(capsys)
    assert (line["id"], line["text"]) == (given.text_hash, given.text)
    (contact,), figures, (stated,) = (line["gold"][name] for name in ("contacts", "trade", "positions"))
    assert (contact["date"], contact["evidence"]) == ("2024-02-09", [[0, len(CALL)]])
    assert figures == []
    assert given.text[stated["start"] : stated["end"]] == SAID.partition(", заявил")[0]


def test_nothing_reviewed_is_nothing_annotated(capsys: pytest.CaptureFixture[str]) -> None:
    given = article(CALL)
    store(given, call(given))

    assert _gold(capsys, "--partly") == []
