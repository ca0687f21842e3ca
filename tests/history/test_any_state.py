"""Any sequence of edits, then restoring any state, gives that state, to the byte of its document."""

import json

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import history
from catalogue.models import Film, Genre, Snapshot
from catalogue.publication.building import built
from tests.history.films import make_whole_film
from tests.makers import make_offer, make_person, make_version

pytestmark = pytest.mark.django_db


def edit_columns(film, number):
    Film.objects.filter(pk=film.pk).update(year=1980 + number, colour=["", "colour", "both"][number % 3])


def edit_title(film, number):
    film = Film.objects.get(pk=film.pk)
    film.title = ["Sans toit ni loi", "Le Bonheur", "Mona"][number % 3]
    film.save()


def add_credit(film, number):
    person = make_person(["Ada", "Zoé", "Iris"][number % 3])
    film.credits.get_or_create(person=person, role="editor", defaults={"position": number})


def exchange_credits(film, number):
    rows = [*film.credits.all()]
    film.credits.all().delete()
    for row, position in zip(rows, reversed(range(len(rows))), strict=True):
        row.position = position + number
        row.save(force_insert=True)


def delete_rows(film, number):
    names = ["credits", "versions", "offers", "other_titles", "identifiers", "film_countries", "forms"]
    if rows := [*getattr(film, names[number % 7]).all()]:
        rows[number % len(rows)].delete()


def add_version(film, number):
    version = make_version(film, spoken=[["fr", "en", "de"][number % 3]])
    make_offer(film, "vod", ["FR"], version=version, price=number)


def edit_language(film, number):
    for use in film.versions.first().language_uses.all() if film.versions.exists() else ():
        use.language = ["it", "fr", "es"][number % 3]
        use.save()


def edit_offer(film, number):
    for offer in film.offers.all():
        offer.version = film.versions.last() if number % 2 else None
        offer.save()
        offer.countries.set(["FR", "BE", "CH"][: number % 4])


def edit_genres(film, number):
    film.genres.set([Genre.objects.get_or_create(name_fr=f"Genre {number % 3}", name_en=f"{number % 3}")[0]])


EDITS = [
    *[edit_columns, edit_title, add_credit, exchange_credits, delete_rows, add_version, edit_language],
    *[edit_offer, edit_genres],
]
STEPS = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 20)), min_size=1, max_size=8)


def document(pk):
    return json.dumps(built("film", [pk])[pk], sort_keys=True, default=str)


@settings(max_examples=12)
@given(steps=STEPS, chosen=st.integers(0, 8), deleted=st.booleans())
def test_any_state_can_be_restored(steps, chosen, deleted):
    with transaction.atomic():
        film = make_whole_film()
        kept = {history.take(film).pk: document(film.pk)}
        for edit, number in steps:
            edit(film, number)
            kept[history.take(film).pk] = document(film.pk)
        snapshot = Snapshot.objects.get(pk=[*kept][chosen % len(kept)])
        if deleted:
            history.take(film, origin=Snapshot.Origin.DELETION)
            Film.objects.get(pk=film.pk).delete()
        assert history.restore(snapshot) == []
        assert history.state_of(film) == snapshot.state
        assert document(snapshot.object_id) == kept[snapshot.pk]
        transaction.set_rollback(True)
