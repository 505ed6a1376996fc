"""When contacts were: how long they go on, what is looked back on, what the day of the news dates; our sentences."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]
DAY = "2023-05-10"  # a Wednesday


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text, published=…, title=…)` gives the contacts of a text."""
    return lambda text, published=DAY, **about: read_contacts(analyse(text, published=published, **about))


def only(contacts: tuple[ReadContact, ...], format_: str) -> ReadContact:
    found = [contact for contact in contacts if contact.format == format_]
    assert len(found) == 1, contacts
    return found[0]


def days(contact: ReadContact) -> tuple[str | None, str | None]:
    return contact.when.date, contact.when.date_end


@pytest.mark.parametrize(
    "text",
    [
        "Сергей Лавров 10 мая прибыл в Пекин с трёхдневным визитом.",
        "Сергей Лавров прибыл в Пекин. Визит продлится три дня.",
        "Сергей Лавров прибыл в Пекин. Визит продлится до 12 мая.",
        "Визит Сергея Лаврова в Китай начался 10 мая. Визит завершится 12 мая.",
        "Начался трёхдневный визит Сергея Лаврова в Китай.",
    ],
)
def test_a_trip_ends_on_the_day_that_its_length_or_last_day_tells(read: Read, text: str) -> None:
    contact = only(read(text), "visit")
    assert (contact.status, *days(contact)) == ("held", "2023-05-10", "2023-05-12")


def test_a_trip_that_is_over_is_of_its_last_day_alone(read: Read) -> None:
    contact = only(read("10 мая Сергей Лавров завершил трёхдневный визит в Китай."), "visit")
    assert days(contact) == ("2023-05-10", None)


def test_the_first_and_last_day_told_apart_are_one_trip(read: Read) -> None:
    text = "Визит Сергея Лаврова в Китай начался 3 мая. Визит Сергея Лаврова в Китай завершился 5 мая."
    assert days(only(read(text), "visit")) == ("2023-05-03", "2023-05-05")


def test_manoeuvres_end_on_the_day_told_later(read: Read) -> None:
    text = "8 мая начались российско-китайские морские учения. Учения завершатся 15 мая."
    assert days(only(read(text), "exercise")) == ("2023-05-08", "2023-05-15")


def test_the_second_day_of_a_trip(read: Read) -> None:
    text = (
        "Михаил Мишустин прибыл в Шанхай с двухдневным визитом. "
        "Во второй день визита он встретится с председателем КНР Си Цзиньпином."
    )
    contact = only(read(text), "meeting")
    assert (contact.status, *days(contact)) == ("planned", "2023-05-11", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Прошли российско-китайские учения «Морское взаимодействие-2021».", "2021"),
        ("14 октября начались российско-китайские учения «Морское взаимодействие-2021».", "2021-10-14"),
    ],
)
def test_the_name_of_manoeuvres_tells_their_year(read: Read, text: str, day: str) -> None:
    assert only(read(text), "exercise").when.date == day


def test_this_years_name_dates_news_no_coarser(read: Read) -> None:
    contact = only(read("Стартовали российско-китайские учения «Морское взаимодействие-2023»."), "exercise")
    assert contact.when.date == DAY


def test_a_jubilee_dates_a_trip_of_another_month(read: Read) -> None:
    text = "Председатель КНР Си Цзиньпин посетил Москву в дни празднования 70-летия Победы."
    assert only(read(text), "visit").when.date == "2015-05"
    assert only(read(text.replace("посетил", "посетит"), published=None), "visit").when.date == "2015-05"


def test_a_meeting_recalled_is_not_of_the_day_of_the_news(read: Read) -> None:
    text = "Министр напомнил о недавней встрече президента России Владимира Путина с председателем КНР Си Цзиньпином."
    assert only(read(text), "meeting").when.date is None


@pytest.mark.parametrize("opening", ["До этого", "Перед этим", "Ранее", "Как уже сообщалось,"])
def test_news_of_before_is_not_of_the_day_of_the_news(read: Read, opening: str) -> None:
    assert only(read(f"{opening} Сергей Лавров прибыл с визитом в Пекин."), "visit").when.date is None


def test_a_guest_on_a_visit_came_before(read: Read) -> None:
    text = "Сергей Лавров встретился с министром Ван И, находящимся в Москве с визитом."
    contacts = read(text)
    assert (only(contacts, "meeting").when.date, only(contacts, "visit").when.date) == (DAY, "2023-05")


def test_the_dateline_is_no_news(read: Read) -> None:
    text = "ПЕКИН, 10 мая. /Агентство/. Торговля растёт. Об этом сказал посол на российско-китайском форуме в Пекине."
    assert only(read(text), "forum").when.date == DAY


def test_the_day_of_a_report_is_not_the_day_of_the_trip(read: Read) -> None:
    text = "19 мая посол сообщил, что в ходе визита в Китай Сергей Лавров посетит Харбин."
    assert all(contact.when.date != "2023-05-19" for contact in read(text, published="2023-05-26"))


def test_the_trip_after_another_is_of_its_month(read: Read) -> None:
    text = "Премьер Госсовета КНР Ли Цян 9 мая вылетел в Бишкек. Затем он посетит Россию."
    contact = only(read(text), "visit")
    assert (contact.status, contact.when.date) == ("planned", "2023-05")


@pytest.mark.parametrize("told", ["В феврале Сергей Лавров посетил Пекин.", "Сергей Лавров в феврале побывал в Китае."])
def test_talks_told_after_a_trip_of_another_month_are_of_that_month(read: Read, told: str) -> None:
    contacts = read(f"{told} По итогам переговоров с Ван И он дал высокую оценку связям.")
    assert only(contacts, "meeting").when.date == "2023-02"


def test_a_meeting_counted_on_is_only_hoped_for(read: Read) -> None:
    contact = only(read("Москва рассчитывает на встречу Сергея Лаврова с министром Ван И."), "meeting")
    assert contact.status == "proposed"


def test_what_is_to_come_of_todays_meeting_does_not_put_it_off(read: Read) -> None:
    text = "Сегодняшняя встреча Сергея Лаврова с министром Ван И послужит укреплению связей."
    contact = only(read(text), "meeting")
    assert (contact.status, contact.when.date) == ("held", DAY)


def test_the_last_trip_before_is_another(read: Read) -> None:
    text = "Сергей Лавров прибыл в Китай. Погода была ясной. Он бывал там не раз. В октябре 2022 года он посетил Пекин."
    assert [contact.when.date for contact in read(text)] == [DAY, "2022-10"]


def test_a_trip_seen_from_its_first_day_and_its_last(read: Read) -> None:
    text = "Сергей Лавров 10 мая прибыл с визитом в Китай. Сергей Лавров пробудет в Пекине до 12 мая."
    assert days(only(read(text), "visit")) == ("2023-05-10", "2023-05-12")


def test_what_was_told_on_a_day_as_done_is_of_that_day(read: Read) -> None:
    text = "4 мая помощник рассказал, что во время переговоров Си Цзиньпин пригласил Владимира Путина в Пекин."
    assert only(read(text), "meeting").when.date == "2023-05-04"


def test_a_plan_proposed_in_talks_has_no_day(read: Read) -> None:
    text = "Сергей Лавров 9 мая на встрече предложил министру Ван И подписать план сотрудничества."
    contacts = read(text)
    assert [(c.format, c.status, c.when.date) for c in contacts if c.format == "signing"] == [
        ("signing", "proposed", None)
    ]


@pytest.mark.parametrize("manner", ["в формате видеоконференции", "в режиме видеосвязи", "с помощью видеосвязи"])
def test_talks_by_video_link(read: Read, manner: str) -> None:
    text = f"Ранее в мае Владимир Путин и председатель КНР Си Цзиньпин провели переговоры {manner}."
    assert [contact.format for contact in read(text)] == ["video"]


def test_the_day_goes_on_in_the_next_sentences(read: Read) -> None:
    text = (
        "Сергей Лавров принял министра Ван И. Торговля растёт. Связи крепнут. "
        "Сегодня китайская делегация работала в Москве. Перед заседанием Ван И провёл встречу с Сергеем Шойгу."
    )
    dates = [c.when.date for c in read(text) if "Сергей Шойгу" in {p.name for p in c.participants}]
    assert dates == [DAY]


def test_dates_on_either_side_of_a_turn_are_of_their_own_trips(read: Read) -> None:
    text = (
        "В конце мая ожидается прибытие в Россию вице-премьера Госсовета Китая Хэ Лифэна, "
        "а на середину июня намечен визит в Россию председателя Госсовета КНР Ли Цяна."
    )
    assert [c.when.date for c in read(text) if c.format == "visit"] == ["2023-05", "2023-06"]


def test_a_clause_on_the_commission_dates_its_sitting(read: Read) -> None:
    text = "Дмитрий Чернышенко и Хэ Лифэн проведут заседание российско-китайской комиссии, которая пройдёт 9 июня."
    assert only(read(text), "session").when.date == "2023-06-09"


@pytest.mark.parametrize(
    "told", ["не так давно в Казани прошла встреча", "недавно состоялась встреча", "ранее прошла встреча"]
)
def test_adverbs_recall_too(read: Read, told: str) -> None:
    text = f"Сергей Лавров заявил, что {told} Владимира Путина и Си Цзиньпина."
    assert only(read(text), "meeting").when.date is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Си Цзиньпин завершил визит в Россию. Напомним, 8 мая Си Цзиньпин прибыл в Москву.", ("2023-05-08", DAY)),
        (
            "Си Цзиньпин завершил двухдневный визит в Россию. Напомним, 8 мая Си Цзиньпин прибыл в Москву.",
            ("2023-05-08", "2023-05-09"),
        ),
        ("В ходе четырёхдневного визита в Китай Сергей Лавров выступил с лекцией.", ("2023-05", None)),
    ],
)
def test_the_days_of_a_trip_that_is_over_or_under_way(read: Read, text: str, dates: tuple[str, str | None]) -> None:
    assert days(only(read(text), "visit")) == dates


def test_what_somebody_came_for_took_place(read: Read) -> None:
    text = "Си Цзиньпин 8 мая прибыл в Москву для встречи с Владимиром Путиным. В тот же день переговоры состоялись."
    contact = only(read(text), "meeting")
    assert (contact.status, contact.when.date) == ("held", "2023-05-08")


def test_then_is_the_time_told_before(read: Read) -> None:
    text = "Сергей Лавров был в Пекине в декабре 2021 года. Тогда Сергей Лавров встретился с министром Ван И."
    assert only(read(text), "meeting").when.date == "2021-12"


@pytest.mark.parametrize(
    ("words", "date"),
    [("в конце года", "2023"), ("в начале следующего года", "2024"), ("в конце месяца", "2023-05")],
)
def test_parts_of_a_year_date_plans(read: Read, words: str, date: str) -> None:
    assert only(read(f"Сергей Лавров может посетить Китай {words}."), "visit").when.date == date


@pytest.mark.parametrize(
    ("verb", "day", "status"),
    [("начинается", "2023-05-12", "planned"), ("начался", "2023-05-05", "held")],
)
def test_the_present_tense_with_a_weekday_looks_ahead(read: Read, verb: str, day: str, status: str) -> None:
    contact = only(read(f"В пятницу {verb} визит Сергея Лаврова в Китай."), "visit")
    assert (contact.status, contact.when.date) == (status, day)


def test_talks_of_a_trip_that_is_over_are_of_its_month(read: Read) -> None:
    text = "Сергей Лавров завершил визит в Китай. В Пекине он провёл переговоры с министром Ван И."
    contacts = read(text)
    assert (only(contacts, "visit").when.date, only(contacts, "meeting").when.date) == (DAY, "2023-05")


def test_no_word_on_a_meeting_does_not_call_it_off(read: Read) -> None:
    text = "О встрече Владимира Путина с Си Цзиньпином пока не будет объявлено. Кремль не станет комментировать визит."
    assert all(contact.status != "cancelled" for contact in read(text))
    cancelled = read("Встреча Владимира Путина с Си Цзиньпином не состоится.")
    assert only(cancelled, "meeting").status == "cancelled"


def test_what_a_coming_trip_is_for_does_not_make_it_past(read: Read) -> None:
    text = "Сергей Лавров 15 мая отправится в Китай. Основная цель поездки Сергея Лаврова в Китай — торговля."
    contact = only(read(text), "visit")
    assert (contact.status, contact.when.date) == ("planned", "2023-05-15")


def test_before_talks_that_the_title_has_begun(read: Read) -> None:
    text = "Перед встречей Лавров отметил рост торговли."
    contact = only(read(text, title="Сергей Лавров провёл переговоры с министром Ван И"), "meeting")
    assert (contact.status, contact.when.date) == ("held", DAY)


def test_talks_recalled_in_a_message_are_not_todays(read: Read) -> None:
    text = (
        "Во время беседы с председателем КНР Си Цзиньпином Валентина Матвиенко передала ему добрые пожелания. "
        "«Тепло вспоминали переговоры в марте», — сказала она."
    )
    assert only(read(text), "meeting").when.date == DAY


@pytest.mark.parametrize("sailed", ["24 мая крейсер вернулся в порт после участия", "14 мая крейсер вышел для участия"])
def test_ships_sail_on_days_of_their_own(read: Read, sailed: str) -> None:
    text = f"{sailed} в российско-китайском учении «Морское взаимодействие-2021»."
    assert only(read(text), "exercise").when.date == "2021"


@pytest.mark.parametrize(
    "told",
    [
        "Он продлится три дня.",
        "Он продлится три дня — до 12 мая.",
        "Он продлится с 10 по 12 мая.",
        "Он завершится 12 мая.",
    ],
)
def test_a_pronoun_tells_how_long_the_trip_goes_on(read: Read, told: str) -> None:
    contact = only(read(f"Сергей Лавров 10 мая прибыл в Пекин с официальным визитом. {told}"), "visit")
    assert days(contact) == ("2023-05-10", "2023-05-12")


def test_a_pronoun_of_another_gender_tells_of_something_else(read: Read) -> None:
    text = "Сергей Лавров 10 мая прибыл в Пекин с официальным визитом. Выставка открыта. Она продлится до 12 мая."
    assert days(only(read(text), "visit")) == ("2023-05-10", None)


def test_talks_come_for_are_those_of_the_day(read: Read) -> None:
    text = (
        "Си Цзиньпин прибыл в Кремль на переговоры с Владимиром Путиным. Играл оркестр. Небо было ясным. "
        "Затем Си Цзиньпин встретился с Владимиром Путиным. Напомним, он прибыл в Москву 8 мая."
    )
    contact = only(read(text), "meeting")
    assert (contact.status, contact.when.date) == ("held", DAY)


def test_what_was_held_the_day_before_is_not_what_is_planned(read: Read) -> None:
    text = (
        "У председателя КНР Си Цзиньпина запланирована беседа с Владимиром Путиным. "
        "Накануне Си Цзиньпин провёл переговоры с Владимиром Путиным."
    )
    assert ("held", "2023-05-09") in [(contact.status, contact.when.date) for contact in read(text)]


def test_what_talks_are_like_is_no_event(read: Read) -> None:
    assert read("Переговоры Владимира Путина и Си Цзиньпина носят доверительный характер.") == ()


def test_the_phase_of_manoeuvres_dates_what_their_name_left_to_a_year(read: Read) -> None:
    text = (
        "Крейсер вышел для участия в российско-китайском учении «Морское взаимодействие-2021». "
        "Активная фаза учения прошла с 17 по 21 октября."
    )
    assert days(only(read(text, published=None), "exercise")) == ("2021-10-17", "2021-10-21")


def test_an_hour_is_of_the_day_of_the_news(read: Read) -> None:
    contact = only(read("Переговоры Сергея Лаврова и Ван И начнутся в 15:00."), "meeting")
    assert (contact.status, contact.when.date, contact.when.inferred) == ("planned", DAY, True)
    assert only(read("Переговоры Сергея Лаврова и Ван И начнутся через месяц."), "meeting").when.date is None


def test_what_is_planned_under_a_title_on_a_trip_is_of_its_month(read: Read) -> None:
    found = read("Планируется подписать ряд документов.", title="Мишустин прибыл в Пекин")
    assert days(only(found, "signing")) == ("2023-05", None)


def test_a_trip_of_the_past_dates_no_plan(read: Read) -> None:
    text = "В марте Ван И посетил Москву. Очередные консультации Лаврова и Ван И состоятся в Пекине."
    assert only(read(text), "session").when.date is None


def test_a_date_after_the_words_of_what_is_to_come_is_its_own(read: Read) -> None:
    text = "Посол рассказал об этом на брифинге по случаю предстоящего визита Ван И в Россию 3-4 июня."
    assert days(only(read(text), "visit")) == ("2023-06-03", "2023-06-04")


def test_the_days_told_of_a_plan_end_what_has_begun(read: Read) -> None:
    text = "В среду начались российско-китайские учения «Восход». Учения пройдут с 10 по 16 мая."
    assert days(only(read(text), "exercise")) == (DAY, "2023-05-16")


def test_a_trip_told_of_by_a_participle_is_of_the_month(read: Read) -> None:
    text = "Сергея Лаврова, прибывшего с визитом в Китай, во вторник принял Си Цзиньпин."
    assert days(only(read(text), "visit")) == ("2023-05", None)


def test_the_adjective_of_a_month_dates_what_is_got_ready(read: Read) -> None:
    contact = only(read("Эта беседа — подготовка к июньской встрече Владимира Путина и Си Цзиньпина."), "meeting")
    assert (contact.status, contact.when.date) == ("planned", "2023-06")
