"""Contacts in clauses that hang together loosely: frames, second verbs, third countries; our own sentences."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text, published=…, title=…)` gives the contacts of a text."""
    return lambda text, published="2024-05-14", **about: read_contacts(analyse(text, published=published, **about))


def told(contacts: tuple[ReadContact, ...]) -> list[tuple[str, str, str | None]]:
    return [(contact.format, contact.status, contact.when.date) for contact in contacts]


def test_what_is_asked_for_at_a_meeting_makes_it_no_proposal(read: Read) -> None:
    text = "Сергей Лавров и Ван И на встрече в Пекине призвали стороны прекратить огонь."
    assert told(read(text)) == [("meeting", "held", "2024-05-14")]


@pytest.mark.parametrize(
    "text",
    [
        "Визит Ван И в Москву был намечен на апрель, однако был перенесён.",
        "Визит Ван И в Москву намечался на апрель, но затем был отложен.",
    ],
)
def test_a_second_verb_calls_a_trip_off(read: Read, text: str) -> None:
    assert told(read(text)) == [("visit", "cancelled", "2024-04")]


def test_a_date_that_fell_through_is_an_event_beside_the_new_one(read: Read) -> None:
    text = "Ван И посетит Москву 20 мая. Сначала визит Ван И был запланирован на апрель, но был перенесён."
    assert told(read(text)) == [("visit", "planned", "2024-05-20"), ("visit", "cancelled", "2024-04")]


def test_manoeuvres_of_others_are_theirs(read: Read) -> None:
    assert told(read("Россия и Китай призвали США и Южную Корею отказаться от учений.")) == []
    assert told(read("В манёврах участвуют военные России, Китая и Ирана.")) == [("exercise", "held", "2024-05")]


def test_words_that_the_parser_hung_elsewhere_keep_their_event(read: Read) -> None:
    text = "О возможности поставок стало известно в апреле после завершения российско-китайских учений в Приморье."
    assert told(read(text)) == [("exercise", "held", "2024-04")]
    text = "Двусторонние связи обсудят Михаил Мишустин и его китайский коллега Ли Цян."
    assert told(read(text)) == [("meeting", "planned", None)]
    text = "В ходе телефонного разговора Сергей Лавров и Ван И также обсудили торговлю."
    assert told(read(text)) == [("call", "held", "2024-05-14")]


def test_a_stop_of_a_trip_is_no_other_trip(read: Read) -> None:
    text = "Путин прилетел в Китай. В ходе двухдневного визита Путин посетит Харбин."
    assert [event[:2] for event in told(read(text, published=None))] == [("visit", "held")]


def test_who_leads_the_body_that_sits_takes_part(read: Read) -> None:
    contacts = read("В Москве пройдёт заседание межправкомиссии, возглавляемой Александром Новаком и Дин Сюэсяном.")
    assert {p.name for p in contacts[0].participants} == {"Александр Новак", "Дин Сюэсян"}
    contacts = read("В Сочи прошло заседание российско-китайской комиссии. Делегации возглавляли Новак и Дин Сюэсян.")
    assert {p.name for p in contacts[0].participants} == {"Александр Новак", "Дин Сюэсян"}


def test_an_opening_is_of_one_day_and_of_those_who_were_there(read: Read) -> None:
    text = "В Пекине прошла церемония открытия Года культуры России в Китае. На ней выступили Любимова и Сунь Ели."
    (contact,) = read(text)
    assert (contact.format, contact.when.date) == ("forum", "2024-05-14")
    assert {p.name for p in contact.participants} == {"Ольга Любимова", "Сунь Ели"}


def test_a_guest_at_a_welcome_is_in_no_talks(read: Read) -> None:
    assert told(read("В Кремле прошла церемония встречи Си Цзиньпина.")) == []


def test_a_link_between_two_leaders_is_a_video_contact(read: Read) -> None:
    text = "Владимир Путин и Си Цзиньпин в режиме телемоста приняли участие в церемонии запуска моста."
    assert told(read(text)) == [("video", "held", "2024-05-14")]


def test_talks_that_somebody_seeks_are_proposed(read: Read) -> None:
    text = "Минсельхоз России будет инициировать переговоры с таможенным ведомством Китая."
    assert told(read(text)) == [("meeting", "proposed", None)]


def test_manoeuvres_told_of_without_a_verb_are_those_that_are_planned(read: Read) -> None:
    text = "Цель учений — слаженность флотов двух стран. Россия и Китай проведут учения в июле."
    assert told(read(text)) == [("exercise", "planned", "2024-07")]


def test_troops_told_of_next_are_those_of_the_manoeuvres(read: Read) -> None:
    text = "На полигоне начались военные учения. В них участвуют военные России и Китая."
    assert told(read(text)) == [("exercise", "held", "2024-05-14")]


@pytest.mark.parametrize(
    "text",
    [
        "Министр обороны КНР Дун Цзюнь посетил российские военные предприятия.",
        "Министр обороны КНР Дун Цзюнь побывал на российском полигоне.",
    ],
)
def test_what_is_seen_tells_the_country(read: Read, text: str) -> None:
    assert told(read(text)) == [("visit", "held", "2024-05-14")]


def test_what_may_be_and_what_is_got_ready_is_one_session(read: Read) -> None:
    text = (
        "В Пекине может состояться заседание российско-китайской комиссии. "
        "Стороны готовят заседание российско-китайской комиссии."
    )
    assert [event[:2] for event in told(read(text))] == [("session", "proposed")]


def test_a_deputy_is_not_the_head_and_stands_with_his_name(read: Read) -> None:
    text = (
        "Валерий Герасимов провёл переговоры с заместителем начальника Объединённого штаба КНР генералом Шао Юаньмином."
    )
    (contact,) = read(text, published="2019-06-21")
    assert {p.name for p in contact.participants} == {"Валерий Герасимов", "Шао Юаньмин"}


def test_two_talks_of_one_verb_are_both_to_come(read: Read) -> None:
    text = "Встреча Ван И с Сергеем Лавровым и переговоры с Сергеем Шойгу состоятся 15 мая."
    assert {event[:2] for event in told(read(text))} == {("meeting", "planned")}


def test_a_guest_meets_the_authorities_of_a_region(read: Read) -> None:
    text = "Дмитрий Медведев прибыл в Далянь. Кроме того, запланирована встреча с властями провинции Ляонин."
    contact = read(text)[1]
    assert (contact.format, contact.status) == ("meeting", "planned")
    assert {p.name for p in contact.participants} == {"Дмитрий Медведев", "власти провинции Ляонин"}


def test_a_treaty_between_the_two_is_signed_by_them(read: Read) -> None:
    text = "Подписан Договор о дружбе и сотрудничестве между Россией и Китаем."
    assert told(read(text)) == [("signing", "held", "2024-05-14")]


def test_your_trip_in_a_quotation_is_of_whom_it_is_said_to(read: Read) -> None:
    text = "Сергей Лавров принял Ван И. «Помню ваш визит в Россию в марте», — сказал Сергей Лавров."
    trips = [contact for contact in read(text) if contact.format == "visit"]
    assert [(c.when.date, c.participants[0].name) for c in trips] == [("2024-03", "Ван И")]


def test_a_remark_in_the_first_person_is_no_plan(read: Read) -> None:
    text = "Отметим, что это первый визит Ван И в Забайкальский край."
    assert [event[:2] for event in told(read(text))] == [("visit", "held")]


def test_a_date_with_this_year_in_short_belongs_to_its_sentence(read: Read) -> None:
    (contact,) = read("5-6 мая с.г. Сергей Лавров посетил Гуанчжоу.")
    assert (contact.when.date, contact.when.date_end) == ("2024-05-05", "2024-05-06")
