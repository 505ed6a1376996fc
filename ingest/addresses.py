"""Addresses of articles in one form: the same page under two spellings is one."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LONGEST = 1000
# Parameters that tell where a reader came from and not which page it is.
# Source: the lists of Google Analytics, Yandex Metrica, Facebook and Matomo documentation.
TRACKING = frozenset(
    ("yclid", "gclid", "fbclid", "ysclid", "from", "ref", "referrer", "_openstat", "mc_cid", "mc_eid", "igshid")
)


def canonical(url: str) -> str:
    """The address without what doesn't change the page: fragment, tracking, port of the scheme, last slash, www."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    if port and port != {"http": 80, "https": 443}.get(parts.scheme):
        host += f":{port}"
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    return urlunsplit((parts.scheme.lower(), host, parts.path.rstrip("/") or "/", urlencode(query), ""))


def _tracks(name: str) -> bool:
    return name.lower() in TRACKING or name.lower().startswith("utm_")
