"""Reference data is loaded once; what a person changed or removed stays as they left it."""

from dataclasses import replace
from datetime import date

import pytest

from ingest import reference_loading
from relations import official_csv, reference
from relations.models import Actor, Office, OfficialFigure, Outlet, Post
from relations.official_csv import PublishedFigure
from relations.reading import KnownActor, KnownOffice, Tenure
from relations.reference import KnownOutlet

pytestmark = pytest.mark.django_db

OFFICE = KnownOffice("envoy", "RU", "other", "посланник", aliases=("дипломат",))
ACTOR = KnownActor("ivan", "person", "RU", "Иван", aliases=("Ваня",), tenures=(Tenure("envoy", "2020", "2021-05"),))
FIGURE = PublishedFigure("turnover", "", "2023", 240e9, "USD", 26.3, "gacc", "example", "", None, "")
OUTLET = KnownOutlet("Вестник", "Herald", ("Вестник Амура",), ("vestnik.example",), "RU", "press")


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """What ships; a test may change it as a new version would."""
    rows: dict[str, list[object]] = {"offices": [OFFICE], "actors": [ACTOR], "outlets": [OUTLET]}
    for name in rows:
        monkeypatch.setattr(reference, name, lambda name=name: rows[name])
    rows["figures"] = []
    monkeypatch.setattr(official_csv, "shipped", lambda: rows["figures"])
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


def test_official_figures_are_loaded_once_and_corrected_by_a_new_version(shipped: dict[str, list[object]]) -> None:
    shipped["figures"] = [FIGURE, replace(FIGURE, published=date(2024, 3, 1), value=241e9)]
    reference_loading.load_all()
    assert reference_loading.load_all() == 0
    assert OfficialFigure.objects.count() == 2

    shipped["figures"] = [replace(FIGURE, value=240.1e9)]
    assert reference_loading.load_all() == 1

    assert OfficialFigure.objects.get(published=None).value == 240.1e9
    assert OfficialFigure.objects.get(published="2024-03-01").value == 241e9


def test_a_persons_official_figure_is_never_overwritten(shipped: dict[str, list[object]]) -> None:
    theirs = OfficialFigure(
        indicator="turnover", period="2023-01/2023-12", value=1.0, statistics_of="gacc", source="me"
    )
    theirs.save()
    shipped["figures"] = [FIGURE]

    assert reference_loading.load_all() == 3  # office, actor and outlet
    assert OfficialFigure.objects.get().value == 1.0


def test_an_official_figure_that_a_person_edited_stays_as_they_left_it(shipped: dict[str, list[object]]) -> None:
    shipped["figures"] = [FIGURE]
    reference_loading.load_all()
    OfficialFigure.objects.update(note="checked")

    shipped["figures"] = [replace(FIGURE, value=1.0)]

    assert reference_loading.load_all() == 0
    assert OfficialFigure.objects.get().value == 240e9
