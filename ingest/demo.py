"""A worked example of merging: sample articles read in this process, one fact corrected, and its article read again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from django.contrib.auth import get_user_model
from django.db import transaction

from ingest import reading_process
from ingest.importing import store_samples
from ingest.vocabulary import Origin
from relations import reviewing
from relations.ledger import record
from relations.models import Article, Contact
from relations.vocabulary import FactKind, ReviewState

ROWS = Path(__file__).parent / "data" / "demo" / "merge.yaml"
CALL, VISIT, MEETING = "demo-2024-02-08-lenta", "demo-2024-05-17-zhurnal", "demo-2024-05-27-zhurnal"
# What a person sets right: the article tells the month alone.
CORRECTED = {"date": "2024-05-20", "date_end": None, "precision": "day"}
REASON = "МИД России назвал день встречи"
FIRST_READING = "first reading"


@dataclass(frozen=True)
class Shown:
    """A fact to open: what it shows, and the fact."""

    what: str
    contact: Contact


def load() -> list[Shown]:
    """Stores and reads the articles, corrects the meeting and reads its article again; done once, then only found.

    What a crash left undone is taken up by the next call. Raises LookupError where the reader finds a contact no more.
    """
    articles = _stored()
    _read([article for article in articles.values() if article.read_at is None], version=FIRST_READING)
    meeting = _contact(articles[MEETING])
    if meeting.review_state != ReviewState.CORRECTED:
        user = get_user_model().objects.filter(is_superuser=True).order_by("pk").first()
        reviewing.correct(user, FactKind.CONTACT, meeting.pk, CORRECTED, REASON)
    _read(Article.objects.filter(pk__in=[a.pk for a in articles.values()], reader_version=FIRST_READING))
    call, visit, meeting = (_contact(articles[name]) for name in (CALL, VISIT, MEETING))
    return [
        Shown("several sources, a copy folded, a relay chain and a conflict of dates", call),
        Shown("planned, confirmed and held: one contact with its course", visit),
        Shown("corrected by a person, and still so after its article was read again", meeting),
    ]


def _stored() -> dict[str, Article]:
    """The articles by their own ids, those that were not there yet stored as read by nobody else."""
    rows = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    found = Article.objects.in_bulk([row["id"] for row in rows], field_name="external_id")
    missing = [row for row in rows if row["id"] not in found]
    if missing:
        store_samples(missing, Origin.IMPORT, to_be_read=False)
    return Article.objects.in_bulk([row["id"] for row in rows], field_name="external_id")


def _read(articles: Iterable[Article], version: str = "") -> None:
    """Reads the articles and records what was found, as of this version of the reader unless another is named."""
    for article in articles:
        reading = reading_process.reader().read(reading_process.text_of(article))
        with transaction.atomic():
            record(article, replace(reading, version=version or reading.version))


def _contact(article: Article) -> Contact:
    report = article.contactreports.select_related("fact").first()
    if report is None:
        raise LookupError(f"{article.external_id}: the reader finds no contact in it")
    return report.fact
