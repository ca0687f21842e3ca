"""Pages on paper: A4, what they are in words and by which filters, all their texts, their address, no card in two."""

import io
import unicodedata

import pytest
from pypdf import PdfReader

from tests.quality.site import DISTRIBUTOR, PAGES, PERSON

FILM = f"/fr/{PAGES['film']}"
FILTERED = "/fr/films/?country=FR&form=documentary"
POPULAR = "/fr/selections/films-populaires-d-apres-leur-source/"
ON_PAPER = ["h1", ".film__by", ".poster", ".facts", ".see__sentence", "#synopsis", ".printed"]
ON_SCREEN_ALONE = [
    *[
        "nav:not(.tabs, .pages)",
        "[role=search]",
        ".footer",
        ".share",
        ".skip",
        ".language",
        ".stills",
        ".citing",
    ],
    *[".filters", ".sorts", ".letters", ".pages [rel]", ".results__head > a", ".chips__clear", "button"],
]
TORN = """cards => cards.filter(card => getComputedStyle(card).breakInside !== "avoid").length"""


@pytest.fixture
def page(moving_page):
    moving_page.emulate_media(media="print")
    return moving_page


def printed(page):
    """The text of each sheet, without spaces: pypdf finds one beside each letter of a variable typeface (Type 3)."""
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert {
        (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in sheets
    } == {
        (595, 842)  # points: A4
    }
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]  # without ligatures
    return [joined(text) for text in texts]


def joined(words):
    return "".join(words.split())


def seen(page, selectors):
    return [name for name in selectors if any(one.is_visible() for one in page.locator(name).all())]


@pytest.mark.parametrize("path", [FILM, FILTERED, POPULAR, f"/fr/{PERSON}", f"/fr/{DISTRIBUTOR}"])
def test_paper_has_the_address_and_nothing_to_click_and_no_card_in_two(page, public_site, path):
    page.goto(path)
    assert seen(page, ON_SCREEN_ALONE) == []
    assert page.locator(".printed").inner_text() == f"{public_site.url}{path}"
    assert page.locator("h1").is_visible()
    assert page.locator(".grid > li").evaluate_all(TORN) == 0
    assert len(printed(page)) < 5


def test_a_film_has_all_its_texts_and_names_the_others(page):
    page.goto(FILM)
    assert seen(page, ON_PAPER) == ON_PAPER
    assert all(text.is_visible() for text in page.locator(".signed").all())
    sheets = "".join(printed(page))
    for link in page.locator(".film .readings a").all():
        assert joined(link.inner_text()) in sheets


def test_a_search_has_its_words_and_a_long_list_the_number_of_its_pages(page):
    page.goto("/fr/search/?q=varda")
    assert "Recherchevarda" in printed(page)[0]
    page.goto("/fr/people/")
    assert page.locator(".pages [aria-current]").is_visible()


def test_a_list_has_its_words_and_its_filters(page):
    page.goto(FILTERED)
    sheets = printed(page)
    assert "Documentairesfrançais" in sheets[0]
    assert "FormeDocumentaire" in sheets[0]
    assert "PaysFrance" in sheets[0]
    assert "×" not in sheets[0]


def test_a_selection_keeps_number_and_film_together(page):
    page.goto(POPULAR)
    titles = page.locator(".chosen .card__title").all_inner_texts()
    sheets = printed(page)
    assert len(titles) == 20
    for number, title in enumerate(titles, start=1):
        beginning = "".join(title.split()[:3])
        [sheet] = [text for text in sheets if beginning in text]
        assert f"{number}{beginning}" in sheet


def test_a_person_and_a_company_have_their_films(page):
    for path, name in ((f"/fr/{PERSON}", "Ada Lindqvist"), (f"/fr/{DISTRIBUTOR}", "Coopérative des Rivages")):
        page.goto(path)
        assert joined(name) in "".join(printed(page))
        cards = page.locator(".card").all()
        assert cards
        assert all(card.is_visible() for card in cards)
