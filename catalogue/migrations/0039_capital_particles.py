from django.db import migrations

from catalogue.models.person import PARTICLES, surname_first


def begin_surnames_with_particles(apps, schema_editor):
    """Write anew the sort names that were made from a name such as "Paul Le Goff", but none that an editor has written."""
    people = apps.get_model("catalogue", "Person").objects
    for person in people.only("name", "sort_name").iterator():
        first, _space, last = person.name.strip().rpartition(" ")
        if first.split()[1:] and first.split()[-1] in PARTICLES and person.sort_name == f"{last}, {first}":
            people.filter(pk=person.pk).update(sort_name=surname_first(person.name))


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0038_saved_forms")]
    operations = [
        migrations.RunPython(
            begin_surnames_with_particles, reverse_code=migrations.RunPython.noop, elidable=True
        )
    ]
