"""What charts cost beside the list of the same films: `python -m benchmarks.charts [films]`, 40,000 unless told.

In process, the least processor time of 40 requests in interleaved rounds, for a small catalogue and a large one: as a
ratio to the list, and to a bare view through the same middleware. The aim: charts answer in the time of the list.
"""

import subprocess
import sys
from time import process_time

from benchmarks.generate import generate, use_database_of_its_own

ROUNDS = 40
SMALL, LARGE = 100, 40_000
ADDRESSES = {
    "bare view": "/bare",
    "list": "/fr/films/",
    "list, filtered": "/fr/films/?country=FR&support=dvd",
    "charts": "/fr/films/charts/",
    "charts, filtered": "/fr/films/charts/?country=FR&support=dvd",
    "portrait": "/fr/portrait/",
    "portrait of a company": "/fr/companies/films-1/portrait/",
}


def measure(films):
    """Print the table for one catalogue, generated in this process."""
    folder = use_database_of_its_own()
    from django.http import HttpResponse
    from django.test import Client
    from django.urls import path

    from catalogue.models import Person
    from catalogue.publication.publish import publish_all
    from config import urls

    urls.urlpatterns.insert(0, path("bare", lambda request: HttpResponse(b"x" * 20_000)))
    generate(films)
    names = Person.objects.order_by("pk")
    names.update(gender="man")
    names.filter(name__startswith="A").update(gender="woman")
    names.filter(name__startswith="U").update(gender="")
    publish_all()
    client = Client(headers={"User-Agent": "benchmark bot"})
    least = dict.fromkeys(ADDRESSES, float("inf"))
    for _round in range(ROUNDS):
        for name, address in ADDRESSES.items():
            began = process_time()
            response = client.get(address)
            least[name] = min(least[name], process_time() - began)
            assert response.status_code == 200, (name, response.status_code)  # noqa: S101
    print(f"{films} films\n{'page':<26}{'ms':>8}{'/ list':>8}{'/ bare':>8}")
    for name in ADDRESSES:
        ratios = [least[name] / least[other] for other in ("list", "bare view")]
        print(f"{name:<26}{least[name] * 1000:>8.2f}{ratios[0]:>8.2f}{ratios[1]:>8.1f}", flush=True)
    folder.cleanup()


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        measure(int(sys.argv[2]))
    else:
        for films in (SMALL, int(sys.argv[1]) if sys.argv[1:] else LARGE):
            subprocess.run([sys.executable, "-m", "benchmarks.charts", "one", str(films)], check=True)  # noqa: S603
