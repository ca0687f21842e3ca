"""The list of films, and everything under one film's address."""

from urllib.parse import quote

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from pyroaring import BitMap

from catalogue.folding import fold, letter
from catalogue.lists.facets import FACETS
from catalogue.lists.films import Listing, mixed_cards, reading_order, texts_about
from catalogue.pages import public, read_page, read_state, render
from catalogue.publication.contributions import merged
from catalogue.readership import viewings
from catalogue.reference.roles import DIRECTING

SAME_DIRECTOR = 6


@public
def film_list(request):
    postings = read_state(request)
    listing = Listing(request, postings, postings.all_films())
    return render(request, "catalogue/film_list.html", {"listing": listing, "indexable": listing.indexable})


@public
def film_values(request, field):
    if field not in FACETS:
        raise Http404
    postings = read_state(request)
    listing = Listing(request, postings, postings.all_films(), path=reverse("catalogue:film-list"))
    facet = listing.facet_values.facet(field, shown=None)
    groups = {}
    for choice in sorted(facet.choices, key=lambda choice: fold(choice.label)):
        groups.setdefault(letter(fold(choice.label)), []).append(choice)
    context = {
        "facet": facet,
        "groups": list(groups.items()),
        "back_url": listing.address.url,
        "notices": listing.notices,
        "chips": listing.chips,
        "address": listing.address.at(request.path),
    }
    return render(request, "catalogue/film_values.html", context)


@public
def film_detail(request, slug):
    page = read_page(request, "film", slug)
    viewings.count(request, page.object_id)
    film, postings = page.document, page.postings
    directors = [p["ref"] for c in film["credits"] if c["role"] in DIRECTING for p in c["people"]]
    others = _films_directed_by(postings, directors) - BitMap([page.object_id])
    texts = postings.ids("text.subject", f"film:{page.object_id}")
    found = mixed_cards({"film": postings.page(others, "-year", 0, SAME_DIRECTOR), "text": list(texts)})
    film["texts"] = sorted(found["text"], key=reading_order)
    context = {"film": film, "same_director": found["film"], "share": _share(request, film["title"])}
    context |= merged("film_context", film, timezone.localdate())
    return render(request, "catalogue/film_detail.html", context)


@public
def film_secrets(request, slug):
    film = read_page(request, "film", slug)
    texts = texts_about(film, "film", kind="shooting_secret")
    return render(request, "catalogue/film_secrets.html", {"film": film.card, "secrets": texts})


@public
def film_text(request, slug, text_slug):
    film = read_page(request, "film", slug)
    text = texts_about(film, "film", slug=text_slug)[0]
    return render(request, "catalogue/text_detail.html", {"text": text, "subject": film.card})


def _films_directed_by(postings, people):
    """Every film that one of these people directed, alone or with others."""
    credits = [f"{person}:{role}" for person in people for role in DIRECTING]
    return postings.any_of("person_role", credits)


def _share(request, title):
    """Plain links that tell nobody of the visitor."""
    address, subject = quote(request.build_absolute_uri(request.path)), quote(title)
    return [
        (_("By e-mail"), f"mailto:?subject={subject}&body={address}"),
        ("Mastodon", f"https://mastodonshare.com/?text={subject}&url={address}"),
        ("Bluesky", f"https://bsky.app/intent/compose?text={subject}%20{address}"),
    ]
