"""The database refuses what cannot be, whoever writes it: forms, imports or a query by hand."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from catalogue.models import (
    CatalogueState,
    Company,
    CompanyCredit,
    Country,
    Credit,
    DailyViews,
    Film,
    FilmCountry,
    FormerName,
    FormerSlug,
    FormOfFilm,
    Genre,
    Identifier,
    LanguageUse,
    OriginalLanguage,
    OtherTitle,
    OutsideWork,
    Page,
    Person,
    SelectedFilm,
    Selection,
    SharedDraft,
    Text,
    Version,
    Viewing,
)
from distributors.models import Distributor, Offer

pytestmark = pytest.mark.django_db

TOMORROW = timezone.now() + timedelta(days=1)
EARLY, LATE = date(2026, 1, 1), date(2026, 2, 1)


@pytest.fixture
def rows():
    """One of each thing, as a namespace for the tests below."""
    film, person, company = (
        Film.objects.create(title="Users"),
        Person.objects.create(name="Ada"),
        Company.objects.create(name="ISKRA"),
    )
    return {
        "film": film,
        "person": person,
        "company": company,
        "version": Version.objects.create(film=film),
        "selection": Selection.objects.create(title_fr="Choix"),
    }


def refused(change):
    """Whether the database refuses a change, made past every form and `save`."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("year", "is_refused"),
    [(1873, True), (1874, False), (2039, False), (2040, True), (0, True), (None, False)],
)
def test_a_films_year_is_between_1874_and_the_next_decade(rows, year, is_refused):
    assert refused(lambda: Film.objects.update(year=year)) is is_refused


@pytest.mark.parametrize(("minutes", "is_refused"), [(0, True), (-80, True), (1, False), (None, False)])
@pytest.mark.parametrize("model", [Film, Version])
def test_a_running_time_is_at_least_a_minute(rows, model, minutes, is_refused):
    assert refused(lambda: model.objects.update(running_time=minutes)) is is_refused


@pytest.mark.parametrize(
    ("first", "last", "is_refused"),
    [
        (EARLY, LATE, False),
        (EARLY, EARLY, False),
        (LATE, EARLY, True),
        (None, EARLY, False),
        (LATE, None, False),
    ],
)
def test_days_are_in_order(rows, first, last, is_refused):
    days = {"first_day": first, "last_day": last}
    offer = Offer(film=rows["film"], support="dvd", **days)
    assert refused(lambda: Offer.objects.bulk_create([offer])) is is_refused
    assert refused(lambda: Selection.objects.update(**days)) is is_refused


def test_a_filter_asks_for_something(rows):
    assert refused(lambda: Selection.objects.update(filter="nonsense"))
    assert not refused(lambda: Selection.objects.update(filter="country=SN"))


def test_a_secret_address_begins_before_it_ends(rows):
    columns = {"kind": "film", "object_id": rows["film"].pk, "expires_at": TOMORROW}
    assert refused(lambda: SharedDraft.objects.create(**columns, created_at=TOMORROW))
    assert not refused(lambda: SharedDraft.objects.create(**columns))


def test_years_are_in_order(rows):
    assert refused(lambda: Person.objects.update(birth_year=1980, death_year=1979))
    assert refused(lambda: Country.objects.filter(pk="SUHH").update(first_year=1992, last_year=1991))
    assert not refused(lambda: Person.objects.update(birth_year=1980, death_year=1980))


def test_a_price_is_not_negative(rows):
    Offer.objects.create(film=rows["film"], support="dvd", price=0)
    assert refused(lambda: Offer.objects.update(price="-0.01"))


@pytest.mark.parametrize("model", [Film, Person, Company, Selection])
def test_an_address_belongs_to_one(rows, model):
    columns = {"name": "Autre"} if model in (Person, Company) else {}
    same = model(slug=model.objects.get().slug, **columns)
    assert refused(lambda: model.objects.bulk_create([same]))


# What must not be there twice: how to make it from the rows.
ONCE = {
    "a credit": lambda r: Credit(film=r["film"], person=r["person"], role="editor"),
    "a company's credit": lambda r: CompanyCredit(film=r["film"], company=r["company"], role="producer"),
    "a country of a film": lambda r: FilmCountry(film=r["film"], country_id="FR"),
    "a form of a film": lambda r: FormOfFilm(film=r["film"], form="documentary"),
    "an original language": lambda r: OriginalLanguage(film=r["film"], language="fr"),
    "another title": lambda r: OtherTitle(film=r["film"], title="Usagers", language="fr"),
    "a number in a register": lambda r: Identifier(film=r["film"], scheme="isan", value="1"),
    "a language's use": lambda r: LanguageUse(version=r["version"], language="fr", use="spoken"),
    "a secret address": lambda r: SharedDraft(kind="film", object_id=1, digest="0" * 64, expires_at=TOMORROW),
    "a film of a selection": lambda r: SelectedFilm(selection=r["selection"], film=r["film"]),
    "a text's address": lambda r: Text(film=r["film"], slug="note", text_kind="presentation", body="a"),
    "a text's address of a person": lambda r: Text(
        person=r["person"], slug="note", text_kind="presentation", body="a"
    ),
    "a work elsewhere": lambda r: OutsideWork(person=r["person"], title="Livre", kind="book"),
    "a former name": lambda r: FormerName(company=r["company"], name="Slon"),
    "a namesake without qualifier": lambda r: Person(name="Ida", slug=f"ida-{Person.objects.count()}"),
    "a company's name": lambda r: Company(name="Slon", slug=f"slon-{Company.objects.count()}"),
    "a genre's name": lambda r: Genre(name_fr="Essai", name_en="Essay", slug=f"g{Genre.objects.count()}"),
    "a profile": lambda r: Distributor(company=r["company"]),
    "a day's count": lambda r: DailyViews(film=r["film"], day=EARLY, count=1),
    "a viewing": lambda r: Viewing(film_id=r["film"].pk, day=EARLY, visitor="a"),
    "a former address": lambda r: FormerSlug(kind="film", slug="old", object_id=1),
    "a page": lambda r: Page(
        generation=1,
        version=1,
        kind="film",
        object_id=1,
        slug=f"s{Page.objects.count()}",
        document={},
        card={},
        terms=[],
        published_at="2026-01-01T00:00Z",
        updated_at="2026-01-01T00:00Z",
    ),
}


@pytest.mark.parametrize("make", ONCE.values(), ids=ONCE)
def test_it_is_there_once(rows, make):
    first, second = make(rows), make(rows)
    type(first).objects.bulk_create([first])
    second = make(rows)
    assert refused(lambda: type(second).objects.bulk_create([second]))


def test_a_form_is_one_of_the_controlled_list(rows):
    forms = [FormOfFilm(film=rows["film"], form=form) for form in ("fiction", "documentary")]
    assert not refused(lambda: FormOfFilm.objects.bulk_create(forms))
    assert refused(lambda: FormOfFilm.objects.bulk_create([FormOfFilm(film=rows["film"], form="western")]))


def test_one_person_may_have_several_roles_in_a_film(rows):
    for role in ("director", "editor", "cast"):
        Credit.objects.create(film=rows["film"], person=rows["person"], role=role)
    assert rows["film"].credits.count() == 3


@pytest.mark.parametrize(
    ("of_film", "of_person", "is_refused"),
    [(True, False, False), (False, True, False), (True, True, True), (False, False, True)],
)
def test_a_text_is_about_a_film_or_about_a_person(rows, of_film, of_person, is_refused):
    subjects = {"film": rows["film"] if of_film else None, "person": rows["person"] if of_person else None}
    text = Text(slug="note", text_kind="presentation", body="a", **subjects)
    assert refused(lambda: Text.objects.bulk_create([text])) is is_refused


def test_a_text_has_one_author_of_the_catalogue_or_a_plain_name(rows):
    text = Text.objects.create(film=rows["film"], text_kind="presentation", body="a", author=rows["person"])
    assert refused(lambda: Text.objects.filter(pk=text.pk).update(author_name="Bo"))


def test_a_company_does_not_precede_itself(rows):
    assert refused(lambda: Company.objects.update(predecessor=rows["company"]))


def test_who_made_a_film_cannot_be_deleted_under_it(rows):
    Credit.objects.create(film=rows["film"], person=rows["person"])
    CompanyCredit.objects.create(film=rows["film"], company=rows["company"])
    assert refused(lambda: rows["person"].delete())
    assert refused(lambda: rows["company"].delete())


def test_there_is_one_state_of_the_publication():
    assert refused(lambda: CatalogueState.objects.create(pk=2, changed_at="2026-01-01T00:00Z"))


@pytest.mark.django_db
def test_what_is_read_of_every_page_stands_before_what_is_large():
    """SQLite reads a row from its beginning, and a migration that writes the table anew could change the order."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            columns = connection.introspection.get_table_description(cursor, Page._meta.db_table)
        assert [column.name for column in columns][-3:] == ["card", "document", "terms"]
