from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0016_own_pages")]

    operations = [
        migrations.CreateModel(
            name="PersonCountry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=models.deletion.PROTECT,
                        related_name="person_countries",
                        to="catalogue.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE,
                        related_name="person_countries",
                        to="catalogue.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "country",
                "verbose_name_plural": "countries",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "country"), name="one_country_once_per_person")
                ],
            },
        ),
    ]
