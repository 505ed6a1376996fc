"""The gazetteer of a running copy is the database's, as it is at the time of a reading."""

import pytest

from ingest import gazetteer, reference_loading
from ingest.reading_process import reader
from relations.models import Actor, Office

pytestmark = pytest.mark.django_db


def test_the_database_gives_the_same_gazetteer_as_the_files() -> None:
    reference_loading.load_all()

    shipped, kept = gazetteer.from_file(), gazetteer.build(gazetteer.snapshot())

    assert [actor.key for actor in kept.actors] == [actor.key for actor in shipped.actors]
    assert [set(actor.tenures) for actor in kept.actors] == [set(actor.tenures) for actor in shipped.actors]
    assert [actor.aliases for actor in kept.actors] == [actor.aliases for actor in shipped.actors]
    assert kept.offices == shipped.offices


def test_an_alias_added_in_the_admin_counts_from_the_next_reading() -> None:
    actor = Actor.objects.create(key="ivan-petrov", kind="person", side="RU", name_ru="Иван Петров")
    before = reader().gazetteer
    assert reader().gazetteer is before

    actor.aliases = "Петров-Амурский"
    actor.save()

    (known,) = reader().gazetteer.actors
    assert known.aliases == ("Петров-Амурский",)


def test_an_actor_met_in_an_article_only_is_not_in_it() -> None:
    Actor.objects.create(key="someone", kind="person", side="CN", name_ru="Некто Неизвестный", is_known=False)
    Office.objects.create(key="envoy", side="CN", name_ru="посланник")

    found = gazetteer.build(gazetteer.snapshot())

    assert (len(found.actors), len(found.offices)) == (0, 1)
