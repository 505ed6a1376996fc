"""The admin's pages for uploads: the list of batches, and what became of each, live."""

import uuid
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from ingest.admin.queueing import requeue, say_queued
from ingest.batches import Batches
from ingest.forms import SaidForm
from ingest.models import ReadingJob, Upload, UploadedPart
from ingest.previewing import NotWaiting, confirm, dismiss, taken_from
from ingest.progress import OUTCOMES, Batch
from ingest.receiving import NotKept, keeping
from ingest.vocabulary import Origin, Reason

LINES = 50  # on a page of a batch
BATCHES = 25  # on a page of the list


@admin.register(Upload)
class UploadAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("state/", view(self.list_state_view), name="ingest_upload_list_state"),
            path("batch/<uuid:batch>/", view(self.progress_view), name="ingest_upload_progress"),
            path("batch/<uuid:batch>/state/", view(self.state_view), name="ingest_upload_state"),
            path("batch/<uuid:batch>/retry/", view(self.retry_view), name="ingest_upload_retry"),
            path("part/<int:pk>/", view(self.preview_view), name="ingest_upload_preview"),
            *super().get_urls(),
        ]

    # --- The list of batches -----------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Every batch with its progress; filters and search act on all of them."""
        return TemplateResponse(request, "admin/ingest/uploads.html", self._list_context(request))

    def list_state_view(self, request: HttpRequest) -> HttpResponse:
        """The part of the list that changes, for its script."""
        return _unstored(TemplateResponse(request, "admin/ingest/uploads_state.html", self._list_context(request)))

    def _list_context(self, request: HttpRequest) -> dict[str, Any]:
        user = None if self.has_view_permission(request) else request.user
        asked = {name: request.GET.get(name, "") for name in ("origin", "state", "q")}
        batches = Batches(user, origin=asked["origin"], state=asked["state"], words=asked["q"])
        page = _page(request, batches, BATCHES)
        return {
            **self.admin_site.each_context(request),
            "title": _("Uploads"),
            "opts": self.opts,
            "page": page,
            "is_over": all(batch.is_over for batch in page),
            "origins": Origin.choices,
            "asked": asked,
            "query": _query(request),
            "here": f"?{request.GET.urlencode()}" if request.GET else "",
        }

    # --- One batch -----------------------------------------------------------------------------------

    def progress_view(self, request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        """The page that an upload leads to: what becomes of it, live."""
        return TemplateResponse(request, "admin/ingest/progress.html", self._batch_context(request, batch))

    def state_view(self, request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        """The part of that page that changes, for its script."""
        context = self._batch_context(request, batch)
        return _unstored(TemplateResponse(request, "admin/ingest/progress_state.html", context))

    def _batch_context(self, request: HttpRequest, batch: uuid.UUID) -> dict[str, Any]:
        found = self._batch(request, batch)
        asked = {name: request.GET.get(name, "") for name in ("outcome", "q")}
        return {
            **self.admin_site.each_context(request),
            "title": _("Upload"),
            "opts": self.opts,
            "batch": found,
            "page": _page(request, found.lines(asked["outcome"], asked["q"]), LINES),
            "outcomes": OUTCOMES,
            "asked": asked,
            "query": _query(request),
            "here": f"?{request.GET.urlencode()}" if request.GET else "",
        }

    def retry_view(self, request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
        """Queues again one upload or reading of a batch, or all that failed or was left out."""
        found = self._batch(request, batch)
        if request.method == "POST":
            uploads, readings = found.retries
            if {"upload", "reading"} & set(request.POST):
                upload, reading = (_number(request.POST.get(name, "")) for name in ("upload", "reading"))
                uploads, readings = uploads.filter(pk=upload), readings.filter(pk=reading)
            say_queued(request, requeue(Upload, uploads) + requeue(ReadingJob, readings))
        return HttpResponseRedirect(found.url)

    def _batch(self, request: HttpRequest, batch: uuid.UUID) -> Batch:
        """The batch, for those who may see uploads or handed it in themselves."""
        found = Batch(batch)
        if not found.first:
            raise Http404
        if not self.has_view_permission(request) and found.uploads.exclude(user=request.user).exists():
            raise PermissionDenied
        return found

    # --- A text looked at first ------------------------------------------------------------------------

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What was taken from a text, to be set right, then stored or dismissed."""
        part = get_object_or_404(UploadedPart.objects.select_related("upload"), pk=pk, reason=Reason.PREVIEW)
        batch = self._batch(request, part.upload.batch)
        taken = taken_from(part)
        form = SaidForm(request.POST if request.method == "POST" else None, initial=taken)
        if request.method == "POST":
            try:
                if "dismiss" in request.POST:
                    dismiss(part)
                    return HttpResponseRedirect(batch.url)
                if form.is_valid():
                    with keeping():
                        confirm(part, **form.cleaned_data)
                    return HttpResponseRedirect(batch.url)
            except NotKept as error:
                messages.error(request, str(error))
            except NotWaiting:
                messages.info(request, _("This was stored or dismissed already."))
                return HttpResponseRedirect(batch.url)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Look at it first"),
            "opts": self.opts,
            "batch": batch,
            "form": form,
            "taken": taken,
        }
        return TemplateResponse(request, "admin/ingest/preview.html", context)


def _page(request: HttpRequest, lines: Any, size: int) -> Page:
    return Paginator(lines, size).get_page(request.GET.get("page"))


def _query(request: HttpRequest) -> str:
    """The filters of the address, for links to other pages of the list."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0


def _unstored(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
