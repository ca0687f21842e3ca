"""A mixed day at a kept catalogue: `python -m benchmarks.day [--seconds N]`.

Two readers ask without a pause: films by Zipf, and a third of the time lists with one to three filters of such a film.
Another process publishes once a second: a changed text, every fifth time a new film. Two workers answer, as many as
readers. Between its parts the bare view is asked, as many bytes as the middle answer has: the ratio is to its time.
"""

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles

from .generate import set_up
from .site import ROOT, served

READERS, PARTS, BARE = 2, 5, 200
NEW_FILM = 5  # one publication in so many


def main(seconds):
    set_up()
    from django.db import connection

    from .addresses import Addresses
    from .changes import remove_added

    remove_added()
    days = [Addresses(seed) for seed in range(READERS)]
    answers, ratios, publications = [], [], []
    with served(READERS) as site, ThreadPoolExecutor(READERS) as readers:
        for part in range(PARTS):
            asked = [[address(day) for _number in range(int(seconds * 60))] for day in days]
            publisher = Publisher(part, seconds / PARTS)
            before, until = site.processor(), time.monotonic() + seconds / PARTS
            reading = [readers.submit(read_until, site, some, until) for some in asked]
            found = [answer for some in reading for answer in some.result()]
            publications += publisher.finished()
            work = site.processor() - before - publisher.database
            size = round(median(answer.size for answer in found))
            before = site.processor()
            list(readers.map(site.get, [f"/bare/{size}"] * BARE))
            bare = (site.processor() - before) / BARE
            ratios.append(work / len(found) / bare)
            answers += found
    remove_added()
    times = [answer.seconds * 1000 for answer in answers]
    centiles = quantiles(times, n=100)
    print(f"{days[0].films} films, {connection.vendor}; {seconds} s, {len(publications)} publications")
    spread = f"p50 {centiles[49]:.0f}, p90 {centiles[89]:.0f}, p99 {centiles[98]:.0f}, most {max(times):.0f}"
    print(f"{len(answers) / seconds:.0f} answers a second; milliseconds: {spread}")
    spread = f"{min(ratios):.1f} least, {median(ratios):.1f} median, {max(ratios):.1f} most"
    print(f"processor time of an answer as a ratio to the bare view: {spread}")
    print(f"a publication: {median(publications):.0f} ms median, {max(publications):.0f} most")


def address(day):
    film = day.popular_film()
    if day.chance.random() < 1 / 3:
        return day.films_list(day.chance.randint(1, 3), film)
    return day.film_page(film)


def read_until(site, addresses, until):
    answers = []
    for asked in addresses:
        if time.monotonic() > until:
            break
        answers.append(site.get(asked))
        if answers[-1].status != 200:
            raise SystemExit(f"{asked} was answered with {answers[-1].status}.")
    return answers


class Publisher:
    """A process that publishes once a second; this module, asked with --publish."""

    def __init__(self, part, seconds):
        command = [sys.executable, "-m", "benchmarks.day", "--seconds", str(seconds), "--publish", str(part)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603
        self.process.stdout.readline()  # it is ready
        self.database = 0

    def finished(self):
        """The milliseconds of its publications; then `database` is what they cost there, which readers did not."""
        *times, self.database = map(float, self.process.communicate()[0].split())
        return times


def publish(part, seconds):
    set_up()
    from django.db import connection

    from .addresses import Addresses
    from .changes import new_film, new_text
    from .processes import own
    from .publish import cost

    day, backend = Addresses(1_000 + part), None
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            backend = cursor.fetchone()[0]
    from catalogue.models import Film

    before = own(backend) if backend else 0
    print("ready", flush=True)
    until, number, times = time.monotonic() + seconds, part * 1_000, []
    while time.monotonic() < until:
        began, number = time.monotonic(), number + 1
        is_new = number % NEW_FILM == 0
        changed = new_film(number) if is_new else new_text(Film.objects.get(pk=day.popular_film()), number)
        times.append(cost(changed)[0])
        time.sleep(max(0, 1 - (time.monotonic() - began)))
    print(*times, own(backend) - before if backend else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--publish", type=int, metavar="PART", help="what its own second process is asked")
    asked = parser.parse_args()
    main(asked.seconds) if asked.publish is None else publish(asked.publish, asked.seconds)
