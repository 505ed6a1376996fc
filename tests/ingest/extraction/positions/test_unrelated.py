"""What officials say of or to somebody else is no position, though the article names both countries."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "В Китае разбился автобус с туристами из России. Авария случилась ночью, сообщил генконсул России в Харбине.",
        "На складе в Китае случился пожар. Посольство России в КНР сообщило, что пострадавших нет.",
        "Гражданин Китая попал в полицию. МВД России сообщило, что задержанный занимался контрабандой.",
    ],
)
def test_reports_of_accidents_and_crimes_are_left_out(said: Said, text: str) -> None:
    assert said(text, title="Происшествие в Китае") == []


def test_condolences_of_a_leader_are_no_mere_report(said: Said) -> None:
    text = "Владимир Путин заявил, что Россия разделяет горе китайских семей погибших."
    assert [who for who, _, _ in said(text)] == ["Владимир Путин"]


def test_what_the_other_side_does_about_an_accident_counts(said: Said) -> None:
    text = "Посольство России в КНР сообщило, что китайские власти помогают пострадавшим в аварии россиянам."
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "сотрудничество России и Монголии крепнет",
        "российско-вьетнамские отношения развиваются",
        "торговля России с Индией растёт",
    ],
)
def test_a_third_country_as_the_partner(said: Said, words: str) -> None:
    text = f"В Пекине прошёл саммит ШОС с участием России и Китая. Сергей Лавров отметил, что {words}."
    assert said(text, title="Россия и Китай на саммите ШОС") == []


def test_matters_of_common_concern_stay_whoever_is_the_partner(said: Said) -> None:
    text = (
        "Сергей Лавров и Ван И встретились в Пекине. "
        "Российский министр отметил, что отношения России и США переживают кризис."
    )
    assert len(said(text)) == 1


def test_what_is_said_to_a_guest_of_a_third_country(said: Said) -> None:
    text = (
        "В Пекине Владимир Путин встретился с президентом Вьетнама То Ламом. "
        "Президент России отметил, что сотрудничество развивается по всем направлениям."
    )
    assert said(text, title="Путин прибыл в Китай на саммит с лидером КНР") == []


def test_what_is_told_only_later_is_not_the_matter(said: Said) -> None:
    text = "Сергей Шойгу заявил, что армия России получит новые корабли. За сделкой следят и китайцы."
    assert said(text, title="Флот пополнится") == []


def test_the_town_of_a_dateline_names_no_side(said: Said) -> None:
    text = "МОСКВА, 5 апр - РИА Новости. Китай выступает против продажи оружия Тайваню, заявил МИД КНР."
    assert said(text, title="Китай против продажи оружия Тайваню") == []


def test_the_president_spoken_of_is_who_says_it(said: Said) -> None:
    text = (
        "Владимир Зеленский отметил, что Си Цзиньпин с ним не говорил. О поставках известно мало. "
        "«Китай помогает России», — подытожил президент."
    )
    assert not [who for who, kind, _ in said(text) if kind == "direct"]


def test_one_who_sits_in_a_town_is_not_of_its_country(said: Said) -> None:
    text = "Представитель фонда охраны природы в Харбине Иван Петренко заявил, что Россия и Китай теряют тигров."
    assert said(text) == []


def test_a_consul_abroad_is_of_the_country_that_his_name_tells(positions: Callable) -> None:
    text = "Китайские коллеги ждут гостей из России, сообщил консул в Шэньяне Павел Смирнов."
    assert [(p.speaker.name, p.speaker.side) for p in positions(text)] == [("Павел Смирнов", "RU")]


@pytest.mark.parametrize(
    "post",
    [
        "Вице-президент Ассоциации туроператоров России",
        "Директор Института Азии",
        "Руководитель турагентства",
    ],
)
def test_bodies_of_business_and_science_speak_for_no_state(said: Said, post: str) -> None:
    assert said(f"{post} Иван Петренко заявил, что поток туристов из Китая в Россию вырастет.") == []


def test_an_answer_to_a_third_country_before_russia_is_named(said: Said) -> None:
    text = "Пекин пообещал ответить тем же. Аналитики ждут, что пошлины отразятся и на России."
    assert said(text, title="США ввели пошлины на китайские товары") == []
