"""The admin's pages for articles and uploads."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ingest.dispatch import send
from ingest.forms import ArticleForm
from ingest.jobs import Job
from ingest.models import ReadingJob, Upload
from ingest.progress import Batch
from ingest.receiving import receive
from ingest.vocabulary import State
from relations import ledger
from relations.models import Article


def requeue(kind: type[Job], jobs: QuerySet[Any]) -> int:
    """Queues jobs anew and tells the workers once that is committed; returns how many."""
    with transaction.atomic():
        pks = kind.requeue(jobs)
        transaction.on_commit(lambda: send(kind, pks))
    return len(pks)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "outlet", "published", "reading", "is_sample", "added_at"]
    list_filter = ["reading_job__state", "is_sample", "outlet"]
    list_select_related = ["outlet", "reading_job"]
    date_hierarchy = "published"
    actions = ["read_again"]
    readonly_fields = ["text", "external_id", "is_sample", "source_note", "added_at", "read_at", "reading"]
    fields = ["title", "outlet", "published", "url", *readonly_fields]

    @admin.display(description=_("reading"), ordering="reading_job__state")
    def reading(self, article: Article) -> str:
        job = getattr(article, "reading_job", None)
        if job is None:
            return "—"
        why = job.outcome or article.why_unread
        return format_html("{}: {}", job.get_state_display(), why) if why else job.get_state_display()

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form of its own in place of the model's: an article comes as a text or a file."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ArticleForm(request.POST, request.FILES) if request.method == "POST" else ArticleForm()
        if request.method == "POST" and form.is_valid():
            batch = receive(form.cleaned_data, request.user)
            return HttpResponseRedirect(reverse("admin:ingest_upload_progress", args=[batch]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add article"),
            "opts": self.opts,
            "form": form,
            "changelist_url": reverse(admin_urlname(self.opts, "changelist")),
        }
        return TemplateResponse(request, "admin/ingest/add_article.html", context)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """What the reader is told of an article decides what it finds: a correction has it read again."""
        obj.save(update_fields=form.changed_data)  # a worker may have recorded the article while the form was open
        if {"title", "outlet", "published"} & set(form.changed_data):
            requeue(ReadingJob, ReadingJob.objects.filter(article=obj))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, ...]:
        """What the confirmation lists: reports are protected from all but the ledger, which deletes here."""
        to_delete, counts, missing, reports = super().get_deleted_objects(objs, request)
        return [*to_delete, *reports], counts, missing, []

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        ledger.delete([obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        ledger.delete(queryset)

    @admin.action(description=_("Read again"), permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        _say_queued(request, requeue(ReadingJob, ReadingJob.objects.filter(article__in=queryset)))


@admin.register(Upload)
class UploadAdmin(admin.ModelAdmin):
    list_display = ["name_linked", "origin", "state", "outcome", "user", "received_at"]
    list_display_links = None
    list_filter = ["state", "origin"]
    list_select_related = ["user"]
    actions = ["open_again"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("batch/<uuid:batch>/", view(self.progress_view), name="ingest_upload_progress"),
            path("batch/<uuid:batch>/state/", view(self.state_view), name="ingest_upload_state"),
            path("batch/<uuid:batch>/retry/", view(self.retry_view), name="ingest_upload_retry"),
            *super().get_urls(),
        ]

    @admin.display(description=_("upload"))
    def name_linked(self, upload: Upload) -> str:
        return format_html('<a href="{}">{}</a>', upload.get_absolute_url(), upload)

    @admin.display(description=_("outcome"))
    def outcome(self, upload: Upload) -> str:
        return upload.outcome

    def progress_view(self, request: HttpRequest, batch: Any) -> HttpResponse:
        """The page that an upload leads to: what becomes of it, live."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Upload"),
            "opts": self.opts,
            "batch": self._batch(request, batch),
        }
        return TemplateResponse(request, "admin/ingest/progress.html", context)

    def state_view(self, request: HttpRequest, batch: Any) -> HttpResponse:
        """The part of that page that changes, for its script."""
        context = {"batch": self._batch(request, batch)}
        response = TemplateResponse(request, "admin/ingest/progress_state.html", context)
        response["Cache-Control"] = "no-store"
        return response

    def retry_view(self, request: HttpRequest, batch: Any) -> HttpResponse:
        """Queues again what failed of a batch."""
        found = self._batch(request, batch)
        if request.method == "POST":
            failed = {"state": State.FAILED}
            count = requeue(Upload, Upload.objects.filter(batch=batch, **failed))
            count += requeue(ReadingJob, ReadingJob.objects.filter(article__uploads__batch=batch, **failed).distinct())
            _say_queued(request, count)
        return HttpResponseRedirect(found.url)

    def _batch(self, request: HttpRequest, batch: Any) -> Batch:
        """The batch, for those who may see uploads or handed it in themselves."""
        found = Batch(batch)
        if not found.uploads:
            raise Http404
        if not self.has_view_permission(request) and any(upload.user != request.user for upload in found.uploads):
            raise PermissionDenied
        return found

    @admin.action(description=_("Try again"), permissions=["view"])
    def open_again(self, request: HttpRequest, queryset: QuerySet[Upload]) -> None:
        _say_queued(request, requeue(Upload, queryset.filter(state=State.FAILED)))


def _say_queued(request: HttpRequest, count: int) -> None:
    said = ngettext("%d is queued again.", "%d are queued again.", count) % count
    messages.info(request, said)
