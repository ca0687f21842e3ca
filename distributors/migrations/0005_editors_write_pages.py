"""Editors write the pages of the site's own, curators read them."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {
    "editors": ["add_ownpage", "change_ownpage", "delete_ownpage", "view_ownpage"],
    "curators": ["view_ownpage"],
}


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    config = installed.get_app_config("catalogue")
    create_permissions(config, verbosity=0, using=alias, apps=apps)  # Django itself makes them after all migrations
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in RIGHTS.items():
        found = Permission.objects.using(alias).filter(codename__in=codenames, content_type__app_label="catalogue")
        for group in Group.objects.using(alias).filter(name=name):
            group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [("distributors", "0004_offers_say_where_they_hold"), ("catalogue", "0016_own_pages")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
