"""Two films of one title on one page are two films, and each is found again."""

import pytest

from catalogue.importing.outcome import Status
from catalogue.importing.store import store
from catalogue.models import Company, Film
from tests.makers import make_film

from .page_records import company_page, film_page
from .snapshots import all_rows

pytestmark = pytest.mark.django_db

LAND, DREAM = ("Le Pays", ["dvd"], ["Une terre."]), ("Le pays", ["svod", "dcp"], ["Un rêve."])


def films():
    """Return {synopsis: supports} of every film."""
    return {film.synopsis_fr: [o.support for o in film.offers.all()] for film in Film.objects.all()}


def ids():
    return {film.synopsis_fr: film.pk for film in Film.objects.all()}


def messages(outcome):
    return [message.text for message in outcome.messages]


def test_two_films_of_one_title_are_two_with_their_own_facts_and_credits():
    store(company_page(films=[LAND, DREAM]))
    assert films() == {"Une terre.": ["dvd"], "Un rêve.": ["svod", "dcp"]}
    credited = Company.objects.get().credits.filter(role="producer").values_list("film", flat=True)
    assert sorted(credited) == sorted(ids().values())
    before = all_rows()
    outcome = store(company_page(films=[LAND, DREAM]))
    assert (outcome.status, messages(outcome)) == (Status.UNCHANGED, [])
    assert all_rows() == before


def test_without_a_synopsis_their_place_tells_them_apart():
    page = company_page(films=[("Le Pays", ["dvd"], []), ("Le Pays", ["vod"], [])])
    store(page)
    before = all_rows()
    assert Film.objects.count() == 2
    assert store(page).status == Status.UNCHANGED
    assert all_rows() == before


@pytest.mark.parametrize("again", [[DREAM, LAND], [DREAM], [LAND]])
def test_each_is_known_again_by_its_synopsis_wherever_it_stands(again):
    store(company_page(films=[LAND, DREAM]))
    before, credits = ids(), Company.objects.get().credits
    store(company_page(films=again))
    listed = {synopsis: supports for _title, supports, (synopsis,) in again}
    assert ids() == before
    assert films() == {"Une terre.": [], "Un rêve.": []} | listed
    assert set(credits.values_list("film__synopsis_fr", flat=True)) == set(listed)
    store(company_page(films=[LAND, DREAM]))
    assert ids() == before
    assert films() == {"Une terre.": ["dvd"], "Un rêve.": ["svod", "dcp"]}


def test_one_that_changed_its_synopsis_is_the_one_that_is_left():
    store(company_page(films=[LAND, DREAM]))
    before = ids()
    store(company_page(films=[DREAM, ("Le Pays", ["dvd"], ["Une terre, la nuit."])]))
    assert ids() == {"Une terre, la nuit.": before["Une terre."], "Un rêve.": before["Un rêve."]}


def test_a_namesake_that_comes_later_is_another_film():
    store(company_page(films=[LAND]))
    first = Film.objects.get()
    store(company_page(films=[DREAM, LAND]))
    assert films() == {"Une terre.": ["dvd"], "Un rêve.": ["svod", "dcp"]}
    assert ids()["Une terre."] == first.pk
    assert Company.objects.get().credits.count() == 2


def test_one_that_was_deleted_here_is_not_brought_again_and_the_other_stays_itself():
    store(company_page(films=[LAND, DREAM]))
    Film.objects.get(synopsis_fr="Une terre.").delete()
    for _time in range(2):
        outcome = store(company_page(films=[LAND, DREAM]))
        assert messages(outcome)[0] == "not brought again: the film “Le Pays” was deleted here"
        assert films() == {"Un rêve.": ["svod", "dcp"]}


def test_a_film_that_is_here_is_found_by_its_synopsis_or_left_alone_and_told():
    here, other = make_film("Le Pays", 1999, synopsis_fr="Un rêve."), make_film("Le Pays", 2011)
    outcome = store(company_page(films=[LAND, DREAM]))
    assert ids() == {"Une terre.": Film.objects.latest("pk").pk, "Un rêve.": here.pk, "": other.pk}
    assert messages(outcome) == [
        "several films of this page are called “Le Pays”: this one is taken for a new one,"
        " not for one that is here"
    ]


def test_the_two_of_two_companies_are_the_same_two():
    store(company_page("ISKRA", films=[LAND, DREAM]))
    store(company_page("Slon", films=[DREAM, LAND]))
    assert Film.objects.count() == 2
    assert {film.company_credits.count() for film in Film.objects.all()} == {2}


def test_film_pages_of_one_title_and_two_years_are_two_films():
    for year in (1999, 2011):
        store(film_page("Le Pays", year, short_summary=f"De {year}."))
    assert [(film.year, film.short_summary_fr) for film in Film.objects.order_by("year")] == [
        (1999, "De 1999."),
        (2011, "De 2011."),
    ]
