"""manage.py build_fixtures: make fixtures/*.json from the pages in fixtures/sources/."""

from subprocess import CalledProcessError

from django.core.management.base import BaseCommand, CommandError

from catalogue.fixtures import FOLDER, built


class Command(BaseCommand):
    help = "Make the fixtures from their source pages; the same pages give the same files, byte for byte."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail where a file is out of date"
        )

    def handle(self, *args, check, **options):
        try:
            texts = built()
        except CalledProcessError as error:
            raise CommandError(f"{error.stderr.strip()}\nThe fixtures were not built.") from None
        present = {path.name: path for path in FOLDER.glob("*.json")}
        stale = [name for name, text in texts.items() if not _holds(present.get(name), text)]
        gone = sorted(present.keys() - texts)
        if not check:
            for name in stale:
                (FOLDER / name).write_bytes(texts[name].encode())
            for name in gone:
                present[name].unlink()
            self.stdout.write(f"{len(texts)} fixtures, {len(stale)} written anew.")
        elif stale or gone:
            names = ", ".join([*stale, *gone])
            raise CommandError(f"Out of date: {names}. Run manage.py build_fixtures.")
        else:
            self.stdout.write(f"{len(texts)} fixtures, all up to date.")


def _holds(path, text):
    return path is not None and path.read_bytes() == text.encode()
