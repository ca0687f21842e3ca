"""The document of a text's page."""

from catalogue.models import Text

from .parts import choice, iso, reference

DEFAULTS = {
    "heading": "",
    "author": None,
    "author_quality": "",
    "language": "",
    "date": None,
    "source": "",
    "position": 0,
}


def text_documents(ids):
    """Return {id: document} of these texts, as they are in the editors' tables."""
    return {text.pk: _document(text) for text in Text.objects.filter(pk__in=ids).select_related("author")}


def _document(text):
    kind = choice(Text.Kind, text.text_kind)
    author = reference("person", text.author) if text.author else None
    if text.author_name:
        author = {"ref": None, "name": text.author_name, "slug": None}
    return {
        "id": text.pk,
        "slug": text.slug,
        "kind": kind["code"],
        "kind_label": kind["name"],
        "heading": text.heading,
        "body": text.body,
        "author": author,
        "author_quality": text.author_quality,
        "language": text.language,
        "date": iso(text.date),
        "source": text.source,
        "position": text.position,
        "film_id": text.film_id,
        "person_id": text.person_id,
        "published_at": iso(text.published_at),
    }
