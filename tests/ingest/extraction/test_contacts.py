"""Contacts as the language of diplomatic news reports them; the sentences are our own."""

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
    return lambda text, **about: read_contacts(analyse(text, **about))


def names(contact: ReadContact) -> set[str]:
    return {participant.name for participant in contact.participants}


def only(contacts: tuple[ReadContact, ...]) -> ReadContact:
    assert len(contacts) == 1, contacts
    return contacts[0]


PUTIN_AND_XI = {"Владимир Путин", "Си Цзиньпин"}


class TestFormats:
    @pytest.mark.parametrize(
        ("text", "format_"),
        [
            ("Владимир Путин провёл телефонный разговор с Си Цзиньпином.", "call"),
            ("Владимир Путин провёл переговоры по видеосвязи с лидером КНР.", "video"),
            ("Владимир Путин и Си Цзиньпин пообщались на полях саммита.", "meeting"),
            ("Си Цзиньпин принял в Пекине Владимира Путина.", "meeting"),
            ("Си Цзиньпин направил Владимиру Путину телеграмму с соболезнованиями.", "message"),
            ("Владимир Путин поздравил Си Цзиньпина с переизбранием.", "message"),
            ("Владимир Путин и Си Цзиньпин подписали совместное заявление.", "signing"),
        ],
    )
    def test_two_leaders(self, read: Read, text: str, format_: str) -> None:
        contact = only(read(text))
        assert (contact.format, contact.status, names(contact)) == (format_, "held", PUTIN_AND_XI)
        assert contact.level == "leader"

    @pytest.mark.parametrize(
        ("text", "format_"),
        [
            ("В Хабаровске начались российско-китайские учения.", "exercise"),
            ("Россия и Китай провели совместное воздушное патрулирование.", "exercise"),
            ("В Сочи прошло заседание российско-китайской комиссии по подготовке встреч глав правительств.", "session"),
            ("Состоялись российско-китайские консультации по противоракетной обороне.", "session"),
            ("В Харбине открылась российско-китайская выставка.", "forum"),
            ("В Кремле состоялась церемония открытия Года китайского языка.", "forum"),
            ("Россия и Китай подписали соглашение о демаркации границы.", "signing"),
        ],
    )
    def test_countries_where_no_person_is_told(self, read: Read, text: str, format_: str) -> None:
        contact = only(read(text))
        assert (contact.format, names(contact)) == (format_, {"Россия", "Китай"})

    def test_companies_sign(self, read: Read) -> None:
        contact = only(read("«Роснефть» и CNPC подписали контракт на поставку нефти."))
        assert (contact.format, names(contact)) == ("signing", {"Роснефть", "CNPC"})

    def test_regular_meeting_of_heads_of_government_is_a_session(self, read: Read) -> None:
        text = "Михаил Мишустин и Ли Цян провели 28-ю регулярную встречу глав правительств России и Китая."
        contact = only(read(text))
        assert (contact.format, names(contact)) == ("session", {"Михаил Мишустин", "Ли Цян"})

    def test_greetings_in_a_call_are_part_of_the_call(self, read: Read) -> None:
        text = "Владимир Путин поговорил по телефону с Си Цзиньпином. Он поздравил председателя КНР с Новым годом."
        assert only(read(text)).format == "call"


class TestVisits:
    @pytest.mark.parametrize(
        ("text", "visitor", "place"),
        [
            ("В Москву с официальным визитом прибыл премьер Госсовета КНР Вэнь Цзябао.", "Вэнь Цзябао", "Москва"),
            ("Дмитрий Медведев отправился с рабочим визитом в Китай.", "Дмитрий Медведев", "Китай"),
            ("В Китае с визитом находится министр обороны России Сергей Шойгу.", "Сергей Шойгу", "Китай"),
            ("Делегация Госдумы во главе с Вячеславом Володиным прибыла в Пекин.", "Вячеслав Володин", "Пекин"),
            ("Завершился трёхдневный визит Ху Цзиньтао в Россию.", "Ху Цзиньтао", "Россия"),
        ],
    )
    def test_visitor_alone_to_the_other_country(self, read: Read, text: str, visitor: str, place: str) -> None:
        contact = only(read(text))
        assert (contact.format, names(contact), contact.place) == ("visit", {visitor}, place)

    def test_visit_and_talks_are_two(self, read: Read) -> None:
        text = "Министр иностранных дел Китая Ван И прибыл в Москву для участия в переговорах с Сергеем Лавровым."
        assert [contact.format for contact in read(text)] == ["visit", "meeting"]

    @pytest.mark.parametrize(
        "text",
        [
            "Си Цзиньпин посетил Казахстан. Об этом сообщили в Москве.",
            "Госсекретарь США прибыл в Пекин на переговоры с Ван И.",
            "Российские студенты посетили Китай.",
            "Путин посетил павильон Китая на выставке.",
        ],
    )
    def test_other_trips_are_none(self, read: Read, text: str) -> None:
        assert read(text) == ()


class TestStatus:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Владимир Путин встретится с Си Цзиньпином.", "planned"),
            ("Намечена встреча Владимира Путина с Си Цзиньпином.", "planned"),
            ("У Владимира Путина запланирована встреча с Си Цзиньпином.", "planned"),
            ("Предстоят переговоры Владимира Путина с Си Цзиньпином.", "planned"),
            ("Может быть организована встреча Владимира Путина и Си Цзиньпина.", "proposed"),
            ("Кремль не исключает встречи Владимира Путина и Си Цзиньпина.", "proposed"),
            ("Встреча Владимира Путина и Си Цзиньпина не состоится.", "cancelled"),
            ("Встреча Владимира Путина и Си Цзиньпина отложена.", "cancelled"),
        ],
    )
    def test_tense_modality_and_negation(self, read: Read, text: str, status: str) -> None:
        contact = only(read(text))
        assert (contact.format, contact.status, names(contact)) == ("meeting", status, PUTIN_AND_XI)

    def test_invitation_proposes_a_visit_of_the_invited(self, read: Read) -> None:
        contact = only(read("Владимир Путин пригласил Си Цзиньпина посетить Россию."))
        assert (contact.format, contact.status, contact.place) == ("visit", "proposed", "Россия")
        assert "Си Цзиньпин" in names(contact)

    def test_eve_of_a_visit_is_a_plan(self, read: Read) -> None:
        contact = only(read("В преддверии визита в Китай Владимир Путин дал интервью."))
        assert (contact.format, contact.status) == ("visit", "planned")

    @pytest.mark.parametrize(
        "text",
        [
            "Владимир Путин не встречался с Си Цзиньпином.",
            "Владимир Путин и Си Цзиньпин встречались 42 раза.",
            "Военные ведомства двух стран регулярно проводят учения.",
        ],
    )
    def test_denied_and_habitual_events_are_none(self, read: Read, text: str) -> None:
        assert read(text) == ()


class TestDates:
    @pytest.mark.parametrize(
        ("text", "date", "end"),
        [
            ("8 февраля Владимир Путин провёл телефонный разговор с Си Цзиньпином.", "2024-02-08", None),
            ("Накануне Владимир Путин провёл телефонный разговор с Си Цзиньпином.", "2024-02-07", None),
            ("В понедельник Владимир Путин встретился с Си Цзиньпином.", "2024-02-05", None),
            ("На этой неделе Владимир Путин встретился с Си Цзиньпином.", "2024-02", None),
            ("Напомним, Си Цзиньпин посетил Россию в марте 2023 года.", "2023-03", None),
            ("Встреча Владимира Путина и Си Цзиньпина может состояться в январе.", "2025-01", None),
            ("С 16 по 17 мая Владимир Путин посетит Китай.", "2024-05-16", "2024-05-17"),
        ],
    )
    def test_words_of_the_clause(self, read: Read, text: str, date: str, end: str | None) -> None:
        contact = only(read(text))
        assert (contact.when.date, contact.when.date_end) == (date, end)

    def test_news_without_a_date_word_is_of_the_day_and_marked_so(self, read: Read) -> None:
        contact = only(read("Владимир Путин встретился с Си Цзиньпином."))
        assert (contact.when.date, contact.when.inferred) == ("2024-02-08", True)

    def test_background_without_a_date_stays_unknown(self, read: Read) -> None:
        assert only(read("Ранее Владимир Путин провёл переговоры с Си Цзиньпином.")).when.date is None

    def test_nothing_is_inferred_without_a_publication_date(self, read: Read) -> None:
        assert only(read("Владимир Путин встретился с Си Цзиньпином.", published=None)).when.date is None

    def test_date_of_another_clause_is_not_the_events(self, read: Read) -> None:
        text = "Владимир Путин поздравил Си Цзиньпина с избранием Пекина столицей Олимпиады 2022 года."
        assert only(read(text, published="2015-07-31")).when.date == "2015-07-31"

    def test_manoeuvres_go_on_for_days(self, read: Read) -> None:
        assert only(read("В Хабаровске проходят российско-китайские учения.")).when.date == "2024-02"
        assert only(read("В Хабаровске начались российско-китайские учения.")).when.date == "2024-02-08"

    def test_papers_bear_the_date_of_the_talks(self, read: Read) -> None:
        text = "16 января Владимир Путин и Си Цзиньпин провели переговоры. По их итогам подписано несколько соглашений."
        meeting, signing = read(text)
        assert (meeting.format, signing.format) == ("meeting", "signing")
        assert meeting.when.date == signing.when.date == "2024-01-16"


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("Владимир Путин в Шанхае провёл встречу с Ху Цзиньтао.", "Шанхай"),
            ("Сегодня в Кремле Владимир Путин встретится с министром обороны Китая.", "Москва"),
            ("Сергей Шойгу встретился в Астане с министром обороны Китая.", "Астана"),
            ("Российские и китайские военные начали учения в Японском море.", "Японское море"),
        ],
    )
    def test_in_the_nominative(self, read: Read, text: str, place: str) -> None:
        assert only(read(text)).place == place

    def test_margins_are_marked(self, read: Read) -> None:
        assert only(read("Владимир Путин и Си Цзиньпин встретились на полях саммита.")).margins


class TestContext:
    def test_bare_noun_speaks_of_the_titles_event(self, read: Read) -> None:
        contact = only(read("Встреча прошла в Кремле.", title="Владимир Путин принял главу МИД КНР Ван И"))
        assert (contact.format, names(contact), contact.place) == ("meeting", {"Владимир Путин", "Ван И"}, "Москва")

    def test_the_title_alone_reports_nothing(self, read: Read) -> None:
        assert read("На рынках без перемен.", title="Владимир Путин принял главу МИД КНР Ван И") == ()

    def test_told_many_times_it_is_one(self, read: Read) -> None:
        text = (
            "Владимир Путин провёл телефонный разговор с Си Цзиньпином. Беседа длилась около часа. "
            "Лидеры обсудили торговлю."
        )
        contact = only(read(text))
        assert contact.format == "call"
        assert len(contact.evidence) == 3

    def test_hosts_met_one_after_the_other_are_two_meetings(self, read: Read) -> None:
        text = "Дмитрий Медведев встретился в Пекине с премьером Вэнь Цзябао и председателем КНР Ху Цзиньтао."
        assert [names(contact) for contact in read(text, published="2008-05-23")] == [
            {"Дмитрий Медведев", "Вэнь Цзябао"},
            {"Дмитрий Медведев", "Ху Цзиньтао"},
        ]

    def test_plan_that_came_true_is_one_event(self, read: Read) -> None:
        text = (
            "Сегодня Владимир Путин встретился с Си Цзиньпином. Как сообщалось, на встрече лидеры обсудят торговлю. "
            "Анонсируя встречу Владимира Путина с Си Цзиньпином, в Кремле говорили о газе."
        )
        assert only(read(text)).status == "held"

    def test_guest_of_the_title_meets_his_hosts(self, read: Read) -> None:
        text = "Сегодня же состоится встреча с председателем КНР Си Цзиньпином."
        contact = only(read(text, title="Михаил Мишустин прибыл в Пекин"))
        assert (contact.status, names(contact)) == ("planned", {"Михаил Мишустин", "Си Цзиньпин"})

    def test_video_link_is_the_manner_of_a_meeting(self, read: Read) -> None:
        contact = only(read("Владимир Путин и Си Цзиньпин в режиме видеоконференции дали старт строительству."))
        assert (contact.format, names(contact)) == ("video", PUTIN_AND_XI)

    def test_numbered_forums_are_told_apart(self, read: Read) -> None:
        text = "Второе российско-китайское ЭКСПО открылось в Харбине. Третье российско-китайское ЭКСПО примет Россия."
        assert [contact.status for contact in read(text)] == ["held", "planned"]


class TestNoContact:
    @pytest.mark.parametrize(
        "text",
        [
            "Путин заявил, что отношения с Китаем развиваются.",
            "США и Китай провели переговоры о торговле.",
            "Министры обороны стран ШОС встретились в Пекине.",
            "На саммите ШОС выступили Владимир Путин и Си Цзиньпин.",
            "Барак Обама обсудил с Си Цзиньпином ситуацию на Украине и действия России.",
            "Президент Владимир Путин принял верительные грамоты у послов иностранных государств.",
            "Индия и Китай подписали соглашение. Россия приветствовала его.",
            "Сборная России сыграет с командой Китая.",
            "Контакты двух стран будут расширяться.",
        ],
    )
    def test_is_read_into(self, read: Read, text: str) -> None:
        assert read(text) == ()


class TestRobustness:
    @pytest.mark.parametrize(
        "text", ["", " \n ", "Putin met Xi in Beijing.", "встреча", "Визит. Визит! «Визит»", "с с с"]
    )
    @pytest.mark.parametrize("published", [None, "2024-02-08", "nonsense"])
    def test_never_raises(self, read: Read, text: str, published: str | None) -> None:
        assert read(text, published=published) == ()

    def test_evidence_rereads(self, analyse: Analyse) -> None:
        document = analyse("Вступление. Владимир Путин встретился с Си Цзиньпином. Конец.")
        contact = only(read_contacts(document))
        [span] = contact.evidence
        assert document.article.text[span.start : span.end] == "Владимир Путин встретился с Си Цзиньпином."

    def test_same_text_same_contacts(self, analyse: Analyse) -> None:
        text = "Владимир Путин прибыл в Пекин и провёл переговоры с Си Цзиньпином. Переговоры прошли успешно."
        assert read_contacts(analyse(text)) == read_contacts(analyse(text))
