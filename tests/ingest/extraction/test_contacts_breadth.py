"""Plans, frames, purposes and strangers: what an event's words leave to the sentence around them.

The sentences are our own; the people held their offices on the days given.
"""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]
DAY = "2023-05-10"


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text, published=…, title=…)` gives the contacts of a text."""
    return lambda text, published=DAY, **about: read_contacts(analyse(text, published=published, **about))


def names(contact: ReadContact) -> set[str]:
    return {participant.name for participant in contact.participants}


def only(contacts: tuple[ReadContact, ...], format_: str) -> ReadContact:
    """The one contact of a format."""
    found = [contact for contact in contacts if contact.format == format_]
    assert len(found) == 1, contacts
    return found[0]


@pytest.mark.parametrize(
    ("text", "format_", "status"),
    [
        ("Дата встречи Владимира Путина и Си Цзиньпина согласована.", "meeting", "planned"),
        ("Сергей Лавров прилетел в Пекин на переговоры с Ван И.", "meeting", "planned"),
        ("Михаил Мишустин прибыл в Пекин для участия в очередной встрече с Ли Цяном.", "meeting", "planned"),
        ("На переговорах в Москве Владимир Путин пригласил Си Цзиньпина на Восток страны.", "meeting", "held"),
        ("В ходе переговоров Сергей Лавров и Ван И намерены обсудить торговлю.", "meeting", "planned"),
        ("Китай напомнил о мерах, принятых в ходе визита Сергея Лаврова в Пекин.", "visit", "held"),
        ("В Москве не подтвердили сообщения о визите Ли Цяна в Россию.", "visit", "proposed"),
        ("Во время встречи с Ван И в Москве Сергей Лавров говорил о торговле.", "meeting", "held"),
    ],
)
def test_status_by_the_words_around_an_event(read: Read, text: str, format_: str, status: str) -> None:
    assert only(read(text), format_).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Главы МИД четырёх стран встретились в Берлине. Министры говорили о мире.",
        "Заместители министров договорились о консультациях. Россия и Египет подписали меморандум.",
        "Владимир Путин и Си Цзиньпин неоднократно общались по телефону.",
        "В Москве председателя КНР Си Цзиньпина встречал заместитель министра иностранных дел Андрей Руденко.",
        "В разговоре с президентом США Владимир Путин затронул положение Китая.",
    ],
)
def test_no_contact_of_the_two_sides(read: Read, text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "format_", "date", "end"),
    [
        ("Стороны говорили о визите Ли Шанфу в Москву, который намечен на будущий месяц.", "visit", "2023-06", None),
        ("Ли Шанфу будет в России с визитом с 8 по 12 мая.", "visit", "2023-05-08", "2023-05-12"),
        ("В конце декабря Владимир Путин на переговорах с Си Цзиньпином пригласил его в Москву весной 2023 года.",
         "meeting", "2022-12", None),
        ("Поездка Ли Шанфу в Россию продлится три дня — с 16 по 18 мая.", "visit", "2023-05-16", "2023-05-18"),
        ("Границу описали в июле 2007 года, когда Сергей Лавров и Ян Цзечи подписали протокол.",
         "signing", "2007-07", None),
        ("В Москву прибыли китайские военнослужащие для участия в параде 20 мая.", "visit", DAY, None),
    ],
)  # fmt: skip
def test_dates_belong_to_their_own_words(read: Read, text: str, format_: str, date: str, end: str | None) -> None:
    when = only(read(text), format_).when
    assert (when.date, when.date_end) == (date, end)


def test_event_under_way_is_held(read: Read) -> None:
    assert only(read("Ли Шанфу будет в России с визитом с 8 по 12 мая."), "visit").status == "held"


def test_plan_takes_its_day_from_the_title(read: Read) -> None:
    contacts = read(
        "Отмечается, что встреча состоится во второй половине дня.",
        title="Путин и Си Цзиньпин проведут видеоконференцию 14 мая",
    )
    video = only(contacts, "video")
    assert (video.status, video.when.date, video.when.words) == ("planned", "2023-05-14", None)


def test_news_that_began_today_is_not_yesterdays_event(read: Read) -> None:
    began = "В Кремле начались переговоры Владимира Путина и Си Цзиньпина."
    text = f"{began} Накануне состоялась неформальная встреча лидеров."
    assert {contact.when.date for contact in read(text)} == {DAY, "2023-05-09"}


def test_trip_told_twice_bears_the_day_it_began(read: Read) -> None:
    text = (
        "В Москве прошли переговоры с Ли Шанфу, прибывшим в Россию с визитом, сообщил Сергей Шойгу. "
        "Ранее сообщалось, что 8 мая Ли Шанфу прилетел в Россию."
    )
    assert only(read(text), "visit").when.date == "2023-05-08"


def test_time_of_day_is_of_the_articles_own_day(read: Read) -> None:
    text = "Ли Цян приехал в Москву. Погода стоит ясная. Улицы украшены. Вечером он встретился с Владимиром Путиным."
    assert only(read(text), "meeting").when.date == DAY


def test_object_that_the_parser_lost_is_still_signed(read: Read) -> None:
    text = "Сергей Лавров и Ян Цзечи подписали сегодня Дополнительный протокол-описание линии границы."
    assert names(only(read(text, published="2008-07-21"), "signing")) == {"Сергей Лавров", "Ян Цзечи"}


def test_talks_named_before_those_who_hold_them(read: Read) -> None:
    text = "В Харбине прошло заседание межправительственной комиссии. На нём выступили Александр Новак и Дин Сюэсян."
    assert names(only(read(text), "session")) == {"Александр Новак", "Дин Сюэсян"}


def test_two_hosts_are_two_meetings(read: Read) -> None:
    text = "Владимир Путин проведёт беседу с председателем КНР Си Цзиньпином и премьером Госсовета КНР Ли Цяном."
    guests = [names(contact) - {"Владимир Путин"} for contact in read(text)]
    assert guests == [{"Си Цзиньпин"}, {"Ли Цян"}]


def test_invitation_folds_into_the_visit_it_led_to(read: Read) -> None:
    text = "Ли Шанфу посетит Россию 16 мая. Китайского министра пригласил в Москву Сергей Шойгу."
    assert only(read(text), "visit").when.date == "2023-05-16"


def test_subject_of_two_verbs_goes_on_the_trip(read: Read) -> None:
    text = "Михаил Мишустин в понедельник прибыл в Пекин и накануне провёл встречу с Ли Цяном."
    assert "Михаил Мишустин" in names(only(read(text), "visit"))


@pytest.mark.parametrize(
    ("host", "name"), [("председателем КНР Си Цзиньпином", "Си Цзиньпин"), ("китайским министром Ван И", "Ван И")]
)
def test_host_told_in_one_breath_with_the_visit(read: Read, host: str, name: str) -> None:
    text = f"Сергей Лавров прибыл в Пекин, где проведёт переговоры с {host}."
    assert names(only(read(text), "visit")) == {"Сергей Лавров", name}


def test_credentials_are_handed_over_in_a_meeting(read: Read) -> None:
    text = "Посол Китая в России Чжан Ханьхуэй вручил заместителю министра Андрею Руденко копии верительных грамот."
    assert names(only(read(text), "meeting")) == {"Чжан Ханьхуэй", "Андрей Руденко"}


def test_named_manoeuvres_of_a_year(read: Read) -> None:
    text = "В июле в Японском море пройдут учения «Морское взаимодействие-2023», сообщили в Пекине."
    contact = only(read(text), "exercise")
    assert (contact.status, contact.when.date, contact.level) == ("planned", "2023-07", "military")


def test_troops_of_one_side_told_to_exercise_with_ours(read: Read) -> None:
    contact = only(read("Учения под Читой проходят совместно с представителями сухопутных войск Китая."), "exercise")
    assert {participant.side for participant in contact.participants} == {"RU", "CN"}
