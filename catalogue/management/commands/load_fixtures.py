"""manage.py load_fixtures: fill an empty catalogue with the demonstration films, and publish them."""

from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from django.utils import timezone

from catalogue import demonstration
from catalogue.fixtures import days_moved_to, fixture_files
from catalogue.models import Film
from catalogue.publication.documents import KINDS
from catalogue.publication.rebuild import publish_all


class Command(BaseCommand):
    help = "Load the demonstration catalogue and publish it; a catalogue that holds anything is left alone."

    def handle(self, *args, **options):
        if count := Film.objects.count():
            films = "1 film" if count == 1 else f"{count} films"
            self.stdout.write(f"The catalogue holds {films} already: nothing loaded.")
            return
        if demonstration.holds_other_rows() or any(kind.model.objects.exists() for kind in KINDS.values()):
            self.stdout.write("The catalogue holds no film, but it is not empty: nothing loaded.")
            return
        files = fixture_files()
        if not files:
            raise CommandError("There are no fixtures. Run manage.py build_fixtures.")
        with transaction.atomic():
            call_command("loaddata", *files, verbosity=0)
            days_moved_to(timezone.localdate())
            pages = publish_all(with_changes=True)
            demonstration.say_whether(True)
        self.stdout.write(f"Loaded {Film.objects.count()} films and published {pages} pages.")
