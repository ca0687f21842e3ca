from django.db import migrations, models

FORMER_TABLE = "catalogue_page_before"


def copy_into_new_order(apps, schema_editor):
    """SQLite reads a row from its beginning: what lists and every request read stands before the large columns.

    PostgreSQL stores large values apart from their row, and is left as it is.
    """
    if schema_editor.connection.vendor != "sqlite":
        return
    page = apps.get_model("catalogue", "Page")
    table, quote = page._meta.db_table, schema_editor.quote_name
    schema_editor.execute(f"ALTER TABLE {quote(table)} RENAME TO {quote(FORMER_TABLE)}")
    schema_editor.create_model(page)
    columns = ", ".join(quote(field.column) for field in page._meta.local_concrete_fields)
    schema_editor.execute(f"INSERT INTO {quote(table)} ({columns}) SELECT {columns} FROM {quote(FORMER_TABLE)}")
    schema_editor.execute(f"DROP TABLE {quote(FORMER_TABLE)}")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0011_forms")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel("Page"),
                migrations.CreateModel(
                    "Page",
                    [
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("generation", models.PositiveBigIntegerField()),
                        ("kind", models.CharField(max_length=20)),
                        ("object_id", models.PositiveBigIntegerField()),
                        ("slug", models.CharField(max_length=200)),
                        ("version", models.PositiveBigIntegerField()),
                        ("sort_key", models.CharField(max_length=250)),
                        ("year", models.PositiveSmallIntegerField(null=True)),
                        ("published_at", models.DateTimeField()),
                        ("next_change", models.DateField(db_index=True, null=True)),
                        ("updated_at", models.DateTimeField()),
                        ("card", models.JSONField()),
                        ("document", models.JSONField()),
                        ("terms", models.JSONField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("generation", "kind", "object_id"), name="one_page_per_object"
                            ),
                            models.UniqueConstraint(
                                fields=("generation", "kind", "slug"), name="one_page_per_address"
                            ),
                        ]
                    },
                ),
            ]
        ),
        migrations.RunPython(copy_into_new_order, migrations.RunPython.noop),
    ]
