"""What choices are called is looked up when a page is made: what is published is the same whatever is translated."""

from datetime import date

import pytest
from django.utils.translation import gettext, override, trans_real

from catalogue.models import Page
from catalogue.publication.documents.film import FILM as FILMS
from catalogue.publication.rebuild import publish_all
from catalogue.reference.roles import Role
from tests.makers import make_film
from tests.pages.reading import all_words, facts, read
from tests.publication.snapshots import publication
from tests.showcase import make_showcase

pytestmark = pytest.mark.django_db

FILM = "films/une-lumiere-au-nord/"
WRONG = {"fr": "faux", "en": "wrong"}


@pytest.fixture
def nothing_compiled(monkeypatch):
    """A start before `compile_translations`: the words of the site are those of its code, in every language."""
    monkeypatch.setattr(trans_real.DjangoTranslation, "_add_installed_apps_translations", lambda self: None)
    monkeypatch.setattr(trans_real, "_translations", {})
    monkeypatch.setattr(trans_real, "_default", None)
    with override("fr"):
        assert gettext("Director") == "Director"


def as_stored_earlier(stored):
    """A document or card as it is stored, with what earlier code stored beside the codes, all of it wrong."""
    if isinstance(stored, dict):
        older = {key: as_stored_earlier(value) for key, value in stored.items()}
        if {"role", "use", "scheme", "kind", "support"} & older.keys():
            older |= dict.fromkeys(["label", "kind_label", "use_label", "support_label"], WRONG)
        return older | ({"name": WRONG} if older.keys() == {"code"} else {})
    return [as_stored_earlier(value) for value in stored] if isinstance(stored, list) else stored


def test_a_rebuild_stores_the_same_before_the_translations_are_compiled_and_after(request):
    make_showcase()
    publish_all()
    compiled = publication()
    request.getfixturevalue("nothing_compiled")
    publish_all()
    assert publication() == compiled


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_earlier_code_stored_beside_the_codes_is_not_read(client, lang):
    make_showcase()
    addresses = [f"/{lang}/", f"/{lang}/films/", f"/{lang}/{FILM}", f"/{lang}/people/ada-lindqvist-cineaste/"]
    expected = [client.get(address).content for address in addresses]
    for page in Page.objects.all():
        older = {"document": as_stored_earlier(page.document), "card": as_stored_earlier(page.card)}
        assert page.kind != "text" or older["card"] != page.card
        Page.objects.filter(pk=page.pk).update(**older)
    assert [client.get(address).content for address in addresses] == expected


@pytest.mark.parametrize(
    ("lang", "role", "offer", "title", "language"),
    [
        ("fr", "Réalisation", "DCP En salle", "Titre traduit", "anglais"),
        ("en", "Director", "DCP Cinema", "Translated title", "English"),
    ],
)
def test_each_reader_is_told_in_their_language(client, lang, role, offer, title, language):
    make_showcase()
    page = read(client, f"/{lang}/{FILM}")
    assert facts(page)[role] == "Ada Lindqvist"
    assert facts(page)[title] == f"Northern Light {language}"
    assert all_words(page, ".see li")[-1].startswith(offer)
    person = read(client, f"/{lang}/people/ada-lindqvist-cineaste/")
    assert all_words(person, ".band h2")[0] == f"{role} 2"


def test_a_field_that_says_its_values_keeps_no_names():
    film = make_film("Users", supports=["dvd"])
    document = Page.objects.get(object_id=film.pk, kind="film").document
    assert ("support", "dvd", {}) in list(FILMS.terms(as_stored_earlier(document), date.today()))


def test_a_choice_that_there_is_no_more_is_told_by_its_code(client):
    make_showcase()
    page = Page.objects.get(kind="film", slug="une-lumiere-au-nord")
    page.document["credits"][0]["role"] = "prompter"
    page.save()
    assert "prompter" in facts(read(client, f"/en/{FILM}"))
    assert "prompter" not in Role.values
