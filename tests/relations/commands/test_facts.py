"""manage.py facts: what the database holds, as lines that two installations share."""

import json
from typing import Any

import pytest
from django.core.management import call_command

from relations.ledger import delete
from relations.models import Article
from tests.readings import CALL, SAID, TRADE, call, position, store, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(capsys: pytest.CaptureFixture[str]) -> Any:
    """`facts()` gives the printed lines as values."""

    def printed() -> list[dict[str, Any]]:
        call_command("facts")
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return printed


def _article(identifier: str) -> Article:
    text = f"{CALL}\n{TRADE}\n{SAID}\nНомер {identifier}."
    given = Article.objects.create(text=text, published="2024-02-08", external_id=identifier)
    given.refresh_from_db()
    return given


def _report_all(identifier: str) -> None:
    given = _article(identifier)
    store(given, call(given), turnover(given), position(given))


def test_an_empty_database_prints_nothing(facts: Any) -> None:
    assert facts() == []


def test_each_fact_is_a_line_with_its_values_and_its_reports(facts: Any) -> None:
    _report_all("one")

    contact, figure, stated = facts()
    assert [line["kind"] for line in (contact, figure, stated)] == ["contact", "trade", "position"]
    assert contact["reports"] == [{"article": "one", "start": 0, "end": len(CALL)}]
    assert contact["values"]["participants"] == [
        {"name": "Владимир Путин", "side": "RU"},
        {"name": "Си Цзиньпин", "side": "CN"},
    ]
    assert {name: contact["values"][name] for name in ("format", "status", "date", "date_end", "place")} == {
        "format": "call",
        "status": "held",
        "date": "2024-02-08",
        "date_end": None,
        "place": None,
    }
    assert (figure["values"]["value"], figure["values"]["unit"], figure["values"]["period"]) == (240e9, "USD", "2023")
    assert (stated["values"]["speaker"], stated["values"]["stance"]) == ("Си Цзиньпин", "support")
    assert stated["values"]["topics"] == ["bilateral", "trade"]


def test_reports_of_one_fact_stand_in_the_order_of_their_articles(facts: Any) -> None:
    for identifier in ("b", "c", "a"):
        _report_all(identifier)

    assert [[report["article"] for report in line["reports"]] for line in facts()] == [["a", "b", "c"]] * 3


def test_an_article_that_came_without_an_id_is_named_by_its_text(facts: Any) -> None:
    given = _article("")
    Article.objects.update(external_id=None)
    store(given, call(given))

    assert facts()[0]["reports"][0]["article"] == given.text_hash


def test_facts_stand_by_kind_and_then_by_their_first_report(facts: Any) -> None:
    given = _article("one")
    store(given, turnover(given, SAID), call(given, TRADE, format="video"), call(given))

    assert [(line["kind"], line["reports"][0]["start"]) for line in facts()] == [
        ("contact", 0),
        ("contact", len(CALL) + 1),
        ("trade", len(CALL) + len(TRADE) + 2),
    ]


def test_articles_in_another_order_differ_in_the_id_alone(facts: Any) -> None:
    def without_ids() -> list[dict[str, Any]]:
        return [{name: value for name, value in line.items() if name != "id"} for line in facts()]

    for identifier in ("a", "b", "c"):
        _report_all(identifier)
    expected = without_ids()
    delete(Article.objects.all())
    assert facts() == []

    for identifier in ("c", "a", "b"):
        _report_all(identifier)
    assert without_ids() == expected
