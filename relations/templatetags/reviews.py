"""The section "Review" of a fact's page, whichever view shows it."""

from typing import Any

from django import template

from relations.reviews.panel import Panel, panel_of

register = template.Library()


@register.simple_tag(takes_context=True)
def review_panel(context: dict[str, Any], fact: Any) -> Panel:
    """The panel that the view prepared (it has a form with errors), else a new one."""
    prepared: Panel | None = context.get("panel")
    return prepared or panel_of(getattr(context.get("request"), "user", None), fact)
