"""Adding a fact by marking its sentence in the article."""

from typing import Any

import pytest
from django.test import Client

from relations.models import Actor, Article, Contact, Mention, Position, Review, TradeFigure
from relations.reviews.adding import form_of, passage_of
from tests.readings import CALL, SAID, TRADE, article
from tests.relations.reviewers import colleague_client, last_review, posted, reviewer_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> Client:
    return reviewer_client()


@pytest.fixture
def told() -> Article:
    """An article in which nothing was read but the names."""
    given = article("Сегодня стало известно о разговоре. " + CALL, TRADE, SAID)
    rows = [("vladimir-putin", "Владимир Путин", "RU"), ("xi-jinping", "Си Цзиньпин", "CN")]
    start = given.text.index("Президенты")
    for key, name, side in rows:
        actor = Actor.objects.create(key=key, name_ru=name, side=side)
        Mention.objects.create(article=given, actor=actor, type="PER", start=start, end=start + 10, normal=name)
    chairman = given.text.index("председатель")
    xi = Actor.objects.get(key="xi-jinping")
    Mention.objects.create(article=given, actor=xi, type="PER", start=chairman, end=chairman + 5, normal="Си")
    return given


def place(told: Article, words: str) -> dict[str, str]:
    start = told.text.index(words)
    return {"start": str(start), "end": str(start + len(words))}


def filled(told: Article, words: str, kind: str, **changes: Any) -> dict[str, Any]:
    where = place(told, words)
    passage = passage_of(told, where["start"], where["end"])
    assert passage
    return posted(form_of(kind, passage)) | where | {"fact": kind} | changes


def page(response: Any) -> str:
    assert response.status_code == 200
    text: str = response.content.decode()
    return text


def address(told: Article) -> str:
    return f"/articles/{told.pk}/add/"


# --- Marking -----------------------------------------------------------------------------------------


def test_every_sentence_of_the_article_is_a_link_that_marks_it(reviewer: Client, told: Article) -> None:
    shown = page(reviewer.get(address(told)))

    for words in ("Сегодня стало известно о разговоре.", CALL, TRADE, SAID):
        where = place(told, words)
        assert f'<a href="?start={where["start"]}&amp;end={where["end"]}">{words}</a>' in shown


def test_words_marked_within_a_sentence_stand_for_the_sentence(reviewer: Client, told: Article) -> None:
    shown = page(reviewer.get(address(told), place(told, "поговорили по")))

    assert f'<mark class="sentence contact">{CALL}</mark>' in shown


def test_the_article_leads_reviewers_there_and_says_where_its_paragraphs_begin(
    reviewer: Client, client: Client, told: Article
) -> None:
    shown = page(reviewer.get(told.get_absolute_url()))

    assert f'data-mark href="{address(told)}"' in shown
    assert f'<p lang="ru" data-start="{told.text.index(TRADE)}">{TRADE}</p>' in shown
    assert address(told) not in page(client.get(told.get_absolute_url()))


@pytest.mark.parametrize(
    "asked",
    [
        {"start": "5", "end": "5"},
        {"start": "9", "end": "2"},
        {"start": "-5", "end": "5"},
        {"start": "0", "end": "1e9"},
        {"start": "99999", "end": "100000"},
        {"start": "x"},
        {"start": "٣", "end": "٩"},
        {"start": "0", "end": "9" * 5000},
    ],
)
def test_what_is_no_passage_leads_back_to_the_sentences(reviewer: Client, told: Article, asked: dict[str, str]) -> None:
    assert "Choose a sentence." in page(reviewer.get(address(told), asked))


def test_a_passage_too_long_to_report_one_thing_is_none(reviewer: Client) -> None:
    long = article("Слово " * 1000)
    assert "too long" in page(reviewer.get(address(long), {"start": "0", "end": "5000"}))


def test_who_is_named_in_the_sentence_stands_in_the_form_already(reviewer: Client, told: Article) -> None:
    shown = page(reviewer.get(address(told), place(told, CALL)))

    assert 'name="people-key" value="vladimir-putin"' in shown
    assert 'name="people-key" value="xi-jinping"' in shown


def test_the_words_marked_are_those_of_the_position(reviewer: Client, told: Article) -> None:
    shown = page(reviewer.get(address(told), place(told, "готов развивать торговлю") | {"fact": "position"}))

    assert ">\nготов развивать торговлю</textarea>" in shown
    assert 'name="speaker-key" value="xi-jinping"' in shown


# --- Adding ------------------------------------------------------------------------------------------


def test_a_contact_is_added(reviewer: Client, told: Article) -> None:
    sent = filled(told, CALL, "contact", format="call", date="2024-02-08", level="leader", reason="missed")

    response = reviewer.post(address(told), sent, follow=True)

    contact = Contact.objects.get()
    assert response.redirect_chain == [(contact.get_absolute_url(), 302)]
    assert (contact.date, contact.level, contact.review_state) == ("2024-02-08", "leader", "corrected")
    assert {row.actor.key for row in contact.participations.all()} == {"vladimir-putin", "xi-jinping"}
    assert contact.reports.get().quote == CALL
    assert last_review().reason == "missed"


def test_a_figure_is_added(reviewer: Client, told: Article) -> None:
    values = {"value_0": "240", "value_1": "1000000000", "unit": "USD", "period": "2023"}

    reviewer.post(address(told), filled(told, TRADE, "trade", **values))

    figure = TradeFigure.objects.get()
    assert (figure.value, figure.unit, figure.period, figure.status) == (240e9, "USD", "2023", "actual")


def test_a_position_is_added_with_its_words_where_they_stand(reviewer: Client, told: Article) -> None:
    sent = filled(told, "Китай готов развивать торговлю", "position", topics=["trade"], stance="support")

    reviewer.post(address(told), sent)

    stated = Position.objects.get()
    report = stated.reports.get()
    assert told.text[report.content_start : report.content_end] == stated.content == "Китай готов развивать торговлю"
    assert (stated.speaker.key, stated.kind, report.quote) == ("xi-jinping", "direct", SAID)


def test_somebody_new_may_have_said_it(reviewer: Client, told: Article) -> None:
    speaker = {"speaker-name": ["Мэй Линь"], "speaker-side": ["CN"], "speaker-key": [""]}

    reviewer.post(address(told), filled(told, SAID, "position", topics=["trade"], **speaker))

    assert Position.objects.get().speaker.name_ru == "Мэй Линь"


def test_what_was_added_is_taken_back(reviewer: Client, told: Article) -> None:
    reviewer.post(address(told), filled(told, CALL, "contact"))

    response = reviewer.post(f"/reviews/undo/{last_review().pk}/", follow=True)

    assert not Contact.objects.exists()
    assert page(response)


def test_the_same_is_not_added_twice(reviewer: Client, told: Article) -> None:
    sent = filled(told, CALL, "contact", date="2024-02-08")
    reviewer.post(address(told), sent)

    assert "This was added already" in page(reviewer.post(address(told), sent))
    assert Contact.objects.count() == Review.objects.count() == 1


def test_what_is_wrong_is_told_and_the_rest_is_kept(reviewer: Client, told: Article) -> None:
    sent = filled(told, SAID, "position", content="Слова другой статьи", reason="missed by the reader")

    shown = page(reviewer.post(address(told), sent))

    assert "These words do not stand there." in shown
    assert "This field is required." in shown  # topics
    assert "Слова другой статьи</textarea>" in shown
    assert 'value="missed by the reader"' in shown
    assert not Review.objects.exists()


def test_without_the_right_nothing_is_marked_or_added(told: Article) -> None:
    sent = filled(told, CALL, "contact")

    for client, status in ((colleague_client(), 403), (Client(), 302)):
        assert client.get(address(told)).status_code == status
        assert client.post(address(told), sent).status_code == status
    assert not Review.objects.exists()


def test_an_article_that_is_not_there_is_a_404(reviewer: Client) -> None:
    assert reviewer.get("/articles/999999/add/").status_code == 404


def test_a_kind_that_is_none_is_taken_for_a_contact(reviewer: Client, told: Article) -> None:
    assert '<mark class="sentence contact">' in page(reviewer.get(address(told), place(told, CALL) | {"fact": "<b>"}))
