"""Whoever a reading names has a row: known ones their own, new ones one that waits to be checked."""

from dataclasses import asdict, replace
from types import SimpleNamespace

import pytest

from relations.known_actors import actors_of, with_named_in
from relations.models import Actor
from relations.reading import Entity
from tests.readings import LAVROV, PUTIN, UNKNOWN, XI, article, call, position, reading

pytestmark = pytest.mark.django_db

SENTENCE = "Представители сторон встретились и заявили о согласии."


def test_participants_others_and_speakers_have_rows_and_names_in_the_text_only_if_they_are_known() -> None:
    given = article(SENTENCE)
    Actor.objects.create(key="wang-yi", side="CN", name_ru="Ван И")
    third = replace(UNKNOWN, name="Ухнагийн Хурэлсух", side="other")
    names = tuple(Entity("PER", 0, 5, "…", "…", key) for key in ("wang-yi", "nobody-known", None))
    found = reading(
        call(given, SENTENCE, participants=(LAVROV, UNKNOWN), others=(third,)),
        position(given, SENTENCE, SENTENCE, speaker=XI),
        entities=names,
    )

    assert set(actors_of(found)) == {
        "sergey-lavrov",
        "cn-сунь-вэйдун",
        "other-ухнагийн-хурэлсух",
        "xi-jinping",
        "wang-yi",
    }
    assert Actor.objects.count() == 5


@pytest.mark.parametrize(
    ("name", "side", "kind", "name_en"),
    [
        ("Сунь Вэйдун", "CN", "person", "Sun Weidong"),
        ("Комитет дружбы", "CN", "body", ""),
        ("Иван Петров", "RU", "person", ""),
    ],
)
def test_a_new_one_waits_to_be_checked_under_a_name_as_far_as_it_can_be_told(
    name: str, side: str, kind: str, name_en: str
) -> None:
    given = article(SENTENCE)
    newcomer = replace(UNKNOWN, name=name, side=side)
    (actor,) = (a for a in actors_of(reading(call(given, SENTENCE, participants=(newcomer,)))).values())

    assert (actor.kind, actor.side, actor.is_known) == (kind, side, False)
    assert name_en in ("", actor.name_en)


def test_known_rows_are_left_as_they_are() -> None:
    Actor.objects.create(key="vladimir-putin", side="RU", name_ru="Путин", is_known=True)
    given = article(SENTENCE)

    actors = actors_of(reading(call(given, SENTENCE)))

    assert (actors["vladimir-putin"].name_ru, actors["vladimir-putin"].is_known) == ("Путин", True)


def test_stored_reports_and_a_persons_corrections_name_actors_too() -> None:
    Actor.objects.create(key="wang-yi", side="CN", name_ru="Ван И")
    report = SimpleNamespace(values={"participants": [asdict(PUTIN)], "others": []})
    corrections = {"participants": [asdict(LAVROV)], "actor_key": "wang-yi"}

    assert set(with_named_in([report], corrections)) == {"vladimir-putin", "sergey-lavrov", "wang-yi"}
