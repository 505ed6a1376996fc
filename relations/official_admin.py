"""The admin's pages for official figures: the list, and "Import CSV"."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from relations import wording
from relations.models import OfficialFigure
from relations.official_csv import COLUMNS, CsvError, PublishedFigure, read
from relations.official_import import store

MOST_BYTES = 1024 * 1024


class CsvForm(forms.Form):
    """One file, read and checked as a whole: `figures` is what it holds."""

    file = forms.FileField(label=_("CSV file"), widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}))
    figures: list[PublishedFigure]

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            said = _("“%(name)s” is larger than %(limit)s.")
            raise ValidationError(said, params={"name": file.name, "limit": filesizeformat(MOST_BYTES)})
        try:
            self.figures = read(file.read())
        except CsvError as error:
            raise ValidationError(error.errors) from None
        if not self.figures:
            raise ValidationError(_("There is no figure in the file."))
        return file


@admin.register(OfficialFigure)
class OfficialFigureAdmin(admin.ModelAdmin):
    list_display = ["__str__", "amount", "change", "statistics_of", "published", "origin"]
    list_filter = ["indicator", "statistics_of", "unit"]
    date_hierarchy = "period_end"
    search_fields = ["period", "source", "commodity"]
    list_per_page = 50
    change_list_template = "admin/relations/official_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="relations_officialfigure_import"), *super().get_urls()]

    @admin.display(description=_("value"), ordering="value")
    def amount(self, row: OfficialFigure) -> str:
        return wording.amount(row.value, row.unit) or "–"

    @admin.display(description=_("change, %"), ordering="change_pct")
    def change(self, row: OfficialFigure) -> str:
        return wording.change(row.change_pct) or "–"

    @admin.display(description=_("source"), ordering="source")
    def origin(self, row: OfficialFigure) -> str:
        if not row.address:
            return row.source
        return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', row.address, row.source)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """The form; a file without faults is stored whole, one with any is told and stored not at all."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = CsvForm(request.POST, request.FILES) if request.method == "POST" else CsvForm()
        if request.method == "POST" and form.is_valid() and self._store(request, form):
            return HttpResponseRedirect(reverse("admin:relations_officialfigure_changelist"))
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Import CSV"),
            "opts": self.opts,
            "form": form,
            "columns": COLUMNS,
        }
        return TemplateResponse(request, "admin/relations/official_import.html", context)

    def _store(self, request: HttpRequest, form: CsvForm) -> bool:
        try:
            done = store(form.figures, timezone.localdate())
        except CsvError as error:
            form.add_error("file", ValidationError(error.errors))
            return False
        said = _("Figures added: %(added)d; revised: %(revised)d; there already: %(known)d.")
        messages.success(request, said % {"added": done.added, "revised": done.revised, "known": done.known})
        return True
