"""A fact's page says why it shows what it shows, who goes back to whom, and what was shown before."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from relations import reviewing
from relations.models import Article, Contact, ContactReport, Outlet, Position, TradeFigure
from relations.reading import ReadDate
from tests.readings import CALL, LAVROV, PUTIN, SAID, XI, article, call, position, span, store, turnover

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Any:
    return get_user_model().objects.create_user("reviewer")


def outlet(name: str, kind: str = "press") -> Outlet:
    return Outlet.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def told(name: str, day: str = "2024-02-08", relay: tuple[str, ...] = (), **fields: Any) -> Article:
    """The leaders' call as an outlet tells it."""
    changes = {key: fields.pop(key) for key in ("status", "place", "participants", "moved_to") if key in fields}
    given = article(CALL, outlet=outlet(name), **fields)
    store(given, call(given, when=ReadDate(day), relay=relay, **changes))
    return given


def text_of(client: Client, fact: Any) -> str:
    """What the fact's page says, on one line."""
    page = client.get(fact.get_absolute_url()).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


# --- Why these values ------------------------------------------------------------------------------


def test_another_version_stands_beside_with_its_sources_and_their_sentences(client: Client) -> None:
    told("Вестник"), told("Газета"), told("Журнал")
    others = [told("Утро", "2024-02-07"), told("Вечер", "2024-02-07")]

    text, page = text_of(client, Contact.objects.get()), client.get(Contact.objects.get().get_absolute_url())

    assert "8 February 2024 most independent origins say so" in text
    assert (
        "2 sources say 7 February 2024: Утро , Вечер" in text or "2 sources say 7 February 2024: Вечер , Утро" in text
    )
    choices = page.content.decode().partition('id="choices"')[2].partition("</section>")[0]
    for given in others:
        assert f'href="/articles/{given.pk}/#s-0-{len(CALL)}"' in choices
    assert "reports differ" in text


def test_an_official_source_goes_before_the_many(client: Client) -> None:
    outlet("Кремль", "official")
    told("Кремль", "2024-02-07"), told("Вестник"), told("Газета")

    assert "7 February 2024 an official source says so" in text_of(client, Contact.objects.get())


def test_a_coarser_date_is_another_version_and_no_conflict(client: Client) -> None:
    told("Вестник"), told("Газета", "2024-02")

    text = text_of(client, Contact.objects.get())

    assert "it is the most precise version" in text
    assert "1 source says February 2024: Газета" in text
    assert "differs" not in text.replace("reports differ", "")


def test_a_persons_decision_says_who_when_and_why(client: Client, reviewer: Any) -> None:
    told("Вестник", "2024-02-07")
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"date": "2024-02-08"}, "the Kremlin's own page")

    text = text_of(client, Contact.objects.get())

    assert re.search(r"8 February 2024 corrected by a reviewer, \d+ \w+ \d+, \d\d:\d\d: the Kremlin's own page", text)
    assert "1 source says 7 February 2024: Вестник" in text


def test_what_was_accepted_says_so_too(client: Client, reviewer: Any) -> None:
    told("Вестник", "2024-02-07")
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk, "as on the Kremlin's page")
    told("Газета"), told("Журнал")

    text = text_of(client, Contact.objects.get())

    assert re.search(r"7 February 2024 accepted by a reviewer, [^:]+:\d\d: as on the Kremlin's page", text)
    assert "2 sources say 8 February 2024" in text


def test_with_one_source_there_was_nothing_to_choose(client: Client) -> None:
    told("Вестник")

    assert "Why these values" not in text_of(client, Contact.objects.get())


def test_figures_say_why_as_well(client: Client) -> None:
    for name, written, value in (("Вестник", "240", 240e9), ("Газета", "240,1", 240.1e9)):
        sentence = f"Товарооборот за 2023 год достиг {written} млрд долларов."
        given = article(sentence, outlet=outlet(name))
        store(given, turnover(given, sentence, value=value, words=span(given, f"{written} млрд")))

    text = text_of(client, TradeFigure.objects.get())

    assert "$240.1 bn it is the most precise version 1 source says $240 bn: Вестник" in text


def test_a_lower_bound_is_told_as_one(client: Client) -> None:
    for name, written, value in (("Вестник", "составил 240,1", 240.1e9), ("Газета", "превысил 200", 200e9)):
        sentence = f"Товарооборот за 2023 год {written} млрд долларов."
        given = article(sentence, outlet=outlet(name))
        number = f"{written.split()[1]} млрд"
        store(given, turnover(given, sentence, value=value, words=span(given, number)))

    text = text_of(client, TradeFigure.objects.get())

    assert "1 source says more than $200 bn: Газета" in text
    assert "The value surpasses what it tells, same period" in text


def test_positions_say_why_as_well(client: Client) -> None:
    for name, stance in (("Вестник", "support"), ("Газета", "support"), ("Журнал", "neutral")):
        given = article(SAID, outlet=outlet(name))
        store(given, position(given, stance=stance))

    text = text_of(client, Position.objects.get())

    assert "Supports most independent origins say so 1 source says states: Журнал" in text


def test_who_is_named_by_some_sources_only_is_said(client: Client) -> None:
    told("Вестник", participants=(PUTIN, XI)), told("Газета", participants=(PUTIN, LAVROV, XI))

    assert "Сергей Лавров named by 1 of 2 sources" in text_of(client, Contact.objects.get())


# --- The reports ------------------------------------------------------------------------------------


def test_reports_stand_under_their_origin_and_relays_show_their_chain(client: Client) -> None:
    told("Вестник", relay=("Вестник", "CCTV")), told("Газета", relay=("Газета", "Синьхуа", "CCTV")), told("Журнал")

    text = text_of(client, Contact.objects.get())

    assert "3 sources, 2 independent origins" in text
    assert "Origin: CCTV 2 sources" in text
    assert "Газета ← from Синьхуа ← from CCTV" in text


def test_a_position_is_passed_on_from_whoever_said_it(client: Client) -> None:
    given = article(SAID, outlet=outlet("Регнум"))
    store(given, position(given, relay=("Регнум", "CCTV")))

    assert "Регнум ← from CCTV ← from Си Цзиньпин" in text_of(client, Position.objects.get())


def test_copies_of_one_text_are_folded_under_it(client: Client) -> None:
    told("Вестник", family="one text"), told("Газета", family="one text"), told("Журнал")
    page = client.get(Contact.objects.get().get_absolute_url()).content.decode()

    folded = page.partition('<details class="copies">')[2].partition("</details>")[0]
    assert "1 copy of this text" in folded
    assert folded.count("<blockquote") == 1
    assert page.count("<blockquote") == 3


def test_each_report_says_why_it_belongs(client: Client) -> None:
    told("Вестник"), told("Газета", place="Москва"), told("Журнал", "2024-02-09")

    text = text_of(client, Contact.objects.get())

    assert "The others are compared with it" in text
    assert "Same participants, same day, both calls" in text
    assert "Same participants, a day apart, as days of publication are, both calls" in text


def test_a_report_kept_by_a_review_says_that_it_is_read_no_longer(client: Client, reviewer: Any) -> None:
    given = told("Вестник")
    reviewing.accept(reviewer, "contact", Contact.objects.get().pk)
    store(given, version="test-2")

    assert "no longer read, kept by a review" in text_of(client, Contact.objects.get())


# --- The course of a contact ------------------------------------------------------------------------


def test_a_contact_goes_from_plan_to_confirmation_to_being_held(client: Client) -> None:
    told("Вестник", "2024-02", status="planned", published=date(2024, 1, 10))
    told("Газета", status="planned", published=date(2024, 2, 1))
    told("Журнал", published=date(2024, 2, 8))

    course = text_of(client, Contact.objects.get()).partition("How it came about")[2]

    assert re.match(
        r" 10 January 2024 Planned February 2024 Вестник 1 February 2024 Confirmed 8 February 2024 Газета"
        r" 8 February 2024 Held Журнал",
        course,
    )


def test_what_was_put_off_says_from_when_to_when(client: Client) -> None:
    told("Вестник", status="planned", published=date(2024, 1, 10))
    told("Газета", status="cancelled", moved_to="2024-02-20", published=date(2024, 2, 1))
    contact = Contact.objects.get()

    text = text_of(client, contact)
    course = text.partition("How it came about")[2]

    assert "8 February 2024 postponed to 20 February 2024" in text
    assert "1 February 2024 Postponed 8 February 2024 → 20 February 2024 Газета" in course

    told("Журнал", "2024-02-20", status="planned", published=date(2024, 2, 5))
    told("Утро", "2024-02-20", published=date(2024, 2, 20))

    course = text_of(client, contact).partition("How it came about")[2]
    assert "5 February 2024 Confirmed 20 February 2024 Журнал 20 February 2024 Held Утро" in course
    assert Contact.objects.get().sources == 4


def test_plans_for_other_days_are_postponed_or_brought_forward(client: Client) -> None:
    told("Вестник", "2024-02-08", status="planned", published=date(2024, 1, 10))
    told("Газета", "2024-02-09", status="planned", published=date(2024, 1, 20))
    told("Журнал", "2024-02-08", status="planned", published=date(2024, 1, 25))

    course = text_of(client, Contact.objects.get()).partition("How it came about")[2]

    assert re.search("Planned 8 February 2024 Вестник .*Postponed 9 February 2024 Газета", course)
    assert "Brought forward 8 February 2024 Журнал" in course


def test_a_plan_whose_day_has_passed_is_unconfirmed_and_not_held(client: Client) -> None:
    told("Вестник", status="planned", published=date(2024, 2, 1))

    text = text_of(client, Contact.objects.get())

    assert "planned, unconfirmed" in text
    assert "Unconfirmed its day has passed without word of it" in text
    assert Contact.objects.get().status == "planned"


def test_what_was_simply_held_needs_no_course(client: Client) -> None:
    told("Вестник")

    assert "How it came about" not in text_of(client, Contact.objects.get())


# --- What was shown before --------------------------------------------------------------------------


def test_a_fact_that_never_changed_says_since_when_it_is_shown(client: Client) -> None:
    told("Вестник")

    assert "It has been shown like this since" in text_of(client, Contact.objects.get())


def an_hour_passes() -> None:
    """All that is known now was learned an hour ago."""
    then = timezone.now() - timedelta(hours=1)
    Contact.every.update(known_from=then, first_seen_at=then)
    ContactReport.every.update(known_from=then, here_from=then)


def versions_of(client: Client) -> str:
    return text_of(client, Contact.objects.get()).partition("What was shown, and when")[2]


def test_what_was_shown_before_says_what_changed_and_why(client: Client, reviewer: Any) -> None:
    told("Вестник", "2024-02-07")
    an_hour_passes()
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"date": "2024-02-08"}, "the Kremlin's own page")

    versions = versions_of(client)

    assert re.search(r"Date: 7 February 2024 → 8 February 2024 .*: the Kremlin's own page", versions)
    assert versions.count("as first read") == 1
    assert "Reported: Вестник" not in versions


def test_a_version_made_by_a_new_report_names_its_outlet(client: Client) -> None:
    told("Вестник", "2024-02")
    an_hour_passes()
    told("Газета")

    assert "Date: February 2024 → 8 February 2024 Reported: Газета" in versions_of(client)


def test_a_version_made_by_a_re_reading_says_so(client: Client) -> None:
    given = told("Вестник", "2024-02-07")
    an_hour_passes()
    store(given, call(given), version="test-2")

    assert "→ 8 February 2024 Read again by version test-2: Вестник" in versions_of(client)


def test_what_one_decision_changes_at_once_is_one_version(client: Client, reviewer: Any) -> None:
    told("Вестник", "2024-02-07")
    an_hour_passes()
    reviewing.correct(reviewer, "contact", Contact.objects.get().pk, {"date": "2024-02-08"})

    page = client.get(Contact.objects.get().get_absolute_url()).content.decode()
    assert page.partition('id="versions"')[2].partition("</section>")[0].count("<ul>") == 2
