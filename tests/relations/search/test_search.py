"""Search finds articles, facts and actors: any form of a word, any name in any script, phrases whole."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from relations import ledger
from relations.knowledge import as_of
from relations.models import Actor, Article, SearchText
from relations.search import find
from relations.search.indexing import index_actor, index_missing
from relations.vocabulary import SearchKind
from tests import readings

pytestmark = pytest.mark.django_db

CALL = "Президенты провели переговоры по телефону 8 февраля и обсудили поставки газа."


@pytest.fixture
def xi() -> Actor:
    actor = Actor.objects.create(
        key="xi-jinping",
        side="CN",
        name_ru="Си Цзиньпин",
        name_en="Xi Jinping",
        name_zh="习近平",
        aliases="Цзиньпин\nСи Цзинпин",
    )
    index_actor(actor)
    return actor


@pytest.fixture
def called(xi: Actor) -> Article:
    article = readings.article(CALL, title="О чём говорили лидеры")
    readings.store(article, readings.call(article, CALL))
    return article


def found(text: str) -> dict[str, list[Any]]:
    return {str(kind): [hit.found for hit in hits] for kind, hits in find(text).groups.items()}


@pytest.mark.parametrize("asked", ["переговоров", "ПЕРЕГОВОРЫ", "поставка газа", "президента", "лидер"])
def test_any_form_of_a_word_is_found(called: Article, asked: str) -> None:
    assert found(asked)["article"] == [called]


@pytest.mark.parametrize("asked", ["погода", "переговоры погода", "газопровод"])
def test_every_word_must_be_there(called: Article, asked: str) -> None:
    assert found(asked) == {}


def test_a_fact_is_found_by_its_sentence(called: Article) -> None:
    (contact,) = found("поставках")["contact"]

    assert contact.reports.get().article == called


@pytest.mark.parametrize(
    "asked", ["Си Цзиньпин", "си цзиньпина", "Xi Jinping", "XI JINPING", "习近平", "Цзиньпином", "Си Цзинпин"]
)
def test_a_person_is_found_under_every_name(called: Article, xi: Actor, asked: str) -> None:
    """The article calls him president: who it names is known from its reading."""
    hits = found(asked)

    assert hits["actor"] == [xi]
    assert len(hits["contact"]) == 1


def test_a_phrase_is_found_whole(called: Article) -> None:
    assert found('"обсудили поставки газа"')["article"] == [called]
    assert found("«поставки обсудили»") == {}
    assert found("поставки обсудили")["article"] == [called]


def test_words_found_are_marked_and_nothing_else(called: Article) -> None:
    (hit,) = find("поставке").groups[SearchKind.CONTACT]

    assert [piece.text for piece in hit.pieces if piece.is_asked] == ["поставки"]
    assert "".join(piece.text for piece in hit.pieces) == CALL


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        '"',
        "«»",
        "'",
        "AND",
        "OR NOT",
        "a*",
        "(",
        "NEAR(a b)",
        "qqactor1",
        "\\",
        "%",
        ":",
        "!&|",
        "х" * 5000,
        "-",
    ],
)
def test_whatever_is_typed_is_answered(called: Article, client: Client, asked: str) -> None:
    assert client.get("/search/", {"q": asked}).status_code == 200


def test_what_is_gone_is_not_found(called: Article) -> None:
    ledger.delete([called])

    assert found("переговоры") == {}
    assert not SearchText.objects.exclude(kind=SearchKind.ACTOR).exists()


def test_a_new_reading_is_found_by_its_own_sentences(called: Article) -> None:
    readings.store(called)

    assert "contact" not in found("переговоры")
    assert found("переговоры")["article"] == [called]


def test_a_rejected_fact_is_not_found(called: Article, django_user_model: Any) -> None:
    from relations import reviewing

    (contact,) = found("переговоры")["contact"]
    reviewing.reject(django_user_model.objects.create_user("r"), "contact", contact.pk, "no")

    assert "contact" not in found("переговоры")


def test_the_past_knows_what_was_there(called: Article) -> None:
    from datetime import timedelta

    with as_of(called.added_at - timedelta(days=1)):
        assert "article" not in found("переговоры")


def test_what_an_earlier_version_stored_is_indexed_once(called: Article, xi: Actor) -> None:
    before = list(SearchText.objects.order_by("kind", "number").values_list("kind", "number", "lemmas"))
    SearchText.objects.all().delete()
    xi.search_names.all().delete()

    assert sum(1 for _ in index_missing()) == len(before)
    assert list(SearchText.objects.order_by("kind", "number").values_list("kind", "number", "lemmas")) == before
    assert list(index_missing()) == []


def test_preparing_a_copy_indexes_what_is_missing(called: Article, settings: Any, tmp_path: Any) -> None:
    SearchText.objects.all().delete()

    call_command("index")

    assert found("переговоры")["article"] == [called]


def test_the_page_shows_and_escapes(client: Client, xi: Actor) -> None:
    article = readings.article("Встреча <script>alert(1)</script> послов.")
    readings.store(article)

    page = client.get("/search/", {"q": "послы alert"}).content.decode()

    assert "<mark>послов</mark>" in page
    assert "<script>alert" not in page
    assert f'href="{article.get_absolute_url()}"' in page


def test_a_page_takes_few_queries(called: Article, client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(15):
        client.get("/search/", {"q": "переговоры"})
