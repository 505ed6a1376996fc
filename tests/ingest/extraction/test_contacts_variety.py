"""The many ways of telling of a contact: verbs, nouns, passives, intentions, bodies; the sentences are our own."""

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


def only(contacts: tuple[ReadContact, ...]) -> ReadContact:
    assert len(contacts) == 1, contacts
    return contacts[0]


PUTIN_AND_XI = {"Владимир Путин", "Си Цзиньпин"}


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("Путин позвонил председателю КНР.", "call"),
        ("Президент РФ вручил председателю КНР орден.", "meeting"),
        ("Си Цзиньпин встретил Владимира Путина у входа во дворец.", "meeting"),
        ("Сегодня российского президента в Пекине принимал Си Цзиньпин.", "meeting"),
        ("Путин и Си Цзиньпин перешли к переговорам в узком составе.", "meeting"),
        ("Владимир Путин и Си Цзиньпин назвали переговоры в Пекине полезными.", "meeting"),
        ("На острове, окружённом скалами, президенты России и Китая беседовали без протокола.", "meeting"),
        ("Владимир Путин выступил на открытии вместе с Си Цзиньпином по видеосвязи.", "video"),
        ("Председателю КНР Си Цзиньпину Владимир Путин пожелал здоровья.", "message"),
        ("Владимир Путин и Си Цзиньпин скрепили договор подписями.", "signing"),
        ("Владимир Путин и Си Цзиньпин дали старт строительству газопровода.", "forum"),
    ],
)
def test_leaders(read: Read, text: str, format_: str) -> None:
    contact = only(read(text))
    assert (contact.format, contact.status, names(contact), contact.level) == (format_, "held", PUTIN_AND_XI, "leader")


@pytest.mark.parametrize(
    ("text", "format_", "level"),
    [
        ("Минобороны РФ и КНР подписали план сотрудничества на 2024 год.", "signing", "minister"),
        ("Министры обороны РФ и КНР встретились в Циндао.", "meeting", "minister"),
        ("«Роснефть» договорилась с CNPC увеличить поставки нефти.", "signing", "company"),
        ("Партия «Единая Россия» и Коммунистическая партия Китая провели диалог.", "session", "government"),
        ("Правительства РФ и КНР заключили межправительственное соглашение.", "signing", "government"),
        ("Власти Приморья и Ляонина подписали меморандум о сотрудничестве.", "signing", "regional"),
    ],
)
def test_bodies_have_a_level(read: Read, text: str, format_: str, level: str) -> None:
    contact = only(read(text))
    assert (contact.format, contact.level) == (format_, level)
    assert {participant.side for participant in contact.participants} == {"RU", "CN"}


def test_countries_carry_their_keys(read: Read) -> None:
    contact = only(read("Состоялись российско-китайские консультации."))
    assert {participant.actor for participant in contact.participants} == {"russia", "china"}


@pytest.mark.parametrize(
    ("text", "status", "format_"),
    [
        ("Лавров заявил, что встретится с Ван И 15 июля.", "planned", "meeting"),
        ("Си Цзиньпин выразил готовность встретиться с Путиным в Казани.", "proposed", "meeting"),
        ("Си Цзиньпин принял приглашение Владимира Путина посетить Москву.", "planned", "visit"),
        ("Китай и Россия договорились провести совместные учения.", "planned", "exercise"),
        ("Запланированный на ноябрь визит Лаврова в Китай отложен.", "cancelled", "visit"),
    ],
)
def test_intentions(read: Read, text: str, status: str, format_: str) -> None:
    contact = only(read(text))
    assert (contact.status, contact.format) == (status, format_)


class TestClauses:
    def test_somebody_described_by_a_relative_clause(self, read: Read) -> None:
        contact = only(read("Лавров рассказал о Ван И, с которым накануне переговорил по телефону."))
        assert (contact.format, contact.when.date) == ("call", "2023-05-09")
        assert names(contact) == {"Сергей Лавров", "Ван И"}

    def test_a_trip_to_the_place_of_talks(self, read: Read) -> None:
        visit, talks = read("В Москве, куда Ли Цян прибыл накануне, прошла его беседа с Михаилом Мишустиным.")
        assert (visit.format, visit.place) == ("visit", "Москва")
        assert names(talks) == {"Ли Цян", "Михаил Мишустин"}

    def test_the_place_of_earlier_agreements_is_not_that_of_the_talks(self, read: Read) -> None:
        contact = only(read("Сергей Лавров и Ван И обсудили договорённости, достигнутые в Пекине."))
        assert contact.place is None

    def test_the_guest_s_whereabouts_are_the_place_of_the_talks(self, read: Read) -> None:
        contact = read("Си Цзиньпин принял находящегося в Пекине премьера России Михаила Мишустина.")[0]
        assert (contact.format, contact.place) == ("meeting", "Пекин")


class TestTrips:
    @pytest.mark.parametrize(
        ("text", "visitor", "place"),
        [
            ("Вадим Шумков, губернатор Курганской области, посетил провинцию Хубэй.", "Вадим Шумков", "Хубэй"),
            ("Делегация Думы во главе с Вячеславом Володиным посещает Пекин.", "Вячеслав Володин", "Пекин"),
            ("Китайская делегация высокого уровня находится в Москве.", "делегация Китая", "Москва"),
            ("Российские военные корабли зашли в порт Шанхая.", "военные корабли России", "Шанхай"),
        ],
    )
    def test_who_goes_where(self, read: Read, text: str, visitor: str, place: str) -> None:
        contact = only(read(text))
        assert (contact.format, contact.place) == ("visit", place)
        assert visitor in names(contact)

    def test_an_invitation_without_a_place_is_home(self, read: Read) -> None:
        contact = only(read("Си Цзиньпин пригласил Владимира Путина на форум."))
        assert (contact.format, contact.status, contact.place) == ("visit", "proposed", "Китай")

    def test_an_invitation_that_was_only_received_is_a_proposal(self, read: Read) -> None:
        contact = only(read("Российский лидер получил от Си Цзиньпина приглашение посетить Китай."))
        assert (contact.format, contact.status) == ("visit", "proposed")

    def test_a_team_is_no_delegation(self, read: Read) -> None:
        assert not read("Российская делегация спортсменов отправилась в Пекин.")

    def test_a_trip_far_down_in_the_news_is_of_the_month(self, read: Read) -> None:
        text = "Торговля растёт. Цены стабильны. Рубль окреп. Сергей Лавров приехал в Китай."
        visit = only(read(text))
        assert (visit.when.date, visit.when.inferred) == ("2023-05", True)


class TestContext:
    def test_a_letter_to_somebody_whose_name_has_no_dative(self, read: Read) -> None:
        contact = only(read("Путин отправил Си Цзиньпину письмо."))
        assert (contact.format, names(contact)) == ("message", PUTIN_AND_XI)

    def test_the_next_round_is_another_event_of_the_same_parties(self, read: Read) -> None:
        now, later = read("Сергей Лавров и Ван И провели переговоры. Следующий раунд состоится в Москве в декабре.")
        assert (later.status, later.when.date, later.place) == ("planned", "2023-12", "Москва")
        assert names(now) == names(later)

    def test_a_call_has_no_place(self, read: Read) -> None:
        contact = only(read("Владимир Путин в Москве поговорил по телефону с Си Цзиньпином."))
        assert contact.place is None

    def test_a_messenger_is_no_party_to_the_letter(self, read: Read) -> None:
        contact = only(read("Медведев передал китайскому лидеру послание Владимира Путина."))
        assert (contact.format, names(contact)) == ("message", PUTIN_AND_XI)

    def test_papers_signed_before_two_leaders_are_of_their_countries(self, read: Read) -> None:
        contact = only(read("В присутствии Владимира Путина и Си Цзиньпина были подписаны семь документов."))
        assert (contact.format, names(contact)) == ("signing", {"Россия", "Китай"})

    def test_troops_that_come_to_manoeuvres_exercise_with_their_hosts(self, read: Read) -> None:
        contact = only(read("Китайские солдаты прибыли в Оренбургскую область на учения «Центр»."))
        assert (contact.format, names(contact)) == ("exercise", {"военные Китая", "Россия"})


class TestUnknownPersons:
    def test_side_by_the_post(self, read: Read) -> None:
        contact = only(read("Сергей Рябков встретился с директором департамента МИД КНР Фу Цуном."))
        assert {participant.side for participant in contact.participants} == {"RU", "CN"}

    def test_side_by_the_name(self, read: Read) -> None:
        contact = only(read("Спецпредставитель КНР Ли Хуэй провел консультации с Михаилом Галузиным."))
        assert names(contact) == {"Ли Хуэй", "Михаил Галузин"}


@pytest.mark.parametrize(
    "text",
    [
        "Китай направил в Россию гуманитарную помощь.",
        "Соглашение России и Китая может быть продлено.",
        "Россия и Китай открыли рынки.",
        "Песков рассказал журналистам о погоде в Китае.",
    ],
)
def test_no_contact(read: Read, text: str) -> None:
    assert not read(text)
