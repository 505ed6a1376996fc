"""Reviews in the admin: a log to be read, and decisions on several facts at once."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from relations import reviewing
from relations.models import Contact, Review
from relations.reading import ReadDate
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db
LIST = "/admin/relations/contact/"


@pytest.fixture
def contacts() -> list[Contact]:
    for day in ("2024-01-07", "2024-02-07", "2024-03-07"):
        given = article(CALL)
        store(given, call(given, when=ReadDate(day)))
    return list(Contact.objects.order_by("pk"))


def staff(*rights: str) -> Client:
    user = User.objects.create_user("staff", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights, content_type__app_label="relations"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reviewer() -> Client:
    return staff("add_review", "view_review", "view_contact")


def choose(client: Client, action: str, contacts: list[Contact], **more: str) -> str:
    sent: dict[str, Any] = {"action": action, "_selected_action": [contact.pk for contact in contacts]} | more
    return client.post(LIST, sent, follow=True).content.decode()


def test_the_selected_are_accepted(reviewer: Client, contacts: list[Contact]) -> None:
    assert "2 decisions were made." in choose(reviewer, "accept_selected", contacts[:2])

    assert Contact.objects.filter(review_state="accepted").count() == 2


def test_the_selected_are_rejected_for_one_reason(reviewer: Client, contacts: list[Contact]) -> None:
    asked = choose(reviewer, "reject_selected", contacts[:2])
    assert f'name="_selected_action" value="{contacts[0].pk}"' in asked
    assert not Review.objects.exists()

    assert "This field is required." in choose(reviewer, "reject_selected", contacts[:2], reason=" ")
    choose(reviewer, "reject_selected", contacts[:2], reason="twice the same play")

    assert list(Contact.objects.all()) == contacts[2:]
    assert {review.reason for review in Review.objects.all()} == {"twice the same play"}


def test_the_selected_are_merged_into_the_oldest(reviewer: Client, contacts: list[Contact]) -> None:
    choose(reviewer, "merge_selected", contacts)

    assert (Contact.objects.get().pk, Contact.objects.get().sources) == (contacts[0].pk, 3)


def test_one_is_not_merged_alone(reviewer: Client, contacts: list[Contact]) -> None:
    assert "Choose two facts or more." in choose(reviewer, "merge_selected", contacts[:1])


def test_what_can_not_be_decided_is_told_and_the_rest_is(reviewer: Client, contacts: list[Contact]) -> None:
    user = User.objects.get()
    reviewing.correct(user, "contact", contacts[0].pk, {"date": "2024-01-08", "precision": "day"})
    reviewing.correct(user, "contact", contacts[1].pk, {"date": "2024-02-08", "precision": "day"})

    said = choose(reviewer, "merge_selected", contacts)

    assert "disagree" in said
    assert "1 decision was made." in said
    assert Contact.objects.count() == 2


def test_without_the_right_there_is_nothing_to_choose(contacts: list[Contact]) -> None:
    viewer = staff("view_contact")

    assert "accept_selected" not in viewer.get(LIST).content.decode()
    choose(viewer, "accept_selected", contacts)
    assert not Review.objects.exists()


def test_a_rejected_fact_stays_in_the_admin_and_leads_to_its_review(reviewer: Client, contacts: list[Contact]) -> None:
    reviewing.reject(User.objects.get(), "contact", contacts[0].pk, "no")

    listed = reviewer.get(LIST + "?review_state__exact=rejected").content.decode()

    assert f'href="/reviews/contact/{contacts[0].pk}/"' in listed
    assert f'href="{contacts[1].get_absolute_url()}"' not in listed
    assert f'href="{contacts[1].get_absolute_url()}"' in reviewer.get(LIST).content.decode()


def test_the_log_is_searched_and_not_written(reviewer: Client, contacts: list[Contact]) -> None:
    user = User.objects.get()
    review = reviewing.correct(user, "contact", contacts[0].pk, {"date": "2024-01-08"}, "the almanac")
    reviewing.accept(user, "contact", contacts[1].pk, "looked up")

    found = reviewer.get("/admin/relations/review/?q=almanac").content.decode()
    detail = reviewer.get(f"/admin/relations/review/{review.pk}/change/").content.decode()

    assert ("the almanac" in found, "looked up" in found) == (True, False)
    assert "8\N{NO-BREAK SPACE}January 2024" in detail
    assert reviewer.get("/admin/relations/review/add/").status_code == 403
    assert reviewer.post(f"/admin/relations/review/{review.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_group_of_reviewers_has_the_right(contacts: list[Contact]) -> None:
    from importlib import import_module

    from django.apps import apps

    import_module("relations.migrations.0004_reviewers").make_group(apps, None)
    user = User.objects.create_user("anna")
    user.groups.add(Group.objects.get(name="Reviewers"))

    assert user.has_perm("relations.add_review")
    assert not user.has_perm("relations.delete_article")
