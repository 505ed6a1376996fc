"""The list of uploads: each batch with its progress, filters over all of them, and retries."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from ingest.models import ReadingJob, Upload
from ingest.tasks import open_upload
from ingest.vocabulary import Reason, State
from tests.ingest.admin.conftest import MakeUpload
from tests.ingest.readers import files

pytestmark = pytest.mark.django_db

LIST = "/admin/ingest/upload/"


def shown(client: Client, address: str = LIST, **asked: str) -> str:
    return client.get(address, asked).content.decode()


def archive_opened(uploaded: MakeUpload) -> Upload:
    """Of seven files, two are new articles, one is there twice, and four are none."""
    members = {
        "one.txt": "Послы встретились.".encode(),
        "twice.txt": "Послы встретились. ".encode(),
        "two.txt": "Министры встретились.".encode(),
        "empty.txt": b" ",
        "picture.png": b"x",
        "broken.pdf": b"x",
        "../out.txt": b"x",
    }
    upload = uploaded(files.archive(members), "новости.zip")
    open_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def test_a_batch_is_a_line_with_its_progress(admin_client: Client, uploaded: MakeUpload) -> None:
    batch = uuid.uuid4()
    uploaded(name="первый.txt", batch=batch)
    open_upload(uploaded("Другой текст.".encode(), name="второй.txt", batch=batch).pk)

    page = shown(admin_client)

    assert page.count(f'href="/admin/ingest/upload/batch/{batch}/"') == 1
    assert "2 uploads" in page
    assert '<progress max="3" value="1">' in page


def test_the_list_takes_few_queries_however_long(
    admin_client: Client, uploaded: MakeUpload, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(30):
        uploaded(name=f"{number}.txt")

    with django_assert_max_num_queries(12):
        page = shown(admin_client)

    assert "page 1 of 2, 30 in all" in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "ПЕРВЫЙ"}, {"первый.txt"}),
        ({"q": "послы встретились"}, {"второй.txt"}),
        ({"state": "failed"}, {"третий.mp3"}),
        ({"state": "under_way"}, {"первый.txt", "второй.txt"}),
        ({"origin": "paste"}, set()),
        ({"origin": "nonsense", "state": "nonsense"}, {"первый.txt", "второй.txt", "третий.mp3"}),
    ],
)
def test_filters_and_search_act_on_all(
    admin_client: Client, uploaded: MakeUpload, asked: dict[str, str], expected: set[str]
) -> None:
    uploaded(name="первый.txt")
    open_upload(uploaded(name="второй.txt").pk)
    open_upload(uploaded(name="третий.mp3").pk)

    page = shown(admin_client, **asked)

    assert {name for name in ("первый.txt", "второй.txt", "третий.mp3") if f">{name}</a>" in page} == expected


def test_the_part_that_changes_is_had_by_itself_and_says_when_all_is_over(
    admin_client: Client, uploaded: MakeUpload
) -> None:
    upload = uploaded(name="a.mp3")
    assert 'data-over="no"' in shown(admin_client, f"{LIST}state/")

    open_upload(upload.pk)

    assert 'data-over="yes"' in shown(admin_client, f"{LIST}state/")


def test_editors_see_their_own_batches_alone(client: Client, uploaded: MakeUpload) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="add_article"))
    uploaded(name="mine.txt", user=editor)
    uploaded(name="other.txt")
    client.force_login(editor)

    page = shown(client)

    assert "mine.txt" in page
    assert "other.txt" not in page


def test_nobody_else_sees_any(client: Client, uploaded: MakeUpload) -> None:
    uploaded(name="secret.txt")

    assert client.get(LIST).status_code == 302
    assert client.get(f"{LIST}state/").status_code == 302


# --- A batch ------------------------------------------------------------------------------------------


def test_every_text_of_an_archive_has_its_outcome(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = archive_opened(uploaded)

    page = shown(admin_client, upload.get_absolute_url())

    assert (upload.state, upload.reason, upload.parts.count()) == (State.DONE, Reason.MANY, 7)
    for reason in (Reason.NEW, Reason.KNOWN, Reason.EMPTY, Reason.UNKNOWN_TYPE, Reason.DAMAGED, Reason.UNSAFE_NAME):
        assert str(reason.label).replace("'", "&#x27;") in page
    counts = [
        f"{label}: <strong>{count}</strong>" for label, count in (("new", 2), ("already there", 1), ("no text", 1))
    ]
    assert all(count in page for count in [*counts, "left out: <strong>3</strong>", "under way: <strong>2</strong>"])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"outcome": "known"}, {"twice.txt"}),
        ({"outcome": "no_text"}, {"empty.txt"}),
        ({"outcome": "refused"}, {"picture.png", "broken.pdf", "out.txt"}),
        ({"q": "МИНИСТРЫ"}, {"two.txt"}),
        ({"q": "TWO", "outcome": "known"}, set()),
    ],
)
def test_a_batch_is_filtered_and_searched(
    admin_client: Client, uploaded: MakeUpload, asked: dict[str, str], expected: set[str]
) -> None:
    upload = archive_opened(uploaded)

    page = shown(admin_client, reverse("admin:ingest_upload_state", args=[upload.batch]), **asked)

    names = ("one.txt", "twice.txt", "two.txt", "empty.txt", "picture.png", "broken.pdf", "out.txt")
    assert {name for name in names if name in page} == expected


def test_one_reading_is_tried_again(admin_client: Client, uploaded: MakeUpload) -> None:
    upload = archive_opened(uploaded)
    ReadingJob.objects.update(state=State.FAILED, reason=Reason.TOO_SLOW)
    one, other = ReadingJob.objects.order_by("pk")

    admin_client.post(reverse("admin:ingest_upload_retry", args=[upload.batch]), {"reading": one.pk})

    assert set(ReadingJob.objects.filter(state=State.QUEUED)) == {one}
    assert set(ReadingJob.objects.filter(state=State.FAILED)) == {other}
    upload.refresh_from_db()
    assert upload.state == State.DONE


def test_all_that_was_left_out_is_tried_again_and_nothing_is_doubled(
    admin_client: Client, uploaded: MakeUpload
) -> None:
    upload = archive_opened(uploaded)

    admin_client.post(reverse("admin:ingest_upload_retry", args=[upload.batch]))
    upload.refresh_from_db()
    assert (upload.state, upload.parts.count()) == (State.QUEUED, 3)
    open_upload(upload.pk)

    assert upload.parts.count() == 7
    assert ReadingJob.objects.count() == 2


@pytest.mark.parametrize("pk", ["0", "-1", "nonsense", "9" * 30])
def test_what_is_not_there_is_not_tried_again(admin_client: Client, uploaded: MakeUpload, pk: str) -> None:
    upload = archive_opened(uploaded)

    admin_client.post(reverse("admin:ingest_upload_retry", args=[upload.batch]), {"upload": pk, "reading": pk})

    upload.refresh_from_db()
    assert upload.state == State.DONE


def test_a_batch_of_hundreds_comes_in_pages(
    admin_client: Client, uploaded: MakeUpload, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    members = {f"{number}.txt": f"Встреча номер {number}.".encode() for number in range(120)}
    upload = uploaded(files.archive(members), "a.zip")
    open_upload(upload.pk)

    with django_assert_max_num_queries(20):
        page = shown(admin_client, upload.get_absolute_url(), page="3")

    assert "page 3 of 3, 120 in all" in page
    assert page.count("119.txt") == 1
    assert "99.txt" not in page


def test_a_name_is_shown_and_never_taken_for_markup(admin_client: Client, uploaded: MakeUpload) -> None:
    hostile = "<script>alert(1)</script>.txt"
    upload = uploaded(name=hostile)

    for address in (LIST, upload.get_absolute_url()):
        assert "<script>alert(1)" not in shown(admin_client, address)
        assert "&lt;script&gt;alert(1)" in shown(admin_client, address)
