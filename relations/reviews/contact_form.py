"""The fields of a contact."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relations.models import Contact
from relations.reading import Participant, ReadContact, ReadDate, Span
from relations.reviews.fields import PartialDateField
from relations.reviews.forms import FactForm
from relations.reviews.people import PeopleField, rows_of
from relations.vocabulary import ContactFormat, ContactStatus, Level, Side

_DATE = ("date", "date_end", "precision")
_PEOPLE = ("participants", "others")


class ContactForm(FactForm):
    format = forms.ChoiceField(label=_("Format"), choices=ContactFormat.choices)
    status = forms.ChoiceField(label=_("Status"), choices=ContactStatus.choices)
    date = PartialDateField(
        label=_("Date"), required=False, help_text=_("As exact as it is known: 2024-02-08, 2024-02 or 2024.")
    )
    date_end = PartialDateField(label=_("Last day"), required=False, help_text=_("If it lasted for days."))
    people = PeopleField(label=_("Participants"))
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("In Russian, as in a dictionary: Москва.")
    )
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, initial=Level.OTHER)
    margins = forms.BooleanField(label=_("On the margins of another event"), required=False)

    def initial_of(self, fact: Contact) -> dict[str, Any]:
        names = ("format", "status", "date", "date_end", "place", "level", "margins")
        people = [(row.actor, row.side) for row in fact.participations.all()]
        return {name: getattr(fact, name) for name in names} | {"people": rows_of(people)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("date", ""), cleaned.get("date_end", "")
        if end and not start:
            self.add_error("date", ValidationError(_("Give the first day as well.")))
        elif end and len(start) == len(end) and end < start:
            self.add_error("date_end", ValidationError(_("It ends before it begins.")))
        elif end == start:
            cleaned["date_end"] = ""
        if people := cleaned.get("people"):
            self._check_people(people)
        return cleaned

    def _check_people(self, people: list[dict[str, Any]]) -> None:
        if not any(person["side"] != Side.OTHER for person in people):
            self.add_error("people", ValidationError(_("Name at least one participant of Russia's or China's side.")))

    def values(self) -> dict[str, Any]:
        cleaned, posts = self.cleaned_data, self._posts()
        people = [person | {"post": posts.get(person["actor"])} for person in cleaned["people"]]
        when = ReadDate(cleaned["date"] or None, cleaned["date_end"] or None)
        return {
            **{name: cleaned[name] for name in ("format", "status", "level", "margins")},
            "date": when.date,
            "date_end": when.date_end,
            "precision": when.precision,
            "participants": [person for person in people if person["side"] != Side.OTHER],
            "others": [person for person in people if person["side"] == Side.OTHER],
            "place": cleaned["place"] or None,
        }

    def _posts(self) -> dict[str | None, str | None]:
        rows = self.fact.participations.select_related("actor") if self.fact else []
        return {row.actor.key: row.post or None for row in rows}

    def values_of(self, fact: Contact) -> dict[str, Any]:
        names = ("format", "status", "level", "margins", "precision")
        people = [{"actor": row.actor.key, "side": row.side} for row in fact.participations.all()]
        return {
            **{name: getattr(fact, name) for name in names},
            **{name: getattr(fact, name) or None for name in ("date", "date_end", "place")},
            "participants": [person for person in people if person["side"] != Side.OTHER],
            "others": [person for person in people if person["side"] == Side.OTHER],
        }

    def same(self, name: str, value: Any, before: Any) -> bool:
        if name in _PEOPLE:
            return {(p["actor"], p["side"]) for p in value} == {(p["actor"], p["side"]) for p in before}
        return value == before

    def corrections(self) -> dict[str, Any]:
        """A date is corrected as a whole, and so are the people: a fact shows no mixture."""
        changed, values = super().corrections(), self.values()
        for group in (_DATE, _PEOPLE):
            if changed.keys() & set(group):
                changed |= {name: values[name] for name in group}
        return changed

    def read(self, span: Span) -> ReadContact:
        """The fields as a reader would have found them in the sentence."""
        values = self.values()
        return ReadContact(
            format=values["format"],
            status=values["status"],
            when=ReadDate(values["date"], values["date_end"]),
            participants=tuple(Participant(**person) for person in values["participants"]),
            others=tuple(Participant(**person) for person in values["others"]),
            evidence=(span,),
            place=values["place"],
            level=values["level"],
            margins=values["margins"],
        )
