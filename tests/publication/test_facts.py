"""A simple fact of a film is one line in `FACTS`: the document, the page, the form and the style page follow."""

from decimal import Decimal

import pytest
from django.contrib import admin
from django.db.models import DecimalField
from django.utils import translation

from catalogue.models import Film, Page
from catalogue.publication import facts
from catalogue.publication.facts import FACTS, Fact
from catalogue.styleguide import films
from tests.makers import make_film
from tests.pages.reading import facts as facts_read
from tests.pages.reading import read
from tests.templates.test_components import render

pytestmark = pytest.mark.django_db


@pytest.fixture
def credit_as_fact(monkeypatch):
    """A column without choices that no page shows by itself stands for a fact that somebody adds."""
    monkeypatch.setattr(facts, "FACTS", (*FACTS, Fact("cover_credit", example="Cleo")))


def test_a_choice_is_shown_in_the_readers_words(client):
    make_film("Users", colour="black_and_white", sound="silent")
    shown = {lang: facts_read(read(client, f"/{lang}/films/users/")) for lang in ("fr", "en")}
    assert (shown["en"]["Colour"], shown["en"]["Sound"]) == ("Black and white", "Silent")
    assert (shown["fr"]["Couleur"], shown["fr"]["Son"]) == ("Noir et blanc", "Muet")


def test_a_fact_that_is_not_known_is_not_shown(client):
    make_film("Users")
    assert not {"Colour", "Sound"} & facts_read(read(client, "/en/films/users/")).keys()


def test_a_fact_added_to_the_list_is_in_the_document_on_the_page_and_on_the_style_page(
    client, credit_as_fact
):
    make_film("Users", cover_credit="Ada")
    document = Page.objects.get(kind="film").document
    assert document["cover_credit"] == {"code": "Ada"}
    assert facts_read(read(client, "/en/films/users/"))["Credit of the cover"] == "Ada"
    assert "Cleo" in render("film_facts", "film_facts(film)", film=films.film())


def test_the_editors_form_has_a_field_for_each_fact():
    fields = admin.site.get_model_admin(Film).get_fieldsets(None)
    assert any(tuple(fact.column for fact in FACTS) in group["fields"] for _name, group in fields)


@pytest.mark.parametrize(("lang", "text"), [("fr", "1,85"), ("en", "1.85")])
def test_a_number_is_written_as_each_language_does(monkeypatch, lang, text):
    monkeypatch.setattr(Film._meta, "get_field", lambda column: DecimalField(max_digits=3, decimal_places=2))
    ratio = Fact("ratio", example=Decimal("1.85"))
    with translation.override(lang):
        assert ratio.said(ratio.coded(Decimal("1.85"))["code"]) == text
