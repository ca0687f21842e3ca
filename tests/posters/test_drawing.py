"""Every poster can be read, holds all its lettering, and is the same each time."""

import gzip
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings

from catalogue import posters
from catalogue.posters import poster
from catalogue.posters.families import FAMILIES, SOBER
from catalogue.posters.families.still import still
from catalogue.posters.fitting import Setting, fit
from catalogue.posters.inks import ENOUGH, PALETTES, channels, contrast
from catalogue.posters.inks import SOBER as SOBER_INKS
from catalogue.posters.layout import credit_blocks
from catalogue.posters.lettering import FACES, line
from catalogue.posters.poster import compose, digest, draw, family_of, inks_of
from catalogue.posters.sheet import Sheet
from catalogue.posters.subject import Film
from catalogue.share_cards import drawing
from catalogue.share_cards.subject import Subject
from tests.posters.subjects import FILM, films

LONG = Film(3, " ".join(["Un très long titre"] * 11), "fr", ("Ada Lindqvist",) * 8, 1971, ("France",) * 5)
WORD = Film(4, "Anticonstitutionnellementlong", "fr", (), None, ())
LETTER = Film(5, "M", "de", ("Fritz Lang",), 1931, ("Allemagne",))
CHINESE = Film(6, "花樣年華" * 12, "zh", ("王家衛",), 2000, ("香港",))
ARABIC = Film(8, "المومياء", "ar", ("شادي عبد السلام",), 1969, ("مصر",))
APOSTROPHE = Film(5, "Le ’ mot", "fr", (), None, ())
MARKS = Film(9, '<b>&"\u0007\u0000 ]]>', "", ("<i>",), 2001, ("&",))


@pytest.mark.parametrize("family", FAMILIES)
@settings(max_examples=40)  # of each family, beside those that are named
@given(film=films)
@example(film=LONG)
@example(film=WORD)
@example(film=LETTER)
@example(film=CHINESE)
@example(film=ARABIC)
@example(film=APOSTROPHE)
@example(film=MARKS)
def test_all_lettering_is_inside_the_sheet_and_can_be_read(family, film):
    if not FAMILIES[family].suits(film):
        family = "arcs"
    assert_right(FAMILIES[family].draw(film, inks_of(film), film.chance), film)


@pytest.mark.parametrize("inks", SOBER_INKS, ids=lambda inks: inks.name)
@pytest.mark.parametrize("family", SOBER)
@given(film=films)
@example(film=LONG)
@example(film=WORD)
@example(film=LETTER)
@example(film=CHINESE)
@example(film=ARABIC)
def test_a_sober_poster_is_lettering_on_black_and_greys(family, inks, film):
    sheet = SOBER[family].draw(film, inks, film.chance)
    assert_right(sheet, film)
    svg = sheet.svg(film.sentence)
    colours = {channels(found) for found in re.findall(r"#[0-9a-f]{6}", svg)}
    assert all(max(colour) - min(colour) <= 4 for colour in colours)
    assert "<circle" not in svg


@pytest.mark.parametrize("style", ["", "sober"])
@given(film=films.filter(lambda film: film.window))
@example(film=Film(**vars(LONG) | {"window": 599}))
def test_a_poster_about_a_picture_keeps_the_same_rules(style, film):
    film = replace(film, style=style)
    sheet = compose(film)
    assert_right(sheet, film)
    assert min(top for _left, top, _right, _bottom in sheet.boxes) >= film.window


def assert_right(sheet, film):
    assert sheet.boxes
    for left, top, right, bottom in sheet.boxes:
        assert left >= -0.5
        assert top >= -0.5
        assert right <= 600.5
        assert bottom <= 900.5
    assert min(contrast(*pair) for pair in sheet.pairs) >= ENOUGH
    root = ElementTree.fromstring(sheet.svg(film.sentence))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "path", "circle", "g", "clipPath", "text"}


@pytest.fixture
def printed(monkeypatch):
    """[(text, size)] of all lines of lettering that are printed to be read."""
    found = []
    letter, decoration = Sheet.letter, Sheet.decoration

    def told(sheet, block, *args):
        found.extend((placed.line.text, placed.size) for placed in block.lines)
        letter(sheet, block, *args)

    def untold(sheet, *args):
        before = list(found)
        decoration(sheet, *args)
        found[:] = before

    monkeypatch.setattr(Sheet, "letter", told)
    monkeypatch.setattr(Sheet, "decoration", untold)
    return found


@pytest.mark.parametrize("family", [*FAMILIES, *SOBER])
def test_a_title_is_in_capitals_or_as_it_is_written(printed, family):
    film = replace(FILM, title="Le Joli Mai", directors=(), year=1963)
    (FAMILIES | SOBER)[family].draw(film, PALETTES[0], film.chance)
    said = " ".join(text for text, _size in printed)
    assert any(title in said for title in ("Le Joli Mai", "LE JOLI MAI"))
    assert "joli" not in said


@given(film=films)
def test_credits_can_be_read_in_a_list_of_films_or_are_left_out(film):
    """Lists show posters as narrow as 180 pixels: letters of 30 units are nine of them."""
    for width in (240, 520):
        assert all(block.size >= 30 for block in credit_blocks(film, width) if block)


@pytest.mark.parametrize("family", [*FAMILIES, *SOBER])
def test_the_director_is_named_where_the_name_is_of_usual_length(printed, family):
    film = replace(FILM, directors=("Apichatpong Weerasethakul",))
    (FAMILIES | SOBER)[family].draw(film, PALETTES[0], film.chance)
    said = " ".join(text for text, _size in printed)
    assert "Apichatpong Weerasethakul" in said
    assert ("1983" in said) == (family != "year")  # where it is the picture


@pytest.mark.parametrize("inks", [*PALETTES, *SOBER_INKS], ids=lambda inks: inks.name)
def test_a_palette_has_letters_that_can_be_read_on_each_of_its_inks(inks):
    for ground in inks.colours:
        assert contrast(inks.on(ground), ground) >= ENOUGH
    assert contrast(inks.key, inks.paper) >= ENOUGH


def test_a_poster_is_the_same_each_time():
    once = draw(FILM)
    draw.cache_clear()
    assert draw(FILM) == once


def test_a_poster_says_title_directors_countries_and_year():
    title = ElementTree.fromstring(draw(FILM))[0]
    assert title.text == "Sans soleil, Chris Marker, France 1983"


def test_countries_are_in_english_under_an_english_title():
    country = {"code": "DE", "name": {"fr": "Allemagne", "en": "Germany"}}
    card = {"id": 1, "title": "M", "year": 1931, "countries": [country], "directors": [], "cover": None}
    assert Film.from_card(card | {"title_language": "en"}).origin == "Germany 1931"
    assert Film.from_card(card | {"title_language": "de"}).origin == "Allemagne 1931"


@pytest.mark.parametrize(
    "change",
    [
        *[{"title": "Sunless"}, {"directors": ("Ada",)}, {"year": 1984}, {"countries": ()}, {"window": 300}],
        *[{"style": "sober"}, {"variant": 1}],
    ],
)
def test_whatever_is_drawn_changes_the_digest(change):
    assert digest(Film(**vars(FILM) | change)) != digest(FILM)


def test_another_drawing_of_posters_changes_the_digests_of_posters_and_of_cards(monkeypatch):
    card = Subject("film", FILM.id, FILM.title, film=FILM)
    before = digest.__wrapped__(FILM), card.digest
    monkeypatch.setattr(poster, "DRAWING", poster.DRAWING + 1)
    after = digest.__wrapped__(FILM), card.digest
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False]


def test_films_that_follow_one_another_use_every_family_and_repeat_none_in_the_same_inks():
    films = [
        Film(pk, "Sans soleil d’hiver", "fr", ("Ada",), None if pk % 4 == 0 else 1900 + 2 * pk, ())
        for pk in range(1, 61)
    ]
    found = [(family_of(film), inks_of(film).name) for film in films]
    assert {family for family, _inks in found} == {*FAMILIES} - {"echo"}  # which takes short titles
    assert all(len(set(found[start : start + 12])) == 12 for start in range(49))


@pytest.mark.parametrize(("style", "count"), [("", 6), ("sober", 12)])
@pytest.mark.parametrize("pk", [1, 7, 64, 143, 65_000])
def test_another_drawing_of_a_film_is_another_composition(style, count, pk):
    drawings = [replace(FILM, id=pk, style=style, variant=number) for number in range(count)]
    assert len({draw(film) for film in drawings}) == count
    for one, next_one in pairwise(drawings):
        assert family_of(one) != family_of(next_one)
    if not style:
        assert len({family_of(film) for film in drawings}) == 6


def test_the_drawing_that_nobody_chose_is_the_one_from_before_there_was_a_choice():
    card = {"id": 7, "title": "M", "year": 1931, "countries": [], "directors": [], "cover": None}
    film = Film.from_card(card)
    assert (film.style, film.variant) == ("", 0)
    assert draw(film) == draw(Film.from_card(card | {"poster_style": "", "poster_variant": 0}))
    assert draw(film) != draw(Film.from_card(card | {"poster_style": "sober"}))


def test_the_share_card_of_a_sober_film_is_sober():
    film = replace(FILM, style="sober")
    svg = drawing.draw(Subject("film", film.id, film.title, film.names, film=film))
    colours = {channels(found) for found in re.findall(r"#[0-9a-f]{6}", svg)}
    assert all(max(colour) - min(colour) <= 4 for colour in colours)


@pytest.mark.parametrize("face", [face for face in FACES if face != "italic"])
def test_letters_stand_within_their_own_place(face):
    """A letter whose ink is moved aside runs into the next one."""
    for letter in "abcdeghiklmnopqrstuvxz":
        shape = line(letter, face)
        assert shape.right <= shape.advance + 0.035, letter


def test_no_poster_is_heavy():
    """A little above what it may come to, compressed, with usual credits; long titles may take more."""
    sizes = [len(gzip.compress(draw(Film(**vars(FILM) | {"id": pk})).encode())) for pk in range(1, 61)]
    assert sorted(sizes)[30] <= 4_000
    assert max(sizes) <= 8_000


def test_a_flat_cover_has_a_window_as_high_as_it_is():
    card = {
        "id": 1,
        "title": "M",
        "year": None,
        "countries": [],
        "directors": [],
        "cover": {"width": 1600, "height": 900},
    }
    film = Film.from_card(card)
    assert film.window == 338
    assert compose(film).svg("M") == still(film, inks_of(film), film.chance).svg("M")
    assert Film.from_card(card | {"cover": {"width": 600, "height": 900}}).window == 0


def test_what_draws_knows_no_django():
    modules = [*Path(posters.__file__).parent.rglob("*.py"), Path(drawing.__file__)]
    ours = re.compile("django|catalogue.addresses")
    assert [path.name for path in modules if ours.search(path.read_text())] == ["addresses.py"]


@pytest.mark.parametrize("width", [120, 200, 320, 500])
def test_no_line_begins_with_a_mark_that_ends_what_is_before(width):
    block = fit("Où est-il\u202f? L’homme\u00a0: «\u00a0Oui\u202f!\u00a0»", Setting("grotesque"), width, 900)
    lines = [placed.line.text for placed in block.lines]
    assert [text for text in lines if text[0] in ":;!?»" or text.endswith("«")] == []
