"""Known events as real articles tell them, where the annotated articles are present beside the project.

Several of those tell of the visit of 8 May 2015 and of the meeting of 15 September 2022. Their texts belong to their
publishers and are not shipped: without them there is nothing here to run.
"""

import json
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from ingest.extraction.reader import Reader
from ingest.gazetteer import from_file
from ingest.reference_loading import load_all
from relations.fact_lines import fact_lines
from relations.ledger import record
from relations.models import Article
from relations.reading import ArticleText

pytestmark = pytest.mark.django_db

GOLD = settings.BASE_DIR.parent / "shared" / "gold" / "dev.jsonl"
LEADERS = {"Владимир Путин", "Си Цзиньпин"}


def _record_all() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    texts = [ArticleText(row["text"], row["title"], row["published"], row["outlet"]) for row in rows]
    for row, reading in zip(rows, Reader(from_file()).read_many(texts), strict=True):
        published = date.fromisoformat(row["published"][:10]) if row["published"] else None
        article = Article.objects.create(
            external_id=row["id"], title=row["title"] or "", text=row["text"], published=published
        )
        record(article, reading)


def _between_leaders(contacts: list[dict[str, Any]], day: str) -> list[tuple[str, str, int]]:
    """Format, status and number of articles of the contacts of the two leaders on the day."""
    found = []
    for contact in contacts:
        values = contact["values"]
        first, last = values["date"] or "", values["date_end"] or values["date"] or ""
        if first <= day <= last and {person["name"] for person in values["participants"]} == LEADERS:
            found.append((values["format"], values["status"], len({r["article"] for r in contact["reports"]})))
    return sorted(found)


if GOLD.exists():

    @pytest.fixture(scope="module")
    def contacts(django_db_setup: None, django_db_blocker: Any) -> list[dict[str, Any]]:
        """The contacts in all the annotated articles, read and recorded."""
        with django_db_blocker.unblock(), transaction.atomic():
            load_all()
            _record_all()
            found = [line for line in fact_lines() if line["kind"] == "contact"]
            transaction.set_rollback(True)
        return found

    def test_the_visit_of_may_2015_its_talks_and_its_signing_are_one_fact_each(contacts: list[dict[str, Any]]) -> None:
        found = _between_leaders(contacts, "2015-05-08")
        assert [(form, status) for form, status, _ in found] == [
            ("meeting", "held"),
            ("signing", "held"),
            ("visit", "held"),
        ]
        assert all(articles > 1 for _, _, articles in found)

    def test_the_meeting_of_september_2022_is_one_fact(contacts: list[dict[str, Any]]) -> None:
        ((form, status, articles),) = _between_leaders(contacts, "2022-09-15")
        assert (form, status) == ("meeting", "held")
        assert articles > 1
