"""Keeps the day in the links and forms of a page, whoever wrote them."""

import re
from datetime import date
from html import escape, unescape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from relations.knowledge import moment, today
from relations.then.day import PARAMETER

# Where there is only now: what is written there is not versioned.
NOW_ONLY = ("/admin/", "/i18n/", "/reviews/", "/static/")
_TAG = re.compile(r"<(a|form)\b[^>]*>")
_HREF = re.compile(r'(\bhref=")([^"]*)(")')


def keeping(address: str, day: date) -> str:
    """The address with the day, if it leads to a page of ours; any other as it is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not (parts.path.startswith("/") or address.startswith("?")):
        return address
    if parts.path.startswith(NOW_ONLY):
        return address
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != PARAMETER]
    return urlunsplit(parts._replace(query=urlencode([*query, (PARAMETER, day.isoformat())])))


def linked(address: str) -> str:
    """An address for a script to open, with the day of the moment asked for, if one is."""
    return address if moment() is None else keeping(address, today())


def keep_in(page: str, day: date) -> str:
    """The page with the day in all its links and in the forms that ask for other pages.

    An element that says `data-now` leads back to now, and is left as it is.
    """
    return _TAG.sub(lambda tag: _kept(tag, day), page)


def _kept(tag: re.Match[str], day: date) -> str:
    text = tag[0]
    if "data-now" in text:
        return text
    if tag[1] == "form":
        asks = not re.search(r"\bmethod=\"?post", text, re.I)
        return text + f'<input type="hidden" name="{PARAMETER}" value="{day.isoformat()}">' if asks else text
    return _HREF.sub(lambda href: href[1] + escape(keeping(unescape(href[2]), day)) + href[3], text)
