"""What publishing costs on a kept catalogue: `python -m benchmarks.publish [--times N]`; titles and names change by it.

Milliseconds until `publish` returns, and of processor: this process and the database. Saving is not counted.
"""

import argparse
import os
from statistics import median
from time import perf_counter

from .generate import set_up
from .processes import processor


def main(times):
    set_up()
    from django.db import connection

    from catalogue.models import Film

    from .changes import new_film, new_name, new_text, new_title, person_with_films, remove_added

    remove_added()
    films = Film.objects.count()
    person, shown = person_with_films(50)

    def film(number):
        return Film.objects.get(pk=number * 7_919 % films + 1)

    changes = {
        "changed text": lambda number: new_text(film(number), number),
        "new film": new_film,
        "new title": lambda number: new_title(film(number), number),
        f"renamed person, {shown} films": lambda number: new_name(person, number),
    }
    found = {name: [] for name in changes}
    for number in range(1, times + 2):
        for name, change in changes.items():
            measured = cost(change(number), queries=number == 1)
            found[name].append(measured)
    remove_added()
    print(f"{films} films, {connection.vendor}, {times} times")
    print(f"{'publish':<28}{'queries':>8}{'ms least':>10}{'median':>8}{'most':>8}{'processor':>11}")
    for name, measures in found.items():
        elapsed, work = zip(*measures[1:], strict=True)  # the first one warms up and counts queries
        print(
            f"{name:<28}{measures[0]:>8}{min(elapsed):>10.1f}{median(elapsed):>8.1f}{max(elapsed):>8.1f}{median(work):>11.1f}"
        )


def cost(changed, queries=False):
    """(milliseconds, milliseconds of processor) of publishing it; or the number of its queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from catalogue.publication.publish import publish

    from .site import database_server

    if queries:
        with CaptureQueriesContext(connection) as captured:
            publish(changed)
        return len(captured)
    processes = [os.getpid(), *filter(None, [database_server()])]
    work, began = sum(map(processor, processes)), perf_counter()
    publish(changed)
    elapsed = perf_counter() - began
    return elapsed * 1000, (sum(map(processor, processes)) - work) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=9)
    main(parser.parse_args().times)
