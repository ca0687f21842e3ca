"""manage.py make_pictures: make the renditions that are missing, and remove the files that nothing shows."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from catalogue.history import kept_pictures
from catalogue.models import Page
from catalogue.pictures.mending import mend, pictures, prune
from catalogue.publication.publish import publish
from catalogue.share_cards.storage import prune as prune_share_cards


class Command(BaseCommand):
    help = "Make the renditions of pictures that have none or lost them. Can be run again at any time."

    def add_arguments(self, parser):
        parser.add_argument(
            "--prune",
            action="store_true",
            help="also delete pictures that were replaced or never saved, and share cards of what has no page",
        )

    def handle(self, *args, **options):
        found, changed, failures = pictures(), 0, []
        for row, picture in tqdm(found, unit=" pictures", disable=None, file=self.stderr):
            name = picture.name
            try:
                changed += _mend_and_publish(row, picture)
            except (OSError, ValidationError) as error:
                failures.append(f"{row._meta.label} {row.pk}, {name}: {error}")
        self.stdout.write(f"{len(found)} pictures, {changed} of them made anew.")
        if options["prune"]:
            published = Page.objects.current().values_list("document", flat=True).iterator(chunk_size=500)
            self.stdout.write(
                f"{prune(published, kept_pictures()) + prune_share_cards()} files that nothing shows deleted."
            )
        for failure in failures:
            self.stderr.write(failure)
        if failures:
            raise CommandError(f"{len(failures)} pictures are not there or cannot be shown.")


def _mend_and_publish(row, picture):
    """Make what is missing, and publish the page that shows it, both or neither; return whether the row has changed."""
    with transaction.atomic():
        is_changed = mend(row, picture)
        page = getattr(row, "film", row)
        if is_changed and page.published_at and not page.has_changes:
            publish(page)
    return is_changed
