"""Posters and share cards as they are served: for ever under their own address, led to from any other."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image

from catalogue.models import Company, Page, Person
from catalogue.posters.addresses import poster_url
from catalogue.publication.publish import publish, unpublish
from catalogue.share_cards import storage
from catalogue.share_cards.addresses import share_card_url
from catalogue.share_cards.drawing import draw
from catalogue.share_cards.subject import subject_of
from tests.makers import make_film, make_selection
from tests.showcase import picture

pytestmark = pytest.mark.django_db
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture(autouse=True)
def cards(tmp_path, settings):
    """The folder of share cards."""
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    return tmp_path / "share"


def card_of(thing):
    return Page.objects.get(kind=type(thing).__name__.lower(), object_id=thing.pk).card


def renamed(film, title):
    film.title = title
    film.save()
    publish(film)
    return film


def og_image(client, path):
    html = client.get(path).content.decode()
    found = dict(
        re.findall(r'<meta (?:property|name)="((?:og:image|twitter:card)[a-z:]*)" content="([^"]*)">', html)
    )
    return found | {"path": found["og:image"].removeprefix("http://testserver")}


def test_a_poster_is_kept_for_ever_and_may_run_nothing(client, django_assert_num_queries):
    address = poster_url(card_of(make_film("Sans soleil", 1983, ["FR"], directors=["Chris Marker"])))
    with django_assert_num_queries(1):
        response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Cache-Control"] == FOR_EVER
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Sans soleil, Chris Marker, France 1983" in response.content.decode()


def test_a_renamed_film_has_a_new_address_and_the_old_one_leads_there(client):
    film = make_film("Sans soleil")
    before = poster_url(card_of(film))
    after = poster_url(card_of(renamed(film, "Sunless")))
    response = client.get(before)
    assert before != after
    assert (response.status_code, response["Location"]) == (302, after)
    assert response["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    "address", ["/posters/999-abc.svg", "/share/film/999-abc.png", "/share/text/1-abc.png"]
)
def test_what_is_not_published_has_no_picture(client, address):
    assert client.get(address).status_code == 404


def test_a_poster_is_only_read(client):
    assert client.post(poster_url(card_of(make_film("Sans soleil")))).status_code == 405


def test_a_list_and_a_film_name_the_same_poster(client):
    film = make_film("Sans soleil", 1983, ["FR"], directors=["Chris Marker", "Ada Lindqvist"])
    address = poster_url(card_of(film))
    for path in ("/fr/films/", "/en/films/", f"/fr/films/{film.slug}/"):
        assert f'src="{address}"' in client.get(path).content.decode()


def test_every_kind_of_page_names_its_share_card(client):
    film = make_film("Sans soleil", directors=["Ada Lindqvist"], producers=["Argos"])
    selection = make_selection("Films de neige", [film])
    person, company = Person.objects.get(), Company.objects.get()
    publish(person, company)
    paths = {
        f"/fr/films/{film.slug}/": f"/share/film/{film.pk}-",
        f"/fr/people/{person.slug}/": f"/share/person/{person.pk}-",
        f"/fr/companies/{company.slug}/": f"/share/company/{company.pk}-",
        f"/fr/selections/{selection.slug}/": f"/share/selection/{selection.pk}-",
        "/fr/films/": "/share/site/0-",
    }
    for path, beginning in paths.items():
        found = og_image(client, path)
        assert found["path"].startswith(beginning)
        assert found["og:image"].startswith("http://testserver/")
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["og:image:alt"]
        assert found["twitter:card"] == "summary_large_image"
        response = client.get(found["path"])
        assert response.status_code == 200
        assert response["Cache-Control"] == FOR_EVER
        image = Image.open(BytesIO(response.content))
        assert (image.format, image.size) == ("PNG", (1200, 630))


def test_a_share_card_is_made_once(client, monkeypatch):
    address = share_card_url("film", card_of(make_film("花樣年華")))
    first = client.get(address).content
    monkeypatch.setattr(storage, "draw", None)
    assert client.get(address).content == first


def test_a_share_card_that_another_worker_removes_is_made_again(client, monkeypatch):
    def gone(path):
        raise FileNotFoundError(path)

    address = share_card_url("film", card_of(make_film("Sans soleil")))
    first = client.get(address).content
    monkeypatch.setattr(Path, "read_bytes", gone)
    assert client.get(address).content == first


def test_a_new_share_card_takes_the_place_of_the_old_one(client, cards):
    film = make_film("Sans soleil")
    before = share_card_url("film", card_of(film))
    client.get(before)
    after = share_card_url("film", card_of(renamed(film, "Sunless")))
    assert client.get(before)["Location"] == after
    client.get(after)
    assert [path.name for path in (cards / "film").iterdir()] == [Path(after).name]


def test_a_share_card_goes_with_its_page(client, cards):
    gone, kept = make_film("Sans soleil"), make_film("La Jetée")
    addresses = [share_card_url("film", card_of(film)) for film in (gone, kept)] + [share_card_url("site")]
    for address in addresses:
        assert client.get(address).status_code == 200
    unpublish(gone)
    assert client.get(addresses[0]).status_code == 404
    assert client.get(f"/media{addresses[0]}").status_code == 404
    call_command("make_pictures", "--prune")
    assert sorted(path.name for path in cards.rglob("*.png")) == sorted(
        Path(address).name for address in addresses[1:]
    )


def test_nothing_half_written_stays(client, cards, monkeypatch):
    def full(*args):
        raise OSError("no room left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no room left"):
        client.get(share_card_url("film", card_of(make_film("Sans soleil"))))
    assert list((cards / "film").iterdir()) == []


@pytest.mark.parametrize("size", [(400, 600), (640, 360)])
def test_the_share_card_of_a_film_with_a_cover_shows_all_of_it(client, size):
    film = make_film("Sans soleil", cover=picture("blue", *size))
    image = Image.open(BytesIO(client.get(share_card_url("film", card_of(film))).content)).convert("RGB")
    blue = sum(count for count, (r, g, b) in image.getcolors(1 << 20) if b > 200 and r < 60 and g < 60)
    assert blue == pytest.approx(420 * 420 * size[1] / size[0], rel=0.03)


def test_what_a_cover_lets_through_is_white(client):
    data = BytesIO()
    Image.new("RGBA", (400, 600), (0, 0, 0, 0)).save(data, "PNG")
    film = make_film("Sans soleil", cover=ContentFile(data.getvalue(), "clear.png"))
    image = Image.open(BytesIO(client.get(share_card_url("film", card_of(film))).content)).convert("RGB")
    assert image.getpixel((210, 315)) == (255, 255, 255)


def test_a_cover_that_cannot_be_read_is_left_out_for_the_moment(client, cards):
    film = make_film("Sans soleil", cover=picture("blue"))
    address = share_card_url("film", card_of(film))
    with default_storage.open(film.cover.name) as file:
        kept = file.read()
    default_storage.delete(film.cover.name)
    without = client.get(address)
    assert (without.status_code, without["Cache-Control"]) == (200, "no-cache")
    assert list(cards.rglob("*.png")) == []
    default_storage.save(film.cover.name, ContentFile(kept))
    whole = client.get(address)
    assert whole["Cache-Control"] == FOR_EVER
    assert whole.content != without.content


def test_a_share_card_has_no_letters_that_the_machine_may_lack():
    drawn = draw(subject_of("person", {"id": 1, "name": "王家衛", "portrait": None}))
    assert "<text" not in drawn
