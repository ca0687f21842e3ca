"""A rebuild: visitors read the former publication until the new one is whole, whatever happens meanwhile."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from catalogue.models import (
    CatalogueState,
    Company,
    Film,
    Genre,
    OrderingBlock,
    Page,
    Person,
    Posting,
    Rebuild,
    Selection,
    Text,
)
from catalogue.publication import rebuild
from catalogue.publication.publish import publish, publish_vocabulary, unpublish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film, make_person, make_selection, make_text
from tests.publication.snapshots import publication

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture(scope="module")
def catalogue(shared_rows):
    """A catalogue whose publication is not what is saved: a rebuild with changes has something to do everywhere."""
    with shared_rows(make_catalogue), pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild, "BATCH", 2)
        patch.setattr(rebuild, "STRETCH", 3)
        yield


def make_catalogue():
    for number in range(5):
        make_film(f"Film {number}", 1990 + number, ["FR"], [f"Ada {number}"], ["ISKRA"], ["Essai"], ["fr"])
    make_text(Film.objects.first(), "Une note.", author=make_person("Ada 0"))
    make_selection("Été", Film.objects.all()[:2])
    for film in Film.objects.all()[:3]:
        film.title = f"Autre {film.year}"
        film.save()
    Genre.objects.update(name_fr="Drame")
    company = Company.objects.get()
    company.name = "Slon"
    company.save()


def between_steps(monkeypatch, happens):
    """Call `happens` with the number of each step of a rebuild, a transaction or some pages, before it begins."""
    count = iter(range(10_000))

    def counted():
        happens(next(count))
        return transaction.atomic()

    def counted_batch(*arguments):
        happens(next(count))
        return batch(*arguments)

    batch = rebuild._Work._copy
    monkeypatch.setattr(rebuild, "transaction", SimpleNamespace(atomic=counted))
    monkeypatch.setattr(rebuild._Work, "_copy", counted_batch)


def kill(monkeypatch, at, **asked):
    """End a rebuild before one of its steps."""

    def happens(step):
        if step == at:
            raise Killed

    with monkeypatch.context() as patch:
        between_steps(patch, happens)
        with pytest.raises(Killed):
            publish_all(**asked)


@contextmanager
def undone():
    """Whatever happens inside has not happened after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def steps(catalogue, django_db_blocker):
    """The numbers of the steps of a rebuild but the first, which writes that it began."""
    found = []
    with django_db_blocker.unblock(), undone(), pytest.MonkeyPatch.context() as patch:
        between_steps(patch, found.append)
        publish_all(with_changes=True)
    assert len(found) > 15
    return found[1:]


def every_second(steps):
    """Half of the steps on each database: a rebuild takes the same ones on both."""
    return steps[connection.vendor == "postgresql" :: 2]


def generations():
    return {row.generation for model in (Page, Posting, OrderingBlock) for row in model.objects.all()}


def test_killed_between_any_two_steps_it_leaves_the_former_publication_and_can_go_on(steps, monkeypatch):
    former = publication()
    with undone():
        publish_all(with_changes=True)
        wanted = publication()
    assert wanted != former
    for step in every_second(steps):
        with undone():
            kill(monkeypatch, step, with_changes=True)
            assert publication() == former
            assert rebuild.unfinished()
            publish_all(with_changes=True)
            assert publication() == wanted
            assert not rebuild.unfinished()
            assert generations() == {CatalogueState.objects.get().generation}


def test_killed_after_the_one_page_that_differs_it_still_says_that_pages_are_new(steps, monkeypatch):
    publish_all(with_changes=True)
    Film.objects.filter(pk=Film.objects.last().pk).update(short_summary_fr="Court.", has_changes=True)
    for step in every_second(steps[::2]):
        with undone():
            kill(monkeypatch, step, with_changes=True)
            publish_all(with_changes=True)
            state = CatalogueState.objects.get()
            assert state.rebuilt == state.number, step


def _rename_a_person():
    person = Person.objects.first()
    person.name = "Éva"
    person.save()
    publish(person)


def _rename_a_genre():
    genre = Genre.objects.first()
    genre.name_fr = "Fiction"
    genre.save()
    publish_vocabulary(genre)


def _change_a_document_alone():
    """In what no term and no card is made of."""
    person = Person.objects.first()
    person.biography_fr = "Elle filme."
    person.save()
    publish(person)


def _change_a_selection():
    selection = Selection.objects.first()
    selection.title_fr = "Hiver"
    selection.save()
    selection.selected_films.first().delete()
    publish(selection)


def _change_a_text():
    text = Text.objects.first()
    text.text_kind, text.film = "presentation", Film.objects.last()
    text.save()
    publish(text)


def _replace_a_text():
    film = Film.objects.first()
    film.texts.get().delete()
    make_text(film, "Autre.", text_kind="presentation", slug="note-d-intention")


MEANWHILE = {
    "a selection is another one": _change_a_selection,
    "a selection is taken off": lambda: unpublish(Selection.objects.first()),
    "a selection is deleted": lambda: Selection.objects.all().delete(),
    "a new selection": lambda: make_selection("Neige", Film.objects.all()[1:4]),
    "a text is about another film": _change_a_text,
    "a text is deleted": lambda: Text.objects.all().delete(),
    "a text takes the address of one that is deleted": _replace_a_text,
    "a new text": lambda: make_text(Film.objects.last(), "Autre.", text_kind="presentation"),
    "a document alone is another one": _change_a_document_alone,
    "a film is published": lambda: publish(Film.objects.first()),
    "a new film": lambda: make_film("Users", 2021, ["US"], ["Natalia"], ["Slon"]),
    "a film is taken off": lambda: unpublish(Film.objects.last()),
    "a film is deleted": lambda: Film.objects.last().delete(),
    "a person is renamed": _rename_a_person,
    "a genre is renamed": _rename_a_genre,
    "a genre is deleted": lambda: Genre.objects.all().delete(),
    "a company is taken off": lambda: unpublish(Company.objects.first()),
}


@pytest.mark.parametrize("number", range(len(MEANWHILE)), ids=MEANWHILE)
def test_what_is_published_meanwhile_is_in_the_new_publication(steps, monkeypatch, number):
    """Each change early on one database and late on the other, and all of them together before every step."""
    change, half = [*MEANWHILE.values()][number], len(steps) // 2
    at = steps[number * half // len(MEANWHILE) + half * (connection.vendor == "postgresql")]
    with_changes = bool(number % 2)
    with monkeypatch.context() as patch:
        between_steps(patch, lambda step: change() if step == at else None)
        publish_all(with_changes)
    found = publication()
    publish_all(with_changes)
    assert publication() == found


def test_what_is_taken_off_the_site_while_its_page_is_built_is_left_out(catalogue, monkeypatch):
    film, build = Film.objects.last(), rebuild.built

    def taken_off(kind, ids, generation):
        if kind == "film" and film.pk in ids and Film.objects.get(pk=film.pk).published_at:
            unpublish(film)
        return build(kind, ids, generation)

    monkeypatch.setattr(rebuild, "built", taken_off)
    publish_all(with_changes=True)
    found = publication()
    assert not Page.objects.filter(kind="film", object_id=film.pk).exists()
    publish_all(with_changes=True)
    assert publication() == found


def test_a_rebuild_that_changes_nothing_leaves_every_version_as_it_was(catalogue):
    publish_all(with_changes=True)
    versions = {(page.kind, page.object_id): page.version for page in Page.objects.all()}
    rebuilt = CatalogueState.objects.get().rebuilt
    publish_all()
    assert {(page.kind, page.object_id): page.version for page in Page.objects.all()} == versions
    assert CatalogueState.objects.get().rebuilt == rebuilt
    assert not Posting.objects.filter(number__isnull=False).exists()
    assert not OrderingBlock.objects.filter(number__isnull=False).exists()


def test_an_unfinished_rebuild_is_told_of_and_gone_on_with(catalogue, monkeypatch, capsys):
    kill(monkeypatch, 12)
    done = []
    publish_all(progress=done.append)
    assert sum(done) < Page.objects.count()
    kill(monkeypatch, 12)
    call_command("publish", "--all")
    assert "was left unfinished" in capsys.readouterr().out
    assert not rebuild.unfinished()


def test_a_rebuild_of_another_sort_begins_anew(catalogue, monkeypatch):
    kill(monkeypatch, 8, with_changes=True)
    publish_all()
    titles = Page.objects.filter(kind="film").values_list("card__title", flat=True)
    assert all(title.startswith("Film") for title in titles)
    assert generations() == {CatalogueState.objects.get().generation}


def test_of_two_rebuilds_at_once_the_later_goes_on(catalogue, monkeypatch):
    def take_over(step):
        if step == 5:
            Rebuild.objects.update(owner="another")

    with monkeypatch.context() as patch:
        between_steps(patch, take_over)
        with pytest.raises(CommandError, match="Another process goes on with this rebuild"):
            call_command("publish", "--all")
    publish_all()
    assert not rebuild.unfinished()
