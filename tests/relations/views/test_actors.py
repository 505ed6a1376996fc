import pytest
from django.test import Client

from relations.models import Actor, Post

pytestmark = pytest.mark.usefixtures("collection")


def test_the_list_counts_contacts_and_positions(client: Client) -> None:
    counts = {
        actor.key: (actor.contact_count, actor.position_count) for actor in client.get("/actors/").context["page"]
    }

    assert counts["xi-jinping"] == (2, 1)
    assert counts["vladimir-putin"] == (2, 0)


def test_an_actor_has_posts_contacts_positions_and_those_met(client: Client) -> None:
    actor = Actor.objects.get(key="xi-jinping")
    Post.objects.create(actor=actor, title="председатель", since="2013-03-14")

    response = client.get(actor.get_absolute_url())

    page = response.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "14 March 2013" in page
    assert "unsourced" in page
    assert [other.key for other in response.context["met"]] == ["vladimir-putin"]
    assert response.context["contact_count"] == 2
    assert response.context["position_count"] == 1


def test_an_actor_whom_nobody_checked_is_marked(client: Client) -> None:
    actor = Actor.objects.create(key="new", name_ru="Новый Человек", side="RU", is_known=False)

    assert "met in an article, unchecked" in client.get(actor.get_absolute_url()).content.decode()
