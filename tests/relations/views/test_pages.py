"""What holds for every page."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from relations.models import Actor, Article, Contact, Position, TradeFigure

LISTS = ["/", "/contacts/", "/trade/", "/trade/commitments/", "/positions/", "/actors/", "/articles/", "/about/"]
MOST_QUERIES = 15


def one_of_each() -> list[str]:
    models = (Contact, TradeFigure, Position, Actor, Article)
    return [model.objects.first().get_absolute_url() for model in models]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.usefixtures("collection")
def test_every_page_answers_in_both_languages(client: Client, language: str) -> None:
    for address in [*LISTS, *one_of_each()]:
        response = client.get(address, headers={"accept-language": language})

        assert response.status_code == 200, address
        assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_an_empty_collection_is_no_error(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("many")
def test_no_page_needs_more_queries_for_more_facts(client: Client, django_assert_max_num_queries: object) -> None:
    for address in [*LISTS, *one_of_each()]:
        with django_assert_max_num_queries(MOST_QUERIES):  # type: ignore[operator]
            client.get(address)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/contacts/1/", "/trade/1/", "/positions/1/", "/actors/1/", "/articles/1/", f"/contacts/{10**30}/", "/nowhere/"],
)
def test_what_is_not_there_is_a_404_that_leads_on(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert 'href="/contacts/"' in response.content.decode()


def test_the_error_page_needs_neither_request_nor_database() -> None:
    assert "Something went wrong on our side" in render_to_string("500.html")


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize("page", ["0", "-1", "x", "999", "9" * 5000])
def test_a_page_number_that_makes_no_sense_gives_a_page(client: Client, page: str) -> None:
    assert client.get("/contacts/", {"page": page}).status_code == 200


@pytest.mark.usefixtures("collection")
def test_no_page_has_inline_script_or_style(client: Client) -> None:
    for address in [*LISTS, *one_of_each()]:
        page = client.get(address).content.decode()

        assert "<style" not in page
        assert " style=" not in page
        assert "onclick" not in page
        assert page.count("<script") == page.count("<script src=") + page.count('type="application/json"')


def test_nothing_from_an_article_is_taken_for_markup(client: Client, collection: Article) -> None:
    Article.objects.filter(pk=collection.pk).update(title="<b>жирно</b>", text="<script>alert(1)</script>")

    for address in ("/articles/", collection.get_absolute_url(), Contact.objects.first().get_absolute_url()):  # type: ignore[union-attr]
        page = client.get(address).content.decode()
        assert "<b>жирно" not in page
        assert "<script>alert" not in page


@pytest.mark.django_db
def test_the_language_is_switched_without_script_and_remembered(client: Client) -> None:
    client.post("/i18n/setlang/", {"language": "ru", "next": "/contacts/"})

    assert '<html lang="ru"' in client.get("/contacts/").content.decode()


@pytest.mark.django_db
def test_the_theme_chosen_comes_with_the_page(client: Client) -> None:
    assert "data-theme=" not in client.get("/").content.decode().partition(">")[0]
    client.cookies["theme"] = "dark"
    assert '<html lang="en" data-theme="dark">' in client.get("/").content.decode()
    client.cookies["theme"] = '"><script>'
    assert "data-theme=" not in client.get("/about/").content.decode().partition("<head>")[0]
