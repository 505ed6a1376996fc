"""RSS and Atom feeds: the entries they list."""

from collections.abc import Iterator

from ingest.readers.draft import Draft, Limits, Unreadable

ENTRIES = 200  # of a feed; those beyond are older, and were seen when they were new


def read_feed(data: bytes, limits: Limits) -> Iterator[Draft]:
    """A draft for each entry that has an address: its text is the summary, its `name` that of the feed."""
    import feedparser

    # Bytes, never a string: it would open what looks like an address or a path.
    feed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=True)
    if not feed.version:
        raise Unreadable("no_feed")
    name = feed.feed.get("title", "")
    for entry in feed.entries[:ENTRIES]:
        if address := entry.get("link", ""):
            yield Draft(
                text=entry.get("summary") or entry.get("title") or address,
                title=entry.get("title", ""),
                published=entry.get("published") or entry.get("updated") or "",
                url=address,
                name=name,
            )
