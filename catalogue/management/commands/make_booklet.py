"""manage.py make_booklet: a list of films, a selection or a company's films as PDF; or what visitors have asked for."""

import signal
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override
from tqdm import tqdm

from catalogue.booklets import making
from catalogue.booklets.extra import is_available
from catalogue.booklets.html import LENGTHS, html
from catalogue.booklets.pdf import pdf_of
from catalogue.booklets.sources import MOST, NoSource, source_at
from catalogue.dates import fdate
from catalogue.pictures.keeping import write_whole


class Command(BaseCommand):
    help = 'Make a booklet: make_booklet "films/?country=FR" --output french.pdf'

    def add_arguments(self, parser):
        parser.add_argument(
            "of", nargs="?", help='what the site has it at: "films/?country=FR", "selections/snow/"…'
        )
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="fr")
        parser.add_argument("--length", choices=LENGTHS, default="short", help="long: with all texts")
        parser.add_argument("--output", type=Path, help="the PDF to write")
        parser.add_argument("--waiting", action="store_true", help="make what visitors have asked for")
        parser.add_argument("--origin", help="the site's address, for links: https://films.example")

    def handle(self, *args, **options):
        if not is_available():
            raise CommandError("WeasyPrint cannot be used here: see docs/booklets.md.")
        if options["waiting"]:
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # its turn is given back
            self.stdout.write(f"{making.work_off()} booklets were made.")
            return
        if not (options["of"] and options["output"]):
            raise CommandError("Say which films, and where to write the PDF (--output); or --waiting.")
        with override(options["language"]):
            try:
                source = source_at(options["of"])
            except NoSource:
                raise CommandError(f"There are no films at {options['of']}.") from None
            if not source.ids:
                raise CommandError(f"There are no films at {options['of']}.")
            if source.is_too_long:
                raise CommandError(f"{source.total} films: a booklet has {MOST} at most.")
            origin = (options["origin"] or _origin()).rstrip("/")
            today = timezone.localdate()
            written = html(source, options["length"], origin, today, day=fdate(today))
            with tqdm(total=len(source.ids), unit=" films", disable=None, file=self.stderr) as bar:
                made = pdf_of(written, origin, _Shown(bar))
        write_whole(options["output"].absolute(), made)
        self.stdout.write(f"{options['output']}: {len(source.ids)} films, {len(made) / 2**20:.1f} MB.")


class _Shown:
    """Moves a bar with the films whose pictures are read; the pages are told beside it."""

    def __init__(self, bar):
        self.bar = bar

    def __call__(self, step, number):
        if step == "pictures":
            self.bar.update(number - self.bar.n)
        else:
            self.bar.set_postfix_str(f"page {number}")


def _origin():
    host = next((name for name in settings.ALLOWED_HOSTS if name.strip("*.")), "localhost").lstrip(".")
    return f"{'https' if settings.HTTPS else 'http'}://{host}"
