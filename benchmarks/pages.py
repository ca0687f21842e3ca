"""What a page costs, as a ratio to a bare Django view in the same run: `python -m benchmarks.pages [films]`.

In process, the least processor time of 60 requests in interleaved rounds, so that a busy machine disturbs little.
The bare view answers a constant 20 KB through the same middleware.
"""

import gzip
import sys
from time import process_time

from benchmarks.generate import generate, use_database_of_its_own

ROUNDS = 60
ADDRESSES = {
    "bare view": "/bare",
    "film": "/fr/films/film-1/",
    "film, not changed (304)": "/fr/films/film-1/",
    "list": "/fr/films/",
    "list, filtered": "/fr/films/?country=FR&support=dvd&year_from=1990&sort=-year",
    "list, searched": "/fr/films/?q=neige+usine",
    "person": "/fr/people/ada-almeida-0/",
    "company": "/fr/companies/films-1/",
    "home": "/fr/",
    "charts": "/fr/films/charts/",
    "charts, filtered": "/fr/films/charts/?country=FR&support=dvd",
    "portrait": "/fr/portrait/",
    "portrait of a company": "/fr/companies/films-1/portrait/",
}


def main(films):
    folder = use_database_of_its_own()
    from django.db import connection
    from django.http import HttpResponse
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import path

    from catalogue.publication.rebuild import publish_all
    from config import urls

    urls.urlpatterns.insert(0, path("bare", lambda request: HttpResponse(b"x" * 20_000)))
    generate(films)
    publish_all()
    client = Client(headers={"User-Agent": "benchmark bot"})
    etag = client.get(ADDRESSES["film"])["ETag"]
    headers = {name: {"If-None-Match": etag} if "304" in name else {} for name in ADDRESSES}
    least = dict.fromkeys(ADDRESSES, float("inf"))
    for _round in range(ROUNDS):
        for name, address in ADDRESSES.items():
            began = process_time()
            response = client.get(address, headers=headers[name])
            least[name] = min(least[name], process_time() - began)
            assert response.status_code in (200, 304), (name, response.status_code)  # noqa: S101
    print(
        f"{films} films, {connection.vendor}\n{'page':<26}{'ms':>8}{'ratio':>8}{'queries':>9}{'KB':>8}{'KB gzip':>9}"
    )
    for name, address in ADDRESSES.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            body = client.get(address, headers=headers[name]).content
        ratio = least[name] / least["bare view"]
        sizes = f"{len(body) / 1000:>8.1f}{len(gzip.compress(body)) / 1000:>9.1f}"
        print(f"{name:<26}{least[name] * 1000:>8.2f}{ratio:>8.1f}{len(queries):>9}{sizes}")
    folder.cleanup()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
