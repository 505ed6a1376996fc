"""A reading as reports: where each is in the text, what it says, and by what it is merged."""

from typing import Any

import pytest

from relations.kinds import KINDS
from relations.merging.terms import Terms
from relations.models import Article
from relations.reading import Reading
from relations.reporting import reports_of, same_report
from tests.readings import CALL, SAID, TRADE, UNKNOWN, XI, article, call, position, reading, span, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> Article:
    return article(CALL, TRADE, SAID)


def _found(given: Article, **fields: Any) -> Reading:
    return reading(call(given), turnover(given), position(given), **fields)


def test_each_kind_has_its_reports_with_their_sentences(given: Article) -> None:
    found = reports_of(given, _found(given))

    assert {kind: [report.quote for report in reports] for kind, reports in found.items()} == {
        "contact": [CALL],
        "trade": [TRADE],
        "position": [SAID],
    }
    assert all(report.pk is None for reports in found.values() for report in reports)


def test_all_sentences_of_a_contact_are_kept_and_the_first_leads(given: Article) -> None:
    told = call(given, evidence=(span(given, CALL), span(given, SAID)))
    (report,) = reports_of(given, reading(told))["contact"]

    assert [quote["text"] for quote in report.quotes] == [CALL, SAID]
    assert report.quote == CALL


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_stored_with_the_terms_that_merging_finds_it_by(given: Article, kind: str) -> None:
    (report,) = reports_of(given, _found(given))[kind]
    terms = KINDS[kind].terms(report)

    assert Terms.of(kind, report) == terms
    assert (report.key, report.block, report.first, report.last) == (terms.key, terms.block, terms.first, terms.last)


def test_a_position_knows_its_words_and_its_speaker_by_key(given: Article) -> None:
    (known,) = reports_of(given, _found(given))["position"]
    assert given.text[known.content_start : known.content_end] == "Китай готов развивать торговлю"
    assert known.values["actor_key"] == XI.actor

    (unknown,) = reports_of(given, reading(position(given, speaker=UNKNOWN)))["position"]
    assert unknown.values["actor_key"] == "cn-сунь-вэйдун"


def test_the_same_said_by_another_version_is_the_same_and_anything_else_is_not(given: Article) -> None:
    (report,) = reports_of(given, reading(call(given)))["contact"]

    (again,) = reports_of(given, reading(call(given), version="test-2"))["contact"]
    assert same_report(report, again)
    for changes in ({"place": "Москва"}, {"level": "minister"}, {"evidence": (span(given, SAID),)}):
        (other,) = reports_of(given, reading(call(given, **changes)))["contact"]
        assert not same_report(report, other), changes
