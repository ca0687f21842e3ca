"""Parts that several pages say in the words of schema.org: people, companies, texts, the way to a page."""

from django.utils.translation import get_language

from catalogue.addresses import address
from catalogue.markdown import paragraphs


def thing(type_, **properties):
    """Return a thing of schema.org; what is not known is left out."""
    return {"@type": type_} | {
        name: value for name, value in properties.items() if value not in (None, "", [])
    }


def said(text):
    """Return the reader's side of {"fr": …, "en": …}, or the other side, as a page shows it."""
    return text.get(get_language()) or next(filter(None, text.values()), "")


def beginning(text):
    """Return the first paragraph of such a text."""
    return next(iter(paragraphs(said(text))), "")


def named(type_, reference, view, here, name=""):
    """Return somebody who is named by a reference, with the address of their page where they have one."""
    page = reference.get("slug")
    url = here["origin"] + address(view, page) if page else ""
    return thing(type_, name=name or reference["name"], url=url)


def person(reference, here):
    shown = reference.get("credited_as") or reference["name"]
    return named("Person", reference, "catalogue:person-detail", here, shown)


def organization(reference, here):
    return named("Organization", reference, "catalogue:company-detail", here)


def trail(here, name, *above):
    """Return the way from the first page to this one, of this name; `above` are the (name, path) on the way."""
    way = [(other, here["origin"] + path) for other, path in above] + [(name, here["canonical_url"])]
    entries = [
        {"@type": "ListItem", "position": place, "name": other, "item": url}
        for place, (other, url) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def entries(urls, first=1):
    """Return the entries of a list, by their addresses, in order."""
    return [
        {"@type": "ListItem", "position": place, "url": url} for place, url in enumerate(urls, start=first)
    ]


def picture(picture, here):
    """Return the address of a picture, None where there is none."""
    return here["origin"] + picture["src"] if picture else None
