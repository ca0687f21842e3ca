"""Two more groups: partners, who write on the films of their company, and administrators, editors who make accounts."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ALL_RIGHTS = ["add", "change", "delete", "view"]
PARTS_OF_FILMS = [
    *["filmcountry", "originallanguage", "othertitle", "still", "identifier", "credit", "companycredit"],
    *["version", "languageuse", "offer", "formoffilm"],
]
CHOSEN_FROM = ["person", "company", "country", "genre", "theme", "distributor"]


def rights(actions, models):
    return {f"{action}_{model}" for action in actions for model in models}


PARTNERS = (
    rights(["change", "view"], ["film"])
    | rights(["add", "change", "view"], ["text"])
    | rights(ALL_RIGHTS, PARTS_OF_FILMS)
    | rights(["view"], CHOSEN_FROM)
)


def make_groups(apps, schema_editor):
    alias = schema_editor.connection.alias
    for label in ("auth", "catalogue", "distributors"):  # Django itself makes permissions only after all migrations
        create_permissions(installed.get_app_config(label), verbosity=0, using=alias, apps=apps)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    partners, _created = groups.get_or_create(name="partners")
    partners.permissions.add(
        *permissions.filter(content_type__app_label__in=["catalogue", "distributors"], codename__in=PARTNERS)
    )
    administrators, _created = groups.get_or_create(name="administrators")
    administrators.permissions.add(
        *permissions.filter(group__name="editors"),
        *permissions.filter(content_type__app_label="auth", codename__in=rights(ALL_RIGHTS, ["user"])),
        *permissions.filter(content_type__app_label="distributors", codename__in=rights(ALL_RIGHTS, ["partner"])),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("distributors", "0005_partners"),
        ("catalogue", "0024_waiting_for_a_check"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
