"""Pictures on public pages: the best format and width for each place, nothing made while a page is read."""

import pytest
from PIL import Image

from catalogue.models import Company, Film, Page, Person, Still
from catalogue.pictures import addresses
from catalogue.publication.publish import publish
from catalogue.publication.rebuild import publish_all
from tests.makers import make_film
from tests.pages.reading import all_words, read, words
from tests.pictures.files import files_in, noise, sent
from tests.templates.test_components import COVER, render


@pytest.fixture
def film(db):
    """A film with a cover and three stills: a flat one, an upright one, one of which nothing is told."""
    film = Film.objects.create(
        title="Users",
        cover=sent(Image.new("RGB", (700, 900), "teal")),
        cover_text_en="A sea",
        cover_focal_x=20,
    )
    Still.objects.create(
        film=film,
        image=sent(Image.new("RGB", (700, 400), "navy")),
        text_en="A lake",
        credit="Ada",
        focal_x=80,
    )
    Still.objects.create(film=film, image=sent(noise(40, 60)), text_en="A tower", position=1)
    Still.objects.create(film=film, image=sent(noise(60, 40)), position=2)
    publish(film)
    return film


def candidates(source):
    return [one.rpartition("-")[2] for one in source.attributes["srcset"].split(", ")]


def test_a_cover_is_offered_in_two_formats_and_falls_back_on_a_third(client, film):
    page = read(client, "/en/films/users/").css_first(".film__head picture")
    avif, webp = page.css("source")
    assert (avif.attributes["type"], candidates(avif)) == (
        "image/avif",
        ["320.avif 320w", "640.avif 640w", "700.avif 700w"],
    )
    assert (webp.attributes["type"], candidates(webp)[-1]) == ("image/webp", "700.webp 700w")
    assert avif.attributes["sizes"]
    shown = page.css_first("img").attributes
    assert shown["src"].endswith("-700.jpg")
    assert (shown["width"], shown["height"], shown["alt"]) == ("700", "900", "A sea")
    assert (shown["loading"], shown["fetchpriority"]) == ("eager", "high")


def test_a_card_asks_for_small_ones_and_all_but_the_first_when_they_come_into_sight(client, film):
    make_film("Zebras", cover=sent(noise(40, 60)))
    cards = read(client, "/en/films/").css(".card picture")
    assert candidates(cards[0].css_first("source")) == ["320.avif 320w", "640.avif 640w"]
    shown = [card.css_first("img").attributes for card in cards]
    assert [(one["loading"], one["alt"]) for one in shown] == [("eager", ""), ("lazy", "")]


def test_every_address_of_a_page_leads_to_a_picture_of_its_type(client, film):
    page = read(client, "/en/films/users/")
    found = {
        one.partition(" ")[0]
        for source in page.css("source")
        for one in source.attributes["srcset"].split(", ")
    }
    found |= {image.attributes["src"] for image in page.css("picture img")}
    types = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    answers = {address: client.get(address) for address in found}
    assert {one: answer["Content-Type"] for one, answer in answers.items()} == {
        one: types[one.rpartition(".")[2]] for one in found
    }
    assert len(found) > 10


def test_no_file_is_made_while_pages_are_read(client, film, media):
    before = files_in(media)
    for address in ("films/", "films/users/", ""):
        read(client, f"/en/{address}")
    assert files_in(media) == before


def test_the_ground_of_a_picture_has_its_colour_until_it_comes(client, film):
    grounds = read(client, "/en/films/users/").css(".film__head .framed > svg")
    assert [ground.attributes["color"] for ground in grounds] == ["#088"]


def test_portrait_and_logo_are_shown_with_their_credit_and_on_white(client, db):
    clear = noise(80, 40).convert("RGBA")
    clear.putalpha(90)
    person = Person.objects.create(name="Ada", portrait=sent(noise()), portrait_credit="Bo")
    company = Company.objects.create(name="LAMPE", logo=sent(clear, "PNG"))
    publish(person, company)
    assert all_words(read(client, "/en/people/ada/"), ".picture figcaption") == ["Bo"]
    logo = read(client, "/en/companies/lampe/").css_first(".picture--clear")
    assert logo.css_first("img").attributes["src"].endswith("-80.png")
    assert logo.css("svg") == []


def test_a_picture_without_renditions_is_shown_by_its_master():
    html = render("picture", "image(cover, 'card')", cover=COVER)
    assert 'src="/media/users.jpg"' in html
    assert "<source" not in html


def test_a_picture_that_is_cropped_keeps_its_focal_point_in_sight():
    place = 'class="fx-{} fy-{}"'
    for point, expected in (([80, 33], place.format(8, 3)), ([0, 100], place.format(0, 10)), ([50, 50], "")):
        html = render("picture", "image(still, 'still')", still=COVER | {"focal": point})
        assert expected in html
    assert "fx-" not in html


def test_a_rebuild_changes_nothing(film):
    before = Page.objects.get(kind="film").document
    publish_all()
    assert Page.objects.get(kind="film").document == before
    assert before["cover"]["colour"] == film.cover_colour


def test_stills_open_and_turn_by_links_alone(client, film):
    page = read(client, "/en/films/users/")
    thumbnails = page.css(".wall a")
    assert [one.attributes["href"] for one in thumbnails] == ["#still-1", "#still-2", "#still-3"]
    names = [one.attributes.get("aria-label") or one.css_first("img").attributes["alt"] for one in thumbnails]
    assert names == ["A lake", "A tower", "Picture 3"]
    large = page.css(".gallery figure")
    assert [one.attributes["id"] for one in large] == ["still-1", "still-2", "still-3"]
    assert [one.attributes["aria-label"] for one in large] == [f"Picture {n} of 3" for n in (1, 2, 3)]
    turns = [[link.attributes["href"] for link in one.css("a")] for one in large]
    assert turns == [["#still-2", "#open-1"], ["#still-1", "#still-3", "#open-2"], ["#still-2", "#open-3"]]
    assert words(large[0].css_first("figcaption p")) == "A lake Ada"
    assert candidates(large[0].css_first("source"))[-1] == "700.avif 700w"
    assert page.css("script[src*='gallery']")


def test_a_film_without_stills_has_no_gallery(client, db):
    make_film("Users")
    page = read(client, "/en/films/users/")
    assert page.css(".gallery, script[src*='gallery']") == []


@pytest.mark.parametrize(
    ("width", "largest", "expected"),
    [(2560, 1600, [320, 640, 960, 1600]), (2560, 640, [320, 640]), (500, 640, [320, 500]), (200, 640, [200])],
)
def test_the_widths_of_a_srcset(width, largest, expected):
    assert addresses.widths(width, largest) == expected
