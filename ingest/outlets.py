"""Finds the outlet row that a name, a text's heading or an address stands for."""

import re
from urllib.parse import urlsplit

from relations.folding import fold
from relations.models import Outlet


def by_name(name: str) -> Outlet | None:
    """The outlet of this name or alias, whatever its case."""
    wanted = fold(name).strip(" .\"«»'")
    return next((outlet for outlet in Outlet.objects.all() if wanted in _names(outlet)), None) if wanted else None


def by_address(url: str) -> Outlet | None:
    """The outlet whose domain the address is on."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for outlet in Outlet.objects.all() if host else ():
        if any(host == domain or host.endswith("." + domain) for domain in outlet.domains.split()):
            return outlet
    return None


def named_or_new(name: str) -> Outlet | None:
    """The outlet of this name, made if there is none; None for an empty name."""
    name = " ".join(name.split())[:200]
    return (by_name(name) or Outlet.objects.get_or_create(name=name)[0]) if name else None


def in_heading(heading: str) -> Outlet | None:
    """The outlet that a heading names ("— ИА Регнум.", "/ТАСС/"); the longest name wins."""
    text = fold(heading)
    found = [
        (len(name), outlet)
        for outlet in Outlet.objects.all()
        for name in _names(outlet)
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _names(outlet: Outlet) -> list[str]:
    return [fold(name) for name in (outlet.name, outlet.name_en, *outlet.aliases.splitlines()) if name.strip()]
