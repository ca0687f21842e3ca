"""The countries of the world, of today and of yesterday, once: editors may correct them afterwards."""

from django.db import migrations

from catalogue.reference import countries


def add_countries(apps, schema_editor):
    Country = apps.get_model("catalogue", "Country")
    rows = list(countries.names())
    Country.objects.bulk_create(
        Country(code=code, name_fr=french, name_en=english, first_year=first_year, last_year=last_year)
        for code, french, english, first_year, last_year, _successors in rows
    )
    Successor = Country.successors.through
    Successor.objects.bulk_create(
        Successor(from_country_id=code, to_country_id=successor)
        for code, *_names, successors in rows
        for successor in successors
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunPython(add_countries, migrations.RunPython.noop)]
