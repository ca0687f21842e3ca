"""manage.py remove_demonstration: leave an empty site, ready to fill."""

from django.core.management import BaseCommand, CommandError
from django.utils import translation
from tqdm import tqdm

from catalogue import demonstration


class Command(BaseCommand):
    help = (
        "Remove the demonstration. What editors have added or changed stays, and what that refers to; so do accounts "
        "and genres. It can be stopped and begun again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-input", action="store_true", help="do not ask for confirmation")
        parser.add_argument(
            "--with-changed",
            action="store_true",
            help="also remove what belongs to the demonstration and was changed by editors",
        )

    def handle(self, no_input, with_changed, **options):
        going, needed = demonstration.removable(with_changed)
        changed = {} if with_changed else demonstration.changed()
        self._list("Changed since it was loaded, and kept:", changed)
        self._list("Used by what is kept, and kept:", needed)
        if any(changed.values()):
            self.stdout.write("With --with-changed what was changed is removed as well.")
        if going and not no_input:
            self._confirm(going)
        with tqdm(total=sum(map(len, going.values())), unit=" rows", disable=None, file=self.stderr) as bar:
            demonstration.remove(going, bar.update)
        if going:
            self.stdout.write(f"Removed {_counted(going)}.")
            self.stdout.write("To begin: python3 run.py createsuperuser, then /admin/.")
        else:
            self.stdout.write("Nothing of the demonstration is left to remove.")

    def _list(self, heading, ids_by_model):
        rows = [
            f"  {model._meta.model_name}: {row}"
            for model, ids in ids_by_model.items()
            for row in model._default_manager.filter(pk__in=ids)
        ]
        if rows:
            self.stdout.write("\n".join([heading, *rows]))

    def _confirm(self, going):
        self.stdout.write(f"This removes {_counted(going)}.")
        if input("Type yes to go on: ").strip().lower() != "yes":
            raise CommandError("Nothing was removed.")


def _counted(going):
    with translation.override("en"):
        return ", ".join(f"{len(ids)} {_called(model, len(ids))}" for model, ids in going.items())


def _called(model, number):
    return model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
