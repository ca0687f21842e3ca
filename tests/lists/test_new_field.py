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

SOUND = Field("sound", "Bande son", lambda film, today: named(film["sound"]), says=fact("sound").said)
UNLABELLED = Field(
    "hue", "Teinte", lambda film, today: [(film["colour"]["code"], {})] if film["colour"] else []
)


@pytest.fixture
def sound():
    fields.register(SOUND, after="genre")
    make_film("Users", 2021, sound="sound", producers=["ISKRA"])
    make_film("Shoah", 1985, sound="silent", producers=["ISKRA"])
    make_film("Sans rien")
    yield
    fields.unregister("sound")


@pytest.fixture
def hue():
    fields.register(UNLABELLED)
    yield
    fields.unregister("hue")


def chosen(page, selector):
    return [node.attributes["value"] for node in page.css(f"{selector} input[name=sound]")]


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("lang", "names", "unknown"),
    [
        ("fr", ["Muet", "Sonore"], "Sans indication"),
        ("en", ["Silent", "With sound"], "Unknown"),
    ],
)
def test_its_values_are_named_counted_and_lead_to_their_films(client, lang, names, unknown):
    expected = [f"{name} 1" for name in names]
    page = read(client, f"/{lang}/films/")
    (facet,) = [
        node for node in page.css(".facet:not(:has(.facet))") if "Bande son" in all_words(node, "summary")
    ]
    assert all_words(facet, "li a") == [*expected, f"{unknown} 1"]
    values = read(client, f"/{lang}/films/values/sound/")
    assert sorted(all_words(values, ".ways a")) == sorted([*expected, f"{unknown} 1"])
    found = {text: titles(read(client, address)) for text, address in links(values, ".ways")}
    assert found[f"{unknown} 1"] == ["Sans rien"]
    assert sorted(found[text] for text in expected) == [["Shoah"], ["Users"]]


@pytest.mark.usefixtures("sound")
def test_it_is_kept_by_forms_and_links_and_can_be_taken_back(client):
    page = read(client, "/en/films/?sound=silent&page=1")
    assert titles(page) == ["Shoah"]
    assert chosen(page, "form.between") == ["silent"]
    assert all_words(page, ".chips li") == ["Remove Bande son Silent ×"]
    assert addresses(page, ".chips") == ["/en/films/"]
    both = read(client, "/en/films/?sound=silent&sound=sound&sound=unknown")
    assert titles(both) == ["Sans rien", "Shoah", "Users"]
    notices = all_words(read(client, "/en/films/?sound=sepia"), ".notices p")
    assert notices == ["“sepia” means nothing here for “Bande son”: it has been ignored."]


@pytest.mark.usefixtures("sound")
def test_it_stands_behind_the_field_it_was_put_behind():
    names = [field.name for field in fields.facets()]
    assert names[names.index("genre") + 1] == "sound"


@pytest.mark.usefixtures("sound")
def test_portraits_and_companies_show_it_too(client):
    portrait = read(client, "/en/portrait/")
    assert "Bande son" in all_words(portrait, ".plates h2")
    assert ("Silent", "/en/films/?sound=silent") in links(portrait, ".plates")
    charts = read(client, "/en/films/charts/?sound=sound")
    assert all_words(charts, ".charts__total [role=status]") == ["1 film"]
    company = read(client, "/en/companies/iskra/?sound=sound")
    assert titles(company) == ["Users"]


@pytest.mark.usefixtures("sound")
def test_a_rebuild_finds_it_for_films_published_before_it_was_declared(client):
    fields.unregister("sound")
    film = make_film("Avant", sound="music")
    fields.register(SOUND, after="genre")
    assert titles(read(client, "/en/films/?sound=music")) == ["Avant", "Sans rien", "Shoah", "Users"]
    publish_all()
    assert titles(read(client, "/en/films/?sound=music")) == [film.title]


@pytest.mark.usefixtures("hue")
def test_a_value_without_a_name_is_refused_and_never_shown_as_its_code():
    film = make_film("Users", colour="tinted", published=False)
    with pytest.raises(ValueError, match=r"Field 'hue' has a value without a label: 'tinted'"):
        publish(film)


def test_two_fields_cannot_bear_one_name():
    with pytest.raises(ValueError, match="country"):
        fields.register(Field("country", "Pays"))
