"""The form field for people: one row an actor, found by name, with the side that they acted for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from relations.models import Actor
from relations.reviews.actors import all_names
from relations.reviews.fields import the_actor
from relations.vocabulary import Side

MOST = 60
EMPTY_ROWS = 2
LONGEST = 150


class PeopleWidget(forms.Widget):
    """Rows of a name and a side, and the key of who stood there, so that a namesake is not mistaken for them."""

    use_fieldset = True

    def __init__(self, most: int = MOST) -> None:
        super().__init__()
        self.most = most

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        columns = [data.getlist(f"{name}-{part}") for part in ("name", "side", "key")]
        rows = zip(*columns, strict=False)
        return [dict(zip(("name", "side", "key"), row, strict=True)) for row in rows if row[0].strip()]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-name" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        rows = list(value or [])
        empty = [{"name": "", "side": "", "key": ""}] * min(EMPTY_ROWS, self.most - len(rows))
        context = {
            "name": name,
            "id": (attrs or {}).get("id", ""),
            "rows": rows + empty,
            "sides": Side.choices,
            "many": self.most > 1,
        }
        return render_to_string("parts/review/people.html", context)


class PeopleField(forms.Field):
    """Gives the people in the form of a report's values: name, side, actor, post (None, the form may know it)."""

    def __init__(self, *, most: int = MOST, **options: Any) -> None:
        super().__init__(widget=PeopleWidget(most), **options)
        self.most = most

    def clean(self, value: Any) -> list[dict[str, Any]]:
        rows = value or []
        if self.required and not rows:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(rows) > self.most:
            raise ValidationError(_("At most %(most)d names are taken.") % {"most": self.most})
        people: dict[str, dict[str, Any]] = {}
        errors = []
        for row in rows:
            try:
                person = _person(row)
            except ValidationError as error:
                errors.append(error)
            else:
                people[person["actor"] or person["name"]] = person
        if errors:
            raise ValidationError(errors)
        return list(people.values())


def _person(row: dict[str, str]) -> dict[str, Any]:
    """The row's actor; one whom nobody knows is new if the row gives the side and nobody is called nearly so."""
    name, side = " ".join(row["name"].split())[:LONGEST], row["side"]
    if side and side not in Side.values:
        raise ValidationError(_("Choose a side for “%(name)s”."), params={"name": name})
    actor = Actor.objects.filter(key=row["key"]).first() if row["key"] else None
    if actor is None or name not in all_names(actor):
        try:
            actor = the_actor(name.removeprefix("+").strip())
        except ValidationError as error:
            if not name.startswith("+") and error.code != "unknown":
                raise
            return _newcomer(name.removeprefix("+").strip(), side)
    return {"name": actor.name_ru, "side": side or actor.side, "actor": actor.key, "post": None}


def _newcomer(name: str, side: str) -> dict[str, Any]:
    if not side:
        said = _("Nobody is known as “%(name)s”. Choose a side, and they are added as new.")
        raise ValidationError(said, params={"name": name})
    return {"name": name, "side": side, "actor": None, "post": None}


def rows_of(people: list[tuple[Actor, str]]) -> list[dict[str, str]]:
    """Actors and the sides they acted for, as the field's initial value."""
    return [{"name": actor.name, "side": side, "key": actor.key} for actor, side in people]
