"""A film and all that belongs to it, on one page."""

import io

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalogue.models import Film, Page
from catalogue.publication.publish import publish
from tests.admin.conftest import add_row, form_data, messages_of
from tests.makers import make_company, make_distributor, make_film, make_person, make_text

pytestmark = pytest.mark.once

ADD = "/admin/catalogue/film/add/"
LIST = "/admin/catalogue/film/"


def change(film):
    return f"/admin/catalogue/film/{film.pk}/change/"


def picture(name="cover.jpg", picture_format="JPEG", size=(300, 400)):
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, picture_format)
    return SimpleUploadedFile(name, data.getvalue())


def document(film):
    page = Page.objects.filter(kind="film", object_id=film.pk).first()
    return page and page.document


def test_a_film_with_all_that_belongs_to_it_is_added_and_published_from_one_page(editor, media):
    person, company, distributor = make_person("Jane Doe"), make_company("ISKRA"), make_distributor("Circuit")
    data = form_data(editor, ADD, title="Users", year="2021", languages="english, zxx", cover=picture())
    add_row(data, "film_countries", country="MX")
    add_row(data, "credits", person=person.pk, role="director")
    add_row(data, "company_credits", company=company.pk, role="producer")
    add_row(data, "versions", spoken="anglais", subtitles="french, es", running_time="80")
    add_row(data, "offers", support="dvd", use="home", distributor=distributor.pk, countries=["FR"])
    add_row(data, "texts", text_kind="intention_note", language="English", body="Why this film.")
    add_row(data, "stills", image=picture("still.png", "PNG", (480, 270)), focal_x="50", focal_y="50")
    add_row(data, "other_titles", title="Usagers", language="fr", kind="translated")
    add_row(data, "identifiers", scheme="imdb", value="tt1234567")
    response = editor.post(ADD, data | {"_publish": "1"})
    assert response.status_code == 302
    film = document(Film.objects.get())
    assert film["countries"][0]["name"]["en"] == "Mexico"
    assert [language["code"] for language in film["languages"]] == ["en", "zxx"]
    assert film["credits"][0]["people"][0]["slug"] == "jane-doe"
    assert film["companies"][0]["companies"][0]["name"] == "ISKRA"
    assert film["versions"][0]["label"] == "VOSTFR/ES"
    assert film["versions"][0]["running_time"] == 80
    assert film["offers"][0]["distributor"]["name"] == "Circuit"
    assert [country["code"] for country in film["offers"][0]["countries"]] == ["FR"]
    assert (film["cover"]["width"], film["cover"]["height"]) == (300, 400)
    assert film["stills"][0]["src"].endswith(".jpg")
    assert film["other_titles"][0]["language"] == "fr"
    assert film["identifiers"][0]["value"] == "tt1234567"
    assert [page.document["body"] for page in Page.objects.filter(kind="text")] == ["Why this film."]


def test_saving_a_draft_leaves_it_a_draft(editor):
    editor.post(ADD, form_data(editor, ADD, title="Users", _save="1"))
    film = Film.objects.get()
    assert (film.published_at, document(film)) == (None, None)


def test_what_is_saved_is_on_the_site_only_once_published(editor):
    film = make_film("Users")
    response = editor.post(change(film), form_data(editor, change(film), year="2021", _save="1"), follow=True)
    assert document(film)["year"] is None
    assert any("Saved, not published" in message for message in messages_of(response))
    assert "Published, with unpublished changes" in editor.get(LIST).content.decode()
    editor.post(change(film), form_data(editor, change(film), _publish="1"))
    assert document(film)["year"] == 2021
    assert "Published, with unpublished changes</span>" not in editor.get(LIST).content.decode()


def test_saving_without_a_change_leaves_nothing_to_publish(editor):
    film = make_film("Users", spoken=["fr"], directors=["Jane Doe"], supports=["dvd"])
    editor.post(change(film), form_data(editor, change(film), _save="1"))
    film.refresh_from_db()
    assert not film.has_changes


def test_a_changed_row_marks_its_film(editor):
    film = make_film("Users", spoken=["en"])
    data = form_data(editor, change(film))
    data["versions-0-spoken"] = "anglais, espagnol"
    editor.post(change(film), data | {"_save": "1"})
    film.refresh_from_db()
    assert film.has_changes
    uses = film.versions.get().language_uses.all()
    assert [(use.language, use.position) for use in uses] == [("en", 0), ("es", 1)]


def test_a_text_saved_with_its_film_waits_as_well(editor):
    film = make_film("Users")
    text = make_text(film, "Before.")
    data = form_data(editor, change(film))
    data["texts-0-body"] = "After."
    response = editor.post(change(film), data | {"_save": "1"}, follow=True)
    assert any("Saved, not published" in message for message in messages_of(response))
    assert Page.objects.get(kind="text", object_id=text.pk).document["body"] == "Before."


def test_an_edited_text_is_published_with_its_film(editor):
    film = make_film("Users")
    text = make_text(film, "Before.")
    data = form_data(editor, change(film))
    data["texts-0-body"] = "After."
    editor.post(change(film), data | {"_publish": "1"})
    assert Page.objects.get(kind="text", object_id=text.pk).document["body"] == "After."


def test_a_new_row_without_an_order_goes_to_the_end(editor):
    film = make_film("Users", countries=["FR", "BE"])
    data = form_data(editor, change(film))
    add_row(data, "film_countries", country="CH", position="")
    editor.post(change(film), data | {"_save": "1"})
    assert list(film.film_countries.values_list("country", flat=True)) == ["FR", "BE", "CH"]


def test_two_rows_may_change_places(editor):
    film = make_film("Users", countries=["FR", "BE"])
    data = form_data(editor, change(film))
    data |= {"film_countries-0-country": "BE", "film_countries-1-country": "FR", "_publish": "1"}
    assert editor.post(change(film), data).status_code == 302
    assert [country["code"] for country in document(film)["countries"]] == ["BE", "FR"]


def test_a_row_may_take_the_place_of_a_deleted_one(editor):
    film = make_film("Users", directors=["Jane Doe", "John Doe"])
    data = form_data(editor, change(film))
    data |= {"credits-0-person": data["credits-1-person"], "credits-1-DELETE": "on", "_save": "1"}
    assert editor.post(change(film), data).status_code == 302
    assert [credit.person.name for credit in film.credits.all()] == ["John Doe"]


def test_a_credit_given_twice_is_told(editor):
    person = make_person("Jane Doe")
    data = form_data(editor, ADD, title="Users", _save="1")
    for _time in range(2):
        add_row(data, "credits", person=person.pk, role="director")
    assert editor.post(ADD, data).status_code == 200
    assert not Film.objects.exists()


def test_a_film_entered_twice_is_pointed_out_and_saved(editor):
    known = make_film("L'Été", year=2000)
    make_film("L'Été", year=1960)
    data = form_data(editor, ADD, title="l’ete", year="2001", _save="1")
    response = editor.post(ADD, data, follow=True)
    assert Film.objects.count() == 3
    [warning] = [message for message in messages_of(response) if "duplicate" in message]
    assert warning.count("<a ") == 1
    assert change(known) in warning


def test_an_address_that_was_another_pages_is_refused(editor):
    film = make_film("Users")
    film.title = "Usagers"
    film.save()
    publish(film)
    response = editor.post(ADD, form_data(editor, ADD, title="Other", slug="users", _save="1"))
    assert "slug" in response.context["adminform"].form.errors


def test_view_on_site_leads_to_the_page_in_the_editors_language(editor):
    film = make_film("Users")
    film.title = "Usagers"
    film.save()  # not published: the page is still where it was
    assert editor.get(change(film)).context["absolute_url"] == "/en/films/users/"
    french = editor.get(change(film), headers={"accept-language": "fr"})
    assert french.context["absolute_url"] == "/fr/films/users/"
    draft = make_film("Draft", published=False)
    assert not editor.get(change(draft)).context["has_absolute_url"]


def test_taking_a_film_off_the_site_is_confirmed_and_takes_its_texts(editor):
    film = make_film("Users")
    make_text(film, "Why this film.", heading="Note")
    address = f"/admin/catalogue/film/{film.pk}/unpublish/"
    assert "Note" in editor.get(address).content.decode()
    assert document(film)
    editor.post(address)
    assert not Page.objects.exists()
    film.refresh_from_db()
    assert film.published_at is None


def test_many_films_are_published_and_taken_off_from_the_list(editor):
    films = [make_film(f"Film {number}", 1990, directors=["Ada"], published=False) for number in range(3)]
    selected = {"_selected_action": [film.pk for film in films[:2]]}
    editor.post(LIST, selected | {"action": "publish_selected"})
    assert Page.objects.filter(kind="film").count() == 2
    editor.post(LIST, {"_selected_action": [films[0].pk], "action": "unpublish_selected", "_asked": "1"})
    assert document(films[0]) is None
    assert document(films[1])
    told = LogEntry.objects.filter(object_id=films[0].pk).values_list("change_message", flat=True)
    assert sorted(told) == ["Published.", "Taken off the site."]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("?q=ete", ["L'Été"]),
        ("?q=2003", ["Plain"]),
        ("?q=doe", ["L'Été"]),
        ("?q=summer", ["L'Été"]),
        ("?q=p", ["Plain"]),
        ("?q=l", ["L'Été"]),
        ("?q=%3F", []),
        ("?state=draft", ["Plain"]),
        ("?state=published", ["L'Été"]),
        ("?state=changed", []),
        ("?decade=2000", ["Plain"]),
        ("?decade=unknown", ["L'Été"]),
        ("?decade=nonsense", ["L'Été", "Plain"]),
    ],
)
def test_films_are_searched_and_filtered(editor, asked, titles):
    film = make_film("L'Été", directors=["Jäne Doe", "John Doe"])
    film.other_titles.create(title="Summer")
    publish(film)
    make_film("Plain", year=2003, published=False)
    found = editor.get(LIST + asked).context["cl"].result_list
    assert [film.title for film in found] == titles
