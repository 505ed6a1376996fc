"""The page of an upload shows what becomes of it."""

import uuid

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ingest.admin.queueing import requeue
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.tasks import open_upload, read_article
from ingest.vocabulary import Reason, State
from relations.models import Article
from relations.vocabulary import Unread
from tests import readings
from tests.ingest.admin.conftest import MakeUpload

pytestmark = pytest.mark.django_db


def page(client: Client, upload: Upload) -> str:
    return client.get(reverse("admin:ingest_upload_state", args=[upload.batch])).content.decode()


def test_a_file_waits_is_opened_and_its_article_waits_to_be_read(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    assert "queued" in page(admin_client, upload)

    open_upload(upload.pk)

    shown = page(admin_client, upload)
    assert "New article." in shown
    assert Article.objects.get().get_absolute_url() in shown
    assert 'data-over="no"' in shown


def test_a_read_article_leads_to_its_facts(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    open_upload(upload.pk)
    article = readings.article(readings.CALL)
    readings.store(article, readings.call(article))
    ReadingJob.objects.create(article=article, state=State.DONE)
    ReadingJob.objects.update(state=State.DONE)
    UploadedPart.objects.create(upload=upload, member=1, reason=Reason.NEW, article=article)

    shown = page(admin_client, upload)

    assert 'data-over="yes"' in shown
    assert article.contactreports.get().fact.get_absolute_url() in shown
    assert "1 contact" in shown


def test_an_article_in_another_language_is_done_and_says_why_nothing_was_read(
    admin_client: Client, uploaded: MakeUpload
) -> None:
    upload = uploaded(b"The ambassadors met in Beijing on Thursday.")
    open_upload(upload.pk)

    read_article(ReadingJob.objects.get().pk)

    article = Article.objects.get()
    assert (ReadingJob.objects.get().state, article.unread_reason) == (State.DONE, Unread.NOT_RUSSIAN)
    for address in (
        reverse("admin:ingest_upload_state", args=[upload.batch]),
        reverse("admin:relations_article_changelist"),
        article.get_absolute_url(),
    ):
        for language in ("en", "ru"):
            with translation.override(language):
                said = str(Unread.NOT_RUSSIAN.label)
            assert said in admin_client.get(address, headers={"accept-language": language}).content.decode()


def test_a_file_with_a_known_text_leads_to_the_article_that_has_it(admin_client: Client, uploaded: MakeUpload) -> None:
    first, second = uploaded(), uploaded()
    open_upload(first.pk)
    open_upload(second.pk)

    article = Article.objects.get()
    assert ReadingJob.objects.count() == 1
    assert "already there" in page(admin_client, second)
    assert article.get_absolute_url() in page(admin_client, second)


@pytest.mark.parametrize(("data", "reason"), [(b" \n ", Reason.EMPTY), (bytes(range(256)) * 9, Reason.NOT_TEXT)])
def test_a_file_without_a_text_fails_with_the_reason(
    admin_client: Client, data: bytes, reason: Reason, uploaded: MakeUpload
) -> None:
    upload = uploaded(data)

    open_upload(upload.pk)

    assert str(reason.label) in page(admin_client, upload)
    assert 'data-over="yes"' in page(admin_client, upload)


def test_a_file_that_vanished_fails_with_the_reason(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    upload.file.storage.delete(upload.file.name)

    open_upload(upload.pk)

    assert str(Reason.GONE.label) in page(admin_client, upload)


def test_what_failed_can_be_tried_again(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    Upload.objects.update(state=State.FAILED, reason=Reason.KILLED, attempts=3)
    retry = reverse("admin:ingest_upload_retry", args=[upload.batch])
    assert retry in page(admin_client, upload)

    admin_client.post(retry)

    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == (State.QUEUED, 0)


def test_the_reason_is_said_in_the_readers_language(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    Upload.objects.update(state=State.FAILED, reason=Reason.EMPTY)

    with translation.override("ru"):
        said = str(Reason.EMPTY.label)
        shown = admin_client.get(upload.get_absolute_url(), headers={"accept-language": "ru"}).content.decode()

    assert said in shown
    assert "There is no text" not in shown


def test_the_page_works_without_a_script_and_ends_its_reloading(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = uploaded()
    assert '<noscript><meta http-equiv="refresh"' in admin_client.get(upload.get_absolute_url()).content.decode()
    Upload.objects.update(state=State.FAILED)
    assert "<noscript><meta" not in admin_client.get(upload.get_absolute_url()).content.decode()


def test_editors_see_their_own_uploads_and_not_those_of_others(client: Client, uploaded: MakeUpload) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="add_article"))
    mine, other = uploaded(user=editor), uploaded()
    client.force_login(editor)

    assert client.get(mine.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 403
    assert client.get(reverse("admin:ingest_upload_progress", args=[uuid.uuid4()])).status_code == 404
    client.logout()
    assert client.get(mine.get_absolute_url()).status_code == 302


def test_the_lists_of_the_admin_show_states_and_can_have_articles_read_again(admin_client: Client) -> None:
    article = readings.article("Стороны обсудили торговлю.")
    job = ReadingJob.objects.create(article=article, state=State.FAILED, reason=Reason.TOO_SLOW)
    changelist = reverse("admin:relations_article_changelist")
    assert str(Reason.TOO_SLOW.label) in admin_client.get(changelist).content.decode()

    admin_client.post(changelist, {"action": "read_again", "_selected_action": [article.pk]})

    job.refresh_from_db()
    assert job.state == State.QUEUED
    assert admin_client.get(reverse("admin:ingest_upload_changelist")).status_code == 200


def test_a_corrected_date_has_the_article_read_again_and_its_text_stays(admin_client: Client) -> None:
    article = readings.article("Стороны обсудили торговлю.")
    job = ReadingJob.objects.create(article=article, state=State.DONE)
    text, change = article.text, reverse("admin:relations_article_change", args=[article.pk])

    response = admin_client.post(change, {"published": "2024-03-01", "text": "подмена", "title": "", "url": ""})

    assert response.status_code == 302
    article.refresh_from_db()
    job.refresh_from_db()
    assert (str(article.published), article.text) == ("2024-03-01", text)
    assert job.state == State.QUEUED


def test_requeueing_counts_what_it_queues() -> None:
    assert requeue(Upload, Upload.objects.none()) == 0
