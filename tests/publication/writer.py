"""A process that writes: `python -m tests.publication.writer write SEED`, `… rebuild`, and last `… check`.

Or one that does what is due: `… keep`, or `… keep N`, which is killed while it does the Nth; and last `… tell`, which
checks too. Or one that sends the form of FORM, as JSON: `… send`; and last `… offers`. Its database is that of
DATABASE_URL.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time

import django

ROUNDS = 25


def main(what, number="0"):
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    if what == "write":
        write(random.Random(int(number)))
    elif what == "rebuild":
        rebuild()
    elif what == "send":
        send(**json.loads(os.environ["FORM"]))
    elif what == "offers":
        from distributors.models import Offer

        print(json.dumps(list(Offer.objects.values_list("support", flat=True))))
    elif what == "keep":
        keep(int(number))
    else:
        check()
        if what == "tell":
            tell()


def write(chance):
    """Change this and that, and publish it, as editors, imports and merges do."""
    from django.db import transaction

    from catalogue.models import Credit, Film, Genre, Highlight, Person, Selection, Text
    from catalogue.publication import background
    from catalogue.publication import publish as publishing
    from catalogue.publication.publish import locked_state, publish, publish_vocabulary, unpublish
    from tests.makers import make_film, make_selection, make_text

    publishing.AT_ONCE = background.STEP = 2

    def some(model):
        return chance.choice(list(model.objects.order_by("pk")))

    def change_a_film():
        film = some(Film)
        film.year = chance.randint(1930, 2020)
        film.save()
        publish(film)

    def rename(model, publish_it):
        found = some(model)
        name = f"{chance.random()}"
        if model is Genre:
            found.name_fr = found.name_en = name
        else:
            found.name = name
        found.save()
        publish_it(found)

    def merge_people():
        with transaction.atomic():
            locked_state()
            people = list(Person.objects.order_by("pk"))
            if len(people) < 2:
                return
            kept, gone = chance.sample(people, 2)
            moved = Credit.objects.filter(person=gone).exclude(film__credits__person=kept)
            Credit.objects.filter(pk__in=list(moved.values_list("pk", flat=True))).update(person=kept)
            texts = list(Text.objects.filter(author=gone))
            films = list(Film.objects.filter(credits__person__in=[kept, gone]).distinct())
            Credit.objects.filter(person=gone).delete()
            Text.objects.filter(author=gone).update(author=kept)
            gone.delete()
            publish(*films, *texts)

    def take_off_and_put_on():
        film = some(Film)
        unpublish(film)
        film.refresh_from_db()
        publish(film)

    def add_a_film():
        with transaction.atomic():
            locked_state()
            make_film(f"Film {chance.random()}", 1990, ["FR"], [f"Ada {chance.randint(0, 9)}"], ["ISKRA"])

    def mention_films():
        """Select films, or write about one."""
        with transaction.atomic():
            locked_state()
            films = list(Film.objects.order_by("pk"))
            if chance.random() < 0.5:
                make_selection(f"Choix {chance.random()}", chance.sample(films, min(len(films), 4)))
            else:
                make_text(chance.choice(films), "Une note.", text_kind=chance.choice(Text.Kind.values))

    def mention_no_longer():
        with transaction.atomic():
            locked_state()
            if rows := list(chance.choice([Selection, Text]).objects.order_by("pk")):
                chance.choice([unpublish, publish, lambda row: row.delete()])(chance.choice(rows))

    def schedule():
        """Schedule a film for the front page, or nothing any more."""
        if chance.random() < 0.7:
            Highlight.objects.create(film=some(Film), signed_by=f"{chance.random()}")
        elif rows := list(Highlight.objects.order_by("pk")):
            chance.choice(rows).delete()

    works = [
        schedule,
        mention_films,
        mention_no_longer,
        change_a_film,
        lambda: rename(Person, publish),
        lambda: rename(Genre, publish_vocabulary),
        merge_people,
        take_off_and_put_on,
        add_a_film,
        lambda: background.work_off(seconds=0.1),
    ]
    for _round in range(ROUNDS):
        with contextlib.suppress(Person.DoesNotExist):  # the other process has deleted it
            chance.choice(works)()
        time.sleep(0.1)  # a process that waits for SQLite only looks now and then whether it may write


def rebuild():
    from catalogue.publication.rebuild import publish_all

    for _round in range(8):
        publish_all()


def send(address, data, session, at):
    """Send a form at a moment, as a browser that is signed in does; print what it is answered."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    reverse("admin:index")  # what is imported by then costs one of the two nothing
    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    time.sleep(max(0, at - time.time()))
    print(client.post(address, data).status_code)


def keep(killed_at):
    """Do what the housekeeping of a worker does."""
    from catalogue import housekeeping
    from catalogue.publication import scheduled

    publish, unpublish, begun = scheduled.publish, scheduled.unpublish, []

    def then(step):
        def done(*objects):
            step(*objects)
            begun.append(objects)
            if len(begun) == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)

        return done

    scheduled.publish, scheduled.unpublish = then(publish), then(unpublish)
    housekeeping.work()


def tell():
    """Print what was done in its order, what is left, what is on the site."""
    from django.contrib.admin.models import LogEntry

    from catalogue.models import Page, Scheduled

    done = LogEntry.objects.order_by("pk").values_list("object_repr", "change_message")
    left = Scheduled.objects.values_list("object_id", "refused")
    shown = Page.objects.current().filter(kind="film").values_list("object_id", flat=True)
    print(json.dumps([list(done), list(left), sorted(shown)]))


def check():
    """Fail unless what visitors read is what a rebuild gives."""
    from catalogue.publication import background
    from catalogue.publication.rebuild import publish_all
    from tests.publication.snapshots import publication

    background.work_off()
    found = publication()
    publish_all()
    rebuilt = publication()
    for part, rows in found.items():
        wrong = (
            [row for row in rows if row not in rebuilt[part]] if part == "pages" else rows != rebuilt[part]
        )
        if wrong:
            sys.exit(f"Not what a rebuild gives: {part} {wrong}")


if __name__ == "__main__":
    main(*sys.argv[1:])
