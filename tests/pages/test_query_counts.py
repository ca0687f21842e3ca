"""A page asks a fixed number of queries, whatever it holds."""

import pytest
from django.utils import timezone

from catalogue.publication.day import postings_of
from catalogue.publication.state import state
from tests.makers import make_film, make_page, make_selection, make_text

pytestmark = pytest.mark.django_db

# The state; of a page that is read, its document and the postings of its own; the cards.
PAGES = {
    "/fr/": 3,  # and what is popular; and the posters of selections
    "/fr/films/": 2,
    "/fr/films/?q=norilsk": 4,
    "/fr/films/?country=FR&year_from=1990&genre=essai&support=dvd&sort=-year": 2,
    "/fr/films/?director=ada&producer=iskra": 2,
    "/fr/films/values/director/": 1,
    "/fr/films/take-along/?country=FR": 1,
    "/fr/films/list.atom?country=FR": 2,
    "/fr/films/list.ics?country=FR": 2,  # nothing comes or leaves
    "/fr/films/film-0/": 4,
    "/fr/films/film-0/?in=g3AB": 4,  # among all films
    "/fr/films/film-0/shooting-secrets/": 4,
    "/fr/films/film-0/texts/note-d-intention/": 4,
    "/fr/films/film-0/cite.ris": 3,
    "/fr/films/film-0/shooting-secrets/cite.bib": 4,
    "/fr/films/film-0/texts/note-d-intention/cite.txt": 4,
    "/fr/people/": 3,
    "/fr/people/?named=ad&letter=A": 4,
    "/fr/people/ada/": 4,
    "/fr/companies/": 3,
    "/fr/companies/iskra/": 4,
    "/fr/companies/iskra/?as=distributor": 4,
    "/fr/search/": 2,  # the newest films, where nothing is found
    "/fr/search/?q=xyzzyq": 3,
    "/fr/search/?q=film": 4,
    "/fr/search/?q=norilsk": 5,  # and the texts that hold the words
    "/fr/search/?q=secret": 5,  # and what the texts are about
    "/fr/search/?q=ada&kind=person": 5,  # and what they did
    "/fr/search/suggest/?q=fi": 3,
    "/fr/selections/": 3,  # and their posters
    "/fr/selections/choix/": 3,
    "/fr/selections/recueil/": 3,
    "/fr/distributors/": 3,
    "/fr/pages/mode-d-emploi/": 2,
}


def make_films(number_of_films):
    made = [
        make_film(
            f"Film {number}",
            1990 + number,
            countries=["FR", "BE"],
            directors=["Ada", f"Personne {number}"],
            producers=["ISKRA"],
            genres=["Essai"],
            spoken=["fr", "en"],
            subtitles=["fr"],
            supports=["dvd", "vod"],
            distributor="ISKRA",
            synopsis_fr="Norilsk, une ville.",
        )
        for number in range(number_of_films)
    ]
    make_text(made[0], "Une note.", heading="Note d’intention")
    for number in range(number_of_films):
        make_text(made[0], "Un secret.", text_kind="shooting_secret", heading=f"Secret {number}")
    for number in range(number_of_films):
        make_page(f"Page {number}", "Un texte. " * number)
    make_page("Mode d’emploi")
    make_selection("Choix", made)
    make_selection("Recueil", [], filter="country=FR&subtitles=fr&sort=-year")


@pytest.fixture(scope="module", params=[1, 30], ids=["one-film", "thirty-films"])
def films(request, shared_rows):
    """A catalogue of so many films."""
    with shared_rows(make_films, request.param):
        yield


@pytest.mark.parametrize(("address", "queries"), PAGES.items())
def test_a_page_asks_a_fixed_number_of_queries(client, films, address, queries, django_assert_num_queries):
    postings_of(state(), timezone.localdate())  # a worker loads the index once for each publication and day
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_has_not_changed_or_is_kept_asks_one_query(
    client, films, address, django_assert_num_queries
):
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    with django_assert_num_queries(1):
        assert client.get(address).status_code == 200
