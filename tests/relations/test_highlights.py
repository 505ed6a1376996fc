import pytest

from relations.highlights import paragraphs
from relations.models import Article
from tests.readings import CALL, SAID, TRADE, article, call, position, span, store, turnover

pytestmark = pytest.mark.django_db


def whole_text(told: Article) -> list[str]:
    return ["".join(piece.text for s in p.stretches for piece in s.pieces) for p in paragraphs(told)]


def test_highlighting_changes_no_character_of_the_text() -> None:
    told = article("Начало.", f"{CALL} {TRADE}", SAID)
    store(told, call(told), turnover(told), position(told))

    assert whole_text(told) == told.text.split("\n")


def test_a_sentence_carries_its_place_as_an_address_and_its_kinds() -> None:
    told = article(f"Начало. {TRADE} Конец.")
    store(told, turnover(told), position(told, TRADE, content="достиг 240 млрд долларов"))

    sentence = next(s for s in paragraphs(told)[0].stretches if s.kinds)

    place = span(told, TRADE)
    assert sentence.id == f"s-{place.start}-{place.end}"
    assert sentence.kinds == "position trade"
    assert [p.text for p in sentence.pieces if p.role.startswith("content")] == ["достиг 240 млрд долларов"]


def test_spans_that_overlap_share_one_highlight_and_keep_both_addresses() -> None:
    told = article(f"{CALL} {TRADE}")
    both = span(told, f"{CALL} {TRADE}")
    store(told, call(told, evidence=(both,)), turnover(told))

    (sentence,) = [s for s in paragraphs(told)[0].stretches if s.kinds]

    place = span(told, TRADE)
    assert sentence.id == f"s-{both.start}-{both.end}"
    assert sentence.anchors == [f"s-{place.start}-{place.end}"]


def test_notes_stand_beside_the_paragraph_of_their_sentence_in_its_order() -> None:
    told = article("Начало.", f"{TRADE} {SAID}", CALL)
    store(told, call(told), position(told), turnover(told))

    assert [[note.kind for note in p.notes] for p in paragraphs(told)] == [[], ["trade", "position"], ["contact"], []]


def test_the_number_of_queries_does_not_grow_with_the_facts(django_assert_max_num_queries: object) -> None:
    told = article(*[f"Встреча {n} прошла в Москве." for n in range(20)])
    store(told, *[call(told, f"Встреча {n} прошла в Москве.", format="meeting", place=f"Город {n}") for n in range(20)])

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        for paragraph in paragraphs(told):
            for note in paragraph.notes:
                [row.actor.name for row in note.fact.participations.all()]
