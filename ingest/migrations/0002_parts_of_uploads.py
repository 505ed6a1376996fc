"""An upload may hold many texts, and texts that are no articles: its rows say which part of it each was."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0001_initial"), ("relations", "0003_merging_and_reviews")]

    operations = [
        migrations.RemoveConstraint("uploadedarticle", "uploaded_once"),
        migrations.RenameModel("UploadedArticle", "UploadedPart"),
        migrations.AddField("uploadedpart", "member", models.PositiveIntegerField(default=0)),
        migrations.AddField("uploadedpart", "part", models.PositiveIntegerField(default=0)),
        migrations.AddField("uploadedpart", "name", models.CharField(blank=True, max_length=255, verbose_name="part", default=""), preserve_default=False),
        migrations.AddField("uploadedpart", "reason", models.CharField(db_index=True, max_length=12, verbose_name="outcome", default="new"), preserve_default=False),
        migrations.AddField("uploadedpart", "detail", models.CharField(blank=True, max_length=300, verbose_name="detail", default=""), preserve_default=False),
        migrations.AddField("uploadedpart", "draft", models.JSONField(blank=True, null=True)),
        migrations.AlterField(
            "uploadedpart",
            "upload",
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="ingest.upload"),
        ),
        migrations.AlterField(
            "uploadedpart",
            "article",
            models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="arrivals", to="relations.article"),
        ),
        migrations.AddField("upload", "is_preview", models.BooleanField(default=False, verbose_name="preview")),
    ]
