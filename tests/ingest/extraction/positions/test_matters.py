"""Of what a position speaks, and what its matter lets expect of its stance."""

from collections.abc import Callable

import pytest

from ingest.extraction.positions.stance import read_stance
from ingest.extraction.positions.topics import choose, weigh
from relations.reading import ReadPosition

Positions = Callable[..., list[ReadPosition]]


def topics_of(text: str) -> tuple[str, ...]:
    return choose(weigh(text, 0, len(text))[0])


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("российско-китайские дружественные отношения крепнут", ("bilateral",)),
        ("российско-китайские учения начались", ("security",)),
        ("меры в отношении России", ()),
        ("визит начнется сразу после ВЭФ", ()),
        ("заседание Совета безопасности РФ", ("security",)),
        ("заявление в Совете Безопасности ООН", ("world-order",)),
        ("победа над милитаризмом в войне", ("history",)),
        ("международная безопасность под угрозой", ("security",)),
        ("остров считают неотъемлемой частью страны, его независимость не признают", ("sovereignty",)),
        ("китайско-российское торгово-экономическое сотрудничество растёт", ("trade",)),
        ("воздушное патрулирование над Японским морем", ("security",)),
    ],
)
def test_words_in_their_setting(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_a_second_matter_stays_beside_that_of_the_article(positions: Positions) -> None:
    text = "Новак заявил, что в торговле с Китаем доля расчетов в национальных валютах растет."
    assert positions(text, title="Россия и Китай перешли на нацвалюты")[0].topics == ("finance", "trade")


@pytest.mark.parametrize(
    ("content", "topics"),
    [
        ("отношения с Китаем стали теснее", ("bilateral",)),  # a noun of the relation is enough
        ("визит Путина в Китай начнется в мае", ("bilateral",)),  # a visit with both sides named
        ("визит начнется в мае", ("energy",)),  # else the article tells
    ],
)
def test_light_words_of_the_relation(positions: Positions, content: str, topics: tuple[str, ...]) -> None:
    text = f"Газ пойдет в Китай. Новак заявил, что {content}."
    assert positions(text, title="Россия и Китай построят газопровод")[0].topics == topics


def test_this_project_adds_the_matter_before(positions: Positions) -> None:
    text = "Новак заявил, что мост в Китай построят. Он добавил, что в этот проект Китай будет инвестировать."
    assert positions(text, title="Россия и Китай")[1].topics == ("transport", "finance")


@pytest.mark.parametrize(
    ("content", "topic", "stance"),
    [
        ("тесные связи двух стран", "bilateral", "support"),
        ("поставки стабильно растут", "energy", "neutral"),
        ("Россия готова увеличить поставки", "energy", "support"),
        ("Россия планирует и дальше наращивать расчеты", "finance", "support"),
        ("стороны планируют обсудить расчеты", "finance", "neutral"),
        ("поездка станет важным шагом", "other", "support"),
        ("отношения развиваются, невзирая на клевету", "bilateral", "support"),
        ("попытки вбить клин обречены на провал", "bilateral", "support"),
        ("Россия выступает против независимости Тайваня", "taiwan", "support"),
        ("народы отметят годовщину победы над милитаризмом", "history", "neutral"),
        ("полет прошел без нарушений границы", "security", "neutral"),
        ("призываем Европу не вмешиваться", "usa", "oppose"),
    ],
)
def test_the_matter_tells_what_to_expect(content: str, topic: str, stance: str) -> None:
    assert read_stance(content, 0, len(content), "заявить", topics=(topic,)) == stance


def test_how_a_judgement_is_passed_tells_its_stance(positions: Positions) -> None:
    (position,) = positions("Ван И положительно оценил новые контакты России и США.")
    assert position.stance == "support"
