"""An outlet is found by its name, its aliases or its domain."""

import pytest

from ingest import outlets
from relations.models import Outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def regnum() -> Outlet:
    return Outlet.objects.create(name="ИА Регнум", aliases="Регнум\nREGNUM", domains="regnum.ru")


def test_by_name_or_alias_whatever_the_case(regnum: Outlet) -> None:
    for name in ("ИА РЕГНУМ", "регнум", " Regnum. "):
        assert outlets.by_name(name) == regnum
    assert outlets.by_name("Рег") is None
    assert outlets.by_name("") is None


def test_by_domain_and_its_subdomains_alone(regnum: Outlet) -> None:
    assert outlets.by_address("https://www.regnum.ru/news/1") == regnum
    assert outlets.by_address("https://m.regnum.ru/") == regnum
    assert outlets.by_address("https://notregnum.ru/") is None
    assert outlets.by_address("") is None


def test_in_a_heading_as_whole_words_the_longest_first(regnum: Outlet) -> None:
    Outlet.objects.create(name="Рег")

    assert outlets.in_heading("Пекин, 8 февраля — ИА Регнум.") == regnum
    assert outlets.in_heading("Региональные новости") is None


def test_an_unknown_name_makes_a_new_outlet_once(regnum: Outlet) -> None:
    new = outlets.named_or_new(" Вестник  Амура ")

    assert new.name == "Вестник Амура"
    assert outlets.named_or_new("вестник амура") == new
    assert outlets.named_or_new("регнум") == regnum
    assert outlets.named_or_new(" ") is None
