"""Offers state no more than is known: the use may be left open, and so may whether it is available.

What was marked unavailable stays so; of what was not, nobody had said that it is available.
"""

from django.db import migrations, models

STATES = [("available", "Available"), ("unavailable", "Unavailable"), ("", "Not stated")]
USES = [
    ("home", "Home viewing"),
    ("non_theatrical", "Non-theatrical screening"),
    ("theatrical", "Cinema"),
    ("educational", "Teaching"),
    ("", "Not stated"),
]


def keep_what_was_unavailable(apps, schema_editor):
    offers = apps.get_model("distributors", "Offer").objects.using(schema_editor.connection.alias)
    offers.filter(suspended=True).update(availability="unavailable")


def suspend_what_is_unavailable(apps, schema_editor):
    offers = apps.get_model("distributors", "Offer").objects.using(schema_editor.connection.alias)
    offers.filter(availability="unavailable").update(suspended=True)


class Migration(migrations.Migration):
    dependencies = [("distributors", "0002_editors_and_curators")]
    operations = [
        migrations.AddField(
            "offer",
            "availability",
            models.CharField(
                blank=True,
                choices=STATES,
                default="",
                help_text="Where it is not stated, an offer with days is available between them.",
                max_length=20,
                verbose_name="availability",
            ),
        ),
        migrations.RunPython(keep_what_was_unavailable, suspend_what_is_unavailable),
        migrations.RemoveField("offer", "suspended"),
        migrations.AlterField(
            "offer",
            "use",
            models.CharField(blank=True, choices=USES, default="", max_length=20, verbose_name="use"),
        ),
    ]
