"""manage.py import_pages: bring source pages into the catalogue."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalogue.importing.outcome import Status
from catalogue.importing.read import left_out
from catalogue.importing.report import files_in, import_page, summary

MANY = 10  # pages, from which on a terminal shows a progress bar


class Command(BaseCommand):
    help = "Import source pages as saved from a browser: shooting secrets, companies' catalogues, film pages."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a page, or a folder of pages (*.txt)")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="tell what would happen to each page by itself, write nothing",
        )
        parser.add_argument("--draft", action="store_true", help="store the pages without publishing them")

    def handle(self, *args, paths, dry_run, draft, **options):
        counts = self._import(paths, draft, dry_run)
        self.stdout.write(summary(counts))
        if counts[Status.FAILED]:
            raise CommandError(f"{summary(counts)}; the errors are above.")

    def _import(self, paths, draft, dry):
        """Import every page and tell of it; return how many there are of each status."""
        files, missing = files_in(paths)
        counts = Counter()
        for path in left_out(paths):
            self.stdout.write(f"skipped {path}: not a page (*.txt)")
        for report in missing:
            self._tell(report, counts)
        quiet = None if len(files) >= MANY else True  # None: quiet where this is not a terminal
        with tqdm(files, unit=" pages", disable=quiet, file=self.stderr) as bar:
            for path in bar:
                report = import_page(path, draft, dry)
                with tqdm.external_write_mode(file=self.stderr):
                    self._tell(report, counts)
        return counts

    def _tell(self, report, counts):
        counts[report.status] += 1
        for line in report.lines:
            self.stdout.write(line)
        for line in report.errors:
            self.stderr.write(line)
