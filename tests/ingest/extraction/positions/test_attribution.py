"""To whom words belong where grammar is loose: relative clauses, abbreviations, given names, papers, other sources."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

LAVROV, WANG, PUTIN = "Сергей Лавров", "Ван И", "Владимир Путин"


def test_the_nearest_subject_speaks(said: Said) -> None:
    text = "Церемонии были пышными: министр иностранных дел РФ объявил, что дружбе с Китаем ничто не грозит."
    assert said(text) == [(LAVROV, "indirect", "дружбе с Китаем ничто не грозит")]


def test_an_abbreviation_before_the_verb_is_its_subject(said: Said) -> None:
    text = "Во время беседы КНР выразила поддержку действиям соседней России."
    assert said(text) == [("Китай", "indirect", "поддержку действиям соседней России")]


def test_what_a_relative_clause_tells_is_of_whom_it_is_about(said: Said) -> None:
    text = "Лавров ответил на слова президента Франции, который объявил, что Пекин близок к Москве."
    assert said(text) == []


def test_a_named_source_is_not_who_she_is(said: Said) -> None:
    text = (
        "Китай поможет соседней России. Об этом заявила официальный представитель МИД КНР Мао Нин, "
        "передает агентство со ссылкой на Reuters. «Пекин и Москва остаются друзьями», — сказала она."
    )
    assert ("Мао Нин", "direct", "Пекин и Москва остаются друзьями") in said(text)


def test_a_news_body_is_not_who_he_is(said: Said) -> None:
    text = "Лавров встретил гостей. Как сообщает дипмиссия, гости приехали из Китая. Он отметил, что Китай рядом."
    assert said(text) == [(LAVROV, "indirect", "Китай рядом")]


def test_his_words_are_of_whom_the_sentence_before_is_about(said: Said) -> None:
    text = "Лавров улетел из Пекина в хорошем настроении. По его мнению, Китай услышал Россию."
    assert said(text) == [(LAVROV, "indirect", "Китай услышал Россию")]


def test_a_minister_of_a_country_is_the_one_named_before(said: Said) -> None:
    text = "Лавров и Ван И встретились. По словам российского министра, Китай близок России."
    assert said(text) == [(LAVROV, "indirect", "Китай близок России")]


def test_what_a_ministry_passes_on_is_said_by_those_it_names(said: Said) -> None:
    text = "Лавров и Ван И отметили важность союза России и Китая. Об этом говорится на сайте МИД России."
    assert sorted(who for who, _, _ in said(text)) == [WANG, LAVROV]


def test_a_paper_named_late_is_of_who_spoke(said: Said) -> None:
    text = "По словам Ван И, Китай рядом с Россией. «Вместе мы сильнее многих», — сказано в коммюнике."
    assert said(text)[-1] == (WANG, "direct", "Вместе мы сильнее многих")


def test_what_a_country_hopes_in_someones_words_is_his(said: Said) -> None:
    text = "Ван И приехал в Москву. По его словам, Пекин надеется, что «Россия и Украина найдут путь к миру»."
    assert said(text) == [(WANG, "direct", "Россия и Украина найдут путь к миру")]


def test_a_repeated_promise_counts(said: Said) -> None:
    text = "Лавров выступил с речью, повторив, что Китай остается другом России."
    assert said(text) == [(LAVROV, "indirect", "Китай остается другом России")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лавров предложил обсудить связи с Китаем.", "обсудить связи с Китаем"),
        ("Лавров отметил, что, несмотря на трудности, Китай рядом.", "несмотря на трудности, Китай рядом"),
        ("Лавров назвал взвешенной позицию Китая.", "взвешенной позицию Китая"),
    ],
)
def test_where_the_content_starts(said: Said, text: str, content: str) -> None:
    assert said(text) == [(LAVROV, "indirect", content)]


def test_to_keep_up_relations_is_no_statement(said: Said) -> None:
    assert said("Китай и Россия поддерживают отношения партнерства.") == []


def test_a_minus_sign_is_a_dash(said: Said) -> None:
    text = "«Китай для России надежный друг», − сказал Лавров."
    assert said(text) == [(LAVROV, "direct", "Китай для России надежный друг")]


def test_a_dash_opens_direct_speech_in_a_paragraph_of_its_own(said: Said) -> None:
    text = "Министры встретились в Москве.\n— Китай нам близок, — сказал Лавров. — Россия ценит эту дружбу."
    assert said(text) == [(LAVROV, "direct", "Китай нам близок"), (LAVROV, "direct", "Россия ценит эту дружбу")]


def test_chinas_word_on_ukraine_concerns_russia(said: Said) -> None:
    text = (
        "В Европе обсуждают бюджет. Официальный представитель МИД КНР Линь Цзянь заявил, что Киев должен сесть за стол."
        " В Москве идет дождь."
    )
    assert said(text, title="Европа обсуждает бюджет") == [("Линь Цзянь", "indirect", "Киев должен сесть за стол")]


def test_a_matter_that_the_sentence_before_binds_to_both_sides(said: Said) -> None:
    text = (
        "Президент России прибыл с визитом в Китай. Погода стоит теплая. Программа насыщенная. Гостей много."
        " Россия и Китай подписали контракт. По словам Лаврова, бумага рассчитана на годы."
    )
    assert (LAVROV, "indirect", "бумага рассчитана на годы") in said(text)


def test_leaders_of_the_world_are_neither_side(said: Said) -> None:
    text = "Путин и Си Цзиньпин встретились. Мировые лидеры заявили, что Россия и Китай слишком близки."
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лавров заверил гостей в надежности России и Китая.", "надежности России и Китая"),
        ("Лавров сообщил о завершении переговоров с Китаем.", "завершении переговоров с Китаем"),
        ("Лавров исходит из того, что Китай рядом.", "Китай рядом"),
        ("Сергей Лавров, министр иностранных дел: Китай остается рядом с Россией.", "Китай остается рядом с Россией"),
    ],
)
def test_rarer_frames(said: Said, text: str, content: str) -> None:
    assert said(text) == [(LAVROV, "indirect", content)]


def test_a_gerund_ends_before_what_its_subject_says(said: Said) -> None:
    text = "Назвав визит в Китай важным, Лавров отметил, что дружба крепнет."
    assert said(text) == [
        (LAVROV, "indirect", "визит в Китай важным"),
        (LAVROV, "indirect", "дружба крепнет"),
    ]


def test_a_source_named_after_stands_for_the_sentence_before(said: Said) -> None:
    text = "Россия не оставит Китай без помощи. Об этом пишет ТАСС со ссылкой на слова Сергея Лаврова."
    assert said(text) == [(LAVROV, "indirect", "Россия не оставит Китай без помощи")]


def test_what_follows_a_statement_in_marks_alone_is_the_same_persons(said: Said) -> None:
    text = "Лавров заявил, что Китай рядом.\n«Пекин остается другом Москвы на все времена».\nДругие новости впереди."
    assert (LAVROV, "direct", "Пекин остается другом Москвы на все времена") in said(text)


def test_he_is_no_country(said: Said) -> None:
    text = "Лавров отметил, что Россия поддерживает мир. Китай поддерживает решение ООН. Он добавил, что Китай рядом."
    assert said(text)[-1] == (LAVROV, "indirect", "Китай рядом")


def test_news_of_a_meeting_to_come_is_no_position(said: Said) -> None:
    assert said("Как сообщила пресс-служба Кремля, Путин встретится с Си Цзиньпином.") == []


def test_a_subject_alone_is_no_content(said: Said) -> None:
    text = "Лавров, в свою очередь, поблагодарил Ван И за слова и заявил, что дружба России и Китая крепнет."
    assert said(text) == [(LAVROV, "indirect", "дружба России и Китая крепнет")]


def test_after_a_dash_the_author_goes_on(said: Said) -> None:
    text = "— Китай нам очень близок, — сказал Лавров журналистам. Погода в Пекине была теплой."
    assert said(text) == [(LAVROV, "direct", "Китай нам очень близок")]
