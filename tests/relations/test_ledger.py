"""What becomes of a reading: an article's reports, and the facts they speak of."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from relations.ledger import delete, forget, record
from relations.models import (
    Actor,
    Article,
    Contact,
    ContactReport,
    Mention,
    Position,
    PositionReport,
    TradeFigure,
    TradeReport,
)
from relations.reading import Entity, ReadDate
from tests.readings import (
    CALL,
    LAVROV,
    SAID,
    TRADE,
    UNKNOWN,
    XI,
    article,
    call,
    position,
    reading,
    span,
    store,
    turnover,
)
from tests.relations.dumps import rows

pytestmark = pytest.mark.django_db


def _three_facts(given: Article) -> list[Any]:
    return [call(given), turnover(given), position(given)]


# --- One article -------------------------------------------------------------------------------


def test_a_reading_becomes_reports_and_the_facts_they_report() -> None:
    given = article(CALL, TRADE, SAID)
    store(given, *_three_facts(given))

    contact, figure, stated = Contact.objects.get(), TradeFigure.objects.get(), Position.objects.get()
    assert (contact.format, contact.status, contact.level, contact.date) == ("call", "held", "leader", "2024-02-08")
    assert (contact.day, contact.last_day, contact.precision) == (date(2024, 2, 8), date(2024, 2, 8), "day")
    assert [(row.actor.key, row.side) for row in contact.participations.order_by("side")] == [
        ("xi-jinping", "CN"),
        ("vladimir-putin", "RU"),
    ]
    assert (figure.indicator, figure.value, figure.unit, figure.period) == ("turnover", 240e9, "USD", "2023")
    assert (figure.period_start, figure.period_end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (stated.speaker.key, stated.stance, stated.topics) == ("xi-jinping", "support", ["bilateral", "trade"])
    assert stated.content == "Китай готов развивать торговлю"
    assert stated.reported_on == date(2024, 2, 8)
    assert {fact.sources for fact in (contact, figure, stated)} == {1}


def test_a_report_reads_the_sentence_in_the_article() -> None:
    given = article(CALL, TRADE, SAID)
    store(given, *_three_facts(given))

    assert ContactReport.objects.get().quote == CALL
    assert TradeReport.objects.get().quote == TRADE
    report = PositionReport.objects.get()
    assert report.quote == SAID
    assert given.text[report.content_start : report.content_end] == "Китай готов развивать торговлю"


def test_a_fact_told_in_two_sentences_keeps_both() -> None:
    again = "Разговор длился час."
    given = article(CALL, again)
    store(given, call(given, evidence=(span(given, CALL), span(given, again))))

    assert [quote["text"] for quote in ContactReport.objects.get().quotes] == [CALL, again]


def test_the_article_says_when_and_by_which_reader_it_was_read() -> None:
    given = article(CALL)
    store(given, version="test-7", reason="not in Russian")

    given.refresh_from_db()
    assert given.read_at is not None
    assert (given.reader_version, given.unread_reason) == ("test-7", "not in Russian")


def test_recording_the_same_reading_again_writes_no_row() -> None:
    given = article(CALL, TRADE, SAID)
    name = Entity("PER", 0, 10, "Президенты", "президент")
    found = reading(*_three_facts(given), entities=(name,))
    with transaction.atomic():
        record(given, found)
    before = rows()

    with (
        transaction.atomic(),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        record(Article.objects.get(), found)

    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert rows() == before


def test_a_new_reading_replaces_the_reports_of_the_old_one() -> None:
    given = article(CALL, TRADE, SAID)
    store(given, *_three_facts(given))

    store(given, call(given, format="video"), version="test-2")

    assert Contact.objects.get().format == "video"
    assert ContactReport.objects.get().reader_version == "test-2"
    assert not TradeFigure.objects.exists()
    assert not Position.objects.exists()


def test_a_fact_that_a_new_reading_confirms_keeps_its_address() -> None:
    given = article(CALL)
    store(given, call(given))
    before = Contact.objects.get().pk

    store(given, call(given, place="Москва"), version="test-2")

    assert Contact.objects.get().pk == before
    assert Contact.objects.get().place == "Москва"


def test_names_in_the_text_become_mentions_of_the_actors_known() -> None:
    xi = Actor.objects.create(key="xi-jinping", side="CN", name_ru="Си Цзиньпин")
    given = article("Си Цзиньпин прибыл в Пермь.")
    names = (Entity("PER", 0, 11, "Си Цзиньпин", "Си Цзиньпин", "xi-jinping"), Entity("LOC", 21, 26, "Пермь", "Пермь"))
    store(given, entities=names)

    assert list(Mention.objects.values_list("type", "normal", "actor")) == [
        ("PER", "Си Цзиньпин", xi.pk),
        ("LOC", "Пермь", None),
    ]
    store(given, entities=names[:1], version="test-2")
    assert Mention.objects.get().actor == xi


def test_recording_outside_a_transaction_is_refused(transactional_db: None) -> None:
    given = article(CALL)

    with pytest.raises(TransactionManagementError, match="atomic"):
        record(given, reading())


# --- Actors ------------------------------------------------------------------------------------


def test_a_person_nobody_knew_becomes_an_actor_to_be_checked() -> None:
    given = article(CALL)
    store(given, call(given, participants=(LAVROV, UNKNOWN)))

    newcomer = Actor.objects.get(name_ru="Сунь Вэйдун")
    assert (newcomer.side, newcomer.kind, newcomer.is_known) == ("CN", "person", False)
    assert newcomer.participations.get().post == "заместитель министра иностранных дел"


def test_the_same_unknown_person_in_two_articles_is_one_actor() -> None:
    one, two = article(CALL), article(CALL)
    store(one, call(one, participants=(LAVROV, UNKNOWN)))
    store(two, call(two, participants=(LAVROV, UNKNOWN), when=ReadDate("2024-02-20")))

    assert Actor.objects.get(name_ru="Сунь Вэйдун").contacts.count() == 2


def test_a_body_nobody_knew_is_no_person() -> None:
    given = article(CALL)
    body = replace(UNKNOWN, name="Комитет дружбы, мира и развития", post=None)
    store(given, call(given, participants=(LAVROV, body)))

    assert Actor.objects.get(side="CN").kind == "body"


def test_third_sides_take_part_as_others() -> None:
    given = article(CALL)
    third = replace(UNKNOWN, name="Ухнагийн Хурэлсух", side="other", post=None)
    store(given, call(given, others=(third,)))

    assert Contact.objects.get().participations.get(side="other").actor.name_ru == "Ухнагийн Хурэлсух"


def test_what_a_person_wrote_about_an_actor_stays() -> None:
    Actor.objects.create(key="xi-jinping", side="CN", name_ru="Си Цзиньпин", name_en="Xi Jinping")
    given = article(CALL)
    store(given, call(given, participants=(LAVROV, replace(XI, name="Цзиньпин"))))

    actor = Actor.objects.get(key="xi-jinping")
    assert (actor.name_ru, actor.name_en, actor.is_known) == ("Си Цзиньпин", "Xi Jinping", True)


# --- Forgetting --------------------------------------------------------------------------------


def test_forgetting_an_article_removes_its_reports_and_what_nobody_else_reports() -> None:
    one, two = article(CALL, TRADE), article(CALL)
    store(one, call(one), turnover(one))
    store(two, call(two))

    with transaction.atomic():
        forget(one)

    assert Contact.objects.get().sources == 1
    assert ContactReport.objects.get().article == two
    assert not TradeFigure.objects.exists()


def test_deleting_an_article_leaves_no_fact_without_a_source() -> None:
    one, two = article(CALL, TRADE, SAID), article(CALL)
    store(one, *_three_facts(one))
    store(two, call(two))

    delete([one])

    assert Contact.objects.get().sources == 1
    assert not TradeFigure.objects.exists()
    assert not Position.objects.exists()


def test_an_article_with_reports_is_deleted_by_the_ledger_alone() -> None:
    one = article(CALL)
    store(one, call(one))

    with pytest.raises(ProtectedError):
        one.delete()

    assert Contact.objects.get().sources == 1


def test_an_article_with_thousands_of_facts_is_recorded() -> None:
    sentences = [f"В {year} году товарооборот составил {year} млн долларов." for year in range(1000, 2100)]
    given = article(*sentences)

    store(given, *(turnover(given, s, value=float(s[2:6]) * 1e6, period=s[2:6]) for s in sentences))

    assert TradeFigure.objects.count() == len(sentences)
