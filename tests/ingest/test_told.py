"""docs/formats.md says what each kind of file gives, and in each hostile case what the user is told: it is so.

A row without a case here or in readers/test_hostile.py fails, and so do a case without a row and a row in other words.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as project
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from ingest import feeds
from ingest.models import Feed, ReadingJob, Upload
from ingest.readers import SUFFIXES, read
from ingest.readers.draft import Draft, Limits
from ingest.receiving import NO_DATABASE, NO_ROOM
from ingest.tasks import open_upload
from ingest.vocabulary import STORED, Origin, Reason
from relations.models import Article
from tests.ingest.readers import files
from tests.ingest.readers.files import BODY, TEXT, TITLE
from tests.ingest.readers.test_hostile import WHOLE, WITHIN
from tests.ingest.site import Site, running_site

pytestmark = pytest.mark.django_db

PAGE = (project.BASE_DIR / "docs" / "formats.md").read_text(encoding="utf-8")
ADD = "/admin/relations/article/add/"


def rows(heading: str) -> list[list[str]]:
    """The cells of the tables below a heading, without the tables' own headings."""
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    tables = re.findall(r"\|[ -]+\|[-| ]*\n((?:\|.*\n)+)", section)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for table in tables for line in table.splitlines()]


# --- What each kind of file gives --------------------------------------------------------------------

ROW = {
    "Заголовок": TITLE,
    "Текст": BODY[0],
    "Дата": "2024-02-08",
    "Источник": "Вестник",
    "Ссылка": "https://example.org/1",
}
RECORD = {
    "title": TITLE,
    "text": BODY[0],
    "published": "2024-02-08",
    "outlet": "Вестник",
    "url": "https://example.org/1",
}
SOUND = {
    ".txt": TEXT.encode(),
    ".html": files.html(),
    ".htm": files.html(),
    ".docx": files.word(),
    ".odt": files.opendocument(),
    ".rtf": files.rtf(),
    ".pdf": files.pdf(),
    ".eml": files.mail(),
    ".csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in (ROW, ROW.values())).encode(),
    ".xlsx": files.workbook([list(ROW), list(ROW.values())]),
    ".jsonl": files.records(RECORD),
    ".zip": files.archive({"a.html": files.html()}),
}
FIELDS = {"text": "text", "title": "title", "date": "published", "outlet": "outlet", "address": "url"}


def test_every_kind_of_file_has_its_row() -> None:
    assert sorted(row[0].strip("`") for row in rows("What goes in")) == sorted(SUFFIXES)


@pytest.mark.parametrize(("suffix", "kind", "taken"), rows("What goes in"), ids=lambda cell: cell.strip("`")[:20])
def test_a_kind_of_file_gives_what_is_said(suffix: str, kind: str, taken: str) -> None:
    (part,) = read("a" + suffix.strip("`"), SOUND[suffix.strip("`")], Limits())

    assert isinstance(part.outcome, Draft)
    assert taken == ", ".join(name for name, field in FIELDS.items() if getattr(part.outcome, field))


# --- What the user is told -----------------------------------------------------------------------------


class Desk(SimpleNamespace):
    """An editor's: each way to hand something in gives back what the editor then reads."""

    client: Client
    settings: Any
    site: Site

    def form(self, **values: Any) -> str:
        response = self.client.post(ADD, values)
        assert response.status_code == 200, "the form took it"
        assert not Upload.objects.exists()
        return " ".join(str(said) for errors in response.context["form"].errors.values() for said in errors)

    def file(self, name: str, data: bytes, **limits: int) -> str:
        return self._opened({"files": [chosen(name, data)]}, limits)

    def address(self, url: str, **limits: int) -> str:
        return self._opened({"url": url}, limits)

    def feed(self, url: str) -> str:
        feed = Feed.objects.create(url=url)
        feeds.look_at(feed.pk)
        feed.refresh_from_db()
        return f"{feed.get_reason_display()} {feed.detail}".strip()

    def _opened(self, values: dict[str, Any], limits: dict[str, int]) -> str:
        """The outcome of the last thing in an upload, or of the upload, once the worker has opened it."""
        for limit, value in limits.items():
            setattr(self.settings, limit, value)
        assert self.client.post(ADD, values).status_code == 302
        upload = Upload.objects.get()
        open_upload(upload.pk)
        upload.refresh_from_db()
        *_, line = self.client.get(upload.get_absolute_url()).context["page"]
        return line.part.outcome if line.part else line.upload.outcome

    def reading(self) -> str:
        """What is said of an article that killed its reader three times."""
        ago = timezone.now() - timedelta(minutes=5)
        job = ReadingJob.objects.create(
            article=Article.objects.create(text=TEXT), state="running", attempts=3, lease_until=ago
        )
        ReadingJob.sweep(queue_is_empty=True)
        job.refresh_from_db()
        return job.outcome

    def vanished(self) -> str:
        upload = Upload.objects.create(origin=Origin.FILE, name="a.txt", file="uploads/gone.txt")
        open_upload(upload.pk)
        upload.refresh_from_db()
        return upload.outcome


def chosen(name: str, data: bytes = b"text") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def locked_member() -> bytes:
    packed = bytearray(files.archive({"a.txt": TEXT.encode()}))
    packed[packed.index(b"PK\x03\x04") + 6] |= 1  # the flag of encryption, in both places that have it
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def greedy() -> bytes:
    """Small as a file, large once it is open."""
    return files.workbook([["text"], *[["слово " * 5000]] * 90])


def taken_id(desk: Desk) -> str:
    Article.objects.create(text="Другой текст.", external_id="7")
    return desk.file("a.jsonl", files.records({"id": 7, "text": TEXT}))


def same_text(desk: Desk) -> str:
    Article.objects.create(text=TEXT)
    return desk.form(text=TEXT)


OUT = "http://169.254.169.254/latest"
TOLD: dict[str, Callable[[Desk], str]] = {
    # In the form
    "nothing at all": lambda desk: desk.form(),
    "a text and a file": lambda desk: desk.form(text=TEXT, files=[chosen("a.txt")]),
    "the same text again": same_text,
    "a text that is too large": lambda desk: desk.form(text="я" * 1_100_000),
    "a file of 200 MB": lambda desk: desk.form(files=[chosen("a.pdf", b"x" * 5000)]),
    "too many files": lambda desk: desk.form(files=[chosen("a.txt")] * 4),
    "another kind of file": lambda desk: desk.form(files=[chosen("a.exe")]),
    "a picture called .txt": lambda desk: desk.form(files=[chosen("a.txt", b"\x89PNG\r\n\x1a\n")]),
    "a file without a byte": lambda desk: desk.form(files=[chosen("a.txt", b"")]),
    "a name with markup": lambda desk: desk.form(files=[chosen("<script>alert(1)</script>.exe")]),
    "a date in 1024": lambda desk: desk.form(text=TEXT, published="1024-01-01"),
    "a date in 2099": lambda desk: desk.form(text=TEXT, published="2099-01-01"),
    "an address that is none": lambda desk: desk.form(text=TEXT, url="javascript:alert(1)"),
    # In a file
    "a text of blanks": lambda desk: desk.file("a.txt", b" \n "),
    "a text in it that is too large": lambda desk: desk.file("a.jsonl", files.records({"text": "слово " * 200_000})),
    "a member with a password": lambda desk: desk.file("a.zip", locked_member()),
    "no column of texts": lambda desk: desk.file("a.csv", b"a,b\n1,2\n"),
    "a line that is no article": lambda desk: desk.file("a.jsonl", b"[1]\n"),
    "an id that another text has": taken_id,
    "a date of 1024 in it": lambda desk: desk.file("a.jsonl", files.records({"text": TEXT, "published": "1024-01-01"})),
    "a reader that takes too long": lambda desk: desk.file("a.txt", TEXT.encode(), PARSING_SECONDS=0),
    "a reader that takes too much memory": lambda desk: desk.file("a.xlsx", greedy(), PARSING_MEMORY=100_000_000),
    "a file that is gone from the server": Desk.vanished,
    "a text that kills its reader": Desk.reading,
    # Behind an address
    "an address in one's own network": lambda desk: desk.address(OUT),
    "a page that leads there": lambda desk: desk.address(desk.site.redirect("/", OUT)),
    "redirects in a circle": lambda desk: desk.address(desk.site.redirect("/", desk.site.url("/"))),
    "a page without end": lambda desk: desk.address(desk.site.endless("/", 0, b"x" * 9000), FETCH_MAX_BYTES=50_000),
    "a page that trickles": lambda desk: desk.address(desk.site.endless("/", 0.05), FETCH_SECONDS=1),
    "a page that is not there": lambda desk: desk.address(desk.site.url("/none")),
    "a page behind a paywall": lambda desk: desk.address(desk.site.page("/", b"", status=402)),
    "a server in trouble": lambda desk: desk.address(desk.site.page("/", b"", status=500)),
    "a picture": lambda desk: desk.address(desk.site.page("/", b"\x89PNG", "image/png")),
    "a page called a feed": lambda desk: desk.feed(desk.site.page("/", b"<p>no feed")),
    "a feed that leads into one's own network": lambda desk: desk.feed(desk.site.redirect("/", OUT)),
}
KEPT = {"a date of 1024 in it", "the same text again", "a text that kills its reader"}  # the text is there afterwards
# Brought about by tests of their own: tests/ingest/test_outages.py.
OUTAGES = {"a full disk while it is stored": NO_ROOM, "a database that is held or gone": NO_DATABASE}
OUTAGES |= {"a full disk while a page is fetched": Reason.NO_ROOM.label}

CASES = dict(rows("What is refused, and in what words"))


def test_every_case_has_its_row() -> None:
    assert sorted(CASES) == sorted([*WHOLE, *WITHIN, *TOLD, *OUTAGES])


def test_every_reason_is_among_them() -> None:
    fine = {*STORED, Reason.KNOWN, Reason.MANY, Reason.PREVIEW, Reason.DISMISSED, Reason.NO_SIDES, Reason.ERROR}
    missing = [reason for reason in Reason if not any(str(reason.label) in told for told in CASES.values())]

    assert set(missing) - fine == set()


@pytest.mark.parametrize("case", [*WHOLE, *WITHIN])
def test_a_file_is_refused_in_these_words(case: str) -> None:
    *_, reason = {**WHOLE, **WITHIN}[case]

    assert CASES[case] == str(reason.label)


@pytest.mark.parametrize("case", OUTAGES)
def test_an_outage_is_told_in_these_words(case: str) -> None:
    assert CASES[case] == str(OUTAGES[case])


@pytest.fixture
def desk(admin_client: Client, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda *args, **options: None)
    settings.MEDIA_ROOT, settings.UPLOAD_MAX_FILES = tmp_path, 3
    settings.ARTICLE_MAX_BYTES, settings.UPLOAD_MAX_BYTES = 2 * 1024 * 1024, 50 * 1024 * 1024
    with running_site() as site:
        settings.FETCH_ALLOWED_HOSTS = [site.host]
        yield Desk(client=admin_client, settings=settings, site=site)


@pytest.mark.parametrize("case", TOLD)
def test_an_editor_is_told_in_these_words(desk: Desk, case: str) -> None:
    if case == "a file of 200 MB":
        desk.settings.UPLOAD_MAX_BYTES = 1000
    words = ".+".join(re.escape(piece) for piece in CASES[case].split("…"))

    assert re.fullmatch(words, TOLD[case](desk), re.DOTALL)
    assert Article.objects.filter(text=TEXT).exists() == (case in KEPT)
