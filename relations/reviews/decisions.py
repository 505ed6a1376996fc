"""The forms of the decisions, and what carries each of them out."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from relations import reviewing
from relations.kinds import KINDS
from relations.models import Review
from relations.reviewing import CannotReview, decision
from relations.reviews.contact_form import ContactForm
from relations.reviews.figure_form import FigureForm
from relations.reviews.forms import FactForm, ReasonField
from relations.reviews.position_form import PositionForm
from relations.vocabulary import FactKind, ReviewAction

FIELDS: dict[str, type[FactForm]] = {
    FactKind.CONTACT: ContactForm,
    FactKind.TRADE: FigureForm,
    FactKind.POSITION: PositionForm,
}


_PLAIN = (ReviewAction.ACCEPT, ReviewAction.REJECT)


class AcceptForm(forms.Form):
    reason = ReasonField()


class RejectForm(forms.Form):
    reason = ReasonField(required=True)


class OtherForm(forms.Form):
    """Another fact of the kind, one of those listed or by its number or address: to merge with, or to keep apart."""

    other = forms.IntegerField(required=False)
    number = forms.CharField(
        label=gettext_lazy("or by its number"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"size": 8, "autocomplete": "off"}),
    )
    reason = ReasonField()

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self._kind = kind

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        number = cleaned.get("other")
        if typed := cleaned.get("number"):
            digits = re.search(r"(\d{1,18})\D*$", typed)
            number = int(digits[1]) if digits else None
        if number is None:
            raise ValidationError(_("Choose one of those listed, or write its number."))
        if not KINDS[self._kind].fact.every.filter(pk=number, of=None).exists():
            raise ValidationError(_("There is no such fact: %(number)d.") % {"number": number})
        return cleaned | {"chosen": number}


class SplitForm(forms.Form):
    """Which of the reports tell of another fact."""

    reports = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": gettext_lazy("Choose the reports that tell of another.")}
    )
    reason = ReasonField()

    def __init__(self, *args: Any, reports: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reports"].choices = [(str(pk), str(pk)) for pk in reports]  # type: ignore[attr-defined]


def form_for(action: str, kind: str, fact: Any, data: Any = None) -> forms.Form:
    """The form of the decision about the fact, bound to what was sent, if anything."""
    ids = {"auto_id": f"{action}-%s"}
    reports = fact.identity.reports.select_related("article")
    if action == ReviewAction.CORRECT:
        is_position = kind == FactKind.POSITION and data is not None
        texts = tuple(report.article.text for report in reports) if is_position else ()
        return FIELDS[kind](data, fact=fact, texts=texts, **ids)
    if action in (ReviewAction.MERGE, ReviewAction.APART):
        return OtherForm(data, kind=kind, auto_id="merge-%s")
    if action == ReviewAction.SPLIT:
        return SplitForm(data, reports=[report.pk for report in reports], **ids)
    return {ReviewAction.ACCEPT: AcceptForm, ReviewAction.REJECT: RejectForm}[ReviewAction(action)](data, **ids)


@decision
def carry_out(user: Any, action: str, kind: str, fact: Any, form: Any, seen: str = "") -> Review:
    """Decides as the valid form says. Raises CannotReview, also if the fact shows something else than was `seen`."""
    number, cleaned = fact.number, form.cleaned_data
    reason = cleaned["reason"]
    if seen and seen != seen_of(type(fact).every.get(pk=fact.pk)):
        return _sent_twice(user, action, kind, number, reason)
    if action == ReviewAction.ACCEPT:
        return reviewing.accept(user, kind, number, reason)
    if action == ReviewAction.REJECT:
        return reviewing.reject(user, kind, number, reason)
    if action == ReviewAction.CORRECT:
        return reviewing.correct(user, kind, number, form.corrections(), reason)
    if action == ReviewAction.MERGE:
        return reviewing.merge(user, kind, number, cleaned["chosen"], reason)
    if action == ReviewAction.APART:
        return reviewing.keep_apart(user, kind, number, cleaned["chosen"], reason)
    return reviewing.split(user, kind, number, cleaned["reports"], reason)


def _sent_twice(user: Any, action: str, kind: str, number: int, reason: str) -> Review:
    """The same plain decision that the user took a moment ago, as by a double click; else raises CannotReview."""
    last = Review.objects.filter(kind=kind, fact=number, undone_at=None).order_by("-at", "-pk").first()
    if last and action in _PLAIN and (last.by, last.action, last.reason) == (user, action, reason.strip()):
        return last
    raise CannotReview(
        _("What it shows has changed since the page was opened. Look at it again; what you wrote is kept below.")
    )


def seen_of(fact: Any) -> str:
    """What tells one version of the fact from the next: sent along with a form, and compared when it comes back."""
    return fact.known_from.isoformat()
