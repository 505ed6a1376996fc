"""Topics, stance and relay."""

from collections.abc import Callable

import pytest

from ingest.extraction.positions.likeness import leanings
from ingest.extraction.positions.stance import read_stance
from ingest.extraction.positions.topics import choose, weigh
from relations.reading import ReadPosition

Positions = Callable[..., list[ReadPosition]]


def topics_of(text: str) -> tuple[str, ...]:
    return choose(weigh(text, 0, len(text))[0])


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("товарооборот вырос на треть", ("trade",)),
        ("по газопроводу пойдёт больше газа", ("energy",)),
        ("доля расчётов в национальных валютах растёт", ("finance", "trade")),
        ("санкции никого не остановят", ("sanctions",)),
        ("Тайвань — часть страны", ("taiwan",)),
        ("вмешательство во внутренние дела недопустимо", ("sovereignty",)),
        ("флоты провели учения", ("security",)),
        ("мир становится многополярным", ("world-order",)),
        ("Вашингтон и НАТО ошибаются", ("usa",)),
        ("студенты поедут в университеты", ("culture",)),
        ("на Луне построят станцию, будут работать космонавты", ("technology",)),
        ("мост и пункт пропуска откроются весной", ("transport",)),
        ("итоги Второй мировой войны неизменны", ("history",)),
        ("вакцина поможет против эпидемии", ("health",)),
        ("отношения двух стран крепнут", ("bilateral",)),
    ],
)
def test_words_decide_the_topic(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_a_position_has_three_topics_at_most() -> None:
    assert len(topics_of("газ, санкции, Тайвань, вакцины, мосты, учения, студенты")) == 3


def test_the_council_of_the_un_is_no_matter_of_security() -> None:
    assert topics_of("в Совете Безопасности ООН обсудят доклад") == ("world-order",)


def test_a_gazette_is_no_gas() -> None:
    assert topics_of("газета вышла вечером") == ()


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("отношения находятся на высоком уровне", "заявить", "support"),
        ("готов развивать сотрудничество", "сообщить", "support"),
        ("давление на партнёров недопустимо", "заявить", "oppose"),
        ("санкции против компаний", "осудить", "oppose"),
        ("не видит необходимости менять договор", "видеть", "oppose"),
        ("встреча пройдёт в среду", "сообщить", "neutral"),
        ("товарооборот составил сто миллиардов", "сообщить", "neutral"),
        ("совместная борьба с терроризмом укрепит доверие", "заявить", "support"),
    ],
)
def test_words_and_verb_decide_the_stance(content: str, cue: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), cue) == stance


def test_the_topic_shows_its_words(positions: Positions) -> None:
    text = "Лавров заявил, что товарооборот с Китаем растёт."
    (position,) = positions(text)
    assert [text[span.start : span.end] for span in position.topic_words] == ["товарооборот"]


def test_the_cue_is_marked(positions: Positions) -> None:
    text = "Лавров заявил, что товарооборот с Китаем растёт."
    (position,) = positions(text)
    assert text[position.cue.start : position.cue.end] == "заявил"


def test_what_points_back_has_the_topic_before(positions: Positions) -> None:
    text = "Новак заявил, что газ пойдёт в Китай. Он добавил, что этот проект важен для двух стран."
    assert [p.topics for p in positions(text)][1:] == [("energy",)]


def test_the_relay_names_agencies(positions: Positions) -> None:
    (position,) = positions("Лавров заявил, что товарооборот с Китаем растёт, передает РИА Новости.")
    assert position.relay == ("РИА Новости",)


def test_a_chinese_quotation_is_someones_translation(positions: Positions) -> None:
    (position,) = positions("«Китай и Россия — соседи», — сказал Ван И, сообщает Синьхуа.")
    assert position.rendered_by == "Синьхуа"


def test_a_russian_quotation_is_nobodys_translation(positions: Positions) -> None:
    (position,) = positions("«Китай и Россия — соседи», — сказал Лавров, сообщает ТАСС.")
    assert position.rendered_by is None


def test_the_lead_names_the_source_of_what_follows(positions: Positions) -> None:
    text = (
        "Главы России и Китая поговорили по телефону. Об этом сообщило Центральное телевидение Китая. "
        "Си Цзиньпин отметил, что Китай и Россия дружат. Напомним, Путин заявил, что ценит дружбу с Китаем."
    )
    assert [position.relay for position in positions(text)] == [("CCTV",), ()]


def test_who_passes_on_is_named_once(positions: Positions) -> None:
    text = "Лавров заявил, что товарооборот с Китаем растёт, сообщает ТАСС. Об этом пишет и ИТАР-ТАСС."
    assert [position.relay for position in positions(text)] == [("ТАСС",)]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("правила игры с нулевой суммой уходят в прошлое", ("world-order",)),
        ("соя и кукуруза пойдут на соседний рынок сбыта", ("trade",)),
        ("нефтехимия и танкеры нужны обеим сторонам", ("energy",)),
        ("кредитная линия и облигации", ("finance",)),
        ("фрегаты вышли на стрельбы вместе с эсминцами", ("security",)),
        ("пункты пропуска и рельсы", ("transport",)),
        ("сотрудничество в сфере энергетики", ("energy",)),
        ("через Монголию пройдет газопровод", ("energy",)),
    ],
)
def test_the_field_counts_more_than_its_place(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_a_pandemic_has_no_pandas() -> None:
    assert topics_of("пандемия") == ("health",)


@pytest.mark.parametrize(
    ("content", "frame", "stance"),
    [
        ("стороны найдут решение", "надежду, что", "support"),
        ("планами третьих стран", "озабоченность", "oppose"),
        ("не видит угрозы в инвестициях", "", "support"),
        ("соседи стоят плечом к плечу", "", "support"),
        ("обвинения голословны и не имеют под собой фактов", "", "oppose"),
        ("нужно изучить вопрос", "", "neutral"),
        ("радиационный фон измерили", "", "neutral"),
        ("единственный завод стоит в порту", "", "neutral"),
    ],
)
def test_the_stance_is_in_the_words_and_their_frame(content: str, frame: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), "выразить", frame) == stance


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("торгово-экономические связи с Россией крепнут", ("trade",)),
        ("западные санкции", ("sanctions",)),
        ("рожь и лён поедут на экспорт по мосту", ("trade",)),
        ("сжиженный газ пошёл через порт", ("energy",)),
        ("принцип одного Китая и воссоединение с Тайванем", ("taiwan",)),
        ("гуманитарное сотрудничество двух стран", ("culture",)),
    ],
)
def test_what_goes_with_a_greater_matter_is_no_topic(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_a_few_words_take_their_topic_from_around(positions: Positions) -> None:
    text = "Лавров заявил, что расчеты в юанях вырастут. По словам министра, стороны найдут такой способ."
    assert [position.topics for position in positions(text, title="Россия и Китай")] == [("finance",), ("finance",)]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("форматы, не сопряженные с диктатом", "neutral"),
        ("чужие силы не имеют никакого права вмешиваться", "oppose"),
        ("у них высокий уровень доверия", "support"),
        ("такие встречи идут на пользу соседям", "support"),
        ("это не решит ничего", "oppose"),
        ("власти введут новый порядок въезда", "neutral"),
    ],
)
def test_denials_and_set_phrases(content: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), "заявить") == stance


@pytest.mark.parametrize(
    ("text", "topics"),
    [("космическая ракета полетит осенью", ("technology",)), ("крылатая ракета полетит осенью", ("security",))],
)
def test_a_phrase_takes_its_words_from_other_topics(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_a_union_against_nobody_rejects_nothing() -> None:
    content = "союз не направлен против других стран и не представляет угрозы"
    assert read_stance(content, 0, len(content), "заявить") != "oppose"


def test_the_theme_of_the_article_counts_in_all_that_is_said(positions: Positions) -> None:
    text = "Погода теплая. Гостей много. Лавров заявил, что Китаю нужны газ и тарифы."
    assert positions(text, title="Россия и Китай построят газопровод")[0].topics == ("energy", "trade")
    assert positions(text, title="Россия и Китай снизят тарифы и квоты")[0].topics == ("trade", "energy")


@pytest.mark.parametrize(
    ("cue", "stance"), [("сообщить", "neutral"), ("заявить", "support"), ("подчеркнуть", "support")]
)
def test_news_told_is_no_praise(cue: str, stance: str) -> None:
    assert read_stance("важная работа", 0, 13, cue) == stance


@pytest.mark.parametrize(("cue", "stance"), [("заявить", "neutral"), ("подчеркнуть", "support")])
def test_weight_is_laid_on_what_is_held_dear(cue: str, stance: str) -> None:
    assert read_stance("успешная работа портов", 0, 22, cue) == stance


def test_who_imposes_sanctions_is_a_topic_too() -> None:
    assert set(topics_of("новые санкции США")) == {"sanctions", "usa"}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("зерновые культуры вывозят вагонами", ("trade",)),
        ("армии займутся обменом опытом", ("security",)),
        ("развитие отношений в инвестиционной сфере", ("finance",)),
        ("комиссия по туризму", ("culture",)),
        ("в конце года российские урожаи вырастут", ("trade",)),
    ],
)
def test_words_of_other_matters_lend_no_topic(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Россия и Китай обсудили урегулирование на Украине", {"sovereignty", "ukraine"}),
        ("Россия и Китай обсудили мост", {"sovereignty"}),
    ],
)
def test_an_aspect_is_told_with_its_situation(positions: Positions, title: str, topics: set[str]) -> None:
    found = positions("МИД КНР заявил, что Китай уважает территориальную целостность соседей России.", title=title)
    assert set(found[0].topics) == topics


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("пекари сердечны, соседи душевны и приветливы", "support"),
        ("их нападки злобны и подлы", "oppose"),
        ("завод отгрузил сорок вагонов угля", "neutral"),
    ],
)
def test_words_that_no_list_has_lean_as_those_like_them(content: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), "сказать") == stance


def test_few_words_lean_less_than_many() -> None:
    assert 0 < leanings("отношения")[0] < leanings("отношения народов и диалог правительств")[0]
    assert leanings("") == (0.0, 0.0)


@pytest.mark.parametrize(
    ("content", "frame", "cue", "stance"),
    [
        ("за частые встречи министров", "", "высказаться", "support"),
        ("за три года вагонов стало вдвое больше", "", "сказать", "neutral"),
        ("стороны обсудили укрепление партнёрства и дружбы", ", что ", "сообщить", "neutral"),
        ("развитие связей портов", " ", "отметить", "support"),
        ("развитие связей портов", ", что ", "отметить", "neutral"),
    ],
)
def test_the_frame_tells_what_is_held_up(content: str, frame: str, cue: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), cue, frame) == stance
