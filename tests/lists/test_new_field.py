"""One declaration makes a filter: a new field is in addresses, forms, facets, values, chips, portrait and charts."""

import pytest

from catalogue.publication import fields
from catalogue.publication.facts import fact
from catalogue.publication.fields import Field, named
from catalogue.publication.publish import publish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film
from tests.pages.reading import addresses, all_words, links, read, titles

pytestmark = pytest.mark.django_db

COLOUR = Field("colour", "Couleur", lambda film, today: named(film["colour"]), says=fact("colour").said)
UNLABELLED = Field("sound", "Son", lambda film, today: [(film["sound"]["code"], {})])


@pytest.fixture
def colour():
    fields.register(COLOUR, after="genre")
    make_film("Users", 2021, colour="colour", producers=["ISKRA"])
    make_film("Shoah", 1985, colour="black_and_white", producers=["ISKRA"])
    make_film("Sans rien")
    yield
    fields.unregister("colour")


@pytest.fixture
def sound():
    fields.register(UNLABELLED)
    yield
    fields.unregister("sound")


def chosen(page, selector):
    return [node.attributes["value"] for node in page.css(f"{selector} input[name=colour]")]


@pytest.mark.usefixtures("colour")
@pytest.mark.parametrize(
    ("lang", "names", "unknown"),
    [
        ("fr", ["En couleurs", "Noir et blanc"], "Inconnu"),
        ("en", ["Black and white", "In colour"], "Unknown"),
    ],
)
def test_its_values_are_named_counted_and_lead_to_their_films(client, lang, names, unknown):
    expected = [f"{name} 1" for name in names]
    page = read(client, f"/{lang}/films/")
    (facet,) = [node for node in page.css(".facet") if "Couleur" in all_words(node, "summary")]
    assert all_words(facet, "li a") == [*expected, f"{unknown} 1"]
    values = read(client, f"/{lang}/films/values/colour/")
    assert sorted(all_words(values, ".ways a")) == sorted([*expected, f"{unknown} 1"])
    found = {text: titles(read(client, address)) for text, address in links(values, ".ways")}
    assert found[f"{unknown} 1"] == ["Sans rien"]
    assert sorted(found[text] for text in expected) == [["Shoah"], ["Users"]]


@pytest.mark.usefixtures("colour")
def test_it_is_kept_by_forms_and_links_and_can_be_taken_back(client):
    page = read(client, "/en/films/?colour=black_and_white&page=1")
    assert titles(page) == ["Shoah"]
    assert chosen(page, "form.between") == 2 * ["black_and_white"]
    assert all_words(page, ".chips li") == ["Remove Couleur Black and white ×"]
    assert addresses(page, ".chips") == ["/en/films/"]
    both = read(client, "/en/films/?colour=black_and_white&colour=colour&colour=unknown")
    assert titles(both) == ["Sans rien", "Shoah", "Users"]
    notices = all_words(read(client, "/en/films/?colour=sepia"), ".notices p")
    assert notices == ["“sepia” means nothing here for “Couleur”: it has been ignored."]


@pytest.mark.usefixtures("colour")
def test_it_stands_behind_the_field_it_was_put_behind():
    names = [field.name for field in fields.facets()]
    assert names[names.index("genre") + 1] == "colour"


@pytest.mark.usefixtures("colour")
def test_portraits_and_companies_show_it_too(client):
    portrait = read(client, "/en/portrait/")
    assert "Couleur" in all_words(portrait, ".plates h2")
    assert ("Black and white", "/en/films/?colour=black_and_white") in links(portrait, ".plates")
    charts = read(client, "/en/films/charts/?colour=colour")
    assert all_words(charts, ".charts__total [role=status]") == ["1 film"]
    company = read(client, "/en/companies/iskra/?colour=colour")
    assert titles(company) == ["Users"]


@pytest.mark.usefixtures("colour")
def test_a_rebuild_finds_it_for_films_published_before_it_was_declared(client):
    fields.unregister("colour")
    film = make_film("Avant", colour="tinted")
    fields.register(COLOUR, after="genre")
    assert titles(read(client, "/en/films/?colour=tinted")) == ["Avant", "Sans rien", "Shoah", "Users"]
    publish_all()
    assert titles(read(client, "/en/films/?colour=tinted")) == [film.title]


@pytest.mark.usefixtures("sound")
def test_a_value_without_a_name_is_refused_and_never_shown_as_its_code():
    film = make_film("Users", sound="silent", published=False)
    with pytest.raises(ValueError, match=r"Field 'sound' has a value without a label: 'silent'"):
        publish(film)


def test_two_fields_cannot_bear_one_name():
    with pytest.raises(ValueError, match="country"):
        fields.register(Field("country", "Pays"))
