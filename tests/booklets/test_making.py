"""Booklets that visitors ask for: made once, one at a time, kept until they would say something else."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from catalogue import housekeeping
from catalogue.booklets import making
from catalogue.booklets.sources import source_at
from catalogue.models import Booklet
from catalogue.publication.publish import publish
from tests.makers import make_film

Step = Booklet.Step
ORIGIN = "https://films.example"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def made(monkeypatch):
    """The HTML of each PDF that was made, by what stands for WeasyPrint here."""
    made = []

    def pdf_of(html, origin, progress):
        progress("pictures", 1)
        made.append(html)
        return b"%PDF"

    monkeypatch.setattr(making, "pdf_of", pdf_of)
    return made


@pytest.fixture
def film(db):
    return make_film("Aube", 1960, ["SN"])


def ask(of="films/", length="short", language="fr"):
    with translation.override(language):
        return making.ask(source_at(of), length, ORIGIN)


def step_of(booklet):
    booklet.refresh_from_db()
    return booklet.step


def test_it_is_made_once_and_kept(film, made):
    first = ask()
    assert ask() == first
    assert making.work_off() == 1
    assert making.work_off() == 0
    assert ask() == first
    assert step_of(first) == Step.MADE
    assert len(made) == 1
    assert making.path_of(first.key).read_bytes() == b"%PDF"
    assert [path.name for path in making.path_of(first.key).parent.iterdir()] == [f"{first.key}.pdf"]


def test_each_list_length_and_language_has_its_own(film):
    asked = [ask(), ask(length="long"), ask(language="en"), ask("films/?country=SN")]
    assert len({booklet.key for booklet in asked}) == 4


def test_it_is_made_anew_when_it_would_say_something_else_and_only_then(film, made):
    of_senegal = ask("films/?country=SN")
    making.work_off()
    make_film("Brume", 1961, ["JP"])
    assert ask("films/?country=SN") == of_senegal
    film.synopsis_fr = "Le jour se lève."
    film.save()
    publish(film)
    assert ask("films/?country=SN") != of_senegal


def test_the_same_booklet_of_another_day_is_the_same(film, monkeypatch):
    first = ask()
    monkeypatch.setattr(timezone, "localdate", lambda: (timezone.now() + timedelta(days=1)).date())
    assert ask() == first


def test_only_one_is_made_at_a_time(film):
    first, second = ask(), ask(length="long")
    assert making.take() == first
    assert making.take() is None
    assert not making.is_wanted()
    assert step_of(second) == Step.WAITING


def test_one_whose_maker_died_is_made_again(film, made):
    booklet = ask()
    assert making.take() == booklet  # and nothing more is heard of it
    assert making.work_off() == 0
    Booklet.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert making.is_wanted()
    assert making.work_off() == 1
    assert step_of(booklet) == Step.MADE


def test_one_that_cannot_be_made_is_given_up_until_it_is_asked_for_again(film, made, monkeypatch):
    booklet = ask()
    monkeypatch.setattr(making, "pdf_of", lambda *_: 1 / 0)
    for _try in range(making.MOST_TRIES):
        making.work_off()
    assert making.work_off() == 0
    assert step_of(booklet) == Step.FAILED
    ask()
    assert step_of(booklet) == Step.WAITING


def test_no_half_of_a_file_is_ever_offered(film, monkeypatch):
    booklet = ask()

    def killed(*_):
        raise SystemExit

    monkeypatch.setattr(making, "pdf_of", killed)
    with pytest.raises(SystemExit):
        making.work_off()
    assert not making.path_of(booklet.key).exists()
    assert making.is_wanted()  # its turn is given back


def test_one_whose_file_is_lost_is_made_again(film, made):
    booklet = ask()
    making.work_off()
    making.path_of(booklet.key).unlink()
    assert step_of(ask()) == Step.WAITING


def test_no_more_wait_than_may(film, monkeypatch):
    monkeypatch.setattr(making, "MOST_WAITING", 1)
    ask()
    with pytest.raises(making.TooManyWaiting):
        ask(length="long")


def test_old_ones_are_deleted_with_their_files(film, made):
    old, new = ask(), ask(length="long")
    making.work_off()
    Booklet.objects.filter(pk=old.pk).update(asked_at=timezone.now() - making.KEPT - timedelta(days=1))
    assert making.prune() == 1
    assert [*Booklet.objects.all()] == [new]
    assert not making.path_of(old.key).exists()
    assert making.path_of(new.key).exists()


def test_the_housekeeping_begins_a_process_where_one_is_wanted(film, monkeypatch):
    begun = []

    class Process:
        def __init__(self, command, stdout):
            begun.append(command)

        def poll(self):
            return None

    monkeypatch.setattr(housekeeping, "_maker", None)
    monkeypatch.setattr(housekeeping.subprocess, "Popen", Process)
    housekeeping.make_booklets()
    assert begun == []
    ask()
    housekeeping.make_booklets()
    housekeeping.make_booklets()
    assert [command[-2:] for command in begun] == [["make_booklet", "--waiting"]]
