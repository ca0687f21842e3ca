"""Booklets as visitors meet them: the page to print, the button, how far it is, the file."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from catalogue.booklets import making, sources
from catalogue.models import Booklet
from catalogue.publication.publish import publish
from tests.makers import make_identity, make_selection
from tests.pictures.conftest import media  # noqa: F401 - a folder of pictures

PAGE = "/fr/films/booklet/?country=SN"


@pytest.fixture(autouse=True)
def site(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("catalogue.views.booklets.is_available", lambda: True)
    monkeypatch.setattr(making, "pdf_of", lambda *_: b"%PDF")


def read(response):
    return LexborHTMLParser(response.content.decode())


def button(client, page=PAGE):
    """Push the button of a booklet's page."""
    form = read(client.get(page)).css_first("form")
    values = {field.attributes["name"]: field.attributes["value"] for field in form.css("input")}
    return client.post(form.attributes["action"], values)


def test_the_page_has_all_that_the_list_has_in_its_order(client, films):
    page = read(client.get("/fr/films/booklet/?country=SN&sort=-title&length=long"))
    titles = [heading.text() for heading in page.css(".sheet h2")]
    assert titles == ["Lagune", "Houle", "Écume", "Brume"]
    assert [link.attributes["data-number"] for link in page.css(".contents ol a")] == ["1", "2", "3", "4"]
    assert all(
        page.css_first(link.attributes["href"]) for link in page.css(".contents a, .index a, .contact li a")
    )


def test_a_company_and_a_selection_have_booklets(client, films):
    selection = make_selection("Par le vent", films[:2], introduction_fr="Deux films.")
    page = read(client.get(f"/fr/selections/{selection.slug}/booklet/"))
    assert "Deux films." in page.css_first(".introduction").text()
    assert [heading.text() for heading in page.css(".sheet h2")] == ["Aube", "Brume"]
    publish(films[0].offers.first().distributor.company)
    assert client.get("/fr/companies/lucarne/booklet/").status_code == 200


def test_the_cover_bears_the_sign_of_the_site_whole(client, films, media):  # noqa: F811
    """The logo, or else the mark, on a light label: within the sheet, in its own proportions."""
    signs = {"mark": (600, 600), "logo": (900, 200)}
    given = {}
    for name, (width, height) in signs.items():
        assert len(read(client.get(PAGE)).css(".cover svg image")) == len(given)
        file = io.BytesIO()
        Image.new("RGB", (width, height), "teal").save(file, "PNG")
        given[name] = SimpleUploadedFile(f"{name}.png", file.getvalue())
        make_identity(**given)
    image = read(client.get(PAGE)).css_first(".cover svg image").attributes
    x, y, width, height = (float(image[name]) for name in ("x", "y", "width", "height"))
    assert width / height == pytest.approx(900 / 200, rel=0.02)
    assert 300 < x < x + width < 600
    assert y + height < 851
    assert client.get(image["href"])["Content-Type"].startswith("image/")


def test_a_selection_that_is_not_there_has_none(client, db):
    assert client.get("/fr/selections/nothing/booklet/").status_code == 404
    assert client.post("/fr/booklets/", {"of": "selections/nothing/"}).status_code == 404
    assert client.post("/fr/booklets/", {"of": "people/"}).status_code == 404


def test_from_the_button_to_the_file(films):
    client = Client(enforce_csrf_checks=True)
    answer = button(client)
    assert answer.status_code == 303
    state = client.get(answer.url)
    assert state["Refresh"]
    making.work_off()
    state = client.get(answer.url)
    assert "Refresh" not in state
    file = client.get(read(state).css_first("main a[href$='.pdf']").attributes["href"])
    assert b"".join(file.streaming_content) == b"%PDF"
    assert file["Content-Disposition"].endswith('.pdf"')
    assert not client.cookies


@pytest.mark.parametrize(
    ("step", "done", "said"),
    [("pictures", 3, "3 of 4 films"), ("pages", 17, "page 17"), ("failed", 0, "could not be made")],
)
def test_it_says_how_far_it_is(client, films, step, done, said):
    address = button(client).url.replace("/fr/", "/en/")
    Booklet.objects.update(step=step, done=done)
    assert said in read(client.get(address)).css_first("[role=status]").text()


def test_too_many_films_are_told_in_a_sentence(client, films, monkeypatch):
    monkeypatch.setattr(sources, "MOST", 3)
    monkeypatch.setattr("catalogue.views.booklets.MOST", 3)
    page = read(client.get("/en/films/booklet/"))
    assert "12 films, and a booklet holds 3 at most" in page.css_first("[role=status]").text()
    assert not page.css(".sheet")


def test_too_many_booklets_are_told_in_a_sentence(client, films, monkeypatch):
    monkeypatch.setattr(making, "MOST_WAITING", 0)
    answer = button(client)
    assert answer.status_code == 503
    assert not Booklet.objects.exists()


def test_where_no_pdf_can_be_made_the_page_says_to_print_it(client, films, monkeypatch):
    monkeypatch.setattr("catalogue.views.booklets.is_available", lambda: False)
    page = read(client.get(PAGE.replace("/fr/", "/en/")))
    assert not page.css("form")
    assert "Print this page" in page.css_first(".bar").text()
    assert client.post("/en/booklets/", {"of": "films/"}).status_code == 404


def test_a_text_that_is_published_is_in_the_next_answer(client, films):
    before = client.get(f"{PAGE}&length=long")
    films[1].synopsis_fr = "Un autre synopsis."
    films[1].save()
    publish(films[1])
    after = client.get(f"{PAGE}&length=long", headers={"If-None-Match": before["ETag"]})
    assert "Un autre synopsis." in after.content.decode()
