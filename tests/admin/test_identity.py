"""The identity in the admin: one row, one page, a preview that stores nothing."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalogue.models import Identity
from catalogue.publication.frame import site
from tests.admin.conftest import form_data
from tests.makers import make_film, make_identity
from tests.pages.reading import read, words

pytestmark = pytest.mark.once

LIST, ADD, CHANGE = (f"/admin/catalogue/identity/{page}" for page in ("", "add/", "1/change/"))
PREVIEW = f"{LIST}preview/"


def picture(width, height, colour="#8b1a1a", name="picture.png"):
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue())


def faults(response):
    return response.context["adminform"].form.errors


def test_the_list_is_the_form_itself(editor):
    assert editor.get(LIST)["Location"] == ADD
    make_identity()
    assert editor.get(LIST)["Location"] == CHANGE
    assert editor.get(ADD).status_code == 403
    assert editor.get(f"{LIST}1/delete/").status_code == 403


def test_what_an_editor_saves_is_on_the_site_at_once(editor, client):
    data = form_data(editor, ADD, name="Trois Rivières", motto_fr="Une devise", accent="#8B1A1A", _save="1")
    assert editor.post(ADD, data)["Location"] == CHANGE
    page = read(client, "/fr/")
    assert page.css_first("title").text().endswith("Trois Rivières")
    assert page.css_first("meta[name=description]").attributes["content"] == "Une devise"
    editor.post(CHANGE, form_data(editor, CHANGE, name="Quatre Rivières", _save="1"))
    assert words(read(client, "/fr/films/").css_first(".wordmark")) == "Quatre Rivières"
    assert words(read(editor, "/admin/").css_first("#site-name")) == "Quatre Rivières"


def test_curators_neither_see_nor_change_it(curator):
    make_identity()
    for address in (LIST, CHANGE):
        assert curator.get(address).status_code == 403
    assert curator.post(PREVIEW, {"name": "Mine"}).status_code == 403
    assert curator.post(CHANGE, {"name": "Mine"}).status_code == 403


def test_logo_and_mark_have_their_shapes(editor, media):
    data = form_data(editor, ADD, name="Site", logo=picture(200, 400), mark=picture(400, 200), _save="1")
    found = faults(editor.post(ADD, data))
    assert found["logo"][0].startswith("This picture is 200 × 400 pixels")
    assert found["mark"] == ["This picture is 400 × 200 pixels; a mark is square."]
    assert not Identity.objects.exists()


def test_logo_and_mark_are_in_the_header_and_the_icons(editor, client, media):
    data = form_data(
        editor,
        ADD,
        name="Trois Rivières",
        logo=picture(900, 200),
        logo_dark=picture(900, 200, "#ffffff"),
        mark=picture(600, 600),
        _save="1",
    )
    editor.post(ADD, data)
    page = read(client, "/fr/")
    logo = page.css_first(".wordmark img.logo")
    assert logo.attributes["alt"] == "Trois Rivières"
    assert page.css_first(".wordmark source").attributes["media"] == "(prefers-color-scheme: dark)"
    files = [logo.attributes["src"], page.css_first(".wordmark source").attributes["srcset"]]
    icons = [page.css_first(f"link[rel={rel}]").attributes["href"] for rel in ("icon", "apple-touch-icon")]
    manifest = client.get("/site.webmanifest").json()
    icons += [one["src"] for one in manifest["icons"]]
    assert client.get("/favicon.ico")["Location"] == icons[0]
    assert all(client.get(file)["Content-Type"] == "image/webp" for file in files)
    sizes = []
    for address in icons:
        response = client.get(address)
        assert "immutable" in response["Cache-Control"]
        sizes.append(Image.open(io.BytesIO(response.content)).size[0])
    assert sizes == [48, 180, 192, 512]
    assert client.get(re.sub("48-[0-9a-f]+", "48-abc", icons[0]))["Location"] == icons[0]
    assert client.get(icons[0].replace("48", "49")).status_code == 404
    assert page.css(".mark") == []  # no lantern beside a logo


def test_a_preview_shows_both_themes_and_languages_and_stores_nothing(editor, client, media):
    make_film("Users")
    make_identity("Avant")
    client.get("/")
    data = form_data(
        editor,
        CHANGE,
        name="Après",
        motto_en="Upstream",
        accent="#8b1a1a",
        logo=picture(900, 200),
        logo_dark=picture(900, 200, "#ffffff"),
    )
    response = editor.post(PREVIEW, data)
    page = read_answer(response)
    shown = page.css(".specimen__page")
    assert [(node.attributes["lang"], node.parent.attributes["class"].split("--")[1]) for node in shown] == [
        *[("fr", "light"), ("fr", "dark"), ("en", "light"), ("en", "dark")]
    ]
    logos = [node.css_first("img.logo").attributes["src"] for node in shown]
    assert all(logo.startswith("data:image/") for logo in logos)
    assert (logos[0] == logos[2], logos[0] == logos[1]) == (True, False)
    assert [words(node.css_first(".lead")) for node in shown[2:]] == ["Upstream"] * 2
    assert [words(node.css_first(".card__title")) for node in shown] == ["Users"] * 4
    assert all(node.css("button") and node.css("main a, .page a") for node in shown)
    sheet = page.css("link[rel=stylesheet]")[1].attributes["href"]
    assert "#8b1a1a" in editor.get(sheet).content.decode()
    assert "data:" in response["Content-Security-Policy"]
    assert list(media.rglob("*.png")) == []
    assert (Identity.objects.get().name, site().name) == ("Avant", "Avant")
    assert words(read(client, "/fr/").css_first(".wordmark")) == "Avant"


def test_a_preview_of_what_cannot_be_saved_says_why(editor):
    data = form_data(editor, ADD, name="", accent="#ffffff")
    page = read_answer(editor.post(PREVIEW, data))
    assert len(page.css(".faults li")) == 2
    assert page.css(".specimen") == []
    assert not Identity.objects.exists()


def test_a_preview_needs_no_script_and_opens_beside_the_form(editor):
    page = read(editor, ADD)
    button = page.css_first(f"input[formaction='{PREVIEW}']")
    assert (button.attributes["type"], button.attributes["formtarget"]) == ("submit", "_blank")
    assert editor.get(PREVIEW)["Location"] == ADD


def read_answer(response):
    from selectolax.lexbor import LexborHTMLParser

    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())
