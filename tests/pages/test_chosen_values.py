"""What a value in the address of a list means: it is held by films, by none, unknown, or nonsense."""

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_films
from tests.pages.reading import addresses, all_words, notices, read, titles, total

pytestmark = pytest.mark.django_db

LIST = "/en/films/"


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("country=%07", ["\a", "Country"]),
        ("country_all=yes&country=FR", ["yes", "Country"]),
        ("genre=" + 151 * "a", [60 * "a", "Genre"]),
        ("support=vhs", ["vhs", "Format"]),
        ("use=%20public%20", ["public", "Use"]),
        ("available=tomorrow", ["tomorrow", "Availability"]),
        ("accessibility=sdh-xyzzy", ["sdh-xyzzy", "Accessibility"]),
        ("year=20261", ["20261", "Year"]),
        ("year_from=19x9", ["19x9", "From year"]),
        ("year_to=99999", ["99999", "To year"]),
        ("director_gender=nobody-else", ["nobody-else", "Director’s gender"]),
        ("sort=sideways", ["sideways", "Sort by"]),
        ("page=0", ["0", "Page"]),
        ("page=two", ["two", "Page"]),
        ("running_time=80", ["80", "Running time"]),
        ("q=" + 201 * "a", [60 * "a", "Words"]),
        ("unknown_year=yes", ["yes", "Year"]),
        ("letter=%C3%89", ["É", "First letter"]),
    ],
)
def test_a_value_that_means_nothing_is_left_aside_with_a_notice(client, query, named):
    make_films(2)
    page = read(client, f"{LIST}?{query}")
    value, name = named
    assert notices(page) == [f"“{value}” means nothing here for “{name}”: it has been ignored."]
    assert titles(page) == ["Film 00", "Film 01"]


@pytest.mark.parametrize(
    ("query", "said", "name"),
    [
        ("genre=documentaire", "documentaire", "Genre"),
        ("country=XX", "XX", "Country"),
        ("country=DE", "Germany", "Country"),
        ("director=nobody", "nobody", "Director"),
        ("language=pt-BR", "Brazilian Portuguese", "Spoken language"),
        ("support=16mm", "16 mm", "Format"),
        ("use=theatrical", "Cinema", "Use"),
        ("accessibility=sdh-fr", "SDH, French", "Accessibility"),
        ("year=1950", "1950", "Year"),
        ("running_time=0-29", "up to 29 min", "Running time"),
        ("letter=Z", "Z", "First letter"),
        ("country=unknown", "Unknown", "Country"),
        ("year=1950&q=film", "1950", "Year"),
    ],
)
def test_a_value_that_no_film_has_finds_none_and_can_be_dropped(client, query, said, name):
    make_films(2)
    page = read(client, f"{LIST}?{query}")
    assert notices(page) == [f"No film answers “{name}: {said}”. Drop this choice"]
    assert (total(page), titles(page)) == ("0 films", [])
    assert any(chip.startswith(f"Remove {name} {said} ") for chip in all_words(page, ".chips li"))
    (dropped,) = addresses(page, ".notices")
    assert dropped in addresses(page, ".chips")
    assert titles(read(client, dropped)) == ["Film 00", "Film 01"]


def test_a_value_that_no_film_has_adds_nothing_to_those_that_some_have(client):
    make_films(2)
    page = read(client, f"{LIST}?country=FR&country=Frankreich")
    assert notices(page) == ["No film answers “Country: Frankreich”. Drop this choice"]
    assert titles(page) == ["Film 00", "Film 01"]


@pytest.mark.parametrize(
    "name",
    ["country", "genre", "theme", "director", "producer", "distributor", "language", "subtitles", "support"],
)
def test_of_every_filter_unknown_is_a_value(client, name):
    columns = {"spoken": ["fr"], "subtitles": ["fr"], "supports": ["dvd"], "distributor": "ISKRA"}
    known = make_film("Su", 2000, ["FR"], ["Ada"], ["ISKRA"], ["Essai"], published=False, **columns)
    known.themes.create(name_fr="Mer", name_en="Sea")
    publish(known)
    make_film("Inconnu")
    assert titles(read(client, f"{LIST}?{name}=unknown")) == ["Inconnu"]
    assert f"{LIST}?{name}=unknown" in addresses(read(client, LIST), ".facet")
