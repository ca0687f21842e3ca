"""Publishing: what reaches the site, when, and what is left behind."""

from itertools import permutations

import pytest
from django.core.management import call_command
from django.utils import timezone

from catalogue.models import Company, Credit, Film, Genre, OrderingBlock, Page, Person, Posting
from catalogue.publication.documents import KINDS
from catalogue.publication.publish import publish, publish_vocabulary, unpublish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_person, make_text
from tests.publication.snapshots import held, publication

pytestmark = pytest.mark.django_db


def test_a_draft_has_no_page():
    film = make_film("Users", published=False)
    assert not Page.objects.exists()
    assert film.published_at is None


def test_saving_a_published_film_changes_nothing_on_the_site_until_it_is_published():
    film = make_film("Users", 2021)
    before = publication()
    film.refresh_from_db()
    film.year = 2020
    film.save()
    assert publication() == before
    assert list(Film.objects.with_changes()) == [film]
    publish(film)
    assert Page.objects.get(kind="film").document["year"] == 2020
    assert not Film.objects.with_changes().exists()


def test_publishing_a_film_publishes_the_people_it_is_the_first_to_show():
    make_film("Users", directors=["Natalia Almada"])
    assert Page.objects.get(kind="person").slug == "natalia-almada"


def test_a_renamed_person_is_right_at_once_on_every_page_that_shows_the_name():
    person = make_person("Natalia Almada")
    for number in range(3):
        make_film(f"Film {number}", directors=["Natalia Almada"])
    text = make_text(make_film("Another film"), "Text.", author=person)
    person.refresh_from_db()
    person.name = "Natalia Almada-Vidal"
    person.save()
    publish(person)
    for page in Page.objects.filter(kind="film").exclude(object_id=text.film_id):
        assert [p["name"] for p in page.card["directors"]] == ["Natalia Almada-Vidal"]
        assert page.card["directors"][0]["slug"] == "natalia-almada-vidal"
    assert Page.objects.get(kind="text").document["author"]["name"] == "Natalia Almada-Vidal"
    assert sorted(held("director")) == ["natalia-almada-vidal", "unknown"]


def test_a_renamed_person_does_not_bring_unpublished_changes_of_a_film_onto_the_site():
    film = make_film("Users", 2021, directors=["Natalia Almada"])
    Film.objects.get(pk=film.pk).save()
    Film.objects.filter(pk=film.pk).update(year=1999)
    person = Person.objects.get()
    person.name = "N. Almada"
    person.save()
    publish(person)
    page = Page.objects.get(kind="film")
    assert (page.year, page.card["directors"][0]["name"]) == (2021, "N. Almada")


def test_a_renamed_genre_is_right_at_once_and_keeps_its_films():
    make_film("Users", genres=["Documentaire"])
    genre = Genre.objects.get()
    genre.name_fr = "Essai"
    genre.save()
    publish_vocabulary(genre)
    assert Page.objects.get(kind="film").document["genres"][0]["name"]["fr"] == "Essai"
    assert Posting.objects.get(field="genre").labels["fr"] == "Essai"


def test_unpublishing_the_only_film_leaves_nothing_of_it_behind():
    film = make_film("Users", 2021, ["US"], spoken=["en"], supports=["dvd"], genres=["Documentaire"])
    unpublish(film)
    assert not Page.objects.filter(kind="film").exists()
    assert publication()["postings"] == {}
    assert publication()["orderings"] == {}


def test_an_unpublished_person_keeps_the_name_on_films_and_loses_the_link():
    make_film("Users", directors=["Natalia Almada"])
    unpublish(Person.objects.get())
    (director,) = Page.objects.get(kind="film").card["directors"]
    assert (director["name"], director["slug"]) == ("Natalia Almada", None)


def test_a_rebuild_keeps_the_page_of_a_film_whose_changes_nobody_published_yet():
    film = make_film("Users", 2021, directors=["Natalia Almada"])
    before = publication()
    film = Film.objects.get(pk=film.pk)
    film.year = 1999
    film.save()
    publish_all()
    assert publication() == before
    publish_all(with_changes=True)
    assert Page.objects.get(kind="film").year == 1999


def test_a_rebuild_from_nothing_gives_every_published_page_again():
    make_text(make_film("Users", 2021, directors=["Natalia Almada"]), "Note.")
    before = publication()
    Page.objects.all().delete()
    Posting.objects.all().delete()
    OrderingBlock.objects.all().delete()
    call_command("publish", "--all")
    assert publication() == before


@pytest.mark.parametrize("names", list(permutations(["Slon", "ISKRA", "Autre"])))
@pytest.mark.parametrize("with_changes", [False, True])
def test_a_second_rebuild_changes_nothing_whoever_names_whom(names, with_changes):
    """Published by marking rows alone, as fixtures are: every page is written by the rebuild."""
    companies = {name: Company.objects.create(name=name) for name in names}
    for name, before in (("ISKRA", "Slon"), ("Autre", "ISKRA")):
        companies[name].predecessor = companies[before]
        companies[name].save()
    film = make_film("Users", published=False, directors=["Ada"], producers=["ISKRA"])
    make_text(film, "Note.", published=False, author=make_person("Ada"))
    for model in (kind.model for kind in KINDS.values()):
        model.objects.update(published_at=timezone.now())
    publish_all(with_changes)
    first = publication()
    publish_all(with_changes)
    assert publication() == first
    pages = {page.card["name"]: page for page in Page.objects.filter(kind="company")}
    assert pages["ISKRA"].document["predecessor"]["slug"] == "slon"
    assert pages["Autre"].document["predecessor"]["slug"] == "iskra"


def test_a_rebuild_derives_anew_also_the_pages_whose_changes_nobody_published_yet():
    """Or a new field would not find them, and a new part of a card would be missing in lists."""
    film = make_film("Users", 2021, ["US"])
    before = publication()
    Film.objects.get(pk=film.pk).save()
    Page.objects.filter(kind="film").update(terms=[], card={}, sort_key="")
    publish_all()
    assert publication() == before


def test_a_credit_that_is_gone_leaves_the_director_without_the_film():
    film = make_film("Users", directors=["Natalia Almada", "Danae Elon"])
    Credit.objects.filter(person__name="Danae Elon").delete()
    publish(film)
    assert held("director") == ["natalia-almada"]


def test_a_rebuild_that_is_told_of_progress_counts_every_object():
    for number in range(3):
        make_film(f"Film {number}")
    done = []
    publish_all(progress=done.append)
    assert sum(done) == 3
