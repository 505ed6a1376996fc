"""A saved or fetched web page: its article without menus, scripts and advertisements."""

from collections.abc import Iterator

from ingest.readers.charset import charset_of, declared_in
from ingest.readers.draft import Draft, Limits, Unreadable
from ingest.readers.plain import looks_binary

SHORTEST = 40  # characters; the library's own minimum passes over news of a sentence or two


def read_web(data: bytes, limits: Limits) -> Iterator[Draft]:
    """One article, with the title, date, outlet and address that the page states of itself."""
    if looks_binary(data):
        raise Unreadable("not_text")
    charset = charset_of(data, declared_in(data))
    yield page_draft(data.decode(charset, errors="replace"), charset)


def page_draft(markup: str, charset: str = "", url: str = "") -> Draft:
    """The article of a page; `url` is where it was fetched. Raises Unreadable if it has no text."""
    import trafilatura
    from trafilatura.settings import use_config

    news = use_config()
    for size in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        news.set("DEFAULT", size, str(SHORTEST))
    # The extensive search would take any number that looks like a date: unknown is better than guessed.
    dates = {"extensive_search": False, "original_date": True}
    text = trafilatura.extract(markup, include_comments=False, include_tables=False, config=news)
    text = text or trafilatura.html2txt(markup)
    if not text.strip():
        raise Unreadable("empty")
    found = trafilatura.extract_metadata(markup, default_url=url or None, date_config=dates)
    stated = {"title": found.title, "published": found.date, "outlet": found.sitename} if found else {}
    address = url or (found and found.url) or ""
    return Draft(text, url=address, charset=charset, **{name: value or "" for name, value in stated.items()})
