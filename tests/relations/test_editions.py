"""A new edition of an article stands for the older ones, in whatever order they came."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.test import Client

from relations import ledger
from relations.copies import near_duplicates
from relations.editions import editions_of
from relations.fact_lines import fact_lines
from relations.models import Article, Contact, Outlet
from tests import readings

pytestmark = pytest.mark.django_db

LEAD = (
    "Министр иностранных дел России провёл в четверг в Москве переговоры с министром иностранных дел Китая. "
    "Стороны обсудили торговлю, подготовку осеннего саммита и положение в регионе, сообщили в министерстве."
)
ADDED = " Отдельно речь зашла о поставках газа, расширении пунктов пропуска и взаимных поездках граждан двух стран."


@pytest.fixture
def outlet() -> Outlet:
    return Outlet.objects.create(name="Вестник")


def article(text: str, outlet: Outlet | None, day: int = 8, **fields: Any) -> Article:
    return Article.objects.create(text=text, outlet=outlet, published=date(2024, 2, day), **fields)


def told(item: Article) -> None:
    """Its reading reports a call."""
    readings.store(item, readings.call(item, item.text.split(". ")[0]))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_stands_for_all_in_any_order(outlet: Outlet, order: tuple[int, ...]) -> None:
    first, second, third = (
        article(LEAD, outlet),
        article(LEAD + ADDED, outlet),
        article(LEAD.replace("четверг", "пятницу") + ADDED, outlet, day=9),
    )
    for place in order:
        told([first, second, third][place])

    assert Contact.objects.get().identity.reports.get().article == third
    assert set(third.replaces.all()) == {first, second}
    third.refresh_from_db()
    assert third.replaced_by is None


def test_a_fact_that_both_tell_goes_on(outlet: Outlet) -> None:
    first = article(LEAD, outlet)
    told(first)
    before = Contact.objects.get().number

    told(article(LEAD + ADDED, outlet))

    assert Contact.objects.get().number == before


def test_a_fact_that_the_new_edition_dropped_ends(outlet: Outlet) -> None:
    told(article(LEAD, outlet))

    readings.store(article(LEAD + ADDED, outlet))

    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"day": 12}, id="days later: made by a template"),
        pytest.param({"outlet": None}, id="in another outlet: a copy"),
    ],
)
def test_copies_that_are_no_editions_stay_sources(outlet: Outlet, other: dict[str, Any]) -> None:
    told(article(LEAD, outlet))
    told(article(LEAD + ADDED, **{"outlet": outlet, **other}))

    assert not Article.objects.exclude(replaced_by=None).exists()
    assert Contact.objects.get().identity.reports.count() == 2


def test_the_same_address_makes_editions_too() -> None:
    one = article(LEAD, None, url="https://example.org/1")
    told(one)
    two = article(LEAD + ADDED, None, url="https://example.org/1")
    told(two)

    assert editions_of(two) == [one]
    one.refresh_from_db()
    assert one.replaced_by == two


def test_once_the_newest_is_deleted_the_older_one_is_to_be_read_again(outlet: Outlet) -> None:
    first, second = article(LEAD, outlet), article(LEAD + ADDED, outlet)
    told(first)
    told(second)

    ledger.delete([second])

    first.refresh_from_db()
    assert (first.replaced_by, first.read_at) == (None, None)
    told(first)
    assert Contact.objects.get().identity.reports.get().article == first


def test_reading_an_older_edition_again_changes_nothing(outlet: Outlet) -> None:
    first, second = article(LEAD, outlet), article(LEAD + ADDED, outlet)
    told(first)
    told(second)
    before = list(fact_lines())

    told(Article.objects.get(pk=first.pk))

    assert list(fact_lines()) == before


def test_copies_are_found_before_either_is_read(outlet: Outlet) -> None:
    first = article(LEAD, outlet)
    assert near_duplicates(first) == []

    assert near_duplicates(article(LEAD + ADDED, None)) == [first]


def test_the_pages_lead_from_one_edition_to_the_other(outlet: Outlet, client: Client) -> None:
    first, second = article(LEAD, outlet), article(LEAD + ADDED, outlet)
    told(first)
    told(second)

    assert f'href="{second.get_absolute_url()}"' in client.get(first.get_absolute_url()).content.decode()
    assert f'href="{first.get_absolute_url()}"' in client.get(second.get_absolute_url()).content.decode()
    assert client.get("/articles/").content.decode().count("older edition") == 1
