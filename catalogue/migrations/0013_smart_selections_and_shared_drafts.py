import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def begin_a_rebuild(apps, schema_editor):
    """Cards of selections name their films, which a rebuild writes: `manage.py prepare` completes it.

    One that was left unfinished began before, and begins again.
    """
    rebuild = apps.get_model("catalogue", "Rebuild")
    state = apps.get_model("catalogue", "CatalogueState").objects.first()
    if not (state and apps.get_model("catalogue", "Page").objects.filter(kind="selection").exists()):
        return
    rebuild.objects.all().delete()
    apps.get_model("catalogue", "Task").objects.filter(action="rebuild").delete()
    state.building = max(state.generation, state.building or 0) + 1
    state.save()
    rebuild.objects.create(
        pk=1, generation=state.building, with_changes=False, step="pages", number=state.number, owner="migration"
    )


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0012_short_columns_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='SharedDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='selection',
            name='filter',
            field=models.CharField(blank=True, help_text='The address of a list of films, or what stands behind its question mark. The selection goes on collecting what answers it. Empty: the films below, in their order.', max_length=2000, verbose_name='filter'),
        ),
        migrations.AddConstraint(
            model_name='selection',
            constraint=models.CheckConstraint(condition=models.Q(('filter', ''), ('filter__contains', '='), _connector='OR'), name='selection_filter_asks_for_something', violation_error_message='A filter asks for something: parameter=value.'),
        ),
        migrations.AddField(
            model_name='shareddraft',
            name='selection',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_drafts', to='catalogue.selection'),
        ),
        migrations.AddConstraint(
            model_name='shareddraft',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='shared_draft_begins_before_its_end'),
        ),
        migrations.RunPython(begin_a_rebuild, migrations.RunPython.noop),
    ]
