"""manage.py make_pages: begin with drafts of the pages that a site has beside its catalogue."""

from django.core.management.base import BaseCommand

from catalogue.own_pages.drafts import begin


class Command(BaseCommand):
    help = (
        "Make drafts of pages (about, press, accessibility, legal notice, terms of use) where there are none."
    )

    def handle(self, *args, **options):
        made = begin()
        self.stdout.write(
            f"{made} drafts were made." if made else "There are pages already: nothing was made."
        )
