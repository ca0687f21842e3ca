from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0031_drafts_of_every_kind")]

    operations = [
        migrations.AddField("snapshot", "was_public", models.BooleanField(default=False)),
    ]
