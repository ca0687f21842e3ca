"""The living style page: for those who draw the site (with DEBUG) and those who edit it; nobody else finds it."""

from django.conf import settings
from django.http import Http404
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.pages import render
from catalogue.styleguide import films, lists, tokens


@require_safe
def styleguide(request):
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404
    # The one picture that needs no upload stands for all others.
    cover = static("img/apple-touch-icon.png")
    return render(
        request,
        "catalogue/styleguide.html",
        {"tokens": tokens, "cover": cover} | _films(cover) | _lists(cover),
    )


def _films(cover):
    return {
        "cards": films.cards(cover),
        "film": films.film(),
        "still": films.picture(cover, 180, 180, "Lanterne"),
        "texts": [
            films.text(),
            films.text(heading="", language="sv", author=None, author_quality="", date="", source=""),
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
        "whole_list": lists.listing(films.cards(cover)[:3], _("A notice tells what was left aside.")),
        "sections": lists.sections(),
    }
