"""Nothing is shown without its sentence: every stored report re-reads in its article, always."""

from typing import Any
from unicodedata import normalize

import pytest
from django.db import transaction

from ingest.extraction.reader import Reader
from ingest.gazetteer import from_file
from ingest.importing import sample_rows, store_samples
from relations.ledger import record
from relations.models import Article, ContactReport, Mention, PositionReport, TradeReport
from relations.models.fact import Report
from relations.reading import ArticleText

pytestmark = pytest.mark.django_db

# The same articles as they may come in: line ends of other systems, letters taken apart, signs beyond the BMP.
DISGUISES = {
    "as written": lambda text: text,
    "from Windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "with й in two parts": lambda text: text.replace("й", "и\u0306"),
    "with emoji": lambda text: "\U0001f4f0 " + text.replace("\n\n", "\n\n\U0001f30f "),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(from_file())


def _read_all(reader: Reader, rows: list[dict[str, Any]]) -> None:
    store_samples(rows)
    articles = list(Article.objects.order_by("pk"))
    texts = [ArticleText(a.text, a.title, a.published and a.published.isoformat()) for a in articles]
    for article, reading in zip(articles, reader.read_many(texts), strict=True):
        with transaction.atomic():
            record(article, reading)


def _check(report: Report, source: str) -> None:
    """The report's places, looked up in the text as it was stored."""
    text = report.article.text
    assert report.spans, "a report without a sentence"
    assert [report.start, report.end] == report.spans[0]
    for start, end in report.spans:
        assert 0 <= start < end <= len(text)
        sentence = text[start:end]
        assert sentence == sentence.strip()
        assert " ".join(sentence.split()) in source


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_every_report_re_reads_in_its_article(reader: Reader, disguise: Any) -> None:
    rows = [row | {"text": disguise(row["text"])} for row in sample_rows()]
    _read_all(reader, rows)

    sources = {row["id"]: normalize("NFC", " ".join(row["text"].split())) for row in rows}
    for model in (ContactReport, TradeReport, PositionReport):
        reports = list(model.objects.select_related("article"))
        assert reports, f"the samples gave no {model._meta.verbose_name}"
        for report in reports:
            _check(report, sources[report.article.external_id])


def test_a_statement_lies_in_its_sentence_and_a_name_where_it_is_said_to_be(reader: Reader) -> None:
    _read_all(reader, list(sample_rows()))

    for report in PositionReport.objects.all():
        assert report.start <= report.content_start < report.content_end <= report.spans[-1][1]
    mentions = list(Mention.objects.select_related("article"))
    assert mentions
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(mention.article.text)
        assert mention.article.text[mention.start].isalnum() or mention.article.text[mention.start] in "«\"'"
