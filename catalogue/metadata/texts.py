"""Signed texts in the words of schema.org."""

from django.utils.translation import gettext as _

from catalogue.addresses import address
from catalogue.publication.labels import label

from .things import person, thing, trail

QUOTATION = "press_quote"  # of what was printed; any other text is an article


def work(text, kind, slug, here, **more):
    """Return a text about the "film" or "person" of this slug, with what more a page says of it."""
    author = text["author"]
    # Of an author who is nobody of the catalogue it is not known whether it is a person.
    is_known = bool(author and author["ref"])
    return thing(
        "Quotation" if text["kind"] == QUOTATION else "Article",
        headline=text["heading"] or label("text", text["kind"]),
        url=here["origin"] + address(f"catalogue:{kind}-text", slug, text["slug"]),
        inLanguage=text["language"],
        author=person(author, here) if is_known else None,
        creditText=author["name"] if author and not is_known else "",
        **more,
    )


def text(here, text, subject):
    """The page of a text about a film, of which `subject` is the card, or a person, whose document it is."""
    kind, those, way = _subject(here, subject)
    heading = text["heading"] or label("text", text["kind"])
    more = {"genre": label("text", text["kind"]), "dateCreated": text["date"], "about": those}
    return [work(text, kind, subject["slug"], here, **more), trail(here, heading, *way)]


def secrets(here, film, secrets):
    """The page of a film's shooting secrets: `film` is its card."""
    kind, those, way = _subject(here, film)
    heading = _("Shooting secrets")
    parts = [work(secret, kind, film["slug"], here, dateCreated=secret["date"]) for secret in secrets]
    whole = thing("CollectionPage", name=heading, url=here["canonical_url"], about=those, hasPart=parts)
    return [whole, trail(here, heading, *way)]


def _subject(here, subject):
    """What a text is about: its kind, the thing, and the (name, path) on the way to it."""
    is_film = "title" in subject
    kind, type_, listed = ("film", "Movie", _("Films")) if is_film else ("person", "Person", _("People"))
    name = subject["title"] if is_film else subject["name"]
    page = address(f"catalogue:{kind}-detail", subject["slug"])
    way = (listed, address(f"catalogue:{kind}-list")), (name, page)
    return kind, thing(type_, name=name, url=here["origin"] + page), way
