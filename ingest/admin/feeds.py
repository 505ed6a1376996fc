"""The admin's page for feeds: what is looked at, and how it goes."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ingest.models import Feed


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin):
    list_display = ["__str__", "outlet", "is_active", "health", "looked_at", "succeeded_at", "due_at"]
    list_filter = ["is_active", "reason"]
    list_select_related = ["outlet"]
    search_fields = ["name", "url"]
    actions = ["look_now"]
    fields = ["url", "name", "outlet", "is_active", "both_sides_only", "every", *(READ_ONLY := ["health", "looked_at"])]
    readonly_fields = READ_ONLY

    @admin.display(description=_("how it goes"))
    def health(self, feed: Feed) -> str:
        if feed.failures:
            return _("failing: %(why)s") % {"why": f"{feed.get_reason_display()} {feed.detail}".strip()}
        if feed.is_late:
            return _("late: nobody looked when it was due; are a worker and beat running?")
        return _("well") if feed.succeeded_at else _("not looked at yet")

    def save_model(self, request: HttpRequest, obj: Feed, form: Any, change: bool) -> None:
        """What was learnt of one address does not hold for another."""
        if "url" in form.changed_data:
            obj.etag = obj.modified = ""
            obj.due_at, obj.failures = timezone.now(), 0
        super().save_model(request, obj, form, change)

    @admin.action(description=_("Look at it now"), permissions=["change"])
    def look_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        queryset.update(due_at=timezone.now())
        messages.info(request, _("The workers look at it within a minute."))
