"""Documents: one can be built without being stored, and stored ones are read by code that is newer than they are."""

import pytest

from catalogue.models import Page
from catalogue.publication.building import built
from catalogue.publication.documents import IDENTITY, KINDS, completed
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.publication.snapshots import publication
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

FILM = "/fr/films/une-lumiere-au-nord/"
PERSON = "/fr/people/ada-lindqvist-cineaste/"
PAGES = {
    "film": [
        "/fr/",
        "/fr/films/",
        FILM,
        f"{FILM}shooting-secrets/",
        PERSON,
        "/fr/selections/films-de-neige/",
    ],
    "person": ["/fr/people/", PERSON, f"{PERSON}texts/portrait-d-ada/"],
    "company": ["/fr/companies/", "/fr/companies/lampe/", "/fr/companies/lampe/portrait/"],
    "text": [FILM, f"{FILM}shooting-secrets/", PERSON],
    "selection": ["/fr/", "/fr/selections/", "/fr/selections/films-de-neige/"],
    "page": ["/fr/", "/fr/pages/mode-d-emploi/", "/fr/search/?q=emploi"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_document_has_a_default_or_is_there_since_the_first(kind):
    make_showcase()
    for page in Page.objects.filter(kind=kind):
        assert set(page.document) - IDENTITY == set(completed(kind, {}))


@pytest.mark.parametrize("kind", KINDS)
def test_pages_answer_while_stored_documents_do_not_know_a_key_yet(client, kind):
    make_showcase()
    pages = {page.pk: page for page in Page.objects.filter(kind=kind)}
    keys = {key for page in pages.values() for key in {*page.document, *page.card}} - IDENTITY
    assert keys
    for key in sorted(keys):
        for pk, page in pages.items():
            document, card = (
                {k: value for k, value in stored.items() if k != key} for stored in (page.document, page.card)
            )
            Page.objects.filter(pk=pk).update(document=document, card=card)
        for address in PAGES[kind]:
            assert client.get(address).status_code == 200, (key, address)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_is_built_and_not_stored_is_what_publishing_stores(kind):
    make_showcase()
    for instance in KINDS[kind].model.objects.all():
        before = publication()
        previewed = built(kind, [instance.pk])
        assert publication() == before
        publish(instance)
        assert previewed == {instance.pk: Page.objects.get(kind=kind, object_id=instance.pk).document}


def test_a_preview_shows_what_is_saved_and_not_what_is_published():
    film = make_showcase()
    film.year = 1999
    film.save()
    assert built("film", [film.pk])[film.pk]["year"] == 1999
    assert Page.objects.get(kind="film", object_id=film.pk).year == 2021


def test_a_draft_can_be_previewed():
    film = make_film("Users", published=False, directors=["Natalia Almada"])
    [director] = built("film", [film.pk])[film.pk]["credits"][0]["people"]
    assert (director["name"], director["slug"]) == ("Natalia Almada", None)
