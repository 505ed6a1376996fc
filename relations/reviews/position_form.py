"""The fields of a position."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relations.known_actors import row_of
from relations.models import Position
from relations.reading import Participant, ReadPosition, Span
from relations.reviews.forms import FactForm
from relations.reviews.people import PeopleField, rows_of
from relations.vocabulary import PositionKind, Side, Stance, Topic

MOST_TOPICS = 3
_PLAIN = ("post", "kind", "stance", "rendered_by")


class PositionForm(FactForm):
    speaker = PeopleField(label=_("Speaker"), most=1)
    post = forms.CharField(label=_("Post"), max_length=200, required=False, help_text=_("As the article words it."))
    content = forms.CharField(
        label=_("Words"),
        widget=forms.Textarea({"rows": 4, "lang": "ru"}),
        help_text=_("The statement alone, word for word as it stands in the article."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=PositionKind.choices)
    stance = forms.ChoiceField(label=_("Stance"), choices=Stance.choices)
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One to three."),
    )
    relay = forms.CharField(
        label=_("Relayed"), max_length=300, required=False, help_text=_("Who passed it on, the last one first: A ← B.")
    )
    rendered_by = forms.CharField(label=_("Translation by"), max_length=200, required=False)

    def initial_of(self, fact: Position) -> dict[str, Any]:
        plain = {name: getattr(fact, name) for name in (*_PLAIN, "content", "topics")}
        return plain | {"speaker": rows_of([(fact.speaker, fact.side)]), "relay": " ← ".join(fact.relay)}

    def clean_content(self) -> str:
        content = self.cleaned_data["content"].replace("\r\n", "\n").strip()
        kept = self.fact is not None and content == self.fact.content.strip()
        if not kept and not any(content in text for text in self.texts):
            raise ValidationError(_("These words do not stand there. Copy them from the article."))
        return self.fact.content if kept else content

    def clean_topics(self) -> list[str]:
        before = self.fact.topics if self.fact else []
        chosen = self.cleaned_data["topics"]
        if len(chosen) > max(MOST_TOPICS, len(before)):
            raise ValidationError(_("Choose the three that matter most."))
        return sorted(chosen, key=lambda topic: before.index(topic) if topic in before else len(before))

    def clean_speaker(self) -> list[dict[str, Any]]:
        people: list[dict[str, Any]] = self.cleaned_data["speaker"]
        if any(person["side"] == Side.OTHER for person in people):
            raise ValidationError(_("The speaker is of Russia's or China's side."))
        return people

    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {
            **{name: cleaned[name] for name in (*_PLAIN, "content", "topics")},
            "actor_key": row_of(self._speaker()).key,
            "side": self._speaker().side,
            "relay": [name for part in re.split(r"←|;|,", cleaned["relay"]) if (name := part.strip())],
        }

    def _speaker(self) -> Participant:
        return Participant(**self.cleaned_data["speaker"][0])

    def values_of(self, fact: Position) -> dict[str, Any]:
        plain = {name: getattr(fact, name) for name in (*_PLAIN, "content", "topics", "side", "relay")}
        return plain | {"actor_key": fact.speaker.key}

    def same(self, name: str, value: Any, before: Any) -> bool:
        return set(value) == set(before) if name == "topics" else value == before

    def read(self, span: Span) -> ReadPosition:
        """The fields as a reader would have found them in the sentence, the first text that the form was given."""
        values = self.values()
        start = span.start + self.texts[0].index(values["content"])
        speaker = self.cleaned_data["speaker"][0] | {"actor": values["actor_key"], "post": values["post"] or None}
        return ReadPosition(
            speaker=Participant(**speaker),
            kind=values["kind"],
            start=start,
            end=start + len(values["content"]),
            sentence=span,
            topics=tuple(values["topics"]),
            stance=values["stance"],
            relay=tuple(values["relay"]),
            rendered_by=values["rendered_by"] or None,
        )
