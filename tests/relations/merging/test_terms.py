"""Terms: the same for reports that say the same of what decides."""

from types import SimpleNamespace

from relations.merging.terms import Terms
from tests.relations.merging.made import contact


def test_reports_that_differ_in_what_decides_nothing_have_one_key() -> None:
    assert contact(status="planned", level="leader").key == contact(status="held", margins=True).key


def test_reports_that_differ_in_what_decides_have_two() -> None:
    assert contact(format="meeting", place="Москва").key != contact(format="meeting").key
    assert contact("2024-02-08").key != contact("2024-02-09").key


def test_stored_terms_come_back_as_they_were() -> None:
    terms = contact("2024-02")
    assert Terms.of(terms.kind, SimpleNamespace(**terms.stored())) == terms
