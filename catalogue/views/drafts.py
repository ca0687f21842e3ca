"""Drafts at secret addresses, for somebody without an account: nothing of them is kept on the way, or counted."""

from django.http import Http404, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_safe

from catalogue.details.public import is_as_saved, public_url
from catalogue.details.saved import saved_page
from catalogue.models.shared_draft import shared_draft
from catalogue.pages import in_language, render
from catalogue.publication.documents import KINDS
from catalogue.publication.state import state

SECRET = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def draft(request, secret):
    """Anything as it is saved; once the site shows it so, its page there."""
    shared = shared_draft(secret)
    if shared is None:
        raise Http404
    obj = KINDS[shared.kind].model.objects.filter(pk=shared.object_id).first() if shared.is_open else None
    if obj is None:
        state()  # for what every page shows
        response = render(request, "catalogue/draft_gone.html", {}, status=410)
    elif is_as_saved(obj) and (url := public_url(obj)):
        response = HttpResponseRedirect(url)
    else:
        other = "en" if translation.get_language() == "fr" else "fr"
        path = in_language(other, request.path)
        response = saved_page(request, obj, path, shared.user, until=shared.expires_at)
    for name, value in SECRET.items():
        response[name] = value
    return response
