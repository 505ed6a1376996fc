from datetime import date

import pytest
from django.utils.translation import override

from relations.charts.timeline import timeline
from relations.models import Contact
from relations.reading import ReadDate
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db

TODAY = date(2024, 6, 1)


def contact_on(when: ReadDate, **changes: object) -> None:
    told = article(CALL)
    store(told, call(told, when=when, **changes))


def test_the_title_states_the_leaders_rhythm() -> None:
    for day in ("2024-01-01", "2024-01-11", "2024-01-21"):
        contact_on(ReadDate(day))

    assert timeline(Contact.objects.all(), TODAY).title == (
        "3 leader-level contacts since 2024, every 10 days on average"
    )


def test_one_contact_is_singular_and_has_no_rhythm_in_either_language() -> None:
    contact_on(ReadDate("2024-01-01"))

    assert timeline(Contact.objects.all(), TODAY).title == "1 leader-level contact since 2024"
    with override("ru"):
        assert timeline(Contact.objects.all(), TODAY).title == "1 контакт на высшем уровне с 2024 года"


@pytest.mark.parametrize(("number", "said"), [(2, "2 контакта"), (5, "5 контактов"), (21, "21 контакт ")])
def test_russian_numbers_take_their_forms(number: int, said: str) -> None:
    for n in range(number):
        contact_on(ReadDate(f"2024-{n % 12 + 1:02}-{n // 12 + 1:02}"), format="meeting")

    with override("ru"):
        assert timeline(Contact.objects.all(), TODAY).title.startswith(said)


def test_plans_and_lower_levels_do_not_count_as_leaders_contacts() -> None:
    contact_on(ReadDate("2024-01-01"), status="planned")
    contact_on(ReadDate("2024-01-20"), level="minister")

    assert timeline(Contact.objects.all(), TODAY).title == "2 contacts between the sides"


def test_each_point_knows_how_it_is_drawn_and_what_it_opens() -> None:
    contact_on(ReadDate("2024-01", inferred=True), status="planned")

    (point,) = timeline(Contact.objects.all(), TODAY).data["points"]

    assert (point["start"], point["end"]) == ("2024-01-01", "2024-01-31")
    assert (point["exact"], point["inferred"], point["status"]) == (False, True, "planned")
    assert point["detail"] == "January\N{NO-BREAK SPACE}2024 · date inferred · unconfirmed"
    assert point["address"] == Contact.objects.get().get_absolute_url()


def test_the_table_has_a_row_for_every_point_from_the_same_series() -> None:
    for day in ("2024-01-01", "2024-02-01"):
        contact_on(ReadDate(day))

    chart = timeline(Contact.objects.all(), TODAY)

    assert [row.address for row in chart.rows] == [point["address"] for point in reversed(chart.data["points"])]


def test_what_is_not_drawn_is_said() -> None:
    contact_on(ReadDate())
    for day in ("2024-01-01", "2024-02-01", "2024-03-01"):
        contact_on(ReadDate(day))

    chart = timeline(Contact.objects.all(), TODAY, most=2)

    assert chart.total == 4
    assert [point["start"] for point in chart.data["points"]] == ["2024-02-01", "2024-03-01"]
    assert chart.notes == [
        "Drawn are the newest 2 of 3.",
        "1 contact without a known date is in the list only.",
    ]


def test_contacts_near_each_other_are_set_apart_within_their_lane() -> None:
    contact_on(ReadDate("2024-01-01"))
    contact_on(ReadDate("2024-01-01"), format="message")
    contact_on(ReadDate("2024-05-01"))

    points = timeline(Contact.objects.all(), TODAY).data["points"]

    assert [point["row"] for point in points] == [0, 1, 0]


def test_without_contacts_there_is_nothing_to_draw() -> None:
    chart = timeline(Contact.objects.all(), TODAY)

    assert (chart.title, chart.rows, chart.total) == ("0 contacts between the sides", [], 0)
