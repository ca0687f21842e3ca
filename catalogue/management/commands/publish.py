"""manage.py publish: rebuild what visitors read, or bring it up to the day."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue import housekeeping
from catalogue.publication.documents import KINDS
from catalogue.publication.publish import publish_all


class Command(BaseCommand):
    help = "Publish what is marked as published: all of it (--all), or what this day begins or ends (--due)."

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--all", action="store_true", help="rebuild every page, posting and ordering")
        what.add_argument("--due", action="store_true", help="bring up to the day: offers, popular films")
        parser.add_argument(
            "--with-changes",
            action="store_true",
            help="with --all: also publish changes that no editor has published yet",
        )

    def handle(self, *args, **options):
        if options["due"]:
            if options["with_changes"]:
                raise CommandError("--with-changes goes with --all.")
            changed = housekeeping.keep_day(timezone.localdate())
            self.stdout.write(f"{changed} pages changed with the day.")
            return
        total = sum(kind.model.objects.published().count() for kind in KINDS.values())
        with tqdm(total=total, unit=" pages", disable=None, file=self.stderr) as bar:
            pages = publish_all(options["with_changes"], bar.update)
        self.stdout.write(f"{pages} pages are published.")
