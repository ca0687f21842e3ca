"""The nameplate of the front page leaves the first screen to films, whatever the site is called."""

import pytest

from tests.quality.site import LANGUAGES

SHARES = [
    ({"width": 1440, "height": 900}, 3),
    ({"width": 390, "height": 800}, 5),
    ({"width": 360, "height": 800}, 5),
]
BOTTOM = "document.querySelector('.masthead').getBoundingClientRect().bottom"
# Names of a site, with the class that their length gives them.
NAMES = {
    "Lanterne": "",
    "Film catalogue": "long",
    "Coopérative des films du dehors": "longer",
    "Association pour la diffusion et la sauvegarde du cinéma d’intervention sociale": "longest",
}


@pytest.mark.parametrize(("name", "look"), NAMES.items())
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "share"), SHARES)
def test_the_masthead_takes_a_third_of_a_screen_and_a_fifth_of_a_phone(page, size, share, lang, name, look):
    """Its height is told from the top of the page: the header above it counts."""
    page.set_viewport_size(size)
    page.goto(f"/{lang}/")
    page.evaluate(
        """([name, look]) => {
          const heading = document.querySelector(".masthead h1");
          heading.textContent = name;
          heading.className = look;
        }""",
        [name, look],
    )
    assert page.evaluate(BOTTOM) <= size["height"] / share
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [share[0] for share in SHARES])
def test_the_first_screen_shows_a_film_its_title_and_how_its_sentence_begins(page, size, lang):
    page.set_viewport_size(size)
    page.goto(f"/{lang}/")
    tops = page.evaluate(
        "[...document.querySelectorAll('.opening__film :is(.poster, h2, .opening__sentence)')]"
        ".map(element => element.getBoundingClientRect().top)"
    )
    assert len(tops) == 3
    assert max(tops) < size["height"] * 0.8
