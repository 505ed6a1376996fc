"""The many frames in which news tells who said what, and whom their subjects stand for."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

LAVROV, WANG, PUTIN, XI = "Сергей Лавров", "Ван И", "Владимир Путин", "Си Цзиньпин"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лавров дал высокую оценку усилиям властей Китая.", "усилиям властей Китая"),
        ("Лавров поблагодарил Китай за взвешенный подход.", "Китай за взвешенный подход"),
        ("Лавров считает нужным расширить связи с Китаем.", "нужным расширить связи с Китаем"),
        ("Лавров не исключил участия Китая в переговорах.", "участия Китая в переговорах"),
        (
            "Лавров выразил озабоченность в связи с давлением на Китай.",
            "озабоченность в связи с давлением на Китай",
        ),
        ("Лавров, в свою очередь, заметил, что Китай рядом.", "Китай рядом"),
        ("По подсчетам Лаврова, Китай купит больше газа.", "Китай купит больше газа"),
    ],
)
def test_each_frame_has_its_content(said: Said, text: str, content: str) -> None:
    assert said(text) == [(LAVROV, "indirect", content)]


def test_a_person_thanked_is_a_courtesy(said: Said) -> None:
    assert said("Лавров поблагодарил Ван И за гостеприимство.") == []


@pytest.mark.parametrize("verb", ["успокоил", "порадовался", "обнадежил", "пошутил"])
def test_any_verb_may_follow_a_quotation(said: Said, verb: str) -> None:
    text = f"«Россия и Китай справятся», — {verb} министр иностранных дел РФ."
    assert said(text) == [(LAVROV, "direct", "Россия и Китай справятся")]


def test_a_quotation_that_nothing_introduces_is_of_the_person_before(said: Said) -> None:
    text = "Министр иностранных дел РФ открыл встречу с китайскими гостями. «Ваша страна давно близка России»."
    assert said(text) == [(LAVROV, "direct", "Ваша страна давно близка России")]


@pytest.mark.parametrize("who", ["Стороны", "Оба", "Министры"])
def test_both_sides_are_who_met(said: Said, who: str) -> None:
    text = f"Лавров и Ван И встретились в Москве. {who} выступили против гонки вооружений."
    assert sorted(speaker for speaker, _, _ in said(text)) == [WANG, LAVROV]


def test_a_joint_paper_speaks_for_its_signers(said: Said) -> None:
    text = "Путин и Си Цзиньпин подписали совместное заявление. Документ осуждает давление на другие страны."
    assert sorted(speaker for speaker, _, _ in said(text)) == [PUTIN, XI]


@pytest.mark.parametrize(
    "text",
    [
        "Из заявления МИД КНР следует, что Китай поможет соседней России.",
        "Китай поможет соседней России, говорится в заявлении МИД КНР.",
        "В заявлении МИД КНР говорится, что Китай поможет соседней России.",
        "МИД КНР: Китай поможет соседней России.",
    ],
)
def test_a_body_speaks_in_papers(said: Said, text: str) -> None:
    assert said(text) == [("МИД КНР", "indirect", "Китай поможет соседней России")]


def test_a_ministry_without_a_country_is_russias(said: Said) -> None:
    assert said("В Минфине заявили, что Китай готов к расчетам с Россией.")[0][0].startswith("Минфин")


def test_words_passed_on_are_the_principals(said: Said) -> None:
    text = "Президент РФ Владимир Путин уверен, что отношения с Китаем окрепнут, сообщил Дмитрий Песков."
    assert said(text) == [(PUTIN, "indirect", "отношения с Китаем окрепнут")]


class TestInterviews:
    TEXT = "— Как идут дела с Китаем?\n— Торговля растет.\nДругих новостей нет.\n— А планы есть?\n— Да, их много."

    def test_answers_are_of_whom_the_title_names(self, said: Said) -> None:
        assert said(self.TEXT, title="Министр иностранных дел РФ: Россия и Китай близки") == [
            (LAVROV, "direct", "Торговля растет.\nДругих новостей нет."),
            (LAVROV, "direct", "Да, их много."),
        ]

    def test_answers_of_nobody_are_none(self, said: Said) -> None:
        assert said(self.TEXT) == []

    def test_one_question_is_no_interview(self, said: Said) -> None:
        text = "— Что дальше с Китаем?\n— Увидим через год."
        assert said(text, title="Министр иностранных дел РФ: Россия и Китай близки") == []


class TestTheMatter:
    def test_the_field_of_the_title_stays_in(self, said: Said) -> None:
        title = "Россия и Китай договорились о поставках газа"
        assert len(said("Новак заявил, что нефть подешевеет.", title=title)) == 1

    def test_a_work_of_both_sides_names_them(self, said: Said) -> None:
        text = "Новак заявил, что «Сила Сибири» заработает зимой. Китай ждет."
        assert len(said(text, title="Министр рассказал о планах")) == 1
