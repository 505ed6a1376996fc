"""Why a value was chosen, and why a report belongs to its fact, in plain words."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from relations.vocabulary import ContactFormat

# By the codes of `relations.choosing`; the order of the first five is the rule's own.
VALUE = {
    "person": gettext_lazy("a person decided so"),
    "official": gettext_lazy("an official source says so"),
    "precision": gettext_lazy("it is the most precise version"),
    "origins": gettext_lazy("most independent origins say so"),
    "order": gettext_lazy("as many origins say another; the first in order is shown"),
    "only": gettext_lazy("all that say it agree"),
    "of_status": gettext_lazy("all that tell of it with this status agree"),
    "happened": gettext_lazy("that it took place outweighs every plan"),
    "latest": gettext_lazy("the latest news of a plan counts"),
    "quoted": gettext_lazy("word for word goes before reported speech"),
    "fullest": gettext_lazy("it is the fullest wording"),
    "first": gettext_lazy("it is that of the report whose words are shown"),
    "highest": gettext_lazy("the highest that any source gives"),
}
# By the codes of `relations.merging`.
REPORT = {
    "participants": gettext_lazy("same participants"),
    "unnamed": gettext_lazy("nothing tells the participants apart"),
    "day": gettext_lazy("same day"),
    "days": gettext_lazy("days that go together"),
    "next_day": gettext_lazy("a day apart, as days of publication are"),
    "month": gettext_lazy("same month, and no other such contact in it"),
    "year": gettext_lazy("same year, and no other such contact in it"),
    "remote": gettext_lazy("one a call, the other a video conference"),
    "place": gettext_lazy("same place"),
    "value": gettext_lazy("same value within rounding"),
    "change": gettext_lazy("same change within rounding"),
    "period": gettext_lazy("same period"),
    "same_news": gettext_lazy("news of the same days"),
    "words": gettext_lazy("same words"),
    "wording": gettext_lazy("nearly the same words"),
    "identical": gettext_lazy("says the very same"),
}
SAME_FORMAT = {
    ContactFormat.CALL: gettext_lazy("both calls"),
    ContactFormat.VIDEO: gettext_lazy("both video conferences"),
    ContactFormat.MEETING: gettext_lazy("both meetings"),
    ContactFormat.VISIT: gettext_lazy("both visits"),
    ContactFormat.MESSAGE: gettext_lazy("both messages"),
    ContactFormat.SESSION: gettext_lazy("both sessions"),
    ContactFormat.SIGNING: gettext_lazy("both signings"),
    ContactFormat.FORUM: gettext_lazy("both forums"),
    ContactFormat.EXERCISE: gettext_lazy("both exercises"),
}


def why_value(code: str) -> str:
    """The reason in words, as it stands after the value; "" for none."""
    return str(VALUE.get(code, ""))


def why_report(report: Any, *, is_first: bool) -> str:
    """Why the report belongs to its fact, as a sentence without its full stop.

    `is_first` is for the first of those that merging gives no reason for: the others of them say what it says.
    """
    if report.is_by_person:
        return _("A person marked the sentence")
    if report.is_pinned:
        return _("A person's decision ties it to this fact")
    if not report.why:
        return _("The others are compared with it") if is_first else _("Says the very same")
    return capfirst(", ".join(_report_reason(code, report) for code in report.why))


def _report_reason(code: str, report: Any) -> str:
    if code == "format":
        return str(SAME_FORMAT.get(report.values.get("format"), _("same format")))
    if code == "value" and report.terms.get("at_least"):
        return _("the value surpasses what it tells")
    return str(REPORT.get(code, code))
