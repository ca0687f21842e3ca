"""Old addresses lead to the new ones for good, in both languages, with all that stood in the address."""

import pytest

from catalogue.models import Company, Film, Person
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film, make_person, make_text

pytestmark = pytest.mark.django_db


def rename(instance, **columns):
    instance.refresh_from_db()
    for name, value in columns.items():
        setattr(instance, name, value)
    instance.save()
    publish(instance)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "rest", ["", "?page=2&q=a%20b", "shooting-secrets/", "texts/intention-note/?x=%C3%A9"]
)
def test_a_renamed_film_leads_on(client, lang, rest):
    film = make_film("Ancien titre")
    make_text(film, "Une note.")
    make_text(film, "Un secret.", text_kind="shooting_secret")
    rename(film, title="Nouveau titre")
    answer = client.get(f"/{lang}/films/ancien-titre/{rest}")
    assert (answer.status_code, answer["Location"]) == (301, f"/{lang}/films/nouveau-titre/{rest}")
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_renamed_person_and_company_lead_on(client, lang):
    make_film("Users", directors=["Ada"], producers=["Slon"])
    make_text(make_film("Autre"), "Une note.", author=make_person("Ada"))
    rename(Person.objects.get(), name="Ada Lindqvist")
    rename(Company.objects.get(), name="ISKRA")
    for old, new in (
        ("people/ada/", "people/ada-lindqvist/"),
        ("companies/slon/?as=x", "companies/iskra/?as=x"),
    ):
        answer = client.get(f"/{lang}/{old}")
        assert (answer.status_code, answer["Location"]) == (301, f"/{lang}/{new}")
        assert client.get(answer["Location"]).status_code == 200


def test_every_former_name_leads_to_the_present_one_at_once(client):
    film = make_film("Un")
    for title in ("Deux", "Trois"):
        rename(film, title=title)
    assert [client.get(f"/fr/films/{slug}/").get("Location") for slug in ("un", "deux")] == 2 * [
        "/fr/films/trois/"
    ]


def test_a_film_that_takes_its_old_name_again_does_not_go_in_circles(client):
    film = make_film("Un")
    rename(film, title="Deux")
    kept = client.get("/fr/films/un/")["Cache-Control"]
    rename(film, title="Un")
    assert client.get("/fr/films/un/").status_code == 200
    assert client.get("/fr/films/deux/")["Location"] == "/fr/films/un/"
    assert kept == "public, no-cache"


def test_a_new_film_never_takes_the_address_that_another_had(client):
    film = make_film("Un")
    rename(film, title="Deux")
    assert make_film("Un").slug == "un-2"
    assert client.get("/fr/films/un/")["Location"] == "/fr/films/deux/"


def test_a_renamed_draft_leaves_no_address_behind(client):
    film = make_film("Un", published=False)
    film.title = "Deux"
    film.save()
    publish(film)
    assert client.get("/fr/films/un/").status_code == 404


def test_the_present_address_answers_until_the_new_name_is_published(client):
    film = make_film("Un")
    film = Film.objects.get(pk=film.pk)
    film.title = "Deux"
    film.save()
    assert [client.get(f"/fr/films/{slug}/").status_code for slug in ("un", "deux")] == [200, 404]


def test_the_old_address_of_a_film_taken_off_the_site_is_gone_too(client):
    film = make_film("Un")
    rename(film, title="Deux")
    unpublish(film)
    assert client.get("/fr/films/un/").status_code == 404
