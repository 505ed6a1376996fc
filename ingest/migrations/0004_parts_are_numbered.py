from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0003_number_parts")]

    operations = [
        migrations.RemoveField("uploadedpart", "is_new"),
        migrations.AlterModelOptions("uploadedpart", {"ordering": ["pk"]}),
        migrations.AddConstraint(
            "uploadedpart",
            models.UniqueConstraint(fields=("upload", "member", "part"), name="uploaded_part_once"),
        ),
    ]
