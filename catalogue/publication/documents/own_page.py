"""Pages of the site’s own: the document holds their texts in Markdown, as they were written."""

from catalogue.folding import fold
from catalogue.markdown import plain
from catalogue.models import OwnPage
from catalogue.publication.search.terms import search_terms

from .kind import Kind, plain_card
from .parts import in_both, iso

DEFAULTS = {"place": OwnPage.Place.NOWHERE.value, "position": 0}


def own_page_documents(ids):
    """Return {id: document} of these pages, as they are in the editors' tables."""
    return {page.pk: _document(page) for page in OwnPage.objects.filter(pk__in=ids)}


def _document(page):
    return {
        "id": page.pk,
        "slug": page.slug,
        "title": in_both(page, "title"),
        "body": in_both(page, "body"),
        "place": page.place,
        "position": page.position,
        "published_at": iso(page.published_at),
    }


def _terms(page, _today):
    texts = [plain(text) for text in page["body"].values()]
    for field, word in search_terms("page", page["title"].values(), (), texts):
        yield field, word, {}


OWN_PAGE = Kind(
    OwnPage,
    own_page_documents,
    DEFAULTS,
    card=plain_card("id", "slug", "title", "place", "position"),
    terms=_terms,
    sort_key=lambda page: fold(page["title"]["fr"] or page["title"]["en"]),
)
