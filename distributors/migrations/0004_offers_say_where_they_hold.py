"""An offer without countries states no territory; that it holds everywhere is said by itself.

Of the offers there are nobody can tell whether an editor meant everywhere or a source was silent: they are not stated.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0010_generations"), ("distributors", "0003_offers_say_what_is_known")]
    operations = [
        migrations.AddField(
            "offer",
            "everywhere",
            models.BooleanField(
                db_default=False,
                default=False,
                help_text="Only where somebody states it.",
                verbose_name="everywhere",
            ),
        ),
        migrations.AlterField(
            "offer",
            "countries",
            models.ManyToManyField(
                blank=True,
                help_text="None: not stated, unless everywhere is ticked.",
                related_name="offers",
                to="catalogue.country",
                verbose_name="countries",
            ),
        ),
    ]
