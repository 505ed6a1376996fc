"""Reviews in the admin: the log, read only; and what can be decided about several facts at once."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from relations import reviewing
from relations.models import Review
from relations.reviewing import CannotReview
from relations.reviews.decisions import RejectForm
from relations.reviews.log import review_address
from relations.reviews.panel import KIND_OF
from relations.reviews.words import changes, title_of
from relations.vocabulary import ReviewState

# More at once is a mistake, or too much for one request.
MOST = 200


class ReadOnly:
    """Seen and never written by hand: facts and reports come from the ledger alone, reviews from its pages."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Review)
class ReviewAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["at", "action", "kind", "on_page", "reason", "by_name", "undone_at"]
    list_filter = ["action", "kind", ("undone_at", admin.EmptyFieldListFilter), "by"]
    search_fields = ["reason", "by_name", "=fact"]
    date_hierarchy = "at"
    list_per_page = 50
    fields = ["at", "action", "kind", "on_page", "said", "reason", "by_name", "undone_at", "undone_by"]
    readonly_fields = fields

    @admin.display(description=gettext_lazy("fact"), ordering="fact")
    def on_page(self, review: Review) -> str:
        return format_html('<a href="{}">№ {}</a>', review_address(review.kind, review.fact), review.fact)

    @admin.display(description=gettext_lazy("what was set"))
    def said(self, review: Review) -> str:
        return "; ".join(f"{label}: {value}" for label, value in changes(review)) or "–"


class DecidesOnFacts(ReadOnly):
    """The actions of the facts' lists. Each fact is decided about by itself: one that fails does not stop the rest."""

    actions = ["accept_selected", "reject_selected", "merge_selected"]
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What is known now, rejected facts among them: what was rejected can be looked up."""
        rows = self.model.every.filter(known_until=None)  # type: ignore[attr-defined]
        return rows.order_by(*self.model._meta.ordering)  # type: ignore[attr-defined]

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("relations.add_review")

    def view_on_site(self, fact: Any) -> str:
        is_hidden = fact.review_state == ReviewState.REJECTED
        return review_address(KIND_OF[type(fact)], fact.pk) if is_hidden else fact.get_absolute_url()

    @admin.display(description=gettext_lazy("page"))
    def on_page(self, fact: Any) -> str:
        return format_html('<a href="{}">{}</a>', self.view_on_site(fact), _("open"))

    @admin.action(description=gettext_lazy("Accept the selected"), permissions=["review"])
    def accept_selected(self, request: HttpRequest, facts: QuerySet[Any]) -> None:
        self._each(request, facts, lambda kind, fact: reviewing.accept(request.user, kind, fact.pk))

    @admin.action(description=gettext_lazy("Reject the selected …"), permissions=["review"])
    def reject_selected(self, request: HttpRequest, facts: QuerySet[Any]) -> HttpResponse | None:
        """Asks for the reason first, one for all."""
        form = RejectForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            self._each(request, facts, lambda kind, fact: reviewing.reject(request.user, kind, fact.pk, reason))
            return None
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": _("Reject"),
            "opts": self.model._meta,  # type: ignore[attr-defined]
            "form": form,
            "facts": [(fact.pk, title_of(KIND_OF[type(fact)], fact)) for fact in facts[: MOST + 1]],
        }
        return TemplateResponse(request, "admin/relations/reject_selected.html", context)

    @admin.action(description=gettext_lazy("Merge the selected into the oldest of them"), permissions=["review"])
    def merge_selected(self, request: HttpRequest, facts: QuerySet[Any]) -> None:
        first, *others = facts.order_by("pk")[: MOST + 1]
        if not others:
            self.message_user(request, _("Choose two facts or more."), messages.WARNING)  # type: ignore[attr-defined]
            return
        self._each(request, others, lambda kind, fact: reviewing.merge(request.user, kind, first.pk, fact.pk))

    def _each(self, request: HttpRequest, facts: Any, decide: Any) -> None:
        chosen = list(facts[: MOST + 1])
        if len(chosen) > MOST:
            self._say(request, _("Choose at most %(most)d at once.") % {"most": MOST}, messages.WARNING)
            return
        done = 0
        for fact in chosen:
            try:
                decide(KIND_OF[type(fact)].value, fact)
                done += 1
            except CannotReview as error:
                self._say(request, f"{title_of(KIND_OF[type(fact)], fact)}: {error}", messages.ERROR)
        if done:
            said = ngettext("%(count)d decision was made.", "%(count)d decisions were made.", done)
            self._say(request, said % {"count": done}, messages.SUCCESS)

    def _say(self, request: HttpRequest, text: str, level: int) -> None:
        self.message_user(request, text, level)  # type: ignore[attr-defined]
