"""The admin's page for the keys of programs; a key is shown once, when it is made."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ingest.models import Token


@admin.register(Token)
class TokenAdmin(admin.ModelAdmin):
    list_display = ["name", "user", "is_active", "made_at", "used_at"]
    list_filter = ["is_active"]
    list_select_related = ["user"]
    autocomplete_fields = ["user"]
    fields = ["name", "user", "is_active"]

    def save_model(self, request: HttpRequest, obj: Token, form: Any, change: bool) -> None:
        if not change:
            said = _("The key, shown this once: %(secret)s. Programs send it as “Authorization: Bearer …”.")
            messages.success(request, said % {"secret": obj.make()})
        super().save_model(request, obj, form, change)
