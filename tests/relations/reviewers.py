"""Three who meet a fact's page: a reviewer, somebody logged in without the right, and a stranger."""

from typing import Any

from django.contrib.auth.models import Permission, User
from django.forms import CheckboxSelectMultiple, Select
from django.test import Client

from relations.models import Review
from relations.reviews.decisions import form_for


def reviewer_client(name: str = "anna") -> Client:
    """Logged in, with the right to review and no other."""
    user = User.objects.create_user(name)
    user.user_permissions.add(Permission.objects.get(codename="add_review", content_type__app_label="relations"))
    client = Client()
    client.force_login(user)
    return client


def colleague_client(name: str = "boris") -> Client:
    """Logged in, without the right."""
    client = Client()
    client.force_login(User.objects.create_user(name))
    return client


def last_review() -> Review:
    return Review.objects.order_by("pk").last()  # type: ignore[return-value]


def posted(form: Any) -> dict[str, Any]:
    """What a browser sends for a form as it is first shown, nothing being changed."""
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        name = bound.html_name
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for part in ("key", "name", "side"):
                data[f"{name}-{part}"] = [row[part] for row in value]
        elif hasattr(bound.field.widget, "decompress"):
            parts = bound.field.widget.decompress(value)
            data |= {f"{name}_{at}": part for at, part in enumerate(parts)}
        elif value is None and isinstance(bound.field.widget, Select):
            data[name] = bound.field.choices[0][0]  # what a browser shows, and sends
        elif value is None and isinstance(bound.field.widget, CheckboxSelectMultiple):
            continue
        elif isinstance(value, bool):
            data |= {name: "on"} if value else {}
        else:
            data[name] = "" if value is None else value
    return data


def address(fact: Any, kind: str = "contact") -> str:
    return f"/reviews/{kind}/{fact.pk}/"


def correction(fact: Any, kind: str = "contact", **changes: Any) -> dict[str, Any]:
    return posted(form_for("correct", kind, fact)) | {"action": "correct"} | changes


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text
