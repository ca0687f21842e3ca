"""manage.py make_pictures: make the renditions that are missing, and remove the files that nothing shows."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalogue.pictures.mending import mend, pictures, prune
from catalogue.publication.publish import publish


class Command(BaseCommand):
    help = "Make the renditions of pictures that have none or lost them. Can be run again at any time."

    def add_arguments(self, parser):
        parser.add_argument(
            "--prune", action="store_true", help="also delete pictures that were replaced or never saved"
        )

    def handle(self, *args, **options):
        found, behind, failures = pictures(), [], []
        for row, picture in tqdm(found, unit=" pictures", disable=None, file=self.stderr):
            name = picture.name
            try:
                if mend(row, picture):
                    behind.append(getattr(row, "film", row))
            except (OSError, ValidationError) as error:
                failures.append(f"{row._meta.label} {row.pk}, {name}: {error}")
        if pages := [page for page in behind if page.published_at and not page.has_changes]:
            publish(*pages)
        self.stdout.write(f"{len(found)} pictures, {len(behind)} of them made anew.")
        if options["prune"]:
            self.stdout.write(f"{prune()} files that nothing shows deleted.")
        for failure in failures:
            self.stderr.write(failure)
        if failures:
            raise CommandError(f"{len(failures)} pictures are not there or cannot be shown.")
