"""The group of those who may review facts. Its rights are made here, because Django makes them only after migrating."""

from typing import Any

from django.db import migrations

GROUP = "Reviewers"
# To decide about facts, and to see in the admin what the decisions are about.
RIGHTS = ("add_review", "view_review", "view_contact", "view_tradefigure", "view_position", "view_article")


def make_group(apps: Any, schema_editor: Any) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    for codename in RIGHTS:
        action, _, model = codename.partition("_")
        content_type, _ = content_types.get_or_create(app_label="relations", model=model)
        names = {"name": f"Can {action} {model}"}
        permission, _ = permissions.get_or_create(content_type=content_type, codename=codename, defaults=names)
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0003_merging_and_reviews"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]
