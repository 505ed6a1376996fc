"""Facts that are gone: merged ones lead to what they became part of, ended and rejected ones say so."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from relations import reviewing
from relations.models import Article, Contact, Position, TradeFigure
from relations.reading import ReadDate
from tests.readings import CALL, SAID, TRADE, article, call, position, store, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


def two_calls() -> tuple[Contact, Contact]:
    for day in ("2024-02-07", "2024-02-20"):
        given = article(CALL)
        store(given, call(given, when=ReadDate(day)))
    first, second = Contact.objects.order_by("pk")
    return first, second


def one_of_each() -> tuple[Article, list[Any]]:
    given = article(CALL, TRADE, SAID, title="О разговоре")
    store(given, call(given), turnover(given), position(given))
    return given, [Contact.objects.get(), TradeFigure.objects.get(), Position.objects.get()]


def test_a_merged_fact_leads_for_good_to_what_it_became_part_of(client: Client, reviewer: Any) -> None:
    first, second = two_calls()
    reviewing.merge(reviewer, "contact", first.pk, second.pk)

    response = client.get(second.get_absolute_url())

    assert (response.status_code, response["Location"]) == (301, first.get_absolute_url())


def test_once_the_merge_is_undone_it_has_its_page_again(client: Client, reviewer: Any) -> None:
    first, second = two_calls()
    review = reviewing.merge(reviewer, "contact", first.pk, second.pk)
    assert client.get(second.get_absolute_url())["Cache-Control"] == "no-cache"

    reviewing.undo(reviewer, review)

    assert client.get(second.get_absolute_url()).status_code == 200


def test_a_fact_that_is_read_no_longer_says_what_it_was_and_where_it_was_read(client: Client) -> None:
    given, facts = one_of_each()
    store(given, version="test-2")

    for fact in facts:
        response = client.get(fact.get_absolute_url())
        page = response.content.decode()

        assert response.status_code == 410
        assert "Ended: no article that is read now reports it" in page
        assert f'href="{given.get_absolute_url()}"' in page
    assert "Call: Владимир Путин" in client.get(facts[0].get_absolute_url()).content.decode()


def test_a_fact_whose_articles_were_removed_says_so(client: Client) -> None:
    from relations import ledger

    given, facts = one_of_each()
    ledger.delete([given])

    assert "Its articles were removed." in client.get(facts[0].get_absolute_url()).content.decode()


def test_a_rejected_fact_says_why_and_when(client: Client, reviewer: Any) -> None:
    _, facts = one_of_each()
    for kind, fact in zip(("contact", "trade", "position"), facts, strict=True):
        reviewing.reject(reviewer, kind, fact.pk, "a television play")

        response = client.get(fact.get_absolute_url())
        page = response.content.decode()

        assert response.status_code == 410
        assert "Rejected: it is no longer counted or listed" in page
        assert "a television play" in page


def test_who_may_review_can_take_a_rejection_back_there(admin_client: Client, reviewer: Any) -> None:
    _, (contact, *_) = one_of_each()
    review = reviewing.reject(reviewer, "contact", contact.pk, "a television play")

    page = admin_client.get(contact.get_absolute_url()).content.decode()

    assert f'action="/reviews/undo/{review.pk}/"' in page


def test_an_ended_fact_leads_to_itself_as_it_was(client: Client) -> None:
    given, (contact, *_) = one_of_each()
    before = timezone.now() - timedelta(days=2)
    Contact.every.update(known_from=before, first_seen_at=before)
    store(given, version="test-2")

    address = f"{contact.get_absolute_url()}?as_of={timezone.localdate(before)}"
    assert f'href="{address}"' in client.get(contact.get_absolute_url()).content.decode()


def test_the_number_of_a_past_version_is_no_address(client: Client, reviewer: Any) -> None:
    first, _ = two_calls()
    reviewing.correct(reviewer, "contact", first.pk, {"date": "2024-02-08"})
    past = Contact.every.exclude(of=None).first()
    assert past

    assert client.get(f"/contacts/{past.pk}/").status_code == 404
