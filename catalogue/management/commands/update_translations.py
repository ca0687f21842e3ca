"""manage.py update_translations: bring the French messages up to date with the code and the templates."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.template import templatize

FRENCH = Path(settings.BASE_DIR, "catalogue/locale/fr/LC_MESSAGES/django.po")
SOURCES = [
    ("catalogue", "**/*.py", "python"),
    ("distributors", "**/*.py", "python"),
    ("config", "**/*.py", "python"),
    ("templates", "*.html", "jinja2"),
    ("templates/booklet", "**/*.html", "jinja2"),
    ("templates/catalogue", "**/*.html", "jinja2"),
    ("templates/components", "**/*.html", "jinja2"),
    ("templates/distributors", "**/*.html", "jinja2"),
    ("templates/form", "**/*.html", "jinja2"),
    ("templates/admin", "**/*.html", "django"),
]
HEADER = r"""# The French of Lanterne, brought up to date by `manage.py update_translations`.
msgid ""
msgstr ""
"Project-Id-Version: Lanterne\n"
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""  # Babel's own has the hour it was written, so that it would never be the same twice
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


class Command(BaseCommand):
    help = "Add new messages to the French translation, and drop those that nothing says any more."

    def handle(self, *args, **options):
        translation = current()
        translation.update(extracted(), no_fuzzy_matching=True)
        translation.obsolete.clear()
        with FRENCH.open("wb") as file:
            file.write(HEADER.encode())
            write_po(file, translation, width=110, sort_output=True, omit_header=True, ignore_obsolete=True)
        missing = [message.id for message in translation if message.id and not is_translated(message)]
        self.stdout.write(f"{len(translation)} messages, {len(missing)} to translate in {FRENCH.name}.")


def current():
    """The French messages as they are written."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


def is_translated(message):
    """Whether every form of a message has its French."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def extracted():
    """Every message that the code and the templates say."""
    catalog = Catalog(locale="fr", project="Lanterne")
    for folder, pattern, method in SOURCES:
        for path in sorted(Path(settings.BASE_DIR, folder).glob(pattern)):
            source = path.read_text()
            if method == "django":  # what Django makes of its templates reads like Python to an extractor
                source = templatize(source)
            messages = extract(
                "jinja2" if method == "jinja2" else "python", BytesIO(source.encode()), KEYWORDS
            )
            for _line, message, comments, context in messages:
                location = (str(path.relative_to(settings.BASE_DIR)), None)
                catalog.add(message, locations=[location], auto_comments=comments, context=context)
    return catalog
