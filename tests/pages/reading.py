"""How tests of pages read an answer: as a visitor reads it, by its words and its links."""

import re

from selectolax.lexbor import LexborHTMLParser


def read(client, address, **headers):
    """The page at an address, parsed; any other answer than 200 is a failure."""
    response = client.get(address, headers=headers)
    assert response.status_code == 200, (address, response.status_code)
    return LexborHTMLParser(response.content.decode())


def words(node):
    """The text of an element on one line; its non-breaking spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", node.text()).strip()


def all_words(page, selector):
    return [words(node) for node in page.css(selector)]


def links(page, selector):
    """[(text, address)] of the links inside what a selector finds, wherever on a list's page they lead."""
    found = [a for node in page.css(selector) for a in node.css("a[href]")]
    return [(words(a), re.sub("(?<=.)#results$", "", a.attributes["href"])) for a in found]


def addresses(page, selector):
    return [address for _text, address in links(page, selector)]


def titles(page):
    """The titles of the cards, in order."""
    return all_words(page, ".card__title")


def total(page):
    """What a list of films says of its number."""
    return words(page.css_first("[role=status] #results"))


def notices(page):
    return all_words(page, ".notices p")


def facts(page):
    """{label: value} of the lists of facts."""
    return {words(row.css_first("dt")): words(row.css_first("dd")) for row in page.css(".facts > div")}
