"""Two groups: editors, who write the catalogue, and curators, who make selections of it.

Who may change something may publish it. The admin lets nobody delete what is on the site.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITTEN = [  # by editors, who may also delete them
    *["film", "filmcountry", "originallanguage", "othertitle", "still", "identifier"],
    *["person", "personlink", "outsidework", "credit", "company", "formername", "companycredit"],
    *["version", "languageuse", "text", "genre", "theme", "selection", "selectedfilm", "distributor", "offer"],
]
SELECTED = ["selection", "selectedfilm"]  # by curators
COUNTED = ["dailyviews"]  # by the site
ALL_RIGHTS = ["add", "change", "delete", "view"]


def rights(actions, models):
    return {f"{action}_{model}" for action in actions for model in models}


GROUPS = {
    "editors": rights(ALL_RIGHTS, WRITTEN) | rights(["add", "change", "view"], ["country"]) | rights(["view"], COUNTED),
    "curators": rights(ALL_RIGHTS, SELECTED) | rights(["view"], [*WRITTEN, *COUNTED, "country"]),
}


def make_groups(apps, schema_editor):
    alias = schema_editor.connection.alias
    for label in ("catalogue", "distributors"):  # Django itself makes permissions only after all migrations
        create_permissions(installed.get_app_config(label), verbosity=0, using=alias, apps=apps)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in GROUPS.items():
        group, _created = Group.objects.using(alias).get_or_create(name=name)
        group.permissions.add(
            *Permission.objects.using(alias).filter(
                codename__in=codenames, content_type__app_label__in=["catalogue", "distributors"]
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("distributors", "0001_initial"),
        ("catalogue", "0002_countries"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
