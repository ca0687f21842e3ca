"""What is deleted leaves the site at once, whoever deletes it."""

import pytest

from catalogue.models import Country, Film, Genre, Page, Person, Posting
from catalogue.publication.posting_rows import ids_of
from catalogue.publication.publish import publish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_selection, make_text
from tests.publication.snapshots import held

pytestmark = pytest.mark.django_db


def pages():
    return {(page.kind, page.object_id): page.document for page in Page.objects.current()}


def test_films_deleted_by_a_queryset_leave_with_their_texts():
    kept, gone = make_film("Kept"), make_film("Gone", directors=["Jane Doe"])
    make_text(gone, "Body.")
    Film.objects.filter(pk=gone.pk).delete()
    assert [kind for kind, _pk in pages()] == ["film", "person"]
    assert len(ids_of(Posting.objects.get(field="all", value="film"))) == 1
    assert pages()["film", kept.pk]["title"] == "Kept"


def test_a_selection_goes_on_without_a_deleted_film():
    film, other = make_film("One"), make_film("Two")
    selection = make_selection("Été", [film, other])
    film.delete()
    publish(selection)
    assert [row["film_id"] for row in pages()["selection", selection.pk]["films"]] == [other.pk]


def test_a_deleted_genre_leaves_the_films_that_show_it_as_a_rebuild_would():
    film = make_film("Users", genres=["Essai", "Fiction"])
    Genre.objects.get(name_fr="Essai").delete()
    before = pages()
    assert [genre["slug"] for genre in before["film", film.pk]["genres"]] == ["fiction"]
    assert held("genre") == ["fiction"]
    film.refresh_from_db()
    assert not film.has_changes
    publish_all()
    assert pages() == before


def test_a_deleted_genre_publishes_no_pending_change():
    film = make_film("Users", genres=["Essai"])
    Film.objects.get(pk=film.pk).save()
    Film.objects.filter(pk=film.pk).update(year=1999)
    Genre.objects.all().delete()
    assert pages()["film", film.pk]["year"] is None


def test_a_deleted_country_leaves_companies_and_offers():
    Country.objects.create(code="ZZ", name_fr="Ailleurs", name_en="Elsewhere")
    film = make_film("Users", supports=["dvd"])
    film.offers.get().countries.set(["ZZ", "FR"])
    publish(film)
    Country.objects.filter(pk="ZZ").delete()
    assert [country["code"] for country in pages()["film", film.pk]["offers"][0]["countries"]] == ["FR"]


def test_a_deleted_persons_name_stays_where_it_is_published_without_a_link():
    film = make_film("Users", directors=["Jane Doe"])
    film.credits.all().delete()  # saved, not published
    Person.objects.all().delete()
    [person] = pages()["film", film.pk]["credits"][0]["people"]
    assert (person["name"], person["slug"]) == ("Jane Doe", None)


def test_deleting_a_draft_does_not_touch_the_publication(django_assert_num_queries):
    text = make_text(make_film("Users"), "Body.", published=False)
    with django_assert_num_queries(4):  # its former addresses, its secret ones, what is planned, itself
        text.delete()
