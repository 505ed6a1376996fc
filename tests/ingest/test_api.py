"""Programs hand in articles with a token; what came of it is told in the answer."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from ingest.models import ReadingJob, Token, Upload
from ingest.vocabulary import Origin
from relations.models import Article

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/articles"
ARTICLE = {
    "text": "Министры встретились.",
    "title": "Встреча",
    "published": "2024-02-08",
    "outlet": "Вестник",
    "url": "https://example.org/1",
    "id": "n-1",
}


@pytest.fixture(autouse=True)
def unsent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing goes to Redis here."""
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda *args, **options: None)


@pytest.fixture
def editor() -> User:
    user = User.objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="add_article"))
    return user


def secret_of(user: User, **fields: Any) -> str:
    token = Token(user=user, name="crawler", **fields)
    secret = token.make()
    token.save()
    return secret


def post(client: Client, secret: str | None, body: Any = ARTICLE) -> Any:
    headers = {"authorization": f"Bearer {secret}"} if secret is not None else {}
    return client.post(ADDRESS, body, content_type="application/json", headers=headers)


def test_an_article_is_stored_and_sent_to_be_read(client: Client, editor: User) -> None:
    answer = post(client, secret_of(editor))

    article = Article.objects.get()
    assert (answer.status_code, answer.json()["reason"]) == (201, "new")
    assert answer.json()["address"] == article.get_absolute_url()
    assert (article.external_id, article.title, str(article.published)) == ("n-1", "Встреча", "2024-02-08")
    assert ReadingJob.objects.get().article == article
    upload = Upload.objects.get()
    assert (upload.origin, upload.user, upload.name) == (Origin.API, editor, "n-1")


def test_the_text_alone_is_enough(client: Client, editor: User) -> None:
    assert post(client, secret_of(editor), {"text": "Министры встретились."}).status_code == 201


def test_a_text_that_is_there_is_said_to_be(client: Client, editor: User) -> None:
    secret = secret_of(editor)
    first = post(client, secret).json()

    answer = post(client, secret)

    assert (answer.status_code, answer.json()["reason"]) == (200, "known")
    assert answer.json()["article"] == first["article"]


def test_another_text_under_a_taken_id_is_refused(client: Client, editor: User) -> None:
    secret = secret_of(editor)
    post(client, secret)

    answer = post(client, secret, {**ARTICLE, "text": "Другой текст."})

    assert (answer.status_code, answer.json()["article"]) == (409, None)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", "Ж"])
def test_without_a_token_nothing_is_taken(client: Client, secret: str | None) -> None:
    assert post(client, secret).status_code == 401
    assert not Article.objects.exists()


def test_a_session_is_no_token(admin_client: Client) -> None:
    """Else a page elsewhere could have a logged-in editor's browser hand in articles."""
    assert post(admin_client, None).status_code == 401


def test_a_token_that_was_switched_off_is_none(client: Client, editor: User) -> None:
    assert post(client, secret_of(editor, is_active=False)).status_code == 401


def test_a_token_of_a_user_who_may_no_longer_log_in_is_none(client: Client, editor: User) -> None:
    secret = secret_of(editor)
    User.objects.update(is_active=False)

    assert post(client, secret).status_code == 401


def test_a_token_may_do_no_more_than_its_user(client: Client) -> None:
    answer = post(client, secret_of(User.objects.create_user("reader")))

    assert answer.status_code == 403
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": 5},
        {"text": "т", "published": "вчера"},
        {"text": "т", "title": "т" * 501},
        "nonsense",
        [],
    ],
)
def test_a_body_that_is_no_article_is_explained(client: Client, editor: User, body: Any) -> None:
    answer = post(client, secret_of(editor), body)

    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]
    assert not Article.objects.exists()


def test_a_text_of_nothing_but_space_is_refused(client: Client, editor: User) -> None:
    answer = post(client, secret_of(editor), {"text": " \n "})

    assert (answer.status_code, answer.json()["detail"]) == (422, "There is no text in it.")
    assert not Upload.objects.exists()


def test_a_text_beyond_the_limit_is_refused(client: Client, editor: User, settings: Any) -> None:
    settings.ARTICLE_MAX_BYTES = 10

    assert post(client, secret_of(editor)).status_code == 413


def test_the_secret_is_kept_nowhere_and_its_use_is(client: Client, editor: User) -> None:
    secret = secret_of(editor)

    post(client, secret)

    token = Token.objects.get()
    assert secret not in str(Token.objects.values())
    assert token.used_at is not None


def test_the_documentation_names_the_address(client: Client) -> None:
    assert ADDRESS in client.get("/api/v1/openapi.json").json()["paths"]
