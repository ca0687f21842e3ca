"""The film's form as it is sent: somebody new, a version of the same save, numbers, names without script."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.models import Company, Film, Person
from distributors.models import Offer
from tests.admin.conftest import add_row, form_data
from tests.admin.test_film_admin import ADD, change
from tests.makers import make_company, make_distributor, make_film, make_offer, make_person, make_version

pytestmark = pytest.mark.once

MOST_QUERIES, MOST_QUERIES_OF_SAVING = 24, 67


def saved(editor, data, address=ADD):
    response = editor.post(address, data | {"_save": "1"})
    errors = response.context and [
        error for rows in response.context["inline_admin_formsets"] for error in rows.formset.errors
    ]
    assert response.status_code == 302, errors
    return Film.objects.get()


def refused(editor, data, prefix):
    response = editor.post(ADD, data | {"_save": "1"})
    assert response.status_code == 200
    formsets = {rows.formset.prefix: rows.formset for rows in response.context["inline_admin_formsets"]}
    return [error for row in formsets[prefix].errors for errors in row.values() for error in errors]


def film_with(offers=0, versions=0, credits=0):
    film = make_film("Users", published=False, countries=["FR", "BE"])
    made = [make_version(film, spoken=["en"], subtitles=["fr"]) for _number in range(versions)]
    distributor = make_distributor("Circuit")
    for _number in range(offers):
        make_offer(film, version=made[0] if made else None, distributor=distributor, countries=["FR"])
    for number in range(credits):
        film.credits.create(person=make_person(f"Person {number}"), role="cast")
    return film


def test_somebody_new_is_made_with_the_film_and_once(editor):
    data = form_data(editor, ADD, title="Users")
    add_row(data, "credits", person="+Alès Navumik", role="director")
    add_row(data, "credits", person="+Alès Navumik", role="writer")
    add_row(data, "company_credits", company="+Ligne 4", role="producer")
    film = saved(editor, data)
    person = Person.objects.get()
    assert [(row.person, row.role) for row in film.credits.all()] == [
        (person, "director"),
        (person, "writer"),
    ]
    assert (person.name, person.published_at) == ("Alès Navumik", None)
    assert Company.objects.get().name == "Ligne 4"


def test_a_namesake_is_told_apart_in_brackets(editor):
    make_person("Jane Doe")
    data = form_data(editor, ADD, title="Users")
    add_row(data, "credits", person="+Jane Doe", role="director")
    assert refused(editor, data, "credits") == [
        "Someone of this name is here already: add a qualifier to tell them apart."
    ]
    data["credits-1-person"] = "+Jane Doe (editor)"
    assert str(saved(editor, data).credits.get().person) == "Jane Doe (editor)"


def test_nobody_is_made_where_the_form_is_refused(editor):
    data = form_data(editor, ADD, title="")
    add_row(data, "credits", person="+Alès Navumik", role="director")
    assert editor.post(ADD, data | {"_save": "1"}).status_code == 200
    assert not Person.objects.exists()


def test_names_are_looked_up_where_no_script_has_found_a_key(editor):
    person, company = make_person("Jane Doe"), make_company("ISKRA")
    data = form_data(editor, ADD, title="Users")
    add_row(data, "credits", person="jane doe", role="director")
    add_row(data, "company_credits", company="ISKRA", role="producer")
    add_row(data, "film_countries", country="États-Unis d’Amérique")
    add_row(data, "offers", support="dvd", countries="France, be")
    film = saved(editor, data)
    assert (film.credits.get().person, film.company_credits.get().company) == (person, company)
    assert film.film_countries.get().country_id == "US"
    assert sorted(film.offers.get().countries.values_list("pk", flat=True)) == ["BE", "FR"]
    data["credits-1-person"] = "Nobody"
    assert refused(editor, data, "credits") == ["“Nobody” is not in the catalogue: choose one that is."]


def test_an_offer_names_a_version_of_the_same_save(editor):
    data = form_data(editor, ADD, title="Users")
    data |= {"versions-0-spoken": "anglais"}
    add_row(data, "versions", spoken="français")
    add_row(data, "offers", support="dvd", version="new-1")
    film = saved(editor, data)
    offer = Offer.objects.get()
    assert offer.version == film.versions.get(language_uses__language="fr")
    data = form_data(editor, change(film))
    assert data["offers-0-version"] == str(offer.version_id)
    data |= {"offers-0-version": "new-9"}
    assert editor.post(change(film), data | {"_save": "1"}).status_code == 200
    offer.refresh_from_db()
    assert offer.version is not None


@pytest.mark.parametrize(("offers", "versions", "credits"), [(1, 1, 1), (3, 2, 10)])
def test_the_forms_queries_do_not_grow_with_rows(editor, offers, versions, credits):
    film = film_with(offers, versions, credits)
    editor.get(change(film))
    with CaptureQueriesContext(connection) as asked:
        editor.get(change(film))
    assert len(asked) <= MOST_QUERIES


def test_saving_asks_as_much_however_many_rows_there_are(editor):
    asked = {}
    for offers, versions, credits in ((1, 1, 1), (3, 2, 10)):
        film = film_with(offers, versions, credits)
        data = form_data(editor, change(film), running_time="80")
        with CaptureQueriesContext(connection) as captured:
            assert editor.post(change(film), data).status_code == 302
        asked[credits] = len(captured)
    assert asked[10] == asked[1] <= MOST_QUERIES_OF_SAVING


def test_a_key_is_a_key_though_the_person_of_the_row_bears_its_digits_as_name(editor):
    film, chosen = make_film("Users", published=False), make_person("Ada")
    film.credits.create(person=make_person(str(chosen.pk)), role="director")
    data = form_data(editor, change(film)) | {"credits-0-person": str(chosen.pk)}
    assert saved(editor, data, change(film)).credits.get().person == chosen


def test_what_this_editor_chose_last_is_offered_first(editor):
    person = make_person("Zoé Œil")
    data = form_data(editor, ADD, title="Users")
    add_row(data, "credits", person=person.pk, role="director")
    saved(editor, data)
    answer = editor.get("/admin/catalogue/person/choose/").json()
    assert answer["rows"] == [
        {"key": str(person.pk), "text": "Zoé Œil", "written": "Zoé Œil", "note": "Users"}
    ]


def test_what_looks_like_it_is_told_while_it_is_typed(editor):
    film = make_film("Sans toit ni loi", year=1985, directors=["Agnès Varda"], published=False)
    make_film("Sang froid", published=False)
    (row,) = editor.get("/admin/catalogue/film/alike/?term=sans toi ni loi").json()["rows"]
    assert (row["text"], row["note"]) == ("Sans toit ni loi (1985)", "Agnès Varda")
    assert row["address"] == change(film)
    assert not editor.get(f"/admin/catalogue/film/alike/?term=sans toi ni loi&but={film.pk}").json()["rows"]
    answer = editor.get("/admin/catalogue/person/choose/?term=Agnes Vadra").json()
    assert (answer["rows"], [near["text"] for near in answer["near"]]) == ([], ["Agnès Varda"])


def test_a_film_is_the_start_of_another(editor):
    film = make_film("Users", year=2021, published=False, countries=["FR", "BE"], directors=["Jane Doe"])
    make_version(film, spoken=["en"], subtitles=["fr"])
    address = f"{ADD}?copy={film.pk}"
    data = form_data(editor, address) | {"title": "Users 2", "_save": "1"}
    assert editor.post(address, data).status_code == 302
    copied = Film.objects.get(title="Users 2")
    assert (copied.year, [row.country_id for row in copied.film_countries.all()]) == (2021, ["FR", "BE"])
    assert copied.credits.get().person.name == "Jane Doe"
    assert sorted(copied.versions.get().language_uses.values_list("use", "language")) == [
        ("spoken", "en"),
        ("subtitles", "fr"),
    ]
    assert film.versions.count() == 1
