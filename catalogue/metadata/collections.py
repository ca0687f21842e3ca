"""The site, its lists and its selections in the words of schema.org."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.publication.frame import site as of_all_pages

from .things import beginning, entries, said, thing, trail


def site(here, name):
    """The first page: the site, whose it is, and how it is searched."""
    frame = of_all_pages()
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{here['origin']}{address('catalogue:search')}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    return [
        thing(
            "WebSite",
            name=name,
            url=here["canonical_url"],
            inLanguage=get_language(),
            publisher=_publisher(here, frame),
            potentialAction=search,
        )
    ]


def _publisher(here, frame):
    """Whose site it is; nothing as long as nobody has said it."""
    if not frame.own_name:
        return None
    logo = frame.logo["light"] or frame.mark["light"]
    return thing(
        "Organization",
        name=frame.own_name,
        logo=logo and here["origin"] + logo["src"],
        address=frame.postal_address,
        email=frame.email,
        telephone=frame.telephone,
        sameAs=[url for _network, url in frame.social],
    )


def item_list(here, name, view, slugs, total, first=1):
    """A page of a list: the addresses of what it shows, whose views and slugs these are."""
    urls = [here["origin"] + address(view, slug) for slug in slugs]
    return [
        thing(
            "ItemList",
            name=name,
            url=here["canonical_url"],
            numberOfItems=total,
            itemListElement=entries(urls, first),
        )
    ]


def films(here, cards, name="", total=None):
    """Films that a page shows, the first of so many, or all."""
    urls = [here["origin"] + address("catalogue:film-detail", card["slug"]) for card in cards]
    return thing("ItemList", name=name, numberOfItems=total or len(urls), itemListElement=entries(urls))


def selection(here, selection, films_shown, total):
    """A selection: its films in its order."""
    page = thing(
        "CollectionPage",
        name=said(selection["title"]),
        url=here["canonical_url"],
        description=beginning(selection["introduction"]),
        creditText=selection["curator"],  # a person or a group
        mainEntity=films(here, films_shown, total=total),
    )
    return [page, trail(here, page["name"], (_("Selections"), address("catalogue:selection-list")))]


def crumbs(here, name, above):
    """A page that is none of the others: where it is. `above` are the (name, path) on the way to it."""
    return [trail(here, name, *above)]
