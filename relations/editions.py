"""Editions of one article: the outlet wrote it anew, and what the newest says stands for all of them.

Only near-duplicates of one outlet, or at one address, are editions; copies in other outlets are sources of their own.
"""

from datetime import date, timedelta

from relations.copies import shingles
from relations.models import Article

# How much of the shorter text must stand in the longer one, and how far apart they may be published: a text made by
# one template day after day is news of its own each time.
CONTAINED = 0.85
DAYS = timedelta(days=2)


def editions_of(article: Article) -> list[Article]:
    """The other editions of an article whose family is known, editions of editions included."""
    found, others = [article], list(Article.objects.filter(family=article.family).exclude(pk=article.pk))
    for edition in found:
        near = [other for other in others if is_edition(edition, other)]
        others = [other for other in others if other not in near]
        found += near
    return found[1:]


def newest(editions: list[Article]) -> Article:
    """The one that stands for all: published last, else the longest; whatever the order in which they came."""
    return max(editions, key=lambda edition: (edition.published or date.min, len(edition.text), edition.text_hash))


def is_edition(a: Article, b: Article) -> bool:
    """Whether one of two articles, copies of each other, is the other written anew."""
    at_one_address = bool(a.url) and a.url == b.url
    if not at_one_address and (a.outlet_id is None or a.outlet_id != b.outlet_id):
        return False
    if a.published and b.published and abs(a.published - b.published) > DAYS:
        return False
    one, other = shingles(a.text), shingles(b.text)
    return bool(one and other) and len(one & other) >= CONTAINED * min(len(one), len(other))
