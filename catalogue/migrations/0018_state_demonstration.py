from datetime import UTC, datetime

from django.db import migrations, models

LOADED_ON = datetime(2026, 1, 1, tzinfo=UTC)  # what every row of the demonstration says of its creation


def mark(apps, schema_editor):
    """Mark a site that was filled with the demonstration before this column existed."""
    if apps.get_model("catalogue", "Film").objects.filter(created_at=LOADED_ON).exists():
        apps.get_model("catalogue", "CatalogueState").objects.update(demonstration=True)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0017_person_countries")]

    operations = [
        migrations.AddField("CatalogueState", "demonstration", models.BooleanField(null=True)),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
