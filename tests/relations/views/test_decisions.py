"""Deciding about a fact on its page: every decision, who may take it, and what is said when it can't be carried out."""

from typing import Any

import pytest
from django.test import Client

from relations.kinds import KINDS
from relations.models import Actor, Contact, Position, Review, TradeFigure
from relations.vocabulary import ReviewAction
from tests.readings import SAID, TRADE, article, position, store, turnover
from tests.relations.reviewers import address, colleague_client, correction, last_review, page, reviewer_client

pytestmark = pytest.mark.django_db
ACTIONS = ["accept", "reject", "correct", "merge", "apart", "split"]


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
