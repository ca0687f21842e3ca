"""What a list of films is made of says what its contracts promise: filters, facets, numbers, pages."""

import re

import pytest

from catalogue.lists.facets import Facet
from catalogue.lists.pages import Pages
from tests.templates.rendering import CARD, Thing, choice, links, listing, render


def test_a_chosen_value_leads_to_its_removal_and_says_so():
    html = render("facet", "choice_link(choice)", choice=choice(selected=True, count=None, url="/en/films/"))
    assert links(html) == ["/en/films/#results"]
    assert 'aria-current="true"' in html
    assert "(chosen, remove)" in html


def test_a_number_is_of_films_after_the_click_or_of_how_many_more():
    numbers = [{"count": 3}, {"count": None, "added": 2}, {"count": None, "added": 0}]
    shown = [render("facet", "choice_link(choice)", choice=choice(**number)) for number in numbers]
    assert [re.sub("<[^>]*>", "", html).removeprefix("France ") for html in shown] == [
        "3",
        "2 more films",
        "0 more films",
    ]
    assert ['<small class="added">' in html for html in shown] == [False, True, True]  # drawn as "+2"
    assert ['class="none"' in html for html in shown] == [False, False, True]


def facet(*choices, **values):
    return Facet("country", "Country", choices, **{"more_url": None} | values)


def test_a_facet_with_a_chosen_value_stays_open():
    shown = [render("facet", "facet(one, false)", one=facet(choice(selected=on))) for on in (True, False)]
    assert [" open>" in html for html in shown] == [True, False]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, None),
        ({"all_of_url": "?all"}, "All of these at once"),
        ({"all_of_url": "?all", "is_all_of": True}, "All of these at once (chosen, remove)"),
    ],
)
def test_that_all_choices_are_wanted_at_once_is_a_switch(values, said):
    html = render("facet", "facet(one)", one=facet(choice(selected=True), **values))
    switch = re.search('<a class="facet__all".*?</a>', html)
    assert (re.sub("<[^>]*>", "", switch[0]) if switch else None) == said


def test_the_drawer_of_a_phone_says_how_many_films_it_shows_and_closes_on_them():
    for total, said in ((0, "No film"), (1, "Show 1 film"), (1234, "Show 1,234 films")):
        html = render("filters", "filters(listing)", listing=listing(total=total))
        foot = html.partition('aria-live="polite">')[2].partition("</p>")[0]
        assert re.sub("<[^>]*>", "", foot) == said
        assert 'popovertarget="filters" popovertargetaction="hide"' in foot


def test_facets_stand_in_three_groups_and_those_that_nobody_placed_are_about_the_film():
    facets = [
        Facet(name, name, [choice()], None)
        for name in ("country", "form", "genre", "brand_new", "subtitles", "support", "distributor")
    ]
    html = render("filters", "filters(listing)", listing=listing(facets=facets))
    assert re.findall("<(?:h3|summary)>(.*?)</", html) == [
        *("Search these films", "The film", "country", "form", "genre", "brand_new"),
        *("Its versions", "subtitles"),
        *("How to see it", "support", "distributor"),
    ]


@pytest.mark.parametrize(
    ("opened", "more_url", "shown"), [(False, "/all/", 3), (True, "/all/", 6), (False, None, 8)]
)
def test_a_long_facet_shows_its_first_values_and_has_a_box_for_the_others(opened, more_url, shown):
    html = render(
        "facet",
        "facet(one, opened)",
        one=facet(*[choice() for _value in range(8)], more_url=more_url),
        opened=opened,
    )
    assert html.count("<li>") == shown
    assert ('class="facet__find"' in html) == bool(more_url)


def test_a_group_without_facets_has_no_heading():
    html = render("filters", "filters(listing)", listing=listing(facets=[facet(choice())]))
    assert re.findall("<h3>(.*?)</", html) == ["The film"]


def test_a_form_of_a_list_keeps_the_other_filters():
    years = Thing(year_from=1975, year_to=None, unknown=0, unknown_url="", unknown_selected=False, bars=[])
    hidden = [("country", "FR"), ("year_from", "1975"), ("sort", "year")]
    html = render("years", "year_form(years, hidden)", years=years, hidden=hidden)
    assert re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', html) == [
        ("country", "FR"),
        ("sort", "year"),
    ]


def test_a_list_without_films_does_not_speak_of_filters_that_nobody_chose():
    for nothing, said in (("", "There is no film here yet."), ("Nothing of ours.", "Nothing of ours.")):
        html = render("listing", "film_listing(listing, nothing)", listing=listing(), nothing=nothing)
        assert said in html
        assert "filters" not in html


@pytest.mark.parametrize(
    ("count", "said"), [(1, "No film here matches."), (2, "No film here matches all of these filters.")]
)
def test_an_empty_list_says_what_to_do_next(count, said):
    chips = count * [Thing(filter_label="Country", label="Sweden", remove_url="/en/films/")]
    html = render("listing", "film_listing(listing)", listing=listing(chips=chips))
    assert said in html
    assert "/en/films/#results" in links(html)


@pytest.mark.parametrize(("count", "said"), [(1, "1 film"), (3, "3 films")])
def test_a_list_announces_its_number_of_films(count, said):
    html = render("listing", "film_listing(listing)", listing=listing(total=count, cards=count * [CARD]))
    assert f'<div role="status"><h2 id="results" tabindex="-1">{said}</h2></div>' in html
    assert html.count("<article ") == count


def test_one_page_needs_no_page_links():
    assert render("pagination", "pagination(pages)", pages=Pages(range(30), 1, None)).strip() == ""
