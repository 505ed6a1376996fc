"""The whole of what is stored, for tests that nothing of it changes."""

from typing import Any

from django.apps import apps

from relations.fact_lines import fact_lines
from relations.models import Article, Review


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of `relations`, as it is."""
    models = apps.get_app_config("relations").get_models(include_auto_created=True)
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def outcome() -> tuple[list[Any], ...]:
    """Facts, decisions and articles, without what differs between installations: the numbers and the times."""
    lines = [{name: value for name, value in line.items() if name != "id"} for line in fact_lines()]
    decisions = [(review.action, review.undone_at is not None) for review in Review.objects.order_by("pk")]
    articles = list(Article.objects.order_by("text_hash").values_list("text_hash", "family", "reader_version"))
    return lines, decisions, articles
