"""What can't be decided on a fact's page is said where it was written, and nothing that was typed is lost."""

from typing import Any

import pytest
from django.test import Client

from relations import reviewing
from relations.locks import Busy
from relations.models import Article, Contact, Position, Review, TradeFigure
from relations.reading import ReadDate
from tests.readings import SAID, TRADE, article, call, position, store, turnover
from tests.relations.reviewers import address, colleague_client, correction, page, reviewer_client

pytestmark = pytest.mark.django_db


def test_a_rejection_without_a_reason_is_asked_for_one(reviewer: Client, fact: Contact) -> None:
    response = reviewer.post(address(fact), {"action": "reject", "reason": " "})

    assert response.status_code == 200
    assert "This field is required." in page(response)
    assert not Review.objects.exists()


def test_a_correction_of_nothing_says_so_and_keeps_what_was_written(reviewer: Client, fact: Contact) -> None:
    shown = page(reviewer.post(address(fact), correction(fact, reason="I looked it up")))

    assert "Nothing was changed." in shown
    assert 'value="I looked it up"' in shown


def test_a_wrong_value_is_told_at_its_field_and_the_rest_is_kept(reviewer: Client, fact: Contact) -> None:
    shown = page(reviewer.post(address(fact), correction(fact, date="2024-02-31", place="Сочи", reason="because")))

    assert "There is no such day." in shown
    for kept in ("2024-02-31", "Сочи", "because"):
        assert f'value="{kept}"' in shown
    assert '<details class="decision" open>' in shown


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "", "date_end": "2024-02-09"}, "Give the first day as well."),
        ({"date": "2024-02-08", "date_end": "2024-02-07"}, "It ends before it begins."),
        ({"format": "séance"}, "Select a valid choice"),
        ({"people-name": ["Никто Никакой"], "people-side": [""], "people-key": [""]}, "Choose a side"),
        ({"people-name": [], "people-side": [], "people-key": []}, "This field is required."),
        (
            {"people-name": ["Страна Третья"], "people-side": ["other"], "people-key": [""]},
            "Name at least one participant",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(reviewer: Client, fact: Contact, changes: dict[str, Any], said: str) -> None:
    assert said in page(reviewer.post(address(fact), correction(fact, **changes)))
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unit": ""}, "Say what the value is counted in."),
        ({"value_0": ""}, "Give the value, the change, or both."),
        ({"period": "lately"}, "Write a year, a month or a stretch"),
    ],
)
def test_a_figure_that_makes_no_sense_is_refused(reviewer: Client, changes: dict[str, Any], said: str) -> None:
    given = article(TRADE)
    store(given, turnover(given))
    figure = TradeFigure.objects.get()

    assert said in page(reviewer.post(address(figure, "trade"), correction(figure, "trade", **changes)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"content": "Слова, которых там нет"}, "These words do not stand there."),
        ({"topics": ["trade", "energy", "asia", "usa"]}, "Choose the three that matter most."),
        ({"topics": []}, "This field is required."),
        ({"speaker-side": ["other"]}, "The speaker is of Russia"),
    ],
)
def test_a_position_that_makes_no_sense_is_refused(reviewer: Client, changes: dict[str, Any], said: str) -> None:
    given = article(SAID)
    store(given, position(given))
    stated = Position.objects.get()

    assert said in page(reviewer.post(address(stated, "position"), correction(stated, "position", **changes)))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"action": "merge"}, "Choose one of those listed"),
        ({"action": "merge", "number": "999999"}, "There is no such fact: 999999."),
        ({"action": "apart", "number": "the other one"}, "Choose one of those listed"),
        ({"action": "merge", "other": "9" * 40}, "There is no such fact"),
        ({"action": "split"}, "Choose the reports that tell of another."),
        ({"action": "split", "reports": ["1000000"]}, "Select a valid choice"),
    ],
)
def test_a_choice_that_is_none_is_refused(reviewer: Client, fact: Contact, sent: dict[str, Any], said: str) -> None:
    assert said in page(reviewer.post(address(fact), sent | {"reason": "kept"}))
    assert not Review.objects.exists()


def test_a_fact_is_not_merged_with_itself(reviewer: Client, fact: Contact) -> None:
    assert "These are one fact already." in page(
        reviewer.post(address(fact), {"action": "merge", "number": str(fact.pk), "reason": "why not"})
    )


def test_not_everything_is_split_off(reviewer: Client, fact: Contact) -> None:
    every = [report.pk for report in fact.reports.all()]

    shown = page(reviewer.post(address(fact), {"action": "split", "reports": every, "reason": "apart"}))

    assert "Choose some of its reports, but not all" in shown
    assert shown.count(" checked>") == len(every)


def test_facts_whose_corrections_disagree_are_not_merged(reviewer: Client, fact: Contact, other: Contact) -> None:
    reviewer.post(address(fact), correction(fact, date="2024-02-08"))
    reviewer.post(address(other), correction(other, date="2024-02-09"))

    shown = page(reviewer.post(address(fact), {"action": "merge", "other": other.pk, "reason": "one call"}))

    assert "Both were reviewed and disagree" in shown
    assert 'value="one call"' in shown
    assert Contact.objects.count() == 2


def test_a_fact_that_changed_since_the_page_was_opened_is_looked_at_again(reviewer: Client, fact: Contact) -> None:
    seen = fact.known_from.isoformat()
    for given in Article.objects.filter(contactreports__fact=fact):
        store(given, call(given, when=ReadDate("2024-02-07"), place="Москва"), version="test-2")

    shown = page(reviewer.post(address(fact), correction(fact, format="video", reason="seen it", seen=seen)))

    assert "has changed since the page was opened" in shown
    assert 'value="seen it"' in shown
    assert not Review.objects.exists()


def test_a_double_click_decides_once(reviewer: Client, fact: Contact) -> None:
    sent = {"action": "accept", "seen": fact.known_from.isoformat()}
    for _ in range(2):
        assert reviewer.post(address(fact), sent).status_code == 302

    assert Review.objects.count() == 1
    assert "has changed since" in page(reviewer_client("vera").post(address(fact), sent))


def test_who_has_to_wait_too_long_is_told_so_and_loses_nothing(
    reviewer: Client, fact: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(write: Any) -> None:
        raise Busy

    monkeypatch.setattr(reviewing, "in_turn", busy)

    shown = page(reviewer.post(address(fact), correction(fact, date="2024-02-08", reason="the almanac")))

    assert "Try again in a moment." in shown
    assert 'value="the almanac"' in shown


def test_a_fact_that_a_reading_just_removed_says_so_and_loses_nothing(reviewer: Client, fact: Contact) -> None:
    sent = correction(fact, date="2024-02-08", reason="the Kremlin's page")
    for given in Article.objects.filter(contactreports__fact=fact):
        store(given, version="test-2")

    shown = page(reviewer.post(address(fact), sent))

    assert "a newer reading of its articles no longer finds it" in shown
    assert 'value="the Kremlin&#x27;s page"' in shown
    assert 'value="2024-02-08"' in shown


def test_a_fact_that_became_part_of_another_says_of_which(reviewer: Client, fact: Contact, other: Contact) -> None:
    reviewer.post(address(fact), {"action": "merge", "other": other.pk})

    shown = page(reviewer.post(address(other), {"action": "accept"}))

    assert f"It has become part of fact {fact.pk} meanwhile" in shown


@pytest.mark.parametrize(
    "path", ["contact/999999/", f"contact/{10**30}/", "person/1/", "undo/999999/", "contact/x/"], ids=str
)
def test_what_is_not_there_is_a_404(reviewer: Client, fact: Contact, path: str) -> None:
    assert reviewer.post(f"/reviews/{path}", {"action": "accept"}).status_code == 404


@pytest.mark.parametrize("action", ["", "add", "delete", "<script>"])
def test_what_is_no_decision_is_a_404(reviewer: Client, fact: Contact, action: str) -> None:
    assert reviewer.post(address(fact), {"action": action}).status_code == 404


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}%s%(x)s"]
)
def test_what_a_reviewer_writes_is_shown_as_written(reviewer: Client, fact: Contact, hostile: str) -> None:
    reviewer.post(address(fact), {"action": "accept", "reason": hostile})
    shown = page(reviewer.get(fact.get_absolute_url()))
    refused = page(reviewer.post(address(fact), correction(fact, place=hostile, date="x", reason=hostile)))

    assert [review.reason for review in Review.objects.all()] == [hostile]
    for text in (shown, refused):
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_a_reason_has_its_length(reviewer: Client, fact: Contact) -> None:
    assert "at most 500 characters" in page(reviewer.post(address(fact), {"action": "reject", "reason": "я" * 501}))
    assert not Review.objects.exists()


@pytest.mark.parametrize("asked", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_one_is_never_led_elsewhere(reviewer: Client, fact: Contact, asked: str) -> None:
    response = reviewer.post(address(fact), {"action": "accept", "next": asked})
    assert response["location"] == fact.get_absolute_url()


def test_names_are_suggested_to_reviewers_alone(reviewer: Client, fact: Contact) -> None:
    assert reviewer.get("/reviews/actors/?q=цзинь").json()["names"][0]["note"] == "Си Цзиньпин"
    assert reviewer.get("/reviews/actors/", {"q": "x" * 5000}).json() == {"names": []}
    assert colleague_client().get("/reviews/actors/?q=цзинь").status_code == 403
