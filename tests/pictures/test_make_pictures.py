"""manage.py make_pictures: what is missing is made, what nobody shows goes, and a second run finds nothing to do."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from catalogue.management.commands import make_pictures as make_pictures_command
from catalogue.models import CatalogueState, Film, Page
from catalogue.pictures.mending import mend, pictures
from catalogue.publication.publish import publish
from tests.makers import make_film
from tests.pictures.files import files_in, noise, sent, with_place
from tests.pictures.test_keeping import failing_at

COLUMNS = ["cover", "cover_width", "cover_height", "cover_colour"]


def make_pictures(*options):
    output = StringIO()
    call_command("make_pictures", *options, stdout=output, stderr=StringIO())
    return output.getvalue().splitlines()


def as_it_was_before_renditions(film, media):
    """Put the camera's own file where the film's picture is, as former versions of the site kept it."""
    path = Path("pictures", "ab", f"{'ab' * 16}.jpg")
    (media / path).parent.mkdir(parents=True)
    noise(400).save(media / path, "JPEG", exif=with_place(6))
    Film.objects.filter(pk=film.pk).update(cover=path, cover_width=40, cover_height=400, cover_colour="")
    return path.as_posix()


def age(media, seconds=7200):
    for path in files_in(media):
        then = (media / path).stat().st_mtime - seconds
        os.utime(media / path, (then, then))


def test_a_picture_from_before_is_made_anew_and_its_page_published(db, media):
    film = make_film("Users")
    former = as_it_was_before_renditions(film, media)
    publish(film)
    assert make_pictures() == ["1 pictures, 1 of them made anew."]
    film.refresh_from_db()
    assert (film.cover_width, film.cover_height, len(film.cover_colour)) == (40, 400, 7)
    assert dict(Image.open(film.cover.path).getexif()) == {}
    cover = Page.objects.get(kind="film").document["cover"]
    assert (cover["src"], cover["colour"]) == (film.cover.url, film.cover_colour)
    age(media)
    assert make_pictures("--prune") == [
        "1 pictures, 0 of them made anew.",
        "1 files that nothing shows deleted.",
    ]
    assert former not in files_in(media)


def test_changes_that_no_editor_has_published_stay_unpublished(db, media):
    film = make_film("Users")
    as_it_was_before_renditions(film, media)
    publish(film)
    film.refresh_from_db()
    film.title = "Usagers"
    film.save()
    before = Page.objects.get(kind="film").document
    make_pictures()
    assert Page.objects.get(kind="film").document == before


def test_a_second_run_changes_nothing(db, media):
    film = make_film("Users", cover=sent(noise(400)))
    before = {path: (media / path).stat().st_mtime_ns for path in files_in(media)}
    state = CatalogueState.objects.get().number
    age_of_film = Film.objects.values_list("modified_at").get()
    for _time in range(2):
        assert make_pictures() == ["1 pictures, 0 of them made anew."]
    assert {path: (media / path).stat().st_mtime_ns for path in files_in(media)} == before
    assert CatalogueState.objects.get().number == state
    assert Film.objects.values_list("modified_at").get(pk=film.pk) == age_of_film


def test_renditions_that_were_lost_are_made_again_under_their_names(db, media):
    film = Film.objects.create(title="Users", cover=sent(noise(400)))
    before = files_in(media)
    for path in before:
        if path != film.cover.name:
            (media / path).unlink()
    make_pictures()
    assert files_in(media) == before


def test_a_picture_that_is_not_there_is_named_and_the_others_are_made(db, media):
    lost = Film.objects.create(title="Users", cover=sent(noise(400)))
    other = Film.objects.create(title="Other", cover=sent(noise(400)))
    before = files_in(media)
    stems = [Path(film.cover.name).stem for film in (lost, other)]
    for path in before:
        if stems[0] in path or path.endswith(f"{stems[1]}-400.avif"):
            (media / path).unlink()
    with pytest.raises(CommandError, match=r"^1 pictures are not there"):
        make_pictures()
    assert files_in(media) == [path for path in before if stems[0] not in path]


def test_prune_keeps_what_rows_or_published_pages_show_and_what_is_young(db, media):
    film = make_film("Users", cover=sent(noise()))
    published = film.cover.name
    film.cover = sent(noise())
    film.save()
    waiting = film.cover.name
    age(media)
    (media / "pictures/ab").mkdir(exist_ok=True)
    (media / "pictures/ab/.half").write_bytes(b"?")
    assert make_pictures("--prune")[-1] == "0 files that nothing shows deleted."
    publish(film)
    age(media)
    assert make_pictures("--prune")[-1] == "5 files that nothing shows deleted."
    assert waiting in files_in(media)
    assert published not in files_in(media)
    assert len(files_in(media)) == 4


def test_a_picture_that_is_sent_again_is_young_again(db, media):
    image = noise()
    Film.objects.create(title="Users", cover=sent(image)).delete()
    age(media)
    Film(title="Users").cover.save("again.jpg", sent(image), save=False)
    assert make_pictures("--prune")[-1] == "0 files that nothing shows deleted."


def test_a_master_that_is_gone_is_named(db, media):
    film = Film.objects.create(title="Users", cover=sent(noise()))
    (media / film.cover.name).unlink()
    with pytest.raises(CommandError, match="1 pictures are not there"):
        make_pictures()


def test_what_an_editor_has_replaced_meanwhile_is_left_alone(db, media):
    film = make_film("Users")
    as_it_was_before_renditions(film, media)
    [(row, picture)] = pictures()
    newer = Film.objects.get()
    newer.cover.save("newer.jpg", sent(noise()))
    assert mend(row, picture) is False
    assert Film.objects.get().cover.name == newer.cover.name


def test_a_run_that_was_stopped_has_published_what_it_made(db, media, monkeypatch):
    film = make_film("One")
    as_it_was_before_renditions(film, media)
    make_film("Two", **Film.objects.values(*COLUMNS).get())
    publish(film)
    monkeypatch.setattr(make_pictures_command, "mend", failing_at(2, mend, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        make_pictures()
    monkeypatch.undo()
    make_pictures()
    covers = [page.document["cover"] for page in Page.objects.filter(kind="film")]
    assert [len(cover["colour"]) for cover in covers] == [7, 7]


def test_a_cover_whose_size_nobody_knows_is_not_shown_until_it_is_made(db, media):
    film = make_film("Users")
    former = as_it_was_before_renditions(film, media)
    Film.objects.update(cover_width=None, cover_height=None)
    publish(film)
    assert Page.objects.get(kind="film").document["cover"] is None
    make_pictures()
    assert Page.objects.get(kind="film").document["cover"]["src"] != f"/media/{former}"
