"""The admin's pages for what is known beforehand: actors, offices, outlets."""

from django.contrib import admin

from relations.models import Actor, Office, Outlet, Post


class PostInline(admin.TabularInline):
    model = Post
    extra = 0
    autocomplete_fields = ["office"]


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ["name_ru", "name_en", "kind", "side", "is_known"]
    list_filter = ["kind", "side", "is_known"]
    search_fields = ["name_ru", "name_en", "name_zh", "aliases", "key"]
    inlines = [PostInline]


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    list_display = ["name_ru", "name_en", "side", "level"]
    list_filter = ["side", "level"]
    search_fields = ["name_ru", "name_en", "aliases", "key"]


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    list_display = ["name", "name_en", "side", "kind"]
    list_filter = ["side", "kind"]
    search_fields = ["name", "name_en", "aliases", "domains"]
