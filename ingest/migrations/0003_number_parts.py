"""Fills in what the rows of uploads say since 0002; apart from it, as PostgreSQL alters no table with changed rows."""

from itertools import groupby
from typing import Any

from django.db import migrations


def number(apps: Any, schema_editor: Any) -> None:
    part = apps.get_model("ingest", "UploadedPart")
    rows = part.objects.order_by("upload", "pk").iterator(chunk_size=1000)
    for _, parts in groupby(rows, key=lambda row: row.upload_id):
        for member, row in enumerate(parts):
            row.member, row.reason = member, "new" if row.is_new else "known"
            row.save(update_fields=["member", "reason"])


def forget(apps: Any, schema_editor: Any) -> None:
    """The older schema knows articles alone, each once an upload."""
    part = apps.get_model("ingest", "UploadedPart")
    part.objects.filter(article=None).delete()
    seen: set[tuple[int, int]] = set()
    for row in part.objects.order_by("pk").iterator(chunk_size=1000):
        if (row.upload_id, row.article_id) in seen:
            row.delete()
        else:
            seen.add((row.upload_id, row.article_id))
            row.is_new = row.reason != "known"
            row.save(update_fields=["is_new"])


class Migration(migrations.Migration):
    dependencies = [("ingest", "0002_parts_of_uploads")]

    operations = [migrations.RunPython(number, forget)]
