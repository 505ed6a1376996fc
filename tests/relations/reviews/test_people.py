"""Who is meant by a name that a person typed."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from relations.models import Actor
from relations.reviews.actors import near, suggest
from relations.reviews.people import PeopleField, PeopleWidget

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def actors() -> None:
    rows: list[dict[str, Any]] = [
        {"key": "pyotr-lesnoy", "name_ru": "Пётр Лесной", "name_en": "Pyotr Lesnoy", "side": "RU"},
        {"key": "mei-lin", "name_ru": "Мэй Линь", "name_zh": "梅林", "side": "CN", "aliases": "Линь Мэй\nг-жа Мэй"},
        {"key": "wang-a", "name_ru": "Ван Вэй", "side": "CN"},
        {"key": "wang-b", "name_ru": "Ван Вэй", "side": "CN"},
    ]
    for row in rows:
        Actor.objects.create(**row)


def row(name: str, side: str = "", key: str = "") -> dict[str, str]:
    return {"name": name, "side": side, "key": key}


@pytest.mark.parametrize("typed", ["Пётр Лесной", "петр лесной", "PYOTR LESNOY", " Пётр  Лесной ", "pyotr-lesnoy"])
def test_a_known_actor_is_found_by_any_name(typed: str) -> None:
    (person,) = PeopleField().clean([row(typed)])
    assert (person["actor"], person["name"], person["side"]) == ("pyotr-lesnoy", "Пётр Лесной", "RU")


def test_an_actor_may_act_for_another_side() -> None:
    (person,) = PeopleField().clean([row("梅林", side="other")])
    assert (person["actor"], person["side"]) == ("mei-lin", "other")


def test_namesakes_are_told_apart_by_the_key_that_stood_there() -> None:
    (person,) = PeopleField().clean([row("Ван Вэй", key="wang-b")])
    assert person["actor"] == "wang-b"


def test_another_name_in_a_row_is_somebody_else() -> None:
    (person,) = PeopleField().clean([row("Пётр Лесной", key="mei-lin")])
    assert person["actor"] == "pyotr-lesnoy"


def test_namesakes_without_a_key_are_asked_about() -> None:
    with pytest.raises(ValidationError, match="wang-a, wang-b"):
        PeopleField().clean([row("Ван Вэй")])


def test_a_slip_is_answered_with_who_may_be_meant() -> None:
    with pytest.raises(ValidationError, match="Пётр Лесной"):
        PeopleField().clean([row("Павел Лесной", side="RU")])


def test_of_those_who_may_be_meant_who_shares_most_words_comes_first() -> None:
    for key, name in (("bank", "Банк Лесной"), ("office", "Ведомство лесное")):
        Actor.objects.create(key=key, name_ru=name, side="RU")

    assert [actor.key for actor in near("Ведомство Лесной страны")] == ["office", "pyotr-lesnoy", "bank"]


def test_somebody_new_needs_a_side() -> None:
    with pytest.raises(ValidationError, match="Choose a side"):
        PeopleField().clean([row("Агафья Новая")])
    (person,) = PeopleField().clean([row("Агафья Новая", side="RU")])
    assert person == {"name": "Агафья Новая", "side": "RU", "actor": None, "post": None}


def test_a_plus_says_that_somebody_is_new_though_others_are_called_nearly_so() -> None:
    (person,) = PeopleField().clean([row("+Павел Лесной", side="RU")])
    assert (person["name"], person["actor"]) == ("Павел Лесной", None)


def test_all_errors_are_told_at_once() -> None:
    with pytest.raises(ValidationError) as raised:
        PeopleField().clean([row("Ван Вэй"), row("Никто Никакой"), row("Мэй Линь", side="moon")])
    assert len(raised.value.messages) == 3


@pytest.mark.parametrize("typed", ["+", "%", "%(names)s", "\\", "' OR 1=1 --", "<b>"])
def test_odd_names_are_refused_and_break_nothing(typed: str) -> None:
    with pytest.raises(ValidationError) as raised:
        PeopleField().clean([row(typed)])
    assert raised.value.messages


def test_only_so_many_are_taken() -> None:
    with pytest.raises(ValidationError, match="At most 1"):
        PeopleField(most=1).clean([row("Мэй Линь"), row("Пётр Лесной")])


def test_emptied_rows_are_left_out_and_uneven_columns_do_no_harm() -> None:
    data = QueryDict("p-name=&p-side=RU&p-key=x&p-name=Мэй&p-side=CN&p-key=&p-name=lost")
    assert PeopleWidget().value_from_datadict(data, {}, "p") == [row("Мэй", "CN")]


def test_suggestions_begin_at_a_word_of_any_name() -> None:
    assert [actor.key for actor in suggest("лесн")] == ["pyotr-lesnoy"]
    assert [actor.key for actor in suggest("г-жа")] == ["mei-lin"]
    assert suggest("л") == suggest("инь") == []
