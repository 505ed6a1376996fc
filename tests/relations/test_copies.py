"""Copies of a text and later editions of it are one family, by whatever way and in whatever order they come."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from relations.copies import alike, shingles
from relations.ledger import delete
from relations.models import Article, Contact
from relations.reading import ReadDate
from tests.readings import CALL, call, store
from tests.relations.dumps import outcome

TEXT = (
    "Грузовой терминал на границе откроют осенью. Через него пойдут поезда с зерном, удобрениями и лесом, а обратно "
    "повезут станки и бытовую технику. Строители уже уложили пути и монтируют краны, сообщили в дирекции."
)
OTHER = (
    "Студенты двух университетов обменялись письмами о литературе. Переписку издадут отдельной книгой, а лучшие "
    "переводы прочитают со сцены городского театра в день города, рассказала заведующая кафедрой."
)
DAY = date(2024, 2, 8)


def _store(text: str, published: date | None = DAY) -> Article:
    """Two of these with CALL in them tell of the same undated call only if they are copies."""
    given = Article.objects.create(text=text, published=published)
    store(given, call(given, when=ReadDate()))
    return given


def _families() -> list[int]:
    """How many articles each family has."""
    names = list(Article.objects.values_list("family", flat=True))
    return sorted(names.count(name) for name in set(names))


# --- What is alike -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [TEXT.upper(), TEXT.replace(",", " –"), f"{TEXT} {OTHER}", TEXT.replace("осенью", "зимой")],
    ids=["letters", "punctuation", "something added", "a word"],
)
def test_texts_that_differ_little_are_alike(other: str) -> None:
    assert alike(shingles(TEXT), shingles(other))


def test_other_texts_and_texts_too_short_to_tell_are_not_alike() -> None:
    assert not alike(shingles(TEXT), shingles(OTHER))
    assert not alike(shingles("Терминал откроют осенью."), shingles("Терминал откроют осенью."))


# --- Families --------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("apart", "families"), [(14, [2]), (15, [1, 1])])
def test_the_same_words_weeks_later_are_no_copy(apart: int, families: list[int]) -> None:
    _store(f"{CALL} {TEXT}")
    _store(f"{CALL} {TEXT} Впервые.", DAY + timedelta(days=apart))

    assert _families() == families


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_text_that_holds_two_others_makes_all_one_family_in_any_order(order: tuple[int, ...]) -> None:
    texts = [f"{CALL} {TEXT}", f"{CALL} {OTHER}", f"{CALL} {TEXT} {OTHER}"]
    for number in order:
        _store(texts[number])

    assert _families() == [3]
    assert Article.objects.first().family == min(Article.objects.values_list("text_hash", flat=True))
    assert Contact.objects.get().origins == 1


@pytest.mark.django_db
def test_independent_origins_are_counted_anew_when_a_text_comes_or_goes_that_shows_them_to_be_copies() -> None:
    for text in (TEXT, OTHER):
        given = Article.objects.create(text=f"{CALL} {text}", published=DAY)
        store(given, call(given))
    assert Contact.objects.get().origins == 2

    whole = Article.objects.create(text=f"{CALL} {TEXT} {OTHER}", published=DAY)
    store(whole)
    assert Contact.objects.get().origins == 1

    delete([whole])
    assert Contact.objects.get().origins == 2


@pytest.mark.django_db
def test_deleting_the_text_that_held_two_together_leaves_what_would_be_without_it() -> None:
    for text in (TEXT, OTHER):
        _store(f"{CALL} {text}")
    expected = outcome()
    whole = _store(f"{CALL} {TEXT} {OTHER}", DAY - timedelta(days=1))
    assert Contact.objects.count() == 1

    delete([whole])

    assert outcome() == expected
    assert Contact.objects.count() == 2


@pytest.mark.django_db
def test_deleting_one_of_several_copies_leaves_the_others_together() -> None:
    copies = [_store(f"{CALL} {TEXT} {words}") for words in ("Впервые.", "Сегодня.", "Вскоре.")]

    delete([min(copies, key=lambda copy: copy.text_hash)])

    assert _families() == [2]
    assert Contact.objects.get().sources == 2
    assert Article.objects.first().family == min(Article.objects.values_list("text_hash", flat=True))
