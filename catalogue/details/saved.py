"""The page of anything as it is saved: what visitors would read if it were published now."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone

from catalogue.addresses import address
from catalogue.dates import fdate
from catalogue.models import Text
from catalogue.pages import PublicPage, found
from catalogue.posters.poster import draw
from catalogue.posters.subject import Film
from catalogue.publication.belonging import belongings
from catalogue.publication.building import built
from catalogue.publication.cards import cards, completed_card
from catalogue.publication.contributions import merged
from catalogue.publication.documents import KINDS
from catalogue.publication.state import state
from catalogue.publication.surroundings import reading_order

from .company import company_page
from .film import film_page, secrets_page
from .own_page import own_page
from .person import person_page
from .public import VIEWS, subject_of
from .selection import selection_page
from .text import text_page

PAGES = {
    "film": film_page,
    "person": person_page,
    "company": company_page,
    "selection": selection_page,
    "page": own_page,
}
POSTER, TEXT, SECRETS = "poster", "text", "secrets"  # parts of a draft, by their parameters


@dataclass(frozen=True)
class Draft:
    """What the page of a draft says of itself, and where the pages of its texts are."""

    path: str
    alternate_url: str  # the same in the other language
    texts: list  # cards of those that belong to it, as they are saved
    until: datetime | None = None  # the end of a secret address
    back: str = ""  # the form, where an editor reads it

    @property
    def ends(self):
        """The end in words."""
        until = timezone.localtime(self.until)
        return f"{fdate(until.date())}, {until:%H:%M}"

    @property
    def secrets_url(self):
        return f"{self.path}?{SECRETS}=1"

    def text_url(self, text):
        return f"{self.path}?{TEXT}={text['slug']}"


def saved_page(request, obj, alternate_path, user, **told):
    """Answer the page of an object as it is saved, or a part of it; `told` is what its `Draft` says. Stores nothing.

    `user` is the account that may read this: who asks, or who shared the draft; None where it was deleted.
    """
    page = _saved(obj.kind, obj.pk, user)
    texts = built("text", list(belongings(obj.kind, [obj]).values_list("pk", flat=True)))
    texts = sorted(texts.values(), key=reading_order)
    query = request.META.get("QUERY_STRING")
    alternate = f"{alternate_path}?{query}" if query else alternate_path
    request.draft = Draft(request.path, alternate, texts, **told)
    if obj.kind == "text":
        return _text(request, obj, page.document, user)
    if text := next((text for text in texts if text["slug"] == request.GET.get(TEXT)), None):
        return text_page(request, text, page.card, request.path)
    return _film(request, page) if obj.kind == "film" else PAGES[obj.kind](request, page)


def _saved(kind, pk, user):
    """Return a page as publishing would write it, without what an account may not read before that."""
    [document] = found(list(built(kind, [pk]).values()))
    if kind == "film":
        document |= merged("film_seen", user, document)
    now, today = state(), timezone.localdate()
    return PublicPage(pk, document, completed_card(kind, KINDS[kind].card(document), today), now, today)


def _film(request, page):
    if POSTER in request.GET:
        response = HttpResponse(draw(Film.from_card(page.card)), content_type="image/svg+xml; charset=utf-8")
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
    secrets = [text for text in request.draft.texts if text["kind"] == Text.Kind.SHOOTING_SECRET]
    if SECRETS in request.GET and secrets:
        return secrets_page(request, page.card, secrets)
    page.document["poster_src"] = f"{request.path}?{POSTER}=1"
    return film_page(request, page)


def _text(request, text, document, user):
    """A text alone; what it is about has a link where that is on the site."""
    kind, pk = subject_of(text)
    if shown := cards(kind, [pk]):
        return text_page(request, document, shown[0], address(VIEWS[kind], shown[0]["slug"]))
    return text_page(request, document, _saved(kind, pk, user).card, None)
