"""Other sites show a film or a selection as a card: what a program is told of it, as oEmbed has it, and the card."""

import re
from html import unescape
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_selection
from tests.metadata.reading import SITE
from tests.pages.reading import all_words, read

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SELECTION = f"{SITE}/fr/selections/choix/"


@pytest.fixture
def film():
    films = [
        make_film("Users", 2021, ["MX"], ["Natalia Almada"], short_summary_fr="Une mère."),
        make_film("B"),
    ]
    make_selection("Choix", films, curator="Cleo Marchetti", introduction_fr="Deux films.\n\nEt voilà.")
    return films[0]


def asked(client, url=f"{SITE}/fr/films/users/", **parameters):
    return client.get(f"/oembed?{urlencode({'url': url} | parameters)}")


def frame(html):
    """The attributes of the frame that is the whole of some HTML."""
    [attributes] = re.findall(r"^<iframe (.*)></iframe>$", html)
    return {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', attributes)}


@pytest.mark.parametrize(("lang", "path"), [("fr", "films/users/"), ("en", "selections/choix/")])
def test_a_page_leads_to_what_a_program_is_told_of_it(client, film, lang, path):
    head = read(client, f"/{lang}/{path}")
    for kind in ("application/json+oembed", "text/xml+oembed"):
        link = head.css_first(f'head link[rel=alternate][type="{kind}"]').attributes["href"]
        assert link.startswith(f"{SITE}/oembed?url={quote(f'{SITE}/{lang}/{path}', safe='/')}&format=")
        response = client.get(link.removeprefix(SITE))
        assert response["Content-Type"].startswith(kind.removesuffix("+oembed"))


def test_a_program_is_told_of_a_film_in_json(client, film):
    response = asked(client)
    told = response.json()
    shown = frame(told.pop("html"))
    assert told == {
        "version": "1.0",
        "type": "rich",
        "title": "Users",
        "author_name": "Natalia Almada",
        "provider_name": "Catalogue de films",
        "provider_url": f"{SITE}/",
        "cache_age": 86400,
        "width": 600,
        "height": 240,
    }
    assert (shown["src"], shown["title"]) == (f"{SITE}/fr/embed/films/users/", "Users")
    assert (int(shown["width"]), int(shown["height"])) == (600, 240)
    assert "allow-scripts" not in shown["sandbox"]
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in response


def test_a_program_is_told_the_same_in_xml(client, film):
    for url in (f"{SITE}/en/films/users/", SELECTION):
        response = asked(client, url, format="xml")
        root = ElementTree.fromstring(response.content)
        assert (response["Content-Type"], root.tag) == ("text/xml; charset=utf-8", "oembed")
        assert {one.tag: one.text for one in root} == {
            name: str(value) for name, value in asked(client, url).json().items()
        }


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ({}, (600, 240)),
        ({"maxwidth": 400}, (400, 240)),
        ({"maxwidth": 250}, (250, 600)),
        ({"maxwidth": 250, "maxheight": 300}, (250, 300)),
        ({"maxwidth": 5000, "maxheight": 200}, (600, 200)),
        ({"maxwidth": "wide", "maxheight": "-1"}, (600, 240)),
        ({"maxwidth": "0"}, (600, 240)),
    ],
)
def test_a_card_is_no_larger_than_the_room_that_it_is_given(client, film, room, size):
    told = asked(client, **room).json()
    shown = frame(told["html"])
    assert (told["width"], told["height"]) == (int(shown["width"]), int(shown["height"])) == size


def test_a_selection_is_signed_by_its_curator(client, film):
    told = asked(client, SELECTION).json()
    assert (told["title"], told["author_name"]) == ("Choix", "Cleo Marchetti")
    assert frame(told["html"])["src"] == f"{SITE}/fr/embed/selections/choix/"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[",
        "https://elsewhere.example/fr/films/users/",
        "ftp://testserver/fr/films/users/",
        f"{SITE}/films/users/",
        f"{SITE}/de/films/users/",
        f"{SITE}/fr/films/no-such-film/",
        f"{SITE}/fr/films/",
        f"{SITE}/fr/people/natalia-almada/",
        f"{SITE}/admin/",
    ],
)
def test_nothing_is_told_of_what_has_no_card(client, film, url):
    assert asked(client, url).status_code == 404


def test_a_form_that_is_not_known_is_not_implemented(client, film):
    assert asked(client, format="yaml").status_code == 501


def test_a_film_that_was_renamed_is_found_at_its_former_address(client, film):
    film.slug = "usagers"
    film.save()
    publish(film)
    assert frame(asked(client).json()["html"])["src"] == f"{SITE}/fr/embed/films/usagers/"
    assert client.get("/fr/embed/films/users/")["Location"] == "/fr/embed/films/usagers/"


def test_what_a_title_holds_stays_in_its_attribute(client):
    make_film('"><script>alert(1)</script>', slug="users")
    assert frame(asked(client).json()["html"])["title"] == '"><script>alert(1)</script>'


def test_a_films_card_says_what_the_film_is_and_leads_there(client, film):
    page = read(client, "/en/embed/films/users/")
    assert all_words(page, ".embed__words > *") == [
        "Users",
        "A film by Natalia Almada",
        "2021 Mexico",
        "Une mère.",
    ]
    [link] = page.css("a")
    assert (link.attributes["href"], link.attributes["target"], link.attributes["rel"]) == (
        "/en/films/users/",
        "_blank",
        "noopener",
    )
    assert page.css_first(".embed__line").attributes["lang"] == "fr"
    assert page.css("script") == []
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_a_selections_card_shows_its_first_posters(client, film):
    page = read(client, "/fr/embed/selections/choix/")
    assert len(page.css(".strip img")) == 2
    assert all_words(page, ".embed__words > *") == ["Choix", "2 films Cleo Marchetti", "Deux films."]
    assert page.css_first("a").attributes["href"] == "/fr/selections/choix/"


@pytest.mark.parametrize("path", ["embed/films/users/", "embed/selections/choix/"])
def test_any_site_may_frame_a_card_which_may_do_nothing(client, film, path):
    first = client.get(f"/fr/{path}")
    kept = client.get(f"/fr/{path}")
    unchanged = client.get(f"/fr/{path}", headers={"If-None-Match": first["ETag"]})
    assert [one.status_code for one in (first, kept, unchanged)] == [200, 200, 304]
    for response in (first, kept, unchanged):
        policy = response["Content-Security-Policy"]
        for part in ("frame-ancestors *", "script-src 'none'", "form-action 'none'", "default-src 'none'"):
            assert part in policy.split("; ")
        assert "X-Frame-Options" not in response
        assert "Set-Cookie" not in response
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_pages_themselves_stay_out_of_frames(client, film):
    for path in ("films/users/", "selections/choix/"):
        response = client.get(f"/fr/{path}")
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_a_page_offers_the_code_of_its_card(client, film):
    for path in ("films/users/", "selections/choix/"):
        code = read(client, f"/fr/{path}").css_first(".citing code").text()
        assert code == asked(client, f"{SITE}/fr/{path}").json()["html"]
