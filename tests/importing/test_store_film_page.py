"""What becomes of a film page, and of a film page that changed."""

import pytest

from catalogue.importing.outcome import Status, StoreError
from catalogue.importing.store import store
from catalogue.models import Film, Page, Person, Text, Version
from distributors.models import Offer
from tests.makers import make_film

from .page_records import LINE, film_page
from .snapshots import all_rows

pytestmark = pytest.mark.django_db

WHOLE = {
    "cover_text": "Image de couverture Users",
    "presentation": ["Un essai.", "Sur les machines."],
    "supports": ["multi"],
    "available": False,
    "directors": ["Natalia Almada", "Zoé Ély"],
    "cast": ["Ana Roy"],
    "guest_texts": [(["Du bien.", "Beaucoup."], "Danae Elon", "Cinéaste")],
    "versions": [("Français", 80, ["fr"], ["fr"]), ("English", 82, ["en"], [])],
    "countries": ["US", "MX"],
    "running_time": 80,
    "producers": ["The Department of Motion Pictures", "Altamura Films"],
    "languages": ["en"],
    "short_summary": "Une mère s'interroge.",
}


def people(film, role):
    return list(film.credits.filter(role=role).values_list("person__name", flat=True))


def messages(outcome):
    return [message.text for message in outcome.messages]


def test_every_fact_of_a_film_page_arrives():
    outcome = store(film_page(**WHOLE))
    film = Film.objects.get()
    assert (outcome.status, outcome.subject, outcome.messages) == (Status.CREATED, 'film "Users" (2021)', ())
    assert (film.title, film.year, film.running_time) == ("Users", 2021, 80)
    assert (film.short_summary_fr, film.synopsis_fr) == ("Une mère s'interroge.", "")
    assert film.cover_text_fr == "Image de couverture Users"
    assert people(film, "director") == ["Natalia Almada", "Zoé Ély"]
    assert people(film, "cast") == ["Ana Roy"]
    assert [row.country_id for row in film.film_countries.all()] == ["US", "MX"]
    assert [row.language for row in film.original_languages.all()] == ["en"]
    assert [(row.role, row.company.name) for row in film.company_credits.all()] == [
        ("producer", "The Department of Motion Pictures"),
        ("producer", "Altamura Films"),
    ]
    assert [(row.support, row.use, row.availability, row.distributor) for row in film.offers.all()] == [
        ("multi", "", "unavailable", None)
    ]


def test_versions_keep_their_own_languages_and_their_running_time_where_it_differs():
    store(film_page(**WHOLE))
    french, english = Version.objects.order_by("position")
    assert (french.label, french.running_time) == ("Français", None)
    assert (english.label, english.running_time) == ("English", 82)
    assert [(row.use, row.language) for row in french.language_uses.all()] == [
        ("spoken", "fr"),
        ("subtitles", "fr"),
    ]
    assert [(row.use, row.language) for row in english.language_uses.all()] == [("spoken", "en")]


def test_a_signatory_is_the_author_of_a_text_with_its_quality():
    store(film_page(**WHOLE))
    presentation, guest = Text.objects.order_by("position")
    assert (presentation.body, presentation.author) == ("Un essai.\n\nSur les machines.", None)
    assert (guest.body, guest.author.name, guest.author_quality) == (
        "Du bien.\n\nBeaucoup.",
        "Danae Elon",
        "Cinéaste",
    )
    assert {text.text_kind for text in (presentation, guest)} == {"presentation"}


def test_subtitles_of_a_film_without_versions_make_its_only_version():
    store(film_page(languages=["en"], subtitles=["fr"]))
    uses = Version.objects.get().language_uses.values_list("use", "language")
    assert list(uses) == [("spoken", "en"), ("subtitles", "fr")]


def test_all_that_a_page_brings_is_on_the_site():
    store(film_page(**WHOLE))
    kinds = list(Page.objects.order_by("kind").values_list("kind", flat=True))
    assert kinds == [*["company"] * 2, "film", *["person"] * 4, *["text"] * 2]
    assert not Film.objects.filter(has_changes=True).exists()


def test_a_draft_is_stored_and_not_published():
    store(film_page(**WHOLE), draft=True)
    assert Film.objects.get().published_at is None
    assert not Page.objects.exists()


def test_the_same_page_twice_writes_nothing():
    store(film_page(**WHOLE))
    before = all_rows()
    outcome = store(film_page(**WHOLE))
    assert (outcome.status, outcome.messages) == (Status.UNCHANGED, ())
    assert all_rows() == before


def test_a_changed_page_updates_what_it_brought():
    store(film_page(**WHOLE))
    changed = {
        "directors": ["Zoé Ély", "Natalia Almada"],
        "cast": [],
        "countries": ["MX", "FR"],
        "running_time": 90,
        "short_summary": None,
        "versions": [("English", 82, ["en"], ["es"])],
        "available": True,
        "guest_texts": [(["Du mal."], "Ana Roy", None)],
        "producers": ["Altamura Films"],
    }
    outcome = store(film_page(**{**WHOLE, **changed}))
    film = Film.objects.get()
    assert (outcome.status, outcome.messages) == (Status.UPDATED, ())
    assert (film.running_time, film.short_summary_fr) == (90, "")
    assert people(film, "director") == ["Zoé Ély", "Natalia Almada"]
    assert people(film, "cast") == []
    assert [row.country_id for row in film.film_countries.all()] == ["MX", "FR"]
    version = film.versions.get()
    assert list(version.language_uses.values_list("use", "language")) == [
        ("spoken", "en"),
        ("subtitles", "es"),
    ]
    assert [row.availability for row in film.offers.all()] == ["available"]
    assert [row.company.name for row in film.company_credits.all()] == ["Altamura Films"]
    guest = Text.objects.get(body="Du mal.")
    assert (guest.author.name, guest.author_quality, Text.objects.count()) == ("Ana Roy", "", 2)
    assert Page.objects.get(kind="film").document["running_time"] == 90


def test_what_an_editor_changed_stays_and_is_told():
    store(film_page(**WHOLE))
    Film.objects.update(running_time=84)
    outcome = store(film_page(**WHOLE))
    assert (outcome.status, messages(outcome)) == (
        Status.UNCHANGED,
        ["kept: running time is 84 here, the page says 80"],
    )
    assert [message.line for message in outcome.messages] == [LINE]
    store(film_page(**{**WHOLE, "running_time": 90}))
    assert Film.objects.get().running_time == 84


def test_what_an_editor_removed_is_not_brought_again():
    store(film_page(**WHOLE))
    film = Film.objects.get()
    film.credits.get(role="cast").delete()
    film.offers.all().delete()
    film.texts.get(author__isnull=False).delete()
    outcome = store(film_page(**WHOLE))
    assert outcome.status == Status.UNCHANGED
    assert sorted(messages(outcome)) == [
        "not brought again: “ana roy” (credits cast) was removed here",
        "not brought again: “guest text 1” (texts) was removed here",
        "not brought again: “multi” (supports) was removed here",
    ]
    assert (people(film, "cast"), film.offers.count(), film.texts.count()) == ([], 0, 1)


def test_what_an_editor_added_stays_when_the_page_changes():
    store(film_page(**WHOLE))
    film = Film.objects.get()
    editor = Person.objects.create(name="Zed")
    film.credits.create(person=editor, role="director", position=9)
    store(film_page(**{**WHOLE, "directors": ["Natalia Almada", "New One"]}))
    assert people(film, "director") == ["Natalia Almada", "Zed", "New One"]


def test_an_item_that_an_editor_worked_on_is_not_taken_away():
    store(film_page(**WHOLE))
    Version.objects.filter(label="Français").update(label="Version française")
    Offer.objects.update(price=12)
    outcome = store(film_page(**{**WHOLE, "versions": [], "supports": []}))
    assert list(Version.objects.values_list("label", flat=True)) == ["Version française"]
    assert Version.objects.get().language_uses.count() == 2
    assert Offer.objects.count() == 1
    assert len([text for text in messages(outcome) if "was changed here" in text]) == 2


def test_the_order_that_an_editor_gave_stays():
    store(film_page(**WHOLE))
    film = Film.objects.get()
    for position, code in enumerate(["MX", "US"]):
        film.film_countries.filter(country=code).update(position=position)
    store(film_page(**{**WHOLE, "countries": ["US", "MX", "FR"]}))
    assert [row.country_id for row in film.film_countries.all()] == ["MX", "US", "FR"]


def test_what_two_pages_bring_is_taken_away_by_neither_alone():
    store(film_page(title="Users", year=2021, directors=["Ana Roy"]))
    film = Film.objects.get()
    store(film_page(title="Users", year=None, directors=["Ana Roy"]))
    assert Film.objects.get() == film  # a page that has lost its year is the same page
    store(film_page(title="Users", year=2021, directors=["Ana Roy"]))
    assert people(film, "director") == ["Ana Roy"]


def test_a_film_with_unpublished_changes_is_stored_and_not_published():
    film = make_film("Users", 2021)
    film.refresh_from_db()
    film.synopsis_fr = "Not ready."
    film.save()
    outcome = store(film_page(**WHOLE))
    assert outcome.status == Status.UPDATED
    assert messages(outcome) == [
        "stored but not published: the film “Users (2021)” has changes that are not published yet"
    ]
    assert Page.objects.get(kind="film").document["running_time"] is None


def test_a_draft_of_an_editor_stays_a_draft():
    make_film("Users", 2021, published=False)
    outcome = store(film_page(directors=["Natalia Almada"]))
    assert messages(outcome) == ["stored but not published: the film “Users (2021)” is a draft"]
    assert not Page.objects.filter(kind="film").exists()


def test_a_long_summary_is_kept_whole_as_the_synopsis():
    sentence = "Une phrase de trente lettres. " * 12
    outcome = store(film_page(short_summary=sentence.strip()))
    film = Film.objects.get()
    assert film.synopsis_fr == sentence.strip()
    assert film.short_summary_fr == sentence.strip()[: 30 * 10 - 1]
    assert messages(outcome) == ["the short summary has 359 letters, 300 at most: kept whole as the synopsis"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"versions": [("x" * 61, 80, ["fr"], [])]}, "label"),
        ({"directors": ["x" * 151]}, "name"),
        ({"cover_text": "x" * 251}, "cover text fr"),
        ({"running_time": 7000}, "running time"),
        ({"title": "Щ" * 249}, "title"),
        ({"guest_texts": [(["Text."], "Ana Roy", "x" * 101)]}, "author quality"),
    ],
)
def test_a_value_that_no_database_should_take_is_an_error_with_its_line(facts, field):
    with pytest.raises(StoreError) as error:
        store(film_page(**facts))
    assert (error.value.line, error.value.field) == (LINE, field)
    assert not Film.objects.exists()
