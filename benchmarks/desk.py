"""What the editors' desk costs on a kept catalogue: `python -m benchmarks.desk [--times N] [--publish N]`.

Pages are asked of Django in this process, by an editor: milliseconds, also of processor (this process and the
database), and queries. A film is saved, and saved and published, as its form would: its year changes. `--publish` also
takes so many films off the site and publishes them in the background, and tells the seconds.
"""

import argparse
import gc
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter, process_time

from .generate import set_up
from .processes import processor

FILMS, PEOPLE = "/admin/catalogue/film/", "/admin/catalogue/person/"
PAGES = {
    "first page": "/admin/",
    "list of films": FILMS,
    "its page 400": f"{FILMS}?p=400",
    "by modified": f"{FILMS}?o=-7",
    "searched": f"{FILMS}?q=nuit",
    "searched for a": f"{FILMS}?q=a",
    "searched, nothing": f"{FILMS}?q=xyzzyq",
    "list of people": PEOPLE,
    "people searched": f"{PEOPLE}?q=ada",
    "choose a film": f"{FILMS}choose/?term=nu",
    "choose a film, a word": f"{FILMS}choose/?term=minuit",
    "choose a person": f"{PEOPLE}choose/?term=ad",
    "choose a company": "/admin/catalogue/company/choose/?term=fi",
}


def main(times, many):
    set_up()
    from django.conf import settings
    from django.contrib.auth.models import Group, User
    from django.db import connection
    from django.test import Client

    from catalogue.models import Film

    settings.SECOND_FACTOR, settings.SECURE_SSL_REDIRECT = False, False
    settings.ALLOWED_HOSTS = ["testserver"]
    editor, _created = User.objects.get_or_create(username="desk", defaults={"is_staff": True})
    editor.groups.add(Group.objects.get(name="editors"))
    client = Client()
    client.force_login(editor)
    film = Film.objects.published().order_by("pk")[100]
    form = f"{FILMS}{film.pk}/change/"
    client.get(form)
    gc.collect()
    gc.freeze()  # as config/gunicorn.py does
    print(f"{Film.objects.count()} films, {connection.vendor}, {times} times")
    print(
        f"{'':<28}{'queries':>8}{'ms least':>10}{'median':>8}{'most':>8}{'processor, least':>18}{'median':>8}"
    )
    for name, address in {**PAGES, "form of a film": form}.items():
        tell(name, times, lambda address=address: client.get(address))
    years = count(1900)
    for name, button in {"save": "_save", "save and publish": "_publish"}.items():
        opened = partial(form_of, client, form, years, button)
        tell(name, times, partial(client.post, form), before=opened, status=302)
    if many:
        publish_many(Film, many)


def tell(name, times, work, before=tuple, status=200):
    """Print what this work costs, with what `before` returns; it answers with this status."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from .site import database_server

    given = before()
    with CaptureQueriesContext(connection) as captured:  # it also warms up
        answer = work(*given)
    queries = len(captured)
    if answer.status_code != status:
        raise RuntimeError(f"{name}: {answer.status_code}")
    servers, elapsed, worked = [*filter(None, [database_server()])], [], []
    for _time in range(times):
        given = before()
        used, began = sum(map(processor, servers)) + process_time(), perf_counter()
        work(*given)
        elapsed.append((perf_counter() - began) * 1000)
        worked.append((sum(map(processor, servers)) + process_time() - used) * 1000)
    print(
        f"{name:<28}{queries:>8}{min(elapsed):>10.1f}{median(elapsed):>8.1f}{max(elapsed):>8.1f}"
        f"{min(worked):>18.1f}{median(worked):>8.1f}",
        flush=True,
    )


def form_of(client, address, years, button):
    """What a browser sends of this form that was just opened, with another year, by this button."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(client.get(address).content)
    sent = {}
    for field in page.css("#film_form input, #film_form textarea"):
        kind, name = field.attributes.get("type"), field.attributes.get("name")
        is_sent = kind not in ("checkbox", "radio") or "checked" in field.attributes
        if name and is_sent and kind not in ("submit", "file", "button"):
            key = field.attributes.get("data-key")  # the script sends it in the place of the name
            sent.setdefault(name, []).append(key or field.attributes.get("value") or field.text() or "")
    for field in page.css("#film_form select"):
        chosen = [one.attributes.get("value") or "" for one in field.css("option[selected]")]
        sent[field.attributes["name"]] = chosen
    return (sent | {"year": [str(next(years))], button: "1"},)


def publish_many(model, many):
    from catalogue.models import Job
    from catalogue.publication import background
    from catalogue.publication.publish import later

    ids = list(model.objects.published().order_by("pk").values_list("pk", flat=True)[:many])
    for action in (Job.Action.UNPUBLISH, Job.Action.PUBLISH):
        began = perf_counter()
        later(action, [("film", pk) for pk in ids])
        left = perf_counter()
        while background.is_wanted():
            background.work_off(seconds=1)
        print(
            f"{action} {len(ids)} films: left to the background in {left - began:.1f} seconds, "
            f"done in {perf_counter() - left:.0f}",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--publish", type=int, default=0)
    asked = parser.parse_args()
    main(asked.times, asked.publish)
