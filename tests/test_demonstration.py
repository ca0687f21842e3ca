"""The demonstration leaves: an empty site, ready to fill, and nothing of what editors wrote is lost."""

import io
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from catalogue import demonstration
from catalogue.fixtures import PROGRAMME
from catalogue.models import (
    CatalogueState,
    Company,
    Country,
    Film,
    Genre,
    Identity,
    ImportedFact,
    OwnPage,
    Page,
    Person,
    Selection,
    Text,
    Theme,
)
from catalogue.publication.documents import KINDS
from catalogue.publication.publish import publish
from distributors.models import Distributor, Offer
from tests.importing.snapshots import all_rows
from tests.makers import make_film
from tests.pages.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.once]


@pytest.fixture(scope="module", autouse=True)
def loaded(shared_rows):
    with shared_rows(partial(call_command, "load_fixtures", stdout=io.StringIO())):
        yield


@pytest.fixture(scope="class")
def emptied(loaded, shared_rows):
    """What removing the demonstration said."""
    with shared_rows(removed) as told:
        yield told


def removed(**options):
    out = io.StringIO()
    call_command("remove_demonstration", no_input=True, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def of_editors():
    """{table: its rows} that hold what a catalogue is made of, but for vocabularies."""
    stay = {model._meta.label for model in (Country, Country.successors.through, Genre)}
    derived = {
        "catalogue.FrontPage",
        "catalogue.CatalogueState",
        "catalogue.Posting",
        "catalogue.OrderingBlock",
        "catalogue.PopularFilms",
    }
    return {table: rows for table, rows in all_rows().items() if rows and table not in stay | derived}


def test_nothing_stays_but_accounts_and_vocabularies(client):
    User.objects.create_user("ada")
    genres, countries = Genre.objects.count(), Country.objects.count()
    removed()
    assert of_editors() == {}
    assert not Page.objects.current().exists()
    assert (Genre.objects.count(), Country.objects.count()) == (genres, countries)
    assert genres > 10
    assert User.objects.filter(username="ada").exists()
    for page in ("/fr/", "/en/", "/fr/films/", "/fr/people/", "/fr/companies/", "/fr/selections/"):
        assert client.get(page).status_code == 200, page
    for lang, words in (("fr", "Pour commencer"), ("en", "To begin")):
        told = read(client, f"/{lang}/").css_first(".empty")
        assert words in told.text()
        assert told.css_first("a").attributes["href"] == "/admin/"


def test_what_is_removed_is_told():
    films, people = Film.objects.count(), Person.objects.count()
    told = removed()
    assert f"{films} films" in told
    assert f"{people} people" in told
    assert told.endswith("To begin: python3 run.py createsuperuser, then /admin/.\n")


def test_the_footer_speaks_of_a_demonstration_until_it_is_removed(client):
    words = "Catalogue de démonstration"
    assert words in read(client, "/fr/people/").css_first("footer").text()
    removed()
    assert words not in read(client, "/fr/people/").css_first("footer").text()


def test_who_does_not_confirm_removes_nothing(monkeypatch):
    before = all_rows()
    monkeypatch.setattr("builtins.input", lambda _prompt: "no")
    with pytest.raises(CommandError, match="Nothing was removed"):
        call_command("remove_demonstration", stdout=io.StringIO())
    assert all_rows() == before


def test_what_is_stopped_is_begun_again(monkeypatch):
    remove, done = demonstration._remove, []

    def dies_soon(model, ids):
        if len(done) == 9:
            raise KeyboardInterrupt
        done.append(remove(model, ids))

    monkeypatch.setattr(demonstration, "_remove", dies_soon)
    with pytest.raises(KeyboardInterrupt):
        removed()
    assert Person.objects.exists()
    assert CatalogueState.objects.get().demonstration
    assert all(  # no page shows what is gone
        kind.model.objects.filter(pk=page.object_id).exists()
        for name, kind in KINDS.items()
        for page in Page.objects.current().filter(kind=name)
    )
    monkeypatch.setattr(demonstration, "_remove", remove)
    removed()
    assert of_editors() == {}


def test_what_an_editor_changed_stays_and_is_named_with_what_it_shows():
    film = Film.objects.get(title="La Jetée")
    film.synopsis_fr = "Autre chose."
    film.save()
    told = removed()
    assert "Changed since it was loaded, and kept:\n  film: La Jetée (1962)\n" in told
    assert "  person: Chris Marker\n" in told
    assert "With --with-changed what was changed is removed as well.\n" in told
    assert [film.title for film in Film.objects.all()] == ["La Jetée"]
    assert film.credits.count() > 5
    assert film.offers.filter(distributor__company__name="Lucarne").exists()
    assert Person.objects.count() == film.credits.values("person").distinct().count()
    assert {theme.pk for theme in Theme.objects.all()} == {theme.pk for theme in film.themes.all()}
    assert "film: La Jetée" in removed()
    removed(with_changed=True)
    assert of_editors() == {}


def test_an_identity_and_pages_of_ones_own_stay():
    Identity.objects.update(name="Ciné-club des Lilas")
    OwnPage.objects.create(title_fr="Mentions légales", body_fr="Chez nous.")
    removed()
    assert Identity.objects.get().name == "Ciné-club des Lilas"
    assert OwnPage.objects.get().title_fr == "Mentions légales"


def test_what_editors_made_keeps_what_it_uses():
    film = make_film("The first of ours", directors=["Agnès Varda"], producers=["Argos Films"])
    distributor = Distributor.objects.get(company__name="Lucarne")
    Offer.objects.create(film=film, distributor=distributor, support="dcp")
    of_ours = Selection.objects.create(title_fr="Nos films")
    of_ours.selected_films.create(film=Film.objects.get(title="Wanda"))
    Text.objects.create(film=Film.objects.get(title="Shoah"), text_kind="presentation", body="À nous.")
    successor = Company.objects.create(name="Ours", predecessor=Company.objects.get(name="Slon"))
    publish(film, of_ours)
    told = removed()
    assert "Changed since" not in told
    for line in (
        "person: Agnès Varda",
        "company: Lucarne",
        "company: Argos Films",
        "company: Slon",
        "film: Wanda",
    ):
        assert f"  {line}" in told
    assert {film.title for film in Film.objects.all()} == {"The first of ours", "Wanda", "Shoah"}
    assert film.offers.get().distributor == distributor
    assert of_ours.selected_films.count() == 1
    successor.refresh_from_db()
    assert successor.predecessor.name == "Slon"
    assert Page.objects.current().filter(kind="film").count() == 3


@pytest.mark.usefixtures("emptied")
class TestOnceItIsRemoved:
    def test_a_second_time_changes_nothing(self):
        before = all_rows()
        assert removed() == "Nothing of the demonstration is left to remove.\n"
        assert all_rows() == before

    def test_the_next_start_does_not_load_it_again_and_who_asks_for_it_has_it(self):
        call_command("prepare", demonstration=True, stdout=io.StringIO())
        assert not Film.objects.exists()
        call_command("load_fixtures", stdout=io.StringIO())
        assert Film.objects.exists()
        assert CatalogueState.objects.get().demonstration

    def test_pages_that_are_imported_again_are_whole(self):
        assert not ImportedFact.objects.exists()
        call_command("import_pages", str(PROGRAMME / "film-la-jetee.txt"), stdout=io.StringIO())
        assert Film.objects.get(title="La Jetée").credits.filter(role="director").exists()

    def test_a_site_without_it_loses_nothing(self):
        make_film("Ours", 2024, countries=["FR"], directors=["Somebody"])
        before = of_editors()
        assert removed() == "Nothing of the demonstration is left to remove.\n"
        assert of_editors() == before

    def test_it_is_not_loaded_over_rows_of_others(self):
        Theme.objects.create(slug="ours", name_fr="À nous", name_en="Ours")
        out = io.StringIO()
        call_command("load_fixtures", stdout=out)
        assert out.getvalue() == "The catalogue holds no film, but it is not empty: nothing loaded.\n"
        assert Theme.objects.count() == 1
