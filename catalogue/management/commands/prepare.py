"""Bring everything a start needs up to date; what is up to date already is left alone."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from catalogue.models import CatalogueState
from catalogue.publication import rebuild


class Command(BaseCommand):
    help = "Migrates, compiles the translations and collects the static files; all of it only where needed."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--demonstration",
            action="store_true",
            help="fill an empty catalogue with the fixtures, unless they were removed from it",
        )

    def handle(self, demonstration=False, **options):
        if self._unapplied_migrations():
            self.stdout.write("Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("compile_translations", verbosity=0)
        if rebuild.unfinished():  # it was stopped, or a migration asks for one
            call_command("publish", all=True)
        if demonstration and not CatalogueState.objects.filter(demonstration=False).exists():
            call_command("load_fixtures")
        self._collect_static_files()

    def _unapplied_migrations(self):
        executor = MigrationExecutor(connection)
        return executor.migration_plan(executor.loader.graph.leaf_nodes())

    def _collect_static_files(self):
        """Collect and compress the static files, when one of them is not as it was the last time."""
        mark, found = settings.STATIC_ROOT / ".collected", _fingerprint()
        if settings.DEBUG or (mark.is_file() and mark.read_text() == found):
            return
        self.stdout.write("Collecting the static files")
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(found)


def _fingerprint():
    """A digest of the name, size and age of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda entry: entry[0]):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
