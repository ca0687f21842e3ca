from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0007_poster_choices'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='page',
            name='pages_from_a_to_z',
        ),
        migrations.RemoveField(
            model_name='posting',
            name='count',
        ),
        migrations.RenameField(
            model_name='posting',
            old_name='films',
            new_name='ids',
        ),
        migrations.RenameField(
            model_name='ordering',
            old_name='films',
            new_name='ids',
        ),
    ]
