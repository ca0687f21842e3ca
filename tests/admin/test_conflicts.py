"""Two editors on one form: the second sees both and chooses; a row that another deleted never stops a form."""

import pytest
from django.core.files.base import File

from catalogue import history
from catalogue.models import Film
from tests.admin.conftest import add_row, form_data, log_in
from tests.admin.test_history import change
from tests.history.films import make_whole_film
from tests.makers import make_film, make_offer, make_person, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def other(db):
    return log_in("anna", group="editors")


def resent(response, **choices):
    """What the form shown again sends, with these choices (by field: theirs or mine)."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {field.html_name: field.value() for form in forms for field in form}
    conflict = response.context["conflict"]
    data |= {choice.name: choice.label for choice in conflict.choices if choice.name.endswith("-_gone")}
    data |= {f"{choice.name}-_choice": choice.chosen for choice in conflict.choices if choice.chosen}
    data |= {"_opened": response.context["opened"], "_seen": conflict.now.pk}
    data |= {f"{name}-_choice": chosen for name, chosen in choices.items()}
    return {name: value for name, value in data.items() if not isinstance(value, File | bool | None)}


def opened(client, obj, **typed):
    return form_data(client, change(obj), _opened=client.get(change(obj)).context["opened"], **typed)


def shown(response):
    return {
        choice.name: (choice.theirs, choice.mine, choice.chosen)
        for choice in response.context["conflict"].choices
    }


def test_whoever_saves_second_sees_both_and_chooses(editor, other):
    film = make_whole_film()
    mine = opened(editor, film, title="Mon titre", year="1987", colour="colour")
    theirs = opened(other, film, title="Son titre", running_time="105")
    assert other.post(change(film), theirs).status_code == 302
    response = editor.post(change(film), mine)
    assert response.status_code == 200
    assert shown(response) == {
        "title": ("Son titre", "Mon titre", ""),
        "running_time": ("105", "", "theirs"),
        "sort_title": ("son titre", "sans toit ni loi", "theirs"),
        "slug": ("son-titre", "sans-toit-ni-loi", "theirs"),
    }
    page = response.content.decode()
    assert 'value="Mon titre"' in page
    assert "anna" in page
    assert editor.post(change(film), resent(response)).status_code == 200  # the title has no choice yet
    assert editor.post(change(film), resent(response, title="theirs")).status_code == 302
    film.refresh_from_db()
    assert (film.title, film.running_time, film.year, film.colour) == ("Son titre", 105, 1987, "colour")


def test_rows_that_another_has_changed_added_and_deleted(editor, other):
    film = make_whole_film()
    mine = opened(editor, film)
    mine |= {"credits-1-character": "Simone", "other_titles-0-title": "Wanderer"}
    theirs = opened(other, film)
    theirs |= {"credits-1-character": "Monique", "other_titles-0-DELETE": "on"}
    theirs |= {
        "credits-TOTAL_FORMS": "3",
        "credits-2-person": theirs["credits-0-person"],
        "credits-2-role": "writer",
    }
    assert other.post(change(film), theirs).status_code == 302
    response = editor.post(change(film), mine)
    assert shown(response) == {
        "credits-1-character": ("Monique", "Simone", ""),
        "other_titles-0-_gone": ("deleted", "stays, as a new row", ""),
    }
    again = resent(response, **{"credits-1-character": "mine", "other_titles-0-_gone": "mine"})
    assert editor.post(change(film), again).status_code == 302
    assert sorted(film.credits.values_list("role", "character")) == [
        ("cast", "Simone"),
        ("director", ""),
        ("writer", ""),
    ]
    assert film.other_titles.get().title == "Wanderer"


def test_a_deleted_row_that_is_let_go_and_one_that_was_deleted_here(editor, other):
    film = make_whole_film()
    mine = opened(editor, film) | {
        "versions-1-DELETE": "on",
        "offers-1-version": "",
        "identifiers-0-value": "tt1",
    }
    theirs = opened(other, film) | {"versions-1-running_time": "99", "identifiers-0-DELETE": "on"}
    assert other.post(change(film), theirs).status_code == 302
    response = editor.post(change(film), mine)
    assert shown(response)["versions-1-DELETE"][:2] == ("changed", "deleted")
    again = resent(response, **{"versions-1-DELETE": "theirs", "identifiers-0-_gone": "theirs"})
    assert editor.post(change(film), again | {"versions-1-DELETE": "on"}).status_code == 302
    assert film.versions.get(position=1).running_time == 99
    assert film.versions.get(position=1).language_uses.count() == 2
    assert not film.identifiers.exists()


def test_a_third_save_is_shown_too_and_an_import_counts(editor, other):
    film = make_film("Users", published=False)
    mine = opened(editor, film, title="Mine")
    other.post(change(film), opened(other, film, title="First"))
    response = editor.post(change(film), mine)
    Film.objects.filter(pk=film.pk).update(title="Second", folded_title="second")
    history.take(film, origin="import")
    response = editor.post(change(film), resent(response, title="mine"))
    assert shown(response)["title"][:2] == ("Second", "Mine")
    assert editor.post(change(film), resent(response, title="mine")).status_code == 302
    assert Film.objects.get().title == "Mine"


def test_nothing_is_asked_where_nobody_else_has_saved(editor, other):
    film = make_film("Users", published=False)
    offer = make_offer(film, version=make_version(film, spoken=["fr"]))
    assert editor.post(change(film), opened(editor, film, title="One")).status_code == 302
    assert editor.post(change(film), opened(editor, film, title="Two")).status_code == 302
    mine = opened(editor, film, title="Three")
    other.post(change(offer), form_data(other, change(offer), price="3"))
    response = editor.post(change(film), mine)
    assert shown(response) == {"offers-0-price": ("3.00", "", "theirs")}
    assert editor.post(change(film), resent(response)).status_code == 302
    offer.refresh_from_db()
    assert (Film.objects.get().title, offer.price) == ("Three", 3)


def test_a_film_deleted_while_its_form_is_open_comes_back_with_what_was_typed(editor, other):
    film = make_whole_film()
    mine = opened(editor, film, title="Mona", short_summary_fr="\nDeux\nlignes")
    other.post(f"/admin/catalogue/film/{film.pk}/delete/", {"post": "yes"})
    response = editor.post(change(film), mine)
    assert not Film.objects.exists()
    assert "anna" in response.content.decode()
    typed = dict(response.context["typed"])
    assert editor.post(change(film), typed | {"_restore": "1"}).status_code == 302
    film = Film.objects.get()
    assert (film.title, film.short_summary_fr, film.versions.count()) == ("Mona", "Deux\nlignes", 2)


def test_who_else_has_a_form_open_is_said(editor, other):
    film = make_film("Users", published=False)
    address = f"/admin/catalogue/film/{film.pk}/editing/"
    assert other.post(address).json() == {"names": []}
    assert editor.post(address).json() == {"names": ["anna"]}
    assert "<strong data-names>anna</strong>" in editor.get(change(film)).content.decode()
    assert editor.get(address).status_code == 405


def test_a_row_that_another_has_added_too_is_refused_with_a_word(editor, other):
    film, person = make_film("Users", published=False), make_person("Ada")
    forms = [opened(client, film) for client in (editor, other)]
    for data in forms:
        add_row(data, "credits", person=person.pk, role="director")
    assert other.post(change(film), forms[1]).status_code == 302
    answer = editor.post(change(film), forms[0] | {"title": "Users, 1999"})
    assert answer.status_code == 200
    assert "added since this form was opened" in answer.content.decode()
    assert film.credits.count() == 1
