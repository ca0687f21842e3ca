"""Folded names and sort keys are right whichever way a row is written."""

import pytest

from catalogue.models import Company, Film, FormerName, OtherTitle, Person

pytestmark = pytest.mark.django_db


def test_rows_written_in_bulk_have_them():
    Film.objects.bulk_create([Film(title="L’Été", original_title="Suvi"), Film(title="Ça", slug="ca")])
    found = Film.objects.order_by("pk").values_list("folded_title", "folded_original_title", "sort_title")
    assert list(found) == [("l ete", "suvi", "ete"), ("ca", "", "ca")]
    Person.objects.bulk_create([Person(name="Éva Élan")])
    assert Person.objects.values_list("folded_name", "sort_name").get() == ("eva elan", "Élan, Éva")
    Company.objects.bulk_create([Company(name="L’Étincelle", full_name="Été")])
    found = Company.objects.values_list("folded_name", "folded_full_name", "sort_name").get()
    assert found == ("l etincelle", "ete", "etincelle")


def test_rows_updated_or_created_have_them():
    company = Company.objects.create(name="Iskra")
    for model, owner in (
        (OtherTitle, {"film": Film.objects.create(title="A")}),
        (FormerName, {"company": company}),
    ):
        name, folded = ("title", "folded_title") if model is OtherTitle else ("name", "folded_name")
        row, _created = model.objects.update_or_create(**owner, defaults={name: "Été"})
        model.objects.update_or_create(**owner, defaults={name: "Hiver"})
        row.refresh_from_db()
        assert getattr(row, folded) == "hiver"


def test_saving_a_title_alone_saves_what_derives_from_it_and_nothing_else():
    film = Film.objects.create(title="Été", year=1999)
    film.title, film.year = "Hiver", 2000
    film.save(update_fields=["title"])
    film.refresh_from_db()
    assert (film.title, film.folded_title, film.year) == ("Hiver", "hiver", 1999)


def test_saving_something_else_alone_leaves_them():
    company = Company.objects.create(name="Iskra")
    company.name, company.website = "Slon", "https://iskra.example/"
    company.save(update_fields=["website"])
    company.refresh_from_db()
    assert (company.name, company.folded_name) == ("Iskra", "iskra")


@pytest.mark.parametrize(
    ("model", "source", "folded"),
    [
        (Film, "title", "folded_title"),
        (Film, "original_title", "folded_original_title"),
        (OtherTitle, "title", "folded_title"),
        (Person, "name", "folded_name"),
        (Company, "name", "folded_name"),
        (Company, "full_name", "folded_full_name"),
        (FormerName, "name", "folded_name"),
    ],
)
def test_an_update_in_the_database_that_would_leave_them_behind_is_refused(model, source, folded):
    with pytest.raises(ValueError, match=folded):
        model.objects.update(**{source: "Été"})


def test_an_update_in_bulk_is_refused_too_unless_it_writes_them_itself():
    person = Person.objects.create(name="Éva")
    person.name, person.folded_name = "Ada", "ada"
    assert Person.objects.bulk_update([person], ["name", "folded_name"]) == 1
    with pytest.raises(ValueError, match="folded_name"):
        Person.objects.bulk_update([person], ["name"])
