"""`?as_of=2024-02-09`: every page as it was known at the end of that day."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from relations import reviewing
from relations.models import Actor, Article, Contact, OfficialFigure, Position, TradeFigure
from relations.reading import ReadDate
from tests.passing import days_pass
from tests.readings import CALL, PUTIN, SAID, TRADE, UNKNOWN, article, call, position, store, turnover

pytestmark = pytest.mark.django_db

LISTS = ["/", "/contacts/", "/trade/", "/trade/commitments/", "/positions/", "/actors/", "/articles/", "/about/"]
KINDS = [Contact, TradeFigure, Position, Actor, Article]


def told(*, title: str, day: str = "2024-02-08", **changes: Any) -> Article:
    """An article with a fact of each kind."""
    given = article(CALL, TRADE, SAID, title=title)
    store(given, call(given, when=ReadDate(day), **changes), turnover(given), position(given))
    return given


def at(client: Client, address: str, day: object) -> str:
    return client.get(address, {"as_of": str(day)}).content.decode()


# --- What was known then ----------------------------------------------------------------------------


def test_articles_and_facts_that_came_later_are_not_shown(client: Client) -> None:
    told(title="Первая")
    day = days_pass(3)
    told(title="Вторая", day="2024-03-20")

    assert "1 article</h2>" in at(client, "/articles/", day)
    assert "Вторая" not in at(client, "/articles/", day)
    assert "1 contact</h2>" in at(client, "/contacts/", day)
    assert "2 contacts</h2>" in at(client, "/contacts/", timezone.localdate())
    overview = at(client, "/", day)
    assert "<dd>1</dd>" in overview
    assert "<dd>2</dd>" not in overview


def test_a_later_article_and_fact_have_no_page_yet(client: Client) -> None:
    told(title="Первая")
    day = days_pass(3)
    later = told(title="Вторая", day="2024-03-20")

    assert client.get(later.get_absolute_url(), {"as_of": str(day)}).status_code == 404
    response = client.get(Contact.objects.get(date="2024-03-20").get_absolute_url(), {"as_of": str(day)})
    assert response.status_code == 404
    assert "This was not known yet on that day" in response.content.decode()


def test_a_fact_shows_the_values_the_sources_and_the_reasons_of_that_day(client: Client) -> None:
    told(title="Первая", day="2024-02")
    day = days_pass(3)
    told(title="Вторая")
    contact = Contact.objects.get()

    then, now = at(client, contact.get_absolute_url(), day), client.get(contact.get_absolute_url()).content.decode()

    assert "February 2024" in then
    assert "The report behind it" in then
    assert "Why these values" not in then
    assert "1 source<" in then
    assert "The 2 reports behind it" in now
    assert "2 sources" in at(client, contact.get_absolute_url(), timezone.localdate())


def test_lists_and_charts_count_the_sources_of_that_day(client: Client) -> None:
    told(title="Первая")
    day = days_pass(3)
    told(title="Вторая")

    for address in ("/contacts/", "/trade/", "/positions/"):
        assert "1 source<" in at(client, address, day)
        assert "2 sources" not in at(client, address, day)
    assert "<td>1</td></tr>" in at(client, "/contacts/", day)
    assert "<td>2</td></tr>" in at(client, "/contacts/", timezone.localdate())


def test_a_decision_is_not_known_before_it_was_made(client: Client) -> None:
    told(title="Первая", day="2024-02-07")
    contact, day = Contact.objects.get(), days_pass(3)
    reviewing.correct(
        get_user_model().objects.create_user("anna"), "contact", contact.pk, {"date": "2024-02-08"}, "why"
    )

    then = at(client, contact.get_absolute_url(), day)

    assert "7 February 2024" in unescape(then).replace("\N{NO-BREAK SPACE}", " ")
    assert "corrected" not in then


def test_a_rejected_fact_was_shown_before(client: Client) -> None:
    told(title="Первая")
    contact, day = Contact.objects.get(), days_pass(3)
    reviewing.reject(get_user_model().objects.create_user("anna"), "contact", contact.pk, "a play")

    assert client.get(contact.get_absolute_url()).status_code == 410
    assert client.get(contact.get_absolute_url(), {"as_of": str(day)}).status_code == 200
    assert "1 contact</h2>" in at(client, "/contacts/", day)


def test_a_merged_fact_had_a_page_of_its_own_with_its_own_sentence(client: Client) -> None:
    told(title="Первая", day="2024-02-07"), told(title="Вторая", day="2024-02-20")
    (second, first), day = Contact.objects.all(), days_pass(3)
    reviewing.merge(get_user_model().objects.create_user("anna"), "contact", first.pk, second.pk)

    assert client.get(second.get_absolute_url()).status_code == 301
    then = at(client, second.get_absolute_url(), day)
    assert "The report behind it" in then
    assert "Вторая" in then
    redirected = client.get(second.get_absolute_url(), {"as_of": str(timezone.localdate())})
    assert redirected["Location"] == f"{first.get_absolute_url()}?as_of={timezone.localdate()}"


def test_an_articles_notes_are_those_of_that_day(client: Client) -> None:
    given = told(title="Первая", day="2024-02-07")
    day = days_pass(3)
    store(given, call(given), version="test-2")

    then = at(client, given.get_absolute_url(), day)

    assert "7 February 2024" in then.replace("\N{NO-BREAK SPACE}", " ").partition('class="notes"')[2]
    assert "3 facts found" in then
    assert "1 fact found" in client.get(given.get_absolute_url()).content.decode()


def test_an_article_that_was_not_read_by_then_says_so(client: Client) -> None:
    given = article(CALL, title="Первая")
    day = days_pass(3)
    store(given, call(given))

    assert "By then nothing had been found in it." in at(client, given.get_absolute_url(), day)


def test_an_actor_met_later_is_not_listed(client: Client) -> None:
    Actor.objects.create(key="somebody-known", name_ru="Известный", side="RU")
    told(title="Первая", participants=(PUTIN,))
    day = days_pass(3)
    told(title="Вторая", day="2024-03-20", participants=(PUTIN, UNKNOWN))
    met = Actor.objects.get(name_ru=UNKNOWN.name)

    listed = at(client, "/actors/", day)

    assert "Известный" in listed
    assert UNKNOWN.name not in listed
    assert client.get(met.get_absolute_url(), {"as_of": str(day)}).status_code == 404
    assert client.get(met.get_absolute_url()).status_code == 200


def test_a_plan_is_due_by_the_day_asked_for(client: Client) -> None:
    soon = timezone.localdate() - timedelta(days=1)
    told(title="Первая", day=str(soon), status="planned")
    day = days_pass(3)
    contact = Contact.objects.get()

    assert "unconfirmed" not in at(client, contact.get_absolute_url(), day)
    assert "planned, unconfirmed" in at(client, contact.get_absolute_url(), timezone.localdate())


def test_official_figures_published_later_are_left_out(client: Client) -> None:
    told(title="Первая")
    day = days_pass(3)
    OfficialFigure.objects.create(
        indicator="turnover", period="2023", value=240e9, statistics_of="gacc", published=timezone.localdate()
    )
    figure = TradeFigure.objects.get()

    assert "No official figure for 2023 is known here yet" in at(client, figure.get_absolute_url(), day)
    assert "Within rounding" in client.get(figure.get_absolute_url()).content.decode()


def test_the_whole_day_counts_moscows(client: Client) -> None:
    told(title="Первая")
    Contact.every.update(known_from=datetime(2024, 2, 9, 20, 59, tzinfo=UTC))  # 23:59 in Moscow

    assert "1 contact</h2>" in at(client, "/contacts/", "2024-02-09")

    Contact.every.update(known_from=datetime(2024, 2, 9, 21, 1, tzinfo=UTC))
    assert "1 contact</h2>" not in at(client, "/contacts/", "2024-02-09")


# --- Staying in the past, and coming back -----------------------------------------------------------


def pages() -> list[str]:
    return [*LISTS, *(kind.objects.first().get_absolute_url() for kind in KINDS)]  # type: ignore[attr-defined]


def links(page: str) -> list[str]:
    """Where the page's links lead that are not said to lead back to now."""
    tags = [tag for tag in re.findall(r"<a\b[^>]*>", page) if "data-now" not in tag]
    return [unescape(match[1]) for tag in tags if (match := re.search(r'href="([^"]*)"', tag))]


def test_every_link_of_every_page_stays_in_the_past(client: Client) -> None:
    told(title="Первая"), told(title="Вторая", day="2024-03-20")
    day = str(days_pass(1))

    for address in pages():
        found = links(at(client, address, day))
        inside = [link for link in found if link.startswith(("/", "?")) and not link.startswith("/admin/")]
        assert len(inside) > 6
        assert [link for link in inside if parse_qs(urlsplit(link).query).get("as_of") != [day]] == []


def test_filters_and_places_in_a_link_are_kept(client: Client) -> None:
    given = told(title="Первая")
    day = str(days_pass(1))

    found = links(at(client, Contact.objects.get().get_absolute_url(), day))
    assert f"/articles/{given.pk}/?as_of={day}#s-0-{len(CALL)}" in found
    assert f"?format=call&as_of={day}" in links(at(client, "/contacts/", day))
    topics = links(at(client, Position.objects.get().get_absolute_url(), day))
    assert f"/positions/?topic=trade&as_of={day}" in topics


def test_the_points_of_charts_stay_in_the_past(client: Client) -> None:
    told(title="Первая")
    day = str(days_pass(1))

    page = at(client, "/", day)

    for kind in ("timeline", "figures", "banks"):
        data = re.search(rf'<script id="chart-{kind}" type="application/json">(.*?)</script>', page)
        assert data
        addresses = re.findall(r'"(/[a-z]+/[^"]*)"', json.dumps(json.loads(data[1])))
        assert addresses
        assert [address for address in addresses if f"as_of={day}" not in address] == []


def test_charts_hold_what_was_known_then(client: Client) -> None:
    told(title="Первая")
    day = days_pass(3)
    told(title="Вторая", day="2024-03-20")

    data = re.search(
        r'<script id="chart-timeline" type="application/json">(.*?)</script>', at(client, "/contacts/", day)
    )
    assert data
    assert [point["start"] for point in json.loads(data[1])["points"]] == ["2024-02-08"]
    assert json.loads(data[1])["today"] == str(day)


def test_the_banner_says_which_moment_it_is_and_leads_back_to_now(client: Client) -> None:
    page = client.get("/contacts/?format=call&as_of=2024-02-09").content.decode()

    assert "As known at the end of 9 February 2024, Moscow time." in page.replace("\N{NO-BREAK SPACE}", " ")
    assert '<a data-now href="/contacts/?format=call">Back to now</a>' in page
    assert "As known at the end" not in client.get("/contacts/").content.decode()


def test_a_form_asks_for_another_day_and_keeps_the_filters(client: Client) -> None:
    page = client.get("/contacts/?format=call&page=2").content.decode()
    form = page.partition('<form class="as-of"')[2].partition("</form>")[0]

    assert '<input type="hidden" name="format" value="call">' in form
    assert 'name="page"' not in form
    assert f'max="{timezone.localdate()}"' in form


def test_no_day_in_the_field_is_now(client: Client) -> None:
    told(title="Первая")

    assert "As known at the end" not in client.get("/contacts/?as_of=").content.decode()


# --- Nothing is decided in the past -----------------------------------------------------------------


def test_nothing_to_decide_or_add_is_offered(admin_client: Client) -> None:
    told(title="Первая")
    day = days_pass(1)

    for address in pages():
        page = at(admin_client, address, day)
        assert "/admin/relations/article/add/" not in page
        posting = re.findall(r'<form\b[^>]*method="post"[^>]*>', page)
        assert [form for form in posting if "/i18n/" not in form] == []


def test_what_is_sent_to_the_past_is_refused_with_a_sentence(admin_client: Client) -> None:
    response = admin_client.post("/contacts/?as_of=2024-02-09")

    assert response.status_code == 405
    assert "The past is for reading only" in response.content.decode()


def test_the_admin_is_always_now(admin_client: Client) -> None:
    told(title="Первая")

    assert "Первая" in admin_client.get("/admin/relations/article/").content.decode()
    assert admin_client.get("/admin/?as_of=garbage").status_code == 200


# --- What is no day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        *(
            "2024-13-01",
            "2024-02-30",
            "2024-2-9",
            "20240209",
            "2024-W06-5",
            "0000-01-01",
            "yesterday",
            "2024-02-09T10:00",
        ),
        *("٢٠٢٤-٠٢-٠٩", "-1", "'", "<b>", "9" * 5000, "\0", "2024-02-09; drop table"),
    ],
)
def test_what_is_no_day_gets_one_clear_sentence(client: Client, given: str) -> None:
    response = client.get("/contacts/", {"as_of": given})
    page = response.content.decode()

    assert response.status_code == 400
    assert page.count("is no day: write year, month and day, such as 2024-02-09.") == 1
    assert "<b>”" not in page


def test_a_day_to_come_gets_a_sentence_too(client: Client) -> None:
    response = client.get("/contacts/", {"as_of": str(timezone.localdate() + timedelta(days=1))})

    assert response.status_code == 400
    assert "is still to come" in response.content.decode()


@pytest.mark.parametrize("day", ["0001-01-01", "1900-01-01", "2024-02-29"])
def test_any_day_of_the_past_is_a_page(client: Client, day: str) -> None:
    told(title="Первая")

    for address in LISTS:
        assert client.get(address, {"as_of": day}).status_code == 200
    assert client.get(Contact.objects.get().get_absolute_url(), {"as_of": day}).status_code == 404


def test_a_page_that_is_not_there_stays_a_404(client: Client) -> None:
    assert client.get("/contacts/999/?as_of=2024-02-09").status_code == 404
    assert client.get("/nowhere/?as_of=2024-02-09").status_code == 404


@pytest.mark.usefixtures("many")
def test_no_page_of_the_past_needs_more_queries_for_more_facts(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    day = days_pass(1)

    for address in pages():
        with django_assert_max_num_queries(25):
            at(client, address, day)
