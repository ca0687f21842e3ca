"""A browser can search the site from its own box, in the reader's language."""

from xml.etree import ElementTree

import pytest

from catalogue.publication.publish import publish
from tests.makers import make_film, make_person
from tests.metadata.reading import SITE
from tests.pages.reading import read, titles

pytestmark = pytest.mark.django_db

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"

NAMES = {"fr": "Catalogue de films", "en": "Film catalogue"}  # of a site that has none of its own


def described(client, lang):
    """The description that every page leads to, as XML."""
    link = read(client, f"/{lang}/").css_first("head link[rel=search]")
    assert (link.attributes["type"], link.attributes["title"]) == (
        "application/opensearchdescription+xml",
        NAMES[lang],
    )
    response = client.get(link.attributes["href"])
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def templates(description):
    return {url.get("type"): url.get("template") for url in description.iter(f"{OPENSEARCH}Url")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_description_says_where_and_how_to_search(client, lang):
    make_film("Norilsk")
    found = described(client, lang)
    told = {
        name: found.findtext(f"{OPENSEARCH}{name}") for name in ("ShortName", "Language", "InputEncoding")
    }
    assert told == {"ShortName": NAMES[lang], "Language": lang, "InputEncoding": "UTF-8"}
    assert 0 < len(found.findtext(f"{OPENSEARCH}Description")) <= 1024
    addresses = templates(found)
    assert addresses["application/opensearchdescription+xml"] == f"{SITE}/{lang}/opensearch.xml"
    page = addresses["text/html"].replace("{searchTerms}", "norilsk").removeprefix(SITE)
    assert titles(read(client, page)) == ["Norilsk"]
    for image in found.iter(f"{OPENSEARCH}Image"):
        assert image.text.startswith(f"{SITE}/static/img/favicon")


def test_the_browsers_box_suggests_what_the_sites_own_does(client):
    make_film("Norilsk")
    publish(make_person("Nora Ström"))
    template = templates(described(client, "fr"))["application/x-suggestions+json"]
    response = client.get(template.replace("{searchTerms}", "NOR").removeprefix(SITE))
    assert response["Content-Type"] == "application/x-suggestions+json; charset=utf-8"
    assert response.json() == ["NOR", ["Norilsk", "Nora Ström"]]
    assert client.get("/fr/search/suggest.json?q=n").json() == ["n", []]
    assert client.get("/fr/search/suggest.json").json() == ["", []]
