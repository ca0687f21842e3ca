"""What becomes of a page of shooting secrets."""

from dataclasses import replace

import pytest

from catalogue.importing.outcome import Status
from catalogue.importing.records import Found
from catalogue.importing.store import store
from catalogue.models import Film, OutsideWork, Page, Person, Selection, Text

from .page_records import film_page, secrets_page
from .snapshots import all_rows

pytestmark = pytest.mark.django_db

POPULAR = [("En fanfare", 2024), ("Vaiana 2", 2024), ("Conclave", None)]
# The site does not claim what it has not counted: whose list it is, and of which day.
SAID_FR = "Les plus populaires sur les 30 jours précédents, selon la page importée, le jour où elle a été enregistrée."
SAID_EN = "The most popular over the 30 days before, as the imported page had it on the day it was saved."
WHOLE = {
    "biographies": [
        (
            ["François-Xavier Destors"],
            ["Auteur.", "Et réalisateur."],
            [("Images d’Après", "book"), ("Srebrenica", "documentary"), ("NORILSK", "film")],
        )
    ],
    "texts": [
        ("intention_note", "Note d'intention", ["De la glace.", "Des os."]),
        ("shooting_secret", "Le tournage", ["Par moins quarante."]),
        ("shooting_secret", "Le tournage", ["De nuit."]),
    ],
    "popular": POPULAR,
}


def titles(selection):
    return [str(row.film) for row in selection.selected_films.select_related("film")]


def messages(outcome):
    return [message.text for message in outcome.messages]


def test_every_fact_of_a_secrets_page_arrives():
    outcome = store(secrets_page(**WHOLE))
    film, person = Film.objects.get(title="Norilsk"), Person.objects.get()
    assert (outcome.status, outcome.subject, outcome.messages) == (Status.CREATED, 'film "Norilsk"', ())
    assert (person.name, person.biography_fr) == ("François-Xavier Destors", "Auteur.\n\nEt réalisateur.")
    assert [(credit.role, credit.person) for credit in film.credits.all()] == [("director", person)]
    assert [
        (text.text_kind, text.heading, text.body, text.language, text.author) for text in film.texts.all()
    ] == [
        ("intention_note", "Note d'intention", "De la glace.\n\nDes os.", "fr", None),
        ("shooting_secret", "Le tournage", "Par moins quarante.", "fr", None),
        ("shooting_secret", "Le tournage", "De nuit.", "fr", None),
    ]
    assert film.year is None


def test_works_outside_the_catalogue_are_those_named_without_the_film_itself():
    store(secrets_page(**WHOLE))
    works = list(OutsideWork.objects.values_list("title", "kind"))
    assert works == [("Images d’Après", "book"), ("Srebrenica", "documentary")]


def test_a_biography_of_nobody_in_particular_is_kept_as_a_text():
    store(secrets_page(biographies=[([], ["Né à Lyon."], [])]))
    text = Text.objects.get()
    assert (text.text_kind, text.heading, text.body) == ("shooting_secret", "Le réalisateur", "Né à Lyon.")
    assert not Person.objects.exists()


def test_popular_films_are_films_of_their_own_and_a_selection_in_their_order():
    store(secrets_page(**WHOLE))
    selection = Selection.objects.get()
    assert titles(selection) == ["En fanfare (2024)", "Vaiana 2 (2024)", "Conclave"]
    assert selection.title_fr == "Films populaires, d’après leur source"
    assert selection.title_en == "Popular films, as their source has it"
    assert selection.introduction_en == SAID_EN
    assert Page.objects.filter(kind="film").count() == 4
    assert Page.objects.filter(kind="selection").count() == 1


def test_the_same_page_twice_writes_nothing():
    store(secrets_page(**WHOLE))
    before = all_rows()
    outcome = store(secrets_page(**WHOLE))
    assert (outcome.status, outcome.messages) == (Status.UNCHANGED, ())
    assert all_rows() == before


def test_a_film_of_the_list_can_be_the_page_s_own():
    page = secrets_page("En fanfare", popular=POPULAR)
    store(page)
    assert Film.objects.filter(title="En fanfare").count() == 1
    before = all_rows()
    assert store(page).status == Status.UNCHANGED
    assert all_rows() == before


def test_a_page_s_own_newer_list_replaces_its_older_one():
    store(secrets_page("Norilsk", popular=POPULAR))
    store(secrets_page("Norilsk", popular=[("Wicked", 2024), ("En fanfare", 2024)]))
    selection = Selection.objects.get()
    assert (titles(selection), selection.introduction_en) == (["Wicked (2024)", "En fanfare (2024)"], SAID_EN)
    shown = [film["film_id"] for film in Page.objects.get(kind="selection").document["films"]]
    assert shown == [row.film_id for row in selection.selected_films.all()]


def test_a_page_saved_without_its_list_keeps_the_last_one():
    store(secrets_page("Norilsk", popular=POPULAR))
    store(secrets_page("Norilsk"))
    assert titles(Selection.objects.get()) == ["En fanfare (2024)", "Vaiana 2 (2024)", "Conclave"]
    store(secrets_page("Heretic", popular=[("Wicked", 2024)]))
    assert len(titles(Selection.objects.get())) == 4


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 0, 2, 0, 1]])
def test_the_lists_of_all_pages_are_kept_whatever_their_order(order):
    lists = [POPULAR, [("Wicked", 2024), ("En fanfare", 2024)], [("Wicked", 2024), ("En fanfare", 2024)]]
    pages = [secrets_page(name, popular=films) for name, films in zip("ABC", lists, strict=True)]
    for place in order:
        store(pages[place])
    selection = Selection.objects.get()
    assert titles(selection) == ["Wicked (2024)", "En fanfare (2024)", "Vaiana 2 (2024)", "Conclave"]
    assert selection.introduction_fr.endswith(" 2 listes réunies, chaque film à son meilleur rang.")
    assert selection.introduction_en == f"{SAID_EN} 2 lists in one, each film at its best rank."
    before = all_rows()
    assert [store(page).status for page in pages] == [Status.UNCHANGED] * 3
    assert all_rows() == before


def test_two_films_that_two_pages_call_alike_are_both_there():
    store(secrets_page("Norilsk", popular=[("Wicked", None)]))
    renamed = Film.objects.get(title="Wicked")
    renamed.title = "Wicked, Part I"
    renamed.save()
    store(secrets_page("Heretic", popular=[("Wicked", None), ("Conclave", None)]))
    assert sorted(titles(Selection.objects.get())) == ["Conclave", "Wicked", "Wicked, Part I"]


def test_pages_that_bear_the_same_list_are_one_list():
    for name in ("Norilsk", "Heretic"):
        store(secrets_page(name, popular=POPULAR))
    selection = Selection.objects.get()
    assert (len(titles(selection)), selection.introduction_fr) == (3, SAID_FR)


def test_a_quality_below_a_signed_text_is_kept():
    page = secrets_page(texts=[("intention_note", "Note d'intention", ["De la glace."])])
    signed = replace(page.texts[0], author=Found("Ana Roy", 9), quality=Found("Cinéaste", 10))
    store(replace(page, texts=(signed,)))
    text = Text.objects.get()
    assert (text.author.name, text.author_quality) == ("Ana Roy", "Cinéaste")


def test_pages_of_different_days_can_be_imported_again_and_change_nothing():
    pages = [
        secrets_page("Norilsk", popular=POPULAR),
        secrets_page("Heretic", popular=[("Wicked", 2024)]),
    ]
    for page in pages:
        store(page)
    before = all_rows()
    assert [store(page).status for page in pages] == [Status.UNCHANGED] * 2
    assert all_rows() == before


def test_lists_of_other_days_are_other_selections():
    store(secrets_page("Norilsk", popular=POPULAR))
    store(secrets_page("Heretic", popular=[("Wicked", 2024)], days=7))
    assert Selection.objects.count() == 2


def test_a_selection_that_an_editor_arranged_stays():
    store(secrets_page(popular=POPULAR))
    selection = Selection.objects.get()
    selection.selected_films.filter(film__title="Vaiana 2").delete()
    selection.selected_films.filter(film__title="Conclave").update(note_fr="À voir.", position=0)
    selection.selected_films.filter(film__title="En fanfare").update(position=5)
    store(secrets_page(popular=[("En fanfare", 2024), ("Vaiana 2", 2024), ("Wicked", 2024)]))
    assert titles(selection) == ["Conclave", "En fanfare (2024)", "Wicked (2024)"]


def test_a_deleted_film_or_selection_is_not_brought_again():
    store(secrets_page(popular=POPULAR))
    Selection.objects.all().delete()
    Film.objects.get(title="Vaiana 2").delete()
    for _time in range(2):
        outcome = store(secrets_page(popular=POPULAR))
        assert outcome.status == Status.UNCHANGED
        assert messages(outcome) == [
            "not brought again: the film “Vaiana 2” was deleted here",
            "not brought again: the selection was deleted here",
        ]


def test_a_biography_of_somebody_else_leaves_with_its_works():
    store(secrets_page(**WHOLE))
    store(secrets_page(**{**WHOLE, "biographies": [(["Ana Roy"], ["Elle filme."], [])]}))
    film = Film.objects.get(title="Norilsk")
    assert [credit.person.name for credit in film.credits.all()] == ["Ana Roy"]
    former = Person.objects.get(name="François-Xavier Destors")
    assert (former.biography_fr, former.outside_works.count()) == ("", 0)
    assert Page.objects.get(kind="person", object_id=former.pk).document["biography"]["fr"] == ""


def test_a_text_that_left_the_page_leaves_the_site():
    store(secrets_page(**WHOLE))
    store(secrets_page(**{**WHOLE, "texts": WHOLE["texts"][:1]}))
    assert Text.objects.count() == 1
    assert Page.objects.filter(kind="text").count() == 1


def test_a_person_renamed_by_an_editor_keeps_what_the_page_brings():
    store(secrets_page(**WHOLE))
    person = Person.objects.get()
    person.name = "F.-X. Destors"
    person.save()
    changed = [(names, ["Autre texte."], works) for names, _paragraphs, works in WHOLE["biographies"]]
    store(secrets_page(**{**WHOLE, "biographies": changed}))
    assert Person.objects.get().biography_fr == "Autre texte."


def test_a_director_that_the_film_page_names_too_is_credited_once():
    store(secrets_page(**WHOLE))
    store(film_page("Norilsk", 2017, directors=["Francois-Xavier Destors"]))
    film = Film.objects.get(title="Norilsk")
    assert (film.year, film.credits.count(), Person.objects.count()) == (2017, 1, 1)
    store(film_page("Norilsk", 2017))  # the film page no longer names him, the other page still does
    assert film.credits.count() == 1
