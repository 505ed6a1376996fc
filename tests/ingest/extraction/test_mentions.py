"""Who is spoken of: names, offices by date, posts, periphrases, pronouns, countries."""

import pytest

from ingest.extraction.document import Document, Mention
from tests.ingest.extraction.conftest import Analyse


def _persons(document: Document) -> list[Mention]:
    return [mention for mention in document.mentions if mention.type == "PER"]


def _names(document: Document) -> list[str]:
    return [mention.name for mention in _persons(document)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В Москве встретились с Ван И.", "Ван И"),
        ("В Пекине приняли В.В. Путина.", "Владимир Путин"),
        ("Речь шла о Си Цзиньпине.", "Си Цзиньпин"),
        ("О Ли Цяне говорили на встрече.", "Ли Цян"),
        ("Вопрос задали Мао Нин.", "Мао Нин"),
        ("Вопрос задали Хуа Чуньин.", "Хуа Чуньин"),
        ("Вопрос задали Марии Захаровой.", "Мария Захарова"),
        ("Приехал Ху Цзинь-тао.", "Ху Цзиньтао"),
        ("Вопрос задали Ванг Вэньбиню.", "Ван Вэньбинь"),
        ("Делегацию возглавил Лавров Сергей Викторович.", "Сергей Лавров"),
    ],
)
def test_names_are_known_in_every_case_and_spelling(analyse: Analyse, text: str, name: str) -> None:
    (mention,) = _persons(analyse(text))
    assert mention.name == name
    assert mention.actor is not None


def test_offsets_read_again(analyse: Analyse) -> None:
    document = analyse("Министр иностранных дел России Сергей Лавров встретился с главой МИД КНР Ван И в Пекине.")
    assert [document.text[m.start : m.end] for m in document.mentions] == [
        "Министр иностранных дел России Сергей Лавров",
        "главой МИД КНР Ван И",
        "Пекине",
    ]


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("Министр иностранных дел КНР", "2023-03-15", "Цинь Ган"),
        ("Министр иностранных дел КНР", "2019-05-15", "Ван И"),
        ("Глава МИД Китая", "2010-05-15", "Ян Цзечи"),
        ("Китайский лидер", "2005-05-15", "Ху Цзиньтао"),
        ("Китайский лидер", "2024-05-15", "Си Цзиньпин"),
        ("Президент РФ", "2010-05-15", "Дмитрий Медведев"),
        ("Российский премьер", "2010-05-15", "Владимир Путин"),
        ("Премьер Госсовета КНР", "2024-05-15", "Ли Цян"),
        ("Посол КНР в России", "2015-05-15", "Ли Хуэй"),
        ("Посол России в Китае", "2024-05-15", "Игорь Моргулов"),
        ("Наш министр обороны", "2024-06-15", "Андрей Белоусов"),
    ],
)
def test_an_office_is_its_holder_at_the_articles_date(analyse: Analyse, words: str, day: str, name: str) -> None:
    (mention,) = _persons(analyse(f"{words} прибыл на переговоры.", published=day))
    assert (mention.how, mention.name) == ("office", name)


def test_without_a_date_only_a_person_whom_the_text_names_is_taken(analyse: Analyse) -> None:
    unknown = _persons(analyse("Президент РФ прибыл на переговоры.", published=None))
    assert [(m.name, m.actor) for m in unknown] == [("президент РФ", None)]
    named = analyse("Дмитрий Медведев прибыл в Пекин. Президент РФ проведет переговоры.", published=None)
    assert set(_names(named)) == {"Дмитрий Медведев"}


def test_an_office_that_several_hold_names_no_one(analyse: Analyse) -> None:
    (mention,) = _persons(analyse("Заместитель министра иностранных дел КНР прибыл на переговоры."))
    assert mention.actor is None
    assert (mention.side, mention.level) == ("CN", "deputy")


def test_a_country_inside_the_offices_name_tells_the_side(analyse: Analyse) -> None:
    (mention,) = _persons(analyse("Глава российского МИД прибыл на переговоры."))
    assert mention.name == "Сергей Лавров"


@pytest.mark.parametrize(
    ("text", "name", "side", "level"),
    [
        ("Начальник управления Минобороны РФ Виктор Кочетков сообщил об этом.", "Виктор Кочетков", "RU", "military"),
        ("Вице-президент CNPC Ван Минъюань подписал договор.", "Ван Минъюань", "CN", "company"),
        ("Губернатор Приморского края Виктор Кочетков открыл форум.", "Виктор Кочетков", "RU", "regional"),
        ("Посол Германии в Китае Томас Вернер открыл форум.", "Томас Вернер", "other", "deputy"),
        ("Эксперт Томас Вернер открыл форум.", "Томас Вернер", "", "other"),
    ],
)
def test_an_unknown_person_has_the_side_and_rank_of_the_post(
    analyse: Analyse, text: str, name: str, side: str, level: str
) -> None:
    (mention,) = _persons(analyse(text))
    assert (mention.name, mention.side, mention.level, mention.actor) == (name, side, level, None)


def test_what_one_mention_tells_of_an_unknown_person_holds_for_the_next(analyse: Analyse) -> None:
    document = analyse("Губернатор Приморского края Виктор Кочетков открыл форум. Кочетков поблагодарил гостей.")
    assert [(m.name, m.side) for m in _persons(document)] == [("Виктор Кочетков", "RU")] * 2


def test_plural_offices_are_shared_out_in_order(analyse: Analyse) -> None:
    document = analyse("Министры обороны России и Китая Сергей Иванов и Цао Ганчуань провели переговоры.", "2005-09-06")
    assert [(m.name, m.side) for m in _persons(document)] == [("Сергей Иванов", "RU"), ("Цао Ганчуань", "CN")]
    assert _persons(document)[1].post == "министр обороны КНР"


@pytest.mark.parametrize("words", ["Лидеры двух стран", "Главы государств", "Президенты России и Китая"])
def test_two_leaders_share_the_words_that_name_both(analyse: Analyse, words: str) -> None:
    document = analyse(f"Владимир Путин прилетел в Пекин к Си Цзиньпину. {words} провели переговоры.")
    pair = [m for m in _persons(document) if m.sentence == 1]
    assert [(m.name, m.plural) for m in pair] == [("Владимир Путин", True), ("Си Цзиньпин", True)]
    assert len({(m.start, m.end) for m in pair}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Сергей Лавров прибыл в Пекин. Министр проведет переговоры.", "Сергей Лавров"),
        ("Сергей Лавров прибыл в Пекин. Российский дипломат проведет переговоры.", "Сергей Лавров"),
        ("Сергей Лавров прибыл в Пекин. Он проведет переговоры.", "Сергей Лавров"),
        ("Мария Захарова провела брифинг. Она ответила на вопросы.", "Мария Захарова"),
        ("Сергей Лавров прибыл в Пекин. По его словам, переговоры начнутся утром.", "Сергей Лавров"),
        ("Сергей Лавров прибыл в Пекин. Там его встретил китайский коллега.", "Ван И"),
        ("Эльвира Набиуллина провела брифинг. Глава регулятора ответила на вопросы.", "Эльвира Набиуллина"),
    ],
)
def test_periphrases_and_pronouns_stand_for_whom_the_text_named(analyse: Analyse, text: str, name: str) -> None:
    assert _persons(analyse(text))[-1].name == name


def test_the_title_tells_whom_a_lead_means(analyse: Analyse) -> None:
    document = analyse("Он проведет переговоры с руководством страны.", title="Сергей Лавров прибыл в Китай")
    assert _names(document) == ["Сергей Лавров"]


def test_a_bare_office_of_something_else_is_nobody_known(analyse: Analyse) -> None:
    document = analyse("Владимир Путин принял гостей. Президент компании рассказал о планах.")
    assert _names(document) == ["Владимир Путин"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("МИД КНР опубликовал заявление.", "cn-mfa"),
        ("Российский МИД опубликовал заявление.", "ru-mfa"),
        ("Компания «Газпром» подписала договор.", "gazprom"),
        ("Китайская национальная нефтегазовая корпорация подписала договор.", "cnpc"),
    ],
)
def test_bodies_are_known_with_their_country(analyse: Analyse, text: str, key: str) -> None:
    assert [m.actor.key for m in analyse(text).mentions if m.actor] == [key]


def test_those_who_act_for_a_country_are_the_country(analyse: Analyse) -> None:
    document = analyse("Китайская сторона предложила встречу. Российские власти согласились.")
    assert [(m.name, m.side, m.how) for m in document.mentions] == [
        ("Китай", "CN", "country"),
        ("российские власти", "RU", "country"),
    ]


def test_parties_are_the_two_countries(analyse: Analyse) -> None:
    document = analyse("Россия и Китай провели переговоры. Стороны обсудили торговлю.")
    parties = [m for m in document.mentions if m.sentence == 1]
    assert [(m.name, m.plural) for m in parties] == [("Россия", True), ("Китай", True)]


@pytest.mark.parametrize(
    "text", ["", "  \n ", "«»", ". . .", "Он сказал.", "президент", "习近平会见普京", "Hello, world."]
)
def test_a_text_without_names_has_no_mentions(analyse: Analyse, text: str) -> None:
    assert analyse(text, published=None).mentions == []
