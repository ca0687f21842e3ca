"""manage.py compile_translations: make the catalogues that the site reads (.mo) from those people write (.po)."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed


class Command(BaseCommand):
    help = "Compile the translations; those that are compiled already are left alone."

    def handle(self, *args, **options):
        for po in sorted(Path(apps.get_app_config("catalogue").path, "locale").glob("*/LC_MESSAGES/*.po")):
            mo = po.with_suffix(".mo")
            if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
                compile_file(po, mo)
                translation_file_changed(None, mo)  # or this very process would go on without it
                self.stdout.write(f"Translations compiled: {po.parent.parent.name}.")


def compile_file(po, mo):
    """Write mo whole or not at all: a worker may read it, and another process write it, at the same moment."""
    with po.open("rb") as source:
        catalog = read_po(source, locale=po.parent.parent.name, domain=po.stem)
    draft = mo.with_suffix(f".mo.{os.getpid()}")
    with draft.open("wb") as target:
        write_mo(target, catalog)
    draft.replace(mo)
