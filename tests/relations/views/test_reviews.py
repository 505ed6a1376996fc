"""The queue and the log of decisions as pages."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from relations import reviewing
from relations.models import Article, Contact, Outlet, TradeFigure
from tests.readings import CALL, article, call, store
from tests.relations.reviewers import colleague_client, last_review, reviewer_client

pytestmark = pytest.mark.usefixtures("collection")
MOST_QUERIES = 40


@pytest.fixture
def reviewer() -> Client:
    return reviewer_client()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_each_fact_stands_with_its_sentence_and_why_it_is_there(reviewer: Client) -> None:
    Contact.objects.filter(format="call").update(inferred=True, disputed=True)

    shown = page(reviewer, "/reviews/")

    assert "0 of 4 reviewed" in shown
    assert CALL in shown
    for label in ("one origin only", "date inferred", "reports differ"):
        assert f">{label}</span>" in shown


def test_a_fact_is_accepted_in_the_queue_and_the_queue_goes_on(reviewer: Client) -> None:
    shown = page(reviewer, "/reviews/?kind=trade")
    figure = TradeFigure.objects.get()
    assert f'id="trade-{figure.pk}"' in shown
    assert 'name="next" value="/reviews/?kind=trade#list"' in shown

    sent = {"action": "accept", "next": "/reviews/?kind=trade#list", "seen": figure.known_from.isoformat()}
    response = reviewer.post(f"/reviews/trade/{figure.pk}/", sent, follow=True)

    after = response.content.decode()
    assert response.redirect_chain == [("/reviews/?kind=trade#list", 302)]
    assert "1 of 1 reviewed" in after
    assert "Your last decision" in after


def test_a_fact_is_rejected_in_the_queue_with_a_reason(reviewer: Client) -> None:
    figure = TradeFigure.objects.get()
    reviewer.post(f"/reviews/trade/{figure.pk}/", {"action": "reject", "reason": "a plan of another country"})

    assert not TradeFigure.objects.exists()
    assert f'id="trade-{figure.pk}"' in page(reviewer, "/reviews/?state=rejected")


def test_the_last_decision_is_taken_back_in_the_queue(reviewer: Client) -> None:
    figure = TradeFigure.objects.get()
    reviewer.post(f"/reviews/trade/{figure.pk}/", {"action": "accept"})
    undo = f"/reviews/undo/{last_review().pk}/"
    assert f'action="{undo}"' in page(reviewer, "/reviews/")

    response = reviewer.post(undo, {"next": "/reviews/"})

    assert response["location"] == "/reviews/"
    assert "0 of 4 reviewed" in page(reviewer, "/reviews/")


def test_what_disagrees_with_a_review_is_counted_and_led_to(reviewer: Client) -> None:
    contact = Contact.objects.get(format="call")
    reviewing.accept(User.objects.get(), "contact", contact.pk)
    for given in Article.objects.filter(contactreports__fact=contact):
        store(given, version="test-2")

    shown = page(reviewer, "/reviews/")

    assert 'href="?why=unread"' in shown
    assert 'href="/reviews/decisions/?state=orphaned"' in shown
    assert "Keep it" in page(reviewer, "/reviews/?why=unread")


def test_filters_stand_in_the_address_and_what_is_none_is_left_out(reviewer: Client) -> None:
    assert "left out: kind, why, outlet." in page(reviewer, "/reviews/?kind=x&why=%00&outlet=999999&state=all")
    outlet = Outlet.objects.get()
    assert "3 facts</h2>" in page(reviewer, f"/reviews/?outlet={outlet.pk}")


def test_what_matches_nothing_offers_a_way_back_and_what_is_done_says_so(reviewer: Client) -> None:
    assert "Nothing matches these filters." in page(reviewer, "/reviews/?why=disputed")
    for kind in ("contact", "trade", "position"):
        for number in _numbers(reviewer, kind):
            reviewer.post(f"/reviews/{kind}/{number}/", {"action": "accept"})
    assert "All is reviewed." in page(reviewer, "/reviews/")


def _numbers(reviewer: Client, kind: str) -> list[str]:
    shown = page(reviewer, f"/reviews/?kind={kind}")
    return [part.partition('"')[0] for part in shown.split(f'id="{kind}-')[1:]]


def test_the_queue_says_its_keys_and_needs_no_script(reviewer: Client) -> None:
    shown = page(reviewer, "/reviews/")

    for key in "jkarou":
        assert f"<kbd>{key}</kbd>" in shown
    assert shown.count("data-accept") == shown.count('name="action" value="accept"') == 4


@pytest.mark.usefixtures("many")
def test_the_queue_needs_no_more_queries_for_more_facts(reviewer: Client, django_assert_max_num_queries: Any) -> None:
    for address in ("/reviews/", "/reviews/?page=3&state=all", "/reviews/?why=single", "/reviews/decisions/"):
        with django_assert_max_num_queries(MOST_QUERIES):
            page(reviewer, address)


@pytest.mark.usefixtures("many")
def test_the_queue_has_pages(reviewer: Client) -> None:
    assert "Page 2 of" in page(reviewer, "/reviews/?page=2")


@pytest.mark.parametrize("address", ["/reviews/", "/reviews/decisions/", "/reviews/actors/?q=ab"])
def test_the_queue_is_for_reviewers(client: Client, address: str) -> None:
    assert client.get(address)["location"].startswith("/admin/login/?next=/reviews/")
    assert colleague_client().get(address).status_code == 403


def test_the_way_to_the_queue_is_shown_to_reviewers(reviewer: Client, client: Client) -> None:
    assert 'href="/reviews/"' in page(reviewer, "/contacts/")
    assert 'href="/reviews/"' not in page(client, "/contacts/")


def test_the_log_tells_all_decisions_and_is_filtered(reviewer: Client) -> None:
    figure, contact = TradeFigure.objects.get(), Contact.objects.get(format="call")
    reviewer.post(f"/reviews/trade/{figure.pk}/", {"action": "reject", "reason": "a plan of another country"})
    reviewer.post(f"/reviews/contact/{contact.pk}/", {"action": "accept", "reason": "looked up"})
    reviewer.post(f"/reviews/undo/{last_review().pk}/")

    assert "2 decisions</h2>" in page(reviewer, "/reviews/decisions/")
    for query, shown, hidden in (
        ("state=standing", "a plan of another country", "looked up"),
        ("state=undone", "looked up", "a plan of another country"),
        ("kind=trade", "a plan of another country", "looked up"),
        ("action=accept", "looked up", "a plan of another country"),
    ):
        found = page(reviewer, f"/reviews/decisions/?{query}")
        assert (shown in found, hidden in found) == (True, False), query
    by = User.objects.get(username="anna").pk
    assert "2 decisions</h2>" in page(reviewer, f"/reviews/decisions/?by={by}")


def test_nothing_from_an_article_or_a_reason_is_taken_for_markup(reviewer: Client) -> None:
    given = article("<script>alert(1)</script>", title="<b>жирно</b>")
    store(given, call(given, "<script>alert(1)</script>"))
    for contact in Contact.objects.all():
        reviewer.post(f"/reviews/contact/{contact.pk}/", {"action": "reject", "reason": "<img src=x>"})

    for address in ("/reviews/?state=rejected", "/reviews/decisions/", f"/articles/{given.pk}/add/"):
        shown = page(reviewer, address)
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
