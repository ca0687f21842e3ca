"""What a phrase finds in each kind of page, in what order, and what is said where it finds nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.models import Person
from catalogue.publication.cards import cards
from catalogue.publication.index import postings
from catalogue.publication.publish import publish, unpublish
from catalogue.publication.search.find import search, suggest
from catalogue.publication.state import state
from tests.makers import make_film, make_selection, make_text

pytestmark = pytest.mark.django_db


def look_for(phrase, **options):
    return search(phrase, postings.current(state()), **options)


def titles(found, kind="film", count=30):
    return [card.get("title") or card.get("name") for card in cards(kind, found.kinds[kind].first(count))]


def counts(found):
    return {kind: result.total for kind, result in found.kinds.items() if result.total}


def test_every_kind_of_page_is_found():
    film = make_film("Les Glaneurs", 2000, ["FR"], directors=["Agnès Varda"], producers=["Ciné-Tamaris"])
    person, company = film.credits.get().person, film.company_credits.get().company
    person.biography_fr, company.about_fr = "Elle a filmé des glaneurs.", "Sa maison de production."
    for row in (person, company):
        row.save()
        publish(row)
    make_text(film, "Je glane des images.", heading="Glaneurs d’images", author_name="Agnès Varda")
    make_selection("Glaneurs et autres", [film], curator="Une glaneuse")
    assert counts(look_for("glaneurs")) == {"film": 1, "person": 1, "text": 1, "selection": 1}
    assert counts(look_for("varda")) == {"film": 1, "person": 1, "text": 1}
    assert counts(look_for("cinetamaris")) == {"film": 1, "company": 1}
    assert counts(look_for("varda", kinds=("film",))) == {"film": 1}


def test_titles_come_before_names_and_names_before_texts_and_countries():
    make_film("Rien", 1990, ["FI"])
    make_film("Autre", synopsis_en="A town named Finlande.")
    make_film("Le Maire", directors=["Ivan Finlande"])
    make_film("Finlande, l’étreinte", directors=["Ivan Finlande"])
    make_film("La Finlande")
    assert titles(look_for("finlande")) == [
        "La Finlande",
        "Finlande, l’étreinte",
        "Le Maire",
        "Autre",
        "Rien",
    ]


def test_of_equals_the_more_read_comes_first_then_the_more_complete():
    bare, full, read = (make_film("Users", year) for year in (2001, 2002, 2003))
    full.synopsis_fr = "Un texte."
    full.save()
    publish(full)
    order = look_for("users", popular=[read.pk]).kinds["film"].first(3)
    assert order == [read.pk, full.pk, bare.pk]
    assert look_for("users").kinds["film"].first(3) == [full.pk, bare.pk, read.pk]


def test_a_result_that_another_title_has_found_says_which():
    make_film("Le Miroir", original_title="Zerkalo", synopsis_fr="Une datcha.")
    for phrase, title in (("zerkalo", "Zerkalo"), ("miroir", None), ("datcha", None)):
        found = look_for(phrase)
        [card] = cards("film", found.kinds["film"].first(1))
        assert found.found_by("film", card) == title


def test_a_mended_word_is_said_and_can_be_asked_for_literally():
    make_film("Solaris", directors=["Andreï Tarkovski"])
    found = look_for("tarkovksi Solaris")
    assert (found.phrase, found.mended, found.left_out, titles(found)) == (
        "tarkovski Solaris",
        True,
        (),
        ["Solaris"],
    )
    assert counts(look_for("tarkovksi Solaris", literally=True)) == {}
    right = look_for("tarkovski solaris")
    assert (right.mended, right.left_out, right.near) == (False, (), ())


@pytest.mark.parametrize(
    ("typed", "is_found"), [("norilks", True), ("norislk", True), ("nolirks", False), ("usrs", False)]
)
def test_one_slip_is_mended_in_five_letters_two_in_nine_none_in_four(typed, is_found):
    make_film("Norilsk")
    make_film("Users")
    assert bool(counts(look_for(typed))) == is_found


def test_a_known_word_is_mended_only_where_nothing_else_is_found():
    make_film("Flight of doves", directors=["Ada"])
    make_film("Fight club", directors=["Eva"])
    assert titles(look_for("fight")) == ["Fight club"]
    found = look_for("fight doves")
    assert (found.phrase, found.mended, titles(found)) == ("flight doves", True, ["Flight of doves"])


def test_a_word_that_nothing_holds_beside_the_others_is_left_out_and_named():
    make_film("Norilsk", directors=["Ada"])
    found = look_for("norilsk xyzzy")
    assert (found.phrase, found.mended, found.left_out, titles(found)) == (
        "norilsk",
        False,
        ("xyzzy",),
        ["Norilsk"],
    )


def test_nothing_found_names_the_nearest_spellings_and_leaves_out_no_word():
    make_film("Norilsk")
    found = look_for("xyzzy")
    assert (found.total, found.phrase, found.left_out, found.near) == (0, "xyzzy", (), ())


def test_few_found_in_texts_alone_offer_a_title_that_is_spelled_much_alike():
    make_film("Autre", synopsis_fr="Un verset.")
    make_film("Version")
    make_film("Versets")
    assert look_for("verset").near == ()
    make_film("Encore", synopsis_fr="Des larmes.")
    make_film("L’Arme")
    found = look_for("larmes")
    assert titles(found)[0] == "Encore"


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "\x00\x1f\u202e",
        "' OR 1=1 --",
        "%_\\",
        "a" * 10_000,
        "mot " * 500,
        "\U0001f600",
        "é" * 300,
        "((((",
        "-",
        "''",
    ],
)
def test_any_question_is_answered_by_a_bounded_number_of_queries(phrase, django_assert_max_num_queries):
    make_film("Users", synopsis_fr="Un mot.")
    index = postings.current(state())
    with django_assert_max_num_queries(30):
        found = search(phrase, index)
        suggest(phrase, index)
    assert found.total in (0, 1)


def test_the_usual_question_costs_two_queries_and_a_suggestion_one(django_assert_num_queries):
    make_film("Users", directors=["Ada"])
    index = postings.current(state())
    with django_assert_num_queries(2):
        search("users ada", index)
    with django_assert_num_queries(1):
        suggest("users", index)


def test_what_is_unpublished_is_not_found_and_a_renamed_person_is_found_by_the_new_name():
    film = make_film("Users", directors=["Ada Lovelace"])
    person = Person.objects.get()
    person.name = "Ada Byron"
    person.save()
    publish(person)
    assert (titles(look_for("byron")), counts(look_for("lovelace", literally=True))) == (["Users"], {})
    unpublish(film)
    assert counts(look_for("users", literally=True)) == {}


def test_suggestions_need_two_letters_of_a_word_and_forgive_a_slip():
    make_film("Norilsk", directors=["Ada Norge"], producers=["Nordisk"])
    publish(Person.objects.get())
    index = postings.current(state())
    assert {kind: len(ids) for kind, ids in suggest("no", index)[1].items()} == {
        "film": 1,
        "person": 1,
        "company": 1,
    }
    assert [len(suggest(phrase, index)[1]["film"]) for phrase in ("nor", "norlisk", "ada nori", "x")] == [
        1,
        1,
        1,
        0,
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_pages_of_what_was_found_are_slices_of_one_order(data, made):
    _index, found = made
    result = found.kinds["film"]
    everything = result.first(200)
    assert len(everything) == len({*everything}) == result.total
    first, size = data.draw(st.integers(0, 130)), data.draw(st.integers(1, 40))
    assert result[first : first + size] == everything[first : first + size]
    some = data.draw(st.sets(st.sampled_from(everything)))
    inside = result.within(type(result.ids)(some))
    assert inside.first(200) == [pk for pk in everything if pk in some]


@pytest.fixture
def made():
    for number in range(120):
        make_film(f"Film {number}", 1900 + number, synopsis_fr="Un texte." if number % 3 else "")
    index = postings.current(state())
    return index, search("film", index)


@pytest.mark.parametrize("phrase", ["varda", "vrada", "verset", "varda xyzzy", "glaner"])
def test_the_films_alone_are_those_that_are_found_among_all_kinds(phrase):
    film = make_film("Les Glaneurs", directors=["Agnès Varda"], synopsis_fr="Un verset.")
    make_film("Versets")
    publish(film.credits.get().person)
    everything, films = look_for(phrase), look_for(phrase, kinds=("film",))
    assert (films.phrase, films.left_out, films.near) == (
        everything.phrase,
        everything.left_out,
        everything.near,
    )
    assert films.kinds["film"].first(9) == everything.kinds["film"].first(9)
