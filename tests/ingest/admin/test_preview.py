"""A single text may be looked at before it is stored: what was taken from it, with the means to set it right."""

import errno

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.receiving import NO_ROOM
from ingest.tasks import open_upload
from ingest.vocabulary import Reason
from relations.models import Article, Outlet
from tests.ingest.readers import files

pytestmark = pytest.mark.django_db

ADD = "/admin/relations/article/add/"
TEXT = "Министры встретились в Пекине\nПекин, 8 февраля, 2024, 13:13 — ИА Регнум. Министры обсудили торговлю."


@pytest.fixture
def part(admin_client: Client) -> UploadedPart:
    Outlet.objects.create(name="Регнум", aliases="ИА Регнум")
    admin_client.post(ADD, {"text": TEXT, "is_preview": "on"})
    return UploadedPart.objects.get()


def address(part: UploadedPart) -> str:
    return reverse("admin:ingest_upload_preview", args=[part.pk])


def test_nothing_is_stored_before_somebody_looked(admin_client: Client, part: UploadedPart) -> None:
    assert part.reason == Reason.PREVIEW
    assert not Article.objects.exists()
    assert address(part) in admin_client.get(part.upload.get_absolute_url()).content.decode()


def test_what_was_taken_is_shown(admin_client: Client, part: UploadedPart) -> None:
    page = admin_client.get(address(part)).content.decode()

    for taken in ('value="Министры встретились в Пекине"', 'value="2024-02-08"', 'value="Регнум"', "обсудили торговлю"):
        assert taken in page
    assert "The text is Russian." in page


def test_a_text_in_another_language_is_said_to_be(admin_client: Client) -> None:
    admin_client.post(ADD, {"text": "The ministers met in Beijing on Thursday.", "is_preview": "on"})

    assert "not Russian" in admin_client.get(address(UploadedPart.objects.get())).content.decode()


def test_it_is_stored_as_it_was_set_right(admin_client: Client, part: UploadedPart) -> None:
    said = {"title": "Встреча", "published": "2024-02-09", "outlet": "Вестник", "url": ""}

    response = admin_client.post(address(part), said)

    article = Article.objects.get()
    assert response["location"] == part.upload.get_absolute_url()
    assert (article.title, str(article.published), str(article.outlet)) == ("Встреча", "2024-02-09", "Вестник")
    assert article.text == TEXT
    assert ReadingJob.objects.get().article == article
    assert (Upload.objects.get().reason, UploadedPart.objects.get().article) == (Reason.NEW, article)


def test_what_cannot_be_is_said_and_nothing_typed_is_lost(admin_client: Client, part: UploadedPart) -> None:
    page = admin_client.post(address(part), {"title": "Моё", "published": "1024-01-01"}).content.decode()

    assert "1949" in page
    assert 'value="Моё"' in page
    assert not Article.objects.exists()


def test_a_server_in_trouble_is_said_and_nothing_typed_is_lost(
    admin_client: Client, part: UploadedPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def confirm(*args: object, **said: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ingest.admin.uploads.confirm", confirm)

    page = admin_client.post(address(part), {"title": "Моё"}).content.decode()

    assert escape(str(NO_ROOM)) in page
    assert 'value="Моё"' in page


def test_it_can_be_dismissed(admin_client: Client, part: UploadedPart) -> None:
    admin_client.post(address(part), {"dismiss": "1", "published": "nonsense"})

    part.refresh_from_db()
    assert (part.reason, part.draft, Article.objects.count()) == (Reason.DISMISSED, None, 0)


def test_twice_it_is_stored_once(admin_client: Client, part: UploadedPart) -> None:
    admin_client.post(address(part), {})

    assert admin_client.post(address(part), {}).status_code == 404
    assert Article.objects.count() == 1


def test_a_file_is_opened_by_the_worker_and_then_looked_at(admin_client: Client) -> None:
    page = SimpleUploadedFile("posol.html", files.html("windows-1251"))
    admin_client.post(ADD, {"files": [page], "is_preview": "on"})
    upload = Upload.objects.get()
    assert not upload.parts.exists()

    open_upload(upload.pk)

    shown = admin_client.get(address(UploadedPart.objects.get())).content.decode()
    assert f'value="{files.TITLE}"' in shown
    assert "windows-1251" in shown.lower()
    assert not Article.objects.exists()


@pytest.mark.parametrize("names", [["a.zip"], ["a.csv"], ["a.txt", "b.txt"]])
def test_many_at_once_are_not_looked_at_first(admin_client: Client, names: list[str]) -> None:
    chosen = [SimpleUploadedFile(name, b"x") for name in names]

    page = admin_client.post(ADD, {"files": chosen, "is_preview": "on"}).content.decode()

    assert "Only a single article can be looked at first." in page
    assert not Upload.objects.exists()


def test_others_uploads_are_not_shown(client: Client, part: UploadedPart) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="add_article"))
    client.force_login(editor)

    assert client.get(address(part)).status_code == 403
    assert client.post(address(part), {}).status_code == 403
