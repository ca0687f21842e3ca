"""The gender that editors record of a person reaches the filter of films by being published, and by nothing else."""

import pytest

from catalogue.models import Page, Person
from catalogue.publication.index import postings
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.rebuild import publish_all
from catalogue.publication.state import state
from catalogue.publication.terms import derive
from tests.makers import make_film
from tests.pages.reading import links, read
from tests.publication.snapshots import publication

pytestmark = pytest.mark.django_db


def counts():
    """{value: number of films} of the filter on who directed them."""
    index = postings.current(state())
    return {value: len(index.ids("director_gender", value)) for value in index.values("director_gender")}


def record(name, gender, published=True):
    person = Person.objects.get(name=name)
    person.gender = gender
    person.save()
    if published:
        publish(person)


def test_a_film_is_in_each_line_that_is_true_of_it():
    make_film("Un", directors=["Ada", "Bo"])
    make_film("Deux", directors=["Ada", "Cleo"])
    make_film("Trois")
    record("Ada", "woman")
    record("Bo", "man")
    assert counts() == {"woman": 2, "man": 1, "unknown": 1, "nobody": 1}


def test_what_is_saved_counts_once_the_person_is_published():
    make_film("Un", directors=["Ada"])
    record("Ada", "woman", published=False)
    assert counts() == {"unknown": 1}
    publish(Person.objects.get())
    assert counts() == {"woman": 1}


def test_a_person_who_leaves_the_site_takes_it_away():
    make_film("Un", directors=["Ada"])
    record("Ada", "non_binary")
    unpublish(Person.objects.get())
    assert counts() == {"unknown": 1}


def test_who_acts_does_not_count():
    film = make_film("Un", directors=["Ada"], published=False)
    film.credits.create(person=Person.objects.create(name="Bo", gender="man"), role="cast")
    publish(film)
    assert counts() == {"unknown": 1}


@pytest.mark.parametrize("saved", ["woman", ""])
def test_a_rebuild_gives_what_publishing_gave(saved):
    make_film("Un", directors=["Ada", "Bo"])
    record("Ada", "woman")
    record("Bo", "man", published=False)
    record("Ada", saved)
    found = publication()
    publish_all()
    assert publication() == found


def test_the_filter_says_who_directed(client):
    make_film("Un", directors=["Ada"])
    make_film("Deux", directors=["Bo"])
    record("Ada", "woman")
    page = read(client, "/en/films/?director_gender=woman")
    assert ("a woman (chosen, remove)", "/en/films/") in links(page, ".facet")
    assert len(page.css("article")) == 1


def test_a_document_of_before_genders_were_recorded_counts_as_unknown():
    make_film("Un", directors=["Ada"])
    page = Page.objects.get(kind="film")
    [credit] = page.document["credits"]
    del credit["people"][0]["gender"]
    derived = derive("film", page.document, page.published_at.date())
    assert ["director_gender", "unknown", {}] in derived.terms


def test_the_portrait_says_that_the_editors_recorded_it(client):
    make_film("Un", directors=["Ada"])
    record("Ada", "woman")
    said = read(client, "/en/portrait/").css_first("section[aria-labelledby=directed-by]").text()
    assert "Recorded by the editors as it is publicly known" in said
    assert "of themselves" not in said
