"""Names as words: forms, nominatives, Chinese names."""

import pytest

from ingest.extraction.names import fold, forms, is_chinese, is_patronymic, person_name, phrase_name
from relations.palladius import pinyin
from tests.ingest.extraction.conftest import Analyse


@pytest.mark.parametrize(
    ("nominative", "inflected"),
    [
        ("Лавров", "Лавровым"),
        ("Захарова", "Захаровой"),
        ("Цзиньпин", "Цзиньпину"),
        ("Ханьхуэй", "Ханьхуэем"),
        ("Павел", "Павлу"),
        ("Белозеров", "Белозёрове"),
        ("Чуньин", "Чуньин"),
        ("Мао", "Мао"),
    ],
)
def test_a_case_form_is_found_under_the_nominative(nominative: str, inflected: str) -> None:
    assert fold(inflected) in forms(nominative)


def test_old_spellings_with_a_hyphen_are_the_same_name() -> None:
    assert fold("Цзинь-тао") == fold("Цзиньтао")


@pytest.mark.parametrize("word", ["Цзиньпин", "Ханьхуэй", "Чанъэ", "Хунин"])
def test_chinese_words_divide_into_syllables(word: str) -> None:
    assert is_chinese(word)


@pytest.mark.parametrize("word", ["Лавров", "Песков", "Сбербанк", "Ганом"])
def test_russian_words_do_not(word: str) -> None:
    assert not is_chinese(word)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Чжао Ганом", "Чжао Ган"),
        ("Чжаном Цзинчуанем", "Чжан Цзинчуань"),
        ("Ли Сун", "Ли Сун"),
        ("Юй Цзянем", "Юй Цзянь"),
    ],
)
def test_declined_chinese_names(analyse: Analyse, words: str, name: str) -> None:
    sentence = analyse(f"Губернатор беседовал с {words}.").sentences[0]
    assert person_name([token for token in sentence.tokens if token.text in words.split()]) == name


def test_patronymics_are_known_by_their_ending() -> None:
    assert is_patronymic("Викторович")
    assert is_patronymic("Владимировны")
    assert not is_patronymic("Лавров")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он говорил с Чжан Минъюанем.", "Чжан Минъюань"),
        ("Премию вручили Марии Захаровой.", "Мария Захарова"),
        ("Встреча с Виктором Кочетковым прошла вчера.", "Виктор Кочетков"),
        ("Делегация прибыла вместе с Хуа Чуньин.", "Хуа Чуньин"),
    ],
)
def test_a_persons_name_is_given_in_the_nominative(analyse: Analyse, text: str, name: str) -> None:
    sentence = analyse(text).sentences[0]
    found = next(n for n in sentence.names if n.type == "PER")
    assert person_name(sentence.tokens[found.first : found.last + 1]) == name


def test_what_agrees_with_the_head_follows_it_into_the_nominative(analyse: Analyse) -> None:
    sentence = analyse("Об этом говорится в сообщении Центрального телевидения Китая.").sentences[0]
    found = [token for token in sentence.tokens if token.text in ("Центрального", "телевидения", "Китая")]
    assert phrase_name(found) == "Центральное телевидение Китая"


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("Чжан Ханьхуэй", "Zhang Hanhui"),
        ("Си Цзиньпин", "Xi Jinping"),
        ("Ван Хунин", "Wang Huning"),
        ("Лань Фоань", "Lan Fo'an"),
        ("Сергей Лавров", ""),
    ],
)
def test_chinese_names_have_their_pinyin(russian: str, latin: str) -> None:
    assert pinyin(russian) == latin
