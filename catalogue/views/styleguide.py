"""The living style page: for those who draw the site (with DEBUG) and those who edit it; nobody else finds it."""

from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.pages import render
from catalogue.posters.poster import draw
from catalogue.posters.subject import Film
from catalogue.publication.state import state
from catalogue.styleguide import films, found, lists, tokens


def for_those_who_draw(view):
    """A page for them and for editors."""

    @wraps(view)
    @require_safe
    def answer(request, *args, **kwargs):
        if not (settings.DEBUG or request.user.has_perm("catalogue.change_identity")):
            raise Http404
        state()  # for what every page shows
        return view(request, *args, **kwargs)

    return answer


@for_those_who_draw
def styleguide(request):
    # Pictures that need no upload stand for all others.
    cover, flat = static("img/apple-touch-icon.png"), static("img/readme/film.webp")
    return render(
        request,
        "catalogue/styleguide.html",
        {"tokens": tokens, "cover": cover} | _films(cover, flat) | _lists(cover),
    )


@for_those_who_draw
def poster(request, number):
    """The poster of a film that does not exist."""
    for card in films.cards():
        if card["id"] == number:
            return HttpResponse(draw(Film.from_card(card)), content_type="image/svg+xml")
    raise Http404


def _films(cover, flat):
    return {
        "cards": films.cards(cover, flat),
        "groups": lists.groups(films.cards(cover, flat)),
        "cards_by_id": {card["id"]: card for card in films.cards(cover, flat)},
        "film": films.film(),
        "still": films.picture(cover, 180, 180, "Lanterne"),
        "texts": [
            films.text(),
            films.text(
                heading="",
                slug="presentation",
                language="sv",
                author=None,
                author_quality="",
                date="",
                source="",
            ),
        ],
        "versions_shown": films.versions(),
        "availabilities": films.availabilities(
            _("Available on DVD and VOD."), _("Not available at the moment.")
        ),
        "company": films.company(),
        "selections": films.selections(),
    }


def _lists(cover):
    return {
        "lists": lists,
        "found": found,
        "whole_list": lists.listing(films.cards(cover)[:3], _("A notice tells what was left aside.")),
        "sections": lists.sections(),
    }
