"""Speakers that the text names in another place: bodies by their sort, "the latter", diplomats after a quotation."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

LAVROV, WANG, PUTIN = "Сергей Лавров", "Ван И", "Владимир Путин"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Минобороны РФ рассказало об учениях с Китаем. В ведомстве уточнили, что Китай прислал корабли.",
            "Минобороны РФ",
        ),
        ("Поставки ведет «Газпром». В компании отметили, что Китай просил об этом Россию.", "Газпром"),
        ("Поставки ведет «Газпром». Пресс-служба компании сообщила, что Китай просил об этом Россию.", "Газпром"),
        (
            "Посольство КНР в РФ молчит. В дипмиссии уточнили, что Китай верит России.",
            "посольство КНР в РФ",
        ),
    ],
)
def test_a_body_goes_by_its_sort(said: Said, text: str, who: str) -> None:
    assert [speaker for speaker, _, _ in said(text)][-1:] == [who]


def test_a_ministry_of_something_else_is_not_the_one_before(said: Said) -> None:
    text = "Минобороны РФ рассказало об учениях с Китаем. В министерстве культуры края уточнили, что Китай далеко."
    assert "Минобороны РФ" not in {who for who, _, words in said(text) if words == "Китай далеко"}


def test_who_spoke_in_a_sentence_before_is_the_ministry_rather_than_who_is_named(said: Said) -> None:
    text = (
        "Минобороны РФ заявило, что Китай прислал корабли. В небе были самолеты ВКС России. "
        "В ведомстве добавили, что Китай доволен Россией."
    )
    assert said(text)[-1] == ("Минобороны РФ", "indirect", "Китай доволен Россией")


@pytest.mark.parametrize("fleet", ["Восточного военного округа", "Тихоокеанского флота"])
def test_districts_and_fleets_speak(said: Said, fleet: str) -> None:
    text = f"«Учения с Китаем начались сегодня утром», — говорится в сообщении пресс-службы {fleet}."
    assert [(kind, words) for _, kind, words in said(text)] == [("direct", "Учения с Китаем начались сегодня утром")]


def test_a_region_is_no_speaker(said: Said) -> None:
    text = "Гражданин Китая осужден в России, сообщили в пресс-службе судов Приморского края."
    assert said(text) == []


def test_the_latter_is_the_one_named_last(said: Said) -> None:
    text = "Лавров принял в Москве министра Ван И. На встрече последний выразил поддержку связям с Россией."
    assert said(text) == [(WANG, "indirect", "поддержку связям с Россией")]


def test_a_diplomat_after_a_quotation_is_none_of_those_it_names(said: Said) -> None:
    text = (
        "О поездке рассказала Мао Нин, официальный представитель МИД КНР. "
        "«Министр иностранных дел Ван И завтра приедет в Москву», — сообщила дипломат."
    )
    assert said(text)[-1] == ("Мао Нин", "direct", "Министр иностранных дел Ван И завтра приедет в Москву")


def test_he_is_whom_the_sentence_in_between_is_about(said: Said) -> None:
    text = (
        "«Китай остается другом России», — сказала Мао Нин. Весной Россию посетил министр Ван И. "
        "По итогам поездки он назвал связи с Москвой образцовыми."
    )
    assert [who for who, _, _ in said(text)] == ["Мао Нин", WANG]


def test_a_long_quotation_does_not_make_its_speaker_forgotten(said: Said) -> None:
    text = (
        "Лавров выступил перед послами и заявил, что Китай рядом. «Мы идем вперед. Мы видим цель. Мы знаем дорогу. "
        "Мы верим Китаю», — говорится в заявлении."
    )
    assert said(text)[-1] == (LAVROV, "direct", "Мы идем вперед. Мы видим цель. Мы знаем дорогу. Мы верим Китаю")


def test_a_paper_with_a_participle_beside_it_speaks(said: Said) -> None:
    text = "В послании Ван И, переданном прессе, говорится, что Китай верит России."
    assert said(text) == [(WANG, "indirect", "Китай верит России")]


def test_by_report_of_a_body(said: Said) -> None:
    text = "По сообщению МИД КНР, Китай ждет гостей из России."
    assert said(text) == [("МИД КНР", "indirect", "Китай ждет гостей из России")]


def test_a_sentence_ends_after_a_name_of_one_letter(said: Said) -> None:
    text = "Лавров беседовал с Ван И. В Москве он отметил, что Китай рядом."
    assert said(text) == [(LAVROV, "indirect", "Китай рядом")]


def test_of_two_subjects_the_one_that_agrees_speaks(said: Said) -> None:
    text = "Министерство иностранных дел КНР в своем заявлении поддержало принятый утром курс России на мир."
    assert [who for who, _, _ in said(text)] == ["МИД КНР"]


def test_representatives_of_a_side_go_on_speaking(said: Said) -> None:
    text = "Представители российской стороны заявили, что рады гостям из Китая, и выразили готовность помогать Пекину."
    assert [words for _, _, words in said(text)][-1] == "готовность помогать Пекину"


def test_what_a_medium_reports_of_a_speaker_is_the_speakers(said: Said) -> None:
    text = "Как сообщало EADaily, накануне премьер Госсовета КНР Ли Цян заявил, что рад видеть Москву."
    assert said(text) == [("Ли Цян", "indirect", "рад видеть Москву")]


@pytest.mark.parametrize("who", ["Глава китайской дипмиссии", "Глава посольства КНР"])
def test_the_head_of_a_mission_is_its_ambassador(said: Said, who: str) -> None:
    text = f"В Москву приехал посол Китая в России Чжан Ханьхуэй. {who} отметил, что Россия рядом."
    assert said(text) == [("Чжан Ханьхуэй", "indirect", "Россия рядом")]


def test_a_ministry_with_a_gerund_beside_it_speaks(said: Said) -> None:
    text = "В МИД КНР, комментируя слова гостей, заявили, что Россия рядом."
    assert said(text) == [("МИД КНР", "indirect", "Россия рядом")]


def test_both_sides_are_the_two_who_met(said: Said) -> None:
    text = "Володин встретился с Чжао Лэцзи. Обе стороны подчеркнули, что Россия и Китай близки."
    assert sorted(who for who, _, _ in said(text)) == ["Вячеслав Володин", "Чжао Лэцзи"]


def test_there_is_in_the_body_that_spoke(said: Said) -> None:
    text = "Учения с Россией прошли успешно, сообщило Минобороны КНР. Там отметили, что Россия прислала флот."
    assert said(text)[-1] == ("Минобороны КНР", "indirect", "Россия прислала флот")


def test_a_chinese_ministry_is_the_one_named_before(said: Said) -> None:
    text = "О маневрах рассказало Минобороны КНР. В китайском министерстве отметили, что Россия прислала флот."
    assert said(text)[-1] == ("Минобороны КНР", "indirect", "Россия прислала флот")


def test_where_it_was_confirmed_is_no_content(said: Said) -> None:
    text = "«Учения с Китаем ни против кого не направлены», — заверили в Минобороны РФ."
    assert [kind for _, kind, _ in said(text)] == ["direct"]


def test_a_greeting_to_the_guest_counts(said: Said) -> None:
    text = "«Рад принимать вас в этом зале», — сказал Лавров."
    assert len(said(text, title="Лавров и Ван И")) == 1


def test_that_one_is_whom_the_sentence_before_named_last(said: Said) -> None:
    text = "Лавров встретился с министром Ван И. Тот назвал связи с Россией образцовыми."
    assert said(text) == [(WANG, "indirect", "связи с Россией образцовыми")]


def test_a_channel_before_the_name_is_not_who_speaks(said: Said) -> None:
    text = "Китай и Россия останутся друзьями, заявил в комментарии телеканалу «Россия-1» министр Сергей Лавров."
    assert said(text) == [(LAVROV, "indirect", "Китай и Россия останутся друзьями")]


def test_a_sentence_glued_to_a_latin_name(said: Said) -> None:
    text = "Стороны встретились, сообщает RT.Как заявил Лавров, дружба с Китаем крепнет."
    assert said(text) == [(LAVROV, "indirect", "дружба с Китаем крепнет")]
