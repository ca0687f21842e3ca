"""The catalogues of benchmarks: what they hold, and that they are the same each time."""

from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from benchmarks.columns import COLUMNS
from benchmarks.insert import finish, insert
from benchmarks.rows import Catalogue
from catalogue.models import Company, Country, Credit, Film, Page, Person, Text
from catalogue.publication.rebuild import publish_all
from distributors.models import Offer

FILMS = 60


def parts(codes=("FR", "US", "SUHH", "SN"), films=FILMS, size=25):
    return list(Catalogue(films, codes, date(2026, 1, 1)).parts(size))


@pytest.fixture
def made(db):
    for part in parts(Country.objects.values_list("code", flat=True)):
        for model, rows in part.items():
            insert(model, COLUMNS[model], rows)
    finish(list(COLUMNS))


def test_the_same_catalogue_is_made_twice():
    assert parts() == parts()


def test_it_is_the_same_in_parts_of_any_size():
    people = [[row for part in parts(size=size) for row in part.get(Person, ())] for size in (7, FILMS)]
    assert people[0] == people[1]


def test_it_holds_what_it_says(made):
    assert Film.objects.count() == FILMS
    assert Credit.objects.filter(role="director").values("film").distinct().count() == FILMS
    for model in COLUMNS:
        assert model.objects.exists(), model


def test_every_row_is_one_that_editors_could_have_saved(made):
    connection.check_constraints()
    for model in (model for model in COLUMNS if not model._meta.auto_created):
        for row in model.objects.all():
            try:
                row.full_clean(exclude=["contact_email"])
            except ValidationError as error:
                pytest.fail(f"{model.__name__} {row.pk}: {error}")


def test_derived_columns_are_as_saving_makes_them(made):
    for model in (Film, Person, Company):
        before = list(model.objects.order_by("pk").values())
        names = [field.name for field in model._meta.concrete_fields if field.name != "modified_at"]
        for row in model.objects.all():
            row.save()
        for former, present in zip(before, model.objects.order_by("pk").values(), strict=True):
            differing = [n for n in former if n in names and n != "has_changes" and former[n] != present[n]]
            assert differing == []


def test_rows_saved_later_have_ids_of_their_own(made):
    assert Film.objects.create(title="Un de plus").pk == FILMS + 1


def test_all_of_it_is_published(made):
    publish_all()
    pages = Counter(Page.objects.values_list("kind", flat=True))
    objects = {"film": Film, "person": Person, "company": Company, "text": Text}
    assert pages == {kind: model.objects.count() for kind, model in objects.items()}
    assert Offer.objects.exists()


def test_a_few_direct_much_and_most_direct_little():
    films = Counter()
    for part in parts(films=4000):
        films.update(row[1] for row in part.get(Credit, ()) if row[2] == "director")
    assert max(films.values()) > 20
    assert sum(count <= 3 for count in films.values()) > 0.8 * len(films)
    assert 0.5 < len(films) / 4000 < 0.8
