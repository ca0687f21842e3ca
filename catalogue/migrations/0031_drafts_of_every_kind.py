from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Secret addresses of drafts of every kind: those of selections stay what they were, in the same column."""

    dependencies = [("catalogue", "0030_unfinished_entries"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AlterField("shareddraft", "selection", models.PositiveBigIntegerField()),
        migrations.RenameField("shareddraft", "selection", "object_id"),
        migrations.AddField(
            "shareddraft", "kind", models.CharField(max_length=20, default="selection"), preserve_default=False
        ),
        migrations.AddField(
            "shareddraft",
            "user",
            models.ForeignKey(
                null=True,
                on_delete=models.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            "shareddraft", models.Index(fields=["kind", "object_id"], name="shared_drafts_of")
        ),
    ]
