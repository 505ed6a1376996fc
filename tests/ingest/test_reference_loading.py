"""Reference data is loaded once; what a person changed or removed stays as they left it."""

import pytest

from ingest import reference_loading
from relations import reference
from relations.models import Actor, Office, Outlet, Post
from relations.reading import KnownActor, KnownOffice, Tenure
from relations.reference import KnownOutlet

pytestmark = pytest.mark.django_db

OFFICE = KnownOffice("envoy", "RU", "other", "посланник", aliases=("дипломат",))
ACTOR = KnownActor("ivan", "person", "RU", "Иван", aliases=("Ваня",), tenures=(Tenure("envoy", "2020", "2021-05"),))
OUTLET = KnownOutlet("Вестник", "Herald", ("Вестник Амура",), ("vestnik.example",), "RU", "press")


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """What ships; a test may change it as a new version would."""
    rows: dict[str, list[object]] = {"offices": [OFFICE], "actors": [ACTOR], "outlets": [OUTLET]}
    for name in rows:
        monkeypatch.setattr(reference, name, lambda name=name: rows[name])
    return rows


def test_everything_is_loaded_once() -> None:
    assert reference_loading.load_all() == 3
    assert reference_loading.load_all() == 0

    assert Office.objects.get().aliases == "дипломат"
    assert Post.objects.get().until == "2021-05"
    assert Outlet.objects.get().domains == "vestnik.example"
    assert Actor.objects.get().is_known


def test_a_new_version_reaches_rows_that_nobody_touched(shipped: dict[str, list[object]]) -> None:
    reference_loading.load_all()
    shipped["actors"] = [KnownActor("ivan", "person", "RU", "Иван", aliases=("Ваня", "Ванюша"))]

    assert reference_loading.load_all() == 1

    assert Actor.objects.get().aliases == "Ваня\nВанюша"
    assert not Post.objects.exists()


def test_a_persons_edit_outlives_a_new_version(shipped: dict[str, list[object]]) -> None:
    reference_loading.load_all()
    Actor.objects.update(aliases="Ваня\nИоанн")
    shipped["actors"] = [KnownActor("ivan", "person", "RU", "Иван", aliases=("Ванюша",))]

    assert reference_loading.load_all() == 0
    assert Actor.objects.get().aliases == "Ваня\nИоанн"


def test_an_edited_post_counts_as_an_edit_of_the_actor(shipped: dict[str, list[object]]) -> None:
    reference_loading.load_all()
    Post.objects.update(until="2022")
    shipped["actors"] = [KnownActor("ivan", "person", "CN", "Иван")]

    reference_loading.load_all()

    assert Actor.objects.get().side == "RU"
    assert Post.objects.get().until == "2022"


def test_what_a_person_removed_stays_removed(shipped: dict[str, list[object]]) -> None:
    reference_loading.load_all()
    Outlet.objects.all().delete()
    shipped["outlets"] = [KnownOutlet("Вестник", "", (), (), "CN", "press")]

    assert reference_loading.load_all() == 0
    assert not Outlet.objects.exists()


def test_an_actor_met_in_an_article_becomes_a_known_one_and_a_persons_own_stays(
    shipped: dict[str, list[object]],
) -> None:
    Actor.objects.create(key="ivan", name_ru="Ваня", side="RU", is_known=False)
    Outlet.objects.create(name="Вестник", side="CN")

    reference_loading.load_all()

    assert Actor.objects.get().name_ru == "Иван"
    assert Outlet.objects.get().side == "CN"
