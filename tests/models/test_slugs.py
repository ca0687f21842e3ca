"""Addresses are readable, unique and stable."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.models import Company, Film, FormerSlug, Genre, Person
from catalogue.slugs import MAX_LENGTH, first_free, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Norilsk, l’étreinte de glace", "norilsk-l-etreinte-de-glace"),
        ("Œuvre & Cie", "oeuvre-cie"),
        ("Москва", "moskva"),
        ("東京物語", "dongjingwuyu"),
        ("Juré n°2", "jure-n-2"),
        ("Juré N° 2", "jure-n-2"),
        ("Jurado nº 2", "jurado-n-2"),
        ("№5", "n-5"),
        ("37°2 le matin", "37-2-le-matin"),
        ("°", "film"),
        ("…", "film"),
        ("", "film"),
    ],
)
def test_an_address_can_be_read_aloud(name, slug):
    assert slug_of(name, "film") == slug


@given(st.text(max_size=300))
def test_any_name_gives_a_short_and_plain_address(name):
    slug = slug_of(name, "film")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= MAX_LENGTH


def test_a_long_name_is_cut_between_words():
    assert slug_of("mot " * 50, "film") == "-".join(20 * ["mot"])


@given(taken=st.sets(st.sampled_from(["a", "a-2", "a-3", "a-5"])))
def test_the_first_free_address_is_taken(taken):
    found = first_free("a", taken.__contains__)
    assert found not in taken
    assert all(earlier in taken for earlier in ["a", "a-2", "a-3", "a-4", "a-5"][: _number(found) - 1])


def _number(slug):
    return int(slug.rpartition("-")[2]) if "-" in slug else 1


@pytest.mark.django_db
def test_namesakes_get_numbers_and_people_their_qualifiers():
    assert [Film.objects.create(title="Users").slug for _time in range(3)] == ["users", "users-2", "users-3"]
    people = [Person.objects.create(name="Ada Bel", qualifier=quality) for quality in ("", "monteuse")]
    assert [person.slug for person in people] == ["ada-bel", "ada-bel-monteuse"]


@pytest.mark.django_db
def test_an_address_follows_the_name_until_an_editor_chooses_one():
    film = Film.objects.create(title="Ancien")
    film.title = "Nouveau"
    film.save()
    assert film.slug == "nouveau"
    film.slug = "mon-adresse"
    film.save()
    film.title = "Autre"
    film.save()
    assert film.slug == "mon-adresse"


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Film, Person, Company])
def test_saving_again_without_another_name_keeps_the_address(model):
    name = "title" if model is Film else "name"
    first = model.objects.create(**{name: "Un"})
    second = model.objects.create(**{name: "Un!"})
    assert (first.slug, second.slug) == ("un", "un-2")
    first.delete()
    second.save()
    assert second.slug == "un-2"


@pytest.mark.django_db
def test_an_address_of_before_the_rule_for_signs_of_number_stays():
    film = Film.objects.create(title="Juré n°2")
    Film.objects.filter(pk=film.pk).update(slug="jure-ndeg2")
    film.refresh_from_db()
    film.year = 2024
    film.save()
    assert film.slug == "jure-ndeg2"


@pytest.mark.django_db
def test_only_public_addresses_are_remembered():
    film = Film.objects.create(title="Un")
    film.title = "Deux"
    film.save()
    assert not FormerSlug.objects.exists()


@pytest.mark.django_db
def test_words_of_a_vocabulary_keep_their_address_when_renamed():
    genre = Genre.objects.create(name_fr="Essai", name_en="Essay")
    genre.name_fr = "Essais"
    genre.save()
    assert genre.slug == "essai"
