"""Make a large catalogue and publish it, to be kept: `python -m benchmarks.generate FILMS [--unpublished]`.

DATA_DIR and DATABASE_URL say where. What is there already is not made again: the same command goes on with what was
interrupted.
"""

import os
import resource
import sys
from time import perf_counter, process_time


def main(films, is_published):
    set_up()
    from django.core.management import call_command

    from catalogue.models import Film

    if Film.objects.count() == films:
        print(f"{films} films are there.")
    else:
        told("made", lambda: generate(films))
    if is_published:
        told("published", lambda: call_command("publish", all=True))


def set_up():
    """Let Django begin, on a database that has all its tables; static files as in production."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("prepare")


def told(what, work):
    """Do the work; print what it cost this process."""
    began, processor = perf_counter(), process_time()
    work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds, processor = perf_counter() - began, process_time() - processor
    print(f"{what}: {seconds:.1f} s, {processor:.1f} s of processor, at most {memory:.0f} MB", flush=True)


def generate(films):
    """Write the rows of the editors' tables; the films are marked as published, their pages are not made."""
    from django.db import connection, transaction
    from django.utils import timezone
    from tqdm import tqdm

    from catalogue.models import Company, Country, Film

    from .insert import finish, insert
    from .rows import COLUMNS, Catalogue

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET statement_timeout = 0")
        else:
            cursor.execute("PRAGMA cache_size = -262144")  # KiB: indexes are written here and there
    codes = list(Country.objects.values_list("code", flat=True))
    catalogue = Catalogue(films, codes, timezone.localdate())
    if (companies := Company.objects.count()) and companies != len(catalogue.companies.values):
        sys.exit("The database holds another catalogue: begin with an empty one.")
    with tqdm(total=films, unit=" films", disable=None) as bar:
        for part in catalogue.parts():
            if not is_there(part):
                with transaction.atomic():
                    for model, rows in part.items():
                        insert(model, COLUMNS[model], rows)
            bar.update(len(part.get(Film, ())))
    finish(list(COLUMNS))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def is_there(part):
    """Whether an earlier run wrote this part: all of it, or nothing."""
    from catalogue.models import Film, Genre

    model = Film if Film in part else Genre
    return model.objects.filter(pk=part[model][0][0]).exists()


if __name__ == "__main__":
    main(int(sys.argv[1]), "--unpublished" not in sys.argv)
