"""The admin's pages for articles."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ingest.admin.queueing import requeue, say_queued
from ingest.forms import ArticleForm
from ingest.models import ReadingJob
from ingest.receiving import NO_ROOM, NotKept, receive
from ingest.upload_handlers import had_no_room
from relations import ledger
from relations.models import Article


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
        if request.method == "POST" and had_no_room(request):
            form = _refused(form, NO_ROOM)
        elif request.method == "POST" and form.is_valid():
            try:
                batch = receive(form.cleaned_data, request.user)
                return HttpResponseRedirect(reverse("admin:ingest_upload_progress", args=[batch]))
            except NotKept as error:
                form = _refused(form, error)
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
        say_queued(request, requeue(ReadingJob, ReadingJob.objects.filter(article__in=queryset)))


def _refused(form: ArticleForm, why: Any) -> ArticleForm:
    """The form with what was typed into it, and the one sentence why nothing was stored."""
    form.full_clean()
    form.errors.clear()
    form.add_error(None, str(why))
    return form
