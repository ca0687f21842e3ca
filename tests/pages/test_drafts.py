"""Drafts at secret addresses: every kind, in both languages, for a stranger; never kept, indexed or counted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.models import SharedDraft, Text
from catalogue.models.shared_draft import share_draft
from catalogue.publication.publish import publish
from catalogue.readership import viewings
from tests.makers import make_company, make_film, make_page, make_person, make_selection, make_text
from tests.pages.reading import all_words, read, words

pytestmark = pytest.mark.django_db

MAKERS = {
    "film": lambda: make_film("Users", 2021, ["FR"], ["Ada"], ["Lumen"], published=False),
    "person": lambda: make_person("Ada"),
    "company": lambda: make_company("Lumen"),
    "text": lambda: make_text(make_film("Users", published=False), "Une note.", False, heading="Note"),
    "selection": lambda: make_selection("Choix", [make_film("Users")], published=False),
    "page": lambda: make_page("Presse", published=False, title_en="Press", body_en="A text."),
}
SECRET = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


def secret_of(obj, language="en", **distance):
    until = timezone.now() + timedelta(**distance or {"days": 30})
    return f"/{language}/drafts/{share_draft(obj, until)}/"


def headers_of(response):
    return {name: response[name] for name in SECRET}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_stranger_reads_a_draft_of_any_kind_until_it_is_published_or_withdrawn(client, kind):
    obj = MAKERS[kind]()
    address = secret_of(obj)
    for language in ("en", "fr"):
        response = client.get(address.replace("/en/", f"/{language}/"))
        page = read(client, address.replace("/en/", f"/{language}/"))
        assert response.status_code == 200
        assert headers_of(response) == SECRET
        assert (len(response.cookies), response.has_header("ETag")) == (0, False)
        assert page.css_first("html").attributes["lang"] == language
        assert page.css_first(".notices").text().startswith({"en": "Draft", "fr": "Brouillon"}[language])
        assert [link.attributes["href"] for link in page.css("a.language")] == [
            address.replace("/en/", {"en": "/fr/", "fr": "/en/"}[language])
        ]
        assert page.css("link[rel=canonical], script[type='application/ld+json'], meta[property]") == []
    publish(obj, *([obj.film] if kind == "text" else []))
    public = client.get(address)
    assert (public.status_code, headers_of(public)) == (302, SECRET)
    assert client.get(public["Location"]).status_code == 200
    type(obj).objects.update(has_changes=True)
    assert client.get(address).status_code == 200  # what was saved since
    SharedDraft.objects.update(revoked_at=timezone.now())
    gone = client.get(address)
    assert (gone.status_code, headers_of(gone)) == (410, SECRET)


def test_a_secret_address_ends_when_its_editor_said_and_goes_with_what_it_shows(client):
    film = MAKERS["film"]()
    address = secret_of(film, hours=1)
    assert client.get(address).status_code == 200
    SharedDraft.objects.update(
        created_at=timezone.now() - timedelta(hours=2), expires_at=timezone.now() - timedelta(seconds=1)
    )
    assert "Users" not in client.get(address).content.decode()
    assert client.get(address).status_code == 410
    address = secret_of(film)
    film.delete()
    assert client.get(address).status_code == 404
    assert client.get("/en/drafts/nonsense/").status_code == 404
    assert client.post(address).status_code == 405


def test_a_draft_shows_what_belongs_to_it_as_it_will_be(client):
    film = make_film("Users", 2021)
    make_text(film, "Ancien.", heading="Publié", text_kind="presentation")
    make_text(film, "Nouveau.", False, heading="Note")
    make_text(film, "Un secret.", False, heading="Secret", text_kind="shooting_secret")
    Text.objects.filter(heading="Publié").update(body="Récent.", has_changes=True)
    address = secret_of(film)
    page = read(client, address)
    assert "Récent." in words(page.css_first(".film"))
    links = [link.attributes["href"] for link in page.css(".readings a")]
    assert links == [f"{address}?text=note", f"{address}?secrets=1"]
    for link, told in zip(links, ("Nouveau.", "Un secret."), strict=True):
        part = read(client, link)
        assert told in words(part.css_first(".reading"))
        assert part.css_first(".above a").attributes["href"] == address
        assert part.css_first("a.language").attributes["href"] == link.replace("/en/", "/fr/")
    assert read(client, f"{address}?text=deleted-since").css(".film")
    assert "Ancien." in client.get("/en/films/users/").content.decode()
    poster = client.get(page.css_first(".film__poster img").attributes["src"])
    assert (poster["Content-Type"], headers_of(poster)) == ("image/svg+xml; charset=utf-8", SECRET)
    person = make_person("Ada")
    Text.objects.create(person=person, text_kind="presentation", heading="Elle", body="Qui elle est.")
    address = secret_of(person)
    assert all_words(read(client, address), ".works a") == ["Elle"]
    assert "Qui elle est." in client.get(f"{address}?text=elle").content.decode()


def test_who_reads_a_draft_is_not_counted(client, monkeypatch):
    noted = []
    monkeypatch.setattr(viewings, "_notes", noted)
    film = MAKERS["film"]()
    address = secret_of(film)
    client.get(address, headers={"user-agent": "Firefox"})
    assert noted == []
    publish(film)
    client.get(client.get(address)["Location"], headers={"user-agent": "Firefox"})
    assert len(noted) == 1


def test_a_draft_asks_a_fixed_number_of_queries(client):
    make_film("Beside", 1990)
    asked = []
    for number in (1, 4):
        names = [f"{number}.{one}" for one in range(number)]
        film = make_film(f"Film {number}", 1990, ["FR"], names, names, names, ["fr", "en"], supports=["dvd"])
        for name in names:
            make_text(film, "Une note.", False, heading=name)
        film.touch()
        address = secret_of(film)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 30, asked
