"""Pictures on the disk: whole or not at all, and a row is saved whatever happened to its file."""

import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from catalogue.models import Company, Film, Person, Still
from catalogue.pictures import keeping
from tests.admin.conftest import editor, form_data
from tests.pictures.files import files_in, noise, sent

__all__ = ["editor"]


class FullDiskError(OSError):
    pass


def failing_at(number, function, error):
    """The function, which fails when it is called for the nth time."""
    calls = []

    def call(*args, **kwargs):
        calls.append(args)
        if len(calls) == number:
            raise error
        return function(*args, **kwargs)

    return call


def test_every_table_keeps_size_and_colour_beside_its_picture(db, media):
    film = Film.objects.create(title="Users", cover=sent(noise(400, 600)))
    still = Still.objects.create(film=film, image=sent(noise(64, 36)))
    person = Person.objects.create(name="Ada", portrait=sent(noise(30, 40)))
    company = Company.objects.create(name="LAMPE", logo=sent(noise(20, 20)))
    for row in (film, still, person, company):
        row.refresh_from_db()
    assert (film.cover_width, film.cover_height) == (400, 600)
    assert (still.image_width, still.image_height) == (64, 36)
    assert (person.portrait_width, person.portrait_height) == (30, 40)
    assert (company.logo_width, company.logo_height) == (20, 20)
    colours = [film.cover_colour, still.image_colour, person.portrait_colour, company.logo_colour]
    assert [(colour[0], len(colour)) for colour in colours] == 4 * [("#", 7)]
    assert len(files_in(media)) == 6 + 3 * 4


def test_a_picture_that_is_taken_away_takes_its_columns_along(db):
    film = Film.objects.create(title="Users", cover=sent(noise()))
    film.cover = None
    film.save()
    film.refresh_from_db()
    assert (film.cover, film.cover_width, film.cover_height, film.cover_colour) == ("", None, None, "")


def test_the_same_picture_for_two_films_is_one_file(db, media):
    image = noise()
    first, second = (Film.objects.create(title=title, cover=sent(image)) for title in ("Users", "Usagers"))
    assert first.cover.name == second.cover.name
    assert len(files_in(media)) == 4


def test_an_encoder_that_fails_is_told_to_the_editor_and_leaves_nothing(editor, media, monkeypatch):
    address = "/admin/catalogue/film/add/"
    data = form_data(editor, address, title="Users", cover=sent(noise(700, 500)), _save="1")
    monkeypatch.setattr(Image.Image, "save", failing_at(3, Image.Image.save, MemoryError()))
    response = editor.post(address, data)
    [error] = response.context["adminform"].form.errors["cover"]
    assert error.startswith("This picture could not be made into smaller ones")
    assert (Film.objects.count(), files_in(media)) == (0, [])


@pytest.mark.parametrize("place", ["os.replace", "tempfile.NamedTemporaryFile"])
def test_a_disk_that_fills_up_keeps_no_part_of_a_picture(db, media, monkeypatch, place):
    name = place.rpartition(".")[2]
    module = keeping.os if name == "replace" else keeping.tempfile
    monkeypatch.setattr(module, name, failing_at(3, getattr(module, name), FullDiskError()))
    with pytest.raises(FullDiskError):
        Film.objects.create(title="Users", cover=sent(noise(400)))
    assert files_in(media) == []


def test_what_the_disk_takes_only_in_part_is_not_kept(media):
    script = (
        "import resource, signal, sys; from pathlib import Path;"
        "from django.conf import settings; settings.configure(FILE_UPLOAD_PERMISSIONS=0o644);"
        "from catalogue.pictures.keeping import write_whole;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "write_whole(Path(sys.argv[1]), bytes(5000))"
    )
    done = subprocess.run([sys.executable, "-c", script, media / "a.webp"], capture_output=True, text=True)
    assert "File too large" in done.stderr
    assert files_in(media) == []


def test_a_failure_spares_the_same_picture_of_another_film(db, media, monkeypatch):
    image = noise(400)
    Film.objects.create(title="Users", cover=sent(image))
    before = files_in(media)
    (media / before[0]).unlink()
    monkeypatch.setattr(keeping.os, "replace", failing_at(1, keeping.os.replace, FullDiskError()))
    with pytest.raises(FullDiskError):
        Film.objects.create(title="Usagers", cover=sent(image))
    assert files_in(media) == before[1:]


def test_what_no_form_has_looked_at_is_refused_all_the_same(db, media):
    with pytest.raises(ValidationError):
        Film.objects.create(title="Users", cover=sent(noise(), "GIF"))
    assert files_in(media) == []


def test_a_film_whose_picture_was_lost_is_saved_and_keeps_what_is_known_of_it(editor, media):
    film = Film.objects.create(title="Users", cover=sent(noise()))
    for path in files_in(media):
        (media / path).unlink()
    address = f"/admin/catalogue/film/{film.pk}/change/"
    answer = editor.post(address, form_data(editor, address, year="2001", _save="1"))
    kept = Film.objects.get()
    assert (answer.status_code, kept.year, kept.cover.name) == (302, 2001, film.cover.name)
    assert (kept.cover_width, kept.cover_height, kept.cover_colour) == (60, 40, film.cover_colour)


def test_files_may_be_read_by_a_web_server_that_runs_as_somebody_else(db, media):
    film = Film.objects.create(title="Users", cover=sent(noise()))
    assert {(media / path).stat().st_mode & 0o777 for path in files_in(media)} == {0o644}
    assert film.cover.read() == (media / film.cover.name).read_bytes()


def test_a_replaced_picture_stays_until_it_is_pruned_for_the_site_still_shows_it(db, media):
    film = Film.objects.create(title="Users", cover=sent(noise()))
    former = film.cover.name
    film.cover.save("other.png", sent(noise(), "PNG"))
    assert film.cover.name != former
    assert {former, film.cover.name} <= {*files_in(media)}
