"""Reading again: the same reader changes no row, a new one no decision; a look beforehand says what will happen."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from ingest import reading_process
from ingest.extraction.version import VERSION
from ingest.models import ReadingJob
from ingest.rereading import compare, outdated, queue
from ingest.tasks import read_article
from ingest.vocabulary import State
from relations import reviewing
from relations.fact_lines import fact_lines
from relations.kinds import KINDS
from relations.models import Article, Contact
from relations.reading import ArticleText, ReadDate, Reading
from tests.processes import exit_code
from tests.readings import CALL, LAVROV, SAID, TRADE, UNKNOWN, article, call, position, reading, turnover
from tests.relations.dumps import rows

Find = Callable[[Article], Reading]
DAYS = ("2024-02-08", "2024-02-20", "2024-03-05")


class Reader:
    """A reader that finds what it is told to; `text` leads it to the article."""

    def __init__(self, find: Find) -> None:
        self.find = find

    def read(self, text: ArticleText) -> Reading:
        return self.find(Article.objects.get(text=text.text))

    def read_many(self, texts: Iterable[ArticleText]) -> Iterator[Reading]:
        return map(self.read, texts)


def _before(given: Article) -> Reading:
    facts = (
        call(given, when=ReadDate(given.source_note)),
        turnover(given, period=given.source_note[:7]),
        position(given),
    )
    return reading(*facts, version="before")


def _after(given: Article) -> Reading:
    """All is read otherwise, and in the last article nothing is found."""
    if given.source_note == DAYS[-1]:
        return reading(version=VERSION)
    contact = call(given, when=ReadDate(given.source_note[:-2] + "27"), format="video", participants=(LAVROV, UNKNOWN))
    figure = turnover(given, period=given.source_note[:7], value=199e9, change_pct=3.0)
    stated = position(given, stance="oppose", topics=("energy",))
    return reading(contact, figure, stated, version=VERSION)


def _same(given: Article) -> Reading:
    return replace(_before(given), version=VERSION)


Use = Callable[[Find], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """From now on the workers' reader finds what `find` does."""
    return lambda find: monkeypatch.setattr(reading_process, "reader", lambda: Reader(find))


@pytest.fixture
def articles(use: Use) -> list[Article]:
    """Two articles on each day, read by the version before; `source_note` holds the day."""
    use(_before)
    made = [article(CALL, TRADE, SAID, source_note=day) for day in DAYS for _ in range(2)]
    for given in made:
        read_article(ReadingJob.objects.create(article=given).pk)
    return made


def _read_again() -> None:
    for job in queue(Article.objects.order_by("pk")).order_by("pk"):
        read_article(job.pk)
    assert set(ReadingJob.objects.values_list("state", flat=True)) == {State.DONE}


def _review() -> None:
    """Every decision there is, on facts of every kind."""
    user = get_user_model().objects.create_user("reviewer")
    first, second, third = (Contact.objects.get(date=day).pk for day in DAYS)
    reviewing.accept(user, "contact", first)
    reviewing.reject(user, "contact", second, "a play")
    reviewing.correct(user, "contact", third, {"date": "2024-03-06", "format": "meeting"})
    figures = [figure.pk for figure in KINDS["trade"].fact.objects.order_by("period")]
    reviewing.accept(user, "trade", figures[0])
    reviewing.correct(user, "trade", figures[1], {"value": 241e9})
    stated = KINDS["position"].fact.objects.first()
    reviewing.split(user, "position", stated.pk, [stated.reports.first().pk])
    reviewing.correct(user, "position", stated.pk, {"stance": "neutral", "topics": ["trade"]})


def _reviewed() -> dict[tuple[str, int], tuple[str, dict[str, Any]]]:
    """What the reviewed facts show; of corrected ones the corrected fields."""
    shown = {}
    for line in fact_lines():
        if line["review"]:
            fact = KINDS[line["kind"]].fact.every.get(pk=line["id"])
            names = fact.corrections if line["review"] == "corrected" else line["values"]
            shown[line["kind"], line["id"]] = line["review"], {name: line["values"][name] for name in names}
    return shown


def _numbers() -> dict[tuple[str, int], tuple[Any, Any]]:
    return {(line["kind"], line["id"]): (line["values"], line["review"]) for line in fact_lines()}


# --- The same reader -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_same_reader_changes_no_row(articles: list[Article]) -> None:
    _review()
    before = rows()

    _read_again()

    assert rows() == before


@pytest.mark.django_db
def test_a_new_version_that_finds_the_same_changes_no_fact(articles: list[Article], use: Use) -> None:
    _review()
    before = list(fact_lines())
    use(_same)

    assert str(compare(Article.objects.all(), lambda _: None)) == "+0 \N{MINUS SIGN}0 ~0, 0 touch reviews"
    _read_again()

    assert list(fact_lines()) == before
    assert not outdated(Article.objects.all()).exists()


# --- Another reader --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_another_reader_changes_no_reviewed_field_and_revives_nothing(articles: list[Article], use: Use) -> None:
    _review()
    before, hidden = _reviewed(), set(Contact.every.filter(review_state="rejected").values_list("pk", flat=True))
    use(_after)

    _read_again()

    assert _reviewed() == before | {key: _reviewed()[key] for key in before if key[1] in hidden and key[0] == "contact"}
    assert not hidden & set(Contact.objects.values_list("pk", flat=True))
    assert not Contact.objects.filter(reports__article__source_note=DAYS[1]).exists()


@pytest.mark.django_db
def test_where_another_reader_disagrees_with_a_decision_it_shows(articles: list[Article], use: Use) -> None:
    _review()
    use(_after)

    _read_again()

    flagged = {
        (kind, fact.review_state, fact.attention)
        for kind in KINDS
        for fact in KINDS[kind].fact.every.filter(known_until=None).exclude(attention="")
    }
    assert flagged == {
        ("contact", "accepted", "differs"),
        ("contact", "corrected", "unread"),
        ("trade", "accepted", "differs"),
        ("trade", "corrected", "unread"),
        ("position", "corrected", "unread"),
    }


# --- A look beforehand -----------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("reviewed", [False, True], ids=["nothing reviewed", "reviewed"])
def test_a_look_beforehand_changes_no_row_and_says_what_will_happen(
    articles: list[Article], use: Use, reviewed: bool
) -> None:
    if reviewed:
        _review()
    use(_after)
    before, facts = rows(), _numbers()

    seen = compare(Article.objects.all(), lambda _: None)
    assert rows() == before
    _read_again()

    now = _numbers()
    assert len(seen.added) == len(now.keys() - facts.keys())
    assert {(line["kind"], line["id"]) for line in seen.gone} == facts.keys() - now.keys()
    changed = {key for key in facts.keys() & now.keys() if facts[key] != now[key]}
    assert {(new["kind"], new["id"]) for _, new in seen.changed} == changed
    flagged = {
        (kind, fact.pk)
        for kind in KINDS
        for fact in KINDS[kind].fact.every.filter(known_until=None).exclude(attention="")
    }
    touched = {(line["kind"], line["id"]) for line in seen.touched_reviews}
    assert flagged <= touched
    assert bool(touched) == reviewed


# --- Broken off ----------------------------------------------------------------------------------


def _die_at(number: int, given: Article) -> Reading:
    """The power fails while that article is read."""
    if given.pk == Article.objects.order_by("pk")[number].pk:
        os.kill(os.getpid(), signal.SIGKILL)
    return _after(given)


@pytest.mark.django_db(transaction=True)
def test_broken_off_it_goes_on_with_the_rest(articles: list[Article], use: Use) -> None:
    _review()
    use(partial(_die_at, 2))
    assert exit_code(_read_again) == -signal.SIGKILL
    left = outdated(Article.objects.all())
    assert [given.pk for given in left.order_by("pk")] == [given.pk for given in articles[2:]]

    use(_after)
    ReadingJob.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    for job in queue(left):
        read_article(job.pk)

    assert not outdated(Article.objects.all()).exists()
    ended = [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()]
    _read_again()
    assert [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()] == ended
