"""The form behind "Add article" takes what it can read and says why not."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ingest.models import ReadingJob, Upload
from ingest.vocabulary import Origin, State
from relations.models import Article, Outlet

pytestmark = pytest.mark.django_db

ADD = "/admin/relations/article/add/"
TEXT = "Министры встретились в Пекине\nПекин, 8 февраля, 2024, 13:13 — ИА Регнум. Министры обсудили торговлю."


def errors(client: Client, **values: object) -> str:
    response = client.post(ADD, values)
    assert response.status_code == 200, "the form took it"
    assert not Upload.objects.exists()
    found = response.context["form"].errors
    return " ".join(str(error) for listed in found.values() for error in listed)


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


# --- What is taken -----------------------------------------------------------------------------------


def test_a_pasted_text_is_an_article_at_once_and_sent_to_be_read(
    admin_client: Client, sent: list[object], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    outlet = Outlet.objects.create(name="ИА Регнум")

    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(ADD, {"text": TEXT})

    article = Article.objects.get()
    assert (article.title, str(article.published)) == ("Министры встретились в Пекине", "2024-02-08")
    assert (article.text, article.outlet) == (TEXT, outlet)
    assert response.url == Upload.objects.get().get_absolute_url()
    assert sent == [("ingest.tasks.read_article", [article.reading_job.pk])]


def test_what_the_form_says_counts_more_than_what_the_text_says(admin_client: Client) -> None:
    values = {"title": "Встреча", "outlet": "Вестник", "published": "2024-02-09", "url": "https://example.org/1"}

    admin_client.post(ADD, {"text": TEXT, **values})

    article = Article.objects.get()
    assert (article.title, str(article.outlet), str(article.published)) == ("Встреча", "Вестник", "2024-02-09")
    assert article.url == "https://example.org/1"


def test_several_files_are_kept_and_each_is_sent_to_be_opened(
    admin_client: Client, sent: list[object], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    files = [file("один.txt", TEXT.encode()), file("../два.TXT", b"two")]

    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(ADD, {"files": files, "outlet": "Вестник"})

    first, second = Upload.objects.order_by("pk")
    assert response.status_code == 302
    assert (first.batch, first.origin, first.name) == (second.batch, Origin.FILE, "один.txt")
    assert first.file.read() == TEXT.encode()
    assert second.file.name.startswith("uploads/")
    assert ".." not in second.file.name
    assert sent == [("ingest.tasks.open_upload", [first.pk]), ("ingest.tasks.open_upload", [second.pk])]
    assert not Article.objects.exists()


def test_with_redis_down_the_request_succeeds_and_the_article_waits(
    admin_client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("ingest.dispatch.app.send_task", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(ADD, {"text": TEXT})

    assert response.status_code == 302
    assert ReadingJob.objects.get().state == State.QUEUED


# --- What is not taken, and why ------------------------------------------------------------------------


def test_nothing_or_both_at_once(admin_client: Client) -> None:
    assert "Paste a text, choose a file or give an address." in errors(admin_client)
    assert "Paste a text, choose a file or give an address." in errors(admin_client, text=" \n\t ")
    assert "not both" in errors(admin_client, text=TEXT, files=[file("a.txt", b"text")])


def test_the_same_text_again_is_said_and_linked(admin_client: Client) -> None:
    twin = Article.objects.create(text=TEXT)

    said = errors(admin_client, text=TEXT.replace("\n", "\r\n") + "  \n")

    assert f'href="{twin.get_absolute_url()}"' in said


def test_too_large_is_said_before_anything_reads_it(admin_client: Client, settings: object) -> None:
    settings.UPLOAD_MAX_BYTES = settings.ARTICLE_MAX_BYTES = 100

    assert "larger than" in errors(admin_client, text="я" * 51)
    assert "“a.txt” is larger than" in errors(admin_client, files=[file("a.txt", b"x" * 101)])
    assert "larger than" in errors(admin_client, files=[file("a.txt", b"x" * 500_000)])


def test_too_many_files(admin_client: Client, settings: object) -> None:
    settings.UPLOAD_MAX_FILES = 2

    assert "at most 2 files" in errors(admin_client, files=[file("a.txt", b"x")] * 3)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.exe", b"MZ", "This kind of file is not known"),
        ("a.txt", b"%PDF-1.7", "This is not a text"),
        ("a.txt", b"PK\x03\x04", "This is not a text"),
        ("a.txt", b"", "There is no text in it"),
    ],
)
def test_a_file_that_is_no_text_is_named(admin_client: Client, name: str, data: bytes, said: str) -> None:
    assert f"“{name}”: {said}" in errors(admin_client, files=[file("good.txt", b"text"), file(name, data)])


@pytest.mark.parametrize("day", ["1024-01-01", "2099-01-01", "yesterday"])
def test_a_date_outside_the_calendar_of_the_subject(admin_client: Client, day: str) -> None:
    assert "date" in errors(admin_client, text=TEXT, published=day)


def test_an_address_is_one_of_the_web(admin_client: Client) -> None:
    assert errors(admin_client, text=TEXT, url="javascript:alert(1)")


def test_a_title_or_address_belongs_to_a_single_article(admin_client: Client) -> None:
    files = [file("a.txt", b"x"), file("b.txt", b"y")]

    assert "single article" in errors(admin_client, files=files, title="Название")


def test_a_hostile_name_is_shown_as_text(admin_client: Client) -> None:
    response = admin_client.post(ADD, {"files": [file("<script>alert(1)</script>.exe", b"MZ")]})

    assert b"<script>alert" not in response.content


def test_only_those_who_may_add_see_the_form(client: Client, django_user_model: type) -> None:
    assert client.get(ADD).status_code == 302
    client.force_login(django_user_model.objects.create_user("stranger", is_staff=True))
    assert client.get(ADD).status_code == 403
    assert client.get(reverse("admin:relations_article_changelist")).status_code == 403
