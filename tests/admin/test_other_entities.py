"""People, companies, texts, vocabulary, distributors and offers in the admin."""

import pytest

from catalogue.models import Company, Genre, Page, Person, Snapshot, Text
from catalogue.publication.publish import publish
from distributors.models import Distributor, Offer
from tests.admin.conftest import add_row, form_data, messages_of
from tests.makers import make_company, make_distributor, make_film, make_offer, make_person, make_text


def address(model, page):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/{page}/"


def document(obj):
    return Page.objects.get(kind=obj.kind, object_id=obj.pk).document


def pending(obj):
    obj.refresh_from_db()
    return obj.has_changes


def test_a_person_is_added_with_links_works_and_texts(editor):
    add = address(Person, "add")
    data = form_data(editor, add, name="Jane Doe", birth_year="1960")
    add_row(data, "links", label="Her site", url="jane.example")
    add_row(data, "outside_works", title="A Book", kind="book", year="1990")
    add_row(data, "texts", text_kind="presentation", language="fr", body="Who she is.")
    editor.post(add, data | {"_publish": "1"})
    person = Person.objects.get()
    assert person.sort_name == "Doe, Jane"
    assert document(person)["links"] == [{"label": "Her site", "url": "https://jane.example"}]
    assert document(person.texts.get())["body"] == "Who she is."


def test_a_namesake_needs_a_qualifier_and_is_pointed_out(editor):
    make_person("Jane Doe")
    add = address(Person, "add")
    same = editor.post(add, form_data(editor, add, name="Jane Doe", _save="1"))
    assert "add a qualifier" in same.content.decode()
    other = editor.post(
        add, form_data(editor, add, name="Jane Doe", qualifier="sound", _save="1"), follow=True
    )
    assert any("duplicate" in message for message in messages_of(other))


def test_a_company_is_added_with_former_names_and_a_distributors_profile(editor):
    add = address(Company, "add")
    data = form_data(
        editor, add, name="ISKRA", full_name="Image, Son…", country="FR", website="iskra.example"
    )
    add_row(data, "former_names", name="SLON", until="1974")
    number = int(data["distributor_profile-TOTAL_FORMS"])
    data |= {
        "distributor_profile-TOTAL_FORMS": max(number, 1),
        "distributor_profile-0-contact_email": "a@b.example",
    }
    editor.post(add, data | {"_publish": "1"})
    company = Company.objects.get()
    assert document(company)["former_names"] == [{"name": "SLON", "until": 1974}]
    assert document(company)["distributor"]["contact_email"] == "a@b.example"


def test_a_text_is_about_a_film_or_a_person_and_has_one_author(editor):
    film, person = make_film("Users"), make_person("Jane Doe")
    add = address(Text, "add")
    written = {"text_kind": "presentation", "language": "french", "body": "Body.", "_publish": "1"}
    both = form_data(editor, add, film=film.pk, person=person.pk, **written)
    assert "choose one of them" in editor.post(add, both).content.decode()
    two_authors = form_data(editor, add, film=film.pk, author=person.pk, author_name="J. D.", **written)
    assert "not both" in editor.post(add, two_authors).content.decode()
    editor.post(add, form_data(editor, add, film=film.pk, author=person.pk, **written))
    text = Text.objects.get()
    assert text.language == "fr"
    site = editor.get(address(Text, f"{text.pk}/change")).context["absolute_url"]
    assert site == "/en/films/users/texts/presentation/"
    assert editor.get(site).status_code == 200


def test_a_text_of_a_draft_film_has_no_page_to_view(editor):
    text = make_text(make_film("Users", published=False), "Body.")
    assert not editor.get(address(Text, f"{text.pk}/change")).context["has_absolute_url"]


def test_a_renamed_genre_is_right_at_once_on_every_page(editor):
    film = make_film("Users", genres=["Essai"])
    genre = Genre.objects.get()
    change = address(Genre, f"{genre.pk}/change")
    editor.post(
        change, form_data(editor, change, name_fr="Essais", name_en="Essays", slug="other", _save="1")
    )
    assert document(film)["genres"][0]["name"] == {"fr": "Essais", "en": "Essays"}
    genre.refresh_from_db()
    assert genre.slug == "essai"


@pytest.mark.parametrize(
    ("page", "data"), [("change", {"availability": "unavailable"}), ("delete", {"post": "yes"})]
)
def test_an_offer_changed_alone_marks_its_film(editor, page, data):
    film = make_film("Users", supports=["dvd"])
    target = address(Offer, f"{film.offers.get().pk}/{page}")
    editor.post(target, form_data(editor, target, **data) if page == "change" else data)
    assert pending(film)


def test_an_offer_moved_to_another_film_marks_both_and_leaves_its_version(editor):
    film, other = make_film("Users", spoken=["fr"], supports=["dvd"]), make_film("Other")
    offer = film.offers.get()
    change = address(Offer, f"{offer.pk}/change")
    assert "French version" in editor.get(change).content.decode()
    wrong = form_data(editor, change, film=other.pk, version=film.versions.get().pk, _save="1")
    assert "a version of another film" in editor.post(change, wrong).content.decode()
    editor.post(change, form_data(editor, change, film=other.pk, _save="1"))
    assert (pending(film), pending(other)) == (True, True)


def test_a_distributors_profile_marks_its_company_and_not_its_films(editor):
    film = make_film("Users", supports=["dvd"], distributor="Circuit")
    profile = Distributor.objects.get()
    publish(profile.company)
    change = address(Distributor, f"{profile.pk}/change")
    editor.post(change, form_data(editor, change, contact_phone="01", _save="1"))
    assert (pending(profile.company), pending(film)) == (True, False)


def test_a_deleted_profile_marks_the_films_that_lose_their_offers(editor):
    film = make_film("Users", supports=["dvd"], distributor="Circuit")
    selected = {
        "_selected_action": [make_distributor("Circuit").pk],
        "action": "delete_selected",
        "post": "yes",
    }
    editor.post("/admin/distributors/distributor/", selected)
    assert not Offer.objects.exists()
    assert pending(film)


def test_a_company_cannot_be_its_own_predecessor(editor):
    company = make_company("ISKRA")
    change = address(Company, f"{company.pk}/change")
    answer = editor.post(change, form_data(editor, change, predecessor=company.pk, _save="1"))
    assert "its own predecessor" in answer.content.decode()


def test_a_form_that_nobody_has_touched_changes_nothing(editor):
    """Browsers end lines otherwise than the database; what French typography would change is not touched either."""
    film = make_film("Users", 1998, ["FR"], synopsis_fr="Qui ?\n\nQuoi ?", published=False)
    text = make_text(film, "Une ligne : deux.\n\nTrois !", language="fr", published=False)
    offer = make_offer(film, distributor=make_distributor("Iskra"), price="18.50")
    Distributor.objects.update(contact_address="1, rue Haute\nParis", terms_fr="Rien :\n\nrien.")
    profile = Distributor.objects.get()
    pages = [film, text, profile.company]
    publish(*pages)
    before = [document(page) for page in pages]
    for obj in (*pages, profile, offer):
        data = form_data(editor, change := address(type(obj), f"{obj.pk}/change"))
        assert editor.post(change, data).status_code == 302
    assert not any(map(pending, pages))
    assert not Snapshot.objects.filter(origin="admin").exists()
    publish(*pages)
    assert [document(page) for page in pages] == before
