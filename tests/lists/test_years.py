"""The histogram of years: its axis, its links, and that it follows the other filters and not its own."""

import re

import pytest
from django.utils import timezone

from catalogue.lists.years import LEAST, _height
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pages.reading import addresses, links, read, words

pytestmark = pytest.mark.django_db

CHARTS = "/en/films/charts/"


def bars(page):
    """{year: number of films} of the table of years."""
    rows = [row for row in page.css(".years__table tr") if row.css_first("a")]
    return {int(words(row.css_first("a"))): int(words(row.css_first("td"))) for row in rows}


def make_films():
    make_film("Un", 1975, ["FR"])
    make_film("Deux", 1975, ["BE"])
    make_film("Trois", 1994, ["FR"])
    make_film("Quatre", None, ["FR"])


def test_the_axis_goes_from_the_first_film_to_today(client):
    make_films()
    axis = read(client, CHARTS).css_first(".decades")
    this_decade = timezone.localdate().year // 10 * 10
    assert (axis.attributes["data-first"], axis.attributes["data-end"]) == ("1970", str(this_decade + 10))
    decades = [words(row.css_first("th")) for row in axis.css("tr")]
    assert decades == [str(year) for year in range(1970, this_decade + 10, 10)]


def test_a_film_of_a_year_to_come_is_on_the_axis(client):
    make_film("Bientôt", 2035)
    assert bars(read(client, CHARTS)) == {2035: 1}


def test_every_bar_is_told_by_the_table_behind_it(client):
    make_films()
    page = read(client, CHARTS)
    assert bars(page) == {1975: 2, 1994: 1}
    assert addresses(page, ".decades div") == addresses(page, ".years__table")


def test_the_years_follow_the_other_filters_and_not_their_own(client):
    make_films()
    assert bars(read(client, f"{CHARTS}?country=FR")) == {1975: 1, 1994: 1}
    assert bars(read(client, f"{CHARTS}?country=FR&year=1975")) == {1975: 1, 1994: 1}


def test_a_year_replaces_a_range_and_keeps_the_rest(client):
    make_films()
    page = read(client, f"{CHARTS}?country=FR&year_from=1990&unknown_year=1")
    assert ("1975", f"{CHARTS}?country=FR&year=1975") in links(page, ".years__table")
    assert ("1970", f"{CHARTS}?country=FR&year_from=1970&year_to=1979") in links(page, ".decades")


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [("year=1975", ["1975"]), ("year_from=1990&year_to=1999", ["1994"]), ("year_to=2000", ["1975", "1994"])],
)
def test_the_chosen_years_are_marked(client, asked, chosen):
    make_films()
    page = read(client, f"{CHARTS}?{asked}")
    assert [words(a) for a in page.css(".years__table [aria-current]")] == chosen
    assert len(heights(page, ".on")) == len(chosen)


@pytest.mark.parametrize("year", [1874, 2039])
def test_a_decade_keeps_to_the_years_that_a_film_may_bear(client, year):
    make_film("Loin", year)
    (address,) = set(addresses(read(client, CHARTS), ".decades th"))
    page = read(client, address)
    assert words(page.css_first("[role=status]")) == "1 film"
    assert not page.css(".notices")


def test_several_years_add_up(client):
    make_films()
    page = read(client, "/en/films/?year=1975&year=1994")
    assert words(page.css_first("[role=status] #results")) == "3 films"


def test_without_a_year_there_is_a_form_and_no_drawing(client):
    make_film("Sans date")
    page = read(client, CHARTS)
    assert not page.css(".decades")
    assert ("Year unknown 1", f"{CHARTS}?unknown_year=1") in links(page, ".years")


@pytest.mark.parametrize("address", ["/en/films/", CHARTS, "/en/portrait/"])
def test_the_same_drawing_is_where_years_are(client, address):
    make_films()
    page = read(client, address)
    assert [words(a) for a in page.css(".decades th a")] == ["1970", "1990"]


def heights(page, which=""):
    """The heights of the bars of a drawing, in percent."""
    paths = [path.attributes["d"] for path in page.css(f".decades__bars path{which}")]
    return sorted(int(height) for path in paths for height in re.findall(r"V(\d+)h", path) if height != "0")


def test_one_year_of_many_films_leaves_the_others_to_be_seen(client):
    publish(
        make_film("Seul", 1950, published=False),
        *(make_film(f"Quatre {number}", 1960, published=False) for number in range(4)),
        *(make_film(f"Cent {number}", 2024, published=False) for number in range(100)),
    )
    page = read(client, CHARTS)
    assert heights(page) == [10, 20, 100]  # the square root of 1, 4 and 100 hundredths
    assert (
        words(page.css_first(".decades caption:not(.hidden)"))
        == "Films by year and decade (square root scale)"
    )
    assert bars(page) == {1950: 1, 1960: 4, 2024: 100}


def test_the_least_bar_can_still_be_seen():
    assert [_height(count, 1_000_000) for count in (0, 1, 1_000_000)] == [0, LEAST, 100]
