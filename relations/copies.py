"""Near-duplicates: syndicated copies and later editions of one text are one family.

A text is sketched by the smallest hashes of its word shingles (A. Broder, "On the resemblance and containment of
documents", 1997); articles that share enough of them are compared in full.
"""

import hashlib
import re
from datetime import timedelta

from django.db.models import Count

from relations.folding import fold
from relations.models import Article, Shingle

# Words in a shingle; hashes in a sketch; how many must be common before the texts are compared.
SHINGLE = 4
SKETCH = 12
COMMON = 3
# A text shorter than this, in words, tells too little of where it comes from.
SHORTEST = 15
# Resemblance of copies, and containment of an edition in a longer one.
ALIKE = 0.7
CONTAINED = 0.85
# Texts made by one template month after month are no copies of one another.
SAME_NEWS = timedelta(days=14)


def shingles(text: str) -> set[int]:
    """The hashes of the text's shingles; empty for a text too short to tell."""
    words = re.findall(r"\w+", fold(text))
    if len(words) < SHORTEST:
        return set()
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return {int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True) for run in runs}


def alike(a: set[int], b: set[int]) -> bool:
    """Whether two texts are copies, or one an edition of the other with something added."""
    common = len(a & b)
    return bool(common) and (common / len(a | b) >= ALIKE or common / min(len(a), len(b)) >= CONTAINED)


def near_duplicates(article: Article) -> list[Article]:
    """The stored copies of a stored article, which from now on is found by others in turn.

    To be called inside a transaction.
    """
    whole = shingles(article.text)
    sketch = sorted(whole)[:SKETCH]
    if not article.shingles.exists():
        Shingle.objects.bulk_create(Shingle(article=article, hash=number) for number in sketch)
    return _copies(article, whole, sketch)


def join_family(article: Article) -> list[Article]:
    """Finds the article's copies and gives all of them one family; returns the others that are concerned.

    Those are the ones whose family changed, or of which another copy is now known to be the first.
    The family is named by the smallest hash of a text in it, so it does not depend on the order of arrival.
    To be called inside a transaction; does nothing for an article that was read before.
    """
    if article.read_at and article.shingles.exists():
        return []
    families = {article.family} | {copy.family for copy in near_duplicates(article)}
    article.family = min(families)
    others = list(Article.objects.filter(family__in=families).exclude(pk=article.pk))
    Article.objects.filter(family__in=families - {article.family}).update(family=article.family)
    if {other.family for other in others} <= {article.family} and not _is_first(article, others):
        return []
    for other in others:
        other.family = article.family
    return others


def leave_family(article: Article) -> list[Article]:
    """Takes the article out of its family; the others are the families that they are without it, and are returned.

    What made copies of two texts may have been this one, and it may have been the first of them all.
    To be called inside a transaction.
    """
    rest = list(Article.objects.filter(family=article.family).exclude(pk=article.pk).order_by("text_hash"))
    Article.objects.filter(pk=article.pk).update(family="")
    for family in _families(rest):
        name = min(member.text_hash for member in family)
        Article.objects.filter(pk__in=[member.pk for member in family]).exclude(family=name).update(family=name)
        for member in family:
            member.family = name
    return rest


def _families(articles: list[Article]) -> list[list[Article]]:
    """The articles by what copies of copies are one family."""
    texts = {article.pk: shingles(article.text) for article in articles}
    families: list[list[Article]] = []
    for article in articles:
        near = [f for f in families if any(_are_copies(article, other, texts) for other in f)]
        families = [f for f in families if f not in near] + [[article, *(member for f in near for member in f)]]
    return families


def _are_copies(a: Article, b: Article, texts: dict[int, set[int]]) -> bool:
    one, other = texts[a.pk], texts[b.pk]
    sketch = set(sorted(one)[:SKETCH])
    common = sketch & set(sorted(other)[:SKETCH])
    return len(common) >= min(COMMON, len(sketch)) and _same_news(a, b) and alike(one, other)


def _is_first(article: Article, others: list[Article]) -> bool:
    days = [other.published for other in others if other.published]
    return bool(article.published and days) and article.published < min(days)


def _copies(article: Article, whole: set[int], sketch: list[int]) -> list[Article]:
    near = Shingle.objects.filter(hash__in=sketch).exclude(article=article).order_by().values("article")
    enough = near.annotate(common=Count("pk")).filter(common__gte=min(COMMON, len(sketch)))
    candidates = Article.objects.filter(pk__in=[row["article"] for row in enough])
    return [other for other in candidates if _same_news(article, other) and alike(whole, shingles(other.text))]


def _same_news(a: Article, b: Article) -> bool:
    return a.published is None or b.published is None or abs(a.published - b.published) <= SAME_NEWS
