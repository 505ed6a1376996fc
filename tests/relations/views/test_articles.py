import pytest
from django.contrib.auth.models import User
from django.test import Client

from relations.models import Article
from tests.readings import article


def test_the_list_says_how_many_facts_each_has(client: Client, collection: Article) -> None:
    facts = {item.title: item.fact_count for item in client.get("/articles/").context["page"]}

    assert facts == {"О разговоре": 3, "Ещё о разговоре": 1, "О планах": 1}


@pytest.mark.usefixtures("collection")
def test_samples_can_be_left_out(client: Client) -> None:
    assert "Ещё о разговоре" not in client.get("/articles/?sample=0").content.decode()


def test_every_fact_has_its_sentence_as_an_address_and_a_note(client: Client, collection: Article) -> None:
    page = client.get(collection.get_absolute_url()).content.decode()

    for reports in (collection.contactreports, collection.tradereports, collection.positionreports):  # type: ignore[attr-defined]
        report = reports.get()
        assert f'id="s-{report.start}-{report.end}"' in page
        assert f'href="#s-{report.start}-{report.end}"' in page


@pytest.mark.django_db
def test_an_article_not_yet_read_says_so(client: Client) -> None:
    page = client.get(article("Тишина.").get_absolute_url()).content.decode()

    assert "Not read yet" in page


@pytest.mark.django_db
def test_only_those_who_may_add_articles_are_offered_the_form(client: Client) -> None:
    assert "/admin/relations/article/add/" not in client.get("/articles/").content.decode()

    client.force_login(User.objects.create_superuser("editor"))

    assert "/admin/relations/article/add/" in client.get("/articles/").content.decode()
