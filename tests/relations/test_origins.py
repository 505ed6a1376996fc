"""Who a report goes back to: what outlets take from one another counts once."""

import pytest

from relations.models import Contact, Outlet
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db


def _told(outlet: str, *relay: str, **fields: str) -> None:
    """The call as an outlet tells it; the reader puts the outlet first of those who pass it on."""
    name, _ = Outlet.objects.get_or_create(name=outlet)
    given = article(CALL, outlet=name, **fields)
    store(given, call(given, relay=(outlet, *relay)))


def test_relays_of_one_channel_are_one_origin() -> None:
    _told("Вестник", "CCTV")
    _told("Газета", "Синьхуа", "CCTV")

    assert (Contact.objects.get().sources, Contact.objects.get().origins) == (2, 1)


def test_outlets_that_name_nobody_are_origins_of_their_own() -> None:
    _told("Вестник")
    _told("Газета")

    assert Contact.objects.get().origins == 2


def test_a_copy_that_names_its_own_outlet_alone_goes_back_to_the_text_it_copies() -> None:
    _told("Вестник", family="one text")
    _told("Газета", family="one text")

    assert (Contact.objects.get().sources, Contact.objects.get().origins) == (2, 1)


def test_a_copy_goes_back_to_whom_the_text_it_copies_named() -> None:
    _told("Вестник", "CCTV", family="one text")
    _told("Газета", family="one text")
    _told("Журнал", "CCTV")

    assert Contact.objects.get().origins == 1
