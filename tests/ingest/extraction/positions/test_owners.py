"""Whose words they are where no plain "X said" tells: papers, records, comments, two posts, commas alone."""

from collections.abc import Callable

import pytest

from relations.reading import ReadPosition

Said = Callable[..., list[tuple[str, str, str]]]
Positions = Callable[..., list[ReadPosition]]


def test_a_quotation_may_be_told_after_a_comma_alone(said: Said) -> None:
    text = '"Китай построит мост за два года", сообщил Лавров.'
    assert said(text) == [("Сергей Лавров", "direct", "Китай построит мост за два года")]


def test_the_quotation_may_end_in_the_sentence_of_the_verb(said: Said) -> None:
    text = '"Китай построит мост... Мы ждем его давно", говорил ранее журналистам Лавров.'
    assert [(who, words) for who, _, words in said(text)] == [
        ("Сергей Лавров", "Китай построит мост... Мы ждем его давно")
    ]


def test_the_name_may_stand_with_the_second_post(said: Said) -> None:
    text = "Вывоз рыбы в Китай вырос, сообщил на совещании глава ведомства, заместитель министра Иван Петренко."
    assert said(text, title="Россия и Китай: рыба")[0][0] == "Иван Петренко"


def test_whom_several_papers_cite(said: Said) -> None:
    text = "«Китай готов купить больше масла и зерна», — цитируют министра Сергея Лаврова «Листки»."
    assert said(text) == [("Сергей Лавров", "direct", "Китай готов купить больше масла и зерна")]


def test_what_is_commented_on_is_its_owners(said: Said) -> None:
    text = "Мао Нин прокомментировала слова Сергея Лаврова о том, что Китай и Россия построят два моста."
    assert said(text) == [("Сергей Лавров", "indirect", "Китай и Россия построят два моста")]


def test_a_letter_is_of_who_sent_it(said: Said) -> None:
    text = (
        "Сергей Лавров направил телеграмму министру иностранных дел КНР Ван И. "
        "В телеграмме, в частности, говорится: «Россия и Китай верны этой дружбе»."
    )
    assert ("Сергей Лавров", "direct", "Россия и Китай верны этой дружбе") in said(text)


def test_a_joint_paper_of_two_ministries_is_both_theirs(said: Said) -> None:
    text = (
        "Учения у границ Китая и России надо прекратить. Об этом говорится в совместном заявлении МИД РФ и Китая.\n"
        '"Стороны хотят мира на всех своих границах", - говорится в документе.'
    )
    found = said(text)
    assert {who for who, kind, _ in found if kind == "indirect"} == {"МИД РФ", "МИД КНР"}
    assert {who for who, kind, _ in found if kind == "direct"} == {"МИД РФ", "МИД КНР"}


def test_also_goes_on_with_who_spoke(said: Said) -> None:
    text = "В Кремле заявили, что Китай стал ближе. Также отмечалось, что Россия ждет из Китая новых гостей."
    assert [(who, words) for who, _, words in said(text)][1:] == [("Кремль", "Россия ждет из Китая новых гостей")]


def test_the_paper_may_be_named_before_its_verb(said: Said) -> None:
    text = (
        "Корабли Китая придут в Балтийск, сообщили в Минобороны РФ. "
        "В сообщении, размещенном на сайте, говорится, что с ними придут и два катера."
    )
    assert ("Минобороны РФ", "indirect", "с ними придут и два катера") in said(text)


def test_about_this_within_the_sentence(said: Said) -> None:
    text = "Мост в Китай откроют летом, об этом рассказал Сергей Лавров."
    assert said(text) == [("Сергей Лавров", "indirect", "Мост в Китай откроют летом")]


def test_a_name_of_another_clause_is_not_the_subjects(said: Said) -> None:
    text = "Как сообщил Сергей Лавров, в ноябре состоится его встреча с министром иностранных дел Китая Ван И."
    assert [who for who, _, _ in said(text)] == ["Сергей Лавров"]


@pytest.mark.parametrize("opening", ["Ван И (как переведено): <…> ", "Из стенограммы:\nВан И: "])
def test_one_turn_of_a_record(said: Said, opening: str) -> None:
    text = f"{opening}Уважаемый министр! Рад видеть вас в Пекине. Наши страны дружат давно."
    found = said(text)
    assert [(who, kind) for who, kind, _ in found] == [("Ван И", "direct")]
    assert found[0][2].startswith("Уважаемый") and found[0][2].endswith("давно.")


def test_what_is_done_after_it_is_no_content(said: Said) -> None:
    text = "Россия и Китай выступили против новых баз у моря и договорились о встрече послов."
    found = said(text)
    assert {who for who, _, _ in found} == {"Россия", "Китай"}
    assert {words for _, _, words in found} == {"против новых баз у моря"}


def test_both_countries_speak_for_themselves(said: Said) -> None:
    text = "Россия и Китай построят мост. Обе страны выступили против закрытия границы."
    assert {who for who, _, words in said(text) if words.startswith("против")} == {"Россия", "Китай"}


def test_a_press_service_that_is_not_named_leaves_the_words_to_nobody(said: Said) -> None:
    text = (
        "Сергей Лавров выразил соболезнования Ван И. "
        "Как сообщили агентству в пресс-службе президента, Сергей Лавров и Ван И также обсудили новый мост."
    )
    assert not [words for _, _, words in said(text) if "обсудили" in words]


def test_every_turn_of_a_talk_of_both_sides_counts(said: Said) -> None:
    text = "В.Путин: Уважаемые коллеги, рад встрече в Пекине.\nВан И: Дела идут хорошо.\nВ.Путин: Да."
    assert [words for _, _, words in said(text, title="Встреча")] == [
        "Уважаемые коллеги, рад встрече в Пекине.",
        "Дела идут хорошо.",
        "Да.",
    ]


def test_a_quotation_goes_with_the_same_persons_next_words_on_its_field(said: Said) -> None:
    text = (
        "«По углю и электроэнергии можно втрое увеличить поставки», — сказал Лавров. "
        "Газ в Китай пойдет весной, уточнил он."
    )
    assert [words for _, _, words in said(text, title="Рынок")] == [
        "По углю и электроэнергии можно втрое увеличить поставки",
        "Газ в Китай пойдет весной",
    ]
    other = text.replace("углю и электроэнергии", "футболу").replace("увеличить поставки", "увеличить набор в школы")
    assert [words for _, _, words in said(other, title="Рынок")] == ["Газ в Китай пойдет весной"]


def test_what_is_commented_on_ends_where_the_other_speaks(said: Said) -> None:
    text = (
        "Комментируя слова Сергея Лаврова о том, что Китай и Россия построят два моста, Мао Нин отметила, что "
        "Китай готов и к третьему."
    )
    assert ("Сергей Лавров", "indirect", "Китай и Россия построят два моста") in said(text)


def test_her_words_are_cited(said: Said) -> None:
    text = (
        "Мао Нин заявила, что России и Китаю мешать нельзя. Ее цитирует агентство.\n"
        "«Нам никто не указ в делах с Россией», — сказала дипломат."
    )
    assert ("Мао Нин", "direct", "Нам никто не указ в делах с Россией") in said(text)


def test_condemnation_is_no_incident(said: Said) -> None:
    text = "Мао Нин заявила, что стороны не приемлют осуждение и давление."
    assert said(text) == [("Мао Нин", "indirect", "стороны не приемлют осуждение и давление")]
