"""Since when a report belongs to its fact; until now none had moved without a trace of it."""

from typing import Any

import django.utils.timezone
from django.db import migrations, models
from django.db.models import F

REPORTS = ("contactreport", "tradereport", "positionreport")


def since_learned(apps: Any, schema_editor: Any) -> None:
    for name in REPORTS:
        apps.get_model("relations", name)._base_manager.update(here_from=F("known_from"))


class Migration(migrations.Migration):
    dependencies = [("relations", "0004_reviewers")]

    operations = [
        *(
            migrations.AddField(
                model_name=name,
                name="here_from",
                field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
            )
            for name in REPORTS
        ),
        migrations.RunPython(since_learned, migrations.RunPython.noop),
    ]
