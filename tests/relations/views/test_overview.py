import pytest
from django.contrib.auth.models import User
from django.test import Client

from relations.models import Article, Contact


@pytest.mark.usefixtures("collection")
def test_it_counts_facts_and_not_reports(client: Client) -> None:
    context = client.get("/").context

    assert (context["timeline"].total, context["figures"].total, context["banks"].total) == (2, 1, 1)
    assert context["articles"]["total"] == 3


@pytest.mark.usefixtures("collection")
def test_it_has_the_three_charts_and_the_newest_facts(client: Client) -> None:
    page = client.get("/").content.decode()

    for kind in ("timeline", "figures", "banks"):
        assert f'id="chart-{kind}" type="application/json"' in page
    assert f'href="{Contact.objects.get(format="call").get_absolute_url()}"' in page
    assert "Китай готов развивать торговлю" in page


@pytest.mark.usefixtures("collection")
def test_it_says_which_articles_are_samples(client: Client) -> None:
    assert "Some of the articles are" in client.get("/").content.decode()

    Article.objects.update(is_sample=True)

    assert "All the articles so far are" in client.get("/").content.decode()


@pytest.mark.django_db
def test_an_empty_collection_says_what_would_fill_it_and_how(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "No article has been read yet." in page
    assert 'href="/admin/"' in page

    client.force_login(User.objects.create_superuser("editor"))

    assert 'href="/admin/relations/article/add/"' in client.get("/").content.decode()
