"""When films of the demonstration were published, and what its front page opens on: relative to the day of loading."""

import csv
from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue import fixtures
from catalogue.folding import fold
from catalogue.models import Film, Highlight, Page, Text
from catalogue.typography import unbroken
from tests.pages.reading import read

from .test_fixtures import demonstrated, told_whole

pytestmark = pytest.mark.slow


def arrivals():
    """{title, folded: how many days before loading}."""
    with (fixtures.PROGRAMME / fixtures.ARRIVALS).open(newline="") as file:
        return {fold(line["title"]): int(line["days"]) for line in csv.DictReader(file)}


def test_films_of_the_demonstration_arrive_over_a_year_and_the_newest_are_told_whole():
    films = {fold(row["title"]) for row in demonstrated("film").values()}
    selections = {fold(row["title_fr"]) for row in demonstrated("selection").values()}
    days = arrivals()
    assert days.keys() <= films | selections
    newest = sorted(films, key=lambda title: days.get(title, max(days.values())))
    assert {*newest[:25]} == {*map(fold, told_whole())}
    assert 8 <= len([title for title in films if days.get(title, 999) <= 40]) <= 14
    assert len({days[title] for title in newest[:100]}) > 90
    assert len(selections & days.keys()) >= 6


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
def test_a_film_of_the_demonstration_is_as_new_as_the_table_says_on_the_day_of_loading():
    told, now = arrivals(), timezone.now()
    for kind, title in (("film", "title"), ("selection", "title__fr")):
        pages = Page.objects.current().filter(kind=kind).values_list(f"document__{title}", "published_at")
        for name, published_at in pages:
            days = told.get(fold(name), max(told.values()))
            assert (timezone.localdate() - published_at.date()).days == days, name
            assert published_at < now
    films = Film.objects.in_bulk()
    for text in Text.objects.filter(film__isnull=False):
        assert text.published_at == films[text.film_id].published_at


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
def test_the_front_page_of_the_demonstration_opens_on_a_film_and_a_selection_and_another_time_on_others(
    client,
):
    today = timezone.localdate()
    assert [str(each) for each in Highlight.objects.on(today)] == ["Cléo de 5 à 7 (1962)", "Rivages"]
    assert len(Highlight.objects.on(today + timedelta(days=14))) == 2
    assert len(Highlight.objects.filter(last_day__lt=today)) == 1
    for highlight in Highlight.objects.all():
        assert highlight.sentence_fr
        assert highlight.sentence_en
    page = read(client, "/en/")
    assert [node.text() for node in page.css(".opening h2")] == [unbroken("Cléo de 5 à 7"), "Shores"]
    assert [block.attributes["aria-labelledby"] for block in page.css("main > .block")] == [
        *["new", "leaving", "available", "selections", "texts", "years"]
    ]
