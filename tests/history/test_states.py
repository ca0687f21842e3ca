"""States are kept where something differs, are told in words of the form, and come back whole."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import CASCADE
from django.utils.translation import override

from catalogue import history
from catalogue.history.parts import relations
from catalogue.models import (
    Company,
    Credit,
    DailyViews,
    Film,
    Highlight,
    Person,
    SharedDraft,
    Snapshot,
    Text,
    Version,
)
from distributors.models import Distributor, Offer, Partner
from tests.history.films import make_whole_film, shown_elsewhere
from tests.makers import (
    make_company,
    make_distributor,
    make_film,
    make_offer,
    make_person,
    make_text,
    make_version,
)

pytestmark = pytest.mark.django_db
NOT_CONTENT = {DailyViews, SharedDraft, Partner}  # counts of readings, secret addresses, accounts


def told(model, before, after, language="fr"):
    with override(language):
        return [
            (change.label, change.before, change.after)
            for change in history.differences(model, before, after)
        ]


def test_every_row_that_a_deletion_takes_with_it_is_in_a_state():
    """A table that belongs to an entity is registered, or is named here as something that is not restored."""
    left = [
        f"{model.__name__}.{relation.name}"
        for model in (*history.ENTITIES, Version, Distributor)
        for relation in model._meta.related_objects
        if relation.on_delete is CASCADE and not relation.field.remote_field.hidden
        if relation.related_model not in NOT_CONTENT
        and relation.name not in relations(model, deleting=True)
        and not relation.related_model._meta.auto_created
    ]
    assert left == []


def test_a_state_is_kept_where_something_differs_and_names_what():
    film = make_whole_film()
    first = history.take(film)
    assert history.take(film) == first == history.latest(film)
    film.credits.get(role="cast").delete()
    Film.objects.filter(pk=film.pk).update(year=1986)
    assert history.take(film).changed == ["credits", "year"]
    film.touch()
    assert Snapshot.objects.count() == 2


def test_to_keep_a_state_costs_as_many_queries_whatever_it_holds(django_assert_num_queries):
    small, large = make_film("Users", published=False), make_whole_film()
    make_offer(large, "svod", version=make_version(large, spoken=["de"]))
    make_offer(small, version=make_version(small, spoken=["fr"]))
    for film in (small, large):
        with django_assert_num_queries(18):
            history.take(film)


def test_who_saved_last_is_told_of_a_list_by_its_own_query(django_user_model, django_assert_num_queries):
    film, other = make_film("Users", published=False), make_film("Others", published=False)
    history.take(film, django_user_model.objects.create(username="anna"))
    with django_assert_num_queries(1):
        found = dict(Film.objects.annotate(who=history.changed_by(Film)).values_list("pk", "who"))
    assert found == {film.pk: "anna", other.pk: ""}


def test_changes_are_told_in_words_of_the_form_in_both_languages():
    film = make_whole_film()
    before = history.state_of(film)
    Film.objects.filter(pk=film.pk).update(colour="colour", year=None)
    Credit.objects.filter(film=film, role="cast").update(role="composer", character="")
    film.versions.get(position=1).language_uses.filter(use="subtitles").delete()
    film.offers.get(support="dcp").countries.set(["FR"])
    film.genres.clear()
    film.identifiers.all().delete()
    after = history.state_of(film)
    assert told(Film, before, after, "en") == [
        ("Year", "1985", ""),
        ("Colour", "", "In colour"),
        ("Genres", "Drame (en)", ""),
        ("Credit “Sandrine Bonnaire, Cast, Mona”: role", "Cast", "Music"),
        ("Credit “Sandrine Bonnaire, Cast, Mona”: character", "Mona", ""),
        ("Version “English, Dubbed, French, Subtitles”: language of a version", "French, Subtitles", ""),
        ("Identifier", "IMDb, tt0089960", ""),
        (
            "Offer “French, Spoken, DCP, 1 January 2026, 18.50, Belgium, France”: countries",
            "Belgium, France",
            "France",
        ),
    ]
    french = told(Film, before, after)
    assert french[1] == ("Couleur", "", "En couleurs")
    assert french[3][0].startswith("Mention au générique «\u00a0Sandrine Bonnaire")


def test_what_a_state_names_is_told_where_it_was_deleted_since():
    film = make_film("Users", directors=["Jane Doe"], published=False)
    before, person = history.state_of(film), Person.objects.get()
    film.credits.all().delete()
    history.take(person, origin=Snapshot.Origin.DELETION)
    person.delete()
    assert "Jane Doe" in told(Film, before, history.state_of(film))[0][1]


def test_what_is_not_there_yet_differs_by_what_was_entered_alone():
    """Nobody has chosen a focal point in the middle; a choice that is made at first says something."""
    film = make_film("Users", 1985, published=False)
    text = make_text(film, "Une note.", published=False)
    Film.objects.filter(pk=film.pk).update(cover_focal_y=30)
    found = told(Film, None, history.state_of(film), "en")
    assert [change for change in found if change[0] in ("Title", "Year")] == [
        ("Title", "", "Users"),
        ("Year", "", "1985"),
    ]
    assert [change[1:] for change in found if "point" in change[0].lower()] == [("50", "30")]
    assert ("Kind", "", "Statement of intent") in told(Text, None, history.state_of(text), "en")


def test_a_deleted_film_comes_back_with_all_that_was_lost_with_it():
    film = make_whole_film()
    selection = shown_elsewhere(film)
    before, pk, slug = history.state_of(film, deleting=True), film.pk, film.slug
    snapshot = history.take(film, origin=Snapshot.Origin.DELETION)
    film.delete()
    assert [*Snapshot.objects.deletions(Film)] == [snapshot]
    assert history.restore(snapshot) == []
    film = Film.objects.get()
    assert (film.pk, film.slug, film.published_at) == (pk, slug, None)
    assert history.state_of(film, deleting=True) == before
    assert film.offers.get(support="dcp").version == film.versions.get(position=0)
    assert (selection.selected_films.get().note_fr, Highlight.objects.get().film) == ("À voir.", film)
    assert not Snapshot.objects.deletions(Film).exists()


def test_one_field_or_one_relation_is_restored_and_nothing_else():
    film = make_whole_film()
    snapshot = history.take(film)
    Film.objects.filter(pk=film.pk).update(year=1990, colour="colour")
    film.credits.all().delete()
    film.identifiers.all().delete()
    history.restore(snapshot, ["year", "credits"])
    film.refresh_from_db()
    assert (film.year, film.colour, film.credits.count(), film.identifiers.count()) == (1985, "colour", 2, 0)
    assert film.has_changes


def test_rows_that_exchange_what_must_be_unique_come_back():
    film = make_film("Users", directors=["Ada", "Zoé"], published=False)
    snapshot = history.take(film)
    one, two = film.credits.all()
    people = one.person, two.person
    film.credits.all().delete()
    Credit.objects.create(pk=one.pk, film=film, person=people[1], role="director")
    Credit.objects.create(pk=two.pk, film=film, person=people[0], role="director")
    history.restore(snapshot)
    assert [credit.person for credit in film.credits.order_by("pk")] == [*people]


def test_what_is_missing_is_said_and_nothing_else_is_left_out():
    film = make_film("Users", directors=["Jane Doe", "Ada"], published=False)
    snapshot = history.take(film)
    film.credits.all().delete()
    Person.objects.filter(name="Jane Doe").delete()
    with override("en"):
        [left_out] = history.restore(snapshot)
    assert left_out.startswith("Person: no. ")
    assert [credit.person.name for credit in film.credits.all()] == ["Ada"]


def test_a_version_added_since_that_an_offer_names_and_a_text_stay():
    film = make_film("Users", published=False)
    snapshot = history.take(film)
    make_offer(film, version=make_version(film, spoken=["fr"]))
    make_text(film, "Body.", published=False)
    assert len(history.restore(snapshot, ["versions", "texts"])) == 2
    assert (film.versions.count(), film.texts.count(), Offer.objects.get().version) == (
        1,
        1,
        film.versions.get(),
    )


def test_an_address_that_another_page_has_taken_is_said_and_another_made():
    film = make_film("Users", published=False)
    snapshot = history.take(film, origin=Snapshot.Origin.DELETION)
    film.delete()
    make_film("Users", published=False)
    assert len(history.restore(snapshot)) == 1
    assert Film.objects.get(pk=snapshot.object_id).slug == "users-2"


def test_a_state_that_contradicts_the_rules_is_refused_and_changes_nothing():
    person = make_person("Jane Doe")
    snapshot = history.take(person)
    Person.objects.filter(pk=person.pk).update(name="Ada", folded_name="ada")
    make_person("Jane Doe")
    with pytest.raises(ValidationError):
        history.restore(snapshot)
    assert Person.objects.get(pk=person.pk).name == "Ada"


def test_a_company_comes_back_with_its_profile_and_the_offers_that_went_with_it():
    film, profile = make_film("Users", published=False), make_distributor("Circuit")
    make_offer(film, distributor=profile, countries=["FR"])
    company = make_company("Circuit")
    snapshot = history.take(company, origin=Snapshot.Origin.DELETION)
    company.delete()
    assert not Offer.objects.exists()
    assert history.restore(snapshot) == []
    assert Offer.objects.get().distributor == Company.objects.get().distributor_profile
