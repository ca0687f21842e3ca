"""Publishing is a right of its own. Editors and curators had it with the right to change something."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    # Django itself makes permissions only after all migrations
    create_permissions(installed.get_app_config("catalogue"), verbosity=0, using=alias, apps=apps)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    right = Permission.objects.using(alias).get(codename="publish", content_type__app_label="catalogue")
    for name in ("editors", "curators"):
        group, _created = Group.objects.using(alias).get_or_create(name=name)
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0021_snapshots"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="page",
            options={"permissions": [("publish", "Can publish, and take off the site")]},
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
