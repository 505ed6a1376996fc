"""Who takes part, told late, in another sentence or by a possessive; the sentences are our own."""

from collections.abc import Callable

import pytest

from ingest.extraction.contacts import read_contacts
from ingest.extraction.document import Document
from relations.reading import ReadContact

Analyse = Callable[..., Document]
Read = Callable[..., tuple[ReadContact, ...]]
DAY = "2024-05-14"


@pytest.fixture(scope="session")
def read(analyse: Analyse) -> Read:
    """`read(text, published=…, title=…)` gives the contacts of a text."""
    return lambda text, published=DAY, **about: read_contacts(analyse(text, published=published, **about))


def names(contact: ReadContact) -> set[str]:
    return {participant.name for participant in contact.participants}


def told(contacts: tuple[ReadContact, ...]) -> list[tuple[str, str, set[str]]]:
    return [(contact.format, contact.status, names(contact)) for contact in contacts]


PUTIN, XI, LAVROV, WANG = "Владимир Путин", "Си Цзиньпин", "Сергей Лавров", "Ван И"


def test_the_host_told_in_another_sentence_than_the_trip(read: Read) -> None:
    text = "Ван И приедет в Россию в июне. Поездка состоится по приглашению Сергея Лаврова."
    assert told(read(text)) == [("visit", "planned", {WANG, LAVROV})]


@pytest.mark.parametrize(
    "text",
    [
        "Дмитрий Песков рассказал о беседе Владимира Путина с журналистами перед его поездкой в Китай.",
        "Дмитрий Песков ответил на вопросы о Владимире Путине, чей визит в Китай готовится.",
    ],
)
def test_a_possessive_is_not_the_subject_of_its_clause(read: Read, text: str) -> None:
    assert [names(contact) for contact in read(text) if contact.format == "visit"] == [{PUTIN}]


def test_the_head_of_a_delegation_travels(read: Read) -> None:
    text = "Визит делегации китайских парламентариев во главе с Чжао Лэцзи в Москву завершился в понедельник."
    assert told(read(text)) == [("visit", "held", {"Чжао Лэцзи"})]


def test_a_dated_plan_is_no_echo_of_what_was_held(read: Read) -> None:
    text = "Си Цзиньпин и Владимир Путин встретились в Кремле за обедом. Главная часть переговоров назначена на 16 мая."
    assert told(read(text)) == [("meeting", "held", {PUTIN, XI}), ("meeting", "planned", {PUTIN, XI})]


def test_what_will_be_discussed_at_talks_is_not_the_speakers_meeting(read: Read) -> None:
    text = (
        "Владимир Путин и Си Цзиньпин на переговорах в Пекине обсудят торговлю, "
        "сообщил помощник президента Юрий Ушаков."
    )
    assert told(read(text, title="Ушаков рассказал о темах встречи Путина и Си")) == [
        ("meeting", "planned", {PUTIN, XI})
    ]


def test_without_a_day_the_office_is_of_the_person_named_by_surname(read: Read) -> None:
    text = "Президент России встретился в Кремле с председателем КНР Ху Цзиньтао. Д. Медведев поблагодарил гостя."
    assert told(read(text, published=None)) == [("meeting", "held", {"Дмитрий Медведев", "Ху Цзиньтао"})]


def test_those_who_act_after_talks_held_them(read: Read) -> None:
    text = "В Пекине состоялись китайско-российские переговоры, по итогам которых главы двух государств подписали план."
    assert ("meeting", "held", {PUTIN, XI}) in told(read(text))


def test_the_inviter_holds_the_session_for_which_the_guest_comes(read: Read) -> None:
    text = (
        "В июне по приглашению Сергея Лаврова Ван И посетит Россию. "
        "Министр Ван И посетит Россию для проведения десятого раунда российско-китайских консультаций."
    )
    assert ("session", "planned", {WANG, LAVROV}) in told(read(text))


def test_a_country_spoken_of_takes_no_part(read: Read) -> None:
    text = "По итогам переговоров с Сергеем Лавровым Ван И назвал дружбу Китая с Россией прочной."
    assert told(read(text)) == [("meeting", "held", {WANG, LAVROV})]


def test_people_before_one_event_are_not_in_the_other(read: Read) -> None:
    text = "Накануне беседы Сергей Лавров и Ван И провели встречу."
    assert told(read(text)) == [("meeting", "held", {WANG, LAVROV})]


def test_a_numbered_round_has_the_people_of_the_next_sentence(read: Read) -> None:
    text = (
        "Владимир Путин принял в Кремле Ван И. "
        "Накануне прошёл девятнадцатый раунд консультаций по безопасности. "
        "До заседания Ван И беседовал с секретарём Совета безопасности Сергеем Шойгу."
    )
    assert ("session", "held", {WANG, "Сергей Шойгу"}) in told(read(text))


def test_a_group_of_a_region_is_called_by_it(read: Read) -> None:
    text = "Делегация Амурской области приехала в Харбин."
    assert told(read(text)) == [("visit", "held", {"делегация Амурской области"})]


def test_authorities_that_agreed_held_no_talks(read: Read) -> None:
    assert told(read("Власти России и Китая договорились увеличить торговлю до 300 млрд долларов.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "В Москве открылась Неделя китайского кино.",
        "В Шанхае закончились Российско-китайские юношеские игры.",
        "В Пекине открылась российская национальная выставка.",
    ],
)
def test_public_events_of_one_country_in_the_other(read: Read, text: str) -> None:
    assert told(read(text)) == [("forum", "held", {"Россия", "Китай"})]


@pytest.mark.parametrize(
    "text",
    [
        "В последние дни китайский рынок растёт, сообщили в Москве.",
        "Сергей Шойгу заявил, что совместные учения с Китаем служат безопасности региона.",
    ],
)
def test_what_is_said_in_general_is_no_event(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_years_of_two_countries_are_two_events(read: Read) -> None:
    text = "Год России в Китае завершился. Подготовка Года Китая в России началась."
    assert [(format_, status) for format_, status, _ in told(read(text))] == [("forum", "held"), ("forum", "planned")]


def test_two_parliaments_hold_the_session_of_their_commission(read: Read) -> None:
    text = "В Пекине прошло заседание Межпарламентской комиссии Федерального Собрания РФ и ВСНП."
    assert told(read(text)) == [("session", "held", {"Федеральное Собрание РФ", "ВСНП"})]


def test_who_said_it_at_talks_took_part(read: Read) -> None:
    text = "Сергей Лавров прилетел в Пекин. Это было сказано им во время беседы с Ван И."
    assert ("meeting", "held", {LAVROV, WANG}) in told(read(text))


def test_talks_told_of_after_they_were_held_are_the_same(read: Read) -> None:
    text = "Сергей Лавров и Ван И провели переговоры. После этого министры выступят перед прессой по итогам встречи."
    assert told(read(text)) == [("meeting", "held", {LAVROV, WANG})]


def test_who_is_in_the_next_clause_did_not_set_off(read: Read) -> None:
    text = (
        "Владимир Путин отправился на переговоры с Си Цзиньпином, "
        "в которых с российской стороны примут участие министр Сергей Лавров и посол Игорь Моргулов."
    )
    meetings = [people for format_, _, people in told(read(text)) if format_ == "meeting"]
    assert meetings == [{PUTIN, XI}]


def test_constant_contact_is_no_event(read: Read) -> None:
    assert told(read("Владимир Путин и Си Цзиньпин находятся в постоянном контакте, напомнили в Кремле.")) == []


def test_a_meeting_before_a_session_is_apart_from_it(read: Read) -> None:
    text = (
        "В Москве прошёл 19-й раунд российско-китайских консультаций по безопасности. "
        "Перед заседанием Ван И встретился с секретарём Совета безопасности Сергеем Шойгу."
    )
    assert [format_ for format_, _, _ in told(read(text))] == ["session", "meeting"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Газ идёт по контракту «Газпрома» с CNPC.", {"Газпром", "CNPC"}),
        ("Договор между «Роснефтью» и китайской CNPC действует до 2037 года.", {"Роснефть", "CNPC"}),
    ],
)
def test_a_contract_in_force_was_signed(read: Read, text: str, parties: set[str]) -> None:
    contacts = read(text)
    assert told(contacts) == [("signing", "held", parties)]
    assert contacts[0].when.date is None


def test_agreements_of_states_in_force_are_no_news(read: Read) -> None:
    assert told(read("По соглашению между Россией и Китаем туристы ездят без виз.")) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("«Новатэк» подписал договор на поставку СПГ в Китай.", {"Новатэк", "Китай"}),
        ("CNPC подписала контракт на закупку газа из России.", {"CNPC", "Россия"}),
    ],
)
def test_a_contract_with_the_other_country(read: Read, text: str, parties: set[str]) -> None:
    assert told(read(text)) == [("signing", "held", parties)]


def test_a_contract_with_somebody_else_is_none(read: Read) -> None:
    assert told(read("«Газпром» подписал в Пекине контракт с немецкой компанией «Винтерсхалл».")) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Делегация Госдумы посещала Китай в марте, группу возглавлял вице-спикер Пётр Толстой.", "Пётр Толстой"),
        ("В Читу приехала делегация из китайского города Хулун-Буир во главе с мэром Чжаном Ганом.", "Чжан Ган"),
    ],
)
def test_who_heads_a_delegation_travels(read: Read, text: str, head: str) -> None:
    assert told(read(text)) == [("visit", "held", {head})]


def test_the_guest_named_after_the_delegation_takes_its_place(read: Read) -> None:
    text = (
        "Сергей Лавров принял в Москве делегацию КНР. Состоялись переговоры с министром иностранных дел Ван И. "
        "В ходе встречи Лавров подчеркнул важность торговли."
    )
    assert told(read(text)) == [("meeting", "held", {LAVROV, WANG})]


def test_a_session_of_two_bodies_commission_on_cooperation(read: Read) -> None:
    text = "Заседание комиссии по сотрудничеству Федерального Собрания и ВСНП состоится в июне."
    assert told(read(text)) == [("session", "planned", {"Федеральное Собрание РФ", "ВСНП"})]


def test_a_delegation_takes_part_for_its_head(read: Read) -> None:
    text = (
        "Делегация во главе с Валентиной Матвиенко вылетела в Китай. "
        "Парламентарии примут участие в заседании совместной комиссии с Всекитайским собранием народных представителей."
    )
    assert ("session", "planned", {"Валентина Матвиенко", "ВСНП"}) in told(read(text))


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        (
            "Ли Хуэй встретится с заместителем министра Михаилом Галузиным, а также с Сергеем Лавровым.",
            [{"Ли Хуэй", "Михаил Галузин"}, {"Ли Хуэй", LAVROV}],
        ),
        (
            "Министра иностранных дел КНР в Москве примут Владимир Путин и Сергей Лавров.",
            [{WANG, PUTIN}, {WANG, LAVROV}],
        ),
    ],
)
def test_meetings_with_one_after_the_other_are_told_apart(read: Read, text: str, meetings: list[set[str]]) -> None:
    assert [people for _, _, people in told(read(text))] == meetings


def test_the_head_of_one_government_holds_no_session(read: Read) -> None:
    text = "В Москве прошла встреча Ли Цяна с главой правительства РФ Михаилом Мишустиным."
    assert told(read(text)) == [("meeting", "held", {"Ли Цян", "Михаил Мишустин"})]


@pytest.mark.parametrize(
    "text",
    [
        "Неужели Путин подписал в Пекине договор с Си Цзиньпином?",
        "Встречи Путина и Си Цзиньпина в ходе визитов стали доброй традицией.",
    ],
)
def test_questions_and_customs_report_nothing(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_a_planned_session_has_the_chairmen_of_the_next_sentence(read: Read) -> None:
    text = (
        "Заседание российско-китайской межправительственной комиссии пройдёт 20 мая во Владивостоке. "
        "Вице-премьеры Чжан Гоцин и Юрий Трутнев будут совместно председательствовать на заседании."
    )
    assert told(read(text)) == [("session", "planned", {"Чжан Гоцин", "Юрий Трутнев"})]


def test_a_company_and_its_head_are_one(read: Read) -> None:
    text = (
        "Алексей Миллер провёл в Пекине переговоры с CNPC. "
        "Встреча Алексея Миллера с президентом CNPC Чжоу Цзипином прошла в гостинице."
    )
    assert told(read(text)) == [("meeting", "held", {"Алексей Миллер", "Чжоу Цзипин"})]


def test_two_right_before_the_verb_sign(read: Read) -> None:
    text = "Во время визита в Россию Си Цзиньпин и Владимир Путин подписали заявление."
    assert ("signing", "held", {PUTIN, XI}) in told(read(text))


def test_matters_of_a_signing_are_no_signing(read: Read) -> None:
    text = "Алексей Миллер и Чжан Гаоли обсудили в Пекине вопросы, связанные с подписанием контракта на поставку газа."
    assert [format_ for format_, _, _ in told(read(text))] == ["meeting"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Супруга Си Цзиньпина посетила в Москве музей.", None),
        ("Дочь российского президента побывала в Пекине.", None),
        ("Помощник Путина встретился в Пекине с Ван И.", {"помощник Путина", WANG}),
        ("Помощник президента РФ Юрий Ушаков встретился в Пекине с Ван И.", {"Юрий Ушаков", WANG}),
        ("Спецпосланник Си Цзиньпина прибыл в Москву.", {"спецпосланник Си Цзиньпина"}),
    ],
)
def test_somebody_of_a_leader_is_not_the_leader(read: Read, text: str, parties: set[str] | None) -> None:
    assert [people for _, _, people in told(read(text))] == ([parties] if parties else [])


def test_the_delegation_is_that_of_the_talks_told_before(read: Read) -> None:
    text = "В Москве прошли переговоры Сергея Лаврова с Ван И. Визит китайской делегации был коротким."
    assert ("visit", "held", {WANG}) in told(read(text))


def test_a_new_head_of_government_is_not_the_present_one(read: Read) -> None:
    text = "Новый премьер Госсовета КНР посетит Россию осенью."
    assert told(read(text)) == [("visit", "planned", {"премьер Госсовета КНР"})]
    named = text + " Ли Цян уже бывал в Москве."
    assert ("visit", "planned", {"Ли Цян"}) in told(read(named))


def test_no_data_on_a_meeting_is_no_meeting(read: Read) -> None:
    assert told(read("В Кремле не располагают данными о возможной встрече Путина и Си Цзиньпина.")) == []
