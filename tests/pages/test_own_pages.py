"""Pages of the site's own, as visitors read them."""

import pytest

from catalogue.models import OwnPage
from catalogue.publication.publish import publish, unpublish
from tests.makers import make_page
from tests.pages.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db

BOTH = {"title_en": "Legal notice", "body_en": "We *publish* films."}


def own_page(client, lang, slug="mentions-legales"):
    return read(client, f"/{lang}/pages/{slug}/")


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [("fr", "Mentions légales", "Nous publions des films."), ("en", "Legal notice", "We publish films.")],
)
def test_each_language_has_its_own_text(client, lang, title, text):
    make_page("Mentions légales", "Nous *publions* des films.", **BOTH)
    page = own_page(client, lang)
    assert words(page.css_first("h1")) == title
    assert words(page.css_first("title")).startswith(f"{title} · ")
    assert page.css_first("meta[name=description]").attributes["content"] == text
    assert words(page.css_first(".written")) == text
    assert page.css_first(".written em") is not None
    assert page.css_first(".written").attributes.get("lang") is None
    assert page.css(".note") == []


def test_a_text_in_one_language_is_shown_in_the_other_and_says_so(client):
    make_page("Mentions légales", "Nous publions.")
    page = own_page(client, "en")
    assert (words(page.css_first("h1")), words(page.css_first(".written"))) == (
        "Mentions légales",
        "Nous publions.",
    )
    assert [page.css_first(at).attributes["lang"] for at in ("title", "h1", ".written")] == ["fr"] * 3
    assert all_words(page, ".note") == ["Text in French"]


def test_a_page_written_in_english_alone(client):
    page = OwnPage.objects.create(title_en="Press", body_en="Write to us.")
    publish(page)
    page = own_page(client, "fr", "press")
    assert (words(page.css_first("h1")), all_words(page, ".note")) == ("Press", ["Texte en anglais"])


def test_what_is_saved_is_a_draft_until_it_is_published(client):
    page = make_page("Presse", "Ancien.", published=False)
    assert client.get("/fr/pages/presse/").status_code == 404
    publish(page)
    page.body_fr = "Nouveau."
    page.save()
    assert words(own_page(client, "fr", "presse").css_first(".written")) == "Ancien."
    publish(page)
    assert words(own_page(client, "fr", "presse").css_first(".written")) == "Nouveau."
    unpublish(page)
    assert client.get("/fr/pages/presse/").status_code == 404


def test_a_deleted_page_leaves_the_site(client):
    make_page("Presse").delete()
    assert client.get("/fr/pages/presse/").status_code == 410


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_renamed_page_leads_on(client, lang):
    page = make_page("Presse")
    page.title_fr = "Espace presse"
    page.save()
    publish(page)
    answer = client.get(f"/{lang}/pages/presse/?x=1")
    assert (answer.status_code, answer["Location"]) == (301, f"/{lang}/pages/espace-presse/?x=1")


def test_each_language_names_the_other(client):
    make_page("Mentions légales", **BOTH)
    links_to = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in own_page(client, "fr").css("link[rel=alternate][hreflang]")
    }
    address = "http://testserver{}/pages/mentions-legales/"
    assert links_to == {
        "fr": address.format("/fr"),
        "en": address.format("/en"),
        "x-default": address.format(""),
    }


@pytest.mark.parametrize(
    ("lang", "phrase"), [("fr", "hébergeur"), ("fr", "mentions"), ("en", "legal notice")]
)
def test_the_search_finds_it_by_its_title_and_its_text(client, lang, phrase):
    make_page("Mentions légales", "L’[hébergeur](https://hosting.example/)", **BOTH)
    title = "Mentions légales" if lang == "fr" else "Legal notice"
    found = links(read(client, f"/{lang}/search/?q={phrase}"), ".found .names")
    assert found == [(title, f"/{lang}/pages/mentions-legales/")]
    assert links(read(client, f"/{lang}/search/?q={phrase}&kind=page"), ".results .names") == found
    assert links(read(client, f"/{lang}/search/?q=hosting&literally=1"), ".found .names") == []
