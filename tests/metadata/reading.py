"""How tests read what pages say to machines."""

import json

from tests.pages.reading import read

SITE = "http://testserver"


def things(client, address):
    """{type: thing} of the structured data of a page; of several of one type, the first."""
    block = read(client, address).css_first('head > script[type="application/ld+json"]')
    data = json.loads(block.text())
    assert data["@context"] == "https://schema.org"
    found = {}
    for thing in data["@graph"]:
        found.setdefault(thing["@type"], thing)
    return found


def listed(urls):
    """The entries of a list of these addresses, from the first."""
    return [{"@type": "ListItem", "position": n, "url": url} for n, url in enumerate(urls, start=1)]
