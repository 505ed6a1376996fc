"""Feeds are looked at when they are due, politely, and each new entry becomes an upload."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from ingest import feeds
from ingest.models import Feed, Upload
from ingest.tasks import open_upload
from ingest.vocabulary import Origin, Reason, State
from relations.models import Article, Outlet
from tests.ingest.readers import files
from tests.ingest.site import Site, running_site

pytestmark = pytest.mark.django_db

RSS = """<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>Новости Вестника</title>
{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link><pubDate>Thu, 08 Feb 2024 10:00:00 +0300</pubDate>
<description>Коротко</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Вестник</title><entry><title>Посол</title>
<link href="{link}"/><updated>2024-02-08T10:00:00+03:00</updated></entry></feed>"""


@pytest.fixture(autouse=True)
def unsent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing goes to Redis here."""
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda *args, **options: None)


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    with running_site() as site:
        settings.FETCH_ALLOWED_HOSTS = [site.host]
        yield site


def rss(*links: str, charset: str = "utf-8") -> bytes:
    items = "".join(ITEM.format(title=f"Новость {number}", link=link) for number, link in enumerate(links))
    return RSS.format(charset=charset, items=items).encode(charset)


def feed_at(url: str, **fields: Any) -> Feed:
    return Feed.objects.create(url=url, **fields)


def look(feed: Feed) -> Feed:
    feeds.look_at(feed.pk)
    feed.refresh_from_db()
    return feed


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_each_entry_is_an_upload_to_be_fetched(site: Site, charset: str) -> None:
    outlet = Outlet.objects.create(name="Вестник")
    links = ["https://example.org/1?utm_source=rss", "https://example.org/2/"]

    feed = look(feed_at(site.page("/rss", rss(*links, charset=charset), "application/rss+xml"), outlet=outlet))

    assert (feed.name, feed.failures, feed.reason) == ("Новости Вестника", 0, "")
    uploads = Upload.objects.order_by("pk")
    assert [upload.url for upload in uploads] == ["https://example.org/1", "https://example.org/2"]
    first = uploads[0]
    assert (first.origin, first.state, first.feed) == (Origin.FEED, State.QUEUED, feed)
    assert (first.title, str(first.published), first.outlet) == ("Новость 0", "2024-02-08", "Вестник")


def test_atom_is_read_too(site: Site) -> None:
    look(feed_at(site.page("/atom", ATOM.format(link="https://example.org/1").encode(), "application/atom+xml")))

    assert [str(upload.published) for upload in Upload.objects.all()] == ["2024-02-08"]


def test_what_was_seen_is_not_taken_again(site: Site) -> None:
    Article.objects.create(text="Уже здесь.", url="https://example.org/3")
    feed = feed_at(site.page("/rss", rss("https://example.org/1", "https://www.example.org/3#top")))
    look(feed)
    site.page("/rss", rss("https://example.org/1/", "https://example.org/2"))

    look(feed)

    assert sorted(upload.url for upload in Upload.objects.all()) == ["https://example.org/1", "https://example.org/2"]


def test_the_server_is_asked_for_changes_alone(site: Site) -> None:
    data = rss("https://example.org/1")
    modified = "Thu, 08 Feb 2024 07:00:00 GMT"
    feed = look(feed_at(site.page("/rss", data, etag='"v1"', last_modified=modified)))
    site.page("/rss", b"", status=304)

    look(feed)

    assert site.seen[1][1]["if-none-match"] == '"v1"'
    assert site.seen[1][1]["if-modified-since"] == modified
    assert (feed.etag, feed.failures, Upload.objects.count()) == ('"v1"', 0, 1)


@pytest.mark.parametrize(
    ("status", "data", "reason"),
    [
        (500, b"", Reason.BAD_ANSWER),
        (404, b"", Reason.NOT_FOUND),
        (200, b"<html><p>no feed</html>", Reason.NO_FEED),
        (200, b"", Reason.EMPTY),
        (200, b"/etc/passwd", Reason.NO_FEED),
    ],
)
def test_a_feed_that_fails_says_why_and_is_asked_less_and_less(
    site: Site, status: int, data: bytes, reason: Reason
) -> None:
    feed = feed_at(site.page("/rss", data, status=status), every=30)

    waits = []
    for _ in range(4):
        look(feed)
        waits.append(round((feed.due_at - feed.looked_at) / timedelta(minutes=1)))

    assert (feed.reason, feed.failures, feed.succeeded_at) == (reason, 4, None)
    assert waits == [60, 120, 240, 480]


def test_a_feed_that_recovers_is_asked_as_often_as_before(site: Site) -> None:
    feed = look(feed_at(site.page("/rss", b"", status=500)))
    site.page("/rss", rss("https://example.org/1"))

    look(feed)

    assert (feed.failures, feed.reason) == (0, "")
    assert feed.due_at - feed.looked_at == timedelta(minutes=30)


def test_a_feed_that_leads_into_our_own_network_is_refused(site: Site) -> None:
    feed = look(feed_at(site.redirect("/rss", "http://169.254.169.254/latest")))

    assert feed.reason == Reason.BAD_ADDRESS


def test_a_feed_that_never_ends_is_cut(site: Site, settings: Any) -> None:
    settings.FETCH_MAX_BYTES = 100_000

    feed = look(feed_at(site.endless("/rss", pause=0, chunk=b"<item>" * 1000)))

    assert feed.reason == Reason.TOO_LARGE


def test_entities_that_multiply_give_no_entry(site: Site) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = rss("https://example.org/1").decode().replace("<rss", f'<!DOCTYPE r [<!ENTITY l0 "ха">{entities}]><rss')

    look(feed_at(site.page("/rss", data.replace("Коротко", "&l9;").encode())))

    assert all(len(upload.title) < 100 for upload in Upload.objects.all())


def test_only_feeds_that_are_due_and_active_are_taken_and_each_once() -> None:
    now = timezone.now()
    due = feed_at("https://example.org/due")
    feed_at("https://example.org/later", due_at=now + timedelta(minutes=5))
    feed_at("https://example.org/off", is_active=False)

    assert feeds.take_due() == [due.pk]
    assert feeds.take_due() == []


def test_a_feed_nobody_looked_at_is_late() -> None:
    now = timezone.now()

    assert feed_at("https://example.org/a", due_at=now - timedelta(hours=2)).is_late
    assert not feed_at("https://example.org/b", due_at=now - timedelta(minutes=5)).is_late
    assert not feed_at("https://example.org/c", due_at=now - timedelta(hours=2), is_active=False).is_late


# --- From an entry to its article ------------------------------------------------------------------


def opened(feed: Feed) -> Upload:
    look(feed)
    upload = Upload.objects.get()
    open_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def test_an_entrys_page_becomes_an_article(site: Site) -> None:
    page = site.page("/posol", files.html(body="<p>Россия и Китай расширяют торговлю.</p>"))

    upload = opened(feed_at(site.page("/rss", rss(page))))

    article = Article.objects.get()
    assert (upload.reason, article.url, article.title) == (Reason.NEW, page, "Новость 0")
    assert "расширяют торговлю" in article.text
    assert upload.file


def test_an_entry_that_speaks_of_one_side_is_left_out(site: Site) -> None:
    page = site.page("/sport", files.html(body="<p>Москва приняла чемпионат.</p>").replace("китайского".encode(), b""))

    upload = opened(feed_at(site.page("/rss", rss(page))))

    assert (upload.state, upload.reason) == (State.DONE, Reason.NO_SIDES)
    assert not Article.objects.exists()


def test_a_feed_may_take_everything(site: Site) -> None:
    page = site.page("/sport", files.html(body="<p>Чемпионат.</p>").replace("китайского".encode(), b""))

    opened(feed_at(site.page("/rss", rss(page)), both_sides_only=False))

    assert Article.objects.exists()
