"""Names in the text, with their nominatives and actors."""

import pytest

from ingest.extraction.cleaning import clean
from ingest.extraction.entities import find_entities
from tests.ingest.extraction.conftest import Analyse


def test_a_persons_name_stands_without_the_post_and_links_the_actor(analyse: Analyse) -> None:
    text = "Переговоры с министром иностранных дел КНР Ван И прошли утром."
    (person,) = [e for e in find_entities(analyse(text)) if e.type == "PER"]
    assert (person.text, person.normal, person.actor) == ("Ван И", "Ван И", "wang-yi")
    assert text[person.start : person.end] == person.text


@pytest.mark.parametrize(
    ("text", "kind", "words", "normal"),
    [
        ("Вопрос обсудили в Центральном телевидении Китая.", "ORG", "Центральном телевидении", "CCTV"),
        ("Форум прошел на Дальнем Востоке.", "LOC", "Дальнем Востоке", "Дальний Восток"),
        ("Об этом сообщил японский МИД.", "ORG", "японский МИД", "японский МИД"),
        ("Делегация посетила Евросоюз.", "ORG", "Евросоюз", "ЕС"),
    ],
)
def test_places_and_bodies_have_their_nominative(
    analyse: Analyse, text: str, kind: str, words: str, normal: str
) -> None:
    found = {(e.type, e.text): e.normal for e in find_entities(analyse(text))}
    assert found.get((kind, words)) == normal


@pytest.mark.parametrize("text", ["Американцы защищают это положение.", "Об этом сообщили СМИ."])
def test_people_and_abbreviations_are_no_names(analyse: Analyse, text: str) -> None:
    assert find_entities(analyse(text)) == ()


def test_a_headline_in_capitals_is_read_as_a_sentence() -> None:
    shout = "МИНИСТР ИНОСТРАННЫХ ДЕЛ КНР ВАН И ВСТРЕТИЛСЯ С ЛАВРОВЫМ"
    assert clean(shout) == "Министр иностранных дел КНР Ван И встретился с Лавровым"


def test_the_same_text_gives_the_same_entities(analyse: Analyse) -> None:
    text = "Президент России Владимир Путин и председатель КНР Си Цзиньпин провели переговоры в Пекине."
    assert find_entities(analyse(text)) == find_entities(analyse(text))
