"""Offers in the admin: what nobody stated is shown as such, found by it, and stated there."""

import pytest

from distributors.models import Offer
from tests.admin.conftest import form_data, log_in
from tests.makers import make_film, make_offer, make_version
from tests.pages.reading import all_words, read

LIST = "/admin/distributors/offer/"


@pytest.fixture
def editor(db):
    return log_in("editor", group="editors")


@pytest.fixture
def offer(db):
    return Offer.objects.create(
        film=make_film("Users", 1966, directors=["Ada"], published=False), support="dcp"
    )


def test_a_new_offer_states_neither_use_nor_availability(editor):
    data = form_data(editor, f"{LIST}add/")
    assert (data["use"], data["availability"]) == ("", "")


def test_what_is_not_stated_is_listed_as_such_and_found_by_it(editor, offer):
    stated = Offer.objects.create(
        film=make_film("Norilsk"), support="dvd", use="home", availability="available"
    )
    page = read(editor, LIST)
    assert [all_words(page, f".field-{name}") for name in ("use", "availability")] == [
        ["Not stated", "Home viewing"],
        ["Not stated", "Available"],
    ]
    for name in ("use", "availability"):
        found = editor.get(f"{LIST}?{name}__exact=").context["cl"].queryset
        assert list(found) == [offer], name
        found = editor.get(f"{LIST}?{name}__exact={getattr(stated, name)}").context["cl"].queryset
        assert list(found) == [stated], name
    assert (str(offer), str(stated)) == ("DCP", "DVD (Home viewing)")


def test_an_editor_states_it_and_the_page_says_it(editor, client, offer):
    change = f"{LIST}{offer.pk}/change/"
    film = f"/admin/catalogue/film/{offer.film.pk}/change/"
    editor.post(film, form_data(editor, film, _publish="1"))
    see = "/en/films/users/"
    assert all_words(read(client, see), ".see__sentence") == ["Exists on DCP; availability not stated."]
    assert all_words(read(client, see), ".see li") == ["DCP availability not stated"]
    editor.post(change, form_data(editor, change, availability="available", use="theatrical", _save="1"))
    editor.post(film, form_data(editor, film, _publish="1"))
    assert all_words(read(client, see), ".see__sentence") == ["Available on DCP in cinemas."]
    assert all_words(read(client, see), ".see li") == ["DCP Cinema"]


def test_a_version_that_an_offer_names_is_not_deleted_unless_the_offer_lets_it_go(editor):
    film = make_film("Users", published=False)
    version = make_version(film, spoken=["fr"], subtitles=["en"])
    offer = make_offer(film, "dcp", version=version)
    address = f"/admin/catalogue/film/{film.pk}/change/"
    data = form_data(editor, address) | {"versions-0-DELETE": "on"}
    response = editor.post(address, data)
    assert "is named by offer “DCP”" in response.content.decode()
    offer.refresh_from_db()
    assert offer.version == version
    assert editor.post(address, data | {"offers-0-version": ""}).status_code == 302
    offer.refresh_from_db()
    assert (offer.version, film.versions.count()) == (None, 0)
