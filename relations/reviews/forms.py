"""What every form of a fact's fields has in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

REASON = 500


class ReasonField(forms.CharField):
    """Why: said to everybody who looks at the fact later."""

    def __init__(self, **options: Any) -> None:
        options = {"label": _("Why"), "required": False} | options
        super().__init__(max_length=REASON, widget=forms.TextInput({"size": 40}), **options)


class FactForm(forms.Form):
    """A fact's fields. `fact` is the one to correct; without it, the fields are those of a fact to be added.

    `text` holds the words that the fact's own words must be taken from.
    """

    def __init__(self, *args: Any, fact: Any = None, texts: tuple[str, ...] = (), **options: Any) -> None:
        if fact is not None:
            options["initial"] = self.initial_of(fact) | options.get("initial", {})
        super().__init__(*args, **options)
        self.fact, self.texts = fact, texts
        self.fields["reason"] = ReasonField()

    def initial_of(self, fact: Any) -> dict[str, Any]:
        """What the fields hold at first."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """The fields in the form of a report's values; to be called on a valid form."""
        raise NotImplementedError

    def values_of(self, fact: Any) -> dict[str, Any]:
        """What the fact shows, in the same form as `values`."""
        raise NotImplementedError

    def corrections(self) -> dict[str, Any]:
        """Those of `values` that the fact does not show."""
        before = self.values_of(self.fact)
        return {name: value for name, value in self.values().items() if not self.same(name, value, before[name])}

    def same(self, name: str, value: Any, before: Any) -> bool:
        """Whether a field was left as it is."""
        return value == before


def with_blank(choices: Any, label: Any = "–") -> list[tuple[str, Any]]:
    """The choices with an empty one, for what may be unknown."""
    return [("", label), *choices]
