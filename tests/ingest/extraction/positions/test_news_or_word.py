"""Where news ends and a statement begins: deeds, reference to bodies, datelines, quotations that go on a clause."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

LAVROV, WANG = "Сергей Лавров", "Ван И"


def test_what_a_ministry_tells_of_its_own_work_counts(said: Said) -> None:
    text = "Россия и Китай провели морское патрулирование, сообщили в Минобороны РФ."
    assert said(text) == [("Минобороны РФ", "indirect", "Россия и Китай провели морское патрулирование")]


def test_what_it_tells_of_its_ministers_meetings_does_not(said: Said) -> None:
    text = "Андрей Белоусов провел переговоры с министром обороны КНР, сообщили в Минобороны РФ."
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Китай нарастил ввоз нефти из России, сообщает Reuters со ссылкой на таможню КНР.", []),
        ("Китай готов помочь России с ввозом, сообщает Reuters со ссылкой на МИД КНР.",
         [("МИД КНР", "indirect", "Китай готов помочь России с ввозом")]),
        ("Россия и Китай торгуют. Об этом во вторник, 3 мая, сообщает Reuters со ссылкой на МИД КНР.",
         [("МИД КНР", "indirect", "Россия и Китай торгуют")]),
    ],
)  # fmt: skip
def test_past_events_with_reference_to_a_body_are_the_mediums_news(said: Said, text: str, found: list) -> None:
    assert said(text) == found


def test_a_quotation_that_goes_on_a_clause_is_part_of_it(said: Said) -> None:
    text = "Спад торговли с Китаем объясняется «неблагоприятными внешними причинами», сказал Лавров."
    words = "Спад торговли с Китаем объясняется «неблагоприятными внешними причинами»"
    assert said(text) == [(LAVROV, "indirect", words)]


def test_a_deed_told_before_is_not_the_content(said: Said) -> None:
    text = "Лавров передал Ван И привет из Москвы, а также рассказал о делах."
    assert said(text) == []


def test_what_is_commented_on_is_not_the_comment(said: Said) -> None:
    assert said("Ван И прокомментировал сообщения о том, что Россия скрывает правду.") == []


def test_a_long_aside_still_breaks_the_quotation(said: Said) -> None:
    text = (
        '"Это вызов нашим странам, - сказал Ван И на встрече с прессой в Пекине, отвечая на вопрос о том, как Китай '
        "относится к частым сообщениям некоторых западных изданий об отношениях России и Китая, о торговле и визитах. "
        '- Связи с Россией выдержат всё".'
    )
    assert [words for _, _, words in said(text)] == ["Это вызов нашим странам", "Связи с Россией выдержат всё"]


def test_a_dateline_is_not_content(said: Said) -> None:
    text = "Пекин. 9 марта. INTERFAX.RU - Китай ждет Россию в гости, сообщил министр иностранных дел КНР Ван И."
    assert said(text) == [(WANG, "indirect", "Китай ждет Россию в гости")]


def test_words_to_the_other_side_count_wherever_they_are_told(said: Said) -> None:
    text = (
        "В горах случился обвал. В телеграмме председателю КНР Си Цзиньпину президент Путин отметил, "
        "что он разделяет горе родных."
    )
    assert [who for who, _, _ in said(text, title="Обвал в горах Китая")] == ["Владимир Путин"]


def test_a_region_of_the_other_side_stands_for_it(said: Said) -> None:
    text = "Китай помнит всех соседей. Ван И сказал: «Приморский край остается нашим добрым соседом»."
    assert len(said(text, title="Министр о соседях")) == 1


def test_a_clock_in_moscow_is_not_russia(said: Said) -> None:
    text = "Китай запустит корабль в девять часов по московскому времени, сообщил Ван И."
    assert said(text, title="Китай запустит корабль") == []


def test_who_passes_words_on_is_no_part_of_them(said: Said) -> None:
    text = "По словам Лаврова, которые передает агентство, связи с Китаем крепнут."
    assert said(text) == [(LAVROV, "indirect", "связи с Китаем крепнут")]


def test_a_dash_and_the_first_person_make_direct_speech(said: Said) -> None:
    text = "Если говорить о Китае, мы дорожим этой дружбой, — сказал Лавров."
    assert said(text) == [(LAVROV, "direct", "Если говорить о Китае, мы дорожим этой дружбой")]


def test_a_quotation_of_two_paragraphs(said: Said) -> None:
    text = "«Мы рады видеть гостей из Китая.\n\nЭта встреча откроет новые дороги», — отметил Лавров."
    words = "Мы рады видеть гостей из Китая.\n\nЭта встреча откроет новые дороги"
    assert said(text) == [(LAVROV, "direct", words)]


def test_a_quoted_infinitive_is_a_quotation(said: Said) -> None:
    text = "Лавров попросил Ван И «передать самые добрые слова народу Китая»."
    assert said(text) == [(LAVROV, "direct", "передать самые добрые слова народу Китая")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лавров считает очень важным диалог с Китаем.", "очень важным диалог с Китаем"),
        ("Ван И выразил благодарность России за помощь.", "благодарность России за помощь"),
    ],
)
def test_judgements_and_thanks(said: Said, text: str, content: str) -> None:
    assert [words for _, _, words in said(text)] == [content]


def test_what_a_parliament_passes_is_no_statement(said: Said) -> None:
    assert said("Депутаты ВСНП одобрили кандидатуру премьера, друга России.") == []


@pytest.mark.parametrize(
    "dateline",
    ["Москва. 27 февраля. ИНТЕРФАКС-СИБИРЬ - ", "Пекин, 8 февраля /Синьхуа/ — ", "МОСКВА, 27 авг - РИА Новости. "],
)
def test_datelines_of_agencies(said: Said, dateline: str) -> None:
    text = f"{dateline}Россия и Китай близки к новому делу, считает Лавров."
    assert said(text) == [(LAVROV, "indirect", "Россия и Китай близки к новому делу")]


def test_two_who_pass_words_on_one_after_the_other(said: Said) -> None:
    text = "Китай намерен развивать дружбу с Россией, заявил Ван И, сообщает Центральное телевидение Китая."
    assert said(text) == [(WANG, "indirect", "Китай намерен развивать дружбу с Россией")]


def test_a_dash_within_a_paragraph_opens_direct_speech(said: Said) -> None:
    text = "Об этом рассказал Ван И. — В этом деле Китай всегда был рядом с Россией, — отметил он."
    assert said(text)[-1] == (WANG, "direct", "В этом деле Китай всегда был рядом с Россией")


def test_a_gerund_before_its_verb_has_its_own_clause_alone(said: Said) -> None:
    text = "Выразив наилучшие пожелания народу Китая, Лавров отметил, что Китай рядом."
    assert [words for _, _, words in said(text)] == ["наилучшие пожелания народу Китая", "Китай рядом"]


def test_contacts_kept_up_are_no_statement_and_contacts_praised_are(said: Said) -> None:
    assert said("Ван И поддерживает тесный диалог с Россией.") == []
    found = said("Ван И положительно оценил тесный диалог с Россией.")
    assert found == [(WANG, "indirect", "тесный диалог с Россией")]


def test_a_schedule_confirmed_is_news_of_a_contact(said: Said) -> None:
    assert said("Лавров и Ван И подтвердили график встреч России и Китая.") == []


def test_according_to_a_paper_of_a_body(said: Said) -> None:
    text = "Согласно сообщению МИД КНР, Китай ждет гостей из России."
    assert said(text) == [("МИД КНР", "indirect", "Китай ждет гостей из России")]


def test_a_paragraph_with_a_dash_goes_on_what_was_said(said: Said) -> None:
    text = (
        "— Китай и Россия давно дружат, — сказал Ван И.\n\nПо его словам, встреча стала итогом дружбы двух стран.\n\n"
        "— Это наш верный выбор. Приморье остается опорой сотрудничества с Китаем."
    )
    words = "Это наш верный выбор. Приморье остается опорой сотрудничества с Китаем"
    assert said(text)[-1] == (WANG, "direct", words)


def test_a_list_with_dashes_is_no_speech(said: Said) -> None:
    text = "Лавров заявил, что Китай рядом.\n\n— Вторым пунктом программы стоит поездка гостей в старый город и музей."
    assert len(said(text)) == 1


@pytest.mark.parametrize("opening", ["Так", "В частности"])
def test_examples_follow_a_topic(said: Said, opening: str) -> None:
    text = f"Лавров рассказал об итогах года. {opening}, торговля с Китаем выросла на треть."
    assert said(text) == [(LAVROV, "indirect", "торговля с Китаем выросла на треть")]


def test_turns_in_capitals(said: Said) -> None:
    text = (
        "С.ЛАВРОВ: Рад, что Вы приехали.\nВАН И (как переведено): Спасибо за прием. Китай помнит друзей.\n"
        "С.ЛАВРОВ: Начнем нашу работу."
    )
    assert [who for who, _, _ in said(text)] == [LAVROV, WANG, LAVROV]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лавров охарактеризовал связи с Китаем как образцовые.", "связи с Китаем как образцовые"),
        ("Ван И озвучил обеспокоенность Китая и России ростом угроз.", "обеспокоенность Китая и России ростом угроз"),
        ("Ван И изъявил желание работать вместе с Россией.", "желание работать вместе с Россией"),
    ],
)
def test_judgements_with_as_and_feelings_voiced(said: Said, text: str, content: str) -> None:
    assert [words for _, _, words in said(text)] == [content]


def test_about_this_is_told_however_far_its_verb(said: Said) -> None:
    text = "Китай близок России. Об этом во вторник, 4 ноября 2025 года, на форуме в столице заявил министр Лавров."
    assert said(text) == [(LAVROV, "indirect", "Китай близок России")]


def test_a_spokesman_passes_on_news_of_a_meeting(said: Said) -> None:
    text = "Началась встреча Сергея Лаврова и Ван И. Об этом сообщила официальный представитель МИД Мария Захарова."
    assert said(text) == []
