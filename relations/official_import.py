"""Puts a read file of official figures into the database, all of it or nothing; a revision becomes a new vintage."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from relations.calendar import period_bounds
from relations.models import OfficialFigure
from relations.official import current, series_of
from relations.official_csv import MOST_ERRORS, CsvError, PublishedFigure

FIELDS = ("indicator", "commodity", "period", "unit", "value", "change_pct", "statistics_of")
ORIGIN = ("source", "address", "published", "note")


@dataclass(frozen=True)
class Imported:
    """How many figures were new, how many revise an earlier value, and how many were there already."""

    added: int
    revised: int
    known: int


def store(figures: Sequence[PublishedFigure], today: date) -> Imported:
    """Adds what is not there yet. Raises `CsvError`, and then nothing is added."""
    with transaction.atomic():
        return _store(figures, today)


def _store(figures: Sequence[PublishedFigure], today: date) -> Imported:
    vintages = _vintages(figures)
    lines: dict[tuple[object, ...], int] = {}
    errors: list[str] = []
    counts = {"added": 0, "revised": 0, "known": 0}
    for figure in figures:
        row = _row(figure)
        there = vintages[series_of(row)]
        try:
            _check_once(figure, (*series_of(row), figure.published), lines)
            outcome = _place(row, there, today)
        except ValueError as error:
            errors.append(_("Line %(number)d: %(problem)s") % {"number": figure.line, "problem": error})
            if len(errors) == MOST_ERRORS:
                break
            continue
        counts[outcome] += 1
        if outcome != "known":
            row.save()
            there.append(row)
    if errors:
        raise CsvError(errors)
    return Imported(**counts)


def _check_once(figure: PublishedFigure, vintage: tuple[object, ...], lines: dict[tuple[object, ...], int]) -> None:
    """Notes the line of each vintage of the file. Raises ValueError with a sentence for the second."""
    first = lines.setdefault(vintage, figure.line)
    if first != figure.line:
        said = _("it gives the same figure for %(period)s as line %(first)d.")
        raise ValueError(said % {"period": figure.period, "first": first})


def _vintages(figures: Sequence[PublishedFigure]) -> dict[tuple[object, ...], list[OfficialFigure]]:
    """All rows of the periods that the file speaks of, by series and period."""
    ends = {period_bounds(figure.period)[1] for figure in figures}
    found: dict[tuple[object, ...], list[OfficialFigure]] = defaultdict(list)
    for row in OfficialFigure.objects.filter(period_end__in=ends):
        found[series_of(row)].append(row)
    return found


def _row(figure: PublishedFigure) -> OfficialFigure:
    start, end = period_bounds(figure.period)
    values = {name: getattr(figure, name) for name in (*FIELDS, *ORIGIN)}
    return OfficialFigure(**values, period_start=start, period_end=end)


def _place(row: OfficialFigure, there: Sequence[OfficialFigure], today: date) -> str:
    """Whether the row is new, a revision (which is then dated) or known. Raises ValueError with a sentence."""
    if any(_says_the_same(row, other) for other in current(there, row.published)):
        return "known"
    if row.published is None and there:
        row.published = today
    if any(other.published == row.published for other in there):
        said = _("for %(period)s there is another value of the same day; give the revision a day of its own.")
        raise ValueError(said % {"period": row.period})
    return "revised" if there else "added"


def _says_the_same(row: OfficialFigure, other: OfficialFigure) -> bool:
    return (row.value, row.change_pct) == (other.value, other.change_pct)
