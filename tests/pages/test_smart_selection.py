"""Selections that collect by a filter: what answers it is in them at once, with the notes of their curator."""

import pytest

from catalogue.models import SelectedFilm
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_film, make_selection
from tests.pages.reading import all_words, facts, links, read, titles, words

pytestmark = pytest.mark.django_db

SNOW = "/en/selections/neige/"


def make_smart(films=(), **columns):
    columns = {"filter": "country=SN&sort=year", **columns}
    return make_selection("Neige", films, **columns)


def test_it_collects_what_is_published_later_and_leaves_out_what_is_taken_off(client):
    make_smart()
    assert read(client, SNOW).css(".empty")
    first = make_film("Touki Bouki", 1973, ["SN"])
    make_film("Elsewhere", 1960, ["FR"])
    assert titles(read(client, SNOW)) == ["Touki Bouki"]
    make_film("Borom Sarret", 1963, ["SN"])
    assert titles(read(client, SNOW)) == ["Borom Sarret", "Touki Bouki"]
    unpublish(first)
    assert titles(read(client, SNOW)) == ["Borom Sarret"]


def test_the_page_a_visitor_holds_is_renewed_when_the_filter_finds_more(client):
    make_smart()
    etag = client.get(SNOW)["ETag"]
    assert client.get(SNOW, headers={"If-None-Match": etag}).status_code == 304
    make_film("Touki Bouki", 1973, ["SN"])
    assert client.get(SNOW, headers={"If-None-Match": etag}).status_code == 200


def test_its_rows_are_notes_on_the_films_among_it(client):
    inside, outside = make_film("Touki Bouki", 1973, ["SN"]), make_film("Elsewhere", 1960, ["FR"])
    selection = make_smart([inside, outside], published=False)
    SelectedFilm.objects.filter(film=inside).update(note_en="The motorbike.")
    publish(selection)
    page = read(client, SNOW)
    assert titles(page) == ["Touki Bouki"]
    assert all_words(page, ".chosen .prose") == ["The motorbike."]
    assert (
        links(read(client, "/en/films/?selection=neige"), ".card") == []
    )  # the filter knows frozen ones alone


def test_it_leads_to_its_list_and_shows_no_more_films_than_it_can(client, monkeypatch):
    monkeypatch.setattr("catalogue.lists.selected.MOST", 2)
    for year in (1963, 1973, 1992):
        make_film(f"Film {year}", year, ["SN"])
    make_smart()
    page = read(client, SNOW)
    assert titles(page) == ["Film 1963", "Film 1973"]
    assert links(page, ".chosen + .onward") == [
        ("1 more film in the list", "/en/films/?country=SN&sort=year")
    ]
    assert facts(page)["Films"].startswith("3")
    assert "Running time" not in facts(page)


def test_a_list_of_selections_counts_what_each_holds_now(client):
    films = [make_film(f"Film {year}", year, ["SN"]) for year in (1963, 1973)]
    make_smart()
    make_selection("Named", films)
    unpublish(films[0])
    page = read(client, "/en/selections/")
    assert all_words(page, ".selections .meta") == ["1 film", "1 film"]
    for address in ("/en/selections/", "/en/"):  # the front page opens on one of the two
        assert [len(strip.css("img")) for strip in read(client, address).css(".strip")] == [1, 1]


def test_it_tells_its_films_at_a_glance(client):
    make_film("One", 1963, ["SN"], running_time=20)
    make_film("Two", 1973, ["SN", "FR"], running_time=89)
    make_film("Three", None, ["SN"])
    selection = make_smart(filter="form=documentary&form=unknown")
    told = facts(read(client, SNOW))
    assert told["Running time"] == "1\u00a0h\u00a049 without 1 film, whose running time is not known"
    assert told["Years"].startswith("1963–1973")
    page = read(client, SNOW)
    assert all_words(page, ".glance li") == ["Senegal 3", "France 1", "1960s 1", "1970s 1"]
    for text, address in links(page, ".glance li"):
        count = {"Senegal": 3}.get(text, 1)
        assert words(read(client, address).css_first("#results")).split()[0] == str(count), address
    selection.filter = (
        "country=SN"  # what a choice of another country beside it would find is not in the selection
    )
    selection.save()
    publish(selection)
    page = read(client, SNOW)
    assert all_words(page, ".glance li")[:2] == ["Senegal 3", "France 1"]
    assert [text for text, _address in links(page, ".glance li")] == ["1960s", "1970s"]
