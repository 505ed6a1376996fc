"""The form behind "Add article": one pasted text, or one or several files."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ingest.published import is_plausible
from ingest.readers import SUFFIXES, has_members, suffix_of
from ingest.readers.plain import looks_binary
from ingest.storing import twin_of
from ingest.vocabulary import Reason
from relations.models import Outlet


class _FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleans to a list."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if len(files) > settings.UPLOAD_MAX_FILES:
            raise ValidationError(
                ngettext("Choose at most %d file.", "Choose at most %d files.", settings.UPLOAD_MAX_FILES)
                % settings.UPLOAD_MAX_FILES
            )
        errors = [error for file in files for error in self._errors(file)]
        if errors:
            raise ValidationError(errors)
        return files

    def _errors(self, file: UploadedFile) -> list[str]:
        """What is wrong with a file, its size first; its content counts before its name."""
        if file.size > settings.UPLOAD_MAX_BYTES:
            limit = filesizeformat(settings.UPLOAD_MAX_BYTES)
            return [_("“%(name)s” is larger than %(limit)s.") % {"name": file.name, "limit": limit}]
        wrong = None
        if not file.size:
            wrong = Reason.EMPTY
        elif suffix_of(file.name) not in SUFFIXES:
            wrong = Reason.UNKNOWN_TYPE
        elif suffix_of(file.name) == ".txt" and looks_binary(file.read(16)):
            wrong = Reason.NOT_TEXT
        file.seek(0)
        return [f"“{file.name}”: {wrong.label}"] if wrong else []


class SaidForm(forms.Form):
    """What an editor says of an article besides its text; what is left empty is sought in the text."""

    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Left empty: the first line, if it reads like a title."),
    )
    outlet = forms.CharField(
        label=_("Outlet"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "outlets", "autocomplete": "off"}),
        help_text=_("One of the list or a new one. Left empty: the one of the address or of the dateline."),
    )
    published = forms.DateField(
        label=_("Date"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Left empty: the day of the dateline."),
    )
    url = forms.URLField(
        label=_("Address of the original"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )

    @staticmethod
    def outlet_names() -> list[str]:
        """The outlets to choose from."""
        return list(Outlet.objects.values_list("name", flat=True))

    def clean_published(self) -> date | None:
        published = self.cleaned_data["published"]
        if published and not is_plausible(published):
            raise ValidationError(_("The date is to be between 1 October 1949 and today."))
        return published


class ArticleForm(SaidForm):
    """What an editor hands in; all but the text or the files may be left empty and is then sought in the text."""

    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "cols": 80, "lang": "ru", "class": "vLargeTextField"}),
        help_text=_("Paste the article as it is, title and dateline included."),
    )
    files = FilesField(
        label=_("or files"),
        required=False,
        widget=_FilesInput(attrs={"multiple": True, "accept": ",".join(SUFFIXES)}),
        help_text=_(
            "One article each: .txt, .html, .docx, .pdf, .odt, .rtf, .eml. Many in one: .zip, .csv, .xlsx, .jsonl."
        ),
    )
    is_preview = forms.BooleanField(
        label=_("Look at it first"),
        required=False,
        help_text=_("Shows what was taken for title, date and outlet; nothing is stored before you say so."),
    )

    field_order = ("text", "files", "title", "outlet", "published", "url", "is_preview")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["url"].help_text = _("Given alone, without text or file, the page is fetched from there.")

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text.encode()) > settings.ARTICLE_MAX_BYTES:
            limit = filesizeformat(settings.ARTICLE_MAX_BYTES)
            raise ValidationError(_("The text is larger than %(limit)s."), params={"limit": limit})
        if not text.strip():
            return ""
        if twin := twin_of(text):
            said = _('This text is already there: <a href="{}">{}</a>.')
            raise ValidationError(format_html(said, twin.get_absolute_url(), twin))
        return text

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        files = values.get("files")
        if values.get("is_preview") and files and (len(files) > 1 or has_members(files[0].name)):
            self.add_error("is_preview", _("Only a single article can be looked at first."))
        if "text" in values and "files" in values:
            if not values["text"] and not files and "url" in values and not values["url"]:
                raise ValidationError(_("Paste a text, choose a file or give an address."))
            if values["text"] and files:
                raise ValidationError(_("Either paste a text or choose files, not both."))
        for name in ("title", "url") if files and len(files) > 1 else ():
            if values.get(name):
                self.add_error(name, _("It can be given for a single article only."))
        return values
