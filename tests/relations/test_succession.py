"""What in a new reading stands for what was found, or reviewed, in the same sentences before."""

from types import SimpleNamespace
from typing import Any

import pytest

from relations.models import Contact, ContactReport
from relations.reading import ReadDate
from relations.reporting import reports_of
from relations.succession import move, succeed
from relations.vocabulary import FactKind
from tests.readings import CALL, article, call, reading, store

AGAIN = "Лидеры говорили около часа."


def _place(start: int, end: int, kind: str = FactKind.CONTACT, fact: int | None = None, **terms: Any) -> Any:
    """A report, or the place of an earlier one, as succession sees it."""
    return SimpleNamespace(
        start=start, end=end, key=str(sorted(terms.items())), block="", first=None, last=None, terms=terms, fact_id=fact
    )


def _former(kind: str, old: list[Any], new: list[Any]) -> list[int | None]:
    """The fact that each new report takes over."""
    for report in new:
        report.former = None
    succeed(kind, old, new)
    return [report.former for report in new]


def test_the_report_with_the_same_terms_takes_over_even_if_another_fits_the_place_better() -> None:
    old = _place(0, 40, fact=1, format="call", place="Москва")
    new = [_place(0, 40, format="meeting"), _place(0, 90, format="call", place="Москва")]

    assert _former(FactKind.CONTACT, [old], new) == [None, 1]


def test_of_two_facts_of_one_sentence_each_goes_to_its_own_format() -> None:
    old = [_place(0, 40, fact=1, format="call", place=""), _place(0, 40, fact=2, format="visit", place="")]
    new = [_place(0, 40, format="visit", place="Пекин"), _place(0, 40, format="call", place="Пекин")]

    assert _former(FactKind.CONTACT, old, new) == [2, 1]


@pytest.mark.parametrize(("end", "former"), [(40, 1), (80, 1), (100, None)])
def test_another_fact_of_the_same_sentence_takes_over_where_nothing_else_fits(end: int, former: int | None) -> None:
    assert _former(FactKind.CONTACT, [_place(0, 40, fact=1, format="call")], [_place(0, end, format="visit")]) == [
        former
    ]


def test_another_sentence_takes_over_nothing() -> None:
    old, new = _place(0, 40, fact=1, format="call"), _place(40, 80, format="call")
    assert _former(FactKind.CONTACT, [old], [new]) == [None]


def test_positions_are_told_apart_by_their_words_and_figures_by_their_values() -> None:
    old = [_place(0, 90, fact=1, stems=["газ", "труб"]), _place(0, 90, fact=2, stems=["зерн", "порт"])]
    new = [_place(0, 90, stems=["зерн", "порт", "нов"]), _place(0, 90, stems=["газ", "труб", "нов"])]
    assert _former(FactKind.POSITION, old, new) == [2, 1]

    old = [_place(0, 90, fact=1, value=5e9, step=1), _place(0, 90, fact=2, value=7e9, step=1)]
    new = [_place(0, 90, value=7e9, step=2), _place(0, 90, value=5e9, step=2)]
    assert _former(FactKind.TRADE, old, new) == [2, 1]


def test_each_place_has_one_successor() -> None:
    old = [_place(0, 40, fact=1, format="call")]
    new = [_place(0, 40, format="call"), _place(0, 40, format="call")]
    assert _former(FactKind.CONTACT, old, new).count(1) == 1


@pytest.mark.django_db
def test_a_report_that_moves_leaves_an_ended_copy_where_it_was() -> None:
    given = article(CALL, AGAIN)
    store(given, call(given), call(given, AGAIN, when=ReadDate("2024-02-20")))
    first, second = (Contact.objects.get(date=day) for day in ("2024-02-08", "2024-02-20"))

    report = first.reports.get()
    move(report, second.pk)

    assert ContactReport.every.get(pk=report.pk).fact_id == second.pk
    past = ContactReport.every.exclude(known_until=None).get()
    assert (past.fact_id, past.values, past.pin) == (first.pk, report.values, None)


@pytest.mark.django_db
def test_a_new_report_that_moves_was_nowhere_before() -> None:
    given = article(CALL)
    store(given, call(given))
    (report,) = reports_of(given, reading(call(given)))[FactKind.CONTACT]

    move(report, Contact.objects.get().pk)

    assert not ContactReport.every.exclude(known_until=None).exists()
