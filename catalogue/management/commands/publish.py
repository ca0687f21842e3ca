"""manage.py publish: rebuild what visitors read, bring it up to the day, or do what was left for later."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue import housekeeping
from catalogue.publication import background, rebuild, scheduled
from catalogue.publication.documents import KINDS


class Command(BaseCommand):
    help = "Publish what is marked as published: all of it (--all), or what this day begins or ends (--due)."

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--all",
            action="store_true",
            help="rebuild every page, posting and ordering; a rebuild that was left unfinished is gone on with",
        )
        what.add_argument(
            "--due",
            action="store_true",
            help="bring up to the hour: what is scheduled, offers, popular films; do what publishing left for later",
        )
        parser.add_argument(
            "--with-changes",
            action="store_true",
            help="with --all: also publish changes that no editor has published yet",
        )

    def handle(self, *args, **options):
        if options["with_changes"] and not options["all"]:
            raise CommandError("--with-changes goes with --all.")
        if options["all"]:
            self._rebuild(options["with_changes"])
        else:
            scheduled.do_due(timezone.now())
            changed = housekeeping.keep_day(timezone.localdate())
            later = background.work_off()
            self.stdout.write(f"{changed} pages changed with the day, {later} were waiting.")

    def _rebuild(self, with_changes):
        if left := rebuild.unfinished():
            began = timezone.localtime(left.began_at)
            self.stdout.write(f"A rebuild that began on {began:%Y-%m-%d at %H:%M} was left unfinished.")
        total = sum(kind.model.objects.published().count() for kind in KINDS.values())
        with tqdm(total=total, unit=" pages", disable=None, file=self.stderr) as bar:
            try:
                pages = rebuild.publish_all(with_changes, bar.update)
            except rebuild.TakenOver as error:
                raise CommandError(str(error)) from None
        self.stdout.write(f"{pages} pages are published.")
