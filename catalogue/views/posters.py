"""Drawn posters and share cards, kept for ever under addresses that name what is drawn."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from catalogue.lists.selected import with_films
from catalogue.pages import found, public
from catalogue.posters.addresses import path_of
from catalogue.posters.poster import digest as digest_of
from catalogue.posters.poster import draw
from catalogue.posters.subject import Film
from catalogue.publication.cards import cards
from catalogue.publication.day import postings_of
from catalogue.publication.state import state
from catalogue.share_cards.addresses import path_of as share_card_path
from catalogue.share_cards.storage import png_of
from catalogue.share_cards.subject import KINDS, subject_of

FOR_EVER = "public, max-age=31536000, immutable"


@public
def poster(request, pk, digest):
    """Answer the poster; an address of what the film was before leads to the one of today."""
    film = Film.from_card(found(cards("film", [pk]))[0])
    if digest != digest_of(film):
        return HttpResponseRedirect(path_of(film), headers={"Cache-Control": "public, no-cache"})
    response = HttpResponse(draw(film), content_type="image/svg+xml; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # cards on other sites show it
    return response


@public
def share_card(request, kind, pk, digest):
    """Answer the share card of a page, or of the site; made when it is first asked for."""
    if kind not in KINDS:
        raise Http404
    state()  # every card bears the name of the site
    card = None if kind == "site" else found(cards(kind, [pk]))[0]
    beside = _first_films(card) if kind == "selection" else None
    subject = subject_of(kind, card, beside)
    if (pk, digest) != (subject.id, subject.digest):
        return HttpResponseRedirect(share_card_path(subject), headers={"Cache-Control": "public, no-cache"})
    png, is_whole = png_of(subject)
    response = HttpResponse(png, content_type="image/png")
    response["Cache-Control"] = FOR_EVER if is_whole else "no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # others show it: that is what it is for
    return response


def _first_films(selection):
    """The cards of the films that stand for a selection."""
    return with_films([selection], postings_of(state(), timezone.localdate()))[0]["posters"]
