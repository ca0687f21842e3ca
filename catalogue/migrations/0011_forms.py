import django.db.models.deletion
from django.db import migrations, models

FORMS = {
    "fiction": "Fiction",
    "documentary": "Documentary",
    "actuality": "Actuality",
    "essay": "Essay",
    "animation": "Animation",
    "experimental": "Experimental",
    "compilation": "Compilation of archives",
    "performance": "Recorded performance",
    "amateur": "Amateur film",
}


def begin_a_rebuild(apps, schema_editor):
    """What finds films has more fields, which a rebuild writes: `manage.py prepare` completes it.

    One that was left unfinished began before, and begins again.
    """
    rebuild = apps.get_model("catalogue", "Rebuild")
    state = apps.get_model("catalogue", "CatalogueState").objects.first()
    if not (state and apps.get_model("catalogue", "Page").objects.exists()):
        return
    rebuild.objects.all().delete()
    apps.get_model("catalogue", "Task").objects.filter(action="rebuild").delete()
    state.building = max(state.generation, state.building or 0) + 1
    state.save()
    rebuild.objects.create(
        pk=1,
        generation=state.building,
        with_changes=False,
        step="pages",
        number=state.number,
        owner="migration",
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0010_generations")]

    operations = [
        migrations.CreateModel(
            "FormOfFilm",
            [
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("form", models.CharField(choices=list(FORMS.items()), max_length=20, verbose_name="form")),
                (
                    "film",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="forms", to="catalogue.film"
                    ),
                ),
            ],
            options={
                "verbose_name": "form",
                "verbose_name_plural": "forms",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("film", "form"), name="one_form_once_per_film"),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", list(FORMS))), name="form_is_in_the_list"
                    ),
                ],
            },
        ),
        migrations.RunPython(begin_a_rebuild, migrations.RunPython.noop),
    ]
