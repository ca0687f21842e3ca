"""manage.py work: do what is waiting in the background, until nothing is."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from catalogue.publication import background, tasks


class Command(BaseCommand):
    help = "Do what is waiting in the background, until nothing is. The workers of a served site do so themselves."

    def handle(self, *args, **options):
        total = tasks.waiting(background.DOING)
        with tqdm(total=total, unit=" pages", disable=None, file=self.stderr) as bar:
            done = background.work_off(progress=bar.update)
        self.stdout.write(f"{done} pages were done in the background.")
