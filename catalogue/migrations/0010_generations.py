from django.db import migrations, models

FIRST, NEXT = 1, 2  # generations
NUMBER = models.PositiveBigIntegerField(null=True)


def begin_a_rebuild(apps, schema_editor):
    """Orderings have another form, which a rebuild writes: `manage.py prepare` completes it."""
    state = apps.get_model("catalogue", "CatalogueState").objects.first()
    if apps.get_model("catalogue", "Page").objects.exists() and state:
        apps.get_model("catalogue", "Rebuild").objects.create(
            pk=1, generation=NEXT, with_changes=False, step="pages", number=state.number, owner="migration"
        )
        state.building = NEXT
        state.save()


def in_first_generation(model):
    field = models.PositiveBigIntegerField(default=FIRST)
    return migrations.AddField(model, "generation", field, preserve_default=False)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0009_folded_fields")]

    operations = [
        migrations.AddField(
            "cataloguestate", "generation", models.PositiveBigIntegerField(default=FIRST)
        ),
        migrations.AddField("cataloguestate", "building", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("cataloguestate", "listed", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("cataloguestate", "rebuilt", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("cataloguestate", "rebuilt_from", models.PositiveBigIntegerField(default=0)),
        migrations.RemoveConstraint("page", "one_page_per_object"),
        migrations.RemoveConstraint("page", "one_page_per_address"),
        migrations.RemoveConstraint("posting", "one_posting_per_value"),
        in_first_generation("page"),
        in_first_generation("posting"),
        migrations.AddField(
            "page", "version", models.PositiveBigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField("posting", "number", NUMBER),
        migrations.AddConstraint(
            "page",
            models.UniqueConstraint(fields=("generation", "kind", "object_id"), name="one_page_per_object"),
        ),
        migrations.AddConstraint(
            "page", models.UniqueConstraint(fields=("generation", "kind", "slug"), name="one_page_per_address")
        ),
        migrations.AddConstraint(
            "posting",
            models.UniqueConstraint(fields=("generation", "field", "value"), name="one_posting_per_value"),
        ),
        migrations.AddIndex(
            "posting",
            models.Index(
                fields=["number"],
                name="postings_by_number",
                condition=models.Q(number__isnull=False),
            ),
        ),
        migrations.DeleteModel("Ordering"),
        migrations.CreateModel(
            "OrderingBlock",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.PositiveBigIntegerField()),
                ("name", models.CharField(max_length=20)),
                ("first_key", models.BinaryField()),
                ("keys", models.BinaryField()),
                ("ids", models.BinaryField()),
                ("number", NUMBER),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("generation", "name", "first_key"), name="one_block_per_key")
                ],
                "indexes": [
                    models.Index(
                        fields=["number"], name="blocks_by_number", condition=models.Q(number__isnull=False)
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "PopularFilms",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ids", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="only_one_list_of_popular_films")
                ],
            },
        ),
        migrations.CreateModel(
            "Rebuild",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.PositiveBigIntegerField()),
                ("with_changes", models.BooleanField()),
                ("step", models.CharField(default="", max_length=20)),
                ("kind", models.CharField(default="", max_length=20)),
                ("after", models.PositiveBigIntegerField(default=0)),
                ("differs", models.BooleanField(default=False)),
                ("number", models.PositiveBigIntegerField()),
                ("began_at", models.DateTimeField(auto_now_add=True)),
                ("owner", models.CharField(max_length=32)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="only_one_rebuild")],
            },
        ),
        migrations.CreateModel(
            "Task",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.CharField(
                        choices=[(name, name.title()) for name in ("refresh", "publish", "unpublish", "rebuild")],
                        max_length=20,
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("ids", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("action", "kind"), name="one_task_per_kind")],
            },
        ),
        migrations.RunPython(begin_a_rebuild, migrations.RunPython.noop),
    ]
