from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0032_unfinished_query")]

    operations = [
        migrations.AddField("snapshot", "was_public", models.BooleanField(default=False)),
    ]
