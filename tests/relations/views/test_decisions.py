"""Deciding about a fact on its page: every decision, who may take it, and what is said when it can't be carried out."""

from typing import Any

import pytest
from django.test import Client

from relations import reviewing
from relations.kinds import KINDS
from relations.locks import Busy
from relations.models import Actor, Article, Contact, Position, Review, TradeFigure
from relations.reading import ReadDate
from relations.reviews.decisions import form_for
from relations.vocabulary import ReviewAction
from tests.readings import CALL, SAID, TRADE, article, call, position, store, turnover
from tests.relations.reviewers import colleague_client, last_review, posted, reviewer_client

pytestmark = pytest.mark.django_db
ACTIONS = ["accept", "reject", "correct", "merge", "apart", "split"]


@pytest.fixture
def reviewer() -> Client:
    return reviewer_client()


@pytest.fixture
def fact() -> Contact:
    """A call that two articles put on one day; a third puts another one two weeks later."""
    for day in ("2024-02-07", "2024-02-07", "2024-02-20"):
        given = article(CALL)
        store(given, call(given, when=ReadDate(day)))
    return Contact.objects.get(day="2024-02-07")


@pytest.fixture
def other(fact: Contact) -> Contact:
    return Contact.objects.get(day="2024-02-20")


def address(fact: Any, kind: str = "contact") -> str:
    return f"/reviews/{kind}/{fact.pk}/"


def correction(fact: Any, kind: str = "contact", **changes: Any) -> dict[str, Any]:
    return posted(form_for("correct", kind, fact)) | {"action": "correct"} | changes


def decision(action: str, fact: Contact, other: Contact) -> dict[str, Any]:
    if action == "correct":
        return correction(fact, date="2024-02-08")
    more: dict[str, Any] = {
        "reject": {"reason": "a play on television"},
        "merge": {"other": other.pk},
        "apart": {"number": str(other.pk)},
        "split": {"reports": [fact.reports.first().pk]},
    }
    return {"action": action} | more.get(action, {})


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text


# --- What each decision does ---------------------------------------------------------------------


def test_accepting_is_one_button(reviewer: Client, fact: Contact) -> None:
    response = reviewer.post(address(fact), {"action": "accept"}, follow=True)

    fact.refresh_from_db()
    assert fact.review_state == "accepted"
    assert response.redirect_chain == [(fact.get_absolute_url(), 302)]
    assert "Accepted: Call: " in page(response)


def test_a_rejected_fact_leaves_the_pages_and_keeps_its_page_of_review(reviewer: Client, fact: Contact) -> None:
    response = reviewer.post(address(fact), {"action": "reject", "reason": "a play on television"}, follow=True)

    assert not Contact.objects.filter(pk=fact.pk).exists()
    assert response.redirect_chain == [(address(fact), 302)]
    assert "a play on television" in page(response)


def test_a_field_is_corrected_and_the_others_go_on_following_the_reports(reviewer: Client, fact: Contact) -> None:
    reviewer.post(address(fact), correction(fact, date="8.2.2024", reason="the Kremlin's page"))

    fact.refresh_from_db()
    assert (fact.date, fact.review_state) == ("2024-02-08", "corrected")
    assert fact.corrections == {"date": "2024-02-08", "date_end": None, "precision": "day"}
    assert last_review().reason == "the Kremlin's page"


def test_people_are_taken_out_and_put_in_by_name(reviewer: Client, fact: Contact) -> None:
    Actor.objects.create(key="ivan-novy", name_ru="Иван Новый", side="RU")
    sent = correction(fact)
    at = sent["people-key"].index("vladimir-putin")
    sent["people-name"][at] = ""
    for part, value in (("name", "иван новый"), ("side", ""), ("key", "")):
        sent[f"people-{part}"].append(value)

    reviewer.post(address(fact), sent)

    people = {(row.actor.key, row.side) for row in Contact.objects.get(pk=fact.pk).participations.all()}
    assert people == {("xi-jinping", "CN"), ("ivan-novy", "RU")}


def test_who_stays_keeps_the_post(reviewer: Client, fact: Contact) -> None:
    sent = correction(fact)
    sent["people-name"][sent["people-key"].index("vladimir-putin")] = ""

    reviewer.post(address(fact), sent)

    assert Contact.objects.get(pk=fact.pk).participations.get().post == "председатель КНР"


def test_a_figure_is_corrected(reviewer: Client) -> None:
    given = article(TRADE)
    store(given, turnover(given))
    figure = TradeFigure.objects.get()
    changes = {"value_0": "240,1", "value_1": "1000000000", "commodity": "oil", "change_pct": "−3,5"}

    reviewer.post(address(figure, "trade"), correction(figure, "trade", **changes))

    figure.refresh_from_db()
    assert (figure.value, figure.commodity, figure.change_pct) == (240.1e9, "oil", -3.5)
    assert figure.corrections.keys() == {"value", "commodity", "change_pct"}


def test_a_position_is_corrected(reviewer: Client) -> None:
    given = article(SAID)
    store(given, position(given))
    stated = Position.objects.get()
    Actor.objects.create(key="mei-lin", name_ru="Мэй Линь", side="CN")
    speaker = {"speaker-name": ["Мэй Линь"], "speaker-side": [""], "speaker-key": ["xi-jinping"]}
    changes = speaker | {"stance": "neutral", "topics": ["energy", "trade"], "content": "Китай готов"}

    reviewer.post(address(stated, "position"), correction(stated, "position", **changes))

    found = Position.objects.get()
    assert (found.speaker.key, found.stance, found.content) == ("mei-lin", "neutral", "Китай готов")
    assert found.topics == ["trade", "energy"]


def test_two_facts_become_one(reviewer: Client, fact: Contact, other: Contact) -> None:
    reviewer.post(address(fact), {"action": "merge", "other": other.pk, "reason": "one call"})

    assert Contact.objects.get().pk == fact.pk
    assert Contact.objects.get().sources == 3


@pytest.mark.parametrize("typed", ["{pk}", "№ {pk}", "http://localhost/contacts/{pk}/", "/contacts/{pk}/#review"])
def test_the_other_is_named_by_its_number_or_address(
    reviewer: Client, fact: Contact, other: Contact, typed: str
) -> None:
    reviewer.post(address(fact), {"action": "merge", "number": typed.format(pk=other.pk)})

    assert Contact.objects.count() == 1


def test_two_facts_are_never_the_same(reviewer: Client, fact: Contact, other: Contact) -> None:
    reviewer.post(address(fact), {"action": "apart", "other": other.pk})

    assert last_review().action == ReviewAction.APART
    assert Contact.objects.count() == 2


def test_reports_are_split_off(reviewer: Client, fact: Contact) -> None:
    response = reviewer.post(address(fact), {"action": "split", "reports": [fact.reports.first().pk]}, follow=True)

    assert sorted(Contact.objects.values_list("sources", flat=True)) == [1, 1, 1]
    new = last_review().values["new"]
    assert f"is now fact {new}" in page(response)
    assert f'<strong>Split off</strong> <a href="/contacts/{new}/">' in page(response)
    assert f'<strong>Split from</strong> <a href="/contacts/{fact.pk}/">' in page(reviewer.get(f"/contacts/{new}/"))


@pytest.mark.parametrize("action", ACTIONS)
def test_every_decision_is_taken_back_from_the_log(
    reviewer: Client, fact: Contact, other: Contact, action: str
) -> None:
    def shown() -> list[Any]:
        return list(Contact.objects.order_by("pk").values_list("pk", "date", "sources", "review_state"))

    before = shown()
    reviewer.post(address(fact), decision(action, fact, other))
    review = last_review()
    assert f'action="/reviews/undo/{review.pk}/"' in page(reviewer.get(address(fact)))

    response = reviewer.post(f"/reviews/undo/{review.pk}/", follow=True)

    assert shown() == before
    assert response.redirect_chain == [(fact.get_absolute_url(), 302)]
    assert "Taken back" in page(response)


def test_what_was_taken_back_can_not_be_taken_back_again(reviewer: Client, fact: Contact) -> None:
    reviewer.post(address(fact), {"action": "accept"})
    undo = f"/reviews/undo/{last_review().pk}/"
    reviewer.post(undo)

    assert "It was undone already." in page(reviewer.post(undo, follow=True))


# --- What the section shows ----------------------------------------------------------------------


def test_the_section_offers_every_decision_on_the_facts_own_page(
    reviewer: Client, fact: Contact, other: Contact
) -> None:
    shown = page(reviewer.get(fact.get_absolute_url()))

    for action in ("accept", "correct", "reject", "split"):
        assert f'name="action" value="{action}"' in shown
    for action in ("merge", "apart"):
        assert f'<button name="action" value="{action}">' in shown
    assert f'name="other" value="{other.pk}"' in shown


def test_a_fact_of_one_report_is_not_split(reviewer: Client, other: Contact) -> None:
    assert 'value="split"' not in page(reviewer.get(other.get_absolute_url()))


def test_the_log_says_who_when_and_why(reviewer: Client, fact: Contact) -> None:
    reviewer.post(address(fact), correction(fact, date="2024-02-08", reason="the Kremlin's page"))

    shown = page(reviewer.get(fact.get_absolute_url()))

    log = shown[shown.index('<ol class="log">') :]
    assert "<strong>Corrected</strong>" in log
    assert "anna" in log
    assert "the Kremlin&#x27;s page" in log
    assert '<span class="quiet">Date:</span> 8\N{NO-BREAK SPACE}February 2024' in log


def test_the_log_of_a_merged_fact_has_the_decisions_on_both(reviewer: Client, fact: Contact, other: Contact) -> None:
    reviewer.post(address(other), {"action": "accept", "reason": "seen before"})
    reviewer.post(address(fact), {"action": "merge", "other": other.pk})

    assert "seen before" in page(reviewer.get(fact.get_absolute_url()))


def test_strangers_see_the_state_and_the_log_without_names_and_without_forms(
    reviewer: Client, client: Client, fact: Contact
) -> None:
    reviewer.post(address(fact), {"action": "accept", "reason": "the ministry says so"})

    shown = page(client.get(fact.get_absolute_url()))
    section = shown[shown.index('<section class="review"') :]

    assert "accepted" in section
    assert "the ministry says so" in section
    assert "a reviewer" in section
    assert "anna" not in shown
    assert 'action="/reviews/' not in shown


def test_who_is_logged_in_without_the_right_sees_names_and_no_forms(reviewer: Client, fact: Contact) -> None:
    reviewer.post(address(fact), {"action": "accept"})

    shown = page(colleague_client().get(fact.get_absolute_url()))

    assert "anna" in shown
    assert 'action="/reviews/' not in shown
    assert 'href="/reviews/"' not in shown


def test_the_past_is_looked_at_and_not_decided_about(reviewer: Client, fact: Contact) -> None:
    Contact.every.update(known_from="2024-02-08T00:00Z")
    KINDS["contact"].report.every.update(known_from="2024-02-08T00:00Z", here_from="2024-02-08T00:00Z")
    reviewer.post(address(fact), {"action": "accept", "reason": "later than that day"})

    shown = page(reviewer.get(fact.get_absolute_url() + "?as_of=2024-02-09"))

    assert 'action="/reviews/contact' not in shown
    assert "later than that day" not in shown


# --- Who may -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ACTIONS)
def test_without_the_right_nothing_is_decided(fact: Contact, other: Contact, action: str) -> None:
    sent = decision(action, fact, other)

    assert colleague_client().post(address(fact), sent).status_code == 403
    assert Client().post(address(fact), sent)["location"].startswith("/admin/login/?next=")
    assert not Review.objects.exists()


def test_without_the_right_nothing_is_taken_back(reviewer: Client, fact: Contact) -> None:
    reviewer.post(address(fact), {"action": "accept"})
    undo = f"/reviews/undo/{last_review().pk}/"

    assert colleague_client().post(undo).status_code == 403
    assert Client().post(undo).status_code == 302
    assert last_review().undone_at is None


def test_without_the_right_the_page_of_review_is_closed(fact: Contact) -> None:
    assert colleague_client().get(address(fact)).status_code == 403
    assert Client().get(address(fact))["location"] == f"/admin/login/?next={address(fact)}"


def test_a_decision_without_the_forms_token_is_refused(fact: Contact) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies = reviewer_client().cookies

    assert guarded.post(address(fact), {"action": "accept"}).status_code == 403
    assert not Review.objects.exists()


def test_decisions_are_posted(reviewer: Client, fact: Contact) -> None:
    reviewer.get(address(fact) + "?action=accept")
    assert not Review.objects.exists()
    reviewer.post(address(fact), {"action": "accept"})
    assert reviewer.get(f"/reviews/undo/{last_review().pk}/").status_code == 405


# --- What can't be carried out -----------------------------------------------------------------------


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
