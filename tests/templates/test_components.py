"""Components say what their contracts promise: rendered alone, from a small visible document."""

import re

import pytest

from tests.templates.rendering import CARD, links, render

COVER = {
    "src": "/media/users.jpg",
    "width": 800,
    "height": 1200,
    "alt": {"fr": "Affiche", "en": "Poster"},
    "credit": "",
}


def test_a_card_links_once_and_to_its_film():
    assert links(render("film_card", "film_card(film)", film=CARD)) == ["/en/films/users/"]


def test_a_card_marks_a_title_in_another_language():
    html = render("film_card", "film_card(film)", lang="fr", film=CARD | {"title_language": "en"})
    assert '<a href="/fr/films/users/" lang="en">Users</a>' in html


@pytest.mark.parametrize("cover", [None, COVER, COVER | {"width": 1600}])
@pytest.mark.parametrize("opening", ["card", "first"])
def test_the_picture_of_the_card_that_a_page_begins_with_comes_at_once(cover, opening):
    films = [CARD | {"cover": cover}] * 2
    html = render("film_card", "film_grid(films, 'h3', opening)", films=films, opening=opening)
    first, second = (set(re.findall(r'loading="(\w+)"', card)) for card in html.split("</li>")[:2])
    assert (first, second) == ({"lazy" if opening == "card" else "eager"}, {"lazy"})


def test_a_card_says_nothing_of_what_is_not_known():
    html = render(
        "film_card", "film_card(film)", film=CARD | {"year": None, "running_time": None, "directors": []}
    )
    assert "None" not in html
    assert "min" not in html


def test_a_film_without_cover_gets_a_drawn_poster_always_the_same_for_it():
    first, second = (render("poster", "poster(film, film.directors)", film=CARD) for _time in range(2))
    assert first == second
    assert re.search(
        r'src="/posters/7-[0-9a-f]{6}\.svg" width="600" height="900" alt="" loading="lazy"', first
    )


def test_a_drawn_poster_is_told_and_comes_at_once_on_the_films_own_page():
    html = render("poster", "poster(film, film.directors, 'cover')", film=CARD)
    assert 'alt="Poster drawn for “Users”" loading="eager" decoding="async" fetchpriority="high"' in html


def test_an_upright_cover_is_shown_as_it_is():
    html = render("poster", "poster(film, film.directors)", film=CARD | {"cover": COVER})
    assert 'src="/media/users.jpg" width="800" height="1200" alt="" loading="lazy"' in html
    assert "poster--cover" in html


def test_a_cover_has_its_text_and_comes_at_once_on_the_films_own_page():
    html = render("poster", "poster(film, [], 'cover')", film=CARD | {"cover": COVER})
    assert 'alt="Poster" loading="eager"' in html


def test_a_flat_cover_lies_in_a_drawn_poster():
    html = render("poster", "poster(film, [])", film=CARD | {"cover": COVER | {"width": 1600}})
    assert "poster--still" in html
    assert "/posters/7-" in html
    assert "/media/users.jpg" in html


def test_a_text_in_the_readers_language_is_not_marked():
    html = render("prose", "prose(text)", lang="fr", text={"fr": "Une phrase.", "en": "A sentence."})
    assert html.strip() == '<div class="prose"><p>Une phrase.</p></div>'


def test_a_text_that_falls_back_is_marked_and_says_so():
    html = render("prose", "prose(text)", text={"fr": "Une phrase.", "en": ""})
    assert '<div class="prose" lang="fr"><p>Une phrase.</p></div>' in html
    assert "Text in French" in html


def test_an_empty_text_writes_nothing():
    assert render("prose", "prose(text)", text={"fr": "", "en": ""}).strip() == ""


def test_what_editors_write_is_escaped():
    assert "<script>" not in render(
        "prose", "prose(text)", text={"fr": "", "en": "<script>alert(1)</script>"}
    )


def test_a_person_without_a_page_is_named_and_not_linked():
    html = render(
        "names",
        "ref_links(refs, 'catalogue:person-detail')",
        refs=[{"ref": "person:3", "name": "Ann", "slug": None}],
    )
    assert html == "Ann"


def test_a_company_names_what_was_before_it_and_what_came_after():
    company = {"former_names": [], "country": None, "declared_films": None, "website": ""}
    iskra, slon = ({"ref": "company:1", "name": name, "slug": name.lower()} for name in ("ISKRA", "Slon"))
    before = slon | {"full_name": "", "acronym_meaning": {"fr": "", "en": ""}}
    for more, label, other in (
        ({"predecessor": None, "successors": [iskra]}, "Succeeded by", "iskra"),
        ({"predecessor": before, "successors": []}, "Successor to", "slon"),
        ({"predecessor": before}, "Successor to", "slon"),  # a document from before successors were kept
    ):
        html = render("company_facts", "company_facts(company)", company=company | more)
        assert re.findall(r"<dt>([\w ]+)</dt>", html) == [label]
        assert links(html) == [f"/en/companies/{other}/"]


def test_a_version_names_its_languages_by_their_use():
    french = [{"code": "fr", "name": {"fr": "français", "en": "French"}}]
    uses = [{"use": use, "languages": french} for use in ("subtitles", "audio_description")]
    html = render(
        "versions", "versions(found, 80)", found=[{"label": "VOSTFR AD", "running_time": None, "uses": uses}]
    )
    cells = re.findall(r'<td data-label="([^"]*)">([^<]*)</td>', html)
    assert cells == [
        ("Running time", "1\u00a0h\u00a020"),
        ("Subtitles", "French"),  # no column for what no version has
        ("Also", "Audio description: French"),
    ]


def test_the_copy_button_is_hidden_until_a_script_shows_it():
    html = render(
        "share", "share(links, address)", links=[("By e-mail", "mailto:?subject=Users")], address="http://x/"
    )
    assert 'hidden data-copy-address="http://x/"' in html
    assert links(html) == ["mailto:?subject=Users"]
