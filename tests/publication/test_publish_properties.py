"""Whatever is published, in whatever order, the publication is what a rebuild gives."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.models import Company, Film, Page, Person
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_selection, make_text
from tests.publication.snapshots import publication

FILMS = st.lists(
    st.fixed_dictionaries(
        {
            "year": st.sampled_from([None, 1975, 2021, 2024]),
            "countries": st.lists(st.sampled_from(["FR", "US", "SUHH"]), unique=True, max_size=2),
            "directors": st.lists(st.sampled_from(["Ada", "Éva", "Eva"]), unique=True, max_size=2),
            "producers": st.lists(st.sampled_from(["Slon", "ISKRA"]), unique=True, max_size=2),
            "genres": st.lists(st.sampled_from(["Essai", "Drame"]), unique=True, max_size=2),
            "spoken": st.lists(st.sampled_from(["fr", "en"]), unique=True, max_size=2),
            "supports": st.lists(st.sampled_from(["dvd", "vod"]), unique=True, max_size=2),
        }
    ),
    min_size=1,
    max_size=5,
)
KINDS_OF_TEXTS = ["intention_note", "presentation", "shooting_secret"]
TITLES = ["L’Été", "Users", "Été", "東京物語", "The End"]


@pytest.mark.django_db
class TestPublication(TestCase):
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=FILMS, data=st.data())
    def test_publishing_one_by_one_in_any_order_gives_what_the_rebuild_gives(self, films, data):
        made = [make_film(TITLES[n], published=False, **columns) for n, columns in enumerate(films)]
        texts = [
            make_text(film, "Une note.", text_kind=kind, published=False)
            for film in made[:2]
            for kind in data.draw(st.lists(st.sampled_from(KINDS_OF_TEXTS), max_size=2))
        ]
        selections = [
            make_selection(title, data.draw(st.lists(st.sampled_from(made), unique=True)), published=False)
            for title in ("Neige", "Travail")
        ]
        companies = list(Company.objects.all())
        for before, after in pairwise(companies):
            after.predecessor = before
            after.save()
        everything = [*made, *texts, *selections, *Person.objects.all(), *companies]
        for instance in data.draw(st.permutations(everything)):
            publish(instance)
        for selection in data.draw(st.lists(st.sampled_from(selections), unique=True)):
            selection.title_fr += " !"
            selection.save()
            selection.selected_films.filter(film=data.draw(st.sampled_from(made))).delete()
            publish(selection)
        for text in data.draw(st.lists(st.sampled_from(texts), unique=True)) if texts else ():
            text.text_kind = data.draw(st.sampled_from(KINDS_OF_TEXTS))
            text.slug = f"note-{text.pk}"
            text.film = data.draw(st.sampled_from(made))
            text.save()
            publish(text)
        gone = data.draw(st.lists(st.sampled_from(everything), unique=True, max_size=3))
        for instance in gone:
            unpublish(instance)
        for instance in data.draw(st.lists(st.sampled_from([*texts, *selections]), unique=True, max_size=2)):
            instance.delete()
        found = publication()
        publish_all()
        assert publication() == found

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(films=FILMS, data=st.data())
    def test_unpublishing_everything_in_any_order_leaves_nothing_behind(self, films, data):
        made = [make_film(TITLES[n], **columns) for n, columns in enumerate(films)]
        for film in data.draw(st.permutations(made)):
            unpublish(film)
        publish_people = Page.objects.exclude(kind="film")
        assert not Page.objects.filter(kind="film").exists()
        assert {field.partition(".")[0] for field, _value in publication()["postings"]} <= {
            "person",
            "company",
        }
        assert publish_people.count() == Page.objects.count()
        assert Film.objects.published().count() == 0
