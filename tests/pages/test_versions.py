"""What a visitor or a worker has kept of a page is right as long as its ETag is, whatever is published meanwhile."""

import re

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue import answers
from catalogue.models import Company, Credit, Film, Genre, Person, SelectedFilm, Selection, Text
from catalogue.publication.publish import publish, publish_vocabulary, unpublish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_company, make_film, make_person, make_selection, make_text

pytestmark = pytest.mark.django_db

NAMES = ["Ada", "Éva", "Zoé"]
OTHERS = [
    *["/fr/", "/en/films/", "/fr/films/?country=FR&sort=year", "/fr/films/values/director/", "/en/people/"],
    *["/fr/films/charts/", "/fr/portrait/", "/en/companies/", "/fr/selections/", "/fr/distributors/"],
    *["/sitemap.xml", "/sitemap-lists.xml", "/sitemap-pages.xml", "/fr/companies/iskra/?country=FR"],
]


def make_catalogue():
    """Films that have to do with each other, and one that has to do with nothing."""
    slon = make_company("Slon", full_name="Service de lancement")
    make_company("ISKRA", predecessor=slon)
    first = make_film("Aube", 2001, ["FR"], ["Ada", "Éva"], ["ISKRA"], ["Essai"], supports=["dvd"])
    second = make_film(
        "Bise", 2001, ["BE"], ["Ada"], ["Slon"], ["Essai", "Drame"], distributor="Slon", supports=["vod"]
    )
    note = make_text(first, "Une note.", author=make_person("Éva"), published=False)
    portrait = Text.objects.create(
        person=make_person("Ada"), body="Un portrait.", text_kind="presentation", author=make_person("Zoé")
    )
    make_film("Loin", 1999, ["SE"], ["Zoé"], ["Autre"])
    secret = make_text(second, "Un secret.", text_kind="shooting_secret", author=make_person("Ada"))
    publish(slon, note, portrait, secret)
    make_selection("Choix", [second, first])


def pages_of_objects():
    """The addresses in French of all pages of objects, as the sitemap and the way they are made tell them."""
    found = re.findall(
        r"<loc>http://testserver(/fr/.*?)</loc>", Client().get("/sitemap-pages.xml").content.decode()
    )
    films = [f"{address}shooting-secrets/" for address in found if re.search("/films/[^/]+/$", address)]
    portraits = [f"{address}portrait/" for address in found if re.search("/companies/[^/]+/$", address)]
    tabs = [f"{address}?as=distributor" for address in found if re.search("/companies/[^/]+/$", address)]
    return [*found, *films, *portraits, *tabs]


def fresh(address):
    """(ETag, body) of a page as it is made now, by a worker that has kept nothing; (None, "") where it is not there."""
    answers.kept.clear()
    response = Client().get(address)
    return (response["ETag"], response.content) if response.status_code == 200 else (None, b"")


def test_what_has_nothing_to_do_with_a_published_film_is_not_made_anew():
    make_catalogue()
    before = {address: fresh(address)[0] for address in pages_of_objects()}
    rename(Film.objects.get(title="Loin"), "Loin d’ici")
    make_film("Nouveau", 2024, ["FR"], ["Zoé"], ["Autre"])
    after = {address: fresh(address)[0] for address in before}
    changed = {address for address in before if before[address] != after[address]}
    # A film's own page shows films beside it, and a selection may collect: these may be any.
    of_films = {address for address in changed if "aube" in address or "bise" in address}
    assert of_films == {"/fr/films/aube/", "/fr/films/bise/"}
    of_companies = {address for address in before if "iskra/" in address or "slon/" in address}
    assert changed & of_companies == {address for address in of_companies if "?" in address}
    assert "/fr/selections/choix/" in changed
    assert not {a for a in changed if a in ("/fr/people/ada/", "/fr/people/eva/")}
    assert {"/fr/people/zoe/", "/fr/companies/autre/", "/fr/companies/autre/portrait/"} < changed


def test_a_text_that_no_list_shows_makes_no_list_anew_but_a_search_and_the_front_page():
    make_catalogue()
    film = Film.objects.get(title="Aube")
    film.short_summary_fr = film.short_summary_en = "En bref."
    film.save()
    publish(film)
    addresses = [
        "/fr/",
        "/fr/films/",
        "/fr/films/?country=FR",
        "/fr/people/",
        "/fr/films/?q=aube",
        "/sitemap.xml",
    ]
    before = {address: fresh(address)[0] for address in addresses}
    film.synopsis_fr = "Le jour se lève."
    film.save()
    publish(film)
    changed = [address for address in addresses if fresh(address)[0] != before[address]]
    assert changed == ["/fr/", "/fr/films/?q=aube", "/sitemap.xml"]
    film.year = 1987
    film.save()
    publish(film)
    assert [address for address in addresses if fresh(address)[0] != before[address]] == addresses


def test_a_rebuild_that_changes_nothing_makes_no_page_anew():
    make_catalogue()
    before = {address: fresh(address)[0] for address in pages_of_objects() if "?" not in address}
    publish_all()
    assert {address: fresh(address)[0] for address in before} == before


def test_after_a_backup_is_restored_no_etag_means_another_page():
    film = make_film("Aube")
    found = set()
    for body in ("Une note.", "Une autre."):
        before = transaction.savepoint()
        make_text(film, body)
        found.add(fresh("/fr/films/aube/texts/intention-note/")[0])
        transaction.savepoint_rollback(before)
    assert len(found) == 2


def rename(instance, name):
    name = f"{name} {instance.pk}"
    if isinstance(instance, Text):
        instance.heading = name
    elif isinstance(instance, Selection):
        instance.title_fr = name
    elif isinstance(instance, Film):
        instance.title = name
    else:
        instance.name = name
    instance.save()
    publish(instance)


def another_author(instance, name):
    if isinstance(instance, Text):
        instance.author = make_person(name)
        instance.save()
        publish(instance)


def another_subject(instance, name):
    film = Film.objects.order_by("pk").last()
    if isinstance(instance, Text) and film:
        instance.film, instance.person = film, None
        instance.save()
        publish(instance)


def sorted_elsewhere(instance, name):
    if isinstance(instance, Film):
        Film.objects.filter(pk=instance.pk).update(sort_title=name, has_changes=True)
        publish(instance)


def another_director(instance, name):
    if isinstance(instance, Film):
        instance.credits.all().delete()
        Credit.objects.create(film=instance, person=make_person(name), role="director")
        publish(instance)


def another_predecessor(instance, name):
    if isinstance(instance, Company):
        other = Company.objects.exclude(pk=instance.pk).order_by("pk").last()
        instance.predecessor = other
        instance.save()
        publish(instance)


def another_selection(instance, name):
    if isinstance(instance, Selection):
        instance.selected_films.all().delete()
        film = Film.objects.order_by("pk").last()
        if film:
            SelectedFilm.objects.create(selection=instance, film=film, position=0)
        publish(instance)


def another_genre_name(instance, name):
    genre = Genre.objects.order_by("pk").first()
    genre.name_fr = f"Genre {name}"
    genre.save()
    publish_vocabulary(genre)


def another_gender(instance, name):
    if isinstance(instance, Person):
        instance.gender = "woman" if instance.gender != "woman" else "man"
        instance.save()
        publish(instance)


def delete(instance, name):
    if isinstance(instance, Film | Text | Selection):
        instance.delete()


STEPS = [
    lambda instance, name: publish(instance),
    lambda instance, name: unpublish(instance),
    lambda instance, name: publish_all(),
    *[rename, another_author, another_subject, sorted_elsewhere, another_director, another_predecessor],
    *[another_selection, another_genre_name, another_gender, delete],
]


class TestVersions(TestCase):
    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_the_same_etag_is_the_same_page(self, data):
        make_catalogue()
        held = {address: fresh(address) for address in [*pages_of_objects(), *OTHERS]}
        for _step in range(data.draw(st.integers(1, 4))):
            rows = [
                row
                for model in (Film, Person, Company, Text, Selection)
                for row in model.objects.order_by("pk")
            ]
            step = data.draw(st.sampled_from(STEPS))
            step(data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(NAMES)))
            now = {address: fresh(address) for address in {*held, *pages_of_objects()}}
            for address, (etag, body) in now.items():
                before = held.get(address, (None, b""))
                assert etag != before[0] or body == before[1], address
            held = now
