"""The admin's pages for actors, offices and outlets, which people keep, and for facts, which the ledger writes."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from relations.evidence import address
from relations.models import (
    Actor,
    Contact,
    ContactReport,
    Office,
    Outlet,
    Participation,
    Position,
    PositionReport,
    Post,
    TradeFigure,
    TradeReport,
)
from relations.models.fact import Report
from relations.official_admin import OfficialFigureAdmin
from relations.review_admin import DecidesOnFacts, ReadOnly, ReviewAdmin
from relations.search.indexing import index_actor

__all__ = ["OfficialFigureAdmin", "ReviewAdmin"]  # registered where they stand

admin.site.site_header = _("Amur")
admin.site.site_title = _("Amur")
admin.site.index_title = _("Administration")


class PostInline(admin.TabularInline):
    model = Post
    extra = 0
    autocomplete_fields = ["office"]


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ["name_ru", "name_en", "name_zh", "side", "kind", "is_known"]
    list_filter = ["is_known", "side", "kind"]
    search_fields = ["name_ru", "name_en", "name_zh", "aliases", "key"]
    inlines = [PostInline]

    def save_model(self, request: HttpRequest, obj: Actor, form: Any, change: bool) -> None:
        """A name added is found from now on."""
        super().save_model(request, obj, form, change)
        index_actor(obj)


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    list_display = ["name_ru", "name_en", "side", "level"]
    list_filter = ["side", "level"]
    search_fields = ["name_ru", "name_en", "key", "aliases"]


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    list_display = ["name", "name_en", "side", "kind"]
    list_filter = ["side", "kind"]
    search_fields = ["name", "name_en", "aliases", "domains"]


class ReportInline(ReadOnly, admin.TabularInline):
    """The reports behind a fact; each sentence leads to its place in the article."""

    fields = ["article", "sentence", "reader_version"]
    readonly_fields = ["sentence"]
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("article")

    @admin.display(description=_("sentence"))
    def sentence(self, report: Report) -> str:
        return format_html('<a href="{}">{}</a>', address(report), report.quote)


class ContactReportInline(ReportInline):
    model = ContactReport


class TradeReportInline(ReportInline):
    model = TradeReport


class PositionReportInline(ReportInline):
    model = PositionReport


class ParticipationInline(ReadOnly, admin.TabularInline):
    model = Participation
    extra = 0


class FactAdmin(DecidesOnFacts, admin.ModelAdmin):
    """What the facts' pages have in common."""


@admin.register(Contact)
class ContactAdmin(FactAdmin):
    list_display = ["__str__", "level", "status", "precision", "inferred", "sources", "review_state", "on_page"]
    list_filter = ["review_state", "attention", "disputed", "format", "level", "status", "precision", "inferred"]
    date_hierarchy = "day"
    inlines = [ParticipationInline, ContactReportInline]


@admin.register(TradeFigure)
class TradeFigureAdmin(FactAdmin):
    list_display = ["__str__", "value", "unit", "change_pct", "status", "sources", "review_state", "on_page"]
    list_filter = ["review_state", "attention", "indicator", "status", "unit"]
    date_hierarchy = "period_end"
    inlines = [TradeReportInline]


@admin.register(Position)
class PositionAdmin(FactAdmin):
    list_display = ["__str__", "speaker", "side", "stance", "kind", "reported_on", "sources", "review_state", "on_page"]
    list_filter = ["review_state", "attention", "side", "stance", "kind", "topic_rows__topic"]
    list_select_related = ["speaker"]
    date_hierarchy = "reported_on"
    inlines = [PositionReportInline]
