from datetime import date
from typing import Any

import pytest

from relations.evidence import REACH, address, pieces
from relations.models import Contact, Outlet, Position
from relations.reading import ReadDate
from relations.telling.evidence import Evidence, origins_of, reports_of
from tests.readings import CALL, SAID, article, call, position, span, store

pytestmark = pytest.mark.django_db


def evidence_of(fact: Any) -> list[Evidence]:
    """All the evidence of a fact, in the order of its page; no copies among it."""
    return [voice.item for origin in origins_of(fact, reports_of(fact)) for voice in origin.voices]


def test_the_sentence_stands_between_its_neighbours() -> None:
    told = article("Сначала было тихо.", CALL, "Потом снова стало тихо.")
    store(told, call(told))

    (item,) = evidence_of(Contact.objects.get())

    (quote,) = item.quotes
    assert quote.before == "Сначала было тихо."
    assert "".join(piece.text for piece in quote.sentences[0]) == CALL
    assert quote.after == "Потом снова стало тихо."
    start = told.text.index(CALL)
    assert quote.address == f"/articles/{told.pk}/#s-{start}-{start + len(CALL)}"
    assert address(Contact.objects.get().reports.get()) == quote.address


def test_the_words_that_gave_the_date_are_marked_and_quoted() -> None:
    told = article(CALL)
    store(told, call(told, when=ReadDate("2024-02-08", words=span(told, "8 февраля"))))

    (item,) = evidence_of(Contact.objects.get())

    assert item.date_words == "8 февраля"
    assert [(piece.text, piece.role) for piece in item.quotes[0].sentences[0] if piece.role] == [("8 февраля", "date")]


def test_the_content_of_a_position_is_marked_in_its_sentence() -> None:
    told = article(SAID)
    store(told, position(told))

    (item,) = evidence_of(Position.objects.get())

    assert [piece.text for piece in item.quotes[0].sentences[0] if piece.role == "content"] == [
        "Китай готов развивать торговлю"
    ]


def test_sentences_near_each_other_are_one_passage_and_distant_ones_are_two() -> None:
    filler = "Погода стояла ровная и ясная. " * 20
    told = article(CALL, "Разговор был долгим.", filler, "О разговоре сообщил Кремль.")
    spans = tuple(span(told, words) for words in (CALL, "Разговор был долгим.", "О разговоре сообщил Кремль."))
    store(told, call(told, evidence=spans))

    (item,) = evidence_of(Contact.objects.get())

    said = [["".join(piece.text for piece in sentence) for sentence in quote.sentences] for quote in item.quotes]
    assert said == [[CALL, "\n", "Разговор был долгим."], ["О разговоре сообщил Кремль."]]
    assert item.quotes[0].sentences[1][0].role == "context"


def test_neighbours_glued_together_without_a_space_are_still_told_apart() -> None:
    told = article(CALL + "Потом было тихо.И ещё раз тихо.")
    store(told, call(told))

    assert evidence_of(Contact.objects.get())[0].quotes[0].after == "Потом было тихо."


def test_a_neighbour_too_long_to_show_is_cut_at_a_word() -> None:
    told = article(CALL, "слово " * REACH)
    store(told, call(told))

    after = evidence_of(Contact.objects.get())[0].quotes[0].after
    assert len(after) <= REACH + 2
    assert after.endswith("слово\N{NO-BREAK SPACE}…")


def test_a_report_that_differs_from_the_fact_is_marked_and_the_others_are_not() -> None:
    announced, told = article(CALL, published=date(2024, 2, 7)), article(CALL)
    store(announced, call(announced, status="planned"))
    store(told, call(told))

    first, second = evidence_of(Contact.objects.get())

    assert [value.text for value in first.values if value.differs] == ["planned"]
    assert not [value for value in second.values if value.differs]


def test_evidence_is_ordered_by_date_with_the_undated_last() -> None:
    undated, late, early = article(CALL, published=None), article(CALL), article(CALL, published=date(2024, 2, 1))
    for told in (undated, late, early):
        store(told, call(told))

    assert [item.article for item in evidence_of(Contact.objects.get())] == [early, late, undated]


def test_the_relay_and_the_version_are_shown() -> None:
    told = article(CALL, outlet=Outlet.objects.create(name="Вестник"))
    store(told, call(told, relay=("Вестник", "CCTV")), version="reader-7")

    (item,) = evidence_of(Contact.objects.get())

    assert item.chain == ["Вестник", "CCTV"]
    assert item.version == "reader-7"


def test_pieces_make_up_the_text_and_overlapping_roles_keep_the_earlier() -> None:
    cut = pieces("один два три", 0, 12, [(0, 8, "date"), (5, 12, "content")])

    assert [(piece.text, piece.role) for piece in cut] == [("один два", "date"), (" три", "content")]
